/** The commonest words of each language that no other one of them has. */
const COMMON: Record<string, Set<string>> = {
  en: new Set(
    `the and of to in is that it was for on with as but they have had this not my me you she he we are
    be been what when from at who would do does did if or so there their which about because i`.split(
      /\s+/,
    ),
  ),
  id: new Set(
    `yang dan di ke dari saya itu ini untuk dengan tidak ada dalam pada juga sudah akan karena kami
    mereka dia ia bisa kalau tetapi tapi atau apa seperti oleh sebagai adalah lagi belum hanya kepada
    sering harus kerja bagaimana nya agar saat`.split(/\s+/),
  ),
}

/** In running text about a third of the words are among the commonest; a tenth of a text is foreign. */
const FOREIGN_BELOW = 0.08
const CLEARLY = 0.2
/** In fewer words chance decides. */
const FEWEST_WORDS = 25

/**
 * Tells which language a letter seems to be in when it is another than its writer stated: a code, or
 * 'none' for one that is none of those known here. Null when all seems well, or it cannot be told.
 */
export function otherLanguage(text: string, stated: string): string | null {
  const words = text.toLowerCase().match(/\p{L}+/gu) ?? []
  if (words.length < FEWEST_WORDS || !COMMON[stated]) return null
  const share = (language: string) =>
    words.filter((word) => COMMON[language]?.has(word)).length / words.length
  if (share(stated) >= FOREIGN_BELOW) return null
  const other = Object.keys(COMMON).find((language) => share(language) >= CLEARLY)
  return other ?? 'none'
}
