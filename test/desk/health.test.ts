import { env } from 'cloudflare:workers'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { clockRan } from '../../src/clock.ts'
import { daysAgo, instant, minutesLater } from '../../src/dates.ts'
import { compareDerived } from '../../src/desk/health/against-manuscripts.ts'
import { deepFindings } from '../../src/desk/health/counts.ts'
import { worstOf } from '../../src/desk/health/finding.ts'
import { keyFinding } from '../../src/desk/health/keys.ts'
import { quickFindings } from '../../src/desk/health/quick.ts'
import { repair } from '../../src/desk/health/repair.ts'
import { readVitals } from '../../src/desk/health/vitals.ts'
import { sealLog } from '../../src/desk/log/log-chain.ts'
import { drafts, letters, nudges, outbox } from '../../src/schema.ts'
import { openVault } from '../../src/vault.ts'
import { letterIn } from '../letters/writer.ts'
import { asEditor, db, NOW, site, vault } from '../newsroom.ts'
import { column, print, samples } from '../printed.ts'
import { countedDatabase } from '../round-trips.ts'
import { page } from './letters.ts'

const later = (minutes: number) => minutesLater(NOW, minutes)
const sql = (text: string) => env.DB.prepare(text).run()

/** A site at which all is well: its clock has run, its owner has a way back, its log is sealed. */
async function wellSite() {
  const owner = await asEditor('owner')
  await sql(`INSERT INTO recovery_codes SELECT 'hash', id, joined_at FROM editors`)
  await sealLog(db)
  await clockRan(db, 0, NOW)
  return owner
}

describe('The page of health', () => {
  // No test's beginning touches the platform's own table.
  afterEach(async () => {
    await sql('DELETE FROM d1_migrations')
    for (const { name } of env.MIGRATIONS)
      await env.DB.prepare('INSERT INTO d1_migrations (name) VALUES (?)').bind(name).run()
  })

  test('says that all is well, asks little, and tells where one looks deeper', async () => {
    const owner = await wellSite()
    const { database, statements } = countedDatabase()
    const text = await (await site({ database }).get('/desk/health', owner)).text()
    expect(text).toContain('All is well, as far as this page looks.')
    expect(text).not.toContain('Needs an eye')
    expect(text).toContain('It last ran at Monday 23 November 2026, 09:00 (London)')
    expect(text).toContain('npm run doctor -- --remote')
    // The free plan allows 50 a request.
    expect(statements()).toBeLessThan(25)
  })

  test('is for every editor', async () => {
    const editor = await asEditor('editor')
    expect(await page('/desk/health', editor)).toContain('Nobody owns the desk yet.')
  })

  test.each([
    ['a clock that stands still', () => clockRan(db, 0, later(-6)), 'broken', 'Clock'],
    ['a clock whose tasks fail', () => clockRan(db, 2, NOW), 'eye', 'Clock'],
    ['a draft that should have run', overdueDraft, 'eye', 'Due drafts'],
    ['a purge that Cloudflare refuses', refusedPurge, 'eye', 'Purges'],
    ['a nudge that reached nobody', () => nudge('dead', NOW), 'eye', 'Nudges'],
    ['a nudge that nobody sends', () => nudge('owed', later(-25 * 60)), 'eye', 'Nudges'],
    ['a letter that outlives its day', oldLetter, 'broken', 'Erasing'],
    ['a log that nobody seals', unsealed, 'eye', 'Desk log'],
    ['owners who could not come back', () => sql('DELETE FROM recovery_codes'), 'eye', 'Owners'],
    [
      'columns of older rules',
      async () => {
        await print({ kettle: column() })
        await sql('UPDATE columns SET derivation = 0')
      },
      'eye',
      'What readers find by',
    ],
    [
      'a migration that is missing',
      () => sql(`DELETE FROM d1_migrations WHERE name LIKE '0009%'`),
      'broken',
      'Migrations',
    ],
    [
      'a database that is ahead',
      () => sql(`INSERT INTO d1_migrations (name) VALUES ('9999_later.sql')`),
      'eye',
      'Migrations',
    ],
  ] as const)('names %s, and says what to do', async (_, harm, level, about) => {
    const owner = await wellSite()
    const before = await findings()
    expect(before.find((finding) => finding.about === about)?.level).toBe('well')
    await harm()
    const wrong = (await findings()).filter((finding) => finding.level !== 'well')
    expect(wrong).toMatchObject([{ about, level, todo: expect.stringMatching(/\w/) }])
    const text = await page('/desk/health', owner)
    expect(text).toContain(level === 'broken' ? 'Broken' : 'Needs an eye')
    expect(text).toContain(about)
  })

  test('warns before the free plan’s 500 MB are full', async () => {
    await wellSite()
    const vitals = await readVitals(db, NOW)
    expect(vitals.bytes).toBeGreaterThan(100_000)
    const levelAt = (bytes: number) =>
      quickFindings({ ...vitals, bytes }, EXPECTED).find(({ about }) => about === 'Database')?.level
    expect([300, 400, 490].map((mb) => levelAt(mb * 1_000_000))).toEqual(['well', 'eye', 'broken'])
  })
})

