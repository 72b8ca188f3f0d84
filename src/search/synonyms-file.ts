import { readAsset } from '../ui/assets.ts'
import { hasSynonyms, openSynonyms, type WrittenSynonyms } from './synonyms.ts'

/** Opens the synonyms from the site's static files, once while the isolate lives. Throws when it cannot. */
export async function readSynonyms(files: Fetcher): Promise<void> {
  if (hasSynonyms()) return
  openSynonyms(await (await readAsset(files, 'synonyms.json')).json<WrittenSynonyms>())
}
