import { eq } from 'drizzle-orm'
import { describe, expect, test, vi } from 'vitest'
import { minutesLater } from '../../src/dates.ts'
import { revise } from '../../src/desk/column/column.ts'
import { drop, findDraft, save } from '../../src/desk/draft/draft.ts'
import { checkGates } from '../../src/desk/gates/gates.ts'
import { pick } from '../../src/desk/letter/pick.ts'
import { publish, publishDue } from '../../src/desk/publishing/publish.ts'
import { schedule } from '../../src/desk/publishing/schedule.ts'
import { eraseDue } from '../../src/letters/erase.ts'
import { sealMessage } from '../../src/letters/message.ts'
import { withdraw } from '../../src/letters/withdraw.ts'
import {
  aliases,
  type DraftRow,
  deskLog,
  letterMarks,
  letters,
  messages,
  waves,
} from '../../src/schema.ts'
import { openVault } from '../../src/vault.ts'
import { sendLetter } from '../letters/writer.ts'
import { asEditor, config, db, NOW, site, vault } from '../newsroom.ts'
import { column } from '../printed.ts'
import { arrive, page } from './letters.ts'
import { HAND, RULES, readyDraft } from './ready.ts'

const LETTER = {
  letter: 'My manager, Teresa Quill, rings me at Harrow & Pike.\n\nWhat do I say to her?',
  disguise: 'Please leave out the Tuesday club in Ashcombe.',
  consent: 'publish',
} as const

/** Picks a letter and saves a draft of it whose reply is this one (version 2). */
async function draftWith(reply: string, changes: Partial<typeof LETTER> = {}): Promise<DraftRow> {
  const row = await arrive({ ...LETTER, ...changes })
  const id = await pick(db, vault, row.id, { version: row.version, ...HAND })
  return saved(id ?? '', 1, reply)
}

async function saved(id: string, version: number, reply: string, more = ''): Promise<DraftRow> {
  const text = `# Letter\n\nShe rings.\n\n# Reply\n\n${reply}\n${more}`
  const document = column({ text }).replace(/^published: .*\n/m, '')
  const draft = await save(db, id, { version, slug: 'the-kettle', document }, HAND)
  if (!draft) throw new Error('The draft was not saved')
  return draft
}

async function latest({ id }: { id: string }): Promise<DraftRow> {
  const draft = await findDraft(db, id)
  if (!draft) throw new Error('The draft is gone')
  return draft
}

const attempt = (draft: DraftRow, now = NOW) =>
  publish(db, vault, draft, { by: 'edith', now, version: draft.version, ...RULES })
const verb = (
  { id }: DraftRow,
  name: string,
  form: Record<string, string>,
  editor: { Cookie: string },
) => site().post(`/desk/drafts/${id}/${name}`, form, editor)
const leakIds = (html: string) =>
  [...html.matchAll(/name="leak" value="([^"]+)"/g)].map(([, id = '']) => id)
const logOf = (name: string) => db.select().from(deskLog).where(eq(deskLog.verb, name))

