import type { Manuscript } from '../../manuscript.ts'
import { linkTargets } from '../../markdown.ts'
import { pathsIn } from '../../paths.ts'
import type { Language } from '../../ui/copy/index.ts'
import { type Candidate, type Gate, whereStands } from './gate.ts'
import type { Addresses } from './live-addresses.ts'

/**
 * A link of a column as it is written, and what of ours it leads to: null when it leaves the site.
 * `slug` is a column's or a topic's, `letter` the number in its anchor.
 */
export type Link = { target: string; to: Inside | null }
type Inside =
  | { kind: 'column'; slug: string; letter: number }
  | { kind: 'topic'; slug: string; language: string }
  | { kind: 'page' | 'nowhere' | 'refused'; slug?: undefined }

/** Addresses without a scheme are resolved against this one; it never leaves this file. */
const HERE = 'https://here.invalid'

/**
 * Lists where the links of a column lead, each once, as a browser on the column's own page would
 * follow them; `edition_of` is one of them.
 */
export function linksOf(
  { note, exchanges, updates, corrections, editionOf, language }: Manuscript,
  { slug, languages }: { slug: string; languages: string[] },
): Link[] {
  const texts = [
    note ?? '',
    ...exchanges.flatMap(({ letter, reply }) => [letter, reply]),
    ...[...updates, ...corrections].map(({ text }) => text),
  ]
  const own = `${HERE}${pathsIn(language as Language).column(slug)}`
  const edition: Link[] = editionOf
    ? [{ target: editionOf, to: { kind: 'column', slug: editionOf, letter: 0 } }]
    : []
  const targets = [...new Set(texts.flatMap(linkTargets))]
  return [
    ...targets.map((target) => ({ target, to: insideOf(target, own, languages) })),
    ...edition,
  ]
}

/** The gate of a column's links: those inside the site lead to something, the others are safe. */
export function linkGate(
  { document, slug }: Candidate,
  { manuscript, links, live }: { manuscript: Manuscript | null; links: Link[]; live: Addresses },
): Gate {
  const exchangesAt = (at: string) =>
    at === slug ? manuscript?.exchanges.length : live.exchangesAt(at)
  const problemWith = ({ target, to }: Link): string[] => {
    if (to?.kind === 'refused') {
      return [`The link to “${target}” is left out. Write an address with https:// or mailto:.`]
    }
    if (to?.kind === 'nowhere') return [`The site has no page “${target}”. Write one that it has.`]
    if (to?.kind === 'topic' && !live.hasTopic(to.slug, to.language)) {
      return [`There is no topic “${to.slug}” with a column. Write one that has.`]
    }
    if (to?.kind !== 'column') return []
    const exchanges = exchangesAt(to.slug)
    if (exchanges === undefined) {
      return [`There is no column “${to.slug}”. Write the slug of a live one.`]
    }
    return to.letter > exchanges
      ? [`“${target}” leads to letter ${to.letter}, and that column has ${exchanges}.`]
      : []
  }
  return {
    name: 'Its links lead somewhere',
    problems: links.flatMap((link) =>
      problemWith(link).map((text) => ({ text, ...whereStands(document, link.target) })),
    ),
  }
}

function insideOf(target: string, own: string, languages: string[]): Inside | null {
  const [scheme] = /^[a-z][a-z\d+.-]*:/i.exec(target) ?? []
  if (scheme) return /^(?:https?|mailto):$/i.test(scheme) ? null : { kind: 'refused' }
  const url = URL.parse(target, own)
  if (url?.origin !== HERE) return { kind: 'refused' }
  const [, code, rest = ''] = /^(?:\/([a-z]{2,3})(?=\/|$))?(.*)$/.exec(url.pathname) ?? []
  const isPrefixed = !!code && code !== 'en' && languages.includes(code)
  const [path, language] = isPrefixed ? [rest || '/', code] : [url.pathname, 'en']
  const [, column] = /^\/columns\/([a-z\d-]+?)(?:\.(?:md|png))?$/.exec(path) ?? []
  if (column) {
    const letter = Number(/^#letter-(\d{1,4})$/.exec(url.hash)?.[1] ?? 0)
    const isAnchor = url.hash === '' || letter > 0
    return isAnchor ? { kind: 'column', slug: column, letter } : { kind: 'nowhere' }
  }
  const [, topic] = /^\/topics\/([^/]+?)(?:\/feed\.xml)?$/.exec(path) ?? []
  if (topic) return { kind: 'topic', slug: topic, language }
  return { kind: PAGES.includes(path) || /^\/archive\/\d{4}$/.test(path) ? 'page' : 'nowhere' }
}

/** The pages to which a column may lead, without their language. */
const at = pathsIn('en')
const PAGES = [
  ...[at.front(), at.topics(), at.archive(), at.search(), at.surprise(), at.llms()],
  ...[
    at.updates(),
    at.updatesFeed(),
    at.about(),
    at.privacy(),
    at.guidelines(),
    at.write(),
    at.ticket(),
    at.atom(),
    at.jsonFeed(),
  ],
]
