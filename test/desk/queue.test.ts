import { expect, test, vi } from 'vitest'
import { runClock } from '../../src/app.tsx'
import { minutesLater } from '../../src/dates.ts'
import { create, findDraft, save } from '../../src/desk/draft/draft.ts'
import { publish, publishDue } from '../../src/desk/publishing/publish.ts'
import { schedule } from '../../src/desk/publishing/schedule.ts'
import { letters, nudges } from '../../src/schema.ts'
import { asEditor, config, db, NOW, site, vault } from '../newsroom.ts'
import { column, print } from '../printed.ts'
import { arrive, decide, page } from './letters.ts'
import { HAND, RULES, readyDraft } from './ready.ts'

const CONTEXT = { waitUntil() {}, passThroughOnException() {} } as unknown as ExecutionContext

/** Lets the clock run once at a moment; mail goes to `mail`, as to the site's own binding. */
function tick(now: Date, mail: unknown[] = []) {
  const send = async (message: unknown) => void mail.push(message)
  const env = { DB: db.$client, MAIL: { send } } as unknown as Env
  return runClock(env, config(), { now, context: CONTEXT })
}

/** Puts a draft that could run into the queue, for so many minutes after NOW. */
async function queued(slug: string, minutes: number) {
  const { id } = await readyDraft({ slug, headline: slug })
  const scheduledFor = `${minutesLater(NOW, minutes).toISOString().slice(0, 19)}Z`
  const draft = await schedule(db, id, { version: 2, was: null, scheduledFor }, HAND)
  return { id, version: '2', was: String(draft?.scheduledFor) }
}

const isLive = async (slug: string) => (await site().get(`/columns/${slug}`)).status === 200

test('The clock that ticks twice at once publishes once and mails once', async () => {
  const editor = await asEditor()
  const letter = await arrive({ consent: 'publish', email: 'writer@column.example' })
  const picked = await decide(letter, 'pick', editor)
  const address = picked.headers.get('Location') ?? ''
  const document = column().replace(/^published: .*\n/m, '')
  await site().post(`${address}/save`, { version: '1', document, slug: 'the-kettle' }, editor)
  await site().post(`${address}/schedule`, { version: '2', at: '2026-11-23T10:00' }, editor)
  const mail: unknown[] = []
  await Promise.all([1, 2, 3].map(() => tick(minutesLater(NOW, 60), mail)))
  await tick(minutesLater(NOW, 61), mail)
  expect(await isLive('the-kettle')).toBe(true)
  expect((await findDraft(db, address.split('/').at(-1) ?? ''))?.version).toBe(3)
  expect(mail).toHaveLength(1)
  expect(await db.select().from(nudges)).toMatchObject([{ kind: 'answered', status: 'sent' }])
  expect(await db.select().from(letters)).toMatchObject([{ status: 'answered' }])
})

test('A clock that comes late publishes all that is due, in order, one a minute', async () => {
  await queued('second', 20)
  await queued('first', 10)
  await queued('later', 9999)
  await tick(minutesLater(NOW, 600))
  expect([await isLive('first'), await isLive('second')]).toEqual([true, false])
  await tick(minutesLater(NOW, 601))
  expect([await isLive('second'), await isLive('later')]).toEqual([true, false])
})

test('Without a clock the pages of the desk publish what is due, in order', async () => {
  const editor = await asEditor()
  await queued('first', 10)
  await queued('second', 20)
  const late = site({ now: minutesLater(NOW, 30) })
  const queue = await (await late.get('/desk/queue', editor)).text()
  expect([await isLive('first'), await isLive('second')]).toEqual([true, false])
  expect(queue).toContain('Overdue.')
  await late.get('/desk', editor)
  expect(await isLive('second')).toBe(true)
})

