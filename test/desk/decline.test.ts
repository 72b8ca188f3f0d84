import { eq } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import { changeText } from '../../src/desk/letter/decline-texts.ts'
import { group } from '../../src/letters/group.ts'
import { deskLog, type LetterRow, letters } from '../../src/schema.ts'
import { letterIn } from '../letters/writer.ts'
import { asEditor, db, NOW, site } from '../newsroom.ts'
import { column, print, retract } from '../printed.ts'
import { countedDatabase } from '../round-trips.ts'
import { arrive, decide, page, rowOf } from './letters.ts'

const HAND = { by: 'Ana', now: NOW }
const TEA = {
  question: 'Who drinks my tea?',
  letter: 'Somebody drinks my tea. The kettle is mine.',
}
const INDONESIAN = column({
  language: 'id',
  headline: 'Ketel [itu] milik saya',
  more: 'edition_of: kettle\n',
})
const ticketPage = async (ticket: string, path = '/ticket') =>
  (await site().post(path, { ticket })).text()
const entry = async ({ id }: LetterRow) =>
  (await db.select().from(deskLog).where(eq(deskLog.letterId, id))).at(-1)

describe('The columns nearest to a letter', () => {
  test('stand beside it, each with a key that declines it', async () => {
    await print({
      kettle: column(),
      lunch: column({
        headline: 'Eat alone',
        text: '# Letter\n\nI eat.\n\n— Me\n\n# Reply\n\nEat tea.',
      }),
    })
    const letter = await arrive(TEA)
    const html = await page(`/desk/letters/${letter.id}`, await asEditor())
    expect(html).toContain('<a href="/columns/kettle" lang="en">The kettle is mine</a>')
    expect(html).toMatch(/value="answered"[^>]*data-key="1"/)
    expect(html).toMatch(/value="answered"[^>]*data-key="2"/)
  })

  test('and all that stands there, are read in as many round trips as nothing would be', async () => {
    const alone = await arrive({ question: 'Zyx?', letter: 'Qwv zyx jkq.' })
    await print({ kettle: column() })
    const [letter, other] = [await arrive(TEA), await arrive(TEA)]
    const editor = await asEditor()
    await site().post(`/desk/letters/${letter.id}/note`, { text: other.id, number: '1' }, editor)
    const tripsFor = async ({ id }: LetterRow) => {
      const { database, roundTrips } = countedDatabase()
      await site({ database }).get(`/desk/letters/${id}`, editor)
      return roundTrips()
    }
    await tripsFor(alone)
    expect(await tripsFor(letter)).toBe(await tripsFor(alone))
  })

  test('are none for a letter that shares no word with them, or that has been decided', async () => {
    await print({ kettle: column() })
    const letter = await arrive({ question: 'Zyx?', letter: 'Qwv zyx jkq.' })
    const editor = await asEditor()
    expect(await page(`/desk/letters/${letter.id}`, editor)).not.toContain('Nearest columns')
    const answered = await arrive(TEA)
    await db.update(letters).set({ status: 'answered' }).where(eq(letters.id, answered.id))
    const html = await page(`/desk/letters/${answered.id}`, editor)
    expect(html).toContain('Nearest columns')
    expect(html).not.toContain('Decline with this link')
  })

  test('answer it in one key: the ticket has the link, and the log the column', async () => {
    await print({ kettle: column() })
    const { row, ticket } = await letterIn()
    const form = { reason: 'answered', column: 'kettle', exchange: '1' }
    expect((await decide(row, 'decline', await asEditor(), form)).status).toBe(303)
    expect((await rowOf(row)).reason).toContain('[The kettle is mine](/columns/kettle)')
    expect(await ticketPage(ticket)).toContain('<a href="/columns/kettle">The kettle is mine</a>')
    expect(await entry(row)).toMatchObject({ reason: 'answered', draftId: 'kettle' })
    expect((await site().get('/columns/kettle')).status).toBe(200)
  })

  test('lead to the edition in the letter’s language, in its words', async () => {
    await print({ kettle: column() })
    await print({ ketel: INDONESIAN })
    const { row, ticket } = await letterIn({ language: 'id' })
    await decide(row, 'decline', await asEditor(), { reason: 'answered', column: 'kettle' })
    const told = await ticketPage(ticket, '/id/ticket')
    expect(told).toContain('Surat yang sangat mirip sudah pernah kami jawab:')
    expect(told).toContain('<a href="/id/columns/ketel">Ketel  itu  milik saya</a>')
    expect((await site().get('/id/columns/ketel')).status).toBe(200)
  })

  test('lead to the column itself where there is no such edition', async () => {
    await print({ kettle: column() })
    const { row } = await letterIn({ language: 'id' })
    await decide(row, 'decline', await asEditor(), { reason: 'answered', column: 'kettle' })
    expect((await rowOf(row)).reason).toContain('(/columns/kettle)')
  })

  test('that have gone meanwhile decline nothing, and the editor chooses again', async () => {
    await print({ kettle: column() })
    await retract('kettle')
    const letter = await arrive(TEA)
    for (const gone of ['kettle', '', 'nothing']) {
      const form = { reason: 'answered', column: gone }
      const answer = await decide(letter, 'decline', await asEditor('editor', `E ${gone}`), form)
      expect(answer.status).toBe(422)
      expect(await answer.text()).toContain('That column is no longer live: choose another reason')
    }
    expect(await rowOf(letter)).toEqual(letter)
  })
})