const EXPECTED = {
  migrations: env.MIGRATIONS.map(({ name }) => name),
  sendsMail: true,
  hasAddress: true,
}

async function findings() {
  return quickFindings(await readVitals(db, NOW), EXPECTED)
}

async function overdueDraft() {
  await db.insert(drafts).values({
    ...{ id: 'late', status: 'scheduled', slug: 'late', headline: 'Late', language: 'en' },
    ...{ scheduledFor: instant(later(-6)), pinnedVersion: 1, document: '' },
    ...{ changedBy: 'nobody', changedAt: instant(NOW) },
  })
}

async function refusedPurge() {
  await db
    .insert(outbox)
    .values({ kind: 'purge', payload: ['site'], dueAt: instant(NOW), attempts: 2 })
}

async function nudge(status: 'dead' | 'owed', due: Date) {
  await db
    .insert(nudges)
    .values({ letterId: 'one', kind: 'answered', status, dueAt: instant(due), attempts: 6 })
}

async function oldLetter() {
  await letterIn({ receivedOn: daysAgo(NOW, 183) })
}

async function unsealed() {
  await sql(`INSERT INTO desk_log (at, by, verb) VALUES ('${instant(later(-6))}', 'clock', 'hold')`)
}

/** Columns with scripts, a digest, and another language: enough for every rule to look at. */
const FEW = Object.fromEntries(
  Object.entries(samples).filter(([slug]) => /^(my-client|five-small|klien-saya)/.test(slug)),
)

