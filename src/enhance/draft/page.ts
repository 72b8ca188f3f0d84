/** What the site answered: null where nothing came back. */
export type Answer = { status: number; isRedirected: boolean; page: Document | null } | null

/** Gives the draft's document, its address and the version that they are based on, as fields. */
export function controls(form: HTMLFormElement) {
  const named = <Control extends Element>(name: string) =>
    form.elements.namedItem(name) as unknown as Control
  return {
    text: named<HTMLTextAreaElement>('document'),
    slug: named<HTMLInputElement>('slug'),
    slugWas: named<HTMLInputElement>('slug-was'),
    version: named<HTMLInputElement>('version'),
  }
}

/** Sends what stands in a form to one of our own pages, and gives the page that answers. */
export function send(address: string, form: HTMLFormElement): Promise<Answer> {
  const fields = [...new FormData(form)].map(([name, value]) => [name, String(value)])
  const request = new XMLHttpRequest()
  request.open('POST', address)
  request.responseType = 'document'
  return new Promise((resolve) => {
    request.addEventListener('load', () => {
      const isRedirected = request.responseURL !== new URL(address, location.href).href
      resolve({ status: request.status, isRedirected, page: request.response })
    })
    for (const failure of ['error', 'abort', 'timeout']) {
      request.addEventListener(failure, () => resolve(null))
    }
    request.send(new URLSearchParams(fields))
  })
}

/**
 * Takes the parts of the page that tell how the draft stands from an answer of the server. A part in
 * which somebody is typing stays, and only learns the new version.
 */
export function takeOver(fresh: Document): void {
  for (const part of document.querySelectorAll<HTMLElement>('[data-fresh]')) {
    const news = fresh.querySelector(`[data-fresh="${part.dataset.fresh}"]`)
    if (news && !isInUse(part)) part.replaceWith(document.adoptNode(news))
  }
}

/** Every form of the page speaks of the version that was saved last. */
export function setVersion(version: number): void {
  for (const field of document.querySelectorAll<HTMLInputElement>('input[name=version]')) {
    field.value = String(version)
  }
}

function isInUse(part: HTMLElement): boolean {
  if (part.contains(document.activeElement)) return true
  return [...part.querySelectorAll<HTMLInputElement>('input, textarea, select')].some(isChanged)
}

function isChanged(field: HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement): boolean {
  if (field instanceof HTMLSelectElement) {
    return [...field.options].some(
      (option) => option.selected !== option.defaultSelected && option.index > 0,
    )
  }
  if (field.type === 'hidden') return false
  if (field instanceof HTMLInputElement && field.checked !== field.defaultChecked) return true
  return field.value !== field.defaultValue
}
