import { eq } from 'drizzle-orm'
import { describe, expect, test, vi } from 'vitest'
import { minutesLater } from '../../src/dates.ts'
import { drop, save } from '../../src/desk/draft/draft.ts'
import { publish } from '../../src/desk/publishing/publish.ts'
import { withdraw } from '../../src/letters/withdraw.ts'
import { deskLog, drafts, draftVersions, previewLinks, showings } from '../../src/schema.ts'
import { letterIn } from '../letters/writer.ts'
import { asEditor, db, NOW, site, vault } from '../newsroom.ts'
import { HAND, RULES, readyDraft } from './ready.ts'

const DAY = 24 * 60

/** A draft of which Edith has made a link for three days. */
async function shared(days = '3') {
  const editor = await asEditor()
  const draft = await readyDraft()
  const address = `/desk/drafts/${draft.id}`
  const send = (verb: string, form: Record<string, string>) =>
    site().post(`${address}/${verb}`, form, editor)
  const made = await send('link', { version: '2', days })
  const page = async () => (await site().get(address, editor)).text()
  const path =
    (await page()).match(/value="https:\/\/column\.example(\/preview\/[^"]+)"/)?.[1] ?? ''
  const look = (now = NOW) => site({ now }).get(path)
  return { draft, editor, made, page, path, look, send }
}

describe('A preview link', () => {
  test('shows one version as readers would see it, and says that it is not published', async () => {
    const { draft, made, look, page } = await shared()
    expect(made.status).toBe(303)
    expect(await page()).toContain('Version 2, by Edith, until Thursday 26 November 2026, 09:00')
    const changed = draft.document.replace('Label the box.', 'Hide the box.')
    await save(db, draft.id, { ...draft, document: changed }, HAND)
    const answer = await look()
    expect(answer.status).toBe(200)
    const shown = await answer.text()
    expect(shown).toContain('<strong>Not published.</strong> This is version 2')
    expect(shown).toContain('Label the box.')
    expect(shown).not.toContain('Hide the box.')
    expect(shown).not.toContain('/desk')
  })

  test('is stored and indexed by nobody, sets no cookie and tells no other site of itself', async () => {
    const { look, path } = await shared()
    const { headers } = await look()
    expect(headers.get('Cache-Control')).toBe('no-store')
    expect(headers.get('X-Robots-Tag')).toContain('noindex')
    expect(headers.get('Referrer-Policy')).toBe('no-referrer')
    expect(headers.get('Set-Cookie')).toBeNull()
    expect(headers.get('ETag')).toBeNull()
    for (const file of ['/robots.txt', '/sitemap.xml', '/llms.txt', '/feed.xml']) {
      expect(await (await site().get(file)).text()).not.toContain('preview')
    }
    expect((await site({ settings: { DESK_HOST: 'desk.example' } }).get(path)).status).toBe(404)
    expect((await site({ settings: { DESK_HOST: 'column.example' } }).get(path)).status).toBe(200)
  })

  test.each(['1', '3', '7'])('works for %s days and no longer', async (days) => {
    const { look, page } = await shared(days)
    const end = minutesLater(NOW, Number(days) * DAY)
    expect((await look(minutesLater(end, -1))).status).toBe(200)
    const late = await look(end)
    expect(late.status).toBe(410)
    expect(late.headers.get('Cache-Control')).toBe('no-store')
    expect(await late.text()).toContain('This preview has ended')
    expect(await page()).toContain('End this link')
  })

  test('is ended by a button, at once, and the log says both', async () => {
    const { look, send } = await shared()
    const [link] = await db.select().from(previewLinks)
    await send('link-end', { link: link?.id ?? '' })
    expect((await look()).status).toBe(410)
    const acts = (await db.select().from(deskLog)).filter(({ verb }) => verb.includes('link'))
    expect(acts.map(({ verb, reason }) => [verb, reason])).toEqual([
      ['preview-link', 'version 2, for 3 days'],
      ['end-preview-link', null],
    ])
  })

  test('cannot be made up, changed, or ended from another draft', async () => {
    const { look, path, editor } = await shared()
    const [, , token = ''] = path.split('/')
    const [id, signature] = token.split('.')
    for (const other of ['', 'x', `${id}`, `${id}.`, `${id}.x`, `x.${signature}`]) {
      expect((await site().get(`/preview/${other}`)).status, other).toBe(404)
    }
    const rival = await readyDraft({ slug: 'the-jug' })
    await site().post(`/desk/drafts/${rival.id}/link-end`, { link: `${id}` }, editor)
    expect((await look()).status).toBe(200)
  })

  test('never stands in a log, not even when showing it fails', async () => {
    const { path } = await shared()
    const said = vi.spyOn(console, 'error').mockImplementation(() => {})
    const broken = { prepare: () => expect.unreachable(path) } as unknown as D1Database
    expect((await site({ database: broken }).get(path)).status).toBe(500)
    const token = path.split('/')[2] ?? ''
    expect(token).toMatch(/^\w{16}\../)
    expect(said).toHaveBeenCalled()
    expect(JSON.stringify(said.mock.calls)).not.toContain(token)
    expect(JSON.stringify(await db.select().from(deskLog))).not.toContain(token)
    said.mockRestore()
  })

  test('is made only of the version that the editor saw, and of one that can be read', async () => {
    const { draft, send } = await shared()
    expect((await send('link', { version: '1', days: '3' })).status).toBe(409)
    expect((await send('link', { version: '2', days: '4' })).status).toBe(422)
    await save(db, draft.id, { ...draft, document: 'Nothing yet.\n' }, HAND)
    const refused = await send('link', { version: '3', days: '3' })
    expect(refused.status).toBe(422)
    expect(await refused.text()).toContain('the document cannot be read yet')
    expect(await db.$count(previewLinks)).toBe(1)
  })
})

