import { copyFileSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { progress } from '../command-line.ts'
import { addressesIn, staticPage } from './static-page.ts'

const built = join(import.meta.dirname, '../../../dist/public')

/** Pages that are asked for at a time. */
const AT_ONCE = 4

/** What is no page of the newspaper: it asks a server, is for machines, or is nobody else's business. */
const NO_PAGE =
  /^\/(?:[a-z]{2,3}(?:-[A-Za-z]+)?\/)?(?:search|surprise|write|ticket|desk|preview|healthz)(?:[/?#]|$)|\.(?:xml|json|txt|png)(?:[?#]|$)/

/**
 * Writes a copy of the site's pages that opens from disk: what the running site at `origin` answers,
 * from the first `addresses` on and wherever they lead. Gives how many pages it wrote.
 */
export async function writeStaticCopy(
  folder: string,
  { origin, addresses, siteUrl }: { origin: string; addresses: string[]; siteUrl: string | null },
): Promise<number> {
  const pages = await fetchAll(folder, origin, addresses)
  const files = new Set(pages.values())
  const fileOf = (address: string): string | null => {
    const [path = '', fragment] = address.split('#')
    const asset = assetOf(path)
    if (asset) return asset
    const source = /\/columns\/([a-z0-9-]+\.md)$/.exec(path)
    if (source) return `../columns/${source[1]}`
    const file = pages.get(path)
    return file ? `${file}${fragment === undefined ? '' : `#${fragment}`}` : null
  }
  for (const file of files) {
    const path = join(folder, file)
    writeFileSync(path, staticPage(readFileSync(path, 'utf8'), file, { fileOf, siteUrl }))
  }
  copyAssets(folder)
  return files.size
}

/** Fetches pages and those that they link to; gives the file of each address, of its redirects too. */
async function fetchAll(
  folder: string,
  origin: string,
  addresses: string[],
): Promise<Map<string, string>> {
  const pages = new Map<string, string>()
  const known = new Set(addresses)
  const waiting = [...known]
  const redirects = new Map<string, string>()
  let done = 0
  const add = (address: string) => {
    const [path = ''] = address.split('#')
    if (known.has(path) || NO_PAGE.test(path) || assetOf(path) || path.endsWith('.md')) return
    known.add(path)
    waiting.push(path)
  }
  const take = async (address: string) => {
    const answer = await fetch(origin + address, { redirect: 'manual' })
    const location = answer.headers.get('Location')
    const html = await answer.text()
    done += 1
    if (location) {
      const to = URL.parse(location, origin + address)
      if (!to || to.origin !== origin) return
      redirects.set(address, to.pathname + to.search)
      return add(to.pathname + to.search)
    }
    // Where a column was that is gone, its page says so.
    if (answer.status !== 200 && answer.status !== 410) return
    const file = fileFor(address)
    mkdirSync(dirname(join(folder, file)), { recursive: true })
    writeFileSync(join(folder, file), html)
    pages.set(address, file)
    for (const next of addressesIn(html)) add(next)
  }
  while (waiting.length > 0) {
    await Promise.all(waiting.splice(0, AT_ONCE).map(take))
    if (done < known.size) progress(done, known.size, 'pages fetched')
  }
  progress(done, done, 'pages fetched')
  for (const [from, to] of redirects) {
    const file = pages.get(redirects.get(to) ?? to)
    if (file) pages.set(from, file)
  }
  return pages
}

/** The file of a page: its address, with what stands behind the question mark in its name. */
function fileFor(address: string): string {
  const { pathname, searchParams } = new URL(address, 'https://site.example')
  const query = [...searchParams]
    .flat()
    .join('-')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
  return `${pathname === '/' ? 'index' : pathname.slice(1)}${query && `--${query}`}.html`
}

function assetOf(path: string): string | null {
  return /^\/[\w.-]+\.(css|svg|woff2)$/.test(path) ? `assets${path}` : null
}

/** The readers' style with its fonts, and the icon; the desk's own style stays. */
function copyAssets(folder: string): void {
  mkdirSync(join(folder, 'assets'), { recursive: true })
  const isWanted = (name: string) => /\.woff2$|\.svg$|^style-.*\.css$/.test(name)
  for (const name of readdirSync(built).filter(isWanted)) {
    copyFileSync(join(built, name), join(folder, 'assets', name))
  }
}
