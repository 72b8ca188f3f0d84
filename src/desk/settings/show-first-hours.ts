import type { Context } from 'hono'
import type { Config } from '../../config.ts'
import type { AppEnv } from '../../room.ts'
import type { Db } from '../../schema.ts'
import { changeSetting, type StoredSetting, setting, versionOf } from '../../settings.ts'
import type { Field } from '../form.ts'
import { overtaken, type Refused } from './settings-section.tsx'

/** The most that the desk may set: thirty days. */
export const MOST_HOURS = 720

/** How long writers may look: `own` is what the desk set, empty when the site's configuration holds. */
export type ShowFirstHours = { hours: number; own: string; usual: number; version: number }

/** Gives the query for what the desk set; the function below reads what it gives. */
export function showFirstHours(db: Db) {
  return setting(db, 'show_first_hours')
}

/** Gives the hours that count: the desk's own, or else SHOW_FIRST_HOURS. */
export function readShowFirstHours(found: StoredSetting[], config: Config): ShowFirstHours {
  const own = found[0]?.value ?? ''
  const usual = config.showFirstHours
  return { hours: own ? Number(own) : usual, own, usual, version: versionOf(found) }
}

/** Gives how many hours a writer who is shown a letter now has. */
export async function hoursToLook(db: Db, config: Config): Promise<number> {
  return readShowFirstHours(await showFirstHours(db), config).hours
}

/** Sets the hours; an empty field gives them back to the site's configuration. */
export async function saveShowFirst(c: Context<AppEnv>, field: Field): Promise<Refused | null> {
  const own = field('hours').trim()
  const typed = { hours: own }
  if (own !== '' && !isHours(own)) {
    const text = `Write a whole number of hours from 1 to ${MOST_HOURS}, or leave it empty`
    return { status: 422, errors: [{ href: '#hours', text }], typed }
  }
  const change = {
    name: 'show_first_hours',
    value: own && String(Number(own)),
    version: Number(field('version')),
    verb: 'set-show-first',
    reason: own ? `${Number(own)} hours` : 'as the site is configured',
  } as const
  return (await changeSetting(c.var.db, change, c.var.hand)) ? null : overtaken('#hours', typed)
}

function isHours(text: string): boolean {
  return /^\d{1,4}$/.test(text) && Number(text) >= 1 && Number(text) <= MOST_HOURS
}
