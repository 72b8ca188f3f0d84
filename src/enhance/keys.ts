/**
 * Lets single keys press what carries them: a button, link or summary with `data-key="x"`. Within an
 * opened `<details>` the keys of its content come before those outside; Escape closes it. A summary
 * that is opened by its key hands the focus to the first field inside, unless keys choose there. What
 * nothing on the page carries is looked up in `others`. No key acts while one types, with a modifier,
 * when it is held down, or for an editor who has switched keys off.
 */
export function pressByKey(others: Record<string, () => void>): void {
  document.addEventListener('keydown', (event) => {
    const { key, target } = event
    if (event.defaultPrevented || event.isComposing || event.repeat || hasModifier(event)) return
    if (isTyping(target) && key !== 'Escape') return
    if (document.querySelector('[data-keys="off"]')) return
    const act = key === 'Escape' ? closing(target) : pressing(key, others)
    if (!act) return
    event.preventDefault()
    act()
  })
}

/** Gives what a key does, if anything. */
function pressing(key: string, others: Record<string, () => void>): (() => void) | undefined {
  const control = controlFor(key)
  return control ? () => press(control) : others[key]
}

/** Presses what carries a key; tells whether there was anything. */
export function pressKey(key: string): boolean {
  const control = controlFor(key)
  if (control) press(control)
  return control !== undefined
}

function press(control: HTMLElement): void {
  control.focus()
  control.click()
  const part = control.closest('details')
  if (control.tagName !== 'SUMMARY' || !part?.open) return
  if (part.querySelector(':scope > :not(summary) [data-key]')) return
  part.querySelector<HTMLElement>('input[type=text], input:not([type]), textarea')?.focus()
}

/** What carries a key and can be seen; of several, the one that stands deepest in what is opened. */
function controlFor(key: string): HTMLElement | undefined {
  const found = [...document.querySelectorAll<HTMLElement>('[data-key]')]
  return found
    .filter((control) => control.dataset.key === key && isShown(control))
    .sort((one, other) => partsAround(other).length - partsAround(one).length)[0]
}

function isShown(control: HTMLElement): boolean {
  return partsAround(control).every(({ open }) => open) && control.checkVisibility()
}

/** The `<details>` that an element is content of: it is not content of the one it opens. */
function partsAround(element: Element): HTMLDetailsElement[] {
  const parts: HTMLDetailsElement[] = []
  let inner = element
  for (;;) {
    const part: HTMLDetailsElement | null | undefined = inner.parentElement?.closest('details')
    if (!part) return parts
    if (element.closest('summary')?.parentElement !== part) parts.push(part)
    inner = part
  }
}

function closing(target: EventTarget | null): (() => void) | undefined {
  const around = target instanceof Element ? target.closest('details[open]') : null
  const summary = around?.querySelector<HTMLElement>(':scope > summary')
  return summary ? () => press(summary) : undefined
}

function hasModifier({ altKey, ctrlKey, metaKey }: KeyboardEvent): boolean {
  return altKey || ctrlKey || metaKey
}

const PRESSABLE = 'input:is([type=checkbox], [type=radio], [type=submit], [type=button])'

function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false
  if (target.isContentEditable) return true
  return target.matches('input, textarea, select') && !target.matches(PRESSABLE)
}
