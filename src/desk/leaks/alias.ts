import { isOrdinary } from '../../identifying/ordinary.ts'
import { slugOf } from '../../slug-of.ts'
import { apart, type Capital, findMatches, type Pattern, patternsOf, tokensOf } from './folded.ts'
import { readableOf, spotOf } from './passages.ts'

/** What stands in for something that would give a writer away. */
export type Alias = { original: string; replacement: string }

/** How often the aliases are gone through: what one puts in may join with what stands beside it. */
const MOST_ROUNDS = 10
const STARTS = /(?:^|[.!?…]["”’)]?\s+|\n(?:[\s>*+#-]*|[a-z_]+:\s*)|["“])$/

/**
 * Puts replacements wherever their originals stand in a document, the longest first: with a capital
 * where a sentence begins, and with what hangs on a name (“Teresa’s”, “Teresanya”) left hanging.
 * Keys, headings of sections and link targets stay: the leak check tells of those. Twice is as once.
 */
export function applied(document: string, aliases: Alias[]): string {
  const patterns = patternsBy(aliases)
  let text = document
  for (let round = 0; round < MOST_ROUNDS; round += 1) {
    const next = appliedOnce(text, patterns)
    if (next === text) break
    text = next
  }
  return text
}

/** The same for a slug: the words of the replacement, joined by hyphens. */
export function appliedToSlug(slug: string, aliases: Alias[]): string {
  const patterns = patternsBy(aliases)
  const found = findMatches(tokensOf(slug, { isSlug: true }), [...patterns.keys()], {
    isCaseless: true,
  })
  const anew = replaced(slug, apart(found), ({ pattern }) => slugOf(patterns.get(pattern) ?? ''))
  return anew.replace(/-{2,}/g, '-').replace(/^-|-$/g, '')
}

/** Tells whether any of the originals stands in a text, which would then never be free of it. */
export function holdsOriginal(text: string, originals: string[]): boolean {
  const patterns = originals.flatMap((original) => patternsOf(original, capitalOf(original)))
  return findMatches(tokensOf(text), patterns).length > 0
}

/** “May” is a name where it has its capital: a phrase of more words, or another word, needs none. */
export function capitalOf(original: string): Capital {
  return /^\p{Lu}/u.test(original) && isOrdinary(original) ? 'capital' : 'any'
}

function patternsBy(aliases: Alias[]): Map<Pattern, string> {
  return new Map(
    aliases.flatMap(({ original, replacement }) =>
      patternsOf(original, capitalOf(original)).map((pattern) => [pattern, replacement] as const),
    ),
  )
}

function appliedOnce(document: string, patterns: Map<Pattern, string>): string {
  const readable = readableOf(document)
  const found = findMatches(tokensOf(readable.text), [...patterns.keys()])
  const free = found.filter(({ start }) => !spotOf(readable, start).isInLink)
  const places = apart(free).map((match) => ({ ...match, end: withComma(document, match) }))
  return replaced(document, places, ({ start, pattern }) => {
    const replacement = patterns.get(pattern) ?? ''
    const isStart = STARTS.test(document.slice(Math.max(0, start - 40), start))
    return isStart ? replacement.charAt(0).toUpperCase() + replacement.slice(1) : replacement
  })
}

/** “my manager, Teresa, rings”: the comma that closes it goes with the one that opened it. */
function withComma(document: string, { start, end }: { start: number; end: number }): number {
  const isClosed = document[end] === ',' && document.slice(start, end).includes(', ')
  return isClosed ? end + 1 : end
}

function replaced<Place extends { start: number; end: number }>(
  text: string,
  places: Place[],
  by: (place: Place) => string,
): string {
  let [made, from] = ['', 0]
  for (const place of places) {
    made += text.slice(from, place.start) + by(place)
    from = place.end
  }
  return made + text.slice(from)
}
