/** Notes an unexpected error where operators look: its kind and where it broke, never its message. */
export function noteFailure(error: unknown): void {
  const { name, stack } = error instanceof Error ? told(error) : { name: typeof error, stack: '' }
  console.error(JSON.stringify({ level: 'error', name, stack }))
}

/** A message can quote a letter: it is taken out whole, since its own lines may look like a stack's. */
function told({ name, message, stack = '' }: Error) {
  const lines = stack.replace(message, () => '').split('\n')
  return { name, stack: lines.filter((line) => /^\s*at .*:\d+:\d+\)?$/.test(line)).join('\n') }
}
