import type { Page } from './fetched.ts'
import type { Job } from './outgoing.ts'
import { showPage } from './pane.ts'

/** Tells that a decision was refused, with the answer, which holds what the editor had typed. */
export function tellRefused(page: Page, { letter, what }: Job): void {
  const address = new URL(page.address)
  const isForm = page.document.querySelector('#letter') !== null
  if (isForm && location.pathname.includes(letter)) {
    showPage(page, address.pathname.replace(/\/\w+$/, '') + address.search)
    return
  }
  const notice = isForm
    ? [...page.document.querySelectorAll('.problems li')].map((line) => text('p', line.textContent))
    : [...(page.document.querySelector('main')?.childNodes ?? [])]
  const open = button('Open it again with what you wrote', () => {
    part.remove()
    showPage(page, address.pathname.replace(/\/\w+$/, '') + address.search)
  })
  const part = tell(`${what}: not done`, [...notice, ...(isForm ? [open] : [])])
  part.append(button('Close', () => part.remove()))
}

/** Tells that what was decided cannot be sent now, and waits; once it can, everything goes, in order. */
export function tellHeld(page: Page | null, jobs: Job[], retry: () => void): void {
  const why =
    page?.status === 401
      ? 'You are signed out. Sign in again in another tab, and come back to this one.'
      : 'The site does not answer.'
  const count = jobs.length === 1 ? 'A decision waits' : `${jobs.length} decisions wait`
  const signIn = page?.document.querySelector<HTMLAnchorElement>('main a[target=_blank]')
  const part = tell(`${count} to be sent`, [
    text('p', `${why} Nothing is lost while this page is open.`),
    ...(signIn ? [signIn] : []),
    button('Send it again', () => {
      part.remove()
      retry()
    }),
  ])
}

let count = 0

/** What is adopted has ids of its own page: they are made other than all that stand here. */
function tell(heading: string, content: Node[]): HTMLElement {
  count += 1
  const part = document.createElement('section')
  part.className = 'failure refusal'
  part.setAttribute('role', 'alert')
  part.append(text('h2', heading), ...content.map((node) => document.adoptNode(node)))
  for (const one of part.querySelectorAll('[id]')) one.id = `${one.id}-${count}`
  for (const label of part.querySelectorAll('label')) label.htmlFor = `${label.htmlFor}-${count}`
  document.querySelector('main')?.prepend(part)
  part.scrollIntoView({ block: 'nearest' })
  return part
}

function text(name: string, words: string | null): HTMLElement {
  const made = document.createElement(name)
  made.textContent = words
  return made
}

function button(words: string, act: () => void): HTMLElement {
  const made = text('button', words)
  made.setAttribute('type', 'button')
  made.addEventListener('click', act)
  return made
}
