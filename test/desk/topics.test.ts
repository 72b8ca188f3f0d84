import { asc, eq } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import { findLive, revise } from '../../src/desk/column/column.ts'
import { findDraft } from '../../src/desk/draft/draft.ts'
import { fingerprint } from '../../src/desk/publishing/plate.ts'
import { publish } from '../../src/desk/publishing/publish.ts'
import { carryOut, freshenHashes } from '../../src/desk/publishing/push.ts'
import { liveIndex, planPush } from '../../src/desk/publishing/push-plan.ts'
import { listTopics, nameTopics } from '../../src/desk/settings/topics.ts'
import { write } from '../../src/manuscript.ts'
import { columns, deskLog, letters, mergedTopics, outbox, topics } from '../../src/schema.ts'
import { letterIn } from '../letters/writer.ts'
import { asEditor, db, NOW, site, vault } from '../newsroom.ts'
import { column, print } from '../printed.ts'
import { sourceOf } from '../sources.ts'
import { HAND, LANGUAGES, readyDraft } from './ready.ts'

const NAMES = ['pay', 'money', 'managers'].map((slug, position) => ({
  ...{ slug, language: 'en', name: `About ${slug}`, description: `All of ${slug}.`, position },
}))
const named = () => db.batch(nameTopics(db, NAMES, { now: NOW }))
const body = async (path: string) => (await site().get(path)).text()
const order = async () => (await listTopics(db)).map(({ slug }) => slug)

const post = (form: Record<string, string>, editor: { Cookie: string }) =>
  site().post('/desk/settings', { section: 'topics', version: '1', ...form }, editor)
const change = (slug: string, changes: Record<string, string> = {}) => ({
  act: 'change',
  topic: slug,
  [`name-en-${slug}`]: 'Wages',
  [`description-en-${slug}`]: 'What is owed.',
  [`place-${slug}`]: '1',
  ...changes,
})
const merge = (slug: string, into: string) => ({
  act: 'merge',
  topic: slug,
  [`into-${slug}`]: into,
})

describe('An owner names a topic', () => {
  test('and gives it another place; readers see both at once, and the others stay in order', async () => {
    await named()
    await print({ kettle: column({ topics: 'managers' }), mug: column({ topics: 'pay' }) })
    const answer = await post(change('managers'), await asEditor('owner'))
    expect(answer.status).toBe(303)
    expect(await order()).toEqual(['managers', 'pay', 'money'])
    const page = await body('/topics')
    expect(page.indexOf('Wages')).toBeLessThan(page.indexOf('About pay'))
    expect(page).toContain('What is owed.')
    expect(await db.select().from(deskLog).where(eq(deskLog.verb, 'change-topic'))).toMatchObject([
      { reason: 'managers' },
    ])
    expect(await db.select().from(outbox)).toEqual([])
  })

  test('but not without a name, too long, or out of place; what was typed stays', async () => {
    await named()
    const form = change('pay', {
      'name-en-pay': '',
      'description-en-pay': 'long '.repeat(61),
      'place-pay': '9',
    })
    const answer = await post(form, await asEditor('owner'))
    const page = await answer.text()
    expect(answer.status).toBe(422)
    expect(page).toContain('<a href="#name-en-pay">Give it a name')
    expect(page).toContain('Shorten it to 300 characters: it has 304')
    expect(page).toContain('Write a place from 1 to 3')
    expect(page).toContain('long long long')
    expect(page).toMatch(/<details open="">\s*<summary>About pay/)
    expect((await listTopics(db))[0]?.texts.en?.name).toBe('About pay')
  })

  test('and only one of twenty who do so at once; the rest keep what they typed', async () => {
    await named()
    const owner = await asEditor('owner')
    const answers = await Promise.all(
      Array.from({ length: 20 }, (_, each) =>
        post(change('pay', { 'name-en-pay': `Pay ${each}` }), owner),
      ),
    )
    expect(answers.filter(({ status }) => status === 303)).toHaveLength(1)
    const lost = answers.filter(({ status }) => status === 409)
    expect(lost).toHaveLength(19)
    expect(await lost[0]?.text()).toMatch(/value="Pay \d+"/)
    expect((await listTopics(db)).find(({ slug }) => slug === 'pay')?.version).toBe(2)
  })

  test('which no editor does', async () => {
    await named()
    const editor = await asEditor()
    expect((await post(change('pay'), editor)).status).toBe(403)
    expect((await post(merge('pay', 'money'), editor)).status).toBe(403)
    expect((await listTopics(db)).map(({ version }) => version)).toEqual([1, 1, 1])
  })

  test('and a push leaves it alone until it was pulled, or is forced', async () => {
    await named()
    await post(change('pay', { 'place-pay': '1' }), await asEditor('owner'))
    await named()
    const name = async () => (await listTopics(db))[0]?.texts.en?.name
    expect(await name()).toBe('Wages')
    await db.batch(nameTopics(db, NAMES, { force: true, now: NOW }))
    expect(await name()).toBe('About pay')
  })
})

