import type { Feed } from './feed.ts'
import { fullText } from './full-text.ts'
import type { Masthead } from './masthead.ts'

/** Gives a feed as JSON Feed 1.1 (https://jsonfeed.org/version/1.1), with each column's full text. */
export function jsonFeed(feed: Feed, masthead: Masthead) {
  const { title, subtitle, author, self, page, language, copy, addressOf, imageOf } = masthead
  return {
    version: 'https://jsonfeed.org/version/1.1',
    title,
    description: subtitle,
    home_page_url: page,
    feed_url: self,
    language,
    authors: [{ name: author }],
    items: feed.columns.map((column) => ({
      id: `urn:uuid:${column.permanentId}`,
      url: addressOf(column),
      title: column.headline,
      summary: column.standfirst,
      content_html: fullText(column, addressOf(column), copy),
      image: imageOf(column),
      date_published: column.publishedAt,
      date_modified: column.changedAt,
      authors: [{ name: column.byline ?? author }],
      tags: column.topics,
    })),
  }
}
