import { exitThisPage } from './exit.ts'
import { showSimilar } from './similar.ts'

exitThisPage()
showSimilar()
fetchDetails()

/**
 * The finder of identifying details brings long lists of names: a script of its own, fetched once there
 * is a letter to read. If it does not come, the next key asks again; the page before sending needs none.
 */
function fetchDetails(): void {
  const field = document.querySelector<HTMLTextAreaElement>('#letter')
  const address = document.querySelector<HTMLElement>('[data-details]')?.dataset.script
  if (!field || !address) return
  const fetchNow = () => void import(address).catch(fetchLater)
  const fetchLater = () => field.addEventListener('input', fetchNow, { once: true })
  if (field.value === '') fetchLater()
  else fetchNow()
}
