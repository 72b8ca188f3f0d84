import { day, daysAgo, localTime } from '../../dates.ts'

/** Weeks in which nothing runs, Monday to Sunday; `before` says what comes after them in the list. */
export type Gap = { from: string; until: string; weeks: number; before: number }

/**
 * Finds the weeks without a column, from the present one to that of the last that is scheduled. A
 * week runs from Monday to Sunday in the editor's zone. `runs` are in order; `before` counts from 0.
 */
export function gaps(
  runs: string[],
  { lastPublished, now, timeZone }: { lastPublished: string | null; now: string; timeZone: string },
): Gap[] {
  const present = monday(now, timeZone)
  // What has run this week fills it; else it is the first that may be empty.
  let filled =
    lastPublished && monday(lastPublished, timeZone) >= present ? present : later(present, -1)
  return runs.flatMap((run, before) => {
    const week = monday(run < now ? now : run, timeZone)
    const from = later(filled, 1)
    const weeks = Math.round((Date.parse(week) - Date.parse(from)) / WEEK)
    filled = week > filled ? week : filled
    return weeks > 0 ? [{ from, until: daysAgo(new Date(week), 1), weeks, before }] : []
  })
}

const WEEK = 7 * 24 * 60 * 60_000

/** Gives the Monday of the week in which an instant falls, as a day. */
function monday(stored: string, timeZone: string): string {
  const here = new Date(`${localTime(stored, timeZone).slice(0, 10)}T00:00:00Z`)
  return daysAgo(here, (here.getUTCDay() + 6) % 7)
}

function later(on: string, weeks: number): string {
  return day(new Date(Date.parse(on) + weeks * WEEK))
}
