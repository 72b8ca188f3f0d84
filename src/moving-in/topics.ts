import { slugOf } from '../slug-of.ts'

/** What old sites call having no topic. */
const NONE =
  /^(?:uncategori[sz]ed|tak berkategori|general|umum|home|blog|artikel|articles?|kolom|columns?)$/i
/** A column names at most so many. */
const MOST = 5
const LONGEST = 40

/** Where an old topic went: its name to a slug; '' leaves it out. */
export type TopicMap = ReadonlyMap<string, string>

/**
 * Gives a column's topics from what the old site filed it under: by the map, or else by the name's
 * own slug; at most five, and `fallback` where there is none. `left` are names beyond the fifth.
 */
export function topicsFrom(names: string[], map: TopicMap, fallback: string) {
  const slugs = new Map<string, string>()
  for (const name of names.map((name) => name.trim())) {
    const mapped = map.get(name.toLowerCase())
    const slug = mapped ?? (NONE.test(name) || name.length > LONGEST ? '' : slugOf(name))
    if (slug && !slugs.has(slug)) slugs.set(slug, name)
  }
  const all = [...slugs]
  const topics = all.slice(0, MOST).map(([slug]) => slug)
  return {
    topics: topics.length > 0 ? topics : [fallback],
    left: all.slice(MOST).map(([, name]) => name),
    names: new Map(all.slice(0, MOST)),
  }
}
