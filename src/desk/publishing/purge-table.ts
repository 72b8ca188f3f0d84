import { type CacheTag, tag } from '../../cache-tags.ts'
import { type Manuscript, scripts } from '../../manuscript.ts'

/** A column as it is live, or is about to be. */
export type Standing = {
  id: string
  slug: string
  manuscript: Manuscript & { published: string }
}

/**
 * What of a column is shown where: each tag, with all that its pages show of the column. What differs
 * before and after a change is purged.
 */
function places({ id, slug, manuscript }: Standing): [CacheTag, unknown][] {
  const { headline, standfirst, language, published, topics, updates, editionOf } = manuscript
  const letters = manuscript.exchanges.map((exchange) => exchange.headline)
  const words = manuscript.exchanges.flatMap(({ reply }) => scripts(reply))
  const [year, month] = [published.slice(0, 4), published.slice(0, 7)]
  return [
    [tag.headline({ id }), [slug, headline, standfirst, letters, language, published, editionOf]],
    [tag.latest(language), published],
    [tag.archive(language), month],
    [tag.year(year), [language, published]],
    [tag.topics(language), topics.toSorted()],
    ...topics.map((topic): [CacheTag, unknown] => [tag.topic(topic), [language, published]]),
    [tag.updates(language), updates],
    [tag.scripts, words.length > 0 && [language, published, topics[0], words]],
  ].filter(([, shown]) => !isNothing(shown)) as [CacheTag, unknown][]
}

const isNothing = (shown: unknown) =>
  shown === false || (Array.isArray(shown) && shown.length === 0)

/**
 * Gives the tags that are purged when a column is published (nothing stood there before), changed, or
 * retracted (nothing stands there after): its own, those of the lists that it enters, leaves or stands
 * in otherwise, and the catalogue, which tells of every change.
 */
export function tagsOfChange(before: Standing | null, after: Standing | null): CacheTag[] {
  const [was, is] = [before, after].map(
    (one) => new Map(one ? places(one).map(([at, shown]) => [at, JSON.stringify(shown)]) : []),
  )
  const all = [...new Set([...(was?.keys() ?? []), ...(is?.keys() ?? [])])]
  const changed = all.filter((at) => was?.get(at) !== is?.get(at))
  const own = [before, after].flatMap((one) => (one ? [tag.column(one)] : []))
  return [...new Set([...own, ...changed, tag.catalogue])]
}

/** Whether a column has other neighbours or editions than before, and so shows on their pages. */
export function isPlacedAnew(before: Standing | null, after: Standing): boolean {
  const place = ({ manuscript: { language, published, editionOf } }: Standing) =>
    `${language} ${published} ${editionOf}`
  return !before || place(before) !== place(after)
}

/** What is purged when topics are named anew or change their places. */
export const tagsOfNaming = (slugs: string[]): CacheTag[] => [
  ...slugs.map(tag.named),
  tag.names,
  tag.catalogue,
]

/** What is purged when one topic's columns become another's. */
export const tagsOfMerger = (from: string, into: string): CacheTag[] => [
  tag.topic(from),
  tag.named(from),
  tag.topic(into),
  tag.names,
  tag.catalogue,
]

/** What is purged when a column is derived anew: its words stay, what is made from them may not. */
export const tagsOfDerivation = (id: string, language: string): CacheTag[] => [
  tag.column({ id }),
  tag.headline({ id }),
  tag.updates(language),
  tag.scripts,
  tag.catalogue,
]
