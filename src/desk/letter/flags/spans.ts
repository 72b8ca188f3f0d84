import type { Span } from '../flags.ts'

/** Gives where any of the patterns (global ones) stands in a text: in order, never overlapping. */
export function spansOf(text: string, patterns: RegExp[]): Span[] {
  const spans = patterns.flatMap((pattern) =>
    [...text.matchAll(pattern)].map(({ 0: words, index }) => ({
      start: index,
      end: index + words.length,
    })),
  )
  return apart(spans)
}

/** Gives spans in order; of those that overlap the first stays. */
export function apart(spans: Span[]): Span[] {
  const sorted = spans.toSorted((one, other) => one.start - other.start || other.end - one.end)
  let end = 0
  return sorted.filter((span) => {
    if (span.start < end) return false
    end = span.end
    return true
  })
}
