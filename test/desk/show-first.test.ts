import { eq } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import { minutesLater } from '../../src/dates.ts'
import { findDraft, save } from '../../src/desk/draft/draft.ts'
import { showFirst } from '../../src/desk/draft/showing.ts'
import type { Rules } from '../../src/desk/gates/gates.ts'
import { pick } from '../../src/desk/letter/pick.ts'
import { publish, publishDue } from '../../src/desk/publishing/publish.ts'
import { deskLog, drafts, letters, messages, showings } from '../../src/schema.ts'
import { copies } from '../../src/ui/copy/index.ts'
import { letterIn } from '../letters/writer.ts'
import { asEditor, db, NOW, site, vault } from '../newsroom.ts'
import { column } from '../printed.ts'
import { page, rowOf } from './letters.ts'

const HAND = { by: 'edith', now: NOW }
const RULES: Rules = { languages: ['en', 'id'], secondReader: 'optional' }
const HOUR = 60
const later = (minutes: number) => minutesLater(NOW, minutes)
const { shown: COPY } = copies.en.conversation

const PRINTED = '# Letter\n\nShe rings **six times** before lunch.\n\n— Chained to My Desk\n\n'
const REPLY = '# Reply\n\nLet it ring.'

/** A letter whose writer wants to see it first, in a draft that could be printed otherwise. */
async function edited(text = PRINTED + REPLY) {
  const { row, ticket } = await letterIn({ status: 'shortlisted' })
  const id = (await pick(db, vault, row.id, { version: 1, ...HAND })) ?? ''
  const draft = await rewrite(id, text)
  return { letter: row, ticket, draft }
}

async function rewrite(id: string, text: string, now = NOW, changes = {}) {
  const before = await findDraft(db, id)
  const document = column({ text, ...changes }).replace(/^published: .*\n/m, '')
  const edit = { version: before?.version ?? 0, document, slug: 'she-rings' }
  const draft = await save(db, id, edit, { by: 'edith', now })
  if (!draft) throw new Error('The draft was not saved')
  return draft
}

async function shown(text?: string) {
  const found = await edited(text)
  const showing = { version: 2, letterId: found.letter.id, position: 1, hours: 72 }
  expect(await showFirst(db, found.draft, { ...HAND, ...showing })).toBe(true)
  return found
}

async function tryToPublish(id: string, now: Date) {
  const draft = await findDraft(db, id)
  if (!draft) throw new Error('The draft is gone')
  const order = { by: 'edith', now, version: draft.version, ...RULES }
  const outcome = await publish(db, vault, draft, order)
  const problems =
    outcome.kind === 'gated'
      ? outcome.checked.gates.flatMap(({ problems }) => problems.map(({ text }) => text))
      : []
  return { kind: outcome.kind, problems }
}

async function look(ticket: string) {
  return (await site().post('/ticket', { ticket })).text()
}

async function judge(ticket: string, verdict: string, words = '', at = NOW) {
  const fingerprint = /name="shown" value="([^"]*)"/.exec(await look(ticket))?.[1] ?? ''
  const form = { ticket, verdict, words, shown: fingerprint }
  const response = await site({ now: at }).post('/ticket/verdict', form)
  return { status: response.status, page: await response.text() }
}

const showingNow = async () => (await db.select().from(showings))[0]

describe('The editor', () => {
  test('shows the writer the letter from the draft’s page, and reads where it stands', async () => {
    const { letter, draft } = await edited()
    const editor = await asEditor()
    const address = `/desk/drafts/${draft.id}`
    const before = await page(address, editor)
    expect(before).toContain('A writer asked to see the edited letter first, and has not been')
    expect(before).not.toContain(`${address}/publish`)
    expect(before).not.toContain(`${address}/schedule`)
    const form = { version: '2', letter: letter.id, position: '1' }
    expect((await site().post(`${address}/show`, form, editor)).status).toBe(303)
    const after = await page(address, editor)
    expect(after).toContain(
      'They have until Thursday 26 November 2026 at 09:00'.replace(' at', ','),
    )
    expect(after).not.toContain(`${address}/publish`)
    expect(after).toContain(`${address}/schedule`)
    const entries = await db.select().from(deskLog).where(eq(deskLog.verb, 'show'))
    expect(entries).toMatchObject([{ letterId: letter.id, draftId: draft.id }])
  })

  test('does not start the time again by pressing twice', async () => {
    const { letter, draft } = await shown()
    const showing = { version: 2, letterId: letter.id, position: 1, hours: 72 }
    expect(await showFirst(db, draft, { by: 'otto', now: later(HOUR), ...showing })).toBe(true)
    expect(await showingNow()).toMatchObject({
      since: '2026-11-23T09:00:00Z',
      until: '2026-11-26T09:00:00Z',
    })
    expect(await db.$count(deskLog, eq(deskLog.verb, 'show'))).toBe(1)
  })

  test.each([
    ['an old version', { version: 1 }],
    ['a letter that is not there', { position: 2 }],
    ['nobody’s letter', { letterId: 'nobody' }],
  ])('cannot show %s', async (_, change) => {
    const { letter, draft } = await edited()
    const showing = { version: 2, letterId: letter.id, position: 1, hours: 72, ...change }
    expect(await showFirst(db, draft, { ...HAND, ...showing })).toBe(false)
    expect(await db.$count(showings)).toBe(0)
  })
})

