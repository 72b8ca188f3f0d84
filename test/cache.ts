import { NOW, site } from './newsroom.ts'

type Kept = { response: Response; body: string; tags: string[]; at: number; control: string }

/**
 * A cache that honours our directives as Cloudflare's does, in seconds after NOW: `max-age`,
 * `stale-while-revalidate` (the first to come is served what is stale), and `stale-if-error`, also for
 * an answer that must not be kept in the place of what is.
 * https://developers.cloudflare.com/workers/cache/configuration/
 */
export function cacheOfOurs() {
  const kept = new Map<string, Kept>()

  /** Gives what a reader gets at a second; `isDown`: while D1 does not answer. */
  async function get(path: string, at: number, { isDown = false } = {}): Promise<string> {
    const known = kept.get(path)
    const age = known ? at - known.at : Number.POSITIVE_INFINITY
    if (known && age < seconds(known, 'max-age')) return known.body
    const isStaleGiven =
      known && age < seconds(known, 'max-age') + seconds(known, 'stale-while-revalidate')
    const asked = known?.response.headers.get('ETag')
    const headers: Record<string, string> = asked ? { 'If-None-Match': asked } : {}
    const now = new Date(NOW.getTime() + at * 1000)
    const answer = await site({ now, ...(isDown ? { database: DOWN } : {}) }).get(path, headers)
    if (answer.status >= 500) {
      const isCovered = known && age < seconds(known, 'max-age') + seconds(known, 'stale-if-error')
      return isCovered ? known.body : answer.text()
    }
    const body = answer.status === 304 && known ? known.body : await answer.text()
    const control = controlOf(answer)
    if (/max-age=[1-9]/.test(control)) {
      const tags = answer.headers.get('Cache-Tag')?.split(',') ?? []
      kept.set(path, { response: answer, body, tags, at, control })
    }
    return isStaleGiven ? known.body : body
  }

  return {
    get,
    /** Forgets what has one of these tags, as a purge does that works. */
    async purge(tags: string[]): Promise<boolean> {
      for (const [path, one] of kept) {
        if (one.tags.some((name) => tags.includes(name))) kept.delete(path)
      }
      return true
    },
    paths: () => [...kept.keys()],
  }
}

const DOWN = {
  prepare: () => fail(),
  batch: () => fail(),
} as unknown as D1Database

function fail(): never {
  throw new Error('D1 is down')
}

function controlOf({ headers }: Response): string {
  return headers.get('Cloudflare-CDN-Cache-Control') ?? headers.get('Cache-Control') ?? ''
}

/** A directive's seconds; without `stale-if-error` Cloudflare serves what is stale for good. */
function seconds({ control }: Kept, name: string): number {
  const found = new RegExp(`(?:^|[ ,])${name}=(\\d+)`).exec(control)?.[1]
  if (name !== 'max-age' && /must-revalidate|s-maxage/.test(control)) return 0
  if (found === undefined && name === 'stale-if-error') return Number.POSITIVE_INFINITY
  return Number(found ?? 0)
}
