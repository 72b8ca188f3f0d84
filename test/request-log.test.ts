import { env } from 'cloudflare:workers'
import { beforeEach, describe, expect, test, vi } from 'vitest'
import { metered } from '../src/metered.ts'
import { type RequestNote, writeNote } from '../src/request-log.ts'
import { asEditor, db, site } from './newsroom.ts'
import { column, print } from './printed.ts'

let notes: RequestNote[]
const write = (note: RequestNote) => void notes.push(note)
const noted = () => site({ write })

beforeEach(async () => {
  notes = []
  await print({ 'a-kettle': column() })
})

describe('What is noted of a request', () => {
  test.each([
    ['/columns/a-kettle', '/columns/:slug', 200],
    ['/id/columns/a-kettle', '/columns/:slug', 301],
    ['/columns/a-kettle.md', '/columns/:slug', 200],
    ['/search?q=my+boss+Wendy', '/search', 200],
    ['/topics/colleagues', '/topics/:topic', 200],
    ['/preview/a-secret-token', '/preview/:token', 404],
    ['/desk/letters/a-letter', '/desk/letters/:id', 303],
    ['/a/secret/nowhere', '*', 404],
  ])('is the pattern of %s, and nothing that was asked', async (path, route, status) => {
    await noted().get(path, { 'User-Agent': 'Secret', 'CF-Connecting-IP': '192.0.2.1' })
    expect(notes).toEqual([
      {
        level: 'info',
        route,
        method: 'GET',
        status,
        ms: expect.any(Number),
        rowsRead: notes[0]?.rowsRead,
      },
    ])
  })

  test('holds no word of a letter and no ticket', async () => {
    await noted().post('/write', { letter: 'She rings at noon.', ticket: 'SECRET', step: 'check' })
    expect(JSON.stringify(notes)).not.toMatch(/rings|noon|secret/i)
    expect(notes.map(({ method }) => method)).toEqual(['POST'])
  })

  test('are the rows that D1 says it read, or null where it does not say', async () => {
    await noted().get('/columns/a-kettle')
    expect(notes[0]?.rowsRead).toBeGreaterThan(0)
    await noted().get('/desk', await asEditor('owner'))
    expect(notes[1]?.rowsRead).toBeNull()
  })

  test('is written as one line of JSON', () => {
    const log = vi.spyOn(console, 'log').mockImplementation(() => {})
    writeNote({ level: 'info', route: '/', method: 'GET', status: 200, ms: 1, rowsRead: 2 })
    expect(log.mock.calls).toEqual([
      ['{"level":"info","route":"/","method":"GET","status":200,"ms":1,"rowsRead":2}'],
    ])
    log.mockRestore()
  })

  test('is a page that failed, too', async () => {
    const error = vi.spyOn(console, 'error').mockImplementation(() => {})
    await db.$client.prepare('DROP TABLE site_state').run()
    await noted().get('/columns/a-kettle')
    expect(notes).toMatchObject([{ route: '/columns/:slug', status: 500 }])
    error.mockRestore()
  })
})

test('Readers’ pages tell how long the database took, and no other answer does', async () => {
  const timing = async (path: string) => (await noted().get(path)).headers.get('Server-Timing')
  expect(await timing('/columns/a-kettle')).toMatch(/^db;dur=\d+, total;dur=\d+$/)
  expect(await timing('/columns/a-kettle')).toMatch(/^db;dur=\d+, total;dur=\d+$/)
  for (const path of ['/write', '/ticket', '/desk/sign-in', '/search?q=tea', '/nowhere'])
    expect(await timing(path), path).toBeNull()
})

test('The meter counts what D1 tells, and asks nothing twice', async () => {
  const asked: string[] = []
  const spied = new Proxy(env.DB, {
    get: (target, key) => {
      const value = Reflect.get(target, key)
      if (typeof value !== 'function') return value
      return (...given: unknown[]) => {
        asked.push(String(key))
        return value.apply(target, given)
      }
    },
  })
  const { database, meter } = metered(spied)
  const statement = database.prepare('SELECT slug FROM columns WHERE slug = ?').bind('a-kettle')
  const { results, meta } = await statement.all()
  expect(results).toEqual([{ slug: 'a-kettle' }])
  expect(meter.rowsRead).toBe(meta.rows_read)
  const answers = await database.batch([statement, statement])
  expect(meter.rowsRead).toBe(3 * meta.rows_read)
  expect(answers).toHaveLength(2)
  expect(await statement.first('slug')).toBe('a-kettle')
  expect(meter.rowsRead).toBeNull()
  expect(await statement.raw()).toEqual([['a-kettle']])
  expect(asked).toEqual(['prepare', 'batch'])
})
