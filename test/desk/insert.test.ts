import fc from 'fast-check'
import { expect, test } from 'vitest'
import { findDraft } from '../../src/desk/draft/draft.ts'
import { linkTo, scriptOf, withParagraph } from '../../src/desk/draft/insert.ts'
import { scripts } from '../../src/manuscript.ts'
import { linkTargets } from '../../src/markdown.ts'
import { asEditor, db, site } from '../newsroom.ts'
import { column, print } from '../printed.ts'
import { readyDraft } from './ready.ts'

/** Sends the form of a draft's page with a button of its insert part. */
async function insert(changes: Record<string, string>) {
  const editor = await asEditor()
  const { id, document, version } = await readyDraft()
  const unsaved = document.replace('Label the box.', 'Hide the box.')
  const form = {
    ...{ document: unsaved, slug: 'the-kettle', version: `${version}`, 'insert-into': 'reply-1' },
    ...changes,
  }
  const response = await site().post(`/desk/drafts/${id}/insert`, form, editor)
  expect((await findDraft(db, id))?.document).toBe(document)
  return { status: response.status, page: await response.text() }
}

test('A script goes to the end of a reply, in the page and not saved yet', async () => {
  const { status, page } = await insert({
    insert: 'script',
    'insert-when': 'When he asks',
    'insert-words': 'It is mine.\n\nSorry.',
  })
  expect(status).toBe(200)
  expect(page).toContain(
    'Hide the box.\n\n&gt; [!SCRIPT] When he asks\n&gt; It is mine.\n&gt;\n&gt; Sorry.\n</textarea>',
  )
  expect(page).toContain('Not saved yet')
})

test('An earlier column is found by words of its headline, and linked', async () => {
  await print({
    'mug-war': column({ headline: 'The mug [war]' }),
    'cangkir-saya': column({ headline: 'The mug di sini', language: 'id' }),
    chairs: column({ headline: 'A chair', text: '# Letter\n\nMug.\n\n# Reply\n\nMug.' }),
  })
  const { status, page } = await insert({ insert: 'find', 'insert-query': 'that mug"' })
  expect(status).toBe(200)
  expect(page).toContain('value="link mug-war"')
  expect(page).not.toContain('link cangkir-saya')
  expect(page).not.toContain('link chairs')
  expect(page).toContain('Hide the box.')
})

test('A link to a column stands in the reply, with its headline as text', async () => {
  await print({ 'mug-war': column({ headline: 'The mug [war]' }) })
  const { page } = await insert({ insert: 'link mug-war' })
  expect(page).toContain('Hide the box.\n\n[The mug \\[war\\]](/columns/mug-war)\n')
})

const NOTHING: Record<string, string>[] = [
  { insert: 'script' },
  { insert: 'link no-such-column' },
  { insert: 'script', 'insert-words': 'Hm.', 'insert-into': 'reply-9' },
]
test.each(NOTHING)('Nothing is inserted of %j, and nothing is lost', async (changes) => {
  const { status, page } = await insert({ 'insert-query': 'mug', ...changes })
  expect(status).toBe(422)
  expect(page).toContain('Nothing was inserted')
  expect(page).toContain('Hide the box.')
})

test('What is inserted is one script, or one link, whatever its words', () => {
  const words = fc.string({ unit: 'grapheme', minLength: 1 }).filter((text) => text.trim() !== '')
  const line = words
    .map((text) => text.replace(/[\p{Cc}\u2028\u2029]/gu, ''))
    .filter((text) => text.trim() !== '')
  const document = '---\nheadline: A\n---\n\n# Letter\n\nB\n\n# Reply\n\nC\n'
  const check = (one: string, other: string) => {
    const script = scriptOf({ when: one, words: other })
    expect(scripts(script)).toHaveLength(1)
    const link = linkTo({ slug: 'a-b', headline: one }, 'en')
    expect(linkTargets(link)).toEqual(['/columns/a-b'])
    expect(withParagraph(document, 'reply-1', script)).toBe(
      `${document.slice(0, -1)}\n\n${script}\n`,
    )
  }
  fc.assert(fc.property(line, line, check), { numRuns: 200 })
})
