import { and, asc, desc, eq, gt, type SQL, sql } from 'drizzle-orm'
import { quoted, stemOf, tokens } from '../full-text.ts'
import { columns, type Db, scripts, scriptsFts, siteState, topics } from '../schema.ts'

/** A script as it stands on the shelf, with the exchange that it is from. */
export type Shelved = {
  id: number
  columnId: string
  place: number
  exchange: number
  topic: string
  publishedAt: string
  situation: string
  words: string
  slug: string
  headline: string
  /** The headlines of its column's letters, where that is a digest. */
  letters: string[]
}

/** How many scripts of a topic the whole shelf shows, and one page of a topic, and a search at most. */
const OF_EACH = 3
const TOPIC_PAGE = 20
const FOUND = 30
/** Words of a search that are looked for. */
const WORDS = 12

const shelved = {
  id: scripts.id,
  columnId: scripts.columnId,
  place: scripts.place,
  exchange: scripts.exchange,
  topic: scripts.topic,
  publishedAt: scripts.publishedAt,
  situation: scripts.situation,
  words: scripts.words,
  slug: columns.slug,
  headline: columns.headline,
  letters: columns.letters,
}

/** Gives the newest scripts of each topic, and the topics that have any, in order: one batch. */
export async function wholeShelf(db: Db, language: string) {
  const [found, named, [state]] = await db.batch([
    db
      .select(shelved)
      .from(topics)
      .crossJoin(
        sql`json_each((SELECT json_group_array(id) FROM (SELECT own.id FROM scripts AS own
          WHERE own.language = ${topics.language} AND own.topic = ${topics.slug}
          ORDER BY own.published_at DESC, own.column_id DESC, own.place LIMIT ${OF_EACH}))) AS newest`,
      )
      .innerJoin(scripts, sql`${scripts.id} = newest.value`)
      .innerJoin(columns, eq(columns.id, scripts.columnId))
      .where(and(eq(topics.language, language), gt(topics.scripts, 0)))
      .orderBy(...inOrder),
    topicsWithScripts(db, language),
    db.select({ version: siteState.version }).from(siteState),
  ])
  return { scripts: found, topics: named, version: state?.version ?? 0 }
}

/**
 * Gives a page of a topic's scripts, the newest column's first, from `older` on, and all languages in
 * which the topic has any: one batch.
 */
export async function topicShelf(
  db: Db,
  { topic, language, older }: { topic: string; language: string; older: string | null },
) {
  const [found, named, spoken, [state]] = await db.batch([
    db
      .select(shelved)
      .from(scripts)
      .innerJoin(columns, eq(columns.id, scripts.columnId))
      .where(and(eq(scripts.language, language), eq(scripts.topic, topic), from(older)))
      .orderBy(...inOrder)
      .limit(TOPIC_PAGE + 1),
    topicsWithScripts(db, language),
    db
      .select({ language: topics.language })
      .from(topics)
      .where(and(eq(topics.slug, topic), gt(topics.scripts, 0))),
    db.select({ version: siteState.version }).from(siteState),
  ])
  const shown = found.slice(0, TOPIC_PAGE)
  const last = shown.at(-1)
  const isMore = found.length > TOPIC_PAGE && last
  return {
    scripts: shown,
    older: isMore ? `${last.publishedAt}_${last.columnId}_${last.place}` : null,
    topics: named,
    languages: spoken.map((one) => one.language),
    version: state?.version ?? 0,
  }
}

/** Gives the scripts whose situation or words answer a query best, best first: one batch. */
export async function searchShelf(db: Db, query: string, language: string) {
  const [found, named] = await db.batch([
    db
      .select(shelved)
      .from(scriptsFts)
      .innerJoin(scripts, eq(scripts.id, scriptsFts.rowid))
      .innerJoin(columns, eq(columns.id, scripts.columnId))
      .where(sql`${scriptsFts} MATCH ${expression(query, language)}`)
      .orderBy(scriptsFts.rank)
      .limit(FOUND),
    topicsWithScripts(db, language),
  ])
  return { scripts: found, topics: named }
}

const inOrder = [desc(scripts.publishedAt), desc(scripts.columnId), asc(scripts.place)]

function topicsWithScripts(db: Db, language: string) {
  return db
    .select()
    .from(topics)
    .where(and(eq(topics.language, language), gt(topics.scripts, 0)))
    .orderBy(asc(topics.position), asc(topics.name))
}

/** An expression that finds nothing for a query without a word. */
function expression(query: string, language: string): string {
  const words = tokens(query, language).slice(0, WORDS)
  if (words.length === 0) return '""'
  // The index stems as English; the word and its stem together find more in other languages.
  const any = new Set(words.flatMap((word) => [word, stemOf(word, language)]))
  return `language : "${language}" AND {situation words} : (${[...any].map(quoted).join(' OR ')})`
}

/**
 * A position is the last script that was shown, “<instant>_<column>_<place>”; any other text starts
 * anew. The first condition alone is what the index is read by: it passes over one instant at most.
 */
function from(older: string | null): SQL | undefined {
  const [, at, id, place] = /^([0-9TZ:-]{20})_([0-9a-z]{1,40})_(\d{1,3})$/.exec(older ?? '') ?? []
  return at && id
    ? sql`${scripts.publishedAt} <= ${at} AND (${scripts.publishedAt} < ${at}
        OR ${scripts.columnId} < ${id}
        OR (${scripts.columnId} = ${id} AND ${scripts.place} > ${Number(place)}))`
    : undefined
}
