import { eq } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import { minutesLater } from '../../src/dates.ts'
import { create, findDraft, save } from '../../src/desk/draft/draft.ts'
import { publish } from '../../src/desk/publishing/publish.ts'
import { eraseDue } from '../../src/letters/erase.ts'
import { group } from '../../src/letters/group.ts'
import { eraseMessages } from '../../src/letters/message.ts'
import { type LetterRow, letters, messages } from '../../src/schema.ts'
import { copies } from '../../src/ui/copy/index.ts'
import { everything } from '../letters/everything.ts'
import { letterIn } from '../letters/writer.ts'
import { asEditor, db, NOW, site, vault } from '../newsroom.ts'
import { column, print } from '../printed.ts'
import { decide, page, rowOf } from './letters.ts'
import { RULES } from './ready.ts'

const HAND = { by: 'edith', now: NOW }
const DAY = 24 * 60
const later = (days: number) => minutesLater(NOW, days * DAY)

/** A letter that was answered in the column “kettle”, on the day before NOW. */
async function printedLetter(changes: Partial<LetterRow> = {}) {
  await print({ kettle: column() })
  return letterIn({
    ...{ status: 'answered', answerPath: '/columns/kettle', draftId: 'kettle' },
    ...{ settledOn: '2026-11-22', changedOn: '2026-11-22' },
    ...changes,
  })
}

async function send(form: string, fields: Record<string, string>, now = NOW) {
  const response = await site({ now }).post(`/ticket${form && `/${form}`}`, fields)
  return { status: response.status, page: await response.text() }
}

const NEWS = { took: 'partly', now: 'better', news: '# She rings once a day now.' }

describe('After the answer a writer', () => {
  test('tells how it went in two taps and words, and the desk prints it', async () => {
    const { row, ticket } = await printedLetter()
    expect((await send('', { ticket })).page).toContain('How did it go?')
    const sent = await send('update', { ticket, ...NEWS })
    expect(sent.status).toBe(200)
    expect(sent.page).toContain('Did you take the advice? In part')
    const editor = await asEditor()
    for (const path of ['/desk/columns/kettle', `/desk/letters/${row.id}`]) {
      const html = await page(path, editor)
      expect(html).toContain('They took part of the advice. It is better now.')
      expect(html).toContain(NEWS.news)
    }
    const form = { letter: row.id, number: '2' }
    const inserted = await site().post('/desk/columns/kettle/revise', form, editor)
    expect(inserted.status).toBe(303)
    const draft = await findDraft(db, 'kettle')
    expect(draft?.document).toContain('# Update 2026-11-23\n\n\\# She rings once a day now.')
    expect(await (await site().get('/columns/kettle')).text()).not.toContain('once a day')
    const publishing = { version: String(draft?.version) }
    await site().post('/desk/drafts/kettle/publish', publishing, editor)
    expect(await (await site().get('/columns/kettle')).text()).toContain('# She rings once a day')
    expect(await page('/desk/columns/kettle', editor)).toContain('dealt with on 23 November 2026')
  })

  test('may do with taps alone, but not with nothing, nor too much', async () => {
    const { ticket } = await printedLetter()
    expect((await send('update', { ticket, took: 'no' })).status).toBe(200)
    const nothing = await send('update', { ticket, took: 'perhaps', news: ' ' })
    expect(nothing.status).toBe(422)
    expect(nothing.page).toContain('<a href="#took">Choose an answer, or write something</a>')
    const news = 'x'.repeat(2001)
    const long = await send('update', { ticket, now: 'worse', news })
    expect(long.status).toBe(422)
    expect(long.page).toContain(`${news}</textarea>`)
    expect(long.page).toMatch(/value="worse" checked/)
    expect(await db.$count(messages)).toBe(1)
  })

  test('is invited after the months that they agreed to, and no longer once they have told', async () => {
    const { ticket } = await printedLetter({ followUp: 3 })
    const { invited } = copies.en.conversation.update
    expect((await send('', { ticket }, new Date('2027-02-21T09:00:00Z'))).page).not.toContain(
      invited,
    )
    const due = new Date('2027-02-22T09:00:00Z')
    expect((await send('', { ticket }, due)).page).toContain(invited)
    await send('update', { ticket, ...NEWS }, due)
    expect((await send('', { ticket }, due)).page).not.toContain(invited)
  })

  test('tells it sealed, with a key that outlives the letter’s, for 180 days', async () => {
    const { ticket } = await printedLetter()
    await send('update', { ticket, ...NEWS, news: 'canary7431' })
    expect(await everything()).not.toContain('canary')
    expect(await everything()).not.toContain('partly')
    await eraseDue(db, later(100))
    await eraseMessages(db, later(179))
    expect((await send('', { ticket })).page).toContain('canary7431')
    await eraseMessages(db, later(180))
    expect((await send('', { ticket })).page).not.toContain('canary7431')
    expect(await db.select().from(messages)).toMatchObject([{ dataKey: null, text: null }])
  })

  test('says it once, however often it is sent, and can say more', async () => {
    const { ticket } = await printedLetter()
    await Promise.all(Array.from({ length: 20 }, () => send('update', { ticket, ...NEWS })))
    expect(await db.$count(messages)).toBe(1)
    await send('update', { ticket, ...NEWS, news: 'And now she has left.' })
    expect(await db.$count(messages)).toBe(2)
  })

  test.each(['received', 'in_column', 'declined'] as const)(
    'of a letter that is %s has nothing to update: it is not lost',
    async (status) => {
      const { ticket } = await letterIn({ status, reason: 'room' })
      const { status: code, page: html } = await send('update', { ticket, ...NEWS })
      expect(code).toBe(409)
      expect(html).toContain(`${NEWS.news}</textarea>`)
    },
  )
})

