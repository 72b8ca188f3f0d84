import { type SQL, sql } from 'drizzle-orm'

/**
 * How many times exchanges with a word are looked at, about: so many, and a twentieth of all. Beyond it
 * the commonest words are left out, as they tell least and cost most; but never the rarest that some
 * column has.
 */
const WORK = 3000
const WORK_SHARE = 20

/** One way to say a thing that is looked for. */
export type Looked = {
  /** It as an FTS5 expression. */
  match: string
  /** The stem by which it is told how common it is. */
  stem: string
  /** Whether it is a word that was asked for, and no other that may be meant by it. */
  isWord: boolean
  /** Where it is the beginning of words: the share of all exchanges that is thought to have one. */
  share: number
}

/**
 * Gives the common tables of a query, of which the last, `best`, has the exchanges with the most and
 * the rarest of what is looked for: their rowid, and their rank, the lower the better. However many
 * columns there are, and whatever is asked, the work is bounded.
 */
export function bestExchanges(looked: Looked[], language: string, among: number): SQL {
  return sql`every AS (SELECT coalesce(max(uses), 0) AS uses FROM search_words
      WHERE language = ${language} AND stem = '' AND word = ''),
    ways AS (
      SELECT key, value ->> 'match' AS match, value ->> 'isWord' AS is_word,
        coalesce((SELECT sum(uses) FROM search_words
          WHERE language = ${language} AND stem = value ->> 'stem'), 0)
        + (value ->> 'share') * (SELECT uses FROM every) AS uses
      FROM json_each(${JSON.stringify(looked)})),
    best AS (
      SELECT rowid, rank FROM columns_fts
      WHERE columns_fts MATCH (SELECT coalesce(group_concat(match, ' OR '), '""') FROM (
          SELECT match, uses, is_word, sum(uses) OVER (ORDER BY uses, key) AS work,
            min(uses) FILTER (WHERE is_word AND uses > 0) OVER () AS least FROM ways)
        WHERE work <= ${WORK} + (SELECT uses FROM every) / ${WORK_SHARE} OR (is_word AND uses = least))
      ORDER BY rank LIMIT ${among})`
}
