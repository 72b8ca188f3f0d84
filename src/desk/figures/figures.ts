import { and, desc, eq, gte, sql } from 'drizzle-orm'
import { daysAgo } from '../../dates.ts'
import { missesShown } from '../../misses.ts'
import { columns, type Db, letters, tallies } from '../../schema.ts'
import { type Histogram, median, monthsUpTo, weeksUpTo } from './weeks.ts'

/** How far the figures look back. */
const WEEKS = 52
const MONTHS = 12
/** How many columns are named that answered somebody. */
const NAMED = 20
/** Open letters of one state are counted up to here. */
export const TRAY_COUNTED = 1000

/** The states in which a letter waits, and the ages, in days, up to which it is counted together. */
const WAITING = ['received', 'shortlisted', 'waiting', 'grouped', 'held', 'in_column'] as const
export const AGES = [7, 30, 90] as const

/** A week of the desk: `answered` in it; `answeredSince`, of the letters that came in it, until now. */
export type Week = {
  monday: string
  received: number
  answered: number
  answeredSince: number
  published: number
  translations: number
}

/** How long answers took that were given in a month: the median of whole days. */
export type Month = { month: string; answered: number; median: number | null }

/** Letters of one state by their age: up to 7, 30 and 90 days, and older. */
export type TrayAge = { status: (typeof WAITING)[number]; ages: number[]; oldest: string | null }

export type Figures = Awaited<ReturnType<typeof readFigures>>

/** Gives the desk's figures in one round trip: all of them counts, none about a letter or an editor. */
export async function readFigures(db: Db, now: Date) {
  const weeks = weeksUpTo(now, WEEKS)
  const months = monthsUpTo(now, MONTHS)
  const [since, sinceMonth] = [weeks[0] ?? '', `${months[0]}-01`]
  const [counted, cohorts, waits, published, tray, answersIt, misses] = await db.batch([
    talliesSince(db, since),
    answeredOfThoseSince(db, since),
    waitsSince(db, sinceMonth),
    publishedSince(db, since),
    trayAges(db, now),
    answersItSince(db, since),
    missesShown(db),
  ])
  const countIn = (kind: string, monday: string) =>
    counted.find((row) => row.kind === kind && row.monday === monday)?.count ?? 0
  return {
    weeks: weeks.map((monday): Week => {
      const columns = published.find((row) => row.monday === monday)
      return {
        monday,
        received: countIn('received', monday),
        answered: countIn('answered', monday),
        answeredSince: cohorts.find((row) => row.monday === monday)?.count ?? 0,
        published: columns?.count ?? 0,
        translations: columns?.translations ?? 0,
      }
    }),
    months: months.map((month): Month => {
      const histogram = waits.filter((row) => row.month === month)
      return { month, answered: total(histogram), median: median(histogram) }
    }),
    medianWait: median(waits),
    tray: agesByStatus(tray),
    answersIt,
    misses,
  }
}

function total(histogram: Histogram): number {
  return histogram.reduce((sum, { count }) => sum + count, 0)
}

/** The Monday of a day's week, as SQLite reckons it. */
function monday(
  column: typeof tallies.day | typeof letters.receivedOn | typeof columns.publishedAt,
) {
  return sql<string>`date(${column}, 'weekday 0', '-6 days')`
}

function talliesSince(db: Db, since: string) {
  return db
    .select({
      kind: tallies.kind,
      monday: monday(tallies.day).as('monday'),
      count: sql<number>`sum(${tallies.count})`.as('count'),
    })
    .from(tallies)
    .where(and(sql`${tallies.kind} IN ('received', 'answered')`, gte(tallies.day, since)))
    .groupBy(tallies.kind, sql`monday`)
}

/** Written out, not bound, so that SQLite knows the partial index to be meant. */
const ANSWERED = sql`${letters.status} = 'answered'`

/** No letter is answered before it came: the index by the day of the answer holds all of them. */
function answeredOfThoseSince(db: Db, since: string) {
  return db
    .select({
      monday: monday(letters.receivedOn).as('monday'),
      count: sql<number>`count(*)`.as('count'),
    })
    .from(letters)
    .where(and(ANSWERED, gte(letters.settledOn, since), gte(letters.receivedOn, since)))
    .groupBy(sql`monday`)
}

function waitsSince(db: Db, since: string) {
  return db
    .select({
      month: sql<string>`substr(${letters.settledOn}, 1, 7)`.as('month'),
      value: sql<number>`CAST(julianday(${letters.settledOn}) - julianday(${letters.receivedOn})
        AS INTEGER)`.as('value'),
      count: sql<number>`count(*)`.as('count'),
    })
    .from(letters)
    .where(and(ANSWERED, gte(letters.settledOn, since)))
    .groupBy(sql`month`, sql`value`)
}

function publishedSince(db: Db, since: string) {
  return db
    .select({
      monday: monday(columns.publishedAt).as('monday'),
      count: sql<number>`count(*)`.as('count'),
      translations: sql<number>`sum(${columns.originalId} <> ${columns.id})`.as('translations'),
    })
    .from(columns)
    .where(gte(columns.publishedAt, since))
    .groupBy(sql`monday`)
}

/** Each state and age has a range of the index to itself, of which so many rows are read at most. */
function trayAges(db: Db, now: Date) {
  const starts = [...AGES.map((days) => daysAgo(now, days)), '']
  const ranges = starts.map((from, age) => ({ from, to: starts[age - 1] ?? '9999' }))
  const ofStatus = sql`letters.status = states.value`
  return db
    .select({
      status: sql<TrayAge['status']>`states.value`.as('status'),
      age: sql<number>`ages.key`.as('age'),
      count: sql<number>`(SELECT count(*) FROM (SELECT 1 FROM letters WHERE ${ofStatus}
        AND received_on >= ages.value ->> 'from' AND received_on < ages.value ->> 'to'
        LIMIT ${TRAY_COUNTED}))`.as('count'),
      oldest: sql<string | null>`(SELECT min(received_on) FROM letters WHERE ${ofStatus})`.as(
        'oldest',
      ),
    })
    .from(
      sql`json_each(${JSON.stringify(WAITING)}) AS states, json_each(${JSON.stringify(ranges)}) AS ages`,
    )
}

function agesByStatus(rows: Awaited<ReturnType<typeof trayAges>>): TrayAge[] {
  return WAITING.map((status) => {
    const own = rows.filter((row) => row.status === status).sort((a, b) => a.age - b.age)
    return { status, ages: own.map(({ count }) => count), oldest: own[0]?.oldest ?? null }
  })
}

function answersItSince(db: Db, since: string) {
  return db
    .select({
      slug: columns.slug,
      headline: columns.headline,
      count: sql<number>`sum(${tallies.count})`.as('count'),
    })
    .from(tallies)
    .innerJoin(columns, eq(columns.id, tallies.about))
    .where(and(sql`${tallies.kind} = 'answers_it'`, gte(tallies.day, since)))
    .groupBy(columns.id)
    .orderBy(desc(sql`count`), columns.slug)
    .limit(NAMED)
}
