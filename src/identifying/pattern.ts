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

/** A pattern as a static file holds it; `check` is the name of what else must hold of what it finds. */
export type WrittenPattern<Check extends string = never> = {
  kind: Kind
  source: string
  flags: string
  check?: Check
}

/** Writes a pattern for a static file. */
export function written<Check extends string = never>(
  kind: Kind,
  { source, flags }: RegExp,
  check?: Check,
): WrittenPattern<Check> {
  return { kind, source, flags, check }
}

/** A written pattern as the lists give it. */
export type OpenPattern<Check extends string = never> = {
  kind: Kind
  form: RegExp
  check?: Check
}

/** Opens what was written: to make the patterns takes longer than to look for them in a letter. */
export function opened<Check extends string>(
  patterns: WrittenPattern<Check>[],
): OpenPattern<Check>[] {
  return patterns.map(({ kind, source, flags, check }) => ({
    kind,
    form: new RegExp(source, flags),
    check,
  }))
}

/** Gives patterns with what checks what they find, by its name. */
export function checked<Check extends string>(
  patterns: OpenPattern<Check>[],
  checks: Record<Check, NonNullable<Pattern['isReal']>>,
): Pattern[] {
  return patterns.map(({ kind, form, check }) => ({ kind, form, isReal: check && checks[check] }))
}
