import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { documentAt, findDraft, save } from '../../src/desk/draft/draft.ts'
import { withdraw } from '../../src/letters/withdraw.ts'
import { letters } from '../../src/schema.ts'
import { letterIn } from '../letters/writer.ts'
import { asEditor, db, NOW, site, vault } from '../newsroom.ts'
import { HAND, readyDraft } from './ready.ts'

type Draft = Awaited<ReturnType<typeof readyDraft>>

/** Lets another editor save the draft first, and then sends an edit of the older version. */
async function collide(draft: Draft, theirs: string, mine: string, slugs: Slugs = {}) {
  const editor = await asEditor()
  const { theirSlug = draft.slug, mySlug = draft.slug } = slugs
  await save(db, draft.id, { version: 2, document: theirs, slug: theirSlug }, HAND)
  const form = { version: '2', document: mine, slug: mySlug, 'slug-was': draft.slug }
  const response = await site().post(`/desk/drafts/${draft.id}/save`, form, editor)
  return { editor, response, page: await response.text() }
}
type Slugs = { theirSlug?: string; mySlug?: string }

/** Gives what a form on a page would send, as a browser without JavaScript does. */
async function formOf(page: string): Promise<Record<string, string>> {
  const sent: Record<string, string> = {}
  let text: string | null = null
  const rewritten = new HTMLRewriter()
    .on('form.merge input', {
      element(input) {
        const isOff = input.getAttribute('type') === 'radio' && !input.hasAttribute('checked')
        const name = input.getAttribute('name')
        if (name && !isOff) sent[name] = unescaped(input.getAttribute('value') ?? '')
      },
    })
    .on('form.merge textarea', {
      element: () => {
        text = ''
      },
      text(chunk) {
        text += chunk.text
      },
    })
    .transform(new Response(page))
  await rewritten.text()
  return { ...sent, document: unescaped(String(text)).replace(/^\n/, '') }
}

function unescaped(html: string): string {
  return html
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&')
}

test('Two editors who changed different places are offered the finished merge', async () => {
  const draft = await readyDraft()
  const theirs = draft.document.replace('Somebody drinks', 'He drinks')
  const mine = draft.document.replace('Label the box.', 'Hide the box.')
  const { editor, response, page } = await collide(draft, theirs, mine)
  expect(response.status).toBe(409)
  expect(page).toContain('Both changes fit')
  expect(page).toContain('Save the merge as version 4')
  const saved = await site().post(`/desk/drafts/${draft.id}/save`, await formOf(page), editor)
  expect(saved.status).toBe(303)
  expect(await documentAt(db, draft.id, 4)).toBe(theirs.replace('Label the', 'Hide the'))
})

describe('Two editors who changed the same place', () => {
  async function clash() {
    const draft = await readyDraft()
    const to = (words: string) => draft.document.replace('Label the box.', words)
    const found = await collide(draft, to('Sell the box.'), to('Hide the box.'))
    const send = (form: Record<string, string>) =>
      site().post(`/desk/drafts/${draft.id}/save`, form, found.editor)
    return { ...found, draft, to, send, form: await formOf(found.page) }
  }

  test('both stand in the text until one of them chooses', async () => {
    const { draft, form, page, response, send, to } = await clash()
    expect(response.status).toBe(409)
    expect(page).toContain('Place 1 of 1, under “Reply”')
    expect(form.document).toBe(to('Sell the box.\nHide the box.'))
    expect((await send(form)).status).toBe(303)
    expect(await documentAt(db, draft.id, 4)).toBe(form.document)
  })

  test.each([
    ['theirs', 'Sell the box.'],
    ['mine', 'Hide the box.'],
    ['both', 'Sell the box.\nHide the box.'],
  ])('saves what was chosen: %s', async (choice, words) => {
    const { draft, form, send, to } = await clash()
    expect((await send({ ...form, 'choice-1': choice })).status).toBe(303)
    expect((await findDraft(db, draft.id))?.document).toBe(to(words))
  })

  test('looks at the text as chosen, and chooses again', async () => {
    const { draft, form, send, to } = await clash()
    const looked = await send({ ...form, 'choice-1': 'mine', step: 'look' })
    expect(looked.status).toBe(200)
    const again = await formOf(await looked.text())
    expect(again).toMatchObject({ 'choice-1': 'mine', document: to('Hide the box.') })
    expect((await findDraft(db, draft.id))?.version).toBe(3)
    await send({ ...again, 'choice-1': 'theirs' })
    expect((await findDraft(db, draft.id))?.document).toBe(to('Sell the box.'))
  })

  test('keeps what was typed into the text, whatever is chosen then', async () => {
    const { draft, form, send, to } = await clash()
    const typed = String(form.document).replace('Somebody drinks', 'Nobody drinks')
    await send({ ...form, document: typed, 'choice-1': 'mine' })
    const chosen = to('Hide the box.').replace('Somebody drinks', 'Nobody drinks')
    expect((await findDraft(db, draft.id))?.document).toBe(chosen)
  })

  test('keeps the text that was put right by hand, in that very place', async () => {
    const { draft, form, send, to } = await clash()
    const typed = to('Sell the box, or hide it.')
    await send({ ...form, document: typed, 'choice-1': 'theirs' })
    expect((await findDraft(db, draft.id))?.document).toBe(typed)
  })

  test('loses nothing when a third version was saved while choosing', async () => {
    const { draft, form, send, to } = await clash()
    const third = to('Sell the box.').replace('Somebody drinks', 'She drinks')
    await save(db, draft.id, { version: 3, document: third, slug: draft.slug }, HAND)
    const late = await send({ ...form, 'choice-1': 'mine' })
    expect(late.status).toBe(409)
    const again = await formOf(await late.text())
    expect(again).toMatchObject({ version: '4', base: '3' })
    expect(again.document).toBe(to('Hide the box.').replace('Somebody drinks', 'She drinks'))
  })

  test('is shown the merge even when the page’s own fields were tampered with', async () => {
    const { form, send } = await clash()
    for (const changes of ['', '[', '{}', '[null]', '[{"start":9e9,"end":-1,"lines":["x"]}]']) {
      const looked = await send({ ...form, changes, base: 'x', version: 'x', step: 'look' })
      expect(looked.status).toBe(409)
      expect(await looked.text()).toContain('Hide the box.')
    }
  })
})

