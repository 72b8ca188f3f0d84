import { eq } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import { deskLog, type LetterRow, letters } from '../../src/schema.ts'
import { asEditor, db, ORIGIN, site } from '../newsroom.ts'
import { countedDatabase } from '../round-trips.ts'
import { arrive, decide, rowOf } from './letters.ts'

function several(count: number): Promise<LetterRow[]> {
  return Promise.all(Array.from({ length: count }, () => arrive()))
}

/** Sends the list's form with these letters ticked, each in the version that the editor has. */
function decideMany(
  chosen: LetterRow[],
  form: Record<string, string>,
  editor: { Cookie: string },
  database?: D1Database,
) {
  const body = new URLSearchParams(form)
  for (const { id, version } of chosen) body.append('letter', `${id}.${version}`)
  const headers = { Origin: ORIGIN, 'Sec-Fetch-Site': 'same-origin', ...editor }
  return site({ database }).request('/desk/letters?language=en', { method: 'POST', headers, body })
}

describe('A decision on many letters', () => {
  test.each([
    ['shortlist', 'shortlisted'],
    ['hold', 'held'],
    ['spam', 'spam'],
    ['decline', 'declined'],
  ])('to %s them makes each %s, with a log entry of its own', async (verb, status) => {
    const all = await several(30)
    const answer = await decideMany(all, { verb, reason: 'room' }, await asEditor())
    expect(answer.status).toBe(200)
    expect(await answer.text()).toContain('30 letters were')
    const rows = await Promise.all(all.map(rowOf))
    expect(new Set(rows.map((row) => row.status))).toEqual(new Set([status]))
    expect(new Set(rows.map(({ reason }) => reason))).toEqual(
      new Set([verb === 'decline' ? 'We had more letters than we could answer.' : null]),
    )
    expect(await db.$count(deskLog, eq(deskLog.verb, verb))).toBe(30)
  })

  test('says of which letters nothing came, and why', async () => {
    const [first, second, third] = (await several(3)) as [LetterRow, LetterRow, LetterRow]
    const [edith, otto] = [await asEditor(), await asEditor('editor', 'Otto')]
    await decide(second, 'decline', otto, { reason: 'room' })
    const html = await (await decideMany([first, second, third], { verb: 'hold' }, edith)).text()
    expect(html).toContain('2 letters were held')
    expect(html).toContain('Nothing was done to this one:')
    expect(html).toMatch(/is declined by now \(Otto declined it/)
    expect((await rowOf(second)).status).toBe('declined')
    expect(await db.$count(deskLog, eq(deskLog.verb, 'hold'))).toBe(2)
  })

  test('is undone as one, as far as the letters are still as it left them', async () => {
    const all = await several(3)
    const editor = await asEditor()
    const html = await (await decideMany(all, { verb: 'spam' }, editor)).text()
    expect(html).toContain('Undo all 3')
    const rows = await Promise.all(all.map(rowOf))
    await decide(rows[0] as LetterRow, 'restore', editor)
    const undone = await (await decideMany(rows, { verb: 'undo' }, editor)).text()
    expect(undone).toContain('2 letters were brought back as they were')
    expect(new Set((await Promise.all(all.map(rowOf))).map(({ status }) => status))).toEqual(
      new Set(['received']),
    )
  })

  test('of two editors at once is one decision on each letter', async () => {
    const all = await several(20)
    const [edith, otto] = [await asEditor(), await asEditor('editor', 'Otto')]
    const answers = await Promise.all([
      decideMany(all, { verb: 'hold' }, edith),
      decideMany(all, { verb: 'hold' }, otto),
    ])
    const texts = await Promise.all(answers.map((answer) => answer.text()))
    const done = texts.map((text) => Number(/(\d+) letters? (?:was|were) held/.exec(text)?.[1]))
    expect(done.reduce((sum, one) => sum + one)).toBe(20)
    expect(await db.$count(deskLog, eq(deskLog.verb, 'hold'))).toBe(20)
  })

  test('asks the database no oftener for thirty letters than for one', async () => {
    const all = await several(30)
    const editor = await asEditor()
    const counts: number[] = []
    for (const chosen of [all.slice(0, 1), all.slice(1)]) {
      const { database, roundTrips } = countedDatabase()
      await decideMany(chosen, { verb: 'hold' }, editor, database)
      counts.push(roundTrips())
    }
    expect(counts[1]).toBe(counts[0])
  })

  test.each([
    [{ verb: 'decline' }, 1, 'Choose a reason'],
    [{ verb: 'hold' }, 0, 'Choose at least one letter'],
    [{ verb: 'hold' }, 31, 'Choose 30 letters at most'],
    [{ verb: 'publish' }, 1, 'Press what is to be done with the letters'],
  ])(
    'that is %o of %i letters is refused, and what was ticked stays',
    async (form, count, said) => {
      const chosen = await several(count)
      const answer = await decideMany(chosen, form, await asEditor())
      expect(answer.status).toBe(422)
      const html = await answer.text()
      expect(html).toContain(`">${said}</a>`)
      expect(html).toContain('<title>Error: Tray')
      expect(html.match(/name="letter" value="[^"]+" checked/g) ?? []).toHaveLength(
        Math.min(count, 30),
      )
      expect(await db.$count(letters, eq(letters.status, 'received'))).toBe(count)
    },
  )
})
