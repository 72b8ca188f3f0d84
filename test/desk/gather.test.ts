import { eq } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import { suggestGroup } from '../../src/desk/letter/suggest.ts'
import { deskLog, type LetterRow, type LetterStatus, letters } from '../../src/schema.ts'
import { letterIn } from '../letters/writer.ts'
import { asEditor, db, site } from '../newsroom.ts'
import { arrive, decide, page, rowOf } from './letters.ts'

const gathered = (
  lead: LetterRow,
  members: LetterRow[],
  editor: { Cookie: string },
  read = lead,
) => {
  const form = new URLSearchParams({ read: read.id })
  for (const { id, version } of members) form.append('member', `${id}.${version}`)
  return site().request(`/desk/letters/${lead.id}/gather`, {
    method: 'POST',
    headers: { ...editor, Origin: 'https://column.example', 'Sec-Fetch-Site': 'same-origin' },
    body: form,
    redirect: 'manual',
  })
}

describe('Letters that are alike', () => {
  test('stand beside each other, with a key that groups them; nothing is grouped by itself', async () => {
    const [first, second] = [await arrive({}, 41), await arrive({}, 2)]
    const html = await page(`/desk/letters/${second.id}`, await asEditor())
    expect(html).toContain('<h2>Letters like it</h2>')
    expect(html).toContain(`href="/desk/letters/${first.id}"`)
    expect(html).toContain('100 % of the words · received · 41 days')
    expect(html).toMatch(
      /<button type="submit" data-key="g"[^>]*>.*?Group that letter with this one/,
    )
    expect((await rowOf(first)).status).toBe('received')
  })

  test('are grouped at once, each in the version that was seen: one card in the list', async () => {
    const [lead, one, other] = [await arrive(), await arrive({}, 41), await arrive()]
    const editor = await asEditor()
    const answer = await gathered(lead, [one, other], editor)
    expect(answer.headers.get('Location')).toBe(`/desk/letters/${lead.id}`)
    for (const member of [one, other]) {
      expect(await rowOf(member)).toMatchObject({ status: 'grouped', leadId: lead.id, version: 2 })
    }
    expect(await db.$count(deskLog, eq(deskLog.verb, 'group'))).toBe(2)
    expect(await page('/desk', editor)).toContain('3 letters, oldest 41 days')
    const html = await page(`/desk/letters/${lead.id}`, editor)
    expect(html).toContain('<h2>2 letters follow it</h2>')
    expect(html).not.toContain('Letters like it')
  })

  test('of which one has changed meanwhile: that one stays, and the editor reads what it is now', async () => {
    const [lead, one, other] = [await arrive(), await arrive(), await arrive()]
    const editor = await asEditor()
    await decide(other, 'hold', editor)
    const answer = await gathered(lead, [one, other], editor)
    expect(answer.status).toBe(409)
    expect(await answer.text()).toContain('It is now: <strong>Held</strong>')
    expect((await rowOf(one)).status).toBe('grouped')
    expect((await rowOf(other)).status).toBe('held')
  })

  test('lead on to the next letter when the one that was read follows another', async () => {
    const [lead, read, next] = [await arrive({}, 3), await arrive({}, 2), await arrive({}, 1)]
    const answer = await gathered(lead, [read], await asEditor(), read)
    expect(answer.headers.get('Location')).toBe(`/desk/letters/${next.id}`)
  })

  test('that were grouped are answered together, and each ticket follows', async () => {
    const [lead, follower] = [await letterIn(), await letterIn()]
    const editor = await asEditor()
    await gathered(lead.row, [follower.row], editor)
    await decide(lead.row, 'decline', editor, { reason: 'room' })
    for (const { ticket } of [lead, follower]) {
      const told = await (await site().post('/ticket', { ticket })).text()
      expect(told).toContain('We had more letters than we could answer.')
    }
  })

  test('can be split again', async () => {
    const [lead, follower] = [await arrive(), await arrive()]
    const editor = await asEditor()
    await gathered(lead, [follower], editor)
    await decide(await rowOf(follower), 'split', editor)
    expect(await rowOf(follower)).toMatchObject({ status: 'shortlisted', leadId: null })
  })

  test('are grouped with nothing when the form names none', async () => {
    const lead = await arrive()
    expect((await gathered(lead, [], await asEditor())).status).toBe(409)
    expect(await db.select().from(letters)).toEqual([lead])
  })
})

describe('The suggestion', () => {
  const letter = (id: string, status: LetterStatus, leadId: string | null = null) => ({
    ...{ id, status, leadId, version: 1, receivedOn: '2026-11-01', language: 'en' },
    ...{ question: null, likeness: 80 },
  })
  const me = letter('me', 'received')
  const members = (...ids: string[]) => ids.map((id) => ({ id, version: 1 }))

  test('is that those alike follow the letter that is read', () => {
    expect(suggestGroup(me, [letter('a', 'received'), letter('b', 'shortlisted')])).toEqual({
      lead: 'me',
      members: members('a', 'b'),
    })
  })

  test('is that all follow one that is being answered, or leads already', () => {
    const answered = letter('c', 'in_column')
    const grouped = letter('d', 'grouped', 'e')
    const others = [letter('a', 'received'), grouped]
    expect(suggestGroup(me, [...others, answered])).toEqual({
      lead: 'c',
      members: members('me', 'a'),
    })
    expect(suggestGroup(me, others)).toEqual({ lead: 'e', members: members('me', 'a') })
  })

  test('is that it follows one that waits or is held, when there is no other', () => {
    expect(suggestGroup(me, [letter('a', 'held')])).toEqual({ lead: 'a', members: members('me') })
    expect(suggestGroup(letter('me', 'held'), [letter('a', 'held')])).toBeNull()
  })

  test('is none where there is nothing to group', () => {
    expect(suggestGroup(me, [])).toBeNull()
    expect(suggestGroup(me, [letter('a', 'grouped', 'me')])).toBeNull()
    expect(suggestGroup(letter('me', 'declined'), [letter('a', 'received')])).toBeNull()
  })
})
