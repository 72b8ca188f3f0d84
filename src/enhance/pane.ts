import { fetchPage, type Page } from './fetched.ts'

/** Pages on their way, or there before they are wanted. */
const ahead = new Map<string, Promise<Page>>()
/** Panes that were left with something typed in them: they are shown again as they were. */
const left = new Map<string, { pane: Element; title: string }>()
/** Which opening is the newest: an older one that arrives late is not shown any more. */
let opening = 0

/** Fetches a page before it is wanted; only the newest such page is kept. */
export function fetchAhead(address: string | undefined): void {
  if (!address || ahead.has(address)) return
  ahead.clear()
  const page = fetchPage(address)
  page.catch(() => ahead.delete(address))
  ahead.set(address, page)
}

/** Opens a letter in place, at once when it is there already. A page of another kind is gone to. */
export async function openLetter(address: string, isBack = false): Promise<void> {
  opening += 1
  const mine = opening
  const kept = left.get(address)
  if (kept) {
    left.delete(address)
    return put(kept.pane, { address, title: kept.title, isBack })
  }
  pane()?.setAttribute('aria-busy', 'true')
  const page = await (ahead.get(address) ?? fetchPage(address)).catch(() => null)
  ahead.delete(address)
  if (mine !== opening) return
  if (!page || !showPage(page, address, isBack)) location.assign(address)
}

/** Puts a fetched page's pane in place of this one's; false when it has none, like the sign-in page. */
export function showPage(page: Page, address: string, isBack = false): boolean {
  const fresh = page.document.querySelector('#letter')
  if (!fresh || !page.document.querySelector('#list')) return false
  const { title } = page.document
  const isReading = page.document.querySelector('.split')?.classList.contains('reading')
  document.querySelector('.split')?.classList.toggle('reading', isReading)
  put(document.adoptNode(fresh), { address, title, isBack })
  return true
}

function put(fresh: Element, to: { address: string; title: string; isBack: boolean }): void {
  const old = pane()
  const done = old?.querySelector('#done')
  if (done) fresh.querySelector('#done')?.replaceWith(done)
  if (old && isTypedIn(old)) left.set(here(), { pane: old, title: document.title })
  old?.replaceWith(fresh)
  document.title = to.title
  if (!to.isBack && to.address !== here()) history.pushState(null, '', to.address)
  markOpen()
  scrollTo(0, 0)
  fresh.querySelector<HTMLElement>('h1')?.focus({ preventScroll: true })
  document.dispatchEvent(new Event('letter-opened'))
}

/** Marks the letter that is open in the list, and brings it into sight there. */
export function markOpen(): void {
  for (const link of document.querySelectorAll<HTMLAnchorElement>('.item > a')) {
    const isOpen = link.pathname === location.pathname
    if (isOpen) link.setAttribute('aria-current', 'true')
    else link.removeAttribute('aria-current')
    if (isOpen) showInList(link)
  }
}

/** The list scrolls by itself: bringing a letter into sight must not move the page. */
function showInList(link: HTMLElement): void {
  const list = link.closest<HTMLElement>('.list')
  if (!list) return
  const [box, around] = [link.getBoundingClientRect(), list.getBoundingClientRect()]
  if (box.top < around.top) list.scrollTop -= around.top - box.top + box.height
  if (box.bottom > around.bottom) list.scrollTop += box.bottom - around.bottom
}

/** Replaces what stands in a part of this page by what stands in the same part of a fetched one. */
export function takePart(id: string, from: Document): void {
  const [part, fresh] = [document.getElementById(id), from.getElementById(id)]
  if (!part || !fresh) return
  const hadFocus = part.contains(document.activeElement)
  part.replaceChildren(...[...fresh.childNodes].map((node) => document.adoptNode(node)))
  if (hadFocus) (part.querySelector('button') ?? pane()?.querySelector('h1'))?.focus()
}

/** Tells whether anything is typed here, or in a letter that was left, and not sent yet. */
export function isAnythingTyped(): boolean {
  const open = pane()
  return left.size > 0 || (open !== null && isTypedIn(open))
}

/** Takes a form for sent: what is typed in it is not kept beside what is on its way. */
export function forgetTyped(form: HTMLFormElement): void {
  form.dataset.sent = ''
}

function isTypedIn(part: Element): boolean {
  const fields = part.querySelectorAll<HTMLTextAreaElement | HTMLInputElement>(
    'form:not([data-sent]) :is(textarea:not([readonly]), input[type=text], input:not([type]))',
  )
  return [...fields].some(({ value, defaultValue }) => value !== defaultValue)
}

function pane(): HTMLElement | null {
  return document.querySelector('#letter')
}

/** The address of this page, without its host. */
export function here(): string {
  return location.pathname + location.search
}
