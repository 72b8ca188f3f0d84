import { env } from 'cloudflare:workers'
import { eq } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import { minutesLater } from '../../src/dates.ts'
import { erasuresDue } from '../../src/letters/due.ts'
import { countKeys, type Rotation, rotateKeys } from '../../src/letters/rotate.ts'
import { openLetter } from '../../src/letters/sealed.ts'
import { type LetterRow, letters } from '../../src/schema.ts'
import { openVault, type Vault } from '../../src/vault.ts'
import { config, db, NOW, vault } from '../newsroom.ts'
import { LETTER, letterIn, sendLetter } from './writer.ts'

const [newest = '', older = ''] = env.SITE_KEY.split(',')
const brandNew = btoa('a key that was made just now....')

const ringOf = (...keys: string[]) => openVault(config({ SITE_KEY: keys.join(',') }).siteKeys)
const only = async () => (await db.select().from(letters))[0] as LetterRow

async function rotate(ring: Vault): Promise<Rotation> {
  let last: Rotation = { seen: 0, rewrapped: 0, lost: 0 }
  for await (const now of rotateKeys(db, ring)) last = now
  return last
}

describe('Rotating the keys', () => {
  test('lets every letter and address be opened with the newest key alone', async () => {
    for (let sent = 0; sent < 3; sent += 1) await letterIn()
    const before = await db.select().from(letters)
    expect(await countKeys(db)).toBe(6)
    expect(await rotate(await ringOf(brandNew, newest, older))).toEqual({
      seen: 6,
      rewrapped: 6,
      lost: 0,
    })
    for (const row of await db.select().from(letters)) {
      const opened = await openLetter(await ringOf(brandNew), row)
      expect(opened).toMatchObject({ letter: LETTER.letter, email: LETTER.email })
      expect(row.letter).toBe(before.find(({ id }) => id === row.id)?.letter)
    }
  })

  test('goes through more letters than fit in one page', async () => {
    for (let sent = 0; sent < 103; sent += 1) await letterIn()
    expect(await rotate(await ringOf(brandNew, newest))).toMatchObject({ rewrapped: 206, lost: 0 })
  }, 30_000)

  test('twice does no more', async () => {
    await letterIn()
    const ring = await ringOf(brandNew, newest)
    await rotate(ring)
    const row = await only()
    expect(await rotate(ring)).toEqual({ seen: 2, rewrapped: 0, lost: 0 })
    expect(await only()).toEqual(row)
  })

  test('leaves what no key opens as it is, and says so', async () => {
    const { row } = await letterIn()
    expect(await rotate(await ringOf(brandNew))).toEqual({ seen: 2, rewrapped: 0, lost: 2 })
    expect(await only()).toEqual(row)
  })

  test('never brings back a key that was erased meanwhile', async () => {
    const { row } = await letterIn()
    const pages = rotateKeys(
      Object.create(db, {
        batch: {
          value: async (statements: Parameters<typeof db.batch>[0]) => {
            await db.update(letters).set({ dataKey: null }).where(eq(letters.id, row.id))
            return db.batch(statements)
          },
        },
      }),
      await ringOf(brandNew, newest),
    )
    await pages.next()
    expect((await only()).dataKey).toBeNull()
  })
})

test('A lost e-mail key leaves the letter readable', async () => {
  await sendLetter()
  await db.update(letters).set({ emailKey: 'v1.00000000.lost' })
  const opened = await openLetter(vault, await only())
  expect(opened).toMatchObject({ letter: LETTER.letter, question: LETTER.question, email: null })
})

describe('What the clock erases next', () => {
  test('is told by day and state, the next first, and never by text', async () => {
    await letterIn({ status: 'declined', settledOn: '2026-11-20' })
    await letterIn({ status: 'declined', settledOn: '2026-11-20' })
    await letterIn({ status: 'received', receivedOn: '2026-06-01' })
    await letterIn({ status: 'in_column', receivedOn: '2020-06-01' })
    await letterIn({ status: 'erased', dataKey: null })
    expect(await erasuresDue(db)).toEqual([
      { on: '2026-11-28', status: 'received', count: 1 },
      { on: '2026-12-20', status: 'declined', count: 2 },
    ])
  })

  test('can be looked at a month ahead', async () => {
    await letterIn({ status: 'received', receivedOn: '2026-11-20' })
    await letterIn({ status: 'answered', settledOn: '2026-11-22' })
    expect(await erasuresDue(db, minutesLater(NOW, 30 * 24 * 60))).toEqual([
      { on: '2026-12-22', status: 'answered', count: 1 },
    ])
  })
})
