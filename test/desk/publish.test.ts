import { expect, test } from 'vitest'
import { runClock } from '../../src/app.tsx'
import { schedule } from '../../src/desk/draft.ts'
import { letterIn } from '../letters/writer.ts'
import { asEditor, config, db, NOW, site } from '../newsroom.ts'
import { rowOf } from './letters.ts'
import { HAND, readyDraft } from './ready.ts'

test('A draft that breaks when it is due keeps neither the desk, the others nor the clock', async () => {
  const editor = await asEditor()
  for (const [slug, scheduledFor] of [
    ['broken', '2026-11-23T08:00:00Z'],
    ['whole', '2026-11-23T08:30:00Z'],
  ] as const) {
    const { id } = await readyDraft({ slug, headline: slug })
    await schedule(db, id, { version: 2, scheduledFor }, HAND)
  }
  const old = await letterIn({ status: 'declined', settledOn: '2026-01-01' })
  await db.$client
    .prepare(
      `CREATE TRIGGER broken BEFORE INSERT ON columns WHEN NEW.slug = 'broken'
      BEGIN SELECT RAISE(ABORT, 'no'); END`,
    )
    .run()
  expect((await site().get('/desk', editor)).status).toBe(200)
  expect((await site().get('/columns/whole')).status).toBe(200)
  const context = createContext()
  await runClock({ DB: db.$client } as Env, config(), { now: NOW, context })
  expect((await rowOf(old.row)).status).toBe('erased')
  expect(await (await site().get('/desk/queue', editor)).text()).toContain('Overdue')
})

function createContext() {
  return { waitUntil() {}, passThroughOnException() {} } as unknown as ExecutionContext
}
