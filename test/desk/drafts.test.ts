import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { runClock } from '../../src/app.tsx'
import { create, documentAt, findDraft, save } from '../../src/desk/draft/draft.ts'
import type { Rules } from '../../src/desk/gates/gates.ts'
import { publish, publishDue } from '../../src/desk/publishing/publish.ts'
import { draftVersions, letters } from '../../src/schema.ts'
import { asEditor, config, db, NOW, site, vault } from '../newsroom.ts'
import { column } from '../printed.ts'
import { arrive, decide, rowOf } from './letters.ts'

const HAND = { by: 'edith', now: NOW }
const RULES: Rules = { languages: ['en', 'id'], secondReader: 'optional' }

/** A draft that could be published as it stands, without a date of its own. */
async function readyDraft({ slug = 'the-kettle', headline = 'The kettle is mine' } = {}) {
  const id = await create(db, HAND)
  const document = column({ headline }).replace(/^published: .*\n/m, '')
  const draft = await save(db, id, { version: 1, document, slug }, HAND)
  if (!draft) throw new Error('The draft was not saved')
  return draft
}

const at = (time: string) => new Date(`2026-11-24T${time}:00Z`)

test('Picking a letter opens a draft that holds its text, signoff and question', async () => {
  const editor = await asEditor()
  const letter = await arrive({ question: 'Who owns the kettle?', consent: 'publish' })
  const picked = await decide(letter, 'pick', editor)
  expect(picked.status).toBe(303)
  const page = await (await site().get(picked.headers.get('Location') ?? '', editor)).text()
  expect(page).toContain('headline: Who owns the kettle?')
  expect(page).toContain('value="who-owns-the-kettle"')
  expect((await rowOf(letter)).status).toBe('in_column')
})

test('Saving keeps every version, and the page shows the last', async () => {
  const editor = await asEditor()
  const draft = await readyDraft()
  const document = draft.document.replace('Label the box.', 'Hide the box.')
  const form = { version: '2', document: document.replaceAll('\n', '\r\n'), slug: 'the-kettle' }
  const saved = await site().post(`/desk/drafts/${draft.id}/save`, form, editor)
  expect(saved.status).toBe(303)
  expect(await (await site().get(`/desk/drafts/${draft.id}`, editor)).text()).toContain('Hide the')
  expect(await documentAt(db, draft.id, 2)).toContain('Label the box.')
  expect(await documentAt(db, draft.id, 3)).toBe(document)
})

test('Of two editors who save the same version one wins, and the other keeps the text', async () => {
  const editor = await asEditor()
  const { id, document } = await readyDraft()
  const both = ['Mine is this.', 'And mine is that.'].map((words) =>
    site().post(
      `/desk/drafts/${id}/save`,
      { version: '2', slug: 'the-kettle', document: document.replace('Label the box.', words) },
      editor,
    ),
  )
  const answers = await Promise.all(both)
  expect(answers.map(({ status }) => status).sort()).toEqual([303, 409])
  const lost = answers.find(({ status }) => status === 409)
  const page = (await lost?.text()) ?? ''
  expect(page).toContain('Mine is this.')
  expect(page).toContain('And mine is that.')
  expect((await findDraft(db, id))?.version).toBe(3)
})

test('Twenty editors who publish at once publish once', async () => {
  const draft = await readyDraft()
  const order = { ...HAND, version: 2, ...RULES }
  const outcomes = await Promise.all(
    Array.from({ length: 20 }, () => publish(db, vault, draft, order)),
  )
  expect(outcomes.filter(({ kind }) => kind === 'live')).toHaveLength(1)
  expect(outcomes.filter(({ kind }) => kind === 'overtaken')).toHaveLength(19)
  const published = await db.select().from(draftVersions).where(eq(draftVersions.draftId, draft.id))
  expect(published).toHaveLength(3)
})

