import { expect, test } from 'vitest'
import { drop, findDraft, save } from '../../src/desk/draft/draft.ts'
import { partsOf } from '../../src/manuscript/parts.ts'
import { parse } from '../../src/manuscript.ts'
import { asEditor, db, site } from '../newsroom.ts'
import { arrive, decide, page, rowOf } from './letters.ts'
import { HAND } from './ready.ts'

/** A picked letter's draft, and another letter on the shortlist. */
async function draftAndLetter() {
  const editor = await asEditor()
  const first = await arrive({ question: 'Who owns the kettle?', consent: 'publish' })
  const address = (await decide(first, 'pick', editor)).headers.get('Location') ?? ''
  const arrived = await arrive({ question: 'Who owns the window?', consent: 'publish' })
  await decide(arrived, 'shortlist', editor)
  return {
    editor,
    address,
    id: address.split('/').at(-1) ?? '',
    second: await rowOf(arrived),
    first,
  }
}

type Second = Awaited<ReturnType<typeof draftAndLetter>>

function joins({ address, editor, second }: Second, version = '1') {
  const form = { version, letter: `${second.id} ${second.version}` }
  return site().post(`${address}/join`, form, editor)
}

test('A letter of the shortlist joins a draft, and each printed letter has a headline', async () => {
  const both = await draftAndLetter()
  expect(await page(`${both.address}/join`, both.editor)).toContain('Who owns the window?')
  expect((await joins(both)).status).toBe(303)
  const draft = await findDraft(db, both.id)
  expect(draft?.version).toBe(2)
  const parts = partsOf(draft?.document ?? '')
  expect(parts.get('headline-1')?.text).toBe('Who owns the kettle?')
  expect(parts.get('headline-2')?.text).toBe('Who owns the window?')
  expect(parts.get('letter-2')?.text).toContain('— Hungry at Noon')
  expect(await rowOf(both.second)).toMatchObject({ status: 'in_column', draftId: both.id })
  expect(await page(both.address, both.editor)).toContain('Back to the shortlist')
})

test('Each letter stands beside what is printed of it, with the words that differ marked', async () => {
  const both = await draftAndLetter()
  await joins(both)
  let document = (await findDraft(db, both.id))?.document ?? ''
  const typed = {
    standfirst: 'Two of them.',
    topics: 'colleagues',
    'reply-1': 'Ask.',
    'letter-2': 'My manager books every meeting at noon.\n\nWhat do I say?',
    'reply-2': 'Ask too.',
  }
  for (const [name, text] of Object.entries(typed)) {
    document = partsOf(document).get(name)?.with(text) ?? ''
  }
  await save(db, both.id, { version: 2, slug: 'x', document }, HAND)
  const shown = await page(both.address, both.editor)
  const compared = /<div class="compared".*$/s.exec(shown)?.[0] ?? ''
  expect(compared).toContain('Letter 2, as it came and as it is printed')
  expect(compared).toMatch(/<mark>She<\/mark> books every meeting at noon/)
  expect(compared).toMatch(/<mark>My manager<\/mark> books every meeting at noon/)
})

test('A letter leaves a draft with its printed text, and is on the shortlist again', async () => {
  const both = await draftAndLetter()
  await joins(both)
  const form = { version: '2', letter: both.second.id, position: '2' }
  expect((await site().post(`${both.address}/leave`, form, both.editor)).status).toBe(303)
  const draft = await findDraft(db, both.id)
  expect(draft?.version).toBe(3)
  expect(draft?.document).not.toContain('window')
  expect(draft?.document).toContain('# Letter: Who owns the kettle?')
  expect(await rowOf(both.second)).toMatchObject({ status: 'shortlisted', draftId: null })
  expect(await page(`/desk/letters/${both.second.id}`, both.editor)).toContain('unpicked it')
})

test('A letter whose text is out already leaves the document as it is', async () => {
  const both = await draftAndLetter()
  await joins(both)
  const form = { version: '2', letter: both.second.id, position: '0' }
  expect((await site().post(`${both.address}/leave`, form, both.editor)).status).toBe(303)
  expect((await findDraft(db, both.id))?.version).toBe(2)
  expect((await rowOf(both.second)).status).toBe('shortlisted')
  const again = await site().post(`${both.address}/leave`, { ...form, position: '2' }, both.editor)
  expect(again.status).toBe(409)
  expect((await findDraft(db, both.id))?.document).toContain('Who owns the window?')
})

test('Nothing joins a draft or leaves it once either has changed', async () => {
  const both = await draftAndLetter()
  const { address, editor, id, second } = both
  const draft = await findDraft(db, id)
  await save(db, id, { version: 1, slug: 'x', document: `${draft?.document}More.\n` }, HAND)
  expect((await joins(both)).status).toBe(409)
  await decide(second, 'hold', editor)
  expect((await joins(both, '2')).status).toBe(409)
  expect((await rowOf(second)).status).toBe('held')
  expect((await findDraft(db, id))?.version).toBe(2)
  const form = { version: '1', letter: both.first.id, position: '1' }
  expect((await site().post(`${address}/leave`, form, editor)).status).toBe(409)
  expect((await rowOf(both.first)).status).toBe('in_column')
})

test('Of two editors who add a letter to two drafts at once, one does', async () => {
  const both = await draftAndLetter()
  const third = await arrive({ question: 'Who owns the door?', consent: 'publish' })
  const other = (await decide(third, 'pick', both.editor)).headers.get('Location') ?? ''
  const answers = await Promise.all([joins(both), joins({ ...both, address: other })])
  expect(answers.map(({ status }) => status).sort()).toEqual([303, 409])
})

test('A letter joins an empty draft as its first, and updates stay at the end', async () => {
  const both = await draftAndLetter()
  const { address, editor, id } = both
  const document = (await findDraft(db, id))?.document.replace('# Reply', '# Reply\n\nAsk.') ?? ''
  const edit = { version: 1, slug: 'x', document: `${document}\n# Update 2026-09-01\n\nNews.\n` }
  await save(db, id, edit, HAND)
  await joins(both, '2')
  const joined = (await findDraft(db, id))?.document ?? ''
  expect(joined.indexOf('window')).toBeLessThan(joined.indexOf('# Update 2026-09-01'))
  const answered = partsOf(joined).get('reply-2')?.with('Ask too.') ?? ''
  const topical = partsOf(answered).get('topics')?.with('colleagues') ?? ''
  const whole = partsOf(topical).get('standfirst')?.with('Two of them.') ?? ''
  expect(parse(whole, 'x').problems).toEqual([])
  await drop(db, id, { ...HAND, version: 3 })
  const created = await site().post('/desk/drafts', {}, editor)
  const empty = created.headers.get('Location') ?? ''
  expect(empty).not.toBe(address)
  expect((await joins({ ...both, address: empty, second: await rowOf(both.second) })).status).toBe(
    303,
  )
  const begun = await findDraft(db, empty.split('/').at(-1) ?? '')
  expect(partsOf(begun?.document ?? '').get('letter-1')?.text).toContain('She books every meeting')
  expect(partsOf(begun?.document ?? '').has('letter-2')).toBe(false)
})
