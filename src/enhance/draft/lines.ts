import { controls } from './page.ts'

/** Makes a problem's link lead to its line in the document. */
export function leadToLines(form: HTMLFormElement): void {
  const { text } = controls(form)
  document.addEventListener('click', (event) => {
    const link = (event.target as Element).closest<HTMLElement>('a[data-line]')
    if (!link) return
    event.preventDefault()
    const above = text.value.split('\n').slice(0, Number(link.dataset.line) - 1)
    const start = above.join('\n').length + (above.length > 0 ? 1 : 0)
    const end = text.value.indexOf('\n', start)
    text.closest('details')?.setAttribute('open', '')
    text.focus()
    text.setSelectionRange(start, end < 0 ? text.value.length : end)
    const lines = text.value.split('\n').length
    text.scrollTop = (text.scrollHeight * above.length) / lines - text.clientHeight / 3
    text.scrollIntoView({ block: 'nearest' })
  })
}
