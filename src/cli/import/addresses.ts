import { oldPath } from '../../old-address.ts'
import { prefix } from '../../paths.ts'

/** Where a column stood, and where it stands now: path by path of the old site. */
export type Redirects = Map<string, string>

/** A Markdown link's target, and an address that stands open in a text. */
const LINK = /(\]\()(<?)([^)\s>]+)(>?\))/g

/** Gives the path of a column on this site. */
export function newPath(slug: string, language: string): string {
  return `${prefix(language)}/columns/${slug}`
}

/** Which hosts are the old site's own: those of its columns' addresses. */
export function hostsOf(addresses: string[]): Set<string> {
  return new Set(addresses.flatMap((address) => hostOf(address) ?? []))
}

function hostOf(address: string): string | null {
  return URL.parse(address)?.host.replace(/^www\./, '') ?? null
}

/**
 * Leads links to the old site's columns to where they stand now, places inside a page left off.
 * `onDead` is told of each link to the old site that leads to no column.
 */
export function relinked(
  markdown: string,
  redirects: Redirects,
  hosts: Set<string>,
  onDead: (target: string) => void,
): string {
  return markdown.replace(LINK, (whole, open, _, target: string) => {
    const moved = movedTo(target, redirects, hosts)
    if (moved) return `${open}${moved})`
    const host = hostOf(target)
    const isOwn = host === null ? target.startsWith('/') : hosts.has(host)
    const isOurs = /^(?:\/\w\w)?\/write$/.test(target)
    if (isOwn && !isOurs && !target.startsWith('mailto:')) onDead(target)
    return whole
  })
}

/** Where a link leads now, if it led to a column that has moved. */
export function movedTo(target: string, redirects: Redirects, hosts: Set<string>): string | null {
  const host = hostOf(target)
  if (host !== null && !hosts.has(host)) return null
  if (host === null && !/^[/?]/.test(target)) return null
  const path = oldPath(target)
  return (path && redirects.get(path)) ?? null
}
