import { and, asc, eq, getTableColumns, sql } from 'drizzle-orm'
import { type Message, openMessages } from '../letters/message.ts'
import { type OpenLetter, openLetter } from '../letters/sealed.ts'
import { messagesOf } from '../letters/standing.ts'
import {
  type Db,
  type LetterRow,
  type LetterStatus,
  letters,
  type MessageKind,
  topics,
} from '../schema.ts'
import type { Vault } from '../vault.ts'
import { type Entry, historyOf } from './log.ts'

/** The states by which the tray can be looked through; nothing is left of an erased letter. */
export const TRAY_STATUSES = [
  'received',
  'shortlisted',
  'waiting',
  'grouped',
  'held',
  'in_column',
  'declined',
  'spam',
  'answered',
  'withdrawn',
] as const satisfies LetterStatus[]
type TrayStatus = (typeof TRAY_STATUSES)[number]

/** Which letters an editor is looking through, and after which of them the list begins. */
export type TrayFilter = {
  status: TrayStatus | 'all' | 'takedown'
  topic: string
  language: string
  after: string
}

/** Where the tray begins: every letter that nobody has decided on yet. */
export const NEW_LETTERS: TrayFilter = { status: 'received', topic: '', language: '', after: '' }

const PAGE = 30
/** Letters of one state are counted up to here: counting thousands would use up D1's daily limit. */
export const COUNTED = 100

/** Sealed texts that a list does not need; what is not fetched cannot be opened either. */
const UNREAD = { letter: null, tried: null, disguise: null, signoff: null, differs: null }
const NO_EMAIL = { emailKey: null, email: null }

/** `said` holds the kinds of what the writer said and the desk has not dealt with yet. */
export type TrayItem = { row: LetterRow; question: string | null; said: MessageKind[] }
export type TopicName = { slug: string; name: string }

/** A page of the list: `later` is where the next page begins, null on the last. */
export type Tray = {
  filter: TrayFilter
  items: TrayItem[]
  later: string | null
  counts: { status: TrayStatus | 'takedown'; count: number }[]
  topics: TopicName[]
}

/** A letter as the desk reads it; its fields are null when it is erased, or cannot be opened. */
export type ReadLetter = {
  row: LetterRow
  text: OpenLetter
  history: Entry[]
  messages: Message[]
  /** The letters that are grouped with it, and follow it. */
  followers: string[]
}

/** Reads the filter in an address. What it does not understand it leaves out: new letters, all of them. */
export function readFilter(query: Record<string, string>): TrayFilter {
  const { status, topic = '', language = '', after = '' } = query
  const known = [...TRAY_STATUSES, 'all' as const, 'takedown' as const].find(
    (each) => each === status,
  )
  return {
    status: known ?? NEW_LETTERS.status,
    topic,
    language: /^[a-z]{2,3}$/.test(language) ? language : '',
    after: POSITION.test(after) ? after : '',
  }
}

const POSITION = /^\d{4}-\d\d-\d\d\.[0-9a-z]+$/

/** Gives an address of the desk with the filter in its query, as far as it says anything. */
export function filtered(path: string, { status, ...rest }: TrayFilter): string {
  const said = Object.entries({ status: status === NEW_LETTERS.status ? '' : status, ...rest })
  const query = new URLSearchParams(said.filter(([, value]) => value !== ''))
  return query.size > 0 ? `${path}?${query}` : path
}

/** Gives a page of the tray, the oldest letter first, in one round trip. */
export async function readTray(db: Db, vault: Vault, filter: TrayFilter): Promise<Tray> {
  return trayOf(vault, filter, await db.batch(trayStatements(db, filter)))
}

/** Gives a letter with the page of the tray that it was opened from, in one round trip. */
export async function readLetter(
  db: Db,
  vault: Vault,
  id: string,
  filter: TrayFilter,
): Promise<{ tray: Tray; letter: ReadLetter | null }> {
  const [rows, counts, names, [row], history, said, following] = await db.batch([
    ...trayStatements(db, filter),
    db.select().from(letters).where(eq(letters.id, id)),
    historyOf(db, id),
    messagesOf(db, id),
    db
      .select({ id: letters.id })
      .from(letters)
      .where(and(eq(letters.leadId, id), eq(letters.status, 'grouped'))),
  ])
  const [tray, text, messages] = await Promise.all([
    trayOf(vault, filter, [rows, counts, names]),
    row && openLetter(vault, { ...row, ...NO_EMAIL }),
    row && openMessages(vault, row, said),
  ])
  const followers = following.map((follower) => follower.id)
  const letter = row && text && messages && { row, text, history, messages, followers }
  return { tray, letter: letter ?? null }
}

