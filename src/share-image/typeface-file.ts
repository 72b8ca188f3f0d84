import { asset } from '../ui/assets.ts'
import { openTypeface, type Typeface } from './typeface.ts'

let opened: Promise<Typeface> | null = null

/** Gives the typeface from the site's static files, and keeps it while the isolate lives. */
export function readTypeface(files: Fetcher): Promise<Typeface> {
  opened ??= read(files).catch((error) => {
    opened = null
    throw error
  })
  return opened
}

async function read(files: Fetcher): Promise<Typeface> {
  // Static files are found by their path alone: any host does.
  const answer = await files.fetch(`https://files.example${asset('typeface.bin')}`)
  if (!answer.ok) throw new Error(`The typeface is not among the static files: ${answer.status}`)
  return openTypeface(await answer.arrayBuffer())
}