test('Publishing puts the column before readers and the link on the ticket', async () => {
  const editor = await asEditor()
  const letter = await arrive({ question: 'Who owns the kettle?', consent: 'publish' })
  const picked = await decide(letter, 'pick', editor)
  const address = picked.headers.get('Location') ?? ''
  const document = column().replace(/^published: .*\n/m, '')
  await site().post(`${address}/save`, { version: '1', document, slug: 'the-kettle' }, editor)
  expect((await site().get('/columns/the-kettle')).status).toBe(404)
  const published = await site().post(`${address}/publish`, { version: '2' }, editor)
  expect(published.headers.get('Location')).toBe('/desk/columns/the-kettle')
  expect(await (await site().get('/columns/the-kettle')).text()).toContain('Label the box.')
  expect(await rowOf(letter)).toMatchObject({
    status: 'answered',
    answerPath: '/columns/the-kettle',
  })
})

test('A draft that is not ready is not published, and the page says why', async () => {
  const editor = await asEditor()
  const { id, document } = await readyDraft()
  const wrong = document
    .replace('topics: [colleagues]', 'topics: []')
    .replace('Label the box.', 'See [this](/columns/nothing).')
  await site().post(
    `/desk/drafts/${id}/save`,
    { version: '2', document: wrong, slug: 'A B' },
    editor,
  )
  const refused = await site().post(`/desk/drafts/${id}/publish`, { version: '3' }, editor)
  const page = await refused.text()
  expect(refused.status).toBe(422)
  expect(page).toContain('Not yet:')
  expect(page).toContain('Write the address with lower-case letters')
  expect((await site().get('/columns/a-b')).status).toBe(404)
})

test('An address that another column has, or had, is not taken over', async () => {
  const editor = await asEditor()
  const first = await readyDraft()
  await publish(db, vault, first, { ...HAND, version: 2, ...RULES })
  const second = await readyDraft({ headline: 'Another kettle' })
  const refused = await site().post(`/desk/drafts/${second.id}/publish`, { version: '2' }, editor)
  expect(refused.status).toBe(422)
  expect(await refused.text()).toContain('Another column has, or had, the address')
})

test('A writer who wants a private answer only is never printed, one who withdrew neither', async () => {
  const editor = await asEditor()
  const aloof = await arrive({ question: 'Must I?', consent: 'private' })
  expect((await decide(aloof, 'pick', editor)).status).toBe(409)
  const draft = await readyDraft()
  await db
    .update(letters)
    .set({ draftId: draft.id, status: 'withdrawn' })
    .where(eq(letters.id, aloof.id))
  const refused = await site().post(`/desk/drafts/${draft.id}/publish`, { version: '2' }, editor)
  expect(refused.status).toBe(422)
  expect(await refused.text()).toContain('A writer has withdrawn the letter.')
})

test('What was scheduled runs once, at its time, as it was scheduled', async () => {
  const editor = await asEditor()
  const { id } = await readyDraft()
  const form = { version: '2', at: '2026-11-24T09:00' }
  const scheduled = await site().post(`/desk/drafts/${id}/schedule`, form, editor)
  expect(scheduled.status).toBe(303)
  expect(await publishDue(db, vault, RULES, at('08:59'))).toBe(0)
  const ran = await Promise.all([1, 2, 3].map(() => publishDue(db, vault, RULES, at('09:03'))))
  expect(ran.reduce((all, one) => all + one)).toBe(1)
  const page = await (await site().get('/columns/the-kettle')).text()
  expect(page).toContain('<time datetime="2026-11-24T09:00:00Z">')
})

test('The clock alone publishes what is due, and a page of the desk does so when it stands still', async () => {
  const editor = await asEditor()
  for (const slug of ['by-clock', 'by-desk']) {
    const { id } = await readyDraft({ slug, headline: slug })
    const form = { version: '2', at: slug === 'by-clock' ? '2026-11-23T10:00' : '2026-11-23T11:00' }
    await site().post(`/desk/drafts/${id}/schedule`, form, editor)
  }
  const context = { waitUntil() {}, passThroughOnException() {} } as unknown as ExecutionContext
  await runClock({ DB: db.$client } as Env, config(), {
    now: new Date('2026-11-23T10:00:00Z'),
    context,
  })
  expect((await site().get('/columns/by-clock')).status).toBe(200)
  expect((await site().get('/columns/by-desk')).status).toBe(404)
  await site({ now: new Date('2026-11-23T11:01:00Z') }).get('/desk', editor)
  expect((await site().get('/columns/by-desk')).status).toBe(200)
})

