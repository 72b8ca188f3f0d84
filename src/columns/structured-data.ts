import type { Dated, Exchange } from '../manuscript.ts'
import { plainTextOfShown } from '../markdown.ts'
import type { AppEnv } from '../room.ts'
import { SHARE_IMAGE } from '../share-image.ts'
import { breadcrumbs, type Crumb, type Thing } from '../ui/structured-data.tsx'
import type { Column } from './column.ts'

export type Site = Pick<AppEnv['Variables'], 'config' | 'copy' | 'language' | 'origin' | 'paths'>

/**
 * Gives a column in schema.org's words: the page with its letters as questions and the replies as
 * their accepted answers, and the way to it. One letter makes a `QAPage`, which is about one question
 * (https://schema.org/QAPage); a digest makes a `FAQPage`, which is about several: Google allows no
 * more than one question on a QAPage
 * (https://developers.google.com/search/docs/appearance/structured-data/qapage).
 */
export function columnThings(column: Column, site: Site): Thing[] {
  const { copy, language, origin, paths } = site
  const { manuscript, slug, topics } = column
  const questions = manuscript.exchanges.map((exchange, index) =>
    questionOf(exchange, index + 1, column, site),
  )
  const [topic] = topics
  const page: Thing = {
    '@type': questions.length > 1 ? 'FAQPage' : 'QAPage',
    '@id': origin + paths.column(slug),
    url: origin + paths.column(slug),
    name: manuscript.headline,
    headline: manuscript.headline,
    description: manuscript.standfirst,
    inLanguage: language,
    datePublished: manuscript.published,
    dateModified: changedAt(manuscript),
    lastReviewed: manuscript.checked ?? undefined,
    keywords: topics.map(({ name }) => name),
    author: answererOf(column, site),
    publisher: publisherOf(site),
    isPartOf: siteOf(site),
    image: {
      '@type': 'ImageObject',
      url: origin + paths.shareImage(slug),
      ...SHARE_IMAGE,
    },
    mainEntity: questions.length > 1 ? questions : questions[0],
  }
  const above = topic
    ? { name: topic.name, path: paths.topic(topic.slug) }
    : { name: copy.site.archive, path: paths.archive() }
  return [page, wayTo([above, { name: manuscript.headline, path: paths.column(slug) }], site)]
}

/** Gives the way to a page from the front page down: what stands above it, and the page itself. */
export function wayTo(crumbs: Crumb[], { config, language, origin, paths }: Site): Thing {
  return breadcrumbs([{ name: config.name[language], path: paths.front() }, ...crumbs], origin)
}

/** Question wants `name`, `text` and `answerCount`; answer `text`, and both a date and an author. */
function questionOf(
  { headline, letter, reply, signoff }: Exchange,
  position: number,
  column: Column,
  site: Site,
): Thing {
  const { manuscript, slug } = column
  const address = site.origin + site.paths.column(slug)
  const datePublished = manuscript.published
  return {
    '@type': 'Question',
    url: `${address}#letter-${position}`,
    name: headline ?? manuscript.headline,
    text: plainTextOfShown(letter),
    answerCount: 1,
    datePublished,
    author: { '@type': 'Person', name: signoff ?? site.copy.letters.anonymous },
    acceptedAnswer: {
      '@type': 'Answer',
      url: `${address}#reply-${position}`,
      text: plainTextOfShown(reply),
      datePublished,
      author: answererOf(column, site),
    },
  }
}

/** A byline names somebody; without one, the site answers under the name that it gives its desk. */
function answererOf({ manuscript }: Column, { config, language, origin, paths }: Site): Thing {
  const { byline } = manuscript
  return {
    '@type': byline ? 'Person' : 'Organization',
    name: byline ?? config.columnist[language],
    url: origin + paths.about(),
  }
}

function publisherOf({ config, language, origin, paths }: Site): Thing {
  return { '@type': 'Organization', name: config.name[language], url: origin + paths.front() }
}

function siteOf({ config, language, origin, paths }: Site): Thing {
  return { '@type': 'WebSite', name: config.name[language], url: origin + paths.front() }
}

/**
 * Gives the site in schema.org's words, for its front page: from there search engines take its name,
 * and some the way to search it (https://developers.google.com/search/docs/appearance/site-names).
 */
export function siteThings(site: Site): Thing[] {
  const { config, language, origin, paths } = site
  return [
    {
      ...siteOf(site),
      description: config.description[language],
      inLanguage: language,
      publisher: publisherOf(site),
      potentialAction: {
        '@type': 'SearchAction',
        target: {
          '@type': 'EntryPoint',
          urlTemplate: `${origin}${paths.search()}?q={search_term_string}`,
        },
        'query-input': 'required name=search_term_string',
      },
    },
  ]
}

/** Gives the instant of the latest thing that a column says of itself: printed, updated, corrected. */
export function changedAt({
  published,
  updates,
  corrections,
}: {
  published: string
  updates: Dated[]
  corrections: Dated[]
}): string {
  const later = [...updates, ...corrections].map(({ on }) => `${on}T00:00:00Z`)
  return [published, ...later].sort().at(-1) ?? published
}
