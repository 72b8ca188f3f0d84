import { and, eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { minutesLater } from '../../src/dates.ts'
import { documentAt, findDraft, save } from '../../src/desk/draft/draft.ts'
import { deskLog } from '../../src/schema.ts'
import { asEditor, db, site } from '../newsroom.ts'
import { HAND, readyDraft } from './ready.ts'

/** The form of a draft's page as a browser without scripts sends it, with what an editor changed. */
async function formOf(
  id: string,
  editor: { Cookie: string },
  changes: Record<string, string> = {},
) {
  const page = await (await site().get(`/desk/drafts/${id}`, editor)).text()
  const form = /<form[^>]*data-editor.*?<\/form>/s.exec(page)?.[0] ?? ''
  const values: Record<string, string> = {}
  for (const [tag, name = ''] of form.matchAll(/<input[^>]* name="([^"]+)"[^>]*>/g)) {
    if (!/ disabled/.test(tag)) values[name] = / value="([^"]*)"/.exec(tag)?.[1] ?? ''
  }
  for (const [, tag = '', text = ''] of form.matchAll(/<textarea([^>]*)>\n?(.*?)<\/textarea>/gs)) {
    if (!/ disabled/.test(tag)) values[/ name="([^"]+)"/.exec(tag)?.[1] ?? ''] = text
  }
  const plain = Object.entries(values).map(([name, value]) => [name, unescaped(value)])
  return { ...Object.fromEntries(plain), ...changes } as Record<string, string>
}

