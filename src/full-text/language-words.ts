/** What full-text search knows of a language. A language without it works by folding and prefixes. */
export type LanguageWords = {
  /** Words that say nothing of what a text is about, folded. */
  functionWords: Set<string>
  /**
   * Words that say little, folded: so frequent and of so many uses in the language at large that even
   * where an archive seldom has them, they tell less than their rarity there promises.
   */
  weakWords: Set<string>
  /** Takes from a folded word what it has by grammar alone; what is left need be no word. */
  stem: (word: string) => string
  /** Other stems that the same word may have in the index. */
  variants?: (word: string, stem: string) => string[]
}

/** Reads a list of words with spaces between them. */
export function wordSet(list: string): Set<string> {
  return new Set(list.trim().split(/\s+/))
}
