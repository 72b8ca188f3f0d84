import { asc, sql } from 'drizzle-orm'
import type { Hand } from '../../desk-log.ts'
import { UNANSWERED } from '../../letters/erase.ts'
import { openLetter } from '../../letters/sealed.ts'
import { type Db, type LetterRow, letters } from '../../schema.ts'
import type { Vault } from '../../vault.ts'
import { readTray, type Tray } from './tray.ts'
import type { TrayFilter } from './tray-filter.ts'
import { isListed, positionOf } from './tray-list.ts'

/** So many letters are opened at a request: some 0.2 ms each, of the 10 ms that the free plan gives. */
export const LOOKED_THROUGH = 20

type Asked = { filter: TrayFilter; text: string; hand: Hand }

/**
 * Gives the letters of a filtered list that hold every word of a text, in their question, their
 * letter or what they tried. Only letters that are not decided yet are opened, a bounded number of
 * them: `search.later` tells where to look on. Nothing is stored, and there is no index of words: it
 * would be readable text.
 */
export async function searchTray(db: Db, vault: Vault, asked: Asked): Promise<Tray> {
  const { text, hand } = asked
  const filter = { ...asked.filter, status: openStatus(asked.filter.status) }
  const rows = await db
    .select()
    .from(letters)
    .where(isListed(filter, hand))
    .orderBy(asc(letters.runsOutOn), asc(letters.id))
    .limit(LOOKED_THROUGH + 1)
  const looked = rows.slice(0, LOOKED_THROUGH)
  const words = folded(text).split(/\s+/).filter(Boolean)
  const hits = await Promise.all(looked.map((row) => holds(vault, row, words)))
  const found = looked.filter((_, index) => hits[index]).map(({ id }) => id)
  const only = sql`${letters.id} IN (SELECT value FROM json_each(${JSON.stringify(found)}))`
  const last = rows.length > LOOKED_THROUGH ? looked.at(-1) : undefined
  const search = { text, looked: looked.length, later: last ? positionOf(last) : null }
  return { ...(await readTray(db, vault, { filter, hand, only })), later: null, search }
}

function openStatus(status: TrayFilter['status']): TrayFilter['status'] {
  return UNANSWERED.some((open) => open === status) ? status : 'open'
}

async function holds(vault: Vault, row: LetterRow, words: string[]): Promise<boolean> {
  const unread = { disguise: null, signoff: null, differs: null, emailKey: null, email: null }
  const { question, letter, tried } = await openLetter(vault, { ...row, ...unread })
  const whole = folded([question, letter, tried].join('\n'))
  return words.every((word) => whole.includes(word))
}

function folded(text: string): string {
  return text.normalize('NFC').toLowerCase()
}
