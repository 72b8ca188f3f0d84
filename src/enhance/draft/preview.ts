import { type Answer, send } from './page.ts'

/** How long a pause in the typing is before the preview is asked for, in milliseconds. */
const PAUSE = 600

/**
 * Shows the column beside the editor as its readers would see it, from the server's own page. What
 * changes is put into the frame's body, so that it neither flickers nor scrolls away.
 */
export function previewLive(form: HTMLFormElement): void {
  const part = document.querySelector<HTMLDetailsElement>('details[data-preview]')
  const problems = part?.querySelector<HTMLElement>('[data-problems-here]')
  if (!part || !problems) return
  const address = part.dataset.preview ?? ''
  const frame = document.createElement('iframe')
  let timer = 0
  let isAsking = false
  let isStale = true

  async function ask(): Promise<void> {
    if (isAsking || !isStale || !part?.open) return
    isAsking = true
    isStale = false
    show(await send(address, form))
    isAsking = false
    if (isStale) wait()
  }

  function wait(): void {
    clearTimeout(timer)
    timer = window.setTimeout(ask, PAUSE)
  }

  function show(answer: Answer): void {
    const { contentDocument } = frame
    const fresh = answer?.page
    const list = fresh?.querySelector('[data-problems]')
    if (!contentDocument || !fresh || (answer.status !== 200 && !list)) return
    problems?.replaceChildren(...(list ? [document.adoptNode(list)] : []))
    frame.hidden = !!list
    // A frame that is still loading has no body yet, and asks again when it has.
    isStale ||= !contentDocument.body
    if (!list && contentDocument.body) fill(contentDocument, fresh)
  }

  part.hidden = false
  part.open = matchMedia('(min-width: 64rem)').matches
  Object.assign(frame, { title: 'Preview', src: address })
  frame.addEventListener('load', () => {
    frame.contentDocument?.addEventListener('click', openOutside)
    ask()
  })
  part.append(frame)
  part.addEventListener('toggle', ask)
  form.addEventListener('input', () => {
    isStale = true
    wait()
  })
}

function fill(shown: Document, fresh: Document): void {
  const styleOf = (page: Document) => page.querySelector('[rel=stylesheet]')?.getAttribute('href')
  if (styleOf(shown) !== styleOf(fresh)) shown.head.replaceWith(shown.adoptNode(fresh.head))
  shown.documentElement.lang = fresh.documentElement.lang
  fresh.querySelector('[data-preview-bar]')?.remove()
  shown.body.replaceWith(shown.adoptNode(fresh.body))
}

/** A link would leave the preview for a page that no frame may show: it opens in a tab. */
function openOutside(event: Event): void {
  const link = (event.target as Element).closest('a')
  if (!link || link.getAttribute('href')?.startsWith('#')) return
  event.preventDefault()
  window.open(link.href, '_blank', 'noopener')
}
