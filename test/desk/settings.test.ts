import { desc } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import { save } from '../../src/desk/draft/draft.ts'
import { deskLog, settings, showings } from '../../src/schema.ts'
import { hidden, LETTER, openForm } from '../letters/writer.ts'
import { asEditor, db, site } from '../newsroom.ts'
import { column } from '../printed.ts'
import { arrive, page, rowOf } from './letters.ts'
import { HAND } from './ready.ts'

const CLOSING = {
  section: 'intake',
  intake: 'close',
  closed_until: '2027-01-12',
  'message-en': 'We are moving house.\n\nBe <patient>.',
  'message-id': 'Kami pindah kantor.',
  version: '0',
}
const HOURS = { section: 'show-first', hours: '48', version: '0' }

const set = (form: Record<string, string>, editor: { Cookie: string }) =>
  site().post('/desk/settings', form, editor)
const lastAct = async () => (await db.select().from(deskLog).orderBy(desc(deskLog.id)).limit(1))[0]

describe('The letter box', () => {
  test('is closed with a message, which writers read in their language, as plain text', async () => {
    const editor = await asEditor()
    expect((await set(CLOSING, editor)).status).toBe(303)
    const english = await (await site().get('/write')).text()
    expect(english).toContain('<p>We are moving house.</p><p>Be &lt;patient&gt;.</p>')
    const indonesian = await (await site().get('/id/write')).text()
    expect(indonesian).toContain('<p>Kami pindah kantor.</p>')
    expect(indonesian).not.toContain('moving house')
  })

  test('tells the message to whoever was writing meanwhile, and keeps the letter', async () => {
    const ticket = await openForm()
    await set(CLOSING, await asEditor())
    const answer = await site().post('/write', { ...LETTER, step: 'send', ticket })
    const text = await answer.text()
    expect(answer.status).toBe(503)
    expect(text).toContain('We are moving house.')
    expect(hidden(text, 'letter')).toBe(LETTER.letter)
  })

  test('says what was saved, keeps the message when it opens, and logs both', async () => {
    const editor = await asEditor()
    const saved = await set(CLOSING, editor)
    const after = await page(saved.headers.get('Location')?.split('#')[0] ?? '', editor)
    expect(after).toMatch(/<p class="saved" role="status">\s*Saved\./)
    expect(await lastAct()).toMatchObject({ verb: 'close-intake', reason: '2027-01-12' })
    await set({ ...CLOSING, intake: 'open', version: '1' }, editor)
    expect(await lastAct()).toMatchObject({ verb: 'open-intake', reason: null })
    expect(await (await site().get('/write')).text()).toContain('<textarea')
    expect(await page('/desk/settings', editor)).toContain('We are moving house.')
  })

  test('refuses a message that is too long, and gives it back', async () => {
    const long = 'word '.repeat(101)
    const answer = await set({ ...CLOSING, 'message-id': long }, await asEditor())
    const text = await answer.text()
    expect(answer.status).toBe(422)
    expect(text).toContain(
      '<a href="#message-id">Shorten the message to 500 characters: it has 504',
    )
    expect(text).toContain(long.trim())
    expect(text).toContain('We are moving house.')
    expect(await db.$count(settings)).toBe(0)
  })

  test('is not set by two editors over each other: the second keeps the text, and may insist', async () => {
    const edith = await asEditor()
    await set(CLOSING, await asEditor('editor', 'Bram'))
    const late = await set({ ...CLOSING, 'message-en': 'Closed for repairs.' }, edith)
    const text = await late.text()
    expect(late.status).toBe(409)
    expect(text).toContain('Closed for repairs.')
    expect(text).toContain('Somebody changed this since you opened the page')
    expect(await (await site().get('/write')).text()).toContain('We are moving house.')
    const version = text.match(
      /name="section" value="intake"\/?><input type="hidden" name="version" value="(\d+)"/,
    )
    await set(
      { ...CLOSING, 'message-en': 'Closed for repairs.', version: version?.[1] ?? '' },
      edith,
    )
    expect(await (await site().get('/write')).text()).toContain('Closed for repairs.')
  })

  test('is set by one of twenty who set it at once', async () => {
    const editor = await asEditor()
    const answers = await Promise.all(
      Array.from({ length: 20 }, (_, each) =>
        set({ ...CLOSING, 'message-en': `Message ${each}` }, editor),
      ),
    )
    const statuses = answers.map(({ status }) => status)
    expect(statuses.filter((status) => status === 303)).toHaveLength(1)
    expect(statuses.filter((status) => status === 409)).toHaveLength(19)
    expect(await db.select().from(settings)).toMatchObject([{ name: 'intake', version: 1 }])
  })
})

describe('The hours for show me first', () => {
  test('are set by an owner, and count for the next letter that is shown', async () => {
    const owner = await asEditor('owner')
    expect((await set(HOURS, owner)).status).toBe(303)
    expect(await lastAct()).toMatchObject({ verb: 'set-show-first', reason: '48 hours' })
    const letter = await arrive()
    await site().post(`/desk/letters/${letter.id}/pick`, { version: '1' }, owner)
    const { draftId } = await rowOf(letter)
    const form = { version: '2', letter: letter.id, position: '1' }
    await save(db, draftId ?? '', { version: 1, document: column(), slug: 'lunch' }, HAND)
    await site().post(`/desk/drafts/${draftId}/show`, form, owner)
    expect(await db.select().from(showings)).toMatchObject([{ until: '2026-11-25T09:00:00Z' }])
  })

  test('go back to the configuration when the field is emptied', async () => {
    const owner = await asEditor('owner')
    await set(HOURS, owner)
    expect(await page('/desk/settings', owner)).toContain('has 48 hours')
    await set({ ...HOURS, hours: '', version: '1' }, owner)
    expect(await page('/desk/settings', owner)).toContain('has 72 hours')
  })

  test.each(['0', '721', '1.5', '-3', 'two', '9'.repeat(40)])('are not “%s”', async (hours) => {
    const answer = await set({ ...HOURS, hours }, await asEditor('owner'))
    expect(answer.status).toBe(422)
    expect(await answer.text()).toContain(`value="${hours}"`)
    expect(await db.$count(settings)).toBe(0)
  })

  test('are not set by an editor, who is told who does', async () => {
    const editor = await asEditor()
    expect(await page('/desk/settings', editor)).toContain('An owner of the desk changes this.')
    expect((await set(HOURS, editor)).status).toBe(403)
    expect(await db.$count(settings)).toBe(0)
  })
})

test.each(['', 'constructor', 'tray'])(
  'A form of no section (“%s”) changes nothing',
  async (section) => {
    const answer = await set({ ...CLOSING, section }, await asEditor('owner'))
    expect(answer.status).toBe(422)
    expect(await db.$count(settings)).toBe(0)
  },
)
