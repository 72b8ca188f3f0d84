/** In milliseconds: so long nobody types before something is suggested. */
const PAUSE = 250
/** From how many letters on, and at most how many columns. */
const SHORTEST = 3
const MOST = 5

type Result = { url: string; headline: string }

/**
 * Suggests columns below the search field while somebody types: a combobox with a list, by the
 * pattern of the ARIA Authoring Practices. Enter without a choice still searches.
 */
function suggest(form: HTMLFormElement, field: HTMLInputElement): void {
  const list = Object.assign(document.createElement('ul'), { id: 'suggestions', hidden: true })
  const status = Object.assign(document.createElement('p'), { className: 'unseen' })
  const { suggest: address = '', label = '' } = form.dataset
  list.setAttribute('role', 'listbox')
  list.setAttribute('aria-label', label)
  status.setAttribute('role', 'status')
  field.setAttribute('role', 'combobox')
  field.setAttribute('aria-expanded', 'false')
  field.setAttribute('aria-autocomplete', 'list')
  field.setAttribute('aria-controls', list.id)
  field.parentElement?.append(list, status)
  let timer: ReturnType<typeof setTimeout> | undefined
  let running = new AbortController()

  const choices = () => [...list.querySelectorAll<HTMLElement>('[role=option]')]
  const chosen = () => choices().findIndex((choice) => choice.ariaSelected === 'true')
  const choose = (index: number) => {
    for (const [place, choice] of choices().entries()) choice.ariaSelected = `${place === index}`
    if (index < 0) field.removeAttribute('aria-activedescendant')
    else field.setAttribute('aria-activedescendant', `suggestion-${index}`)
  }
  const show = (results: Result[]) => {
    list.replaceChildren(...results.map(option))
    list.hidden = results.length === 0
    field.ariaExpanded = `${results.length > 0}`
    status.textContent = results.length > 0 ? `${label}: ${results.length}` : ''
    choose(-1)
  }
  const ask = async () => {
    running.abort()
    running = new AbortController()
    const asked = new URLSearchParams([...new FormData(form)].map(([n, v]) => [n, String(v)]))
    const results = field.value.trim().length < SHORTEST ? [] : await find(address, asked, running)
    if (results && document.activeElement === field) show(results.slice(0, MOST))
  }
  const close = () => {
    clearTimeout(timer)
    running.abort()
    show([])
  }
  field.addEventListener('input', () => {
    clearTimeout(timer)
    timer = setTimeout(ask, PAUSE)
  })
  field.addEventListener('blur', close)
  field.addEventListener('keydown', (event) => {
    const { length } = choices()
    if (list.hidden || event.isComposing) return
    if (event.key === 'Escape') close()
    else if (event.key === 'ArrowDown') choose(chosen() + 1 < length ? chosen() + 1 : -1)
    else if (event.key === 'ArrowUp') choose(chosen() < 0 ? length - 1 : chosen() - 1)
    else if (event.key === 'Enter' && chosen() >= 0) choices()[chosen()]?.click()
    else return
    event.preventDefault()
  })
}

function option({ url, headline }: Result, index: number): HTMLElement {
  const item = document.createElement('li')
  Object.assign(item, { id: `suggestion-${index}`, textContent: headline, ariaSelected: 'false' })
  item.setAttribute('role', 'option')
  // The field must not lose its focus, which closes the list, before the click is through.
  item.addEventListener('pointerdown', (event) => event.preventDefault())
  item.addEventListener('click', () => location.assign(new URL(url).pathname + new URL(url).hash))
  return item
}

/** A search that failed or was overtaken leaves what is shown as it is. */
async function find(
  address: string,
  asked: URLSearchParams,
  { signal }: AbortController,
): Promise<Result[] | null> {
  try {
    const response = await fetch(`${address}?${asked}`, { signal })
    return response.ok ? (await response.json()).results : null
  } catch {
    return null
  }
}

const form = document.querySelector<HTMLFormElement>('form[data-suggest]')
const field = form?.querySelector<HTMLInputElement>('[name=q]')
if (form && field) suggest(form, field)
