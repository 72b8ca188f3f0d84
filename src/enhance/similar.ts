const PAUSE = 300

type Result = { url: string; headline: string; sentence: string }

/**
 * Shows below the question, while somebody writes, the columns that may have answered it already.
 * It waits for a pause, never holds up the form, and says nothing when the site does not answer.
 */
export function showSimilar(): void {
  const place = document.querySelector<HTMLElement>('[data-similar]')
  const form = document.querySelector<HTMLFormElement>('form[data-write]')
  if (!place || !form) return
  let timer: ReturnType<typeof setTimeout> | undefined
  let running = new AbortController()
  let asked = ''
  const ask = async () => {
    const fields = new URLSearchParams({
      question: typed(form, 'question'),
      letter: typed(form, 'letter'),
    })
    if (String(fields) === asked || typed(form, 'question').trim().length < 10) return
    asked = String(fields)
    running.abort()
    running = new AbortController()
    const results = await find(place.dataset.similar ?? '', fields, running.signal)
    if (results) show(place, results)
  }
  form.addEventListener('input', ({ target }) => {
    const { name } = target as HTMLInputElement
    if (name !== 'question' && name !== 'letter') return
    clearTimeout(timer)
    timer = setTimeout(ask, PAUSE)
  })
}

function typed(form: HTMLFormElement, name: string): string {
  return form.querySelector<HTMLInputElement>(`[name=${name}]`)?.value ?? ''
}

/** A search that failed or was overtaken leaves what is shown as it is. */
async function find(
  address: string,
  body: URLSearchParams,
  signal: AbortSignal,
): Promise<Result[] | null> {
  try {
    const response = await fetch(address, { method: 'POST', body, signal })
    return response.ok ? (await response.json()).results : null
  } catch {
    return null
  }
}

/** Words that only this script has a use for: without it, some browsers would show what is hidden. */
function furnish(place: HTMLElement): HTMLUListElement {
  const list = document.createElement('ul')
  const [title, typing] = [document.createElement('p'), document.createElement('p')]
  Object.assign(title, { className: 'label', textContent: place.dataset.title })
  Object.assign(typing, { className: 'hint', textContent: place.dataset.typing })
  place.append(title, list, typing)
  return list
}

function show(place: HTMLElement, results: Result[]): void {
  place.hidden = results.length === 0
  const list = place.querySelector('ul') ?? furnish(place)
  list.replaceChildren(
    ...results.map(({ url, headline, sentence }) => {
      const item = document.createElement('li')
      const link = document.createElement('a')
      Object.assign(link, { href: url, target: '_blank', rel: 'noopener', textContent: headline })
      item.append(link, ` ${sentence}`)
      return item
    }),
  )
}
