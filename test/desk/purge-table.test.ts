import fc from 'fast-check'
import { expect, test } from 'vitest'
import { minutesLater } from '../../src/dates.ts'
import { nameTopics } from '../../src/desk/settings/topics.ts'
import { emptyDatabase } from '../empty-database.ts'
import { db, NOW } from '../newsroom.ts'
import { print } from '../printed.ts'
import { compared, crawl, type Page, purgedTags, readAgain } from '../purges.ts'
import { ACTS, made, NAMES } from './acts-of-press.ts'

const COLUMNS = 30
/** Stories that are told, and what happens in each; `VITE_SEED=7 npx vitest …` tells others. */
const [RUNS, HAPPENINGS] = [1, 8]

async function openArchive() {
  await emptyDatabase()
  await db.batch(nameTopics(db, NAMES, { now: NOW }))
  const numbers = Array.from({ length: COLUMNS }, (_, index) => index)
  await print(Object.fromEntries(numbers.map((index) => [`c${index}`, made(index)])))
  await purgedTags()
}

/** Does something, and tells what became of every page that a cache may hold. */
async function happens(
  name: string,
  chosen: { one: number; way: number; now?: Date },
  before?: Map<string, Page>,
) {
  const kept = before ?? (await crawl())
  await ACTS[name]?.({ now: minutesLater(NOW, 1), ...chosen })
  const found = await crawl()
  const gone = await readAgain([...kept.keys()].filter((path) => !found.has(path)))
  const pages = new Map([...found, ...gone])
  return { pages, ...compared(kept, pages, await purgedTags()) }
}

const happening = fc.record({
  name: fc.constantFrom(...Object.keys(ACTS)),
  one: fc.nat(99),
  way: fc.nat(99),
})

test('Whatever is published, changed or taken down, each page that changed is purged', async () => {
  const seed = Number(import.meta.env.VITE_SEED ?? 20261128)
  console.info(`Seed ${seed}`)
  const story = fc.array(happening, { minLength: HAPPENINGS, maxLength: HAPPENINGS })
  const check = async (happenings: { name: string; one: number; way: number }[]) => {
    await openArchive()
    let kept: Map<string, Page> | undefined
    for (const [minute, { name, ...chosen }] of happenings.entries()) {
      const now = minutesLater(NOW, minute + 1)
      const { pages, stale, changed, vain } = await happens(name, { ...chosen, now }, kept)
      kept = pages
      console.info(`${name}: ${changed.length} changed, ${vain.length} purged in vain`)
      expect(stale, JSON.stringify({ name, ...chosen })).toEqual([])
    }
  }
  const given = { seed, numRuns: RUNS, endOnFailure: true }
  await fc.assert(fc.asyncProperty(story, check), given)
}, 300_000)

/** Pages of columns, not their files. */
const PAGES = /\/columns\/[^.]+$/

/** What an act leaves as it was, and purges all the same: so many pages at most. */
test.each([
  // In vain: the other language's pages of the topic and the year; lists that do not reach so far.
  ['publish', 16],
  ['retract', 16],
  // In vain: its share image, for the headline is as it was; llms.txt.
  ['correct', 3],
  ['mergeTopic', 6],
] as const)(
  'A purge takes what changed, and little more: %s',
  async (name, most) => {
    await openArchive()
    const { stale, vain, changed } = await happens(name, { one: 12, way: 5 })
    console.info(`${name}: ${changed.length} changed; in vain: ${vain.join(' ')}`)
    expect(changed.length).toBeGreaterThan(0)
    expect(stale).toEqual([])
    expect(vain.filter((path) => PAGES.test(path))).toEqual([])
    expect(vain.length).toBeLessThanOrEqual(most)
  },
  60_000,
)
