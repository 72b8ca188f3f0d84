import { eq, sql } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import { minutesLater } from '../../src/dates.ts'
import { eraseDue } from '../../src/letters/erase.ts'
import { withdraw } from '../../src/letters/withdraw.ts'
import { deskLog, type LetterRow, letters, mentions, notes } from '../../src/schema.ts'
import { everything } from '../letters/everything.ts'
import { letterIn } from '../letters/writer.ts'
import { asEditor, db, NOW, site, vault } from '../newsroom.ts'
import { arrive, page, rowOf } from './letters.ts'

type Editor = { Cookie: string }
const send = ({ id }: LetterRow, editor: Editor, text: string, number = 1) =>
  site().post(`/desk/letters/${id}/note`, { text, number: String(number) }, editor)
const SECRET = 'She wrote in spring as well'

describe('A note on a letter', () => {
  test('is for every editor, with its author and day, and moves nothing', async () => {
    const letter = await arrive()
    const editor = await asEditor()
    const answer = await send(letter, editor, SECRET)
    expect(answer.headers.get('Location')).toBe(`/desk/letters/${letter.id}#notes`)
    const html = await page(`/desk/letters/${letter.id}`, await asEditor('editor', 'Otto'))
    expect(html).toContain('<h3>Edith, 23 November 2026</h3>')
    expect(html).toContain(`<p class="text">${SECRET}</p>`)
    expect(html).toContain('Edith noted something about it')
    expect(await rowOf(letter)).toEqual(letter)
  })

  test('is stored sealed, and in no other letter’s place', async () => {
    const [letter, other] = [await arrive(), await arrive()]
    const editor = await asEditor()
    await send(letter, editor, SECRET)
    expect(await everything()).not.toContain(SECRET)
    await db.update(notes).set({ letterId: other.id })
    expect(await page(`/desk/letters/${other.id}`, editor)).toContain('This note cannot be opened.')
  })

  test('is never on the ticket', async () => {
    const { row, ticket } = await letterIn()
    await send(row, await asEditor(), SECRET)
    expect(await (await site().post('/ticket', { ticket })).text()).not.toContain(SECRET)
  })

  test('of two at once is one; the other editor keeps the words, and reads the first', async () => {
    const letter = await arrive()
    const [edith, otto] = [await asEditor(), await asEditor('editor', 'Otto')]
    const answers = await Promise.all([send(letter, edith, 'Mine'), send(letter, otto, 'Mine too')])
    expect(answers.map(({ status }) => status).sort()).toEqual([303, 409])
    const late = await answers.find(({ status }) => status === 409)?.text()
    expect(late).toContain('Your note is not saved yet')
    expect(late).toMatch(/Mine( too)?<\/p>/)
    expect(late).toMatch(/Mine( too)?<\/textarea>/)
    expect(late).toContain('name="number" value="2"')
    expect(await db.$count(deskLog, eq(deskLog.verb, 'note'))).toBe(1)
  })

  test('needs words, and not too many of them; what was written stays', async () => {
    const letter = await arrive()
    const editor = await asEditor()
    const empty = await send(letter, editor, ' \n ')
    expect(empty.status).toBe(422)
    expect(await empty.text()).toContain('<a href="#note">Write a note</a>')
    const long = 'so '.repeat(700).trim()
    const answer = await send(letter, editor, long)
    expect(answer.status).toBe(422)
    expect(await answer.text()).toContain(`${long}</textarea>`)
    expect(await db.$count(notes)).toBe(0)
  })

  test('is shown as text', async () => {
    const letter = await arrive()
    const editor = await asEditor()
    await send(letter, editor, '<script>alert(1)</script>')
    expect(await page(`/desk/letters/${letter.id}`, editor)).toContain('&lt;script&gt;alert(1)')
  })

  test('is not written on a letter that was never there, or is erased', async () => {
    const editor = await asEditor()
    const answer = await site().post(
      '/desk/letters/nowhere/note',
      { text: 'x', number: '1' },
      editor,
    )
    expect(answer.status).toBe(404)
    const letter = await arrive()
    await db.update(letters).set({ dataKey: null, letter: null, question: null })
    expect((await send(letter, editor, SECRET)).status).toBe(409)
    expect(await db.$count(notes)).toBe(0)
  })
})

describe('A letter that a note names', () => {
  test('is linked from the note, and leads back to it', async () => {
    const [letter, other] = [await arrive(), await arrive()]
    const editor = await asEditor()
    await send(
      letter,
      editor,
      `Like https://column.example/desk/letters/${other.id}, and ${letter.id}`,
    )
    const html = await page(`/desk/letters/${letter.id}`, editor)
    expect(html).toContain(`<a href="/desk/letters/${other.id}">${other.id}</a>, and ${letter.id}`)
    expect(await page(`/desk/letters/${other.id}`, editor)).toContain(
      `Named in a note on <a href="/desk/letters/${letter.id}">letter ${letter.id}</a>`,
    )
  })

  test('is none that was never there', async () => {
    const letter = await arrive()
    await send(letter, await asEditor(), 'See 0123456789abcdef, an accomplishment')
    expect(await db.$count(mentions)).toBe(0)
  })
})

describe('Notes and what they name go with the letter', () => {
  async function noted() {
    const { row, ticket } = await letterIn({ receivedOn: '2026-11-23' })
    const other = await arrive()
    const editor = await asEditor()
    await send(row, editor, `Like ${other.id}`)
    await send(other, editor, `Like ${row.id}`)
    return { ticket, other }
  }

  test('when its writer withdraws it', async () => {
    const { ticket, other } = await noted()
    await withdraw(db, vault, ticket, NOW)
    expect((await db.select().from(notes)).map(({ letterId }) => letterId)).toEqual([other.id])
    expect(await db.$count(mentions)).toBe(0)
  })

  test('when the clock erases it', async () => {
    await noted()
    await eraseDue(db, minutesLater(NOW, 180 * 24 * 60))
    expect(await db.all(sql`SELECT 1 FROM notes UNION ALL SELECT 1 FROM mentions`)).toEqual([])
  })
})
