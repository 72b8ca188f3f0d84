import { htmlBlocks } from '../../src/cli/import/html-blocks.ts'
import { openSigns } from '../../src/moving-in/signs.ts'
import { WRITTEN_SIGNS } from '../../src/moving-in/written-signs.ts'
import { type Moved, moveIn, textBlocks } from '../../src/moving-in.ts'

openSigns(WRITTEN_SIGNS)

const HOUSE = { language: 'en', timeZone: 'UTC', topics: new Map(), topic: 'general' }
const UNKNOWN = { standfirst: '', language: null, published: null, byline: null, topics: [] }

export type MovedColumn = Extract<Moved, { kind: 'column' }>

/** What a saved text became of which nothing else is known. */
export function movedIn(text: string): MovedColumn {
  return columnOf(moveIn({ ...UNKNOWN, title: '', siteName: '', blocks: textBlocks(text) }, HOUSE))
}

/** What a page became that has a title. */
export function movedPage(title: string, html: string): MovedColumn {
  return columnOf(moveIn({ ...UNKNOWN, title, siteName: '', blocks: htmlBlocks(html) }, HOUSE))
}

/** Every line that was left out, with its reason. */
export function leftOf({ remarks }: MovedColumn): string[] {
  return remarks.flatMap(({ kind, reason, text }) => (kind === 'left' ? `${reason}: ${text}` : []))
}

function columnOf(moved: Moved): MovedColumn {
  if (moved.kind !== 'column') throw new Error(`It is no column: ${moved.kind}`)
  return moved
}
