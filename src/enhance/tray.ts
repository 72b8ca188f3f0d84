import { fetchPage, type Page, sentBy } from './fetched.ts'
import { pressByKey, pressKey } from './keys.ts'
import { neighbour, strike, takeList } from './list.ts'
import { onTheirWay, send } from './outgoing.ts'
import {
  fetchAhead,
  forgetTyped,
  here,
  isAnythingTyped,
  openLetter,
  showPage,
  takePart,
} from './pane.ts'

// A form says by `data-send` how it is sent: “next” opens the next letter at once and sends behind it,
// “here” shows the page that answers, and “#part” takes only that part of it.

/** In milliseconds: who looks at a letter for so long is reading it. */
const READING = 3000

let wantsUndo = false
let reading: ReturnType<typeof setTimeout> | undefined

pressByKey({
  j: () => go(1),
  k: () => go(-1),
  // What was just decided can be undone as soon as it is done.
  u: () => {
    wantsUndo = onTheirWay().length > 0
  },
})

function go(step: 1 | -1): void {
  const link = neighbour(step)
  if (link) void openLetter(link.pathname + link.search)
}

document.addEventListener('submit', (event) => {
  const form = event.target
  if (!(form instanceof HTMLFormElement) || !form.dataset.send || event.defaultPrevented) return
  event.preventDefault()
  const how = form.dataset.send
  const given = { action: form.action, form: sentBy(form, event.submitter) }
  if (how.startsWith('#')) return void sendPart(how.slice(1), given)
  forgetTyped(form)
  const letter = /letters\/(\w+)/.exec(form.action)?.[1] ?? ''
  const pressed = event.submitter?.closest('details')?.querySelector('summary') ?? event.submitter
  const what = pressed?.lastChild?.textContent ?? ''
  const isNext = how === 'next'
  const next = isNext ? neighbour(1, { skipsTaken: true }) : undefined
  if (isNext) strike(letter)
  document.querySelector('#done')?.replaceChildren(isNext ? `${what}: on its way` : '')
  send({
    ...given,
    letter,
    what,
    answered: (page) => answered(page, { showsIt: !next }),
  })
  if (next) void openLetter(next.pathname + next.search)
})

/** The answer to a decision is the page that would have come next: it brings what is new in the list. */
function answered(page: Page, { showsIt }: { showsIt: boolean }): void {
  const isLast = onTheirWay().length === 0
  const { pathname, search } = new URL(page.address)
  const address = pathname + search
  if (isLast) takePart('done', page.document)
  takeList(page.document, onTheirWay())
  if (showsIt && isLast && !showPage(page, address)) location.assign(address)
  if (isLast && wantsUndo) {
    wantsUndo = false
    pressKey('u')
  }
  lookAhead()
}

async function sendPart(id: string, given: { action: string; form: URLSearchParams }) {
  const at = here()
  const page = await fetchPage(given.action, given.form).catch(() => null)
  if (page && at === here()) takePart(id, page.document)
}

function lookAhead(): void {
  const next = neighbour(1, { skipsTaken: true })
  fetchAhead(next && next.pathname + next.search)
}

/** A letter that stays open is being read: it is claimed, by the form that stands there for it. */
function claimSoon(): void {
  clearTimeout(reading)
  reading = setTimeout(() => {
    if (document.hidden) return
    document.querySelector<HTMLFormElement>('#claim form[data-soon]')?.requestSubmit()
  }, READING)
}

document.addEventListener('click', (event) => {
  const { target, button, altKey, ctrlKey, metaKey, shiftKey } = event
  if (event.defaultPrevented || button !== 0 || altKey || ctrlKey || metaKey || shiftKey) return
  const link = target instanceof Element ? target.closest<HTMLAnchorElement>('.item > a') : null
  if (!link) return
  event.preventDefault()
  void openLetter(link.pathname + link.search)
})

addEventListener('popstate', () => void openLetter(here(), true))

addEventListener('beforeunload', (event) => {
  if (onTheirWay().length > 0 || isAnythingTyped()) event.preventDefault()
})

document.addEventListener('letter-opened', () => {
  lookAhead()
  claimSoon()
})
lookAhead()
claimSoon()
