import { eq } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import { documentAt, findDraft, save } from '../../src/desk/draft/draft.ts'
import { compared } from '../../src/desk/draft/version.ts'
import { withdraw } from '../../src/letters/withdraw.ts'
import { deskLog, reviews } from '../../src/schema.ts'
import { letterIn } from '../letters/writer.ts'
import { asEditor, db, NOW, site, vault } from '../newsroom.ts'
import { HAND, readyDraft } from './ready.ts'

/** A draft that was saved twice: version 3 hides the box instead of labelling it. */
async function saved() {
  const editor = await asEditor()
  const draft = await readyDraft()
  const document = draft.document.replace('Label the box.', 'Hide the box.')
  await save(db, draft.id, { ...draft, document }, HAND)
  const address = `/desk/drafts/${draft.id}`
  const page = async (query = '') =>
    (await site().get(`${address}/versions${query}`, editor)).text()
  const restore = (restored: string, version: string) =>
    site().post(`${address}/restore`, { restored, version }, editor)
  return { draft, document, editor, address, page, restore }
}

describe('The history of a draft', () => {
  test('says who saved what when, the last first', async () => {
    const { page } = await saved()
    const list = await page()
    expect(list.match(/Version \d/g)).toEqual(['Version 3', 'Version 2', 'Version 1'])
    expect(list).toContain('Version 3 (the draft as it is)')
    expect(list).toContain('Monday 23 November 2026, 09:00')
  })

  test('is read by pages, however long it is', async () => {
    const { draft, page } = await saved()
    for (let version = 3; version < 40; version += 1) {
      await save(db, draft.id, { version, document: `Text ${version}\n`, slug: draft.slug }, HAND)
    }
    const first = await page()
    expect(first.match(/>Version \d+/g)).toHaveLength(30)
    expect(first).toContain(`/desk/drafts/${draft.id}/versions?before=11`)
    const second = await page('?before=11')
    expect(second.match(/>Version \d+/g)).toHaveLength(10)
    expect(second).not.toContain('Earlier versions')
  })

  test('shows what was changed between any two versions, by words', async () => {
    const { page } = await saved()
    const shown = await page('?from=2&to=3')
    expect(shown).toContain('From version 2 to version 3')
    expect(shown).toContain('Under “Reply”')
    expect(shown).toContain('<del>Label</del><ins>Hide</ins> the box.')
    expect(await page('?from=3&to=2')).toContain('<del>Hide</del><ins>Label</ins> the box.')
    expect(await page('?from=3&to=3')).toContain('Their texts are the same.')
    expect(await page('?from=3&to=9')).toContain('The text of one of them is gone, or never was.')
    expect((await page('?from=x&to=-1')).includes('From version')).toBe(false)
  })

  test('says which texts were erased with their letter', async () => {
    const { draft, page, restore } = await saved()
    const { ticket } = await letterIn({ status: 'in_column', draftId: draft.id })
    await withdraw(db, vault, ticket, NOW)
    const list = await page('?from=2&to=3')
    expect(list.match(/Its text was erased with the letter/g)).toHaveLength(3)
    expect(list).not.toContain('Hide')
    expect(list).not.toContain('Restore version')
    expect((await restore('2', '4')).status).toBe(422)
    expect((await findDraft(db, draft.id))?.document).toBe('')
  })
})

describe('An old version that is restored', () => {
  test('becomes the next one, and nothing is taken away', async () => {
    const { draft, document, restore } = await saved()
    expect((await restore('2', '3')).status).toBe(303)
    expect(await findDraft(db, draft.id)).toMatchObject({ version: 4, document: draft.document })
    expect(await documentAt(db, draft.id, 3)).toBe(document)
    const [act] = await db.select().from(deskLog).where(eq(deskLog.verb, 'restore'))
    expect(act).toMatchObject({ draftId: draft.id, reason: 'version 2' })
  })

  test('is not, when the draft was changed meanwhile', async () => {
    const { draft, document, restore } = await saved()
    await save(db, draft.id, { version: 3, document: `${document}More.\n`, slug: 'x' }, HAND)
    const late = await restore('2', '3')
    expect(late.status).toBe(409)
    expect(await late.text()).toContain('Nothing was restored: the draft was changed meanwhile.')
    expect((await findDraft(db, draft.id))?.document).toContain('More.')
  })

  test('is one, however many bring one back at once', async () => {
    const { draft, restore } = await saved()
    await Promise.all(Array.from({ length: 20 }, () => restore('2', '3')))
    expect((await findDraft(db, draft.id))?.version).toBe(4)
  })

  test('voids an approval, as any edit does', async () => {
    const { draft, restore } = await saved()
    const asked = { draftId: draft.id, askedVersion: 3, askedBy: 'x', askedAt: 'x' }
    await db.insert(reviews).values({ ...asked, approvedVersion: 3, approvedBy: 'x' })
    await restore('2', '3')
    expect((await db.select().from(reviews))[0]?.voidedAt).not.toBeNull()
  })

  test('must have been there', async () => {
    const { restore } = await saved()
    for (const restored of ['', '0', '9', 'x']) {
      expect((await restore(restored, '3')).status, restored).toBe(422)
    }
  })
})

test('Two long texts that have little in common are compared within bounds', () => {
  const text = (word: string) =>
    Array.from({ length: 900 }, (_, index) => `${word} ${index} ${word.repeat(8)}`).join('\n')
  const before = performance.now()
  const stretches = compared(text('before'), text('after'))
  console.info(`compared in ${Math.round(performance.now() - before)} ms`)
  const shown = stretches.flatMap((stretch) => ('runs' in stretch ? stretch.runs : []))
  expect(
    shown
      .filter(({ kind }) => kind !== 'new')
      .map(({ text }) => text)
      .join(''),
  ).toBe(text('before'))
})
