import { asset } from '../ui/assets.ts'
import { openTypeface, type Typeface } from './typeface.ts'

let opened: Typeface | null = null

/**
 * Gives the typeface from the site's static files, and keeps it while the isolate lives: itself, and
 * not the promise of it, since a request may not wait for what another has asked for.
 */
export async function readTypeface(files: Fetcher): Promise<Typeface> {
  opened ??= await read(files)
  return opened
}

async function read(files: Fetcher): Promise<Typeface> {
  // Static files are found by their path alone: any host does.
  const answer = await files.fetch(`https://files.example${asset('typeface.bin')}`)
  if (!answer.ok) throw new Error(`The typeface is not among the static files: ${answer.status}`)
  return openTypeface(await answer.arrayBuffer())
}
