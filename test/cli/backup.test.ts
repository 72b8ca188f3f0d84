import { cp, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gunzipSync, gzipSync } from 'node:zlib'
import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { backup as command } from '../../src/cli/backup/backup.ts'
import { migrate, migrationNames, openDatabase } from '../../src/cli/database.ts'
import { readQuery } from '../../src/search/query.ts'
import { search } from '../../src/search/search.ts'
import { everything, fillEveryTable, SECRET, SITE_KEY } from './full-database.ts'
import { runAlone, runHere } from './here.ts'

/** Each command starts a database: several of them take their time on a busy machine. */
const PATIENCE = 240_000

let scratch: string
let dataDir: string
let file: string
let saved: Awaited<ReturnType<typeof everything>>

const backup = (words: string[], shell: { dataDir?: string; siteKey?: string } = {}) =>
  runHere(command, words, { dataDir, siteKey: SITE_KEY, ...shell })

async function reading<Result>(
  folder: string,
  use: (db: Awaited<ReturnType<typeof openDatabase>>['db']) => Promise<Result>,
): Promise<Result> {
  const { db, close } = await openDatabase({ dataDir: folder })
  try {
    return await use(db)
  } finally {
    await close()
  }
}

/** A backup with a header of the test's choosing, and all else as it was. */
async function remade(name: string, change: (header: Record<string, unknown>) => void) {
  const [first = '', ...rest] = gunzipSync(await readFile(file))
    .toString()
    .split('\n')
  const header = JSON.parse(first)
  change(header)
  const path = join(scratch, name)
  await writeFile(path, gzipSync([JSON.stringify(header), ...rest].join('\n')))
  return path
}

beforeAll(async () => {
  scratch = await mkdtemp(join(tmpdir(), 'sincerely-backup-'))
  dataDir = join(scratch, 'site')
  file = join(scratch, 'site.backup')
  await migrate(dataDir)
  saved = await reading(dataDir, async (db) => {
    await fillEveryTable(db)
    return everything(db)
  })
  const { printed, wrong } = await backup(['save', file])
  expect(wrong).toBe('')
  expect(printed).toMatch(/\d+ rows of \d+ tables are in .*, and were read once more from it\./)
}, PATIENCE)

afterAll(() => rm(scratch, { recursive: true }))

describe('The operator', () => {
  test('has every table in the backup, and no letter’s words', async () => {
    const empty = Object.entries(saved).filter(([, rows]) => rows.length === 0)
    expect(empty.map(([name]) => name)).toEqual([])
    const text = gunzipSync(await readFile(file)).toString()
    const { tables } = JSON.parse(text.slice(0, text.indexOf('\n')))
    // The indexes of other tables' texts are made anew from those.
    const names = Object.keys(saved).filter((name) => !name.endsWith('_fts'))
    expect(tables.map(({ name }: { name: string }) => name).sort()).toEqual(names.sort())
    expect(text).not.toContain(SECRET)
    expect(text).not.toContain(SITE_KEY)
    expect((await stat(file)).mode & 0o777).toBe(0o600)
  })

  test(
    'puts it back after a disaster: every row, the search, and what guards the log',
    async () => {
      const fresh = join(scratch, 'fresh')
      const { printed, wrong } = await backup(['restore', file], { dataDir: fresh })
      expect(wrong).toBe('')
      expect(printed).toContain('The database is as it was saved at')
      await reading(fresh, async (db) => {
        expect(await everything(db)).toEqual(saved)
        const { hits } = await search(db, readQuery('my boss calls all day', 'en'))
        expect(hits.length).toBeGreaterThan(0)
        expect(hits).toEqual(
          await reading(dataDir, async (before) => {
            return (await search(before, readQuery('my boss calls all day', 'en'))).hits
          }),
        )
        const scripts = sql`SELECT count(*) AS count FROM scripts_fts WHERE scripts_fts MATCH 'call'`
        const [found] = await db.all<{ count: number }>(scripts)
        expect(found?.count).toBeGreaterThan(0)
        for (const act of [
          sql`DELETE FROM desk_log`,
          sql`UPDATE desk_log SET reason = ''`,
          sql`DELETE FROM draft_versions`,
          sql`INSERT INTO desk_log (at, by, verb) VALUES ('now', 'rita', 'hold')`,
          sql`INSERT INTO sessions VALUES ('other', 'nobody', '', '', '', '', NULL)`,
        ]) {
          await expect(db.run(act)).rejects.toThrow()
        }
      })
    },
    PATIENCE,
  )

  test(
    'is shown what would go, and loses nothing that they did not give up',
    async () => {
      const full = join(scratch, 'full')
      await cp(dataDir, full, { recursive: true })
      await reading(full, async (db) => {
        await db.run(sql`DELETE FROM settings`)
        await db.run(sql`UPDATE letters SET status = 'withdrawn', data_key = NULL, letter = NULL
        WHERE status = 'received'`)
      })
      const before = await reading(full, everything)
      const refused = await backup(['restore', file], { dataDir: full })
      expect(refused).toMatchObject({ status: 1 })
      expect(refused.wrong).toMatch(/not empty:[\s\S]*^31\tcolumns$[\s\S]*--replace/m)
      const unasked = await backup(['restore', file, '--replace'], { dataDir: full })
      expect(unasked).toMatchObject({ status: 1 })
      expect(unasked.printed).toMatch(/^3\tletters$/m)
      expect(unasked.wrong).toContain('--yes')
      expect(await reading(full, everything)).toEqual(before)
      const replaced = await backup(['restore', file, '--replace', '--yes'], { dataDir: full })
      expect(replaced).toMatchObject({ status: 0, wrong: '' })
      expect(replaced.printed).toContain('whose text is gone again: 1.')
      // What its writer took back meanwhile stays taken back, with what was known of it.
      const { letters, likenesses: _, alike_letters: __, ...rest } = await reading(full, everything)
      const { letters: former, likenesses: ___, alike_letters: ____, ...others } = saved
      expect(rest).toEqual(others)
      const sealed = (rows: string[] = []) =>
        rows.filter((row) => JSON.parse(row).data_key !== null)
      expect([sealed(former).length, sealed(letters).length]).toEqual([2, 1])
    },
    PATIENCE,
  )

  test('never writes over a backup', async () => {
    const { status, wrong } = await backup(['save', file])
    expect(status).toBe(1)
    expect(wrong).toContain('already')
  })

  test(
    'in a script of their own goes by the exit status',
    async () => {
      const script = (...words: string[]) =>
        runAlone('src/cli/backup.ts', words, { SITE_KEY, DATA_DIR: dataDir })
      const other = join(scratch, 'other.backup')
      expect(await script('save', other)).toMatchObject({ status: 0, wrong: '' })
      expect(await backup(['check', other])).toMatchObject({ status: 0, wrong: '' })
      const full = await script('restore', other)
      expect(full).toMatchObject({ status: 1 })
      expect(full.wrong).toContain('The database is not empty')
      expect(full.wrong).not.toMatch(/^\s+at /m)
    },
    PATIENCE,
  )

  test(
    'brings a backup of an older version forward',
    async () => {
      const old = join(scratch, 'old')
      const names = await migrationNames()
      await migrate(old, { only: names.slice(0, -1) })
      await reading(old, (db) => db.run(sql`INSERT INTO settings VALUES ('intake', '{}', 2)`))
      const path = join(scratch, 'old.backup')
      expect(await backup(['save', path], { dataDir: old })).toMatchObject({ wrong: '' })
      const fresh = join(scratch, 'forward')
      const { printed, wrong } = await backup(['restore', path], { dataDir: fresh })
      expect(wrong).toBe('')
      expect(printed).toContain(`${names.at(-1)} brought it to this version.`)
      await reading(fresh, async (db) => {
        const applied = await db.all<{ name: string }>(
          sql`SELECT name FROM d1_migrations ORDER BY id`,
        )
        expect(applied.map(({ name }) => name)).toEqual(names)
        expect((await everything(db)).settings).toEqual([
          '{"name":"intake","value":"{}","version":2}',
        ])
      })
    },
    PATIENCE,
  )
})

