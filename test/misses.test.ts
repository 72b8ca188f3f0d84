import { createExecutionContext, waitOnExecutionContext } from 'cloudflare:test'
import { env } from 'cloudflare:workers'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { runClock } from '../src/app.tsx'
import { minutesLater } from '../src/dates.ts'
import { SEARCH_DAYS } from '../src/kept.ts'
import { countedWords, countMiss, missesShown } from '../src/misses.ts'
import { misses } from '../src/schema.ts'
import { config, db, NOW, site, vault } from './newsroom.ts'
import { column, print } from './printed.ts'

const daysLater = (days: number) => minutesLater(NOW, days * 24 * 60)
const look = (words: string, now = NOW, path = '/search') =>
  site({ now }).get(`${path}?q=${encodeURIComponent(words)}`)
const rows = () => db.select().from(misses)

describe('A search that finds nothing', () => {
  test('is kept as a scrambled number until it was made on three days', async () => {
    for (const day of [0, 1]) await look('Zebra  crossing', daysLater(day))
    const [before] = await rows()
    expect(before).toMatchObject({ words: null, days: 2, lastOn: '2026-11-24', language: 'en' })
    expect(JSON.stringify(before)).not.toMatch(/zebra/i)
    expect(await missesShown(db)).toEqual([])
    await look('zebra crossing', daysLater(5))
    expect(await missesShown(db)).toEqual([
      { words: 'zebra crossing', language: 'en', days: 3, lastOn: '2026-11-28' },
    ])
  })

  test('counts once a day, however often the page is loaded', async () => {
    for (let time = 0; time < 5; time += 1) await look('zebra')
    await Promise.all(Array.from({ length: 10 }, () => look('zebra')))
    expect(await rows()).toMatchObject([{ days: 1, words: null }])
  })

  test('is counted apart in each language', async () => {
    await look('zebra')
    await look('zebra', NOW, '/id/search')
    expect((await rows()).map(({ language }) => language).sort()).toEqual(['en', 'id'])
  })

  test('leaves no trace when it was empty, found something, or was asked by the script', async () => {
    await print({ kettle: column() })
    await look('kettle')
    await look('')
    await look('the')
    await look('zebra', NOW, '/search.json')
    expect(await rows()).toEqual([])
  })

  test('does not keep the reader waiting for a second round trip', async () => {
    const asked: number[] = []
    const database = new Proxy(env.DB, {
      get(target, name) {
        if (name === 'batch') {
          return (statements: D1PreparedStatement[]) => {
            asked.push(statements.length)
            return target.batch(statements)
          }
        }
        const value = Reflect.get(target, name)
        return typeof value === 'function' ? value.bind(target) : value
      },
    })
    const found = await site({ database }).get('/search?q=zebra')
    expect(found.status).toBe(200)
    expect(found.headers.get('Cache-Control')).toBe('no-store')
    expect(asked).toEqual([5, 2])
  })

  test.each([
    'anna.smith@example.org',
    'call 555 0199 now',
    '+62 812 3456 7890',
    'Is Priya Sharma from Globex allowed to do this',
    'https://globex.example/team',
    '@anna_s',
    `${'a very long story '.repeat(6)}`,
  ])('is not counted when it says “%s”', async (typed) => {
    for (const day of [0, 1, 2]) await look(typed, daysLater(day))
    expect(await rows()).toEqual([])
  })

  test('that a machine makes over and over costs two hundred rows a day at the most', async () => {
    for (let each = 0; each < 205; each += 1) {
      const typed = `zebra ${String.fromCodePoint(0x4e00 + each)}`
      await countMiss(db, vault, { typed, language: 'en', now: NOW })
    }
    expect(await db.$count(misses)).toBe(200)
    await countMiss(db, vault, { typed: 'zebra 一', language: 'en', now: daysLater(1) })
    await countMiss(db, vault, { typed: 'another day', language: 'en', now: daysLater(1) })
    expect(await db.$count(misses)).toBe(201)
    expect((await rows()).filter(({ days }) => days === 2)).toHaveLength(1)
  })

  test('is forgotten by the clock when nobody has made it for 90 days', async () => {
    for (const day of [0, 1, 2]) await look('zebra', daysLater(day))
    const tick = async (days: number) => {
      const context = createExecutionContext()
      await runClock(env, config(), { now: daysLater(days), context })
      await waitOnExecutionContext(context)
    }
    await tick(2 + SEARCH_DAYS - 1)
    expect(await db.$count(misses)).toBe(1)
    await tick(2 + SEARCH_DAYS)
    expect(await db.$count(misses)).toBe(0)
  })
})

test('The words that are counted are short, in one line, and the same however they are typed', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), fc.constantFrom('en', 'id'), (typed, language) => {
      const words = countedWords({ typed, language })
      if (words === null) return
      expect(words).not.toMatch(/\n|\t| {2}|@|\d{3}/)
      expect(words.length).toBeGreaterThan(0)
      expect(countedWords({ typed: `  ${words.replaceAll(' ', '\n ')} `, language })).toBe(words)
    }),
  )
})
