import { getTableName, sql } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import { minutesLater } from '../../src/dates.ts'
import { KEPT, KEPT_WORDS, SETTLED_DAYS, UNANSWERED_DAYS, type Until } from '../../src/kept.ts'
import { eraseDue } from '../../src/letters/erase.ts'
import { hold } from '../../src/letters/letter.ts'
import { forgetNetworks, isAllowed } from '../../src/letters/limit.ts'
import { eraseMessages } from '../../src/letters/message.ts'
import {
  claims,
  LETTER_STATUSES,
  type LetterStatus,
  letters,
  limits,
  type MessageRow,
  messages,
  nudges,
  undos,
} from '../../src/schema.ts'
import { db, NOW, site } from '../newsroom.ts'
import { letterIn } from './writer.ts'

/** Tables that say nothing of a letter, its writer, or what writers do. */
const OTHERS = [
  'challenges',
  'clock',
  'column_topics',
  'columns',
  'd1_migrations',
  'desk_log_chain',
  'decline_texts',
  'draft_versions',
  'drafts',
  'editors',
  'exchanges',
  'exchange_texts',
  'search_words',
  'invitations',
  'keys_off',
  'merged_topics',
  'months',
  'old_addresses',
  'outbox',
  'pairs',
  'passkeys',
  'preview_links',
  'recovery_codes',
  'redirects',
  'reviews',
  'scripts',
  'sessions',
  'settings',
  'site_state',
  'topics',
]

async function stored(): Promise<string[]> {
  const rows = await db.all<{ name: string; field: string }>(
    sql`SELECT tables.name AS name, fields.name AS field
      FROM sqlite_master AS tables JOIN pragma_table_info(tables.name) AS fields
      WHERE tables.type = 'table' AND tables.name NOT LIKE '%\\_fts%' ESCAPE '\\'
        AND tables.name NOT LIKE 'sqlite%' AND tables.name NOT LIKE '\\_cf%' ESCAPE '\\'`,
  )
  return rows
    .filter(({ name }) => !OTHERS.includes(name))
    .map(({ name, field }) => `${name}.${field}`)
}

const listed = KEPT.flatMap(({ table, fields }) => fields.map((field) => `${table}.${field}`))

function fieldsKept(table: string, until: Until): string[] {
  return KEPT.filter((kept) => kept.table === table && kept.until === until).flatMap(
    ({ fields }) => fields,
  )
}

test('Every field that is stored about a letter is on the page, and none is that is not', async () => {
  expect([...listed].sort()).toEqual((await stored()).sort())
})

test('No field is on the page twice', () => {
  expect(new Set(listed).size).toBe(listed.length)
})

test.each(['en', 'id'] as const)(
  'The page in “%s” says what, why and for how long',
  async (language) => {
    const page = await (await site().get(language === 'en' ? '/privacy' : '/id/privacy')).text()
    expect(page).toContain(KEPT_WORDS[language]?.title)
    for (const { fields, why } of KEPT) {
      expect(page).toContain(`<code>${fields.join(', ')}</code>`)
      expect(page).toContain(why[language])
    }
    expect(page).toContain(`${SETTLED_DAYS} `)
    expect(page).toContain(`${UNANSWERED_DAYS} `)
  },
)

describe('Nothing is kept longer than the page says', () => {
  const later = (days: number) => minutesLater(NOW, days * 24 * 60)
  const rowOf = async () => (await db.all<Record<string, unknown>>(sql`SELECT * FROM letters`))[0]

  const said = (letterId: string, words: Partial<MessageRow>) =>
    ({
      letterId,
      number: 2,
      who: 'writer',
      kind: 'update',
      writtenOn: '2026-11-23',
      ...words,
    }) as const
  const expectNothingSaid = async () => {
    const [left] = await db.all<Record<string, unknown>>(sql`SELECT * FROM messages`)
    for (const field of fieldsKept('messages', 'afterwards')) {
      expect([field, left?.[field]]).toEqual([field, null])
    }
  }
  const settled: LetterStatus[] = ['declined', 'spam', 'withdrawn', 'answered']
  const open = LETTER_STATUSES.filter(
    (status) => ![...settled, 'erased', 'in_column'].includes(status),
  )
  test.each([
    ...settled.map((status) => [status, SETTLED_DAYS] as const),
    ...open.map((status) => [status, UNANSWERED_DAYS] as const),
  ])('of a letter that is %s, after %i days', async (status, days) => {
    const today = '2026-11-23'
    const { row } = await letterIn({
      status,
      receivedOn: today,
      settledOn: settled.includes(status) ? today : null,
    })
    await db.insert(messages).values(said(row.id, { text: 'sealed', taps: 'sealed' }))
    await db.insert(nudges).values({ letterId: row.id, kind: 'held', dueAt: today })
    await eraseDue(db, later(days))
    const left = await rowOf()
    for (const field of fieldsKept('letters', 'letter'))
      expect([field, left?.[field]]).toEqual([field, null])
    expect(await db.$count(nudges)).toBe(0)
    await expectNothingSaid()
  })

  test('of what can be undone, and of who is reading, once the text is gone', async () => {
    const { row } = await letterIn({ receivedOn: '2026-11-23' })
    await hold(db, row.id, { version: row.version, by: 'edith', now: NOW })
    await db.insert(claims).values({ letterId: row.id, editorId: 'edith', until: '2099-01-01' })
    expect(await db.$count(undos)).toBe(1)
    await eraseDue(db, later(UNANSWERED_DAYS))
    expect([await db.$count(undos), await db.$count(claims)]).toEqual([0, 0])
  })

  test('of what is said after the answer, with a key of its own', async () => {
    const { row } = await letterIn({ status: 'answered', settledOn: '2026-11-23' })
    await db.insert(messages).values(said(row.id, { text: 'sealed', dataKey: 'own' }))
    await eraseDue(db, later(SETTLED_DAYS))
    await eraseMessages(db, later(UNANSWERED_DAYS - 1))
    expect((await db.select().from(messages))[0]?.text).toBe('sealed')
    await eraseMessages(db, later(UNANSWERED_DAYS))
    await expectNothingSaid()
  })

  test('of a network, after its hour', async () => {
    const allowance = { kind: 'ticket', network: 'hash', most: 9, now: NOW } as const
    await isAllowed(db, allowance)
    expect(fieldsKept(getTableName(limits), 'hour')).toContain('network')
    await forgetNetworks(db, minutesLater(NOW, 60))
    expect(await db.$count(limits)).toBe(0)
    expect(await db.$count(letters)).toBe(0)
  })
})
