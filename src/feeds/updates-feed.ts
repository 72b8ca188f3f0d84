import { newest, type Updated } from '../columns/updates.ts'
import { type Db, siteState } from '../schema.ts'
import { xml, xmlDocument } from '../xml.ts'
import { siteOf } from './feed.ts'
import { updateText } from './full-text.ts'
import type { Masthead } from './masthead.ts'

const NEWEST = 20

/** Gives the 20 columns of a language with the latest updates: one batch. */
export async function readUpdates(db: Db, language: string) {
  const [columns, [state]] = await db.batch([
    newest(db, language, { limit: NEWEST }),
    db.select().from(siteState),
  ])
  return { columns, site: siteOf(state) }
}

/**
 * Writes the feed of updates as Atom (RFC 4287): each column's latest update is an entry of its own,
 * beside the column's entry in the main feed, which keeps its id, its date and its place.
 */
export function updatesAtom(
  { columns, site }: Awaited<ReturnType<typeof readUpdates>>,
  masthead: Masthead,
): string {
  const { subtitle, author, self, page, language } = masthead
  const latest = columns.map(updatedAt).sort().at(-1) ?? site.changedAt
  return xmlDocument(xml`<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${language}">
<id>${self}</id>
<title>${masthead.title}</title>
<subtitle>${subtitle}</subtitle>
<updated>${latest}</updated>
<author><name>${author}</name></author>
<link rel="self" type="application/atom+xml" href="${self}"/>
<link rel="alternate" type="text/html" hreflang="${language}" href="${page}"/>
${columns.map((column) => entry(column, masthead))}</feed>
`)
}

function entry(column: Updated, masthead: Masthead) {
  const { author, copy, addressOf } = masthead
  const address = addressOf(column)
  return xml`<entry>
<id>urn:uuid:${column.permanentId}#update-${column.updatedOn}</id>
<title>${copy.column.update}: ${column.headline}</title>
<link rel="alternate" type="text/html" href="${address}#updates"/>
<published>${column.updatedOn}T00:00:00Z</published>
<updated>${updatedAt(column)}</updated>
<author><name>${column.byline ?? author}</name></author>
<content type="html" xml:base="${address}">${updateText(column.text, address, masthead)}</content>
</entry>
`
}

/** A column from a file may be dated before the day of its own update. */
function updatedAt({ updatedOn, changedAt }: Updated): string {
  const begin = `${updatedOn}T00:00:00Z`
  return changedAt > begin ? changedAt : begin
}
