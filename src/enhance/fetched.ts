/** A page of the desk that was fetched, and the address at which it was found in the end. */
export type Page = { status: number; address: string; document: Document }

/** In milliseconds: so long a page may take before the site counts as unreachable. */
const PATIENCE = 30_000

/**
 * Fetches a page of the desk, or sends a form and gives the page that answers it. Rejects when the
 * site cannot be reached. The page's policy allows no other way to make a document of an answer.
 */
export function fetchPage(address: string, form?: URLSearchParams): Promise<Page> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest()
    request.open(form ? 'POST' : 'GET', address)
    request.responseType = 'document'
    request.timeout = PATIENCE
    const fail = () => reject(new Error('The site cannot be reached'))
    request.addEventListener('load', () => {
      const { status, response, responseURL } = request
      if (response) resolve({ status, address: responseURL, document: response })
      else fail()
    })
    request.addEventListener('error', fail)
    request.addEventListener('timeout', fail)
    request.send(form ?? null)
  })
}

/** Gives what a form would send when a button of it is pressed. */
export function sentBy(form: HTMLFormElement, button: HTMLElement | null): URLSearchParams {
  const fields = [...new FormData(form, button)].map(([name, value]) => [name, String(value)])
  return new URLSearchParams(fields)
}
