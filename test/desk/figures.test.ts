import { eq } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import { daysAgo, minutesLater } from '../../src/dates.ts'
import { readFigures } from '../../src/desk/figures/figures.ts'
import { spam } from '../../src/letters/letter.ts'
import { countAnswered } from '../../src/letters/tally.ts'
import { countMiss } from '../../src/misses.ts'
import { type LetterRow, letters } from '../../src/schema.ts'
import { letterIn } from '../letters/writer.ts'
import { asEditor, db, NOW, vault } from '../newsroom.ts'
import { column, print, retract } from '../printed.ts'
import { page } from './letters.ts'
import { HAND } from './ready.ts'

const ago = (days: number) => daysAgo(NOW, days)
/** A letter that came so many days ago, and was answered so many days after. */
async function answered(came: number, waited: number): Promise<LetterRow> {
  const { row } = await letterIn({ status: 'received', receivedOn: ago(came) })
  await db
    .update(letters)
    .set({ status: 'answered', settledOn: ago(came - waited) })
    .where(eq(letters.id, row.id))
  return row
}
const weekOf = async (monday: string) =>
  (await readFigures(db, NOW)).weeks.find((week) => week.monday === monday)

describe('The figures', () => {
  test('count what came in a week, and how much of that has been answered until now', async () => {
    await answered(20, 15)
    await answered(20, 1)
    await letterIn({ receivedOn: ago(20) })
    const { row } = await letterIn({ receivedOn: ago(20) })
    await spam(db, row.id, { version: 1, ...HAND })
    expect(await weekOf('2026-11-02')).toMatchObject({ received: 3, answered: 1, answeredSince: 2 })
    expect(await weekOf('2026-11-16')).toMatchObject({ received: 0, answered: 1, answeredSince: 0 })
  })

  test('stay the same when the clock has erased the letters', async () => {
    await answered(20, 15)
    const before = await readFigures(db, NOW)
    await db.update(letters).set({ dataKey: null, letter: null, question: null })
    expect(await readFigures(db, NOW)).toEqual(before)
  })

  test('give the median of the days to an answer, by the month of the answer', async () => {
    await answered(10, 2)
    await answered(10, 3)
    await answered(10, 10)
    await answered(60, 1)
    await answered(60, 4)
    const { months, medianWait } = await readFigures(db, NOW)
    expect(months.at(-1)).toEqual({ month: '2026-11', answered: 3, median: 3 })
    expect(months.at(-3)).toEqual({ month: '2026-09', answered: 2, median: 2.5 })
    expect(months.at(-2)).toEqual({ month: '2026-10', answered: 0, median: null })
    expect(medianWait).toBe(3)
    expect(months).toHaveLength(12)
  })

  test('tell the age of the tray by state, and its oldest letter', async () => {
    for (const days of [0, 7, 8, 30, 31, 90, 91]) await letterIn({ receivedOn: ago(days) })
    await letterIn({ status: 'held', receivedOn: ago(120) })
    await letterIn({ status: 'declined', receivedOn: ago(3) })
    const { tray } = await readFigures(db, NOW)
    expect(tray.find(({ status }) => status === 'received')).toEqual({
      status: 'received',
      ages: [2, 2, 2, 1],
      oldest: ago(91),
    })
    expect(tray.find(({ status }) => status === 'held')?.ages).toEqual([0, 0, 0, 1])
    expect(tray.flatMap(({ ages }) => ages).reduce((one, other) => one + other)).toBe(8)
  })

  test('count the columns of a week, and translations among them', async () => {
    await print({ kettle: column({ published: '2026-11-10T09:00:00Z' }) })
    await print({
      ketel: column({
        language: 'id',
        published: '2026-11-11T09:00:00Z',
        more: 'edition_of: kettle\n',
      }),
      old: column({ published: '2024-11-11T09:00:00Z' }),
    })
    expect(await weekOf('2026-11-09')).toMatchObject({ published: 2, translations: 1 })
    const { weeks } = await readFigures(db, NOW)
    expect(weeks.reduce((sum, { published }) => sum + published, 0)).toBe(2)
  })

  test('name the columns that answered somebody, and none that was taken down', async () => {
    await print({ kettle: column(), mug: column({ headline: 'The mug' }) })
    for (const days of [0, 1, 400]) {
      await countAnswered(db, 'kettle', minutesLater(NOW, -days * 24 * 60))
    }
    await countAnswered(db, 'mug', NOW)
    expect((await readFigures(db, NOW)).answersIt).toEqual([
      { slug: 'kettle', headline: 'The kettle is mine', count: 2 },
      { slug: 'mug', headline: 'The mug', count: 1 },
    ])
    await retract('kettle')
    expect((await readFigures(db, NOW)).answersIt).toMatchObject([{ slug: 'mug' }])
  })
})

describe('The page', () => {
  const searched = async (typed: string, days: number[]) => {
    for (const day of days) {
      const now = minutesLater(NOW, -day * 24 * 60)
      await countMiss(db, vault, { typed, language: 'en', now })
    }
  }

  test('shows a search only from its third day on', async () => {
    await searched('zebra crossing', [3, 2])
    await searched('Unpaid <overtime>', [3, 2, 1])
    const text = await page('/desk/figures', await asEditor())
    expect(text).not.toContain('zebra')
    expect(text).toContain('href="/search?q=unpaid%20%3Covertime%3E" lang="en"')
    expect(text).toContain('unpaid &lt;overtime&gt;')
  })

  test('is whole on an empty site', async () => {
    const text = await page('/desk/figures', await asEditor())
    expect(text).toContain('Nobody is waiting.')
    expect(text).toContain('Nothing so far.')
    expect(text).toContain('0 letters came')
    expect(text).not.toMatch(/NaN|undefined|null|Infinity/)
  })

  test('has each chart’s numbers in a table, and no style within it', async () => {
    await answered(20, 5)
    const text = await page('/desk/figures', await asEditor())
    expect(text.match(/<svg role="img"/g)).toHaveLength(4)
    expect(text.match(/<summary>The numbers<\/summary><table>/g)).toHaveLength(4)
    expect(text).toMatch(
      /<th scope="row">2 November 2026<\/th><td>1<\/td><td>1<\/td><td>100%<\/td>/,
    )
    expect(text).not.toMatch(/ style=|<style/)
    const labels = [...text.matchAll(/aria-labelledby="([^"]+)"/g)].flatMap(([, ids = '']) =>
      ids.split(' '),
    )
    for (const id of labels) expect(text.split(` id="${id}"`)).toHaveLength(2)
  })

  test('holds no letter’s number, text or signoff, and no editor’s name but one’s own', async () => {
    await asEditor('editor', 'Bram')
    const { row } = await letterIn({ receivedOn: ago(3) })
    const text = await page('/desk/figures', await asEditor())
    expect(text).not.toContain(row.id)
    expect(text).not.toContain('Chained')
    expect(text).not.toContain('Bram')
  })
})
