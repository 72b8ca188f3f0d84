import { progress } from './command-line.ts'
import type { Site } from './local-site.ts'
import type { Fetched } from './nu.ts'

/** What no sitemap lists, in each language: searches, the ticket, what is missing, and refused forms. */
const UNLISTED = ['/search', '/search?q=boss', '/search?q=zyzzyva', '/ticket', '/nowhere']
const REFUSED = ['/write', '/ticket']

/** Gives the paths of all pages in the site's own sitemap, in every language. */
export async function listedPaths({ address }: Pick<Site, 'address'>): Promise<string[]> {
  const sitemap = await (await fetch(`${address}/sitemap.xml`)).text()
  return [...sitemap.matchAll(/<loc>([^<]+)<\/loc>/g)].map(([, loc]) => new URL(`${loc}`).pathname)
}

/** Fetches pages, and in each of their languages those that no sitemap lists. */
export async function fetchPages(
  { address }: Pick<Site, 'address'>,
  listed: string[],
): Promise<Fetched[]> {
  const starts = listed.filter((path) => path.endsWith('/write')).map((path) => path.slice(0, -6))
  const wanted = [
    ...[...listed, ...everywhere(starts, UNLISTED)].map((path) => ({
      name: path,
      path,
      isSent: false,
    })),
    ...everywhere(starts, REFUSED).map((path) => ({
      name: `${path}, refused`,
      path,
      isSent: true,
    })),
  ]
  const empty = { method: 'POST', body: new URLSearchParams(), headers: { Origin: address } }
  const pages: Fetched[] = []
  for (const { name, path, isSent } of wanted) {
    const answer = await fetch(address + path, isSent ? empty : {})
    pages.push({ name, html: await answer.text() })
    progress(pages.length, wanted.length, 'pages fetched')
  }
  return pages
}

function everywhere(starts: string[], paths: string[]): string[] {
  return starts.flatMap((start) => paths.map((path) => start + path))
}