describe('A ready reason', () => {
  test('is told in the words of the day: a later change of them changes no ticket', async () => {
    const { row, ticket } = await letterIn()
    const editor = await asEditor()
    await changeText(db, { ...HAND, reason: 'room', language: 'en', text: 'Too many.', version: 0 })
    await decide(row, 'decline', editor, { reason: 'room' })
    await changeText(db, { ...HAND, reason: 'room', language: 'en', text: 'Too few.', version: 1 })
    expect(await ticketPage(ticket)).toContain('Too many.')
    expect(await page(`/desk/letters/${row.id}`, editor)).toContain(
      'The ticket says: <span lang="en">Too many.',
    )
    expect(await entry(row)).toMatchObject({ reason: 'room', draftId: null })
  })

  test('stands in the form in the letter’s language, to be edited', async () => {
    const letter = await arrive({ language: 'id' })
    const html = await page(`/desk/letters/${letter.id}`, await asEditor())
    expect(html).toMatch(
      /<textarea id="words-room"[^>]*lang="id"[^>]*>\s*Surat yang masuk lebih banyak/,
    )
    expect(html).toMatch(/value="room"[^>]*data-key="8"/)
  })

  test('that was edited is told as edited, and logged by its name alone', async () => {
    const { row, ticket } = await letterIn()
    const words = 'Ask your union: [they know](https://union.example/help).'
    await decide(row, 'decline', await asEditor(), { reason: 'adviser', words })
    expect(await ticketPage(ticket)).toContain('<a href="https://union.example/help">they know</a>')
    expect((await entry(row))?.reason).toBe('adviser')
  })

  test('leads to the house page where help is', async () => {
    const { row, ticket } = await letterIn({ language: 'id' })
    await decide(row, 'decline', await asEditor(), { reason: 'adviser' })
    expect(await ticketPage(ticket, '/id/ticket')).toContain('<a href="/id/guidelines#help">')
  })

  test('for several letters at once is told to each in its own language, in the desk’s words', async () => {
    const [one, other] = [await arrive(), await arrive({ language: 'id' })]
    await changeText(db, { ...HAND, reason: 'room', language: 'en', text: 'Too many.', version: 0 })
    const editor = await asEditor()
    const form = new URLSearchParams({ verb: 'decline', reason: 'room' })
    for (const { id, version } of [one, other]) form.append('letter', `${id}.${version}`)
    await site().request('/desk/letters', {
      method: 'POST',
      headers: { ...editor, Origin: 'https://column.example', 'Sec-Fetch-Site': 'same-origin' },
      body: form,
    })
    expect((await rowOf(one)).reason).toBe('Too many.')
    expect((await rowOf(other)).reason).toContain('Surat yang masuk lebih banyak')
  })

  test('reaches every letter of the group', async () => {
    const lead = await letterIn()
    const follower = await letterIn()
    await group(db, follower.row.id, { ...HAND, version: 1, lead: lead.row.id })
    await decide(lead.row, 'decline', await asEditor(), { reason: 'late' })
    expect(await ticketPage(follower.ticket)).toContain('by the day on which you need the answer')
  })

  test.each([
    '[x](javascript:alert(1))',
    '[x](//evil.example)',
    '[x](/\\evil.example)',
    '[x](http://evil.example)',
    '[x](data:text/html,hi)',
    '<a href="https://evil.example">x</a>',
    '[x](https://a"onmouseover="x)',
  ])('never makes a ticket unsafe: %s', async (words) => {
    const { row, ticket } = await letterIn()
    await decide(row, 'decline', await asEditor(), { words })
    const html = await ticketPage(ticket)
    const [, reason = ''] = html.match(/<strong>[^<]*<\/strong>(.*?)<\/p>/s) ?? []
    for (const [, href = ''] of reason.matchAll(/href="([^"]*)"/g)) {
      expect(href).toMatch(/^(?:\/(?![/\\])|https:\/\/)/)
    }
    expect(reason.replace(/<\/?a\b[^>]*>/g, '')).not.toMatch(/<\w/)
    expect(html).not.toMatch(/<[^>]+\sonmouseover=/)
  })
})