describe('The address', () => {
  test('that only the other editor changed is theirs, that both changed is asked', async () => {
    const draft = await readyDraft()
    const mine = draft.document.replace('Label', 'Hide')
    const first = await collide(draft, draft.document, mine, { theirSlug: 'the-teapot' })
    expect(await formOf(first.page)).toMatchObject({ slug: 'the-teapot' })
    const other = await readyDraft({ slug: 'the-jug' })
    const editor = await asEditor('editor', 'Ada')
    await save(db, other.id, { ...other, slug: 'their-jug' }, HAND)
    const form = { version: '2', document: other.document, slug: 'my-jug', 'slug-was': 'the-jug' }
    const page = await (await site().post(`/desk/drafts/${other.id}/save`, form, editor)).text()
    expect(page).toContain('saved “their-jug”, you wrote “my-jug”')
    expect(await formOf(page)).toMatchObject({ slug: 'my-jug' })
  })
})

test('A save of what is stored already is no conflict, and makes no version', async () => {
  const editor = await asEditor()
  const { id, slug, document } = await readyDraft()
  const changed = document.replace('Label', 'Hide')
  const send = (version: string) =>
    site().post(`/desk/drafts/${id}/save`, { version, document: changed, slug }, editor)
  const twice = await Promise.all([send('2'), send('2'), send('2')])
  expect(twice.map(({ status }) => status)).toEqual([303, 303, 303])
  expect((await send('3')).status).toBe(303)
  expect((await findDraft(db, id))?.version).toBe(3)
})

test('Of twenty who save at once one wins, and each other one keeps every word', async () => {
  const editor = await asEditor()
  const { id, slug, document } = await readyDraft()
  const words = Array.from({ length: 20 }, (_, index) => `Box number ${index}.`)
  const answers = await Promise.all(
    words.map((mine) => {
      const form = { version: '2', slug, document: document.replace('Label the box.', mine) }
      return site().post(`/desk/drafts/${id}/save`, form, editor)
    }),
  )
  expect(answers.filter(({ status }) => status === 303)).toHaveLength(1)
  const won = (await findDraft(db, id))?.document ?? ''
  for (const [index, answer] of answers.entries()) {
    if (answer.status === 303) continue
    expect(answer.status).toBe(409)
    const { document: offered } = await formOf(await answer.text())
    expect(offered?.split('\n')).toContain(words[index])
    expect(won.split('\n').every((line) => offered?.split('\n').includes(line))).toBe(true)
  }
})

test('Whatever both wrote, every line of it is on the page of the conflict', async () => {
  const editor = await asEditor()
  const { id, slug, document } = await readyDraft()
  const words = fc.stringMatching(/^[a-z<&"' ]{0,12}$/)
  const edit = fc.array(fc.record({ at: fc.nat(12), gone: fc.nat(2), put: fc.array(words) }))
  let version = 2
  let theirs = document
  await fc.assert(
    fc.asyncProperty(edit, edit, async (first, second) => {
      const base = theirs
      const change = (edits: typeof first) =>
        edits
          .reduce((lines, { at, gone, put }) => lines.toSpliced(at, gone, ...put), base.split('\n'))
          .join('\n')
      const saved = await save(
        db,
        id,
        { version, document: `${change(first).trim()}\n`, slug },
        HAND,
      )
      const mine = `${change(second).trim()}\n`
      const form = { version: String(version), slug, document: mine }
      theirs = saved?.document ?? ''
      version = saved?.version ?? 0
      const answer = await site().post(`/desk/drafts/${id}/save`, form, editor)
      const { document: offered } = await formOf(await answer.text())
      if (answer.status !== 409) return
      const shown = new Set(offered?.split('\n'))
      const before = new Set(base.split('\n'))
      const written = [...theirs.split('\n'), ...mine.split('\n')].filter(
        (line) => !before.has(line),
      )
      expect(written.filter((line) => !shown.has(line))).toEqual([])
    }),
    { numRuns: 8 },
  )
})

test('A save after its letter was withdrawn is not kept, and the page says why', async () => {
  const editor = await asEditor()
  const { id, slug, document } = await readyDraft()
  const { ticket } = await letterIn({ status: 'in_column', draftId: id })
  expect(await db.$count(letters)).toBe(1)
  await withdraw(db, vault, ticket, NOW)
  const form = { version: '2', slug, document: `${document}More.\n` }
  const late = await site().post(`/desk/drafts/${id}/save`, form, editor)
  expect(late.status).toBe(409)
  const page = await late.text()
  expect(page).toContain('The letter was withdrawn')
  expect(page).toContain('More.')
  expect(page).not.toContain('<button type="submit" class="main">')
  expect((await findDraft(db, id))?.document).toBe('')
})
