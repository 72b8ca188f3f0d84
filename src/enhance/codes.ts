/** Gives recovery codes buttons that copy and print them; the page says “copied” only when it is true. */
function offerCopyAndPrint(codes: HTMLElement): void {
  const acts = document.createElement('p')
  acts.className = 'actions'
  const said = document.createElement('span')
  said.role = 'status'
  const written = [...codes.querySelectorAll('code')].map(({ textContent }) => textContent)
  if (navigator.clipboard) {
    const copies = button('Copy the codes', async () => {
      await navigator.clipboard.writeText(written.join('\n'))
      said.textContent = 'Copied.'
    })
    acts.append(copies)
  }
  acts.append(
    button('Print this page', () => print()),
    said,
  )
  codes.after(acts)
}

function button(text: string, act: () => void): HTMLButtonElement {
  const made = document.createElement('button')
  made.type = 'button'
  made.textContent = text
  made.addEventListener('click', act)
  return made
}

const codes = document.querySelector<HTMLElement>('[data-codes]')
if (codes) offerCopyAndPrint(codes)