describe('A draft that would give its writer away', () => {
  test('is not published and not scheduled until it is changed', async () => {
    const editor = await asEditor()
    const draft = await draftWith('Tell Teresa that you are at lunch.')
    expect((await attempt(draft)).kind).toBe('gated')
    const form = { version: '2', at: '2026-12-01T09:00' }
    expect((await verb(draft, 'schedule', form, editor)).status).toBe(422)
    const refused = await verb(draft, 'publish', { version: '2' }, editor)
    expect(await refused.text()).toContain(
      '<a href="#document" data-line="14">“Teresa” (reply 1): change it',
    )
    expect((await attempt(await saved(draft.id, 2, 'Tell her so.'))).kind).toBe('live')
  })

  test('in its address only, is led there', async () => {
    const editor = await asEditor()
    const draft = await draftWith('Tell her so.')
    await save(db, draft.id, { ...draft, slug: 'teresa-rings' }, HAND)
    const html = await page(`/desk/drafts/${draft.id}`, editor)
    expect(html).toContain('<a href="#slug">“teresa” (address): change it')
  })

  test('when it is due, fails loudly, and nothing that is stored says by what', async () => {
    const draft = await draftWith('Tell Teresa of the Tuesday club.')
    await schedule(db, draft.id, { version: 2, scheduledFor: '2026-11-23T08:00:00Z' }, HAND)
    expect(await publishDue(db, vault, RULES, NOW)).toBe(0)
    expect((await latest(draft)).failure).toBe('Not met: “Nothing gives its writers away”.')
    expect(JSON.stringify(await db.select().from(deskLog))).not.toMatch(/teresa|tuesday/i)
  })

  test('is not published while the lists of words cannot be read', async () => {
    const draft = await draftWith('Say that you hang up.')
    await schedule(db, draft.id, { version: 2, scheduledFor: '2026-11-23T08:00:00Z' }, HAND)
    vi.resetModules()
    const fresh = await import('../../src/desk/publishing/publish.ts')
    const order = { by: 'edith', now: NOW, version: 2, ...RULES }
    await expect(fresh.publish(db, vault, draft, order)).rejects.toThrow('have not been opened')
    expect(await fresh.publishDue(db, vault, RULES, NOW)).toBe(0)
    expect(await latest(draft)).toMatchObject({ status: 'scheduled', failure: null, attempts: 1 })
    expect(await publishDue(db, vault, RULES, NOW)).toBe(1)
  })

  test('is found by what its writer said on the ticket too', async () => {
    const draft = await draftWith('Tell them at Bramble Farm.')
    const [letter] = await db.select().from(letters)
    if (!letter) throw new Error('There is no letter')
    const said = { who: 'writer', kind: 'answer', text: 'I work at Bramble Farm.' } as const
    await db.insert(messages).values(await sealMessage(vault, letter, said, NOW))
    expect((await attempt(draft)).kind).toBe('gated')
  })

  test('but a column without a letter is none of its business', async () => {
    const { id } = await readyDraft({ text: `# Letter\n\nHi.\n\n# Reply\n\nRing 0300 123 1100.` })
    const { leakCheck, isPassed } = await checkGates(db, vault, await latest({ id }), {
      ...RULES,
      now: NOW,
    })
    expect([leakCheck, isPassed]).toEqual([null, true])
  })
})

describe('A correction that would give the writer away', () => {
  test('does not go live, and its words are not lost', async () => {
    const editor = await asEditor()
    await attempt(await draftWith('Say it early.'))
    const correction = 'We named Harrow and Pike by mistake.'
    const path = '/desk/columns/the-kettle/correct'
    const form = (text: string) => ({ version: '3', correction: text })
    const refused = await site().post(path, form(correction), editor)
    expect(refused.status).toBe(422)
    const html = await refused.text()
    expect(html).toContain(correction)
    expect(html).toContain('“Harrow and Pike” (correction)')
    expect(await (await site().get('/columns/the-kettle')).text()).not.toContain('Harrow')
    const corrected = await site().post(path, form('We named the firm by mistake.'), editor)
    expect(corrected.status).toBe(303)
  })
})

