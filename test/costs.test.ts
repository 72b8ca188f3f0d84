import { env } from 'cloudflare:workers'
import { expect, test } from 'vitest'
import { metered } from './bench/meter.ts'
import { arrive } from './desk/letters.ts'
import { LETTER } from './letters/writer.ts'
import { asEditor, NOW, site } from './newsroom.ts'
import { print, samples } from './printed.ts'

/** What is asked of the site of the sample columns: readers, writers, and the desk's pages without a letter. */
const READERS = [
  ...[
    '/',
    '/columns/my-client-expects-me-to-be-available-all-day',
    '/columns/my-client-expects-me-to-be-available-all-day.md',
    '/topics',
    '/archive',
  ],
  ...['/topics/boundaries', '/archive/2026', '/updates', '/scripts', '/search?q=my+boss+calls'],
  ...['/scripts?q=boss', '/search.json?q=raise', '/feed.xml', '/feed.json', '/sitemap.xml'],
  ...['/topics/boundaries/feed.xml', '/updates/feed.xml', '/llms.txt', '/about'],
  // What nobody knows, and may have been an address of an older site.
  ...['/2015/03/nothing.html', '/columns/nothing', '/?p=123'],
]
const DESK = ['/drafts', '/queue', '/columns', '/log', '/figures', '/settings', '/team']

/**
 * Rows, round trips and bytes are the same on every machine: what a page costs more is seen here, and
 * is renewed by `npx vitest run --config test/vitest.config.ts test/costs.test.ts --update`.
 */
test('No page costs more than it did', async () => {
  await print(samples)
  const editor = await asEditor()
  await arrive()
  const lines = ['address: status, round trips, rows read, rows written, KB, KB gzip']
  const asked = async (name: string, ask: (at: ReturnType<typeof site>) => Promise<Response>) => {
    const { database, meter } = metered(env.DB)
    const answer = await ask(site({ database, now: new Date(NOW.getTime() + 60_000) }))
    const bytes = await answer.bytes()
    const gzip = new Response(
      new Blob([bytes as Uint8Array<ArrayBuffer>])
        .stream()
        .pipeThrough(new CompressionStream('gzip')),
    )
    const sizes = [bytes.length, (await gzip.bytes()).length].map((size) =>
      (size / 1000).toFixed(1),
    )
    const { roundTrips, rowsRead, rowsWritten } = meter
    lines.push(
      `${name}: ${[answer.status, roundTrips, rowsRead, rowsWritten, ...sizes].join(', ')}`,
    )
  }
  for (const path of READERS) await asked(path, (at) => at.get(path))
  for (const path of DESK) await asked(`/desk${path}`, (at) => at.get(`/desk${path}`, editor))
  const form = await (await site().get('/write')).text()
  const ticket = /name="ticket" value="([^"]*)"/.exec(form)?.[1] ?? ''
  await asked('/write', (at) => at.get('/write'))
  for (const step of ['check', 'send']) {
    await asked(`POST /write ${step}`, (at) => at.post('/write', { ...LETTER, step, ticket }))
  }
  const code = ticket.split('.')[0] ?? ''
  await asked('POST /ticket', (at) => at.post('/ticket', { ticket: code }))
  const similar = { question: LETTER.question, letter: LETTER.letter }
  await asked('POST /write/similar', (at) => at.post('/write/similar', similar))
  await expect(`${lines.join('\n')}\n`).toMatchFileSnapshot('./costs.txt')
}, 60_000)
