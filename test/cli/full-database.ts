import { readdirSync, readFileSync } from 'node:fs'
import { sql } from 'drizzle-orm'
import { press } from '../../src/desk/press.ts'
import { plateOf } from '../../src/desk/publishing/plate.ts'
import { messageKept, sealMessage } from '../../src/letters/message.ts'
import { receive } from '../../src/letters/receive.ts'
import { parse } from '../../src/manuscript.ts'
import { type Db, type LetterRow, letters } from '../../src/schema.ts'
import { rows, statement } from '../../src/statement.ts'
import { openVault } from '../../src/vault.ts'

/** The ring that seals the letters here, as it stands in SITE_KEY. */
export const SITE_KEY = Buffer.alloc(32, 'k').toString('base64')
export const vault = await openVault([new Uint8Array(Buffer.alloc(32, 'k'))])

export const NOW = new Date('2026-11-23T09:00:00Z')

/** Words that stand in no other file: whatever holds them has leaked a letter. */
export const SECRET = 'the stapler of Mr Quillfeather'

const FORM = {
  question: `May I keep ${SECRET}?`,
  letter: `He left ${SECRET} on my desk.\u2028It is a “good” one – 日本語 – and\nI like it.`,
  tried: 'Nothing',
  disguise: 'Quillfeather',
  signoff: 'Stapled',
  differs: '',
  consent: 'publish',
  language: 'en',
  topic: 'boundaries',
  standing: null,
  country: null,
  neededBy: null,
  followUp: 3,
  email: 'writer@example.com',
} as const

/** Puts rows into every table of a migrated database; some tables have more than one page of them. */
export async function fillEveryTable(db: Db): Promise<void> {
  await pressSamples(db)
  const letter = await received(db, 'A'.repeat(24))
  await answered(db, letter)
  await received(db, 'B'.repeat(24))
  await erased(db, await received(db, 'C'.repeat(24)))
  const statements = [...DESK, ...LIVE].map((each) => statement(db, each))
  const [first, ...rest] = statements
  if (first) await db.batch([first, ...rest])
}

async function pressSamples(db: Db): Promise<void> {
  const plates = readdirSync('content/columns').map((name) => {
    const { manuscript } = parse(readFileSync(`content/columns/${name}`, 'utf8'), name)
    if (!manuscript?.published) throw new Error(`${name} is no column.`)
    const { published } = manuscript
    const slug = name.replace('.md', '')
    return plateOf({ ...manuscript, published }, { id: slug, slug, changedAt: published })
  })
  const [first, ...others] = press(db, await Promise.all(plates), NOW)
  if (first) await db.batch([first, ...others])
}

async function received(db: Db, ticket: string): Promise<LetterRow> {
  const letter = await receive(db, vault, FORM, { ticket, now: NOW })
  if (typeof letter === 'string') throw new Error(`The letter was not taken: ${letter}`)
  return letter
}

/** A letter in a conversation, with everything that the desk may have noted about it. */
async function answered(db: Db, letter: LetterRow): Promise<void> {
  const said = { who: 'desk', kind: 'question', text: `Whose is ${SECRET}?` } as const
  const message = await sealMessage(vault, letter, said, NOW)
  await db.batch([
    db.update(letters).set({ status: 'waiting', version: 2 }).where(sql`id = ${letter.id}`),
    messageKept(db, message),
  ])
  const about = [
    sql`INSERT INTO showings VALUES (${letter.id}, 'draft', 1, 1, 'print', 'now', 'then', 'fine')`,
    sql`INSERT INTO nudges VALUES (${letter.id}, 'answered', 'owed', '2026-11-23T09:00:00Z', 0)`,
    sql`INSERT INTO claims VALUES (${letter.id}, 'olive', '2026-11-23T09:20:00Z')`,
    sql`INSERT INTO notes VALUES (${letter.id}, 1, 'olive', '2026-11-23', 'sealed')`,
    sql`INSERT INTO mentions VALUES (${letter.id}, 1, 'another')`,
    sql`INSERT INTO alike_letters VALUES (${letter.id}, 'another', 40)`,
    sql`INSERT OR IGNORE INTO likenesses VALUES (${letter.id}, 'mark')`,
    sql`INSERT INTO aliases VALUES ('alias', ${letter.id}, 'draft', 'sealed', 'a colleague')`,
    sql`INSERT INTO letter_marks VALUES (${letter.id}, 'draft', ${vault.ring[0]?.id}, '[]')`,
    sql`INSERT OR REPLACE INTO undos VALUES (${letter.id}, 3, 'received', NULL, NULL, NULL, NULL)`,
  ]
  for (const each of about) await db.run(each)
}

async function erased(db: Db, { id }: LetterRow): Promise<void> {
  await db.run(sql`UPDATE letters SET status = 'withdrawn', version = 2, settled_on = '2026-11-23',
    data_key = NULL, question = NULL, letter = NULL, tried = NULL, disguise = NULL, signoff = NULL,
    differs = NULL, email_key = NULL, email = NULL WHERE id = ${id}`)
}

const numbers = (from: number, to: number) =>
  sql`(WITH RECURSIVE counted(n) AS (SELECT ${from} UNION ALL SELECT n + 1 FROM counted
    WHERE n < ${to}) SELECT CAST(n AS INTEGER) AS n FROM counted)`

