/**
 * Lets a link to a line of the document select that line in its text, and bring it into view; without
 * a script the link leads to the text as a whole.
 */
export function selectLines(): void {
  document.addEventListener('click', (event) => {
    const link = event.target instanceof Element && event.target.closest<HTMLElement>('[data-line]')
    const text = document.querySelector<HTMLTextAreaElement>('textarea#document')
    if (!link || !text) return
    event.preventDefault()
    selectLine(text, Number(link.dataset.line))
  })
}

/** A text's own scrolling is by height alone: lines that wrap are reckoned in. */
function selectLine(text: HTMLTextAreaElement, line: number): void {
  const lines = text.value.split('\n')
  const start = lines.slice(0, line - 1).join('\n').length + (line > 1 ? 1 : 0)
  text.focus()
  text.setSelectionRange(start, start + (lines[line - 1]?.length ?? 0))
  text.scrollTop = (start / text.value.length) * text.scrollHeight - text.clientHeight / 3
}
