import { minutesLater } from '../src/dates.ts'
import { purgeDue } from '../src/desk/publishing/purge.ts'
import { db, NOW, site } from './newsroom.ts'

/** A page as a reader's browser gets it, and what a cache is told of it. */
export type Page = { status: number; body: string; tags: string[]; kept: string }

const LANGUAGES = ['', '/id']
const EVERYWHERE = [
  ...['', '/topics', '/archive', '/updates', '/scripts', '/about', '/privacy', '/guidelines'],
  ...['/feed.xml', '/feed.json', '/updates/feed.xml', '/llms.txt', '/opensearch.xml'],
]
const ONCE = ['/sitemap.xml', '/robots.txt']

/** Gives every address that a reader may follow: from the site's own pages, as a crawler finds them. */
export async function crawl(): Promise<Map<string, Page>> {
  const found = new Map<string, Page>()
  const waiting = [
    ...ONCE,
    ...LANGUAGES.flatMap((at) => EVERYWHERE.map((path) => at + path || '/')),
  ]
  for (let path = waiting.pop(); path !== undefined; path = waiting.pop()) {
    if (found.has(path)) continue
    const page = await read(path)
    found.set(path, page)
    if (page.status === 200) waiting.push(...linksOf(page.body))
    const column = /^(?:\/id)?\/columns\/[^.]+$/.test(path)
    const topic = /^(?:\/id)?\/topics\/[^/?]+$/.test(path)
    // Each image is drawn anew: a few are enough.
    if (column) waiting.push(`${path}.md`, ...(/[05]$/.test(path) ? [`${path}.png`] : []))
    if (topic) waiting.push(`${path}/feed.xml`)
  }
  return found
}

/** Reads pages anew, those of another crawl. */
export async function readAgain(paths: Iterable<string>): Promise<Map<string, Page>> {
  const again = new Map<string, Page>()
  for (const path of paths) again.set(path, await read(path))
  return again
}

/** What nobody keeps is not followed: searches, forms, chance. */
const NOT_FOLLOWED =
  /^(?:\/id)?\/(?:search|write|ticket|surprise|desk|assets|healthz)|^\/(?!id\b)[^/]*\.(?!xml|txt|json)/

function linksOf(body: string): string[] {
  return [...body.matchAll(/\b(?:href|loc)(?:="|>)(?:https:\/\/column\.example)?(\/[^"#<]*)/g)]
    .map(([, path = '']) => path.replaceAll('&amp;', '&'))
    .filter((path) => !NOT_FOLLOWED.test(path) && !/\.(?:css|js|woff2|svg)$/.test(path))
}

async function read(path: string): Promise<Page> {
  const response = await site().get(path)
  const { status, headers } = response
  return {
    status,
    body: path.endsWith('.png') ? `${(await response.bytes()).join()}` : await response.text(),
    tags: headers.get('Cache-Tag')?.split(',') ?? [],
    kept: headers.get('Cloudflare-CDN-Cache-Control') ?? headers.get('Cache-Control') ?? '',
  }
}

/** Gives the tags of all purges that are owed, as Cloudflare is asked for them, and counts them as done. */
export async function purgedTags(): Promise<Set<string>> {
  const tags = new Set<string>()
  const purge = async (asked: string[]) => {
    for (const one of asked) tags.add(one)
    return true
  }
  await purgeDue(db, purge, minutesLater(NOW, 24 * 60))
  return tags
}

/**
 * Gives the kept pages that changed and were not purged (stale), and those that were purged and are as
 * they were (vain).
 */
export function compared(
  before: Map<string, Page>,
  after: Map<string, Page>,
  purged: Set<string>,
): { stale: string[]; vain: string[]; changed: string[] } {
  const kept = [...before].filter(([, { kept }]) => kept !== 'no-store' && kept !== '')
  const isPurged = ({ tags }: Page) => tags.some((one) => purged.has(one))
  const isChanged = (path: string, page: Page) =>
    page.body !== after.get(path)?.body || page.status !== after.get(path)?.status
  const paths = (which: (path: string, page: Page) => boolean) =>
    kept.filter(([path, page]) => which(path, page)).map(([path]) => path)
  return {
    changed: paths(isChanged),
    stale: paths((path, page) => isChanged(path, page) && !isPurged(page)),
    vain: paths((path, page) => !isChanged(path, page) && isPurged(page)),
  }
}
