import { sql } from 'drizzle-orm'
import type { Manuscript } from '../../manuscript.ts'
import type { Db } from '../../schema.ts'
import { rows } from '../../statement.ts'
import { languageName } from '../letter/letter-words.ts'
import { type Candidate, type Gate, whereStands } from './gate.ts'

/** A live edition of a draft's column; `manuscript` stands with the one that it translates. */
type Edition = { id: string; slug: string; language: string; manuscript: string | null }

/** Gives the live column at a slug, or the one that has moved away from it, as its id. */
function columnAt(slug: string) {
  return sql`(SELECT id FROM columns WHERE slug = ${slug}
    UNION ALL SELECT column_id FROM redirects WHERE slug = ${slug} LIMIT 1)`
}

/** Gives the query for the live editions of the column that a draft is, or is an edition of. */
export function readEditions(db: Db, draftId: string, editionOf: string) {
  return rows<Edition>(
    db,
    sql`SELECT id, slug, language, iif(id = ${columnAt(editionOf)}, manuscript, NULL) AS manuscript
    FROM columns WHERE original_id = (SELECT original_id FROM columns
      WHERE id = coalesce(${columnAt(editionOf)}, ${draftId}))`,
  )
}

/**
 * Gives a condition that holds while no other column is the edition, in this language, of the one at
 * a slug: of two that are published at once, one is refused.
 */
export function isOnlyEdition(draftId: string, { editionOf, language }: Manuscript) {
  return sql`NOT EXISTS (SELECT 1 FROM columns AS other WHERE other.id <> ${draftId}
    AND other.language = ${language} AND other.original_id =
      (SELECT original_id FROM columns WHERE id = ${columnAt(editionOf ?? '')}))`
}

/** The gates of a column that has editions: the only one in its language, and all of it translated. */
export function editionGates(
  { id, document }: Candidate,
  manuscript: Manuscript | null,
  editions: Edition[],
): Gate[] {
  const others = editions.filter((edition) => edition.id !== id)
  if (!manuscript || others.length === 0) return []
  const same = others.find(({ language }) => language === manuscript.language)
  const only: Gate = {
    name: 'It is the only edition in its language',
    problems: same
      ? [
          {
            text: `“${same.slug}” is the edition in ${languageName(same.language)} already. Revise that one, or change “language”.`,
            ...whereStands(document, /^language:/m),
          },
        ]
      : [],
  }
  const source = others.find((edition) => edition.manuscript)
  if (!source?.manuscript) return [only]
  const left = untranslated(manuscript, JSON.parse(source.manuscript))
  const problems = left.map(([part, words]) => ({
    text: `${part} still has the words of the original. Translate it.`,
    ...whereStands(document, words.split('\n')[0] ?? ''),
  }))
  return [only, { name: 'All of it is translated', problems }]
}

/** Gives the parts that are word for word the original's, by name. */
function untranslated(manuscript: Manuscript, original: Manuscript): [string, string][] {
  const parts: [string, string | null, string | null | undefined][] = [
    ['The headline', manuscript.headline, original.headline],
    ['The standfirst', manuscript.standfirst, original.standfirst],
    ['The editor’s note', manuscript.note, original.note],
    ...manuscript.exchanges.flatMap(({ letter, reply }, index): typeof parts => [
      [`Letter ${index + 1}`, letter, original.exchanges[index]?.letter],
      [`Reply ${index + 1}`, reply, original.exchanges[index]?.reply],
    ]),
    ...manuscript.updates.map(({ on, text }, index): (typeof parts)[number] => [
      `The update of ${on}`,
      text,
      original.updates[index]?.text,
    ]),
  ]
  return parts.flatMap(([name, mine, theirs]): [string, string][] =>
    mine && mine === theirs ? [[name, mine]] : [],
  )
}