describe('The ticket', () => {
  test.each(['en', 'id'] as const)(
    'shows the letter as printed, and what was changed: %s',
    async (language) => {
      const { ticket } = await shown()
      const path = language === 'en' ? '/ticket' : '/id/ticket'
      const html = await (await site().post(path, { ticket })).text()
      const copy = copies[language].conversation.shown
      expect(html).toContain(copy.title)
      expect(html).toContain('<p>She rings <strong>six times</strong> before lunch.</p>')
      expect(html).toContain('<p class="signoff">— Chained to My Desk</p>')
      expect(html).toMatch(/<del>.*?She rings again.*?<\/del>/s)
      expect(html).toMatch(/<ins>.*?six times.*?<\/ins>/s)
      expect(html).toContain(copy.verdicts.stop)
      expect(html).not.toContain('Let it ring.')
    },
  )

  test('shows the same as the column’s page, once it is printed', async () => {
    const { ticket, draft } = await shown()
    // But for the link to it: a ticket's letter has no address.
    const part = (html: string) =>
      /<section class="letter"[^>]*>(.*?)<\/section>/s
        .exec(html)?.[1]
        ?.replace(/id="[^"]*"|<a class="share".*?<\/a>/gs, '')
    const before = part(await look(ticket))
    await judge(ticket, 'fine')
    await tryToPublish(draft.id, NOW)
    expect(before).toContain('six times')
    expect(part(await (await site().get('/columns/she-rings')).text())).toBe(before)
  })

  test('shows nothing before the desk does, and says that it will', async () => {
    const { ticket } = await edited()
    const html = await look(ticket)
    expect(html).toContain(copies.en.conversation.next.showFirst)
    expect(html).not.toContain('six times')
  })

  test('wants a choice, and words with a wish; what was typed comes back', async () => {
    const { ticket } = await shown()
    const undecided = await judge(ticket, '', 'Make it a bakery.')
    expect(undecided.status).toBe(422)
    expect(undecided.page).toContain(`<a href="#verdict">${COPY.choose}</a>`)
    expect(undecided.page).toContain('Make it a bakery.</textarea>')
    const wordless = await judge(ticket, 'change', ' ')
    expect(wordless.status).toBe(422)
    expect(wordless.page).toContain(`<a href="#words">${COPY.wordsMissing}</a>`)
    expect(await db.$count(messages)).toBe(0)
    expect((await showingNow())?.verdict).toBeNull()
  })
})

describe('The column is published', () => {
  test('not before the writer has been shown the letter', async () => {
    const { draft } = await edited()
    const { kind, problems } = await tryToPublish(draft.id, later(1000 * HOUR))
    expect(kind).toBe('gated')
    expect(problems).toHaveLength(1)
  })

  test('once they say that it is fine', async () => {
    const { letter, ticket, draft } = await shown()
    expect((await tryToPublish(draft.id, NOW)).kind).toBe('gated')
    const { status, page: answer } = await judge(ticket, 'fine')
    expect(status).toBe(200)
    expect(answer).toContain(COPY.fine)
    expect((await tryToPublish(draft.id, NOW)).kind).toBe('live')
    expect((await rowOf(letter)).status).toBe('answered')
  })

  test('when their 72 hours are over, to the minute', async () => {
    const { draft } = await shown()
    const { kind, problems } = await tryToPublish(draft.id, later(72 * HOUR - 1))
    expect(kind).toBe('gated')
    expect(problems).toEqual([
      expect.stringContaining('has until Thursday 26 November 2026, 09:00 (UTC)'),
    ])
    expect((await tryToPublish(draft.id, later(72 * HOUR))).kind).toBe('live')
  })

  test('never against a no, and the letter is not picked again', async () => {
    const { letter, ticket, draft } = await shown()
    const { page: answer } = await judge(ticket, 'stop')
    expect(answer).toContain(COPY.stop)
    expect(answer).not.toContain('name="verdict"')
    const { kind, problems } = await tryToPublish(draft.id, later(1000 * HOUR))
    expect(kind).toBe('gated')
    expect(problems).toEqual(['The writer said: do not run it. That is final: drop this draft.'])
    await rewrite(draft.id, PRINTED.replace('six', 'many') + REPLY)
    expect((await tryToPublish(draft.id, later(1000 * HOUR))).kind).toBe('gated')
    expect((await judge(ticket, 'fine')).status).toBe(409)
    const editor = await asEditor()
    const rewritten = await findDraft(db, draft.id)
    const form = { version: `${rewritten?.version}` }
    await site().post(`/desk/drafts/${draft.id}/drop`, form, editor)
    const { version, status } = await rowOf(letter)
    expect(status).toBe('shortlisted')
    expect(await pick(db, vault, letter.id, { version, ...HAND })).toBeNull()
  })

  test('not over a wish: it is read at the desk, and the letter is shown again', async () => {
    const { letter, ticket, draft } = await shown()
    await judge(ticket, 'change', 'Make it a bakery.')
    expect((await tryToPublish(draft.id, later(1000 * HOUR))).kind).toBe('gated')
    const editor = await asEditor()
    expect(await page(`/desk/drafts/${draft.id}`, editor)).toContain('Make it a bakery.')
    expect(await page('/desk?status=in_column', editor)).toContain('asks for a change')
    await rewrite(draft.id, PRINTED.replace('lunch', 'baking') + REPLY, later(HOUR))
    expect(await page('/desk?status=in_column', editor)).not.toContain('asks for a change')
    expect(await look(ticket)).toContain('before baking')
    await judge(ticket, 'fine')
    expect((await tryToPublish(draft.id, later(HOUR))).kind).toBe('live')
    expect((await rowOf(letter)).status).toBe('answered')
  })
})