describe('A preview ends', () => {
  test.each([1, 2])('when one writer of %i in the draft withdraws', async (count) => {
    const { draft, look, send } = await shared()
    const stories = []
    for (let letter = 0; letter < count; letter += 1) {
      stories.push(await letterIn({ status: 'in_column', draftId: draft.id }))
    }
    expect((await look()).status).toBe(200)
    await withdraw(db, vault, stories[0]?.ticket ?? '', NOW)
    const ended = await look()
    expect(ended.status).toBe(410)
    expect(await ended.text()).not.toContain('Somebody drinks')
    const again = await send('link', { version: '3', days: '3' })
    expect(again.status).toBe(count === 1 ? 422 : 409)
    expect(await db.$count(previewLinks)).toBe(0)
  })

  test('when a writer says that it must not run', async () => {
    const { draft, look } = await shared()
    await db.insert(showings).values({
      ...{ letterId: 'x', draftId: draft.id, version: 2, position: 1, fingerprint: 'x' },
      ...{ since: 'x', until: 'x', verdict: 'stop' },
    })
    expect((await look()).status).toBe(410)
  })

  test('when the draft is dropped', async () => {
    const { draft, look } = await shared()
    await drop(db, draft.id, { ...HAND, version: 2 })
    expect((await look()).status).toBe(410)
    expect(await db.$count(previewLinks)).toBe(0)
  })

  test('when the text of that version is erased', async () => {
    const { draft, look } = await shared()
    await db.update(draftVersions).set({ document: '' }).where(eq(draftVersions.draftId, draft.id))
    expect((await look()).status).toBe(410)
  })

  test('when the column is retracted', async () => {
    const { draft, look } = await shared()
    await publish(db, vault, draft, { ...HAND, ...RULES, version: 2 })
    expect((await look()).status).toBe(200)
    await db.update(drafts).set({ status: 'retracted' }).where(eq(drafts.id, draft.id))
    expect((await look()).status).toBe(410)
  })
})
