import { eq } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import { openLetter } from '../../src/letters/sealed.ts'
import { withdraw } from '../../src/letters/withdraw.ts'
import {
  type DraftStatus,
  deskLog,
  drafts,
  draftVersions,
  LETTER_STATUSES,
  type LetterStatus,
  letters,
} from '../../src/schema.ts'
import { db, NOW, vault } from '../newsroom.ts'
import { letterIn } from './writer.ts'

const WORDS = 'She rings six times before lunch.'
const SEALED = [
  'dataKey',
  'question',
  'letter',
  'tried',
  'disguise',
  'signoff',
  'emailKey',
  'email',
]
const TOO_LATE: LetterStatus[] = ['answered', 'withdrawn', 'erased']

async function draftWith(status: DraftStatus) {
  const saved = { savedBy: 'Ana', savedAt: '2026-11-20T10:00:00Z' }
  await db.insert(drafts).values({
    id: 'draft1',
    status,
    version: 2,
    slug: 'she-rings',
    headline: WORDS,
    language: 'en',
    pinnedVersion: 2,
    scheduledFor: '2026-11-24T09:00:00Z',
    changedBy: 'Ana',
    changedAt: '2026-11-20T10:00:00Z',
    document: WORDS,
  })
  await db.insert(draftVersions).values([
    { draftId: 'draft1', version: 1, document: WORDS, ...saved },
    { draftId: 'draft1', version: 2, document: WORDS, ...saved },
    { draftId: 'draft2', version: 1, document: WORDS, ...saved },
  ])
}

const draft = async () => (await db.select().from(drafts))[0]
const documents = async () =>
  (await db.select().from(draftVersions).where(eq(draftVersions.draftId, 'draft1'))).map(
    ({ document }) => document,
  )

const open = LETTER_STATUSES.filter((status) => !TOO_LATE.includes(status))
test.each(open)(
  'A writer may withdraw a letter that is %s, and its text is gone',
  async (status) => {
    const { row, ticket } = await letterIn({ status, reason: 'covered' })
    const other = await letterIn({ status })
    const withdrawn = await withdraw(db, vault, ticket, NOW)
    const erased = Object.fromEntries(SEALED.map((field) => [field, null]))
    expect(withdrawn).toMatchObject({ ...erased, status: 'withdrawn', version: 2, reason: null })
    expect(withdrawn).toMatchObject({ settledOn: '2026-11-23', changedOn: '2026-11-23' })
    const [stored] = await db.select().from(letters).where(eq(letters.id, row.id))
    expect(stored).toEqual(withdrawn)
    expect(await db.select().from(letters).where(eq(letters.id, other.row.id))).toEqual([other.row])
    expect(await openLetter(vault, stored ?? row)).toMatchObject({ letter: null, email: null })
    expect(await db.$count(deskLog)).toBe(0)
  },
)

test.each(TOO_LATE)('A letter that is %s is not withdrawn', async (status) => {
  const { row, ticket } = await letterIn({ status })
  expect(await withdraw(db, vault, ticket, NOW)).toBeNull()
  expect(await db.select().from(letters)).toEqual([row])
})

describe('The draft of a letter that is withdrawn', () => {
  test.each(['draft', 'review', 'scheduled'] as const)(
    'is blanked and flagged when it is in %s, so that nothing runs',
    async (status) => {
      await draftWith(status)
      const { ticket } = await letterIn({ status: 'in_column', draftId: 'draft1' })
      await withdraw(db, vault, ticket, NOW)
      expect(await draft()).toMatchObject({
        status: 'draft',
        document: '',
        headline: 'draft1',
        slug: 'draft1',
        scheduledFor: null,
        pinnedVersion: null,
        withdrawnOn: '2026-11-23',
        changedAt: '2026-11-20T10:00:00Z',
      })
      expect(await documents()).toEqual(['', ''])
      expect(await db.$count(draftVersions, eq(draftVersions.document, WORDS))).toBe(1)
    },
  )

  test('cannot be saved over by an editor who still has the old text before them', async () => {
    await draftWith('draft')
    const { ticket } = await letterIn({ status: 'in_column', draftId: 'draft1' })
    await withdraw(db, vault, ticket, NOW)
    expect((await draft())?.version).toBe(3)
  })

  test('keeps its text while another letter is in it, but no longer runs by itself', async () => {
    await draftWith('scheduled')
    const first = await letterIn({ status: 'in_column', draftId: 'draft1' })
    const second = await letterIn({ status: 'in_column', draftId: 'draft1' })
    await withdraw(db, vault, first.ticket, NOW)
    expect(await draft()).toMatchObject({
      status: 'draft',
      document: WORDS,
      scheduledFor: null,
      withdrawnOn: '2026-11-23',
    })
    await withdraw(db, vault, second.ticket, NOW)
    expect(await draft()).toMatchObject({ document: '' })
    expect(await documents()).toEqual(['', ''])
  })

  test('is only flagged when its column is live', async () => {
    await draftWith('live')
    const { ticket } = await letterIn({ status: 'in_column', draftId: 'draft1' })
    await withdraw(db, vault, ticket, NOW)
    expect(await draft()).toMatchObject({
      status: 'live',
      document: WORDS,
      withdrawnOn: '2026-11-23',
    })
    expect(await documents()).toEqual([WORDS, WORDS])
  })

  test('is left alone when it was too late', async () => {
    await draftWith('live')
    const { ticket } = await letterIn({ status: 'answered', draftId: 'draft1' })
    await withdraw(db, vault, ticket, NOW)
    expect(await draft()).toMatchObject({ withdrawnOn: null, version: 2 })
  })
})
