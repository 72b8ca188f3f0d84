import { day } from '../dates.ts'
import type { Hand } from '../desk-log.ts'
import { isDay } from '../manuscript/front-matter-values.ts'
import type { Db } from '../schema.ts'
import { changeSetting, type StoredSetting, setting, versionOf } from '../settings.ts'

/** The longest message to writers while the intake is closed, in characters. */
export const MESSAGE_MOST = 500

/** The intake as it is set: `closedUntil` is a day, empty when open; a message for each language. */
export type Intake = { closedUntil: string; message: Record<string, string>; version: number }

/** What writers are told while the intake is closed; no message: the day alone. */
export type Closed = { until: string; message?: string }

/** Gives the query for how the intake is set; the functions below read what it gives. */
export function intake(db: Db) {
  return setting(db, 'intake')
}

/** Gives the intake as it is set: open, and without a message, when it never was. */
export function readIntake(found: StoredSetting[]): Intake {
  const value = found[0] ? JSON.parse(found[0].value) : { closedUntil: '', message: {} }
  return { ...value, version: versionOf(found) }
}

/** Gives what writers in a language are told when the intake is closed at a moment. Null: it is open. */
export function closedAt(found: StoredSetting[], language: string, now: Date): Closed | null {
  const { closedUntil, message } = readIntake(found)
  return closedUntil > day(now)
    ? { until: closedUntil, message: message[language] || undefined }
    : null
}

/**
 * Closes the intake until a day (YYYY-MM-DD), on which it opens by itself, or opens it at once (an
 * empty day). 'past' when that is no day to come; 'overtaken' when somebody set it since.
 */
export async function setIntake(
  db: Db,
  { closedUntil, message, version }: Intake,
  hand: Hand,
): Promise<'set' | 'past' | 'overtaken'> {
  const isOpen = closedUntil === ''
  if (!isOpen && (!isDay(closedUntil) || closedUntil <= day(hand.now))) return 'past'
  const change = {
    name: 'intake',
    value: JSON.stringify({ closedUntil, message }),
    version,
    verb: isOpen ? 'open-intake' : 'close-intake',
    reason: closedUntil || undefined,
  } as const
  return (await changeSetting(db, change, hand)) ? 'set' : 'overtaken'
}
