import { sql } from 'drizzle-orm'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { Archive } from '../../src/desk/press/archive.ts'
import { DERIVATION } from '../../src/desk/press/derived.ts'
import { press, relate } from '../../src/desk/press.ts'
import { deriveAll } from '../../src/desk/publishing/derive.ts'
import { type Plate, plateOf } from '../../src/desk/publishing/plate.ts'
import { carryOut } from '../../src/desk/publishing/push.ts'
import { liveIndex, planPush } from '../../src/desk/publishing/push-plan.ts'
import { MANY, relateAll } from '../../src/desk/publishing/relate-all.ts'
import { columns, type Db, pairs, type Statement } from '../../src/schema.ts'
import { db, NOW } from '../newsroom.ts'
import { column, samples } from '../printed.ts'
import { sourceOf } from '../sources.ts'

const SEED = 20260914
const ALONE = { beside: () => [], report: () => {} }
const TOPICS = ['pay', 'bosses', 'colleagues', 'leaving']
const WORDS = [
  ...new Set(
    Object.values(samples)
      .join(' ')
      .match(/[a-z]{4,}/g),
  ),
].slice(0, 400)

const say = (most: number) =>
  fc
    .array(fc.constantFrom(...WORDS), { minLength: 3, maxLength: most, size: 'max' })
    .map((words) => words.join(' '))

const MADE_UP = fc
  .record({
    headline: say(8),
    standfirst: say(14),
    language: fc.constantFrom('en', 'en', 'en', 'id', 'en-GB'),
    topics: fc.subarray(TOPICS, { minLength: 1, maxLength: 2 }).map((topics) => topics.join(', ')),
    letter: say(90),
    reply: say(150),
  })
  .map(({ letter, reply, ...front }) => {
    return column({ ...front, text: `# Letter\n\n${letter}\n\n# Reply\n\n${reply}` })
  })

/** Columns in words of the samples, and in no order. */
function madeUp(count: number): Record<string, string> {
  console.info(`seed ${SEED}`)
  const documents = fc.sample(MADE_UP, { seed: SEED, numRuns: count })
  return Object.fromEntries(documents.map((document, number) => [`made-${number}`, document]))
}

function sourcesOf(documents: Record<string, string>) {
  return Promise.all(Object.entries(documents).map(([slug, text]) => sourceOf(slug, text)))
}

async function platesOf(documents: Record<string, string>): Promise<Plate[]> {
  const sources = await sourcesOf(documents)
  return Promise.all(
    sources.map(async ({ slug, read }) => plateOf(await read(), { id: slug, slug, changedAt: '' })),
  )
}

async function runAll([first, ...rest]: Statement[]): Promise<void> {
  if (first) await db.batch([first, ...rest])
}

/** What every column is noted with, and what its page names. */
async function relatives() {
  const named = await db
    .select({ id: columns.id, related: columns.related })
    .from(columns)
    .orderBy(columns.id)
  const noted = await db.select().from(pairs).orderBy(pairs.columnId, pairs.relatedId)
  // The database counts in another order of operations: the last digits may differ.
  return { named, noted: noted.map((pair) => ({ ...pair, likeness: pair.likeness.toFixed(9) })) }
}

async function forget(): Promise<void> {
  await db.delete(pairs)
  await db.update(columns).set({ related: [], derivation: 0 })
}

function archiveOf(plates: Plate[]): Archive {
  return new Archive(plates.flatMap(({ likeness }) => likeness))
}

/** A database that fails at its batch of that number, as one does whose connection is lost. */
function failingAt(number: number): Db {
  let batches = 0
  return new Proxy(db, {
    get(target, key) {
      const value = Reflect.get(target, key)
      if (key !== 'batch') return typeof value === 'function' ? value.bind(target) : value
      return (statements: [Statement, ...Statement[]]) => {
        batches += 1
        if (batches === number) throw new Error('The connection is lost.')
        return target.batch(statements)
      }
    },
  })
}

async function push(to: Db, documents: Record<string, string>) {
  const plan = await planPush(db, await sourcesOf(documents), {
    index: await liveIndex(db),
    force: false,
  })
  let number = 0
  const newId = () => `${plan.unchanged}-${number++}`
  const steps: string[] = []
  const report = (step: string, done: number, all: number) => steps.push(`${step} ${done}/${all}`)
  await carryOut(to, plan, { by: 'command line', now: NOW, newId, report })
  return { plan, steps }
}

test('Columns related in memory have the relatives that the database finds', async () => {
  const plates = await platesOf({ ...samples, ...madeUp(60) })
  await runAll(press(db, plates, NOW))
  await runAll(relate(db, plates))
  const wanted = await relatives()
  expect(wanted.noted.length).toBeGreaterThan(plates.length * 3)
  await forget()
  const archive = archiveOf(plates)
  for (const plate of plates) archive.add(plate)
  await relateAll(db, plates, { archive, ...ALONE })
  expect(await relatives()).toEqual(wanted)
})

test('So do those that come to others, which note them too', async () => {
  const older = await platesOf(madeUp(50))
  const newer = await platesOf(samples)
  const arrive = async (related: () => Promise<void>) => {
    await runAll(relate(db, older))
    await related()
    return relatives()
  }
  await runAll(press(db, [...older, ...newer], NOW))
  const wanted = await arrive(() => runAll(relate(db, newer)))
  await forget()
  // What is live and not pushed it reads itself.
  const archive = archiveOf(newer)
  const found = await arrive(() => relateAll(db, newer, { archive, ...ALONE }))
  expect(found).toEqual(wanted)
})

test('A push of many says how far it is, and leaves nothing to the clock', async () => {
  const documents = madeUp(MANY + 5)
  const { plan, steps } = await push(db, documents)
  expect(plan.added).toHaveLength(MANY + 5)
  expect(steps).toContain(`pushed ${MANY + 5}/${MANY + 5}`)
  expect(steps.at(-1)).toBe(`related ${MANY + 5}/${MANY + 5}`)
  expect(await db.$count(columns, sql`derivation < ${DERIVATION}`)).toBe(0)
  expect(await db.$count(columns, sql`json_array_length(related) < 3`)).toBe(0)
  expect((await push(db, documents)).plan.unchanged).toBe(MANY + 5)
})

test('A push that is interrupted is done by the same push once more', async () => {
  const documents = madeUp(12)
  // Its one batch of columns is written, and the one that relates them is not.
  await expect(push(failingAt(2), documents)).rejects.toThrow('The connection is lost.')
  expect(await db.$count(columns)).toBe(12)
  expect(await db.$count(columns, sql`derivation < ${DERIVATION}`)).toBe(12)
  await deriveAll(db, NOW, () => {})
  expect((await push(db, documents)).plan).toMatchObject({ unchanged: 12, added: [], changed: [] })
  expect(await db.$count(columns, sql`derivation < ${DERIVATION}`)).toBe(0)
  expect(await db.$count(columns, sql`json_array_length(related) < 3`)).toBe(0)
  const { named } = await relatives()
  const ids = new Set(named.map(({ id }) => id))
  expect(named.flatMap(({ related }) => related).filter((id) => !ids.has(id))).toEqual([])
})
