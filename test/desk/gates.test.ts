import { eq } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import { findDraft, save } from '../../src/desk/draft/draft.ts'
import { publishDue } from '../../src/desk/publishing/publish.ts'
import { schedule } from '../../src/desk/publishing/schedule.ts'
import { deskLog } from '../../src/schema.ts'
import { asEditor, db, NOW, vault } from '../newsroom.ts'
import { column, print, retract } from '../printed.ts'
import { page } from './letters.ts'
import { HAND, RULES, readyDraft } from './ready.ts'

/** Gives the text of a document of one letter, whose reply links to these. */
const linking = (...targets: string[]) =>
  `# Letter\n\nSomebody drinks my tea.\n\n# Reply\n\n${targets.map((to) => `[here](${to})`).join('\n\n')}`

async function draftPage(changes: Parameters<typeof readyDraft>[0]): Promise<string> {
  const editor = await asEditor()
  const { id } = await readyDraft(changes)
  return page(`/desk/drafts/${id}`, editor)
}

describe('A link', () => {
  test.each([
    ['/columns/the-milk', null],
    ['/columns/the-milk#letter-1', null],
    ['/columns/the-kettle#letter-1', null],
    ['#letter-1', null],
    ['the-milk', null],
    ['/id/topics/rekan', null],
    ['/archive/2026', null],
    ['/guidelines#help', null],
    ['https://www.acas.org.uk/', null],
    ['mailto:help@example.org', null],
    ['/columns/the-milk#letter-2', 'leads to letter 2, and that column has 1.'],
    ['#letter-7', 'leads to letter 7, and that column has 1.'],
    ['#the-end', 'The site has no page “#the-end”.'],
    ['/columns/the-sugar', 'There is no column “the-sugar”.'],
    ['/columns/the-old-milk', 'There is no column “the-old-milk”.'],
    ['/topics/rekan', 'There is no topic “rekan” with a column.'],
    ['/colums/the-milk', 'The site has no page “/colums/the-milk”.'],
    ['//elsewhere.example', 'The link to “//elsewhere.example” is left out.'],
    ['ftp://elsewhere.example', 'The link to “ftp://elsewhere.example” is left out.'],
  ])('to %s: %s', async (target, problem) => {
    await print({
      'the-milk': column({ headline: 'The milk' }),
      susu: column({ headline: 'Susu', language: 'id', topics: 'rekan' }),
      'the-old-milk': column({ headline: 'The old milk' }),
    })
    await retract('the-old-milk')
    const html = await draftPage({ text: linking(target) })
    if (problem) expect(html).toContain(problem)
    else expect(html).toContain('<strong>Yes:</strong> Its links lead somewhere')
  })
})

test('What is wrong leads to the line, or the field, that is wrong', async () => {
  const html = await draftPage({ slug: 'The Kettle', text: linking('/columns/the-sugar') })
  expect(html).toContain('<a href="#slug">Write the address')
  expect(html).toContain('<a href="#document" data-line="14">There is no column “the-sugar”.')
})

test('A failure is stored by the name of its gate: nothing of the document', async () => {
  const { id, slug } = await readyDraft()
  const document = column({ text: '# Teresa Quill\n\nTea.' })
  await save(db, id, { version: 2, slug, document }, HAND)
  await schedule(db, id, { version: 3, scheduledFor: '2026-11-23T08:00:00Z' }, HAND)
  expect(await publishDue(db, vault, RULES, NOW)).toBe(0)
  const failure = 'Not met: “The document can be read”.'
  expect((await findDraft(db, id))?.failure).toBe(failure)
  const log = await db.select().from(deskLog).where(eq(deskLog.verb, 'fail'))
  expect(log).toEqual([expect.objectContaining({ draftId: id, reason: failure })])
})
