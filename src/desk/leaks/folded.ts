/**
 * A word of a text as it is compared: folded, with where it stands (UTF-16 offsets). `gap` tells what
 * parts it from the word before: nothing that counts, a space, or the end of a paragraph.
 */
export type Token = {
  text: string
  start: number
  end: number
  gap: 'joined' | 'space' | 'break'
  hasCapital: boolean
  /** It begins a sentence, where a capital says nothing. */
  isFirst: boolean
}

/** How much a capital counts: not at all; it must be there; it must be there inside a sentence. */
export type Capital = 'any' | 'capital' | 'telling'

/**
 * What to look for: the words without anything between them, after which characters a space may
 * stand, and whether it needs its capital.
 */
export type Pattern = { compact: string; bounds: Set<number>; words: number; capital: Capital }

export type Match = { start: number; end: number; pattern: Pattern }

const WORD = /[\p{L}\p{M}\p{N}]+/gu
const ENTITY = /&(?:#x?[\da-f]{1,6}|[a-z]{2,8});/gi
/** “Harrow & Pike” and “Harrow and Pike” are the same. */
const JOINTS = new Set(['and', 'dan'])
/** What may hang on a name: “Teresa’s” and “Teresas”, “Teresanya”, “Teresa-ku”. */
const SUFFIX = /^(?:s|nya|ku|mu)$/
const ASCII = /^[\da-z]+$/i
const HAS_NO_PARTS: Record<string, string> = {
  ...{ ø: 'o', đ: 'd', ð: 'd', ł: 'l', ı: 'i', æ: 'ae', œ: 'oe', þ: 'th', ς: 'σ' },
}

/** Folds a word: case, accents and ligatures are gone. */
export function folded(word: string): string {
  if (ASCII.test(word)) return word.toLowerCase()
  return word
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toUpperCase()
    .toLowerCase()
    .replace(/[øđðłıæœþς]/g, (letter) => HAS_NO_PARTS[letter] ?? letter)
}

/**
 * Gives the words of a text as they are compared. Hyphens, marks and soft breaks inside a word are
 * nothing; in a slug a hyphen is a space. “And” and a possessive ’s are no words.
 */
export function tokensOf(text: string, { isSlug = false } = {}): Token[] {
  const plain = text.replace(ENTITY, (entity) =>
    (/^&(?:shy|zwn?j);$/i.test(entity) ? '\u00ad' : ' ').repeat(entity.length),
  )
  const tokens: Token[] = []
  for (const { index, 0: word } of plain.matchAll(WORD)) {
    const previous = tokens.at(-1)
    const between = plain.slice(previous?.end ?? 0, index)
    const small = folded(word)
    if (JOINTS.has(small) || (previous && isHanging(between, small))) continue
    if (small === '') continue
    tokens.push({
      ...{ text: small, start: index, end: index + word.length },
      gap: previous ? gapOf(between, isSlug) : 'break',
      hasCapital: /^[\p{Lu}\p{Lt}\p{N}]/u.test(word),
      isFirst: !previous || /[.!?…:\n"“‘(•*>—–]/.test(between),
    })
  }
  return tokens
}

/** Gives a text's folded words without anything between them: what makes two of them the same. */
export function compactOf(text: string): string {
  return tokensOf(text)
    .map((token) => token.text)
    .join('')
}

function isHanging(between: string, word: string): boolean {
  return /^['’]$/.test(between) ? word === 's' : between === '-' && /^(?:nya|ku|mu)$/.test(word)
}

function gapOf(between: string, isSlug: boolean): Token['gap'] {
  if (/\n[^\S\n]*\n/.test(between)) return 'break'
  const open = between.replace(/[-\u2010\u00ad]\s*\n\s*/g, '')
  return /[\s–—]/.test(open) || (isSlug && open !== '') ? 'space' : 'joined'
}

/** Gives what to look for to find a phrase however it is written; nothing when it has no words. */
export function patternsOf(phrase: string, capital: Capital = 'any'): Pattern[] {
  const tokens = tokensOf(phrase)
  const bounds = new Set<number>()
  let compact = ''
  for (const { text } of tokens) {
    bounds.add(compact.length)
    compact += text
  }
  if (compact === '') return []
  const pattern = { compact, bounds, words: tokens.length, capital }
  // “harrowandpike”, in an address: there the “and” is part of the word.
  const whole = [...phrase.replace(/&/g, ' and ').matchAll(WORD)].map(([word]) => folded(word))
  const isJoint = whole.some((word) => JOINTS.has(word))
  return isJoint
    ? [pattern, { ...pattern, compact: whole.join(''), bounds: new Set(), words: 1 }]
    : [pattern]
}

/** Finds every place of some patterns among the words of a text; places may overlap. */
export function findMatches(
  tokens: Token[],
  patterns: Pattern[],
  { isCaseless = false } = {},
): Match[] {
  const byInitial = new Map<string, Pattern[]>()
  for (const pattern of patterns) {
    const initial = pattern.compact.charAt(0)
    byInitial.set(initial, [...(byInitial.get(initial) ?? []), pattern])
  }
  return tokens.flatMap((token, index) =>
    (byInitial.get(token.text.charAt(0)) ?? []).flatMap((pattern) => {
      if (!hasItsCapital(token, pattern.capital, isCaseless)) return []
      const end = endOfMatch(tokens, index, pattern)
      return end === null ? [] : [{ start: token.start, end, pattern }]
    }),
  )
}

/** Tells whether a word has the capital that is asked for; where no word has one, only a sure name. */
export function hasItsCapital(
  { hasCapital, isFirst }: Token,
  capital: Capital,
  isCaseless: boolean,
): boolean {
  if (isCaseless) return capital !== 'telling'
  return capital === 'any' || (hasCapital && (capital === 'capital' || !isFirst))
}

function endOfMatch(tokens: Token[], from: number, { compact, bounds }: Pattern): number | null {
  let at = 0
  for (let index = from; at < compact.length; index += 1) {
    const token = tokens[index]
    if (!token) return null
    if (index > from && (token.gap === 'break' || (token.gap === 'space' && !bounds.has(at)))) {
      return null
    }
    const rest = compact.length - at
    const isWhole = compact.startsWith(token.text, at)
    if (!isWhole) {
      const suffix = token.text.slice(rest)
      const isIn = token.text.startsWith(compact.slice(at)) && SUFFIX.test(suffix)
      return isIn && compact.length > 2 ? token.end - suffix.length : null
    }
    if (token.text.length === rest) return token.end
    at += token.text.length
  }
  return null
}

/** Of places that overlap the longest stays; the others go. Sorted as they stand. */
export function apart(matches: Match[]): Match[] {
  const kept: Match[] = []
  for (const match of matches.sort((one, other) => length(other) - length(one))) {
    if (kept.every(({ start, end }) => match.end <= start || end <= match.start)) kept.push(match)
  }
  return kept.sort((one, other) => one.start - other.start)
}

function length({ start, end }: Match): number {
  return end - start
}