describe('An alias', () => {
  test('is put into the whole draft as its next version, and kept sealed', async () => {
    const editor = await asEditor()
    const draft = await draftWith('At Harrow and Pike, HARROW & PIKE’s people ring.')
    const [letter] = await db.select().from(letters)
    const form = {
      version: '2',
      letter: letter?.id ?? '',
      original: 'Harrow & Pike',
      replacement: 'a small firm',
    }
    const response = await verb(draft, 'alias', form, editor)
    expect([response.status, response.headers.get('Location')]).toEqual([
      303,
      `/desk/drafts/${draft.id}#leaks`,
    ])
    const now = await latest(draft)
    expect(now.version).toBe(3)
    expect(now.document).toContain('At a small firm, a small firm’s people ring.')
    const [row] = await db.select().from(aliases)
    expect(row).toMatchObject({ letterId: letter?.id, replacement: 'a small firm' })
    expect(row?.original).not.toContain('Harrow')
    expect(await logOf('alias')).toEqual([expect.objectContaining({ reason: null })])
    const html = await page(`/desk/drafts/${draft.id}`, editor)
    expect(html).toContain('<q lang="en">Harrow &amp; Pike</q> → <q lang="en">a small firm</q>')
    const again = await verb(draft, 'alias', { ...form, version: '3', replacement: 'x' }, editor)
    expect(again.status).toBe(422)
    expect(await again.text()).toContain('There is an alias for it already')
    const removed = await verb(draft, 'alias', { remove: row?.id ?? '' }, editor)
    expect(removed.status).toBe(303)
    expect(await db.$count(aliases)).toBe(0)
  })

  test('that is suggested takes one click', async () => {
    const editor = await asEditor()
    const draft = await draftWith('My manager, Teresa Quill, rings. Tell Teresa so.')
    const html = await page(`/desk/drafts/${draft.id}`, editor)
    expect(html).toContain('Replace by “my manager”')
    const [id = ''] = leakIds(html)
    expect((await verb(draft, 'alias', { version: '2', suggestion: id }, editor)).status).toBe(303)
    const now = await latest(draft)
    expect(now.document).toContain('My manager rings. Tell my manager so.')
    expect((await attempt(now)).kind).toBe('live')
  })

  test('on an older version keeps both texts, and adds nothing', async () => {
    const editor = await asEditor()
    const draft = await draftWith('Tell Teresa so.')
    await saved(draft.id, 2, 'Tell Teresa that you had rather not.')
    const form = { version: '2', letter: '', original: 'Teresa', replacement: 'your boss' }
    const late = await verb(draft, 'alias', form, editor)
    expect(late.status).toBe(409)
    expect(await db.$count(aliases)).toBe(0)
    expect((await latest(draft)).document).toContain('Tell Teresa that you had rather not.')
  })

  test.each([
    ['', 'x', 'Write what is to be replaced'],
    ['Teresa', '', 'Write what to put in its place'],
    ['Pike', 'the Pike group', 'The replacement holds what is to be replaced'],
  ])(
    'of “%s” by “%s” is refused, and what was typed stays',
    async (original, replacement, text) => {
      const editor = await asEditor()
      const draft = await draftWith('Tell her so.')
      const response = await verb(draft, 'alias', { version: '2', original, replacement }, editor)
      expect(response.status).toBe(422)
      const html = await response.text()
      expect(html).toContain(text)
      expect(html).toContain(`name="original"${original && ` value="${original}"`}`)
    },
  )

  test('goes with the letter that is withdrawn, and with the draft that is dropped', async () => {
    const editor = await asEditor()
    const ticket = await sendLetter({ consent: 'publish' })
    const [letter] = await db.select().from(letters)
    const id = await pick(db, vault, letter?.id ?? '', { version: 1, ...HAND })
    const draft = await saved(id ?? '', 1, 'Tell her so.')
    const form = { version: '2', letter: letter?.id ?? '', original: 'Teresa', replacement: 'x y' }
    await verb(draft, 'alias', form, editor)
    expect(await db.$count(aliases)).toBe(1)
    await withdraw(db, vault, ticket, NOW)
    expect(await db.$count(aliases)).toBe(0)
    const other = await draftWith('Tell her so.')
    const [second] = await db.select().from(letters).where(eq(letters.draftId, other.id))
    await verb(other, 'alias', { ...form, letter: second?.id ?? '' }, editor)
    expect(await db.$count(aliases)).toBe(1)
    await drop(db, other.id, { ...HAND, version: 2 })
    expect(await db.$count(aliases)).toBe(0)
  })
})

