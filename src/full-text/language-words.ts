/** What full-text search knows of a language. A language without it works by folding and prefixes. */
export type LanguageWords = {
  /** Words that say nothing of what a text is about, folded. */
  functionWords: Set<string>
  /** Takes from a folded word what it has by grammar alone; what is left need be no word. */
  stem: (word: string) => string
  /** Other stems that the same word may have in the index. */
  variants?: (word: string, stem: string) => string[]
}

/** Reads a list of words with spaces between them. */
export function wordSet(list: string): Set<string> {
  return new Set(list.trim().split(/\s+/))
}
