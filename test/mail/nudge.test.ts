import { eq } from 'drizzle-orm'
import { describe, expect, test, vi } from 'vitest'
import { minutesLater } from '../../src/dates.ts'
import { eraseDue } from '../../src/letters/erase.ts'
import { group } from '../../src/letters/group.ts'
import { decline, hold, restore } from '../../src/letters/letter.ts'
import { openEmail } from '../../src/letters/sealed.ts'
import { undo } from '../../src/letters/undo.ts'
import { withdraw } from '../../src/letters/withdraw.ts'
import { nudgeDue, type Postman } from '../../src/mail/nudge.ts'
import { nudgeWords } from '../../src/mail/nudge-words.ts'
import { sendOf } from '../../src/mail/send.ts'
import { nudgeOwed } from '../../src/nudges.ts'
import { letters, NUDGE_KINDS, nudges } from '../../src/schema.ts'
import { LETTER, letterIn } from '../letters/writer.ts'
import { asEditor, config, db, NOW, site, vault } from '../newsroom.ts'

const hand = { by: 'edith', now: NOW }
/** When a decision of NOW can be undone with one key no more, and its nudge is sent. */
const SOON = minutesLater(NOW, 1)
const owed = () => db.select().from(nudges)

/** A postman who notes what was sent; `fails` so many times first. */
function postman({ fails = 0 } = {}) {
  const sent: { to: string; subject: string; text: string }[] = []
  let failures = 0
  const one: Postman = {
    send: async (mail) => {
      if (failures < fails) {
        failures += 1
        throw new Error(`550 ${mail.to} does not exist`)
      }
      sent.push(mail)
    },
    addressOf: (letter) => openEmail(vault, letter),
    words: (language) => nudgeWords(language, 'https://column.example'),
  }
  return { sent, one }
}

async function declined(changes = {}) {
  const { row, ticket } = await letterIn(changes)
  await decline(db, row.id, { ...hand, version: row.version, reason: 'room' })
  return { id: row.id, ticket }
}

describe('A writer who gave an address', () => {
  test('hears that something changed, and nothing of what', async () => {
    await declined()
    const { sent, one } = postman()
    await nudgeDue(db, one, SOON)
    expect(sent).toHaveLength(1)
    expect(sent[0]?.to).toBe(LETTER.email)
    expect(sent[0]?.subject).toBe('Something has changed on your ticket')
    expect(sent[0]?.text).toContain('https://column.example/ticket')
    for (const secret of ['rings', 'client', 'Chained', 'declined', 'Off the Clock']) {
      expect(JSON.stringify(sent[0])).not.toContain(secret)
    }
  })

  test('is written to in the language of the letter', async () => {
    await declined({ language: 'id' })
    const { sent, one } = postman()
    await nudgeDue(db, one, SOON)
    expect(sent[0]?.subject).toBe('Ada yang berubah di tiket Anda')
    expect(sent[0]?.text).toContain('https://column.example/id/ticket')
  })

  test('hears of it once, with 20 clocks at once and again later', async () => {
    await declined()
    const { sent, one } = postman()
    await Promise.all(Array.from({ length: 20 }, () => nudgeDue(db, one, SOON)))
    await nudgeDue(db, one, minutesLater(NOW, 600))
    expect(sent).toHaveLength(1)
  })

  test('hears of each kind once, however often a letter goes to and fro', async () => {
    const { row } = await letterIn()
    const { sent, one } = postman()
    let version = row.version
    for (const verb of [hold, restore, hold, restore, decline, restore, decline]) {
      const moved = await verb(db, row.id, { ...hand, version, reason: 'room' })
      version = moved?.version ?? 0
      await nudgeDue(db, one, SOON)
    }
    expect(sent).toHaveLength(2)
    expect((await owed()).map(({ kind, status }) => [kind, status])).toEqual([
      ['declined', 'sent'],
      ['held', 'sent'],
    ])
  })

  test('hears nothing while the decision can be undone, nor when it was', async () => {
    const { row } = await letterIn()
    const { sent, one } = postman()
    const moved = await decline(db, row.id, { ...hand, version: row.version, reason: 'room' })
    await nudgeDue(db, one, minutesLater(NOW, 0.25))
    expect(sent).toEqual([])
    expect(await undo(db, row.id, { ...hand, version: moved?.version ?? 0 })).not.toBeNull()
    await nudgeDue(db, one, minutesLater(NOW, 10))
    expect(sent).toEqual([])
    expect(await owed()).toEqual([])
  })

  test('hears of a decision on the lead letter no sooner than its own writer', async () => {
    const [lead, follower] = [(await letterIn()).row, (await letterIn()).row]
    const { sent, one } = postman()
    await group(db, follower.id, { ...hand, version: follower.version, lead: lead.id })
    const later = minutesLater(NOW, 60)
    const reason = { version: lead.version, reason: 'room', by: 'edith', now: later }
    await decline(db, lead.id, reason)
    await nudgeDue(db, one, later)
    expect(sent).toEqual([])
    await nudgeDue(db, one, minutesLater(later, 1))
    expect(sent).toHaveLength(2)
  })

  test('hears nothing of an act that was refused', async () => {
    const { row } = await letterIn()
    expect(await decline(db, row.id, { ...hand, version: 7, reason: 'room' })).toBeNull()
    await db.batch([
      db.update(letters).set({ reason: 'x' }).where(eq(letters.id, 'nobody')),
      nudgeOwed(db, row.id, 'show_first', NOW),
    ])
    expect(await owed()).toEqual([])
  })

  test('hears of what else changes on the ticket, in the batch of the change', async () => {
    const { row } = await letterIn()
    const change = () =>
      db.batch([
        db.update(letters).set({ version: 9 }).where(eq(letters.id, row.id)),
        nudgeOwed(db, row.id, 'show_first', NOW),
      ])
    await change()
    await change()
    expect(await owed()).toMatchObject([{ kind: 'show_first', status: 'owed' }])
  })

  test('hears no more once the letter is withdrawn, and leaves no row', async () => {
    const { ticket } = await declined()
    await withdraw(db, vault, ticket, NOW)
    expect(await owed()).toEqual([])
  })

  test('is forgotten with the letter’s e-mail address', async () => {
    await declined()
    const { one } = postman()
    await nudgeDue(db, one, SOON)
    await eraseDue(db, minutesLater(NOW, 31 * 24 * 60))
    expect(await owed()).toEqual([])
  })
})

