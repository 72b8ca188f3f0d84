import type { Context } from 'hono'
import manifest from '../../dist/assets.json'
import type { AppEnv } from '../room.ts'

/** What a page is made from: what the purge of a cache is asked for by name. */
export type CacheTag = 'site' | 'scripts' | `column-${string}` | `topic-${string}`

type Cacheable = {
  /** The site's version, read together with the page's data. */
  version: number
  tags?: CacheTag[]
  /** The query parameters that the page knows; with any other, Cloudflare keeps no copy. */
  parameters?: string[]
}

/**
 * Opts a reader's page in to caching. Browsers must ask again each time, by ETag; Cloudflare keeps a
 * page for a minute and may serve it stale while it asks, or for a day while D1 is down. Every press
 * run raises the site's version, which is all that a reader's page depends on beside the code.
 * Gives the 304 to answer with when the reader has this version already, before anything is rendered.
 */
export function cacheable(
  c: Context<AppEnv>,
  { version, tags = [], parameters = [] }: Cacheable,
): Response | null {
  const etag = `W/"${manifest.build}-${version}"`
  c.header('ETag', etag)
  c.header('Cache-Control', 'public, max-age=0, must-revalidate')
  c.header(
    'Cloudflare-CDN-Cache-Control',
    isPlain(c, parameters)
      ? 'max-age=60, stale-while-revalidate=600, stale-if-error=86400'
      : 'no-store',
  )
  c.header('Cache-Tag', ['site', ...tags].join(','))
  const known = c.req.header('If-None-Match')?.split(',') ?? []
  const isKnown = known.some((tag) => tag.trim().replace(/^W\//, '') === etag.slice(2))
  return isKnown ? c.body(null, 304) : null
}

/** Takes back what `cacheable` chose: a page that breaks after it must not be kept in its place. */
export function forgetCaching(c: Context<AppEnv>): void {
  for (const name of ['ETag', 'Cache-Control', 'Cloudflare-CDN-Cache-Control', 'Cache-Tag']) {
    c.header(name, undefined)
  }
}

function isPlain(c: Context<AppEnv>, parameters: string[]): boolean {
  return Object.keys(c.req.query()).every((name) => parameters.includes(name))
}
