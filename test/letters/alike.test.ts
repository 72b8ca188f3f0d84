import { env } from 'cloudflare:workers'
import { eq, sql } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import { minutesLater } from '../../src/dates.ts'
import { perhapsAlike } from '../../src/letters/alike.ts'
import { eraseDue } from '../../src/letters/erase.ts'
import { receive } from '../../src/letters/receive.ts'
import { newTicket } from '../../src/letters/ticket.ts'
import { withdraw } from '../../src/letters/withdraw.ts'
import { alikeLetters, letters, likenesses } from '../../src/schema.ts'
import { openVault, type Vault } from '../../src/vault.ts'
import { arrive } from '../desk/letters.ts'
import { config, db, NOW, vault } from '../newsroom.ts'
import { STORIES } from './stories.ts'

const [newest = ''] = env.SITE_KEY.split(',')
const brandNew = btoa('a key that was made just now....')
const ringOf = (...keys: string[]) => openVault(config({ SITE_KEY: keys.join(',') }).siteKeys)

const [first, edited, another] = STORIES as [Story, Story, Story]
type Story = (typeof STORIES)[number]
const told = ({ question, letter, language }: Story) => ({ question, letter, language })
const alike = () => db.select().from(alikeLetters)

async function arriveSealedBy(ring: Vault, story: Story) {
  const ticket = newTicket()
  const form = { ...(await arrivedForm()), ...told(story) }
  const row = await receive(db, ring, form, { ticket, now: NOW })
  if (typeof row === 'string') throw new Error(row)
  return { row, ticket }
}

const arrivedForm = async () => ({
  question: '',
  letter: '',
  tried: '',
  disguise: '',
  signoff: '',
  differs: '',
  consent: 'publish' as const,
  language: 'en',
  topic: null,
  standing: null,
  country: null,
  neededBy: null,
  followUp: null,
  email: null,
})

describe('When a letter comes', () => {
  test('it is found alike to the same story that came before, and to nothing else', async () => {
    const one = await arrive(told(first))
    await arrive(told(another))
    expect(await alike()).toEqual([])
    const other = await arrive(told(edited))
    const pairs = (await alike()).map(({ letterId, otherId }) => [letterId, otherId])
    expect(pairs.sort()).toEqual([[one.id, other.id].sort(), [one.id, other.id].sort().reverse()])
    expect((await alike()).every(({ likeness }) => likeness >= 60)).toBe(true)
  })

  test('it is found alike to each story of many', async () => {
    for (const story of STORIES) await arrive(told(story))
    const same = STORIES.filter((one) =>
      STORIES.some((other) => other !== one && other.story === one.story),
    )
    expect(await alike()).toHaveLength(same.length)
  })

  test('it is not compared with letters that are settled, or in another language', async () => {
    const { id } = await arrive(told(first))
    await db.update(letters).set({ status: 'declined' }).where(eq(letters.id, id))
    await arrive({ ...told(first), language: 'id' })
    await arrive(told(edited))
    expect(await alike()).toEqual([])
  })

  test('it is stored even when it cannot be compared', async () => {
    await arrive(told(first))
    await db.run(sql`DROP TABLE alike_letters`)
    expect((await arrive(told(edited))).status).toBe('received')
  })
})

describe('What is stored for comparing', () => {
  const marksOf = async (id: string) =>
    (await db.select().from(likenesses).where(eq(likenesses.letterId, id))).map(({ mark }) => mark)

  test('has nothing in common under two keys, though the letter is the same', async () => {
    const one = await arriveSealedBy(await ringOf(newest), first)
    const other = await arriveSealedBy(await ringOf(brandNew), first)
    const [marks, others] = [await marksOf(one.row.id), await marksOf(other.row.id)]
    expect(marks).toHaveLength(12)
    expect(marks.filter((mark) => others.includes(mark))).toEqual([])
    expect(await alike()).toEqual([])
  })

  test('is found by an older key of the ring too', async () => {
    await arriveSealedBy(await ringOf(newest), first)
    await arriveSealedBy(await ringOf(brandNew, newest), edited)
    expect(await alike()).toHaveLength(2)
  })

  test('goes with the letter when its writer withdraws it, on both sides', async () => {
    const { ticket, row } = await arriveSealedBy(vault, first)
    await arrive(told(edited))
    await arrive(told(edited))
    expect(await alike()).toHaveLength(6)
    await withdraw(db, vault, ticket, NOW)
    expect(await alike()).toHaveLength(2)
    expect(await marksOf(row.id)).toEqual([])
  })

  test('goes with the letter when the clock erases it', async () => {
    await arrive(told(first))
    await arrive(told(edited))
    await eraseDue(db, minutesLater(NOW, 181 * 24 * 60))
    expect(await alike()).toEqual([])
    expect(await db.$count(likenesses)).toBe(0)
  })
})

test('A flood of one letter is looked at in part', async () => {
  for (let sent = 0; sent < 8; sent += 1) await arrive(told(first))
  const last = await arrive(told(edited))
  expect(await db.$count(alikeLetters, eq(alikeLetters.letterId, last.id))).toBe(4)
})

test('Letters are looked for by their marks, not one after the other', async () => {
  const marked = { id: 'none', language: 'en', gist: new Set<string>(), marks: [['mark']] }
  const query = perhapsAlike(db, marked).toSQL()
  const plan = await env.DB.prepare(`EXPLAIN QUERY PLAN ${query.sql}`)
    .bind(...query.params)
    .all<{ detail: string }>()
  const details = plan.results.map(({ detail }) => detail).join('\n')
  expect(details).toContain('likenesses_by_mark (mark=?)')
  expect(details).not.toMatch(/SCAN (letters|likenesses)/)
})