describe('A change of the printed letter', () => {
  const changes = {
    text: PRINTED.replace('six', 'seven') + REPLY,
    signoff: PRINTED.replace('Chained', 'Nailed') + REPLY,
    headline: PRINTED.replace('# Letter', '# Letter: She rings') + REPLY,
  }
  test.each(Object.entries(changes))('in its %s opens the window again', async (_, text) => {
    const { ticket, draft } = await shown()
    await judge(ticket, 'fine')
    await rewrite(draft.id, text, later(HOUR))
    expect(await showingNow()).toMatchObject({
      verdict: null,
      version: 3,
      since: '2026-11-23T10:00:00Z',
      until: '2026-11-26T10:00:00Z',
    })
    expect((await tryToPublish(draft.id, later(73 * HOUR - 1))).kind).toBe('gated')
    expect((await tryToPublish(draft.id, later(73 * HOUR))).kind).toBe('live')
  })

  test('elsewhere in the draft does not', async () => {
    const { ticket, draft } = await shown()
    await judge(ticket, 'fine')
    const before = await showingNow()
    const headline = { headline: 'Another headline' }
    await rewrite(draft.id, `${PRINTED}# Reply\n\nRing her back.`, later(HOUR), headline)
    expect(await showingNow()).toEqual(before)
    expect((await tryToPublish(draft.id, later(HOUR))).kind).toBe('live')
  })

  test('that cannot be read yet leaves the writer’s word as it is', async () => {
    const { ticket, draft } = await shown()
    await judge(ticket, 'fine')
    const before = await showingNow()
    await rewrite(draft.id, '# Letta\n\nHm.')
    expect(await showingNow()).toEqual(before)
    expect((await tryToPublish(draft.id, NOW)).kind).toBe('gated')
    await rewrite(draft.id, PRINTED + REPLY)
    expect((await tryToPublish(draft.id, NOW)).kind).toBe('live')
  })

  test('while the writer reads: their word is about another letter, and their words are kept', async () => {
    const { ticket, draft } = await shown()
    const old = (await showingNow())?.fingerprint ?? ''
    await rewrite(draft.id, changes.text)
    const form = { ticket, verdict: 'fine', words: 'Only the town.', shown: old }
    const response = await site().post('/ticket/verdict', form)
    const html = await response.text()
    expect(response.status).toBe(409)
    expect(html).toContain(COPY.other)
    expect(html).toContain('seven times')
    expect(html).toContain('Only the town.</textarea>')
    expect((await showingNow())?.verdict).toBeNull()
  })
})

