/** A language's quotation marks: opening and closing, and those of a quotation within one. */
export type Quotes = readonly [open: string, close: string, innerOpen: string, innerClose: string]

/**
 * What stands between two pieces of a text that is set as a whole, and where something stands that is
 * not to be set: private characters, which no text of ours holds.
 */
export const BETWEEN_PIECES = '\ue000'
export const NOT_SET = '\ue001'

const OPENS_BEFORE = /^$|[\s([{\u2010-\u2015\u2018\u201a\u201c\u201e«‹/-]/
const WORD = /[\p{L}\p{N}\ue001]/u
/** What is known to begin with an apostrophe; another word does where no quotation ends later. */
const CLIPPED = /^(?:\d\ds?|tis|twas|em|til|n)(?![\p{L}\p{N}])/iu
const INNER_END = /[^\s\ue000]\ue000*['’](?!\ue000*[\p{L}\p{N}])/u

/**
 * Sets text as a newspaper does: straight quotation marks and apostrophes become the language's own,
 * hyphens that stand for dashes become dashes, three dots an ellipsis, and what belongs together stays
 * on one line. Feet and inches get primes. What is typed as it should be printed stays as it is.
 */
export function typeset(text: string, quotes: Quotes): string {
  return quoted(dashed(text), quotes)
    .replace(/(?<!\.)\.{3}(?=\.?(?!\.))/g, '…')
    .replace(/(?<![\p{L}\p{N}])((?:Mr|Mrs|Ms|Dr|Rp)\.?) (?=[\p{Lu}\d])/gu, '$1\u00a0')
    .replace(/(\d) (?=(?:a\.?m|p\.?m|%)(?![\p{L}\p{N}]))/gu, '$1\u00a0')
}

/** A dash between spaces is short and ends its line; one without is long. */
function dashed(text: string): string {
  return text
    .replace(/(?<=\S) (-{1,2}|–)(?=\s)/g, '\u00a0–')
    .replace(/(?<=\S) (?:-{3}|—)(?=\s)/g, '\u00a0—')
    .replace(/(?<=[\p{L}\p{N}.,!?)"'’”])-{2,3}(?=[\p{L}\p{N}("'‘“])/gu, '—')
}

function quoted(text: string, [open, close, innerOpen, innerClose]: Quotes): string {
  const isOpen = { outer: false, inner: false }
  /** Where the last mark stood, and whether it opened: what follows an opening mark may open too. */
  let last = { at: -2, opens: false }
  return text.replace(/["'“”‘’]/g, (mark, at: number) => {
    const [before, from] = characterBefore(text, at)
    const after = characterAfter(text, at)
    const begins = from === last.at ? last.opens : OPENS_BEFORE.test(before)
    const opens = begins && after !== '' && !/\s/.test(after)
    const set = (sign: string, which: 'outer' | 'inner', opening: boolean) => {
      isOpen[which] = opening
      last = { at, opens: opening }
      return sign
    }
    if (mark === '“' || mark === '”') return set(mark, 'outer', mark === '“')
    if (mark === '‘') return set(mark, 'inner', true)
    if (mark === '"') {
      if (isInches(text, at, isOpen.outer)) return '″'
      if (opens) return set(open, 'outer', true)
      return isOpen.outer || (before !== '' && !/\s/.test(before) && !WORD.test(after))
        ? set(close, 'outer', false)
        : mark
    }
    const rest = text.slice(at + 1)
    const joins = WORD.test(before) && WORD.test(after)
    if (mark === '’') return isOpen.inner && !joins ? set(mark, 'inner', false) : mark
    if (/\d/.test(before) && !isOpen.inner && !/\p{L}/u.test(after)) return '′'
    if (joins) return '’'
    if (opens) {
      const word = rest.replaceAll(BETWEEN_PIECES, '')
      const ends = INNER_END.test(rest)
      if (CLIPPED.test(word) || !ends) return '’'
      return set(innerOpen, 'inner', true)
    }
    if (begins) return mark
    return isOpen.inner ? set(innerClose, 'inner', false) : '’'
  })
}

/** A number before the mark, with feet before it or outside any quotation, is a measure. */
function isInches(text: string, at: number, isQuoting: boolean): boolean {
  const before = text.slice(Math.max(0, at - 8), at)
  return /\d['′] ?\d+$/.test(before) || (!isQuoting && /(?<!['‘’\p{L}])\d$/u.test(before))
}

function characterBefore(text: string, at: number): [string, number] {
  let from = at - 1
  while (text[from] === BETWEEN_PIECES) from -= 1
  return [text[from] ?? '', from]
}

function characterAfter(text: string, at: number): string {
  let from = at + 1
  while (text[from] === BETWEEN_PIECES) from += 1
  // Both halves of a character beyond the first plane.
  return String.fromCodePoint(text.codePointAt(from) ?? 0).replace('\0', '')
}
