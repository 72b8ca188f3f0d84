import { expect, test, vi } from 'vitest'
import { runClock } from '../../src/app.tsx'
import { minutesLater } from '../../src/dates.ts'
import { decline } from '../../src/letters/letter.ts'
import { letters } from '../../src/schema.ts'
import { config, db, site } from '../newsroom.ts'
import { column, print } from '../printed.ts'
import { everything } from './everything.ts'
import { LETTER, openForm, shownTicket } from './writer.ts'

/** Half past an hour that is nobody's opening time: it would be noticed wherever it stood. */
const NOW = new Date('2026-11-23T17:43:21Z')
const HEADERS = {
  'CF-Connecting-IP': '203.0.113.77',
  'X-Forwarded-For': '203.0.113.78',
  'User-Agent': 'Mozilla/5.0 (canary browser)',
  Referer: 'https://intranet.example/canary-page',
}
const TRACES = ['canary', '203.0.113', 'Mozilla', 'intranet', '17:43', 'Tell nobody']

/** All that is said on the console, whoever says it. */
function listen() {
  const levels = ['log', 'info', 'warn', 'error', 'debug'] as const
  const spies = levels.map((level) => vi.spyOn(console, level).mockImplementation(() => {}))
  return {
    said: () => JSON.stringify(spies.map((spy) => spy.mock.calls)),
    stop: () => {
      for (const spy of spies) spy.mockRestore()
    },
  }
}

test('From the form to the last nudge, a writer leaves no trace in any table, log or header', async () => {
  await print({ kettle: column() })
  const log = listen()
  const headers: string[] = []
  const at = async (path: string, form: Record<string, string>, now = NOW) => {
    const response = await site({ now }).post(path, form, HEADERS)
    headers.push(JSON.stringify([...response.headers]))
    return response.text()
  }
  const form = {
    ...LETTER,
    question: 'Tell nobody: who drinks my tea?',
    differs: 'Tell nobody that it is coffee.',
    email: 'canary@example.org',
    ticket: await openForm('/write', minutesLater(NOW, -1)),
  }
  await at('/write/similar', form)
  await at('/write', { ...form, step: 'check' })
  await at('/write', { ...form, step: 'check', homepage: 'canary' })
  const ticket = shownTicket(await at('/write', { ...form, step: 'send' }))
  expect(ticket).not.toBe('')
  await at('/ticket', { ticket })
  await at('/ticket', { ticket: 'canary' })
  await at('/write', { step: 'answered', answers: 'kettle' })
  const [row] = await db.select().from(letters)
  if (!row) throw new Error('Nothing was stored')
  // The desk's hour is its own affair, so it works at another one.
  const desk = new Date('2026-11-24T10:00:00Z')
  await decline(db, row.id, { version: row.version, reason: 'room', by: 'edith', now: desk })
  const sent: unknown[] = []
  const failing = { send: vi.fn().mockRejectedValueOnce(new Error('550 canary@example.org')) }
  failing.send.mockImplementation(async (mail) => void sent.push(mail))
  const run = (now: Date) =>
    runClock({ DB: db.$client, MAIL: failing } as unknown as Env, config(), {
      now,
      context: {} as ExecutionContext,
    })
  await run(minutesLater(desk, 1))
  await run(minutesLater(desk, 6))
  expect(JSON.stringify(sent)).toContain('canary@example.org')

  const code = ticket.replaceAll('-', '')
  const places = { stored: await everything(), said: log.said(), headers: headers.join() }
  log.stop()
  expect(places.said).toContain('error')
  for (const [place, text] of Object.entries(places)) {
    for (const trace of [...TRACES, code, ticket])
      expect([place, trace, text.includes(trace)]).toEqual([place, trace, false])
  }
  for (const moment of [NOW.getTime(), NOW.getTime() / 1000, NOW.getTime() / 60_000]) {
    expect(places.stored).not.toContain(String(Math.floor(moment)).slice(0, 8))
  }
  expect(JSON.stringify(sent)).not.toContain('Tell nobody')
  expect(JSON.stringify(sent)).not.toContain(code)
})
