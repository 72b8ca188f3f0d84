import { readAsset } from '../ui/assets.ts'
import { hasLists, openLists, type WrittenLists } from './lists.ts'

/** Opens the lists from the site's static files, once while the isolate lives. Throws when it cannot. */
export async function readLists(files: Fetcher): Promise<void> {
  if (!hasLists()) openLists(await (await readAsset(files, 'details.json')).json<WrittenLists>())
}
