import { paths } from '../paths.ts'
import { xml, xmlDocument } from '../xml.ts'
import type { Edition } from './sitemap.ts'

const SITEMAPS = 'http://www.sitemaps.org/schemas/sitemap/0.9'

/** Writes a sitemap: every edition of every page, each with the addresses of all its editions. */
export function urlSet(pages: Edition[][], origin: string): string {
  return xmlDocument(
    xml`<urlset xmlns="${SITEMAPS}" xmlns:xhtml="http://www.w3.org/1999/xhtml">
${pages.flatMap((page) => page.map((edition) => url(edition, page, origin)))}</urlset>
`,
  )
}

/** Writes the list of a sitemap's parts, for a site with more columns than one document holds. */
export function sitemapIndex(parts: number, origin: string): string {
  const numbers = Array.from({ length: parts }, (_, index) => index + 1)
  return xmlDocument(xml`<sitemapindex xmlns="${SITEMAPS}">
${numbers.map((part) => xml`<sitemap><loc>${origin}${paths.sitemap(part)}</loc></sitemap>\n`)}</sitemapindex>
`)
}

function url({ path, changedAt }: Edition, page: Edition[], origin: string) {
  const editions = page.length > 1 ? page : []
  return xml`<url><loc>${origin}${path}</loc>${changedAt && xml`<lastmod>${changedAt}</lastmod>`}${editions.map(
    (other) =>
      xml`<xhtml:link rel="alternate" hreflang="${other.language}" href="${origin}${other.path}"/>`,
  )}</url>
`
}
