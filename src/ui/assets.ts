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
type Asset = Script | 'details.js' | 'style.css' | 'desk.css' | 'icon.svg' | 'typeface.bin'

/** Gives a static file's hashed address; a file's address changes whenever its bytes do. */
export function asset(name: Asset): string {
  return (manifest.files as Record<Asset, string>)[name]
}