describe('An owner merges a topic into another', () => {
  const merged = async () => {
    await named()
    await print({
      kettle: column({ topics: 'pay' }),
      mug: column({ topics: 'managers, pay, money' }),
      ketel: column({ topics: 'pay', language: 'id' }),
      desk: column({ topics: 'managers' }),
    })
    const answer = await post(merge('pay', 'money'), await asEditor('owner'))
    expect(answer.status).toBe(303)
  }

  test('its columns move, each named once and in its place, and are counted there', async () => {
    await merged()
    const rows = await db.select().from(columns).orderBy(asc(columns.id))
    expect(rows.map(({ topics }) => topics)).toEqual([
      ['managers'],
      ['money'],
      ['money'],
      ['managers', 'money'],
    ])
    for (const row of rows) expect(JSON.parse(row.manuscript).topics).toEqual(row.topics)
    const counts = await db.select().from(topics).orderBy(asc(topics.slug), asc(topics.language))
    expect(counts.map((topic) => [topic.slug, topic.language, topic.columns])).toEqual([
      ['managers', 'en', 2],
      ['money', 'en', 2],
      ['money', 'id', 1],
    ])
    expect(await body('/columns/kettle')).toContain('href="/topics/money"')
    expect(await body('/columns/kettle.md')).toContain('topics: [money]')
  })

  test('its address and its feed lead to the other, in each language, and on from there', async () => {
    await merged()
    await post({ ...merge('money', 'managers'), version: '1' }, await asEditor('owner', 'Otto'))
    for (const at of ['', '/id']) {
      for (const [path, target] of [
        ['/topics/pay', '/topics/managers'],
        ['/topics/money', '/topics/managers'],
        ['/topics/pay/feed.xml', '/topics/managers/feed.xml'],
      ]) {
        const answer = await site().get(at + path)
        expect([answer.status, answer.headers.get('Location')]).toEqual([301, at + target])
      }
    }
    expect((await site().get('/topics/nothing')).status).toBe(404)
  })

  test('letters that wait under it are found under the other, and settled ones stay', async () => {
    const [open, settled] = [
      await letterIn({ topic: 'pay' }),
      await letterIn({ topic: 'pay', status: 'declined', settledOn: '2026-11-20' }),
    ]
    await merged()
    const topicOf = async (id: string) =>
      (await db.select().from(letters).where(eq(letters.id, id)))[0]?.topic
    expect(await topicOf(open.row.id)).toBe('money')
    expect(await topicOf(settled.row.id)).toBe('pay')
  })

  test('a draft that names it is published under the other', async () => {
    await merged()
    const draft = await readyDraft({ topics: 'pay, money' })
    const order = {
      ...HAND,
      version: draft.version,
      languages: LANGUAGES,
      secondReader: 'optional',
    }
    const outcome = await publish(db, vault, draft, order as Parameters<typeof publish>[3])
    expect(outcome.kind).toBe('live')
    expect((await findLive(db, draft.slug))?.column.topics).toEqual(['money'])
    expect((await findDraft(db, draft.id))?.document).toContain('topics: [money]')
    expect((await site().get('/topics/pay')).status).toBe(301)
  })

  test('a revision that is opened afterwards names the other', async () => {
    await merged()
    const id = await revise(db, 'kettle', HAND)
    expect((await findDraft(db, id ?? ''))?.document).toContain('topics: [money]')
  })

  test('the press refuses a plate that still names it, whole', async () => {
    await merged()
    await expect(print({ late: column({ topics: 'pay' }) })).rejects.toThrow()
    expect(await db.$count(columns, eq(columns.slug, 'late'))).toBe(0)
  })

  test('a pull writes the new topic, and the same files push as unchanged', async () => {
    await merged()
    await freshenHashes(db)
    const rows = await db.select().from(columns)
    for (const row of rows) {
      expect(row.liveHash).toBe(await fingerprint(write(JSON.parse(row.manuscript))))
    }
    const sources = await Promise.all(
      rows.map(({ slug, manuscript }) => sourceOf(slug, write(JSON.parse(manuscript)))),
    )
    const plan = await planPush(db, sources, { index: await liveIndex(db), force: false })
    expect(plan).toMatchObject({ unchanged: 4, refused: [], changed: [] })
  })

  test('a push of files that still name it is refused, and brings it back when forced', async () => {
    await merged()
    await freshenHashes(db)
    const sources = [await sourceOf('kettle', column({ topics: 'pay' }))]
    const index = await liveIndex(db)
    expect((await planPush(db, sources, { index, force: false })).refused).toEqual([
      { slug: 'kettle', reason: 'merged' },
    ])
    const plan = await planPush(db, sources, { index, force: true })
    const hand = { by: 'command line', now: NOW, newId: () => 'new', report: () => {} }
    await carryOut(db, plan, hand)
    expect(await db.$count(mergedTopics)).toBe(0)
    expect((await site().get('/topics/pay')).status).toBe(200)
  })

  test.each(['', 'pay', 'nothing'])('but not into “%s”', async (into) => {
    await named()
    const answer = await post(merge('pay', into), await asEditor('owner'))
    expect(answer.status).toBe(422)
    expect(await answer.text()).toContain('Choose the topic to merge it into')
    expect(await order()).toEqual(['pay', 'money', 'managers'])
  })

  test('and not after somebody has changed it', async () => {
    await named()
    const owner = await asEditor('owner')
    await post(change('pay'), owner)
    expect((await post(merge('pay', 'money'), owner)).status).toBe(409)
    expect(await order()).toEqual(['pay', 'money', 'managers'])
    expect(await db.$count(mergedTopics)).toBe(0)
  })
})
