import { asc, gt, sql } from 'drizzle-orm'
import { type WordReader, wordReader } from '../../full-text.ts'
import { columns, type Db, type Statement } from '../../schema.ts'
import { Archive } from '../press/archive.ts'
import { type Asking, relate } from '../press/related.ts'
import { choose, type Notes, noted, notedBeside, relatedNow } from '../press/related-many.ts'
import { plateOf } from './plate.ts'

/**
 * From so many columns on, relatives are chosen in memory: to read every live column takes about as
 * long as to ask the database for the relatives of some two hundred, however many are live.
 */
export const MANY = 200
/** Columns related in one statement: at 100,000 columns each takes some 0.2 of D1's 30 seconds. */
const RELATED_AT_ONCE = 25
/** Columns that choose theirs before anything else has its turn: at 100,000 columns, in half a second. */
const CHOSEN_AT_ONCE = 100
/** Columns whose relatives are written in one batch, some 300 characters each. */
const WRITTEN_AT_ONCE = 1000
/** Documents read in one query, of up to 60 KB each. */
const READ_AT_ONCE = 100
const IDS_AT_ONCE = 5000

type Hand = {
  /** Holds some of the live columns already; null for so few that the database is asked. */
  archive: Archive | null
  /** What else is written with columns that are related, for the same batch. */
  beside: (ids: string[]) => Statement[]
  report: (done: number, all: number) => void
}

/** Makes the archive in which columns find each other; null for so few that the database is asked. */
export function archiveFor(asking: Pick<Asking, 'likeness'>[]): Archive | null {
  return asking.length < MANY ? null : new Archive(asking.flatMap(({ likeness }) => likeness))
}

/** Relates columns that are live by now, and are due to be derived until then. */
export async function relateAll(db: Db, asking: Asking[], hand: Hand): Promise<void> {
  const { archive, beside, report } = hand
  if (archive) await relateInMemory(db, asking, { ...hand, archive })
  else
    for (let start = 0; start < asking.length; start += RELATED_AT_ONCE) {
      const some = asking.slice(start, start + RELATED_AT_ONCE)
      const ids = some.map(({ id }) => id)
      await run(db, [...relate(db, some), relatedNow(db, ids), ...beside(ids)])
      report(start + some.length, asking.length)
    }
}

async function relateInMemory(
  db: Db,
  asking: Asking[],
  { archive, beside, report }: Hand & { archive: Archive },
): Promise<void> {
  await complete(db, archive)
  const notes: Notes = new Map()
  for (const [index, column] of asking.entries()) {
    choose(notes, archive, column)
    if (index % CHOSEN_AT_ONCE > 0) continue
    // Half of the way, about: the rest is to write them.
    report(Math.floor(index / 2), asking.length)
    // A connection that was closed meanwhile is found out before it is used again.
    await turn()
  }
  const chosen = asking.map(({ id }) => id)
  const choosing = new Set(chosen)
  const others = [...notes.keys()].filter((id) => !choosing.has(id))
  for (let start = 0; start < others.length; start += WRITTEN_AT_ONCE)
    await run(db, notedBeside(db, others.slice(start, start + WRITTEN_AT_ONCE), notes))
  for (let start = 0; start < chosen.length; start += WRITTEN_AT_ONCE) {
    const some = chosen.slice(start, start + WRITTEN_AT_ONCE)
    await run(db, [...noted(db, some, notes), ...beside(some)])
    report(Math.floor((chosen.length + start + some.length) / 2), chosen.length)
  }
}

/** Gives everything else that waits its turn. */
function turn(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve))
}

/** Adds the live columns that the archive does not hold yet. */
async function complete(db: Db, archive: Archive): Promise<void> {
  const read = wordReader()
  const missing = (await liveIds(db)).filter((id) => !archive.has(id))
  for (let start = 0; start < missing.length; start += READ_AT_ONCE)
    await addRead(db, archive, { ids: missing.slice(start, start + READ_AT_ONCE), read })
}

async function addRead(
  db: Db,
  archive: Archive,
  { ids, read }: { ids: string[]; read: WordReader },
): Promise<void> {
  const { id, slug, changedAt, manuscript } = columns
  const rows = await db
    .select({ id, slug, changedAt, manuscript })
    .from(columns)
    .where(sql`${id} IN (SELECT value FROM json_each(${JSON.stringify(ids)}))`)
    .orderBy(asc(id))
  for (const { manuscript, ...to } of rows)
    archive.add(await plateOf(JSON.parse(manuscript), to, read))
}

async function liveIds(db: Db): Promise<string[]> {
  const ids: string[] = []
  for (let after: string | undefined = ''; after !== undefined; ) {
    const rows: { id: string }[] = await db
      .select({ id: columns.id })
      .from(columns)
      .where(gt(columns.id, after))
      .orderBy(asc(columns.id))
      .limit(IDS_AT_ONCE)
    ids.push(...rows.map(({ id }) => id))
    after = rows.length === IDS_AT_ONCE ? rows.at(-1)?.id : undefined
  }
  return ids
}

async function run(db: Db, [first, ...rest]: Statement[]): Promise<void> {
  if (first) await db.batch([first, ...rest])
}
