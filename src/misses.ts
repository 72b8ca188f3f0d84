import { and, desc, eq, isNotNull, lt, lte, sql } from 'drizzle-orm'
import { day, daysAgo } from './dates.ts'
import { findDetails } from './identifying.ts'
import { SEARCH_DAYS } from './kept.ts'
import { type Db, misses } from './schema.ts'
import { statement } from './statement.ts'
import { characters } from './text.ts'
import { searchHash, type Vault } from './vault.ts'

/** On how many days something must be searched for in vain before its words are kept and shown. */
export const SHOWN_FROM = 3
/** A longer search tells a story, which is its teller's own. */
const LONGEST = 80
/** How many new searches are counted in a day: a machine must not use up the day's writes. */
const NEW_IN_A_DAY = 200
/** How many the desk is shown. */
const SHOWN = 20

type Search = { typed: string; language: string }

/**
 * Gives the words under which a search is counted: lower-case, single-spaced. Null for one that is
 * not: too long, or with something in it that may identify somebody.
 */
export function countedWords({ typed, language }: Search): string | null {
  const words = typed.replace(/\s+/g, ' ').trim()
  if (words === '' || characters(words) > LONGEST) return null
  // A run of digits, an address, a handle: in lower case and without a sentence they can be missed.
  if (/\d{3}|[@/\\]|\p{L}\.\p{L}/u.test(words)) return null
  if (findDetails(words, language).length > 0) return null
  return words.toLocaleLowerCase(language)
}

/**
 * Counts that a search found nothing, once a day however often it is made. Until the third day only
 * a keyed hash of the words stands there, from which nobody can read them.
 */
export async function countMiss(
  db: Db,
  vault: Vault,
  search: Search & { now: Date },
): Promise<void> {
  const words = countedWords(search)
  if (words === null) return
  const { language, now } = search
  const today = day(now)
  const hash = await searchHash(vault, language, words)
  await db.batch([
    db
      .update(misses)
      .set({
        days: sql`${misses.days} + 1`,
        lastOn: today,
        words: sql`CASE WHEN ${misses.days} + 1 >= ${SHOWN_FROM} THEN ${words} END`,
      })
      .where(and(eq(misses.hash, hash), lt(misses.lastOn, today))),
    statement(
      db,
      sql`INSERT INTO misses (hash, language, days, first_on, number, last_on)
      SELECT ${hash}, ${language}, 1, ${today}, number, ${today} FROM (
        SELECT coalesce(max(number), 0) + 1 AS number FROM misses WHERE first_on = ${today})
      WHERE number <= ${NEW_IN_A_DAY} AND NOT EXISTS (SELECT 1 FROM misses WHERE hash = ${hash})`,
    ),
  ])
}

/** Gives the query for what was searched for in vain on three days or more, the most often first. */
export function missesShown(db: Db) {
  return db
    .select({
      words: sql<string>`${misses.words}`,
      language: misses.language,
      days: misses.days,
      lastOn: misses.lastOn,
    })
    .from(misses)
    .where(isNotNull(misses.words))
    .orderBy(desc(misses.days), desc(misses.lastOn))
    .limit(SHOWN)
}

/** Forgets what nobody has searched for in 90 days. */
export async function forgetMisses(db: Db, now: Date): Promise<void> {
  await db.delete(misses).where(lte(misses.lastOn, daysAgo(now, SEARCH_DAYS)))
}
