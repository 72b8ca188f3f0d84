import { asc, count, lt } from 'drizzle-orm'
import { isCarriedOut } from '../../refusal.ts'
import { columns, type Db } from '../../schema.ts'
import { DERIVATION } from '../press/derived.ts'
import { deriveAnew } from '../press.ts'
import { plateOf } from './plate.ts'
import { owedAround, readBefore } from './purge-owed.ts'
import { tagsOfDerivation } from './purge-table.ts'

/**
 * How often the clock derives a column. One is up to 300 rows written, most of them the search's
 * words, and so 43,000 of the free plan's 100,000 a day; and some 20 of the 50 statements of a run.
 */
export const EVERY_MINUTES = 10
/** Columns derived in one batch of the command line: documents of 60 KB, and D1 takes 2 MB. */
const IN_A_BATCH = 8

/**
 * Derives anew the live columns whose rows were derived by older rules, so many at most, and gives
 * how many that were. One that was published meanwhile is left to whoever did, and to the next run.
 */
export async function deriveDue(db: Db, now: Date, most = 1): Promise<number> {
  const due = await db
    .select({
      id: columns.id,
      slug: columns.slug,
      version: columns.version,
      changedAt: columns.changedAt,
      manuscript: columns.manuscript,
    })
    .from(columns)
    .where(lt(columns.derivation, DERIVATION))
    .orderBy(asc(columns.derivation))
    .limit(most)
  if (due.length === 0) return 0
  const plates = await Promise.all(
    due.map(async ({ manuscript, version, ...to }) => {
      return { ...(await plateOf(JSON.parse(manuscript), to)), version }
    }),
  )
  const tags = plates.flatMap(({ id, language }) => tagsOfDerivation(id, language))
  const related = plates.map(({ id }) => id)
  const before = await readBefore(db, related)
  const owed = owedAround(db, tags, { related, before, now })
  const [first, ...rest] = deriveAnew(db, plates)
  if (first) await isCarriedOut(db.batch([first, ...rest, owed]))
  return due.length
}

/** Derives the next column when it is the time for one: what the clock does. */
export async function deriveInTurn(db: Db, now: Date): Promise<void> {
  if (now.getUTCMinutes() % EVERY_MINUTES === 0) await deriveDue(db, now)
}

/** Derives anew all that is due, and reports after each batch: what a push does at once. */
export async function deriveAll(
  db: Db,
  now: Date,
  report: (done: number, all: number) => void,
): Promise<void> {
  const [due] = await db
    .select({ all: count() })
    .from(columns)
    .where(lt(columns.derivation, DERIVATION))
  const all = due?.all ?? 0
  for (let done = 0; done < all; ) {
    done += (await deriveDue(db, now, IN_A_BATCH)) || all
    report(Math.min(done, all), all)
  }
}
