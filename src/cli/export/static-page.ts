import { posix } from 'node:path'
import { type DefaultTreeAdapterTypes, parse, serialize } from 'parse5'

type Node = DefaultTreeAdapterTypes.Node
type Element = DefaultTreeAdapterTypes.Element

/** Where a page's links lead in a copy on disk. */
export type Places = {
  /** The file of an address of the site, from the copy's top; null when the copy has none. */
  fileOf: (address: string) => string | null
  /** Where the site itself is, for what only it can do; null when that is not known. */
  siteUrl: string | null
}

/** What would answer something else each time: no use in a folder, not even as a way to the site. */
const ASKS_SERVER = /^\/(?:[a-z-]+\/)?(search|surprise)(?:[?#]|$)/

/**
 * Makes of a page of the site one that opens from disk: links relative, and none that leads nowhere.
 * Forms and scripts go. What only the site can do (write in, look up a ticket, follow a feed) leads
 * to the site where its address is known, and is text where it is not.
 */
export function staticPage(html: string, file: string, places: Places): string {
  const document = parse(html)
  for (const element of [...elements(document)]) treat(element, file, places)
  return serialize(document)
}

/** Gives the addresses of the site that a page links to, in its text and for its style. */
export function addressesIn(html: string): string[] {
  return [...elements(parse(html))]
    .filter(({ tagName }) => tagName === 'a')
    .map((element) => attribute(element, 'href') ?? '')
    .filter(isOfSite)
}

function treat(element: Element, file: string, places: Places): void {
  const { tagName } = element
  if (tagName === 'link') treatLink(element, file, places)
  else if (tagName === 'a') treatAnchor(element, file, places)
  else if (GOES.includes(tagName)) remove(element)
  else if (!places.siteUrl && needsAddress(element)) remove(element)
}

const GOES = ['script', 'form', 'search']

/** What names the site's address, or invites to come there. */
function needsAddress(element: Element): boolean {
  const isOf = (name: string) => (attribute(element, 'class') ?? '').split(' ').includes(name)
  return isAboutAddress(element) || isOf('address') || (element.tagName === 'aside' && isOf('ask'))
}

function isAboutAddress(meta: Element): boolean {
  if (meta.tagName !== 'meta') return false
  const name = attribute(meta, 'property') ?? attribute(meta, 'name') ?? ''
  return /^(og:(url|image)|twitter:image)/.test(name)
}

function treatLink(link: Element, file: string, places: Places): void {
  const href = attribute(link, 'href') ?? ''
  const to = isOfSite(href) ? places.fileOf(href) : null
  const isAddress = ['canonical', 'alternate'].includes(attribute(link, 'rel') ?? '')
  if (to) set(link, 'href', relative(file, to))
  else if (!isAddress || !places.siteUrl || isOfSite(href)) remove(link)
}

function treatAnchor(anchor: Element, file: string, { fileOf, siteUrl }: Places): void {
  const href = attribute(anchor, 'href') ?? ''
  if (!isOfSite(href)) return
  const to = fileOf(href)
  const above = anchor.parentNode
  const isInRow = above && 'tagName' in above && above.tagName === 'nav'
  if (to) set(anchor, 'href', relative(file, to))
  else if (isInRow && (ASKS_SERVER.test(href) || !siteUrl)) remove(anchor)
  else if (siteUrl) set(anchor, 'href', siteUrl + href)
  else becomeText(anchor)
}

function becomeText(anchor: Element): void {
  anchor.tagName = 'span'
  anchor.nodeName = 'span'
  anchor.attrs = []
}

/** The site writes its own addresses from the root; those of others name their host. */
function isOfSite(href: string): boolean {
  return href.startsWith('/') && !href.startsWith('//')
}

function relative(from: string, to: string): string {
  const [path = '', fragment] = to.split('#')
  const written = posix
    .relative(posix.dirname(from), path)
    .split('/')
    .map(encodeURIComponent)
    .join('/')
  return fragment === undefined ? written : `${written}#${fragment}`
}

function* elements(node: Node): Generator<Element> {
  if (!('childNodes' in node)) return
  for (const child of [...node.childNodes]) {
    if ('tagName' in child) yield child
    yield* elements(child)
  }
}

function attribute(element: Element, name: string): string | null {
  return element.attrs.find((each) => each.name === name)?.value ?? null
}

function set(element: Element, name: string, value: string): void {
  for (const each of element.attrs) if (each.name === name) each.value = value
}

function remove(element: Element): void {
  const siblings = element.parentNode?.childNodes
  const place = siblings?.indexOf(element) ?? -1
  if (siblings && place >= 0) siblings.splice(place, 1)
}
