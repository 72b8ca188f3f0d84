import { pathsIn } from '../../src/paths.ts'

/** A kind of page: its route, and an address of it in a made-up archive. */
export type Route = {
  route: string
  path: string
  /** More addresses of it, which are asked for in turn: too many to be remembered by anybody. */
  others?: (columns: number) => string[]
  /** Asked for by a reader who has it already, and says so. */
  isKnown?: boolean
}

/** So many addresses in turn are more than an isolate keeps pages of. */
const MANY = 2000

const english = pathsIn('en')
const column = english.column('column-5')

/** With a parameter that it does not know a page is kept by nobody: each answer is made anew. */
const anew = (path: string) => `${path}?asked=anew`

/** Every kind of page that readers ask for; the heaviest also as they are made, and not kept. */
export const READERS_PAGES: Route[] = [
  { route: '/columns/:slug', path: column },
  { route: '/columns/:slug, made anew', path: anew(column) },
  { route: '/columns/:slug, another each time', path: column, others: manyColumns },
  { route: '/columns/:slug, unchanged', path: column, isKnown: true },
  { route: '/columns/:slug (a digest), made anew', path: anew(english.column('column-10')) },
  { route: '/columns/:slug.md', path: english.columnSource('column-5') },
  { route: '/', path: english.front() },
  { route: '/, made anew', path: anew(english.front()) },
  { route: '/, unchanged', path: english.front(), isKnown: true },
  { route: '/topics', path: english.topics() },
  { route: '/topics/:topic', path: english.topic('managers') },
  { route: '/topics/:topic, made anew', path: anew(english.topic('managers')) },
  { route: '/archive', path: english.archive() },
  { route: '/archive, made anew', path: anew(english.archive()) },
  { route: '/archive/:year', path: english.year('2012') },
  { route: '/archive/:year, made anew', path: anew(english.year('2012')) },
  { route: '/updates', path: english.updates() },
  { route: '/scripts', path: english.scripts() },
  { route: '/scripts, made anew', path: anew(english.scripts()) },
  { route: '/feed.xml', path: english.atom() },
  { route: '/feed.xml, made anew', path: anew(english.atom()) },
  { route: '/feed.json', path: english.jsonFeed() },
  { route: '/about', path: english.about() },
  { route: '/write', path: english.write() },
]

function manyColumns(columns: number): string[] {
  const step = Math.max(1, Math.floor(columns / MANY))
  const numbers = Array.from({ length: Math.min(MANY, columns) }, (_, place) => place * step)
  // Every tenth is an edition in another language, which has an address of its own.
  return numbers
    .filter((number) => number % 10 !== 9)
    .map((number) => english.column(`column-${number}`))
}
