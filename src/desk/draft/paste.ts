import { sql } from 'drizzle-orm'
import { type Hand, loggedIfChanged } from '../../desk-log.ts'
import { type Manuscript, write } from '../../manuscript.ts'
import type { Counts, Remark } from '../../moving-in.ts'
import type { Db } from '../../schema.ts'
import { slugOf } from '../../slug-of.ts'
import { characters } from '../../text.ts'
import { listTopics } from '../settings/topics.ts'
import { draftOpens } from './draft.ts'
import { isHtml, textOfHtml } from './html-text.ts'

/** What a text from elsewhere became, and what is said of its lines. */
export type Arrival = { text: string; counts: Counts; confidence: number; remarks: Remark[] }

/** What an editor pasted: a column of an older site, and its headline if it does not say it itself. */
export type Paste = { text: string; headline: string }

/** The most of it, in characters: a column may have 60,000 bytes. */
const LONGEST = 100_000
/** What the desk keeps of a document, in bytes. */
const MOST_BYTES = 90_000
/** What stands for no topic: a draft may have none yet. */
const NO_TOPIC = 'none'

/**
 * Makes a column of a text from elsewhere, as `npm run import` does: letters and replies told apart, and
 * left out what belongs to its old page. Or says why that cannot be done, and what to do.
 */
export async function readPaste(
  db: Db,
  { text, headline }: Paste,
  house: { language: string; timeZone: string },
): Promise<{ manuscript: Manuscript; arrival: Arrival } | { refused: string }> {
  if (text === '') return { refused: 'Paste the column: its text, or the source of its page' }
  if (text.length > LONGEST && characters(text) > LONGEST) return { refused: tooLong(text) }
  // By itself, and only when it is wanted: it is a tenth of all that the desk runs.
  const { moveIn, textBlocks } = await import('../../moving-in.ts')
  const read = isHtml(text) ? textOfHtml(text) : { text, remarks: [] }
  const piece = {
    ...{ title: headline, standfirst: '', language: null, published: null, byline: null },
    ...{ topics: [], siteName: '', blocks: textBlocks(read.text) },
  }
  const topics = await topicNames(db)
  const moved = moveIn(piece, { ...house, topics, topic: NO_TOPIC })
  if (moved.kind === 'update') return { refused: AN_UPDATE }
  if (moved.kind === 'left') return { refused: noColumn(moved.reason) }
  const manuscript = {
    ...moved.manuscript,
    topics: moved.manuscript.topics.filter((topic) => topic !== NO_TOPIC),
  }
  if (new TextEncoder().encode(write(manuscript)).length > MOST_BYTES) {
    return { refused: tooLong(text) }
  }
  const { counts, confidence } = moved
  const remarks = [...read.remarks, ...moved.remarks, ...moved.images.map(pictureLeft)].map(
    (one) => (one.text === NO_TOPIC ? { ...one, text: '' } : one),
  )
  return { manuscript, arrival: { text: read.text, counts, confidence, remarks } }
}

const AN_UPDATE =
  'This is an update of a column, and no column. Revise that column, and write it there under “# Update” and its day'

function tooLong(text: string): string {
  const [has, most] = [characters(text), LONGEST].map((number) => number.toLocaleString('en-GB'))
  return `It has ${has} characters, and a column may have up to ${most}. Paste the column alone, without the page around it`
}

function noColumn(reason: string): string {
  return `It was not taken: ${reason}. Write “Letter:” above the letter and “Reply:” above the reply, and send it again`
}

function pictureLeft({
  line,
  address,
  text,
}: {
  line: number
  address: string
  text: string
}): Remark {
  return { kind: 'left', line, reason: 'a picture', text: `${text} ${address}`.trim() }
}

/** The site's topics, by their slugs and by their names in every language. */
async function topicNames(db: Db): Promise<Map<string, string>> {
  const known = await listTopics(db)
  return new Map(
    known.flatMap(({ slug, texts }) =>
      [slug, ...Object.values(texts).map(({ name }) => name)].map((name) => [
        name.toLowerCase(),
        slug,
      ]),
    ),
  )
}

/**
 * Opens a draft with a column from elsewhere. Its id is chosen before it is sent, so that sending it twice
 * opens one draft, and none again that was dropped.
 */
export async function openPasted(
  db: Db,
  id: string,
  manuscript: Manuscript,
  hand: Hand,
): Promise<void> {
  const slug = slugOf(manuscript.headline).slice(0, 80).replace(/-+$/, '') || id
  const isNew = sql`NOT EXISTS (SELECT 1 FROM draft_versions WHERE draft_id = ${id})`
  const draft = { id, slug, document: write(manuscript), manuscript }
  const [first, ...rest] = draftOpens(db, draft, hand, isNew)
  if (!first) return
  await db.batch([first, ...rest, loggedIfChanged(db, { verb: 'paste', draftId: id, ...hand })])
}