/** What editors leave behind; Rita signed entries and has since been removed. */
const DESK = [
  sql`INSERT INTO editors VALUES ('olive', 'Olive', 'owner', '2026-01-01T00:00:00Z', NULL, 'Asia/Jakarta')`,
  sql`INSERT INTO editors VALUES ('rita', 'Rita', 'editor', '2026-01-01T00:00:00Z', NULL, NULL)`,
  sql`INSERT INTO desk_log (at, by, verb, letter_id, reason)
    SELECT '2026-11-23T09:00:00Z', 'rita', 'hold', 'letter ' || n, 'it says “hm”' FROM ${numbers(1, 150)}`,
  sql`INSERT INTO desk_log_chain SELECT id, 'seal ' || id FROM desk_log`,
  sql`UPDATE editors SET removed_at = '2026-11-23T10:00:00Z' WHERE id = 'rita'`,
  sql`INSERT INTO passkeys VALUES ('key', 'olive', 'public', 4, 'phone', '2026-01-01T00:00:00Z', NULL, 'Mine')`,
  sql`INSERT INTO challenges VALUES ('hash', '2026-11-23T09:05:00Z')`,
  sql`INSERT INTO sessions VALUES ('hash', 'olive', 'phone', 'then', 'now', 'later', NULL)`,
  sql`INSERT INTO invitations VALUES ('hash', 'olive', 'owner', 'then', 'later')`,
  sql`INSERT INTO recovery_codes VALUES ('hash', 'olive', '2026-01-01T00:00:00Z')`,
  sql`INSERT INTO drafts (id, status, slug, headline, language, changed_by, changed_at, document)
    VALUES ('draft', 'draft', 'draft', 'A draft', 'en', 'olive', 'then', 'text')`,
  sql`INSERT INTO draft_versions SELECT 'draft', n, 'version ' || n, 'olive', 'then' FROM ${numbers(1, 130)}`,
  sql`INSERT INTO reviews (draft_id, asked_version, asked_by, asked_at) VALUES ('draft', 1, 'olive', 'then')`,
  sql`INSERT INTO review_comments VALUES ('draft', 1, 1, 'comment', 'olive', 'then', 'Good')`,
  sql`INSERT INTO preview_links VALUES ('link', 'draft', 1, 'olive', 'then', 'later')`,
  sql`INSERT INTO waves SELECT 'draft', ${vault.ring[0]?.id}, 'hash'`,
  sql`INSERT INTO decline_texts VALUES ('answered', 'en', 'We have answered this.', 1)`,
  sql`INSERT INTO keys_off VALUES ('olive')`,
  sql`INSERT INTO outbox (kind, payload, due_at) VALUES ('purge', '["site"]', 'then')`,
  sql`INSERT INTO limits VALUES ('2026-11-23T09', 'letter', 'network', 1, 5)`,
  sql`INSERT INTO settings VALUES ('intake', '{}', 2)`,
  sql`INSERT INTO clock VALUES (1, '2026-11-23T09:00:00Z', 0)`,
  sql`INSERT INTO misses VALUES ('hash', 'en', 'gravel', 3, '2026-11-01', 1, '2026-11-23')`,
]

/** What columns alone do not leave. Topics have dates that run the other way, over several pages. */
const LIVE = [
  sql`INSERT INTO redirects VALUES ('old-address', 'en', 'my-client-expects-me-to-be-available-all-day', NULL, NULL, NULL, NULL)`,
  sql`INSERT INTO redirects VALUES ('gone', 'en', NULL, 'Its writer asked us to.', '2026-11-20', 'gone', 'tag:gone')`,
  sql`INSERT INTO merged_topics VALUES ('bosses', 'managers')`,
  sql`INSERT INTO old_addresses VALUES ('/2015/03/old.html', '/columns/old-address#letter-1', 'old-address'),
    ('/?p=7', '/columns/gone', 'gone'), ('/feed', '/feed.xml', NULL)`,
  sql`INSERT INTO pairs VALUES ('one', 'other', -12.345678901234567)`,
  sql`INSERT INTO column_topics SELECT 'boundaries', 'en', (2000 + n / 7) || '-01-01', 'c' || n % 11
    FROM ${numbers(0, 200)} GROUP BY 3, 4`,
  sql`INSERT INTO tallies VALUES ('answers_it', '2026-11-20', 'a-column', 4)`,
]

/** Every row of every table as text, read with no code of the backup's: sorted, as tables have no order. */
export async function everything(db: Db): Promise<Record<string, string[]>> {
  const tables = await db.all<{ name: string }>(sql`SELECT name FROM pragma_table_list
    WHERE schema = 'main' AND type IN ('table', 'virtual') AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\'
    AND name NOT LIKE '\\_cf\\_%' ESCAPE '\\' AND name <> 'd1_migrations'`)
  const found: Record<string, string[]> = {}
  for (const { name } of tables) {
    const [all] = await db.batch([rows(db, sql`SELECT * FROM ${sql.identifier(name)}`)])
    found[name] = all.map((row) => JSON.stringify(row)).sort()
  }
  return found
}
