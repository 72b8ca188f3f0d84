import { join } from 'node:path'
import type { D1Database, D1PreparedStatement, D1Result } from '@cloudflare/workers-types'
import { quietWrangler } from './wrangler.ts'

/** What is asked of the database at once: `raw` for one query whose rows are to be lists. */
type Asked = { statements: { text: string; values: unknown[] }[]; isRaw: boolean }

/** Asks the database that it is bound to, and answers with what D1 gives. */
const DOOR = `export default {
  async fetch(request, { DB }) {
    const { statements, isRaw } = await request.json()
    const prepared = statements.map(({ text, values }) => DB.prepare(text).bind(...values))
    try {
      return Response.json(isRaw ? await prepared[0].raw() : await DB.batch(prepared))
    } catch (error) {
      return new Response(error.message, { status: 500 })
    }
  },
}`

/**
 * Opens a local database behind a small Worker, which is sent whole batches. Wrangler's own proxy makes
 * a synchronous call for each statement, for which a program stands still while the database works: a
 * push would take a quarter longer.
 */
export async function openLocal(
  configPath: string,
  dataDir: string,
): Promise<{ database: D1Database; close: () => Promise<void> }> {
  const { convertV4MiniflareOptions, Miniflare } = await import('miniflare')
  const { unstable_getMiniflareWorkerOptions } = await quietWrangler()
  const { workerOptions } = unstable_getMiniflareWorkerOptions(configPath)
  const { compatibilityDate, d1Databases } = workerOptions
  const server = new Miniflare(
    convertV4MiniflareOptions({
      // Wrangler's own commands add this folder to the one that they are given.
      resourcePersistencePath: join(dataDir, 'v3'),
      workers: [{ name: 'database', compatibilityDate, d1Databases, modules: true, script: DOOR }],
    } as Parameters<typeof convertV4MiniflareOptions>[0]),
  )
  const ask = async (asked: Asked) => {
    const body = JSON.stringify(asked)
    const answer = await server.dispatchFetch('http://database', { method: 'POST', body })
    if (!answer.ok) throw new Error(await answer.text())
    return answer.json()
  }
  return { database: client(ask), close: () => server.dispose() }
}

/** D1's own ways, as far as they are used here: nothing is asked before a statement is run. */
function client(ask: (asked: Asked) => Promise<unknown>): D1Database {
  const askedBy = new WeakMap<D1PreparedStatement, Asked['statements'][number]>()
  const prepared = (text: string, values: unknown[]): D1PreparedStatement => {
    const all = async () => {
      const [result] = (await ask({ statements: [{ text, values }], isRaw: false })) as D1Result[]
      return result
    }
    const statement = {
      bind: (...bound: unknown[]) => prepared(text, bound),
      all,
      run: all,
      raw: () => ask({ statements: [{ text, values }], isRaw: true }),
      first: async () => (await all())?.results[0] ?? null,
    } as D1PreparedStatement
    askedBy.set(statement, { text, values })
    return statement
  }
  return {
    prepare: (text) => prepared(text, []),
    batch: (statements: D1PreparedStatement[]) => {
      const asked = statements.flatMap((statement) => askedBy.get(statement) ?? [])
      return ask({ statements: asked, isRaw: false })
    },
  } as D1Database
}
