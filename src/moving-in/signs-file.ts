import { readAsset } from '../ui/assets.ts'
import { hasSigns, openSigns, type WrittenSigns } from './signs.ts'

/** Opens the signs from the site's static files, once while the isolate lives. Throws when it cannot. */
export async function readSigns(files: Fetcher): Promise<void> {
  if (!hasSigns()) openSigns(await (await readAsset(files, 'moving-in.json')).json<WrittenSigns>())
}
