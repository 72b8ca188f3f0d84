import { markOpen } from './pane.ts'

/** Gives the link of the letter so many further down the list, or up; of the first when none is open. */
export function neighbour(
  step: 1 | -1,
  { skipsTaken = false } = {},
): HTMLAnchorElement | undefined {
  const links = [...document.querySelectorAll<HTMLAnchorElement>('.item > a')]
  const open = links.findIndex((link) => link.hasAttribute('aria-current'))
  const others = step === 1 ? links.slice(open + 1) : links.slice(0, Math.max(open, 0)).reverse()
  return others.find((link) => !skipsTaken || !isTaken(link))
}

/** Another editor is reading it. */
function isTaken(link: HTMLAnchorElement): boolean {
  return link.parentElement?.hasAttribute('data-taken') ?? false
}

/** Takes a letter out of the list. */
export function strike(letter: string): void {
  document.querySelector(`.item[data-letter="${CSS.escape(letter)}"]`)?.remove()
}

/**
 * Takes over a fresh list, without the letters that are being decided. What was ticked stays ticked.
 * The letters that a search has found stay as they are: no address gives them again.
 */
export function takeList(from: Document, without: string[]): void {
  const [list, fresh] = [document.querySelector('#list'), from.querySelector('#list')]
  if (!list || !fresh || list.hasAttribute('data-search')) return
  const ticked = [...list.querySelectorAll<HTMLInputElement>('.item input:checked')]
  for (const { value } of ticked) {
    const box = fresh.querySelector<HTMLInputElement>(`.item input[value="${CSS.escape(value)}"]`)
    if (box) box.checked = true
  }
  for (const part of ['.filter > summary', '.items', '.more']) {
    const [old, now] = [list.querySelector(part), fresh.querySelector(part)]
    if (old && now)
      old.replaceChildren(...[...now.childNodes].map((node) => document.adoptNode(node)))
  }
  for (const letter of without) strike(letter)
  markOpen()
}
