import { asc, sql } from 'drizzle-orm'
import type { Hand } from '../../desk-log.ts'
import { UNANSWERED } from '../../letters/erase.ts'
import { type OpenLetter, openLetter } from '../../letters/sealed.ts'
import { type Db, letters } from '../../schema.ts'
import type { Vault } from '../../vault.ts'
import { hasFlag } from '../letter/flags.ts'
import { readTray, type Tray } from './tray.ts'
import type { TrayFilter } from './tray-filter.ts'
import { isListed, positionOf } from './tray-list.ts'

/** So many letters are opened at a request: some 0.2 ms each, of the 10 ms that the free plan gives. */
export const LOOKED_THROUGH = 20
/** To look for details that may identify somebody takes a millisecond or more a letter. */
const LOOKED_THROUGH_FOR_DETAILS = 5

type Asked = { filter: TrayFilter; text: string; hand: Hand }

/**
 * Gives the letters of a filtered list that hold every word of a text, in their question, their
 * letter or what they tried, and that are flagged as the filter asks. Only letters that are not decided yet are opened, a bounded number of
 * them: `search.later` tells where to look on. Nothing is stored, and there is no index of words: it
 * would be readable text.
 */
export async function searchTray(db: Db, vault: Vault, asked: Asked): Promise<Tray> {
  const { text, hand } = asked
  const { flag } = asked.filter
  const filter = { ...asked.filter, flag: '' as const, status: openStatus(asked.filter.status) }
  const most = flag === 'details' ? LOOKED_THROUGH_FOR_DETAILS : LOOKED_THROUGH
  const rows = await db
    .select()
    .from(letters)
    .where(isListed(filter, hand))
    .orderBy(asc(letters.runsOutOn), asc(letters.id))
    .limit(most + 1)
  const looked = rows.slice(0, most)
  const words = folded(text).split(/\s+/).filter(Boolean)
  const opened = await Promise.all(looked.map((row) => openLetter(vault, { ...row, ...UNREAD })))
  const hits = looked.map((row, index) => {
    const letter = opened[index]
    if (!letter || !holds(letter, words)) return false
    return flag === '' || hasFlag(flag, row, letter, hand.now)
  })
  const found = looked.filter((_, index) => hits[index]).map(({ id }) => id)
  const only = sql`${letters.id} IN (SELECT value FROM json_each(${JSON.stringify(found)}))`
  const last = rows.length > most ? looked.at(-1) : undefined
  const search = { text, flag, looked: looked.length, later: last ? positionOf(last) : null }
  return { ...(await readTray(db, vault, { filter, hand, only })), later: null, search }
}

function openStatus(status: TrayFilter['status']): TrayFilter['status'] {
  return UNANSWERED.some((open) => open === status) ? status : 'open'
}

/** What a writer said besides is none of an editor's search. */
const UNREAD = { disguise: null, signoff: null, differs: null, emailKey: null, email: null }

function holds({ question, letter, tried }: OpenLetter, words: string[]): boolean {
  const whole = folded([question, letter, tried].join('\n'))
  return words.every((word) => whole.includes(word))
}

function folded(text: string): string {
  return text.normalize('NFC').toLowerCase()
}
