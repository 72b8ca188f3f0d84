import { alternates, paths } from '../paths.ts'
import { xml, xmlDocument } from '../xml.ts'
import type { Dated, Sitemap } from './sitemap.ts'

const SITEMAPS = 'http://www.sitemaps.org/schemas/sitemap/0.9'

/**
 * Writes a sitemap: every edition of every page, each with the addresses of all its editions
 * (https://developers.google.com/search/docs/specialty/international/localized-versions#sitemap).
 */
export function urlSet({ pages, columns }: Pick<Sitemap, 'pages' | 'columns'>, origin: string) {
  const frame = xmlDocument(
    xml`<urlset xmlns="${SITEMAPS}" xmlns:xhtml="http://www.w3.org/1999/xhtml">
${pages.flatMap((page) => page.map((edition) => url(edition, page, origin)))}</urlset>
`,
  )
  // Put in last, and not read through again: there may be megabytes of them.
  return frame.replace('</urlset>', (end) => [...columns, end].join('\n'))
}

/** Writes the list of a sitemap's parts, for a site with more addresses than one document holds. */
export function sitemapIndex(parts: number, origin: string): string {
  const numbers = Array.from({ length: parts }, (_, index) => index + 1)
  return xmlDocument(xml`<sitemapindex xmlns="${SITEMAPS}">
${numbers.map((part) => xml`<sitemap><loc>${origin}${paths.sitemap(part)}</loc></sitemap>\n`)}</sitemapindex>
`)
}

function url({ path, changedAt }: Dated, page: Dated[], origin: string) {
  return xml`<url><loc>${origin}${path}</loc>${changedAt && xml`<lastmod>${changedAt}</lastmod>`}${alternates(
    page,
  ).map(
    (other) =>
      xml`<xhtml:link rel="alternate" hreflang="${other.language}" href="${origin}${other.path}"/>`,
  )}</url>
`
}