test('Saving a scheduled draft takes it out of the queue, and so does the button', async () => {
  const editor = await asEditor()
  const { id, document } = await readyDraft()
  const form = { version: '2', at: '2026-11-24T09:00' }
  await site().post(`/desk/drafts/${id}/schedule`, form, editor)
  await site().post(
    `/desk/drafts/${id}/save`,
    { version: '2', document, slug: 'the-kettle' },
    editor,
  )
  expect(await findDraft(db, id)).toMatchObject({ status: 'draft', pinnedVersion: null })
  const page = await (await site().get(`/desk/drafts/${id}`, editor)).text()
  expect(page).toContain('It was to run on Tuesday 24 November 2026, 09:00 (London).')
  expect(page).toContain('It no longer runs by')
  await site().post(`/desk/drafts/${id}/schedule`, { ...form, version: '3' }, editor)
  const seen = { version: '3', was: '2026-11-24T09:00:00Z' }
  await site().post(`/desk/drafts/${id}/unschedule`, seen, editor)
  expect(await publishDue(db, vault, RULES, at('10:00'))).toBe(0)
})

test('A draft whose gate has shut since it was scheduled does not run, and the desk says why', async () => {
  const editor = await asEditor()
  const { id } = await readyDraft()
  await site().post(`/desk/drafts/${id}/schedule`, { version: '2', at: '2026-11-24T09:00' }, editor)
  const rival = await readyDraft({ headline: 'A rival' })
  await publish(db, vault, rival, { ...HAND, version: 2, ...RULES })
  expect(await publishDue(db, vault, RULES, at('09:00'))).toBe(0)
  expect(await (await site().get('/desk/queue', editor)).text()).toContain(
    'Not met: “The address is free”.',
  )
  expect(await (await site().get(`/desk/drafts/${id}`, editor)).text()).toContain('did not run')
})

test('A time that is past, or that the clocks skip, is refused', async () => {
  const editor = await asEditor()
  const { id } = await readyDraft()
  const times = ['2026-11-20T09:00', '2027-03-28T01:30', 'soon', '', '0000-01-01T00:00']
  for (const time of [...times, '9999-12-31T23:59']) {
    const form = { version: '2', at: time }
    const refused = await site().post(`/desk/drafts/${id}/schedule`, form, editor)
    expect(refused.status, time).toBe(422)
  }
})

test('The preview is the page that readers will see', async () => {
  const editor = await asEditor()
  const { id } = await readyDraft()
  const preview = await (await site().get(`/desk/drafts/${id}/preview`, editor)).text()
  await site().post(`/desk/drafts/${id}/publish`, { version: '2' }, editor)
  const page = await (await site().get('/columns/the-kettle')).text()
  const article = (html: string) =>
    html
      .slice(html.indexOf('<article>'), html.indexOf('class="ask"'))
      .replace(/<time.*?<\/time>/g, '')
  expect(article(preview).replace(/<p class="kicker">.*?<\/p>/, '')).toBe(
    article(page).replace(/<p class="kicker">.*?<\/p>/, ''),
  )
})

test('Dropping a draft sends its letter back to the shortlist and keeps none of its text', async () => {
  const editor = await asEditor()
  const letter = await arrive({ question: 'Who owns the kettle?', consent: 'publish' })
  const picked = await decide(letter, 'pick', editor)
  const address = picked.headers.get('Location') ?? ''
  expect((await site().post(`${address}/drop`, { sure: 'yes', version: '1' }, editor)).status).toBe(
    303,
  )
  expect(await rowOf(letter)).toMatchObject({ status: 'shortlisted', draftId: null })
  const versions = await db.select({ document: draftVersions.document }).from(draftVersions)
  expect(versions).toEqual([{ document: '' }])
})

test('A version of a draft can be neither changed nor removed', async () => {
  const { id } = await readyDraft()
  const change = db
    .update(draftVersions)
    .set({ document: 'x' })
    .where(eq(draftVersions.draftId, id))
  await expect(change).rejects.toThrow()
  await expect(db.delete(draftVersions)).rejects.toThrow()
})
