import { slugOf } from '../slug-of.ts'
import { folded } from './block.ts'
import { signs } from './signs.ts'

/** A column names at most so many. */
const MOST = 5
const LONGEST = 40

/** Where an old topic went: its name to a slug; '' leaves it out. */
export type TopicMap = ReadonlyMap<string, string>

/**
 * Gives a column's topics from what the old site filed it under: by the map, or else by the name's
 * own slug; at most five, and `fallback` where there is none. `left` are names beyond the fifth,
 * `empty` those that say nothing, and `unknown` those taken that the map has not.
 */
export function topicsFrom(names: string[], map: TopicMap, fallback: string) {
  const slugs = new Map<string, string>()
  const [empty, unknown]: [string[], string[]] = [[], []]
  for (const name of names.map((name) => name.trim())) {
    const mapped = map.get(name.toLowerCase())
    const slug = mapped ?? (isNone(name) || name.length > LONGEST ? '' : slugOf(name))
    if (mapped === undefined) (slug ? unknown : empty).push(name)
    if (slug && !slugs.has(slug)) slugs.set(slug, name)
  }
  const all = [...slugs]
  const topics = all.slice(0, MOST).map(([slug]) => slug)
  return {
    topics: topics.length > 0 ? topics : [fallback],
    left: all.slice(MOST).map(([, name]) => name),
    names: new Map(all.slice(0, MOST)),
    empty,
    unknown,
  }
}

/** What old sites call having no topic, or what every column of theirs is: it says nothing of one. */
function isNone(name: string): boolean {
  return signs().ofPages.noTopics.has(folded(name).replaceAll(' ', ''))
}
