import { asc, sql } from 'drizzle-orm'
import type { Hand } from '../desk-log.ts'
import { UNANSWERED } from '../letters/erase.ts'
import { openLetter } from '../letters/sealed.ts'
import { type Db, type LetterRow, letters } from '../schema.ts'
import type { Vault } from '../vault.ts'
import { PAGE, readTray, type Tray } from './tray.ts'
import type { TrayFilter } from './tray-filter.ts'
import { isListed, positionOf } from './tray-list.ts'

/**
 * So many letters are opened at one request: each takes about 0.1 ms, of the 10 ms of the free plan.
 * No more of them can be found than stand on a page of the list.
 */
export const LOOKED_THROUGH = PAGE

type Asked = { filter: TrayFilter; text: string; hand: Hand }

/**
 * Gives the letters of a filtered list that hold every word of a text, in what their writers wrote.
 * Only letters that are not decided yet are opened, a bounded number of them: `search.later` tells
 * where to look on. Nothing is stored, and there is no index of words: it would be readable text.
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
  const text = await openLetter(vault, { ...row, emailKey: null, email: null })
  const whole = folded(Object.values(text).filter(Boolean).join('\n'))
  return words.every((word) => whole.includes(word))
}

function folded(text: string): string {
  return text.normalize('NFC').toLowerCase()
}
