/** Words of somebody who tells of themselves, and of somebody who speaks to them. */
const FIRST =
  /(?<![\p{L}\p{N}])(?:i|i['’](?:m|ve|d|ll)|me|my|mine|myself|saya|aku|gue|gua|kami|(?!perilaku|berlaku|pelaku)\p{L}{3,}ku)(?![\p{L}\p{N}])/giu
const SECOND =
  /(?<![\p{L}\p{N}])(?:you|you['’](?:re|ve|d|ll)|your|yours|yourself|anda|kamu|kau|engkau|(?!bertemu|menemu)\p{L}{3,}mu)(?![\p{L}\p{N}])/giu
const QUOTATIONS = /[“"][^“”"]{0,600}[”"]/gu
/** A block counts for no more, however long it is. */
const MOST = 4

/**
 * Tells whose voice a text has: above 0 for a writer's, who tells of themselves; below 0 for a
 * columnist's, who speaks to the writer; from 4 to -4. What is quoted does not count.
 */
export function voiceOf(text: string): number {
  const own = text.replace(QUOTATIONS, ' ')
  const [first, second] = [own.match(FIRST)?.length ?? 0, own.match(SECOND)?.length ?? 0]
  return Math.max(-MOST, Math.min(MOST, first - 1.5 * second))
}

const LANGUAGES: Record<string, RegExp> = {
  en: /(?<!\p{L})(?:the|and|of|to|is|that|you|my|was|have|for|with|not)(?!\p{L})/giu,
  id: /(?<!\p{L})(?:yang|dan|di|saya|itu|tidak|dengan|untuk|ini|ada|anda|akan|kami)(?!\p{L})/giu,
}

/** Tells the language of a text by its commonest words; null where neither has the more. */
export function languageOf(text: string): string | null {
  const counts = Object.entries(LANGUAGES).map(([language, words]) => ({
    language,
    count: text.match(words)?.length ?? 0,
  }))
  const [first, second] = counts.sort((one, other) => other.count - one.count)
  return first && second && first.count > second.count * 1.5 ? first.language : null
}
