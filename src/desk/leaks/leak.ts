import { findFigures } from '../../identifying/figures.ts'
import { findNumbers } from '../../identifying/numbers.ts'
import type { Span } from '../../identifying/pattern.ts'
import { type Kind, neutral } from '../../identifying.ts'
import { type Alias, capitalOf } from './alias.ts'
import type { LeakKind, Term } from './details.ts'
import { compactOf, findMatches, patternsOf, type Token, tokensOf } from './folded.ts'
import { type Readable, readableOf, type Spot, spotOf } from './passages.ts'

/**
 * Something that would give a writer away and still stands in a draft: the words as they stand there,
 * the aliases that one click would add, and every place.
 */
export type Leak = {
  kind: LeakKind
  text: string
  aliases: Alias[]
  spots: LeakSpot[]
  letterId: string
}

/** One place of a leak; place and `compact` together are what it is waved through by. */
export type LeakSpot = Spot & { compact: string }

/** What readers would see of a draft, with its words. */
export type Printed = { readable: Readable; words: Token[]; slug: string; slugWords: Token[] }

/** A place where something was found, by UTF-16 offsets; in the slug it has no line. */
export type Find = {
  kind: LeakKind
  /** What belongs together: found twice it is one leak. */
  of: unknown
  aliases: Alias[]
  compact: string
  isInSlug: boolean
  start: number
  end: number
  /** The letter that it is of, where there are several. */
  letterId?: string
}

/** Reads what readers would see of a draft: its document, line by line, and its address. */
export function printedOf({ document, slug }: { document: string; slug: string }): Printed {
  const readable = readableOf(document)
  const words = tokensOf(readable.text)
  return { readable, words, slug, slugWords: tokensOf(slug, { isSlug: true }) }
}

/** Gives what to look for to find the originals of aliases, however they are written. */
export function termsOfAliases(aliases: Alias[]): Term[] {
  return aliases.map(({ original, replacement }) => ({
    kind: 'alias',
    originals: [original],
    patterns: patternsOf(original, capitalOf(original)),
    replacement,
  }))
}

/**
 * Finds what stands in a draft of that which must not: originals of aliases, details of its letters,
 * and names of their disguise fields. Case, accents, hyphens and spacing are folded. What is too
 * short to be known by itself, such as an age, must look like one here too.
 */
export function findTerms({ readable, words, slugWords }: Printed, terms: Term[]): Find[] {
  const sure = terms.filter(({ figure }) => !figure)
  const termOf = new Map(sure.flatMap((term) => term.patterns.map((pattern) => [pattern, term])))
  const found = (isInSlug: boolean): Find[] => {
    const matches = isInSlug
      ? findMatches(slugWords, [...termOf.keys()], { isCaseless: true })
      : findMatches(words, [...termOf.keys()])
    return matches.flatMap(({ start, end, pattern }) => {
      const term = termOf.get(pattern)
      return term ? [{ ...findOf(term), compact: pattern.compact, isInSlug, start, end }] : []
    })
  }
  return [...found(false), ...found(true), ...findShort(readable.text, terms)]
}

function findOf(term: Term) {
  const { kind, originals, replacement } = term
  const aliases = originals.map((original) => ({ original, replacement }))
  return { kind, of: term, aliases }
}

function findShort(text: string, terms: Term[]): Find[] {
  const short = terms.filter(({ figure }) => figure)
  if (short.length === 0) return []
  return findFigures(text).flatMap(({ kind, start, end }) => {
    const compact = compactOf(text.slice(start, end))
    const term = short.find(
      ({ figure, patterns }) => figure === kind && patterns.some((one) => one.compact === compact),
    )
    return term ? [{ ...findOf(term), compact, isInSlug: false, start, end }] : []
  })
}

/** Links to somebody's own page; other links are the column's business. */
const PERSONAL =
  /(?:linkedin\.com\/in|facebook\.com|instagram\.com|threads\.net|tiktok\.com|(?:twitter|x)\.com|medium\.com\/@|t\.me)\/?./i
const CONTACT: Kind[] = ['email', 'phone', 'handle', 'id_number']

/** Finds by what somebody could be reached, or looked up, whosever it is. */
export function findContacts({ readable: { text } }: Printed, language: string): Find[] {
  return findNumbers(text).flatMap((span) => {
    const words = text.slice(span.start, span.end)
    if (!isContact(span, words)) return []
    const replacement = neutral({ kind: span.kind, text: words }, language)
    const compact = compactOf(words)
    const aliases = [{ original: words, replacement }]
    return [{ ...span, of: compact, aliases, compact, isInSlug: false }]
  })
}

function isContact({ kind }: Span, text: string): boolean {
  return CONTACT.includes(kind) || (kind === 'url' && PERSONAL.test(text))
}

/** Puts what was found together by what it is. Of finds that overlap the first counts. */
export function leaksOf({ readable, slug }: Printed, finds: Find[]): Leak[] {
  const taken: Find[] = []
  const leaks = new Map<unknown, Leak>()
  for (const find of finds.sort((one, other) => other.end - other.start - (one.end - one.start))) {
    const isTaken = taken.some(
      ({ isInSlug, start, end }) =>
        isInSlug === find.isInSlug && start < find.end && find.start < end,
    )
    if (isTaken) continue
    taken.push(find)
    const { kind, of, aliases, compact, isInSlug, start, end, letterId = '' } = find
    const text = (isInSlug ? slug : readable.text).slice(start, end)
    const leak = leaks.get(of) ?? { kind, text, aliases, spots: [], letterId }
    leaks.set(of, leak)
    const spot = isInSlug ? { place: 'address', line: 0, isInLink: false } : spotOf(readable, start)
    leak.spots.push({ ...spot, compact })
  }
  for (const { spots } of leaks.values()) spots.sort((one, other) => one.line - other.line)
  return [...leaks.values()].sort(
    (one, other) => (one.spots[0]?.line ?? 0) - (other.spots[0]?.line ?? 0),
  )
}
