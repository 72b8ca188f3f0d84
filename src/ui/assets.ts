import manifest from '../../dist/assets.json'

export type Script =
  | 'codes.js'
  | 'column.js'
  | 'draft.js'
  | 'search.js'
  | 'sign-in.js'
  | 'ticket.js'
  | 'tray.js'
  | 'write.js'
  | 'leave.js'
type Asset =
  | Script
  | 'details.js'
  | 'details.json'
  | 'style.css'
  | 'desk.css'
  | 'icon.svg'
  | 'typeface.bin'
  | 'moving-in.json'
  | 'pages.json'
  | 'privacy.json'
  | 'synonyms.json'

/** Gives a static file's hashed address; a file's address changes whenever its bytes do. */
export function asset(name: Asset): string {
  return (manifest.files as Record<Asset, string>)[name]
}

/** Reads one of the static files, for what the Worker seldom needs and so does not carry itself. */
export async function readAsset(files: Fetcher, name: Asset): Promise<Response> {
  // Static files are found by their path alone: any host does.
  const answer = await files.fetch(`https://files.example${asset(name)}`)
  if (!answer.ok) throw new Error(`${name} is not among the static files: ${answer.status}`)
  return answer
}

/**
 * Makes a reader of a static file of JSON, which reads it once while the isolate lives. What was read is
 * kept, and no promise of it: see `readTypeface`.
 */
export function onceRead<Content>(name: Asset): (files: Fetcher) => Promise<Content> {
  let kept: Content | null = null
  return async (files) => {
    kept ??= await (await readAsset(files, name)).json<Content>()
    return kept
  }
}