describe('A leak that an editor lets stand', () => {
  async function waved(reply: string) {
    const editor = await asEditor()
    const draft = await draftWith(reply)
    const html = await page(`/desk/drafts/${draft.id}`, editor)
    const [leak = ''] = leakIds(html)
    const wave = (changes: Record<string, string> = {}) =>
      verb(draft, 'wave', { version: '2', leak, reason: 'Everybody knows it.', ...changes }, editor)
    return { editor, draft, wave }
  }

  test('is logged with the reason and its kind, never with the words', async () => {
    const { draft, wave } = await waved('Tell Teresa so.')
    expect((await wave()).status).toBe(303)
    expect(await logOf('wave')).toEqual([
      expect.objectContaining({ draftId: draft.id, reason: 'a name: Everybody knows it.' }),
    ])
    expect(JSON.stringify(await db.select().from(waves))).not.toMatch(/teresa/i)
    expect((await attempt(draft)).kind).toBe('live')
  })

  test('stays so in later versions, and is one again in another place', async () => {
    const { draft, wave } = await waved('Tell Teresa so.')
    await wave()
    expect((await attempt(await saved(draft.id, 2, 'Do tell Teresa so.'))).kind).toBe('live')
    const live = await latest(draft)
    const more = '\n# Update 2026-11-23\n\nTeresa stopped.'
    expect((await attempt(await saved(draft.id, live.version, 'Tell Teresa so.', more))).kind).toBe(
      'gated',
    )
  })

  test('needs a reason that does not name it, a tick, and the version that was looked at', async () => {
    const { draft, wave } = await waved('Tell Teresa so.')
    const refused = async (changes: Record<string, string>, status: number, text: string) => {
      const response = await wave(changes)
      expect(response.status).toBe(status)
      expect(await response.text()).toContain(text)
    }
    await refused({ reason: '' }, 422, 'Write why it may stand')
    await refused({ reason: 'TERESA is a saint.' }, 422, 'without the words themselves')
    await refused({ leak: '' }, 422, 'Tick what may stand')
    await saved(draft.id, 2, 'Tell Teresa, Teresa.')
    await refused({}, 409, 'Everybody knows it.')
    expect(await db.$count(waves)).toBe(0)
    expect(await logOf('wave')).toEqual([])
  })
})

describe('An update, when the letter has long been erased', () => {
  const later = minutesLater(NOW, 100 * 24 * 60)

  async function erased() {
    const draft = await draftWith('Tell her so.')
    expect((await attempt(draft)).kind).toBe('live')
    await eraseDue(db, later)
    expect((await db.select().from(letters))[0]).toMatchObject({ letter: null, dataKey: null })
    await revise(db, 'the-kettle', HAND)
    return latest(draft)
  }

  test.each([
    ['She, Teresa, stopped.', 'gated'],
    ['They of HARROW and PIKE stopped.', 'gated'],
    ['No more in Ashcombe.', 'gated'],
    ['She stopped.', 'live'],
  ])('of “%s” is %s', async (text, kind) => {
    const draft = await erased()
    const more = `\n# Update 2026-12-01\n\n${text}`
    const update = await saved(draft.id, draft.version, 'Tell her so.', more)
    expect((await attempt(update, later)).kind).toBe(kind)
  })

  test('is checked by hashes alone: no word is kept, and the aliases are gone', async () => {
    const editor = await asEditor()
    const draft = await draftWith('Teresa rings.')
    const [letter] = await db.select().from(letters)
    const form = { letter: letter?.id ?? '', original: 'Harrow & Pike', replacement: 'a firm' }
    await verb(draft, 'alias', { ...form, version: '2' }, editor)
    await attempt(await saved(draft.id, (await latest(draft)).version, 'Tell her so.'))
    await eraseDue(db, later)
    expect(await db.$count(aliases)).toBe(0)
    expect(JSON.stringify(await db.select().from(letterMarks))).not.toMatch(/teresa|harrow|pike/i)
    const now = await latest(draft)
    const update = await saved(now.id, now.version, 'Harrow & Pike stopped.')
    const html = await page(`/desk/drafts/${update.id}`, editor)
    expect(html).toContain('Replace by “a firm”')
  })

  test('is not published when the key of its hashes is lost', async () => {
    const draft = await erased()
    const stranger = await openVault(
      config({ SITE_KEY: btoa('a key that was made just now....') }).siteKeys,
    )
    const order = { ...HAND, version: draft.version, ...RULES }
    expect((await publish(db, stranger, draft, order)).kind).toBe('gated')
    expect((await publish(db, vault, draft, order)).kind).toBe('live')
  })
})