describe('A scheduled draft', () => {
  async function scheduled() {
    const found = await shown()
    const editor = await asEditor()
    const form = { version: '2', at: '2026-11-24T09:00' }
    const answer = await site().post(`/desk/drafts/${found.draft.id}/schedule`, form, editor)
    expect(answer.status).toBe(303)
    return { ...found, editor }
  }

  test('waits for the end of the window, and then runs once', async () => {
    const { draft } = await scheduled()
    expect(await publishDue(db, vault, RULES, later(24 * HOUR))).toBe(0)
    expect(await findDraft(db, draft.id)).toMatchObject({ status: 'scheduled', failure: null })
    expect(await publishDue(db, vault, RULES, later(72 * HOUR - 1))).toBe(0)
    const ran = await Promise.all(
      [1, 2, 3].map(() => publishDue(db, vault, RULES, later(72 * HOUR))),
    )
    expect(ran.reduce((all, one) => all + one)).toBe(1)
    expect((await site().get('/columns/she-rings')).status).toBe(200)
  })

  test('runs at its time when the writer said that it is fine', async () => {
    const { ticket } = await scheduled()
    await judge(ticket, 'fine')
    expect(await publishDue(db, vault, RULES, later(24 * HOUR))).toBe(1)
  })

  test('does not run when they ask for a change, and the desk reads why', async () => {
    const { ticket, draft } = await scheduled()
    await judge(ticket, 'change', 'Make it a bakery.')
    expect(await publishDue(db, vault, RULES, later(100 * HOUR))).toBe(0)
    expect((await findDraft(db, draft.id))?.failure).toBe('Not met: “Its writers agree”.')
  })

  test('leaves the queue when they say no', async () => {
    const { ticket, draft } = await scheduled()
    await judge(ticket, 'stop', 'My sister recognised it.')
    expect(await findDraft(db, draft.id)).toMatchObject({ status: 'draft', scheduledFor: null })
    expect(await publishDue(db, vault, RULES, later(100 * HOUR))).toBe(0)
    expect(await db.$count(messages)).toBe(1)
  })

  test('that waits does not keep three others from running', async () => {
    await scheduled()
    for (const slug of ['one', 'two', 'three']) {
      const { ticket, draft } = await shown(`${PRINTED.replace('six', slug)}${REPLY}`)
      await judge(ticket, 'fine')
      const due = { status: 'scheduled', pinnedVersion: 2, slug } as const
      const scheduledFor = '2026-11-24T10:00:00Z'
      await db
        .update(drafts)
        .set({ ...due, scheduledFor })
        .where(eq(drafts.id, draft.id))
    }
    let published = 0
    for (const minute of [0, 1, 2]) {
      published += await publishDue(db, vault, RULES, later(25 * HOUR + minute))
    }
    expect(published).toBe(3)
  })
})

describe('In a digest', () => {
  const OTHER = '# Letter: The other\n\nHe sings.\n\n— Ears\n\n# Reply\n\nSing along.'
  const MINE = PRINTED.replace('# Letter', '# Letter: She rings') + REPLY

  test('each writer has a window of their own, and sees only their own letter', async () => {
    const { letter, ticket, draft } = await edited(`${OTHER}\n\n${MINE}`)
    const other = await letterIn({ status: 'in_column', draftId: draft.id })
    const show = (letterId: string, position: number) =>
      showFirst(db, draft, { ...HAND, version: 2, letterId, position, hours: 72 })
    expect(await show(letter.id, 2)).toBe(true)
    expect(await show(other.row.id, 2)).toBe(false)
    expect(await show(other.row.id, 1)).toBe(true)
    expect(await look(ticket)).not.toContain('He sings.')
    await judge(ticket, 'fine')
    expect((await tryToPublish(draft.id, NOW)).problems).toEqual([
      expect.stringContaining('The writer of letter 1 has until'),
    ])
    await judge(other.ticket, 'fine')
    expect((await tryToPublish(draft.id, NOW)).kind).toBe('live')
  })

  test('a letter that only moves goes on; one that changes waits to be shown again', async () => {
    const { letter, ticket, draft } = await shown(MINE)
    await judge(ticket, 'fine')
    await rewrite(draft.id, `${OTHER}\n\n${MINE}`)
    expect((await tryToPublish(draft.id, NOW)).problems).toEqual([])
    const next = await shown(`${OTHER.replace('He', 'They')}\n\n${MINE.replace('six', 'ten')}`)
    expect(next.letter.id).not.toBe(letter.id)
    const changed = `${OTHER}\n\n${MINE.replace('six', 'nine')}`
    await rewrite(next.draft.id, changed, NOW, { headline: 'Two' })
    expect((await tryToPublish(next.draft.id, later(1000 * HOUR))).problems).toContain(
      'A printed letter is not the one that its writer was shown: show it again.',
    )
  })
})

test('Twenty verdicts at once are one, and change nothing else of the letter', async () => {
  const { letter, ticket } = await shown()
  const sent = await Promise.all(
    Array.from({ length: 20 }, () => judge(ticket, 'change', 'Make it a bakery.')),
  )
  expect(sent.every(({ status }) => status === 200)).toBe(true)
  expect(await db.$count(messages)).toBe(1)
  expect(await db.select().from(letters).where(eq(letters.id, letter.id))).toMatchObject([
    { status: 'in_column', version: 3 },
  ])
})
