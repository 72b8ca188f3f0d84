import { eq } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import { verbsFor } from '../../src/desk/letter/triage.ts'
import {
  CONSENTS,
  deskLog,
  LETTER_STATUSES,
  type LetterRow,
  letters,
  messages,
} from '../../src/schema.ts'
import { asEditor, db, site } from '../newsroom.ts'
import { arrive, decide, page, rowOf } from './letters.ts'

/** What a page's forms do to one letter; what is noted or grouped beside it is no decision on it. */
function verbsOn(html: string, { id }: LetterRow): string[] {
  const forms = html.matchAll(new RegExp(`action="/desk/letters/${id}/([a-z]+)`, 'g'))
  const verbs = new Set([...forms].map(([, verb = '']) => verb))
  return [...verbs].filter((verb) => !['claim', 'gather', 'note', 'undo'].includes(verb))
}

describe('A letter’s page', () => {
  test('shows all that the writer said, as text, and nothing of it in the title', async () => {
    const letter = await arrive({
      question: 'Is <b>this</b> fair?',
      letter: 'Noon.\n\n<script>alert(1)</script> # Not a heading\nand **not bold**',
      email: 'hungry@example.com',
    })
    const response = await site().get(`/desk/letters/${letter.id}`, await asEditor())
    const html = await response.text()
    expect(html).toContain('<title>Letter · Off the Clock</title>')
    expect(html).toContain('Is &lt;b&gt;this&lt;/b&gt; fair?')
    expect(html).toContain('<p>Noon.</p>')
    expect(html).toContain(
      '&lt;script&gt;alert(1)&lt;/script&gt; # Not a heading\nand **not bold**',
    )
    expect(html).not.toContain('<script>')
    expect(html).toContain('came on 23 November 2026 · writer wants to see it first')
    for (const said of ['I mentioned it twice.', 'Please leave out the town.', 'United Kingdom']) {
      expect(html).toContain(said)
    }
    expect(html).not.toContain('hungry@example.com')
    expect(response.headers.get('Cache-Control')).toBe('no-store')
    expect(response.headers.get('Referrer-Policy')).toBe('same-origin')
    expect(response.headers.get('Content-Security-Policy')).toContain("trusted-types 'none'")
  })

  const tried = [
    ...['pick', 'shortlist', 'ask', 'reply', 'group', 'split'],
    ...['hold', 'spam', 'restore', 'decline'],
  ]
  const cases = CONSENTS.flatMap((consent) =>
    LETTER_STATUSES.map((status) => [status, consent] as const),
  )
  test.each(cases)('offers exactly what can be done: %s, %s', async (status, consent) => {
    const editor = await asEditor()
    const lead = await arrive()
    const letter = await arrive({ consent })
    const done: string[] = []
    for (const verb of tried) {
      await db.update(letters).set({ status, version: 1 }).where(eq(letters.id, letter.id))
      await db.delete(messages)
      const form = { reason: 'room', text: 'Which town?', lead: lead.id }
      const answer = await decide(letter, verb, editor, form)
      if (answer.status === 303) done.push(verb)
    }
    await db.update(letters).set({ status }).where(eq(letters.id, letter.id))
    const html = await page(`/desk/letters/${letter.id}`, editor)
    expect(verbsOn(html, letter)).toEqual(done)
    expect(verbsFor({ ...letter, status })).toEqual(done)
  })

  test('shows the key of each decision on what it presses', async () => {
    const html = await page(`/desk/letters/${(await arrive()).id}`, await asEditor())
    const keys = [...html.matchAll(/data-key="(.)"[^>]*><span aria-hidden="true"><kbd>(.)</g)]
    expect(keys.map(([, key]) => key)).toEqual([...'/ncpsaghxd123456789?'])
    expect(keys.filter(([, key, shown]) => key !== shown)).toEqual([])
  })

  test('keeps what was done to the letter, by whom and why', async () => {
    const letter = await arrive()
    const editor = await asEditor()
    await decide(letter, 'shortlist', editor)
    await decide(await rowOf(letter), 'decline', editor, { reason: 'room' })
    const html = await page(`/desk/letters/${letter.id}`, editor)
    expect(html).toContain('Edith shortlisted it, Monday 23 November 2026, 09:00')
    expect(html).toContain('Edith declined it')
    expect(html).toContain('We had more letters than we could answer.')
  })

  test('says so when the text is erased', async () => {
    const letter = await arrive()
    const gone = { dataKey: null, question: null, letter: null, tried: null, disguise: null }
    await db
      .update(letters)
      .set({ ...gone, status: 'erased' })
      .where(eq(letters.id, letter.id))
    const html = await page(`/desk/letters/${letter.id}`, await asEditor())
    expect(html).toContain('Its text has been erased.')
    expect(html).not.toContain('cannot be opened')
  })

  test('is not there for a letter that never came', async () => {
    const editor = await asEditor()
    expect((await site().get('/desk/letters/nowhere', editor)).status).toBe(404)
    const answer = await site().post('/desk/letters/nowhere/hold', { version: '1' }, editor)
    expect(answer.status).toBe(404)
  })
})