test('A writer who gave no address is owed nothing', async () => {
  await declined({ email: null, emailKey: null })
  expect(await owed()).toEqual([])
})

test.each(NUDGE_KINDS.filter((kind) => kind !== 'show_first'))(
  'A letter that becomes %s owes a nudge by whatever statement, with the day and no hour',
  async (status) => {
    const { row } = await letterIn()
    await db.update(letters).set({ status, changedOn: '2026-11-22' }).where(eq(letters.id, row.id))
    expect(await owed()).toMatchObject([{ kind: status, dueAt: '2026-11-22T00:00:00Z' }])
  },
)

describe('A mail that is not taken', () => {
  test('is tried again after 1, 4, 16, 64 and 256 minutes, and then shown at the desk', async () => {
    const noted = vi.spyOn(console, 'error').mockImplementation(() => {})
    const { id } = await declined()
    const { sent, one } = postman({ fails: 99 })
    let now = SOON
    for (const wait of [1, 4, 16, 64, 256]) {
      await nudgeDue(db, one, now)
      await nudgeDue(db, one, minutesLater(now, wait - 0.5))
      now = minutesLater(now, wait)
    }
    expect(await owed()).toMatchObject([{ status: 'owed', attempts: 5 }])
    await nudgeDue(db, one, now)
    expect(await owed()).toMatchObject([{ status: 'dead', attempts: 6 }])
    await nudgeDue(db, one, minutesLater(now, 10_000))
    expect(sent).toEqual([])
    expect(JSON.stringify(noted.mock.calls)).not.toContain(LETTER.email)
    noted.mockRestore()
    const queue = await (await site().get('/desk/queue', await asEditor())).text()
    expect(queue).toContain('Nudges that could not be sent')
    expect(queue).toContain(`/desk/letters/${id}`)
    expect(queue).not.toContain(LETTER.email)
  })

  test('arrives once when it is taken the third time', async () => {
    const noted = vi.spyOn(console, 'error').mockImplementation(() => {})
    await declined()
    const { sent, one } = postman({ fails: 2 })
    for (const minutes of [1, 2, 6, 400]) await nudgeDue(db, one, minutesLater(NOW, minutes))
    noted.mockRestore()
    expect(sent).toHaveLength(1)
  })

  test('is given up at once when its address does not open', async () => {
    const { id } = await declined()
    await db.update(letters).set({ emailKey: 'v1.lost.key' }).where(eq(letters.id, id))
    const { one } = postman()
    await nudgeDue(db, one, SOON)
    expect(await owed()).toMatchObject([{ status: 'dead', attempts: 1 }])
  })
})

describe('Without mail', () => {
  test('what is owed is forgotten, and everything else works', async () => {
    const { ticket } = await declined()
    await nudgeDue(db, null, SOON)
    expect(await owed()).toEqual([])
    expect((await site().post('/ticket', { ticket })).status).toBe(200)
  })

  test('nothing can be sent: no binding, or no sender', () => {
    const MAIL = { send: vi.fn() } as unknown as SendEmail
    expect(sendOf({}, config())).toBeNull()
    expect(sendOf({ MAIL }, config({ MAIL_FROM: '' }))).toBeNull()
    expect(sendOf({ MAIL }, config())).not.toBeNull()
  })

  test('the form asks for no address', async () => {
    expect(await (await site().get('/write')).text()).toContain('name="email"')
    const without = await site({ settings: { MAIL_FROM: '' } }).get('/write')
    expect(await without.text()).not.toContain('name="email"')
  })
})
