import { exitThisPage } from './exit.ts'
import { showSimilar } from './similar.ts'

exitThisPage()
showSimilar()
fetchDetails()

/**
 * The finder of identifying details is a script of its own with long lists of names, fetched once there
 * is a letter to read. If one does not come, the next key asks again; the page before sending needs none.
 */
function fetchDetails(): void {
  const field = document.querySelector<HTMLTextAreaElement>('#letter')
  const place = document.querySelector<HTMLElement>('[data-details]')
  const { script, lists } = place?.dataset ?? {}
  if (!field || !place || !script || !lists) return
  const fetchNow = () => {
    // Both at once: the script waits for its lists by itself.
    const written = fetch(lists)
      .then((answer) => answer.json())
      .catch(() => null)
    import(script).then(({ watchLetter }) => watchLetter(field, place, written)).catch(fetchLater)
  }
  const fetchLater = () => field.addEventListener('input', fetchNow, { once: true })
  if (field.value === '') fetchLater()
  else fetchNow()
}