test('However many drafts break on their way, the one behind them runs', async () => {
  const noted = vi.spyOn(console, 'error').mockImplementation(() => {})
  for (const slug of ['broken-1', 'broken-2', 'broken-3', 'broken-4']) await queued(slug, 1)
  await queued('whole', 2)
  await db.$client
    .prepare(
      `CREATE TRIGGER broken BEFORE INSERT ON columns WHEN NEW.slug LIKE 'broken%'
      BEGIN SELECT RAISE(ABORT, 'no'); END`,
    )
    .run()
  for (const minutes of [3, 4, 5, 6, 7])
    await publishDue(db, vault, RULES, minutesLater(NOW, minutes))
  expect(await isLive('whole')).toBe(true)
  const queue = await page('/desk/queue', await asEditor())
  expect(queue).toContain('It broke on its way')
  expect(queue).toContain('tried again every minute')
  noted.mockRestore()
})

test('A gate that has shut is told once, loudly, and lets the next one run in the same minute', async () => {
  const editor = await asEditor()
  await queued('the-kettle', 1)
  await queued('behind', 2)
  const rival = await readyDraft({ slug: 'the-kettle', headline: 'A rival' })
  await publish(db, vault, rival, { ...HAND, version: 2, ...RULES })
  await tick(minutesLater(NOW, 5))
  expect(await isLive('behind')).toBe(true)
  const queue = await page('/desk/queue', editor)
  expect(queue).toContain('It was due and did not run.')
  expect(queue).toContain('Not met: “The address is free”.')
})

test('An editor moves a draft to another time, unless somebody moved it first', async () => {
  const editor = await asEditor()
  const { id, ...seen } = await queued('the-kettle', 60)
  const offered = await page(`/desk/drafts/${id}/schedule?at=2026-12-01T09:00`, editor)
  expect(offered).toContain('Move it to Tuesday 1 December 2026, 09:00 (London)')
  const move = (at: string) => site().post(`/desk/drafts/${id}/schedule`, { ...seen, at }, editor)
  const moved = await move('2026-12-01T09:00:00Z')
  expect(moved.headers.get('Location')).toBe('/desk/queue')
  const late = await move('2026-12-05T17:00')
  expect(late.status).toBe(409)
  const told = await late.text()
  expect(told).toContain('Scheduled for Tuesday 1 December 2026, 09:00 (London)')
  expect(told).toContain('value="2026-12-05T17:00"')
  const out = await site().post(`/desk/drafts/${id}/unschedule`, seen, editor)
  expect(out.status).toBe(409)
  expect((await findDraft(db, id))?.scheduledFor).toBe('2026-12-01T09:00:00Z')
})

test('Two drafts change places, once however many press the button', async () => {
  const editor = await asEditor()
  const [one, other] = [await queued('first', 60), await queued('second', 120)]
  const queue = await page('/desk/queue', editor)
  expect(queue).toContain('Swap with “first”, the one before')
  const place = ({ id, version, was }: typeof one) => `${id} ${version} ${was}`
  const form = { one: place(other), other: place(one) }
  const all = await Promise.all([1, 2, 3].map(() => site().post('/desk/queue/swap', form, editor)))
  expect(all.map(({ status }) => status).sort()).toEqual([303, 409, 409])
  expect((await findDraft(db, one.id))?.scheduledFor).toBe(other.was)
  expect((await findDraft(db, other.id))?.scheduledFor).toBe(one.was)
})

test('A draft whose time has come changes places with none', async () => {
  const editor = await asEditor()
  const [one, other] = [await queued('first', 60), await queued('second', 120)]
  const place = ({ id, version, was }: typeof one) => `${id} ${version} ${was}`
  const form = { one: place(other), other: place(one) }
  const late = site({ now: minutesLater(NOW, 61) })
  expect((await late.post('/desk/queue/swap', form, editor)).status).toBe(409)
})

test('The queue shows the weeks without a column, and two that run at the same minute', async () => {
  const editor = await asEditor()
  await print({ kettle: column({ published: '2026-11-23T08:00:00Z' }) })
  await queued('soon', 24 * 60)
  await queued('too', 24 * 60)
  await queued('then', 24 * 60 * 16)
  const queue = await page('/desk/queue', editor)
  expect(queue).toContain('A week without a column:')
  expect(queue).toContain('Monday 30 November 2026')
  expect(queue).toContain('At the same minute')
})