describe('The deep checks', () => {
  beforeEach(async () => {
    await print(FEW)
  })

  const deep = async () => (await deepFindings(db)).filter(({ level }) => level !== 'well')
  const differing = async () => {
    let last: string[] = []
    for await (const told of compareDerived(db)) last = told.differing
    return last
  }

  test('find nothing wrong with the sample columns and a letter', async () => {
    await letterIn({})
    expect(await deep()).toEqual([])
    expect(await differing()).toEqual([])
    expect(await keyFinding(db, vault)).toMatchObject({ level: 'well' })
  })

  test.each([
    ['DELETE FROM columns_fts WHERE rowid = 1', 'Search index'],
    [`INSERT INTO columns_fts (rowid, head, body) VALUES (999999, 'enstray', '')`, 'Search index'],
    ['DELETE FROM exchange_texts WHERE exchange_id = 2', 'Search index'],
    [`UPDATE topics SET columns = columns + 1 WHERE slug = 'boundaries'`, 'Counts'],
    [`UPDATE topics SET scripts = 7 WHERE slug = 'boundaries' AND language = 'en'`, 'Counts'],
    [`UPDATE months SET columns = 99 WHERE month = '2026-03'`, 'Counts'],
    [`INSERT INTO months VALUES ('en', '1999-01', 1)`, 'Counts'],
  ])('find %s, which a repair puts right', async (harm, about) => {
    await sql(harm)
    expect((await deep()).map((finding) => finding.about)).toContain(about)
    await repair(db, NOW, () => {})
    expect(await deep()).toEqual([])
    expect(await differing()).toEqual([])
  })

  test.each([
    `UPDATE columns_fts SET head = 'enother', body = 'enother' WHERE rowid = 3`,
    `UPDATE exchange_texts SET letter = 'otherwise' WHERE exchange_id = 3`,
    `UPDATE scripts SET words = 'otherwise' WHERE id = 1`,
    `DELETE FROM scripts WHERE id = 2`,
    `UPDATE exchanges SET signoff = 'Somebody else' WHERE id = 4`,
    `DELETE FROM search_words WHERE word = 'she'`,
  ])('find what a column does not say: %s; a repair puts it right', async (harm) => {
    const before = await db.$client.prepare('SELECT manuscript FROM columns ORDER BY id').all()
    await sql(harm)
    expect((await differing()).length).toBeGreaterThan(0)
    await repair(db, NOW, () => {})
    expect(await differing()).toEqual([])
    const after = await db.$client.prepare('SELECT manuscript FROM columns ORDER BY id').all()
    expect(after.results).toEqual(before.results)
  })

  test.each([
    [`INSERT INTO redirects (slug, language, column_id) VALUES ('old', 'en', 'x')`, 'Live columns'],
    [`INSERT INTO merged_topics VALUES ('one', 'other'), ('other', 'boundaries')`, 'Live columns'],
    [
      `INSERT INTO column_topics VALUES ('boundaries', 'en', '2026-01-01T00:00:00Z', 'nobody')`,
      'Live columns',
    ],
    [
      `INSERT INTO drafts (id, status, slug, headline, language, changed_by, changed_at, document)
        VALUES ('one', 'draft', 'one', 'One', 'en', 'nobody', '2026-01-01T00:00:00Z', '')`,
      'Drafts',
    ],
    [`INSERT INTO draft_versions VALUES ('gone', 1, 'Text', 'nobody', '2026-01-01')`, 'Drafts'],
    [`UPDATE letters SET ticket_hash = ''`, 'Letters'],
    [`UPDATE letters SET data_key = NULL`, 'Letters'],
    [`UPDATE letters SET status = 'erased'`, 'Letters'],
    [`UPDATE letters SET status = 'in_column', draft_id = 'gone'`, 'Letters'],
    [`UPDATE letters SET status = 'grouped', lead_id = 'gone'`, 'Letters'],
    [`INSERT INTO notes VALUES ('gone', 1, 'nobody', '2026-01-01', 'sealed')`, 'Letters'],
  ])('find what belongs to nothing: %s', async (harm, about) => {
    await letterIn({})
    await sql(harm)
    const found = await deep()
    expect(found.map((finding) => finding.about)).toContain(about)
    expect(worstOf(found)).toBe(2)
  })

  test.each([
    `INSERT INTO old_addresses VALUES ('/2015/old', '/columns/nothing', 'nothing')`,
    `INSERT INTO old_addresses VALUES ('/tag/old', '/id/topics/nothing/feed.xml', NULL)`,
  ])('find an old address that leads nowhere: %s', async (harm) => {
    await sql(
      `INSERT INTO old_addresses VALUES ('/a', '/topics/boundaries', NULL), ('/feed', '/feed.xml', NULL)`,
    )
    expect(await deep()).toEqual([])
    await sql(harm)
    expect(await deep()).toMatchObject([{ about: 'Old addresses', level: 'eye' }])
  })

  test('find rows that no key of the ring opens, and those of an older key', async () => {
    await letterIn({})
    const [newest, older] = [vault.ring.slice(0, 1), vault.ring.slice(1)]
    expect(await keyFinding(db, { ring: [...older, ...newest] })).toMatchObject({ level: 'eye' })
    const other = await openVault([crypto.getRandomValues(new Uint8Array(32))])
    const lost = await keyFinding(db, other)
    expect(lost).toMatchObject({ level: 'broken', todo: expect.stringContaining('ring') })
    expect(await keyFinding(db, null)).toMatchObject({ level: 'eye' })
    await db.update(letters).set({ dataKey: null, emailKey: null })
    expect(await keyFinding(db, other)).toMatchObject({ level: 'well' })
  })
})