function unescaped(text: string): string {
  const characters = { quot: '"', '#39': "'", lt: '<', gt: '>', amp: '&' }
  return text.replace(
    /&(quot|#39|lt|gt|amp);/g,
    (_, name: keyof typeof characters) => characters[name],
  )
}

test('An editor without scripts changes fields, and the document says so and nothing else', async () => {
  const editor = await asEditor()
  const { id, document } = await readyDraft()
  const form = await formOf(id, editor, {
    'part-headline': 'Mine: the kettle',
    'part-reply-1': 'Hide the box.',
    'part-content_note': 'Mentions tea.',
  })
  expect(form['part-letter-1']).toBe('Somebody drinks my tea.\n\n— Parched')
  const saved = await site().post(`/desk/drafts/${id}/save`, form, editor)
  expect(saved.status).toBe(303)
  expect((await findDraft(db, id))?.document).toBe(
    document
      .replace(/^headline: .*$/m, 'headline: "Mine: the kettle"')
      .replace('topics: [colleagues]\n', 'topics: [colleagues]\ncontent_note: Mentions tea.\n')
      .replace('Label the box.', 'Hide the box.'),
  )
})

test('Changes of one form to the text and to other fields both count', async () => {
  const editor = await asEditor()
  const { id, document } = await readyDraft()
  const form = await formOf(id, editor, {
    document: document.replace('Label the box.', 'Hide the box.'),
    'part-standfirst': 'He says it is his.',
  })
  expect((await site().post(`/desk/drafts/${id}/save`, form, editor)).status).toBe(303)
  const saved = (await findDraft(db, id))?.document
  expect(saved).toContain('Hide the box.')
  expect(saved).toContain('standfirst: He says it is his.')
})

test('One part that a form changes in its field and in the text, differently, is asked about', async () => {
  const editor = await asEditor()
  const { id, document } = await readyDraft()
  const form = await formOf(id, editor, {
    document: document.replace('Label the box.', 'Hide the box.'),
    'part-reply-1': 'Burn the box.',
  })
  const refused = await site().post(`/desk/drafts/${id}/save`, form, editor)
  const page = await refused.text()
  expect(refused.status).toBe(422)
  expect(page).toContain('in its field and in the text, differently: reply 1.')
  expect(page).toContain('Hide the box.')
  expect(page).toContain('Burn the box.')
  expect((await findDraft(db, id))?.version).toBe(2)
  const again = await site().post(
    `/desk/drafts/${id}/save`,
    { ...form, 'part-reply-1': 'Hide the box.' },
    editor,
  )
  expect(again.status).toBe(303)
})

test('What a field cannot show is left to the text', async () => {
  const editor = await asEditor()
  const { id, document, slug } = await readyDraft()
  const folded = document.replace(/^standfirst: .*$/m, 'standfirst: >-\n  He says\n  it is his.')
  await save(db, id, { version: 2, document: folded, slug }, HAND)
  const form = await formOf(id, editor, { 'part-headline': 'The kettle' })
  expect(form['part-standfirst']).toBeUndefined()
  await site().post(`/desk/drafts/${id}/save`, form, editor)
  expect((await findDraft(db, id))?.document).toBe(
    folded.replace(/^headline: .*$/m, 'headline: The kettle'),
  )
})

test('The preview shows what is not saved yet, in a frame of our own pages only', async () => {
  const editor = await asEditor()
  const { id } = await readyDraft()
  const form = await formOf(id, editor, { 'part-reply-1': 'Hide the box.' })
  const shown = await site().post(`/desk/drafts/${id}/preview`, form, editor)
  expect(shown.status).toBe(200)
  expect(shown.headers.get('Cache-Control')).toBe('no-store')
  expect(shown.headers.get('Content-Security-Policy')).toContain("frame-ancestors 'self'")
  const page = await shown.text()
  expect(page).toContain('Hide the box.')
  expect(page).toContain('class="reply"')
  expect((await findDraft(db, id))?.version).toBe(2)
  const draft = await site().get(`/desk/drafts/${id}`, editor)
  expect(draft.headers.get('Content-Security-Policy')).toContain("frame-src 'self'")
  expect(draft.headers.get('Content-Security-Policy')).toContain("frame-ancestors 'none'")
})

test('Where a preview cannot be shown stand the mistakes, with their lines', async () => {
  const editor = await asEditor()
  const { id, document } = await readyDraft()
  const form = { version: '2', slug: 'x', document: document.replace('# Reply', '# Replie') }
  const shown = await site().post(`/desk/drafts/${id}/preview`, form, editor)
  const page = await shown.text()
  expect(shown.status).toBe(422)
  expect(page).toMatch(/data-line="14"[^>]*>\s*Line 14: Unknown heading/)
})

/** As long as a column may be, in letters of three bytes. */
const LONG = 'ế'.repeat(19_000)

test('An editor who was signed out finds even the longest document in the page', async () => {
  const editor = await asEditor()
  const { id, document } = await readyDraft()
  const changed = document.replace('Label the box.', LONG)
  const form = await formOf(id, editor, { document: changed, 'part-reply-1': LONG })
  const refused = await site().post(`/desk/drafts/${id}/save`, form)
  expect(refused.status).toBe(401)
  const page = await refused.text()
  expect(page).toContain(LONG)
  expect(page).toContain(`action="/desk/drafts/${id}/save"`)
  expect((await site().post(`/desk/drafts/${id}/save`, form, editor)).status).toBe(303)
})

test('A document that is longer than the desk keeps stays in the form', async () => {
  const editor = await asEditor()
  const { id, document } = await readyDraft()
  const form = { version: '2', slug: 'the-kettle', document: document + LONG + LONG }
  const refused = await site().post(`/desk/drafts/${id}/save`, form, editor)
  const page = await refused.text()
  expect(refused.status).toBe(422)
  expect(page).toContain('the desk keeps up to 90,000')
  expect(page).toContain(LONG + LONG)
  expect((await findDraft(db, id))?.version).toBe(2)
})

test('What no form of the desk holds is refused before it is read, and elsewhere much sooner', async () => {
  const editor = await asEditor()
  const form = (length: number) => ({ document: 'x'.repeat(length) })
  expect((await site().post('/desk/drafts/x/save', form(400_000), editor)).status).toBe(413)
  expect((await site().post('/write', form(70_000))).status).toBe(413)
})

test('The log tells one editor’s saves of half an hour as one; every version is kept', async () => {
  const { id, document, slug } = await readyDraft()
  const saves = async (version: number, { by = 'edith', minutes = 0 } = {}) => {
    const edit = { version, slug, document: `${document}\nMore ${version}.\n` }
    await save(db, id, edit, { by, now: minutesLater(HAND.now, minutes) })
    return db.$count(deskLog, and(eq(deskLog.draftId, id), eq(deskLog.verb, 'save')))
  }
  expect(await saves(2)).toBe(1)
  expect(await saves(3, { minutes: 29 })).toBe(1)
  expect(await saves(4, { minutes: 31 })).toBe(2)
  expect(await saves(5, { by: 'olive', minutes: 32 })).toBe(3)
  expect(await saves(6, { minutes: 33 })).toBe(4)
  expect((await findDraft(db, id))?.version).toBe(7)
  expect(await documentAt(db, id, 4)).toContain('More 3.')
})
