/** Made when it is first needed: it would be a third of the Worker's start. */
let graphemes: Intl.Segmenter | undefined

/**
 * Gives text as it is stored: NFC, LF line ends, well-formed, without control characters other than
 * tab and newline (D1 cuts text at NUL and changes lone surrogates), trimmed at both ends.
 */
export function clean(text: string): string {
  return (
    text
      .toWellFormed()
      .replace(/\r\n?/g, '\n')
      // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out
      .replace(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u2028\u2029\ufeff]/g, '')
      .normalize('NFC')
      .trim()
  )
}

/** Counts characters as a person does (graphemes), so that one emoji is one. */
export function characters(text: string): number {
  graphemes ??= new Intl.Segmenter('en', { granularity: 'grapheme' })
  let count = 0
  for (const _ of graphemes.segment(text)) count += 1
  return count
}

/** Counts words: runs of letters and digits, with inner apostrophes and hyphens. */
export function words(text: string): number {
  return text.match(/[\p{L}\p{N}]+(?:[’'-][\p{L}\p{N}]+)*/gu)?.length ?? 0
}

/** Gives a random id of 80 bits in lower-case base32, safe in URLs. */
export function newId(): string {
  const letters = '0123456789abcdefghjkmnpqrstvwxyz'
  return [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => letters[byte & 31]).join('')
}
