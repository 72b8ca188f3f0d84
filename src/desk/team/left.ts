/**
 * Tells whether a batch was refused because its editor was removed while the form was on its way: a
 * trigger on the desk log refuses the entry, and with it all that was to be done.
 */
export function isByWhoLeft(error: unknown): boolean {
  if (!(error instanceof Error)) return false
  return error.message.includes('the editor has left the desk') || isByWhoLeft(error.cause)
}
