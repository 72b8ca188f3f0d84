import { expect, test } from 'vitest'
import { runClock } from '../../src/app.tsx'
import { correct, restore, retract } from '../../src/desk/column/column.ts'
import { findDraft, save } from '../../src/desk/draft/draft.ts'
import { publish } from '../../src/desk/publishing/publish.ts'
import { schedule } from '../../src/desk/publishing/schedule.ts'
import { columns } from '../../src/schema.ts'
import { letterIn } from '../letters/writer.ts'
import { asEditor, config, db, NOW, site, vault } from '../newsroom.ts'
import { countedDatabase } from '../round-trips.ts'
import { rowOf } from './letters.ts'
import { HAND, RULES, readyDraft } from './ready.ts'

test('A draft that breaks when it is due keeps neither the desk, the others nor the clock', async () => {
  const editor = await asEditor()
  for (const [slug, scheduledFor] of [
    ['broken', '2026-11-23T08:00:00Z'],
    ['whole', '2026-11-23T08:30:00Z'],
  ] as const) {
    const { id } = await readyDraft({ slug, headline: slug })
    await schedule(db, id, { version: 2, was: null, scheduledFor }, HAND)
  }
  const old = await letterIn({ status: 'declined', settledOn: '2026-01-01' })
  await db.$client
    .prepare(
      `CREATE TRIGGER broken BEFORE INSERT ON columns WHEN NEW.slug = 'broken'
      BEGIN SELECT RAISE(ABORT, 'no'); END`,
    )
    .run()
  expect((await site().get('/desk', editor)).status).toBe(200)
  expect((await site().get('/columns/whole')).status).toBe(404)
  expect((await site().get('/desk', editor)).status).toBe(200)
  expect((await site().get('/columns/whole')).status).toBe(200)
  const context = createContext()
  await runClock({ DB: db.$client } as Env, config(), { now: NOW, context })
  expect((await rowOf(old.row)).status).toBe('erased')
  expect(await (await site().get('/desk/queue', editor)).text()).toContain(
    'It broke on its way 3 times.',
  )
})

test('A run of the clock makes no more than 50 statements, and what waits is done in the next', async () => {
  const { id } = await readyDraft({ slug: 'whole', headline: 'whole' })
  await schedule(db, id, { version: 2, was: null, scheduledFor: '2026-11-23T08:30:00Z' }, HAND)
  const old = await letterIn({ status: 'declined', settledOn: '2026-01-01' })
  const run = async () => {
    const { database, statements } = countedDatabase()
    await runClock({ DB: database } as Env, config(), { now: NOW, context: createContext() })
    return statements()
  }
  const publishing = await run()
  expect(publishing).toBeGreaterThan(20)
  expect(publishing).toBeLessThanOrEqual(50)
  expect((await site().get('/columns/whole')).status).toBe(200)
  await db.update(columns).set({ derivation: 0 })
  expect(await run()).toBeLessThanOrEqual(50)
  expect((await rowOf(old.row)).status).toBe('erased')
})

function createContext() {
  return { waitUntil() {}, passThroughOnException() {} } as unknown as ExecutionContext
}

test('An edition stays with its original when that has moved, or is down', async () => {
  const original = await readyDraft({ slug: 'the-kettle' })
  await publishNext(original.id)
  const more = 'edition_of: the-kettle\n'
  const edition = await readyDraft({ slug: 'ketel', language: 'id', more, ...TRANSLATED })
  await publishNext(edition.id)
  await publishNext(original.id, 'the-teapot')
  await publishNext(edition.id)
  const page = await (await site().get('/columns/the-teapot')).text()
  expect(page).toContain('href="/id/columns/ketel"')
  await retract(db, 'the-teapot', { ...HAND, reason: 'Wrong.', note: 'It was wrong.' })
  await correct(db, 'ketel', { ...HAND, text: 'Itu teko.' })
  await restore(db, 'the-teapot', HAND)
  await publishNext(original.id)
  expect(await (await site().get('/columns/the-teapot')).text()).toContain('/id/columns/ketel')
})

const TRANSLATED = {
  headline: 'Ketel itu milik saya',
  standfirst: 'Katanya milik bersama.',
  text: '# Letter\n\nAda yang minum teh saya.\n\n— Haus\n\n# Reply\n\nBeri label.',
}

/** Saves a draft once more, under another slug if there is one, and publishes it. */
async function publishNext(id: string, slug?: string): Promise<void> {
  const draft = await findDraft(db, id)
  if (!draft) throw new Error('There is no such draft')
  const saved = await save(db, id, { ...draft, slug: slug ?? draft.slug }, HAND)
  if (!saved) throw new Error('The draft was not saved')
  const order = { ...HAND, version: saved.version, ...RULES }
  expect((await publish(db, vault, saved, order)).kind).toBe('live')
}

test('The address of a retracted column is given to no other', async () => {
  const { id } = await readyDraft()
  await publishNext(id)
  await retract(db, 'the-kettle', { ...HAND, reason: 'Wrong.', note: 'It was wrong.' })
  const rival = await readyDraft({ headline: 'Another kettle' })
  const order = { ...HAND, version: 2, ...RULES }
  expect((await publish(db, vault, rival, order)).kind).toBe('gated')
  expect((await site().get('/columns/the-kettle')).status).toBe(410)
  await restore(db, 'the-kettle', HAND)
  await publishNext(id)
  expect((await site().get('/columns/the-kettle')).status).toBe(200)
})

test('A restored column has all its earlier addresses back, and no other column can have them', async () => {
  const { id } = await readyDraft({ slug: 'first' })
  await publishNext(id)
  await publishNext(id, 'second')
  await publishNext(id, 'third')
  const leadsTo = async (slug: string) => {
    const { status, headers } = await site().get(`/columns/${slug}`)
    return headers.get('Location') ?? status
  }
  const all = () => Promise.all(['first', 'second', 'third'].map(leadsTo))
  expect(await all()).toEqual(['/columns/third', '/columns/third', 200])
  await retract(db, 'third', { ...HAND, reason: 'Wrong.', note: 'It was wrong.' })
  expect(await all()).toEqual([410, 410, 410])
  const rival = await readyDraft({ slug: 'second', headline: 'A rival' })
  const order = { ...HAND, version: 2, ...RULES }
  expect((await publish(db, vault, rival, order)).kind).toBe('gated')
  await restore(db, 'third', HAND)
  expect(await all()).toEqual([410, 410, 410])
  await publishNext(id)
  expect(await all()).toEqual(['/columns/third', '/columns/third', 200])
})

test('A column may go back to an address that it had', async () => {
  const { id } = await readyDraft({ slug: 'first' })
  await publishNext(id)
  await publishNext(id, 'second')
  await publishNext(id, 'first')
  expect((await site().get('/columns/first')).status).toBe(200)
  expect((await site().get('/columns/second')).headers.get('Location')).toBe('/columns/first')
})