/** Finds which letter of the filtered list comes after one that was just decided. Null: none. */
export async function letterAfter(
  db: Db,
  filter: TrayFilter,
  letter: LetterRow,
): Promise<string | null> {
  const [next] = await listed(db, { ...filter, after: positionOf(letter) }, 1)
  return next?.id ?? null
}

/** Gives a letter's state now and what was last done to it. Undefined when there is no such letter. */
export async function letterNow(db: Db, id: string) {
  const [[row], history] = await db.batch([
    db.select().from(letters).where(eq(letters.id, id)),
    historyOf(db, id),
  ])
  return row && { row, last: history.at(-1) }
}

type Found = readonly [Awaited<ReturnType<typeof listed>>, Tray['counts'], TopicName[]]

async function trayOf(
  vault: Vault,
  filter: TrayFilter,
  [rows, counts, names]: Found,
): Promise<Tray> {
  const shown = rows.slice(0, PAGE)
  const last = rows.length > PAGE ? shown.at(-1) : undefined
  return {
    filter,
    items: await Promise.all(shown.map((row) => itemOf(vault, row))),
    later: last ? positionOf(last) : null,
    counts,
    topics: names,
  }
}

async function itemOf(vault: Vault, found: Found[0][number]): Promise<TrayItem> {
  const { said, ...shown } = found
  const row = { ...shown, ...UNREAD, ...NO_EMAIL }
  const { question } = await openLetter(vault, row)
  return { row, question, said: (said?.split(',') ?? []) as MessageKind[] }
}

function positionOf({ receivedOn, id }: Pick<LetterRow, 'receivedOn' | 'id'>): string {
  return `${receivedOn}.${id}`
}

function trayStatements(db: Db, filter: TrayFilter) {
  return [listed(db, filter, PAGE + 1), counted(db), topicNames(db)] as const
}

function listed(db: Db, { status, topic, language, after }: TrayFilter, limit: number) {
  const { letter, tried, disguise, signoff, differs, emailKey, email, ...shown } =
    getTableColumns(letters)
  const [day, id] = after.split('.')
  return db
    .select({
      ...shown,
      said: sql<string | null>`(SELECT group_concat(DISTINCT messages.kind) FROM messages
        WHERE messages.letter_id = letters.id AND messages.who = 'writer'
        AND messages.settled_on IS NULL)`,
    })
    .from(letters)
    .where(
      and(
        isListed(status),
        topic ? eq(letters.topic, topic) : undefined,
        language ? eq(letters.language, language) : undefined,
        id ? sql`(${letters.receivedOn}, ${letters.id}) > (${day}, ${id})` : undefined,
      ),
    )
    .orderBy(asc(letters.receivedOn), asc(letters.id))
    .limit(limit)
}

function isListed(status: TrayFilter['status']) {
  if (status === 'takedown') return sql`${letters.id} IN ${TAKE_DOWN_ASKED}`
  // Written out, not bound, so that SQLite knows the partial index to be meant.
  return status === 'all' ? sql`${letters.status} <> 'erased'` : eq(letters.status, status)
}

const TAKE_DOWN_ASKED = sql`(SELECT messages.letter_id FROM messages
  WHERE messages.kind = 'takedown' AND messages.settled_on IS NULL)`

function counted(db: Db) {
  return db
    .select({
      status: sql<Tray['counts'][number]['status']>`value`.as('status'),
      count: sql<number>`CASE value
        WHEN 'takedown' THEN (SELECT count(DISTINCT letter_id) FROM ${TAKE_DOWN_ASKED})
        ELSE (SELECT count(*) FROM
          (SELECT 1 FROM letters WHERE letters.status = value LIMIT ${COUNTED})) END`.as('count'),
    })
    .from(sql`json_each(${JSON.stringify([...TRAY_STATUSES, 'takedown'])})`)
}

/** Every topic once, by its English name where it has one. */
function topicNames(db: Db) {
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
