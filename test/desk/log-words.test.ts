import { createExecutionContext, waitOnExecutionContext } from 'cloudflare:test'
import { env } from 'cloudflare:workers'
import { sql } from 'drizzle-orm'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { runClock } from '../../src/app.tsx'
import { columns, deskLog, drafts, letters } from '../../src/schema.ts'
import { allRoutes, asEditor, config, db, NOW, site } from '../newsroom.ts'
import { column } from '../printed.ts'
import { arrive } from './letters.ts'

/** Every word of a letter in this test begins so, and none that an editor writes to the log. */
const MARK = /zqx\w*/g

const LETTER = {
  question: 'Zqxquestion about zqxboss?',
  letter: 'Zqxletter says zqxthings.\n\n# Zqxheading of theirs\n\nAnd zqxmore.',
  tried: 'Zqxtried.',
  disguise: 'Zqxdisguise.',
  signoff: 'Zqxsignoff',
  email: 'zqxaddress@example.com',
  consent: 'publish',
} as const

const text = `# Letter\n\n${LETTER.letter.replace('# ', '')}\n\n— ${LETTER.signoff}\n\n# Reply\n\nZqxreply.`
const good = column({ headline: LETTER.question, standfirst: 'Zqxstandfirst.', text }).replace(
  /^published: .*\n/m,
  '',
)

/** What an editor may save on the way: a column, and documents whose problems quote the letter. */
const DOCUMENTS = [
  good,
  good,
  good.replace('# Reply', '# Zqxnothing known'),
  good.replace('language: en', 'zqxkey: zqxvalue\nlanguage: zqxlanguage'),
  good.replace('Zqxreply', 'See [zqxlink](/columns/zqx-nowhere)'),
]

/** Every form of the desk about letters and columns, whatever becomes of the desk after this. */
async function forms(): Promise<string[]> {
  const paths = (await allRoutes())
    .filter(({ method, path }) => method === 'POST' && path.startsWith('/desk/'))
    .map(({ path }) => path)
  return [...new Set(paths)].filter((path) => !/\/(?:team|sign-in|sign-out)(?:\/|$)/.test(path))
}

async function targets(path: string): Promise<{ at: string; version: number }[]> {
  if (path.includes('/letters/:id')) {
    const rows = await db.select().from(letters)
    return rows.map(({ id, version }) => ({ at: path.replace(':id', id), version }))
  }
  const rows = await db.select().from(drafts)
  if (path.includes(':id'))
    return rows.map(({ id, version }) => ({ at: path.replace(':id', id), version }))
  const live = await db.select({ slug: columns.slug }).from(columns)
  const slugs = new Set([...live, ...rows].map(({ slug }) => slug))
  if (path.includes(':slug'))
    return [...slugs].map((slug) => ({ at: path.replace(':slug', slug), version: 1 }))
  return [{ at: path, version: 1 }]
}

async function clock(now: Date) {
  const context = createExecutionContext()
  await runClock(env, config(), { now, context })
  await waitOnExecutionContext(context)
}

test('Whatever forms are sent in whatever order, the log holds no word of a letter', async () => {
  const all = await forms()
  expect(all.length).toBeGreaterThan(20)
  const editor = await asEditor('owner')
  const { post } = site()
  const others = await Promise.all([1, 2, 3].map(() => arrive(LETTER)))
  let count = 0
  await fc.assert(
    fc.asyncProperty(
      fc.shuffledSubarray(all, { minLength: all.length }),
      fc.array(fc.nat(), { minLength: all.length, maxLength: all.length }),
      async (order, picks) => {
        const fresh = await arrive(LETTER)
        for (const [index, path] of order.entries()) {
          const found = await targets(path)
          const pick = picks[index] ?? 0
          const newest = found.find(({ at }) => at.includes(fresh.id))
          const target = (pick % 3 > 0 && newest) || found[pick % Math.max(found.length, 1)]
          if (!target) continue
          count += 1
          const form = {
            version: String(target.version),
            document: String(DOCUMENTS[pick % DOCUMENTS.length]),
            ...{
              slug: `zqx-slug-${count}`,
              lead: String(others[pick % 3]?.id),
              at: '2026-11-24T09:00',
            },
            ...{
              text: 'Words to the writer: zqxtext.',
              note: 'A note.',
              words: '',
              reason: 'room',
            },
          }
          const response = await post(target.at, form, editor)
          expect(response.status, target.at).toBeLessThan(500)
        }
        // What was scheduled while it could be, and cannot be any more, fails when it is due.
        await db.run(sql`UPDATE drafts SET status = 'scheduled', pinned_version = version,
          scheduled_for = '2026-11-20T09:00:00Z' WHERE status = 'draft' AND withdrawn_on IS NULL
          AND id IN (SELECT id FROM drafts ORDER BY id LIMIT 2)`)
        await clock(NOW)
        const told = JSON.stringify(await db.select().from(deskLog))
        expect(told.match(MARK) ?? []).toEqual([])
      },
    ),
    { numRuns: 10, verbose: true },
  )
  const driven = new Set((await db.select().from(deskLog)).map(({ verb }) => verb))
  console.info(`${count} forms, ${driven.size} verbs: ${[...driven].sort().join(', ')}`)
  for (const verb of VERBS) expect([...driven], verb).toContain(verb)
}, 120_000)

/** What has to have been done for the test to say anything: letters went into print, and failed to. */
const VERBS = ['decline', 'pick', 'save', 'fail']