describe('A ready text', () => {
  const change = (text: string, version: number) =>
    changeText(db, { ...HAND, reason: 'room', language: 'en', text, version })

  test('is changed by one of two editors who have the same before them', async () => {
    expect(await Promise.all([change('One.', 0), change('Other.', 0)])).toEqual([true, false])
    expect(await change('Later.', 0)).toBe(false)
    expect(await change('Second.', 1)).toBe(true)
    expect(await change('Late.', 1)).toBe(false)
    expect(await db.$count(deskLog, eq(deskLog.verb, 'change-text'))).toBe(2)
  })

  test('of a version that never was is not changed', async () => {
    expect(await change('From nowhere.', 7)).toBe(false)
    expect(await db.$count(deskLog)).toBe(0)
  })
})

describe('In the settings', () => {
  const save = (editor: { Cookie: string }, text: string, version: number, reason = 'room') =>
    site().post(
      '/desk/settings',
      {
        section: 'texts',
        reason,
        language: 'id',
        version: String(version),
        [`text-${reason}-id`]: text,
      },
      editor,
    )

  test('an editor changes a ready text, and letters are declined in it', async () => {
    const editor = await asEditor()
    expect((await save(editor, 'Terlalu banyak.', 0)).status).toBe(303)
    expect(await page('/desk/settings', editor)).toContain('Terlalu banyak.</textarea>')
    const letter = await arrive({ language: 'id' })
    await decide(letter, 'decline', editor, { reason: 'room' })
    expect((await rowOf(letter)).reason).toBe('Terlalu banyak.')
  })

  test('of two editors one changes it, and the other keeps the text', async () => {
    const [edith, otto] = [await asEditor(), await asEditor('editor', 'Otto')]
    await save(edith, 'Punya Edith.', 0)
    const late = await save(otto, 'Punya Otto.', 0)
    expect(late.status).toBe(409)
    const html = await late.text()
    expect(html).toContain('Punya Otto.</textarea>')
    expect(html).toMatch(/name="version" value="1"/)
    expect((await save(otto, 'Punya Otto.', 1)).status).toBe(303)
  })

  test.each([
    ['room', '', 'Write what the ticket says'],
    ['room', 'so '.repeat(200), 'Shorten it to 500 characters: it has 599'],
    ['answered', 'Sudah dijawab.', 'Say with {column} where the link to the column stands'],
    ['nothing', 'x', 'there is no such text'],
  ])('the text of “%s” may not be “%s”', async (reason, text, error) => {
    const answer = await save(await asEditor(), text, 0, reason)
    expect(answer.status).toBe(422)
    expect(await answer.text()).toContain(error)
    expect(await db.$count(deskLog, eq(deskLog.verb, 'change-text'))).toBe(0)
  })
})
