import type { Context } from 'hono'
import manifest from '../../dist/assets.json'
import { type CacheTag, tag } from '../cache-tags.ts'
import { instant } from '../dates.ts'
import type { AppEnv } from '../room.ts'

type Cacheable = {
  /** The site's version, read together with the page's data. */
  version: number
  /** The instant of the site's last change: for what is followed, by programs that know no ETag. */
  changedAt?: string
  /** What the page is made from, beside the site: what it is purged by. */
  tags?: CacheTag[]
  /** The query parameters that the page knows; with any other, Cloudflare keeps no copy. */
  parameters?: string[]
}

/**
 * Opts a reader's page in to caching. Browsers must ask again each time, by ETag; Cloudflare keeps a
 * page for a minute, and serves it for a day more while D1 is down. Never while it asks anew
 * (stale-while-revalidate), since whoever comes first then sees what may have been taken down: what is
 * retracted has to be gone within that minute, even if its purge fails. Every press run raises the
 * site's version, which is all that a reader's page depends on beside the code.
 * Gives the 304 to answer with when the reader has this version already, before anything is rendered.
 */
export function cacheable(
  c: Context<AppEnv>,
  { version, changedAt, tags = [], parameters = [] }: Cacheable,
): Response | null {
  const isPlain = Object.keys(c.req.query()).every((name) => parameters.includes(name))
  const etag = `W/"${manifest.build}-${version}"`
  c.header('ETag', etag)
  for (const [name, value] of directives(isPlain, tags)) c.header(name, value)
  const isDated = !!changedAt && changedAt < instant(c.var.now)
  const date = isDated ? new Date(changedAt).toUTCString() : null
  if (date) c.header('Last-Modified', date)
  // In the second of a change a page has no date yet; without a version it depends on the code alone.
  if (isPlain && version > 0 && (date || !changedAt)) c.set('keepAt', version)
  return isKnown(c, etag, date) ? c.body(null, 304) : null
}

function directives(isPlain: boolean, tags: CacheTag[]) {
  return [
    ['Cache-Control', 'public, max-age=0, must-revalidate'],
    ['Cloudflare-CDN-Cache-Control', isPlain ? 'max-age=60, stale-if-error=86400' : 'no-store'],
    ['Cache-Tag', [...new Set([tag.site, ...tags])].join(',')],
  ] as const
}

/**
 * Lets caches keep the answer that something is gone or elsewhere, in the place of what they may have of
 * it: they must not fall back on that while D1 is down.
 */
export function keptInPlace(
  c: Context<AppEnv>,
  answer: Response,
  { tags, parameters = [] }: Pick<Cacheable, 'tags' | 'parameters'> & { tags: CacheTag[] },
): Response {
  const isPlain = Object.keys(c.req.query()).every((name) => parameters.includes(name))
  for (const [name, value] of directives(isPlain, tags)) answer.headers.set(name, value)
  return answer
}

/**
 * Whether the reader has the page of this tag and date. A date counts only where no tag was named, and
 * none is given out in the second of a change, in which another may follow (RFC 9110, 8.8.2.2 and 13.1.3).
 */
export function isKnown(c: Context<AppEnv>, etag: string | null, date: string | null): boolean {
  const named = c.req.header('If-None-Match')?.split(',')
  const bare = (tag: string | null) => tag?.trim().replace(/^W\//, '')
  if (named) return named.some((tag) => bare(tag) === bare(etag))
  return Date.parse(c.req.header('If-Modified-Since') ?? '') >= Date.parse(date ?? '')
}

/** Takes back what `cacheable` chose: a page that breaks after it must not be kept in its place. */
export function forgetCaching(c: Context<AppEnv>): void {
  const names = ['Cache-Control', 'Cloudflare-CDN-Cache-Control', 'Cache-Tag']
  for (const name of ['ETag', 'Last-Modified', ...names]) c.header(name, undefined)
  c.set('keepAt', undefined)
}
