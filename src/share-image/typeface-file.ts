import { readAsset } from '../ui/assets.ts'
import { openTypeface, type Typeface } from './typeface.ts'

let opened: Typeface | null = null

/**
 * Gives the typeface from the site's static files, and keeps it while the isolate lives: itself, and
 * not the promise of it, since a request may not wait for what another has asked for.
 */
export async function readTypeface(files: Fetcher): Promise<Typeface> {
  opened ??= openTypeface(await (await readAsset(files, 'typeface.bin')).arrayBuffer())
  return opened
}