describe('A decision', () => {
  test('opens the next letter of the same list, and the tray after the last', async () => {
    const [first, second] = [
      await arrive({ language: 'id' }, 3),
      await arrive({ language: 'id' }, 2),
    ]
    await arrive({ language: 'en' }, 1)
    const editor = await asEditor()
    const send = ({ id, version }: LetterRow) =>
      site().post(`/desk/letters/${id}/shortlist?language=id`, { version: String(version) }, editor)
    const on = await send(first)
    expect(on.status).toBe(303)
    expect(on.headers.get('Location')).toBe(`/desk/letters/${second.id}?language=id`)
    expect((await rowOf(first)).status).toBe('shortlisted')
    expect((await send(second)).headers.get('Location')).toBe('/desk?language=id')
  })

  test('to pick a letter opens its draft', async () => {
    const letter = await arrive()
    const answer = await decide(letter, 'pick', await asEditor())
    const { status, draftId } = await rowOf(letter)
    expect(status).toBe('in_column')
    expect(answer.headers.get('Location')).toBe(`/desk/drafts/${draftId}`)
  })

  test('of two editors at once is one decision, and the other editor reads which', async () => {
    const letter = await arrive()
    const [edith, otto] = [await asEditor(), await asEditor('editor', 'Otto')]
    const answers = await Promise.all([
      decide(letter, 'decline', edith, { words: 'Too like last week’s.' }),
      decide(letter, 'decline', otto, { words: 'Too like last week’s.' }),
    ])
    expect(answers.map(({ status }) => status).sort()).toEqual([303, 409])
    const late = await answers.find(({ status }) => status === 409)?.text()
    expect(late).toContain('It is now: <strong>Declined</strong>')
    expect(late).toMatch(/(Edith|Otto) declined it/)
    expect(late).toContain('Too like last week’s.</textarea>')
    expect(late).toContain(`href="/desk/letters/${letter.id}"`)
    expect(await db.$count(deskLog, eq(deskLog.letterId, letter.id))).toBe(1)
  })

  test('to decline needs a reason, and changes nothing without one', async () => {
    const letter = await arrive()
    const editor = await asEditor()
    const answer = await decide(letter, 'decline', editor, { words: ' \n ' })
    expect(answer.status).toBe(422)
    const html = await answer.text()
    expect(html).toContain('<title>Error: Letter · Off the Clock</title>')
    expect(html).toContain('<a href="#reason">Choose a reason, or write one</a>')
    expect(html).toContain('aria-describedby="reason-hint reason-error"')
    expect(await rowOf(letter)).toEqual(letter)
    expect(await db.$count(deskLog, eq(deskLog.letterId, letter.id))).toBe(0)
  })

  test('keeps a reason that is too long in the form, for the editor to shorten', async () => {
    const letter = await arrive()
    const words = `${'so '.repeat(166)}long`
    const answer = await decide(letter, 'decline', await asEditor(), { words, reason: 'room' })
    expect(answer.status).toBe(422)
    const html = await answer.text()
    expect(html).toContain('Your reason has 502 characters: shorten it to 500')
    expect(html).toContain(`${words}</textarea>`)
    expect((await rowOf(letter)).status).toBe('received')
  })

  test('that is both too late and without a good reason is too late, and keeps the words', async () => {
    const letter = await arrive()
    const editor = await asEditor()
    await decide(letter, 'spam', editor)
    const words = 'so '.repeat(200).trim()
    const answer = await decide(letter, 'decline', editor, { words })
    expect(answer.status).toBe(409)
    expect(await answer.text()).toContain(`${words}</textarea>`)
  })

  test('with own words is told to the writer instead of a ready reason', async () => {
    const letter = await arrive()
    const own = 'Please ask your union first.'
    await decide(letter, 'decline', await asEditor(), { words: own, reason: 'room' })
    expect((await rowOf(letter)).reason).toBe(own)
  })

  test('on no version at all is refused', async () => {
    const letter = await arrive()
    const editor = await asEditor()
    for (const version of ['', '-1', '1e9', '99999999999999999999']) {
      const answer = await site().post(`/desk/letters/${letter.id}/hold`, { version }, editor)
      expect(answer.status).toBe(409)
    }
  })
})
