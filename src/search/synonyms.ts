import { foldedWords, stemOf } from '../full-text.ts'

/** The lists by language; a language without one is searched for what was typed. */
export type WrittenSynonyms = Record<string, string | undefined>

let opened: WrittenSynonyms | null = null

/** Opens the lists for as long as the program runs. Until then every search is for what was typed. */
export function openSynonyms(written: WrittenSynonyms): void {
  opened = written
}

/** Tells whether the lists have been opened: what is made of them must not be kept before. */
export function hasSynonyms(): boolean {
  return opened !== null
}

/** Everything that is said for the same thing, as stems; each expression of one word or several. */
type Group = string[][]
/** The groups by the first stem of each of their expressions. */
type Thesaurus = Map<string, { expression: string[]; group: Group }[]>

const thesauruses = new Map<string, Thesaurus>()

/** An expression that stands in a search, from which word on, and what else may be said for it. */
export type Found = { length: number; others: string[][] }

/** Gives the longest expression of the language's list that begins at a place of a search. */
export function synonymsAt(stems: string[], place: number, language: string): Found | null {
  const entries = thesaurusOf(language).get(stems[place] ?? '') ?? []
  const here = entries.filter(({ expression }) =>
    expression.every((stem, index) => stems[place + index] === stem),
  )
  const length = Math.max(0, ...here.map(({ expression }) => expression.length))
  if (length === 0) return null
  const own = stems.slice(place, place + length).join(' ')
  const others = here
    .filter(({ expression }) => expression.length === length)
    .flatMap(({ group }) => group)
  const unique = new Map(others.map((expression) => [expression.join(' '), expression]))
  unique.delete(own)
  return { length, others: [...unique.values()] }
}

/** Gives every expression of a language's list as folded words. */
export function expressions(language: string): string[][] {
  return groups(language).flat()
}

function groups(language: string): string[][][] {
  const lines = (opened?.[language] ?? '').trim().split('\n')
  return lines.map((line) =>
    line
      .split(',')
      .map(foldedWords)
      .filter((words) => words.length > 0),
  )
}

/** A list is read once, when it is first needed: it does not change while the program runs. */
function thesaurusOf(language: string): Thesaurus {
  const known = thesauruses.get(language)
  if (known) return known
  const thesaurus: Thesaurus = new Map()
  for (const words of groups(language)) {
    const group = words.map((expression) => expression.map((word) => stemOf(word, language)))
    for (const expression of group) {
      const [first = ''] = expression
      thesaurus.set(first, [...(thesaurus.get(first) ?? []), { expression, group }])
    }
  }
  if (hasSynonyms()) thesauruses.set(language, thesaurus)
  return thesaurus
}
