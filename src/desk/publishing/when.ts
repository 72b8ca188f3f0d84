import { instant } from '../../dates.ts'
import { wallTime } from '../../zone.ts'

/** A time that an editor chose: to be offered as it is, or with what the clocks make of it. */
export type When =
  | { kind: 'none'; why: string }
  | { kind: 'unique' | 'skipped'; at: string }
  | { kind: 'twice'; first: string; second: string }

/**
 * Reads when a draft shall run: a wall-clock time in the editor's zone, or an instant that one of
 * our own buttons sends. `none` says in a sentence what is wrong with it.
 */
export function readWhen(text: string, timeZone: string, now: Date): When {
  const isInstant = /^\d{4}-\d\d-\d\dT\d\d:\d\d:00Z$/.test(text)
  const isReal = isInstant && !Number.isNaN(Date.parse(text)) && !/^(?:0000|9999)/.test(text)
  if (isReal) return toCome(text, now)
  const found = wallTime(timeZone, text)
  if (!found) return { kind: 'none', why: 'Choose a day and a time' }
  if (found.kind === 'unique') return toCome(found.instant, now)
  if (found.kind === 'skipped') return toCome(found.next, now, 'skipped')
  const { first, second } = found
  return first > instant(now) ? { kind: 'twice', first, second } : toCome(second, now)
}

function toCome(at: string, now: Date, kind: 'unique' | 'skipped' = 'unique'): When {
  return at > instant(now)
    ? { kind, at }
    : { kind: 'none', why: 'This time is past: choose one to come' }
}
