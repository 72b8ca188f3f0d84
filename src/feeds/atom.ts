import type { ColumnRow } from '../schema.ts'
import { xml, xmlDocument } from '../xml.ts'
import type { Feed } from './feed.ts'
import { fullText } from './full-text.ts'
import type { Masthead } from './masthead.ts'

/** Writes a feed as Atom (RFC 4287), with the full text of each column. */
export function atom(feed: Feed, masthead: Masthead): string {
  const { title, subtitle, author, self, page, language } = masthead
  return xmlDocument(xml`<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${language}">
<id>${self}</id>
<title>${title}</title>
<subtitle>${subtitle}</subtitle>
<updated>${feed.changedAt}</updated>
<author><name>${author}</name></author>
<link rel="self" type="application/atom+xml" href="${self}"/>
<link rel="alternate" type="text/html" hreflang="${language}" href="${page}"/>
${feed.columns.map((column) => entry(column, feed, masthead))}</feed>
`)
}

function entry(column: ColumnRow, { topics }: Feed, { author, copy, addressOf }: Masthead) {
  const address = addressOf(column)
  const nameOf = (slug: string) => topics.find((topic) => topic.slug === slug)?.name ?? slug
  return xml`<entry>
<id>urn:uuid:${column.permanentId}</id>
<title>${column.headline}</title>
<link rel="alternate" type="text/html" href="${address}"/>
<published>${column.publishedAt}</published>
<updated>${column.changedAt}</updated>
<author><name>${column.byline ?? author}</name></author>
${column.topics.map((slug) => xml`<category term="${slug}" label="${nameOf(slug)}"/>`)}
<summary>${column.standfirst}</summary>
<content type="html" xml:base="${address}">${fullText(column, address, copy)}</content>
</entry>
`
}
