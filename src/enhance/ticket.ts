import { exitThisPage } from './exit.ts'

exitThisPage()

/** Gives the new ticket a button that copies it; the page says “copied” only when it is true. */
const ticket = document.querySelector<HTMLElement>('[data-ticket]')
if (ticket && navigator.clipboard) {
  const { copy = '', copied = '' } = ticket.dataset
  const button = document.createElement('button')
  button.type = 'button'
  button.textContent = copy
  const said = document.createElement('span')
  said.role = 'status'
  button.addEventListener('click', async () => {
    await navigator.clipboard.writeText(ticket.innerText.trim())
    said.textContent = copied
  })
  ticket.after(button, said)
}
