import type { Kind } from './kinds.ts'

/** A piece of text that may be a detail, in UTF-16 offsets. */
export type Span = { kind: Kind; start: number; end: number }

/**
 * One way to write a detail. What is marked is the group `mark`, which ends the match, or else the
 * whole match; `isReal` refuses what only looks like it, and is told the group `word` where there is one.
 */
export type Pattern = {
  kind: Kind
  form: RegExp
  isReal?: (text: string, word?: string) => boolean
}

/** Finds every place where one of some patterns stands. */
export function findPatterns(text: string, patterns: Pattern[]): Span[] {
  return patterns.flatMap(({ kind, form, isReal }) =>
    [...text.matchAll(form)].flatMap((match) => {
      const mark = match.groups?.mark ?? match[0]
      const end = match.index + match[0].length
      return !isReal || isReal(match[0], match.groups?.word)
        ? [{ kind, start: end - mark.length, end }]
        : []
    }),
  )
}
