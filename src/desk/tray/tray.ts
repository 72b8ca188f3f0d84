import { and, eq, type SQL } from 'drizzle-orm'
import type { Hand } from '../../desk-log.ts'
import { type Message, openMessages } from '../../letters/message.ts'
import { type OpenLetter, openLetter } from '../../letters/sealed.ts'
import { messagesOf } from '../../letters/standing.ts'
import { type Db, type LetterRow, letters, type MessageKind } from '../../schema.ts'
import type { Vault } from '../../vault.ts'
import { type Entry, historyOf, justDone } from '../log/log.ts'
import { type Claim, claimOf } from './claim.ts'
import type { Many } from './many.ts'
import type { TrayFilter, TrayStatus } from './tray-filter.ts'
import { counted, listed, nextListed, positionOf, topicNames } from './tray-list.ts'

/** So many letters stand on a page of the list; as many can be decided at once. */
export const PAGE = 30

/** Sealed texts that a list does not need; what is not fetched cannot be opened either. */
const UNREAD = { letter: null, tried: null, disguise: null, signoff: null, differs: null }
const NO_EMAIL = { emailKey: null, email: null }

/** `said` holds the kinds of what the writer said and the desk has not dealt with yet. */
export type TrayItem = {
  row: LetterRow
  question: string | null
  said: MessageKind[]
  /** How many letters follow it, and the day on which the oldest of them all came. */
  group: { followers: number; oldestOn: string } | null
  claim: Omit<Claim, 'letterId'> | null
}
export type TopicName = { slug: string; name: string }

/** What was looked for in the letters' text, in how many, and where to look on, if there are more. */
export type Search = {
  text: string
  flag: TrayFilter['flag']
  looked: number
  later: string | null
}

/** A page of the list: `later` is where the next page begins, null on the last. */
export type Tray = {
  filter: TrayFilter
  items: TrayItem[]
  later: string | null
  counts: { status: TrayStatus | 'takedown'; count: number }[]
  topics: TopicName[]
  /** What the editor did a moment ago. */
  done: Entry | null
  /** Which word was looked for, when one was. */
  search?: Search
  /** What was chosen in the list, and why nothing was done with it. */
  many?: Many
}

/** A letter as the desk reads it; its fields are null when it is erased, or cannot be opened. */
export type ReadLetter = {
  row: LetterRow
  text: OpenLetter
  history: Entry[]
  messages: Message[]
  /** The letters that are grouped with it, and follow it. */
  followers: string[]
  claim: Claim | null
}

/** Gives a page of the tray for an editor, what runs out first, in one round trip. */
export async function readTray(
  db: Db,
  vault: Vault,
  { filter, hand, only }: { filter: TrayFilter; hand: Hand; only?: SQL },
): Promise<Tray> {
  return trayOf(vault, filter, await db.batch(trayStatements(db, filter, hand, only)))
}

/** Gives a letter with the page of the tray that it was opened from, in one round trip. */
export async function readLetter(
  db: Db,
  vault: Vault,
  id: string,
  { filter, hand }: { filter: TrayFilter; hand: Hand },
): Promise<{ tray: Tray; letter: ReadLetter | null }> {
  const [rows, counts, names, done, [row], history, said, following, [claim]] = await db.batch([
    ...trayStatements(db, filter, hand),
    db.select().from(letters).where(eq(letters.id, id)),
    historyOf(db, id),
    messagesOf(db, id),
    db
      .select({ id: letters.id })
      .from(letters)
      .where(and(eq(letters.leadId, id), eq(letters.status, 'grouped'))),
    claimOf(db, id, hand.now),
  ])
  const [tray, text, messages] = await Promise.all([
    trayOf(vault, filter, [rows, counts, names, done]),
    row && openLetter(vault, { ...row, ...NO_EMAIL }),
    row && openMessages(vault, row, said),
  ])
  const followers = following.map((follower) => follower.id)
  const opened = row && text && messages
  if (!opened) return { tray, letter: null }
  return { tray, letter: { row, text, history, messages, followers, claim: claim ?? null } }
}

/** Finds which letter of the filtered list an editor reads after one that was just decided. Null: none. */
export async function letterAfter(
  db: Db,
  filter: TrayFilter,
  { letter, hand }: { letter: LetterRow; hand: Hand },
): Promise<string | null> {
  const [next] = await nextListed(db, { ...filter, after: positionOf(letter) }, hand)
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

type Found = readonly [Awaited<ReturnType<typeof listed>>, Tray['counts'], TopicName[], Entry[]]

async function trayOf(
  vault: Vault,
  filter: TrayFilter,
  [rows, counts, names, [done]]: Found,
): Promise<Tray> {
  const shown = rows.slice(0, PAGE)
  const last = rows.length > PAGE ? shown.at(-1) : undefined
  return {
    filter,
    items: await Promise.all(shown.map((row) => itemOf(vault, row))),
    later: last ? positionOf(last) : null,
    counts,
    topics: names,
    done: done ?? null,
  }
}

async function itemOf(vault: Vault, found: Found[0][number]): Promise<TrayItem> {
  const { said, claim, group, ...shown } = found
  const row = { ...shown, ...UNREAD, ...NO_EMAIL }
  const { question } = await openLetter(vault, row)
  const { editorId, until, name } = claim ?? {}
  return {
    row,
    question,
    said: (said?.split(',') ?? []) as MessageKind[],
    group: groupOf(group, row.receivedOn),
    claim: editorId && until && name ? { editorId, until, name } : null,
  }
}

function groupOf(stored: string | null, receivedOn: string): TrayItem['group'] {
  const [followers, on] = stored?.split(' ') ?? []
  if (!on) return null
  return { followers: Number(followers), oldestOn: on < receivedOn ? on : receivedOn }
}

function trayStatements(db: Db, filter: TrayFilter, hand: Hand, only?: SQL) {
  return [
    listed(db, filter, hand, { limit: PAGE + 1, only }),
    counted(db),
    topicNames(db),
    justDone(db, hand),
  ] as const
}
