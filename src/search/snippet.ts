/** Private-use characters that the database puts around matched words. */
export const MARK_START = '\ue000'
export const MARK_END = '\ue001'

/** A run of a snippet's text, plain: whoever shows it escapes it. */
export type Piece = { text: string; isMatch: boolean }

/** Gives the snippet with more matched words, the letter's when they are equal, cut into its pieces. */
export function bestSnippet(letter: string, reply: string): Piece[] {
  const [ofLetter, ofReply] = [pieces(letter), pieces(reply)]
  return matches(ofReply) > matches(ofLetter) ? ofReply : ofLetter
}

/** Gives a snippet's text without its marks. */
export function plain(snippet: Piece[]): string {
  return snippet.map(({ text }) => text).join('')
}

function matches(snippet: Piece[]): number {
  return snippet.filter(({ isMatch }) => isMatch).length
}

/** A mark that has no partner was in the printed text itself, and is left out. */
function pieces(marked: string): Piece[] {
  return marked
    .replace(/\s+/g, ' ')
    .split(/\ue000([^\ue000\ue001]*)\ue001/)
    .map((text, index) => ({ text: text.replace(/[\ue000\ue001]/g, ''), isMatch: index % 2 === 1 }))
    .filter(({ text }) => text !== '')
}