describe('A request to take it down', () => {
  test('reaches the desk, which finds it in the tray and at the column, and replies', async () => {
    const { row, ticket } = await printedLetter()
    const asked = await send('withdraw', { ticket, why: 'My boss reads this.' })
    expect(asked.status).toBe(200)
    expect(asked.page).toContain(copies.en.conversation.takeDown.asked)
    const editor = await asEditor()
    expect(await page('/desk', editor)).toMatch(/Take-down asked<\/a>\s*1/)
    const list = await page('/desk?status=takedown', editor)
    expect(list).toContain(`/desk/letters/${row.id}?status=takedown`)
    expect(list).toContain('take-down asked')
    expect(await page('/desk/columns/kettle', editor)).toContain('My boss reads this.')
    const letterPage = await page(`/desk/letters/${row.id}`, editor)
    expect(letterPage).toContain('My boss reads this.')
    expect(letterPage).toContain(`action="/desk/letters/${row.id}/reply"`)
    const reply = { text: 'We have changed the trade instead.' }
    expect((await decide(await rowOf(row), 'reply', editor, reply)).status).toBe(303)
    const html = (await send('', { ticket })).page
    expect(html).toContain('We have changed the trade instead.')
    expect(html).not.toContain(copies.en.conversation.takeDown.asked)
    expect(await page('/desk?status=takedown', editor)).toContain('There is no letter here.')
    expect((await decide(await rowOf(row), 'reply', editor, reply)).status).toBe(409)
    expect(await rowOf(row)).toMatchObject({ status: 'answered', settledOn: '2026-11-22' })
  })

  test('needs no words, and is one however often it is sent', async () => {
    const { ticket } = await printedLetter()
    await Promise.all(Array.from({ length: 20 }, () => send('withdraw', { ticket, why: '' })))
    expect(await db.$count(messages)).toBe(1)
  })

  test('is answered by retracting the column, and the ticket says so', async () => {
    const { row, ticket } = await printedLetter()
    await send('withdraw', { ticket, why: '' })
    const editor = await asEditor()
    const form = { reason: 'The writer asked.', note: 'We took this down.' }
    await site().post('/desk/columns/kettle/retract', form, editor)
    expect(await page('/desk?status=takedown', editor)).not.toContain(row.id)
    const html = (await send('', { ticket })).page
    expect(html).toContain(copies.en.conversation.next.gone)
    expect(html).not.toContain('/columns/kettle')
    expect(html).not.toContain('/ticket/update')
  })

  test('comes back with its words when they are too many', async () => {
    const { ticket } = await printedLetter()
    const why = 'x'.repeat(1001)
    const { status, page: html } = await send('withdraw', { ticket, why })
    expect(status).toBe(422)
    expect(html).toContain('<a href="#why">')
    expect(html).toContain(`${why}</textarea>`)
  })
})

test('A grouped letter is answered with its lead letter’s link, and may tell how it went', async () => {
  const id = await create(db, HAND)
  const document = column().replace(/^published: .*\n/m, '')
  await save(db, id, { version: 1, document, slug: 'kettle' }, HAND)
  const lead = await letterIn({ status: 'in_column', draftId: id, consent: 'publish' })
  const other = await letterIn({ consent: 'private' })
  await group(db, other.row.id, { ...HAND, version: 1, lead: lead.row.id })
  const draft = await findDraft(db, id)
  if (!draft) throw new Error('The draft is gone')
  await publish(db, vault, draft, { ...HAND, ...RULES, version: 2 })
  expect(await rowOf(other.row)).toMatchObject({
    status: 'answered',
    answerPath: '/columns/kettle',
    settledOn: '2026-11-23',
  })
  await send('update', { ticket: other.ticket, ...NEWS })
  expect(await page('/desk/columns/kettle', await asEditor())).toContain(NEWS.news)
  const [row] = await db.select().from(letters).where(eq(letters.id, other.row.id))
  expect(row?.draftId).toBeNull()
})

test('A grouping without a lead letter comes back with what was typed', async () => {
  const editor = await asEditor()
  const lead = await letterIn()
  const { row } = await letterIn()
  const refused = await decide(row, 'group', editor, { lead: 'the other one' })
  expect(refused.status).toBe(422)
  const html = await refused.text()
  expect(html).toContain('value="the other one"')
  expect(html).toContain('aria-describedby="group-hint group-error"')
  const address = `https://column.example/desk/letters/${lead.row.id}?status=held`
  expect((await decide(row, 'group', editor, { lead: address })).status).toBe(422)
  const plain = `https://column.example/desk/letters/${lead.row.id}`
  expect((await decide(row, 'group', editor, { lead: plain })).status).toBe(303)
  expect(await page(`/desk/letters/${lead.row.id}`, editor)).toContain(row.id)
})

test('A question that is empty or too long comes back with what was typed', async () => {
  const editor = await asEditor()
  const { row } = await letterIn()
  const empty = await decide(row, 'ask', editor, { text: ' ' })
  expect(empty.status).toBe(422)
  expect(await empty.text()).toContain('<a href="#ask">Write something to the writer</a>')
  const text = 'x'.repeat(2001)
  const long = await decide(row, 'ask', editor, { text })
  expect(long.status).toBe(422)
  expect(await long.text()).toContain(`${text}</textarea>`)
  await decide(row, 'hold', editor)
  const late = await decide(row, 'ask', editor, { text: 'Which town?' })
  expect(late.status).toBe(409)
  expect(await late.text()).toContain('Which town?</textarea>')
})
