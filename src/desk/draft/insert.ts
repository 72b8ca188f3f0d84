import { eq, sql } from 'drizzle-orm'
import { anyOf, tokens } from '../../full-text.ts'
import { partsOf } from '../../manuscript/parts.ts'
import { pathsIn } from '../../paths.ts'
import { columns, columnsFts, type Db, exchanges } from '../../schema.ts'
import type { Language } from '../../ui/copy/index.ts'

/** A live column that a reply may link to. */
export type Found = { slug: string; headline: string }

/** How many columns a search offers, and how many of the words of a question it looks for. */
const MOST = 8
const MOST_WORDS = 12

/** Finds live columns in a language by words of their headlines, the nearest first: at most eight. */
export async function columnsByHeadline(db: Db, query: string, language: string): Promise<Found[]> {
  const words = tokens(query, language).slice(0, MOST_WORDS)
  if (words.length === 0) return []
  const match = `head : (${anyOf(words, language)})`
  const found = await db
    .select({ slug: columns.slug, headline: columns.headline })
    .from(columnsFts)
    .innerJoin(exchanges, eq(exchanges.id, columnsFts.rowid))
    .innerJoin(columns, eq(columns.id, exchanges.columnId))
    .where(sql`${columnsFts} MATCH ${match}`)
    .orderBy(columnsFts.rank)
    .limit(MOST * 2)
  const unique = new Map(found.map((column) => [column.slug, column]))
  return [...unique.values()].slice(0, MOST)
}

/** Writes words to say, and when to say them, as a script. */
export function scriptOf({ when, words }: { when: string; words: string }): string {
  const heading = `[!SCRIPT] ${when.replace(/\s+/g, ' ')}`.trim()
  return [heading, ...words.trim().split('\n')].map((line) => `> ${line}`.trimEnd()).join('\n')
}

/** Writes a link to a column, with its headline for its words. */
export function linkTo({ slug, headline }: Found, language: string): string {
  const words = headline.replace(/[\\[\]*_`<]/g, '\\$&')
  return `[${words}](${pathsIn(language as Language).column(slug)})`
}

/** Puts a paragraph at the end of a part of a document; null when there is no such part. */
export function withParagraph(document: string, name: string, paragraph: string): string | null {
  const part = partsOf(document).get(name)
  if (!part || part.text === null) return null
  return part.with(part.text === '' ? paragraph : `${part.text}\n\n${paragraph}`)
}
