import { raw } from 'hono/html'

/** A thing of schema.org: its type, and its properties by name. */
export type Thing = { '@type': string; [property: string]: unknown }

/**
 * What a page is about, for machines: JSON-LD 1.1, as schema.org's words. A block of data and no
 * script: a browser runs nothing of it, whatever the page's policy. No text in it can end it.
 */
export function StructuredData({ things }: { things: Thing[] }) {
  const data = JSON.stringify({ '@context': 'https://schema.org', '@graph': things })
  return <script type="application/ld+json">{raw(data.replaceAll('<', '\\u003c'))}</script>
}

/** Where a page stands in the site, from the front page down, the page itself last. */
export type Crumb = { name: string; path: string }

/**
 * Gives the way to a page as a `BreadcrumbList`: each of its items needs `position`, `name` and
 * `item` (https://developers.google.com/search/docs/appearance/structured-data/breadcrumb).
 */
export function breadcrumbs(crumbs: Crumb[], origin: string): Thing {
  return {
    '@type': 'BreadcrumbList',
    itemListElement: crumbs.map(({ name, path }, index) => ({
      '@type': 'ListItem',
      position: index + 1,
      name,
      item: origin + path,
    })),
  }
}
