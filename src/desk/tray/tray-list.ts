import {
  and,
  asc,
  eq,
  getTableColumns,
  gt,
  gte,
  inArray,
  lt,
  lte,
  type SQL,
  sql,
} from 'drizzle-orm'
import { day, daysAgo, instant, minutesLater } from '../../dates.ts'
import type { Hand } from '../../desk-log.ts'
import { UNANSWERED } from '../../letters/erase.ts'
import { claims, type Db, editors, type LetterRow, letters, topics } from '../../schema.ts'
import { TRAY_STATUSES, type TrayFilter, type TrayStatus } from './tray-filter.ts'

/** Letters of one state are counted up to here: counting thousands would use up D1's daily limit. */
export const COUNTED = 100

/** A day by which an answer is needed is near when it is no further off than this, in days. */
const SOON_DAYS = 14

/** Gives where in the list a letter stands: after what runs out before it. */
export function positionOf({ runsOutOn, id }: Pick<LetterRow, 'runsOutOn' | 'id'>): string {
  return `${runsOutOn}.${id}`
}

/**
 * Gives the query for a filtered list, what runs out first before all else: by the writer's own day,
 * or by the one on which the clock erases an unanswered letter.
 */
export function listed(
  db: Db,
  filter: TrayFilter,
  { by, now }: Hand,
  { limit, only }: { limit: number; only?: SQL },
) {
  return db
    .select({
      ...SHOWN,
      said: sql<string | null>`(SELECT group_concat(DISTINCT messages.kind) FROM messages
        WHERE messages.letter_id = letters.id AND messages.who = 'writer'
        AND messages.settled_on IS NULL)`,
      group: sql<string | null>`(SELECT count(*) || ' ' || min(follower.received_on)
        FROM letters AS follower
        WHERE follower.lead_id = letters.id AND follower.status = 'grouped')`.as('group_of'),
      claim: { editorId: claims.editorId, name: editors.name, until: claims.until },
    })
    .from(letters)
    .leftJoin(claims, and(eq(claims.letterId, letters.id), gt(claims.until, instant(now))))
    .leftJoin(editors, eq(editors.id, claims.editorId))
    .where(and(isListed(filter, { by, now }), only))
    .orderBy(asc(letters.runsOutOn), asc(letters.id))
    .limit(limit)
}

/** Gives the query for the letter of the list that comes next, leaving out what others are reading. */
export function nextListed(db: Db, filter: TrayFilter, hand: Hand) {
  const isOthers = sql`EXISTS (SELECT 1 FROM claims WHERE claims.letter_id = ${letters.id}
    AND claims.editor_id <> ${hand.by} AND claims.until > ${instant(hand.now)})`
  return db
    .select({ id: letters.id })
    .from(letters)
    .where(and(isListed(filter, hand), sql`NOT ${isOthers}`))
    .orderBy(asc(letters.runsOutOn), asc(letters.id))
    .limit(1)
}

const { letter, tried, disguise, signoff, differs, emailKey, email, ...SHOWN } =
  getTableColumns(letters)

/** Tells which letters a filter lists for an editor, after where it begins. */
export function isListed(filter: TrayFilter, { by, now }: Hand): SQL | undefined {
  const { topic, language, consent, age, mine, after } = filter
  const [runsOutOn, id] = after.split('.')
  return and(
    isIn(filter.status),
    topic ? eq(letters.topic, topic) : undefined,
    language ? eq(letters.language, language) : undefined,
    consent ? eq(letters.consent, consent) : undefined,
    age ? lte(letters.receivedOn, daysAgo(now, Number(age))) : undefined,
    isNeeded(filter.needed, now),
    mine ? isMine(by, now) : undefined,
    id ? sql`(${letters.runsOutOn}, ${letters.id}) > (${runsOutOn}, ${id})` : undefined,
  )
}

function isIn(status: TrayFilter['status']): SQL | undefined {
  if (status === 'takedown') return sql`${letters.id} IN ${TAKE_DOWN_ASKED}`
  if (status !== 'all' && status !== 'open') return eq(letters.status, status)
  // Written out, not bound, so that SQLite knows the partial index to be meant.
  const isThere = sql`${letters.status} <> 'erased'`
  return status === 'all' ? isThere : and(isThere, inArray(letters.status, UNANSWERED))
}

function isNeeded(needed: TrayFilter['needed'], now: Date): SQL | undefined {
  const today = day(now)
  if (needed === 'passed') return lt(letters.neededBy, today)
  if (needed === 'any') return sql`${letters.neededBy} IS NOT NULL`
  const soon = day(minutesLater(now, SOON_DAYS * 24 * 60))
  return needed ? and(gte(letters.neededBy, today), lte(letters.neededBy, soon)) : undefined
}

function isMine(by: string, now: Date): SQL {
  return sql`${letters.id} IN (SELECT ${claims.letterId} FROM ${claims}
    WHERE ${claims.editorId} = ${by} AND ${claims.until} > ${instant(now)})`
}

const TAKE_DOWN_ASKED = sql`(SELECT messages.letter_id FROM messages
  WHERE messages.kind = 'takedown' AND messages.settled_on IS NULL)`

/** Gives the query for how many letters there are in each state, and to be taken down. */
export function counted(db: Db) {
  return db
    .select({
      status: sql<TrayStatus | 'takedown'>`value`.as('status'),
      count: sql<number>`CASE value
        WHEN 'takedown' THEN (SELECT count(DISTINCT letter_id) FROM ${TAKE_DOWN_ASKED})
        ELSE (SELECT count(*) FROM
          (SELECT 1 FROM letters WHERE letters.status = value LIMIT ${COUNTED})) END`.as('count'),
    })
    .from(sql`json_each(${JSON.stringify([...TRAY_STATUSES, 'takedown'])})`)
}

/** Gives the query for every topic once, by its English name where it has one. */
export function topicNames(db: Db) {
  return db
    .select({
      slug: topics.slug,
      name: sql<string>`coalesce(max(CASE ${topics.language} WHEN 'en' THEN ${topics.name} END),
        min(${topics.name}))`,
    })
    .from(topics)
    .groupBy(topics.slug)
    .orderBy(asc(sql`min(${topics.position})`), asc(topics.slug))
}
