/** Words that say nothing of what a text is about, by language: left out of full-text queries. */
const STOP_WORDS: Record<string, Set<string>> = {
  en: new Set(
    `a about am an and are as at be been but by can could did do does for from get had has have he
    her him his how i if in is it its me my no not of on or our s she should so t than that the
    their them they this to was we were what when where which who why will with would you your`.split(
      /\s+/,
    ),
  ),
  id: new Set(
    `ada adalah agar akan aku anda apa apakah atau bagaimana bagi bahwa bisa boleh dalam dan dari
    dengan di dia dong haruskah ini itu jika juga kalau kami karena ke kenapa kita lagi mana masih
    mengapa mereka oleh pada para saat saja saya sebagai sedang sudah supaya tapi telah tetapi tidak
    untuk yang ya`.split(/\s+/),
  ),
}

/**
 * Splits any text into the words that full-text search looks for: lower case, each once, in order,
 * without the language's stop words unless the text has nothing else.
 */
export function tokens(text: string, language: string): string[] {
  const all =
    text
      .normalize('NFC')
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu) ?? []
  const unique = [...new Set(all)]
  const telling = unique.filter((token) => !STOP_WORDS[language]?.has(token))
  return telling.length > 0 ? telling : unique
}

/** Gives an FTS5 expression that matches rows with any of the words; each is quoted. */
export function anyOf(words: string[]): string {
  return words.map((word) => `"${word.replaceAll('"', '')}"`).join(' OR ')
}

/** Narrows an expression to the rows of one language, without looking at any other row. */
export function inLanguage(language: string, expression: string): string {
  return `language : "${language}" AND {headline question letter reply} : (${expression})`
}