test('The desk says when the clock ran, and loudly on every page when it stands still', async () => {
  const editor = await asEditor()
  expect(await page('/desk', editor)).toContain('The clock has not run yet.')
  await tick(NOW)
  expect(await page('/desk', editor)).not.toContain('The clock has')
  expect(await page('/desk/queue', editor)).toContain(
    'It last ran on Monday 23 November 2026, 09:00 (London).',
  )
  const later = (minutes: number) => site({ now: minutesLater(NOW, minutes) }).get('/desk', editor)
  expect(await (await later(5)).text()).not.toContain('The clock has')
  expect(await (await later(6)).text()).toContain(
    'The clock has not run for more than five minutes',
  )
})

test('The desk says so when a task of the clock fails, and the others are done', async () => {
  const noted = vi.spyOn(console, 'error').mockImplementation(() => {})
  const editor = await asEditor()
  await db.$client.prepare('DROP TABLE outbox').run()
  await tick(NOW)
  noted.mockRestore()
  expect(await page('/desk', editor)).toContain('Some of what the clock does has failed')
})

test('An editor in New York sees and sets times there, whatever the others do', async () => {
  const editor = await asEditor()
  const other = await asEditor('owner')
  const { id } = await readyDraft()
  await site().post('/desk/team/zone', { zone: 'America/New_York' }, editor)
  expect((await site().post('/desk/team/zone', { zone: 'Mars/Base' }, editor)).status).toBe(422)
  const choose = (at: string) => page(`/desk/drafts/${id}/schedule?at=${at}`, editor)
  expect(await choose('2026-12-01T09:00')).toContain(
    'Schedule for Tuesday 1 December 2026, 09:00 (New York)',
  )
  const skipped = await choose('2027-03-14T02:30')
  expect(skipped).toContain('There is no 02:30 in New York on Sunday 14 March 2027')
  expect(skipped).toContain('value="2027-03-14T07:00:00Z"')
  const twice = await choose('2027-11-07T01:30')
  expect(twice).toContain('comes twice')
  expect(twice).toContain('value="2027-11-07T05:30:00Z"')
  expect(twice).toContain('value="2027-11-07T06:30:00Z"')
  const unclear = { version: '2', at: '2027-11-07T01:30' }
  expect((await site().post(`/desk/drafts/${id}/schedule`, unclear, editor)).status).toBe(422)
  const second = { version: '2', at: '2027-11-07T06:30:00Z' }
  expect((await site().post(`/desk/drafts/${id}/schedule`, second, editor)).status).toBe(303)
  expect(await page('/desk/queue', editor)).toContain('Sunday 7 November 2027, 01:30')
  expect(await page('/desk/queue', other)).toContain('Sunday 7 November 2027, 06:30')
})

test('A draft that is not ready is offered no time', async () => {
  const editor = await asEditor()
  const id = await create(db, HAND)
  await save(db, id, { version: 1, document: 'Nothing yet', slug: 'nothing' }, HAND)
  const asked = await site().get(`/desk/drafts/${id}/schedule?at=2026-12-01T09:00`, editor)
  expect(asked.status).toBe(422)
})

test('Of twenty who publish at once one wins, and the others read how it stands', async () => {
  const editor = await asEditor()
  const { id } = await readyDraft()
  const press = () => site().post(`/desk/drafts/${id}/publish`, { version: '2' }, editor)
  const answers = await Promise.all(Array.from({ length: 20 }, press))
  expect(answers.filter(({ status }) => status === 303)).toHaveLength(1)
  const lost = answers.filter(({ status }) => status === 409)
  expect(lost).toHaveLength(19)
  for (const answer of lost) expect(await answer.text()).toContain('Label the box.')
}, 20_000)
