import type { AppEnv } from '../room.ts'
import type { TopicRow } from '../schema.ts'
import type { Copy, Language } from '../ui/copy/index.ts'

/** What stands at the top of a feed, in its language; all addresses are absolute. */
export type Masthead = {
  title: string
  subtitle: string
  /** Who is named where a column has no byline. */
  author: string
  /** The feed's own address. */
  self: string
  /** The page with the same columns. */
  page: string
  language: Language
  copy: Copy
  addressOf: (column: { slug: string }) => string
  imageOf: (column: { slug: string }) => string
}

/** Makes the masthead of the feed of updates. */
export function mastheadOfUpdates(variables: AppEnv['Variables']): Masthead {
  const { copy, origin, paths } = variables
  const site = mastheadOf(variables, paths.updatesFeed(), null)
  return {
    ...site,
    title: `${site.title}: ${copy.column.updates}`,
    subtitle: copy.lists.updatesLead,
    page: origin + paths.updates(),
  }
}

/** Makes the masthead of a feed whose own path is `self`: the site's, or a topic's. */
export function mastheadOf(
  { config, copy, language, origin, paths }: AppEnv['Variables'],
  self: string,
  topic: TopicRow | null,
): Masthead {
  const name = config.name[language]
  return {
    title: topic ? `${name}: ${copy.lists.topicFeed(topic.name)}` : name,
    subtitle: topic?.description || config.description[language],
    author: config.columnist[language],
    self: origin + self,
    page: origin + (topic ? paths.topic(topic.slug) : paths.front()),
    language,
    copy,
    addressOf: ({ slug }) => origin + paths.column(slug),
    imageOf: ({ slug }) => origin + paths.shareImage(slug),
  }
}