describe('A backup is refused before anything is touched', () => {
  const broken = async (name: string, bytes: Uint8Array) => {
    const path = join(scratch, name)
    await writeFile(path, bytes)
    return path
  }
  /** Nothing may be made, not even the folder of a database. */
  const refused = async (path: string, shell: { siteKey?: string } = {}) => {
    const untouched = join(scratch, 'untouched')
    const { status, wrong } = await backup(['restore', path], { dataDir: untouched, ...shell })
    expect(status).toBe(1)
    await expect(stat(untouched)).rejects.toThrow('ENOENT')
    return wrong
  }

  test('when it is cut off', async () => {
    const bytes = await readFile(file)
    const cut = await broken('cut', bytes.subarray(0, bytes.length - 4000))
    expect(await refused(cut)).toContain('cut off')
    // Cut between two lines, and gzipped as if that were all.
    const lines = gunzipSync(bytes).toString().split('\n')
    const short = await broken('short', gzipSync(`${lines.slice(0, -40).join('\n')}\n`))
    expect(await refused(short)).toContain('cut off')
  })

  test('when a byte is changed', async () => {
    const bytes = Buffer.from(await readFile(file))
    bytes[bytes.length >> 1] = (bytes[bytes.length >> 1] ?? 0) ^ 1
    expect(await refused(await broken('flipped', bytes))).toContain('damaged')
    const text = gunzipSync(await readFile(file)).toString()
    const forged = text.replace('a good one', 'A good one').replace('rita', 'Rita')
    expect(await refused(await broken('forged', gzipSync(forged)))).toContain('damaged')
    const header = text.replace('"site":"', '"site":"x')
    expect(await refused(await broken('header', gzipSync(header)))).toContain('damaged')
  })

  test('when it is something else, or nothing', async () => {
    expect(await refused(await broken('text', Buffer.from('hello')))).toContain('no backup')
    expect(await refused(await broken('other', gzipSync('{}\n')))).toContain('no backup')
    expect(await refused(join(scratch, 'none'))).toContain('There is no file')
  })

  test('when a newer version of the software made it', async () => {
    const path = await remade('newer', (header) => {
      header.migrations = [...(header.migrations as string[]), '9999_future.sql']
    })
    expect(await refused(path)).toContain('newer version of the software, with 9999_future.sql')
    const format = await remade('format', (header) => {
      header.version = 2
    })
    expect(await refused(format)).toContain('newer')
  })

  test('when the key ring cannot open its letters, unless it is told to', async () => {
    const other = Buffer.alloc(32, 'x').toString('base64')
    const wrong = await refused(file, { siteKey: other })
    expect(wrong).toMatch(/\d+ sealed rows of this backup cannot be opened/)
    expect(wrong).not.toContain(SITE_KEY)
    expect(wrong).not.toContain(other)
  })
})
