import type { Block, Remark } from './block.ts'

/** What Windows-1252 has in the places of Unicode's controls from U+0080 on. */
const WINDOWS = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ'
const BYTES = new Map([...WINDOWS].map((character, index) => [character, 0x80 + index]))
/** Letters with accents, punctuation and the byte order mark, and emoji: what old pages had. */
const MISREAD = misread('[ÂÃÄÅ].|â..|ï»¿|ð...')
/** Else “é…”” would be a Chinese character. */
const PLAUSIBLE =
  /^[\u0080-\u024f\u2000-\u206f\u20a0-\u214f\u2190-\u21ff\u2500-\u27bf\ufeff\u{1f000}-\u{1faff}]$/u
const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })

/** Each with what is wrong, where it stands, and what is put in its place. */
const FAULTS: [fault: string, pattern: RegExp, instead: (found: string) => string][] = [
  ['misread characters', MISREAD, reread],
  // What was read twice is put right twice.
  ['misread characters', MISREAD, reread],
  ['misread characters', /â€(?=[\s.,;:!?)]|$)/g, () => '”'],
  ['misread characters', /Â(?=\s)/g, () => ''],
  ['references to characters', /\\?&(#\d{2,5}|[a-z]{2,6});/g, dereferenced],
  ['non-breaking spaces', /[\u00a0\u202f\u2007]/g, () => ' '],
  ['invisible characters', /[\u00ad\u200b-\u200f\u202a-\u202e\u2060\ufeff]/g, () => ''],
  ['line separators', /[\u2028\u2029]/g, () => '\n'],
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out
  ['control characters', /[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/g, () => ''],
]
const STRAIGHT = new Map([...'“”„‘’‚'].map((mark) => [mark, '“”„'.includes(mark) ? '"' : "'"]))

/** What a page's source calls its characters; a text that was saved from it may have them still. */
const NAMED: Record<string, string> = {
  nbsp: '\u00a0',
  amp: '&',
  quot: '"',
  apos: "'",
  lt: '<',
  gt: '>',
  hellip: '…',
  mdash: '—',
  ndash: '–',
  lsquo: '‘',
  rsquo: '’',
  ldquo: '“',
  rdquo: '”',
}

function dereferenced(found: string): string {
  const name = found.replace(/^\\?&|;$/g, '')
  const code = Number(name.replace('#', ''))
  return NAMED[name] ?? (code > 31 ? String.fromCodePoint(code) : found)
}

/** Writes out a pattern of UTF-8's bytes as Windows-1252 shows them; `.` is one that goes on. */
function misread(bytes: string): RegExp {
  return new RegExp(bytes.replaceAll('.', `[${WINDOWS}\u00a0-\u00bf]`), 'g')
}

/**
 * Puts right what old systems did to a text: UTF-8 that was read as Windows-1252 (twice, even),
 * spaces that do not break, invisible and control characters. Its quotation marks are straightened
 * where straight and curly ones stand side by side, since pages set straight ones well.
 */
export function mend(blocks: Block[]): { blocks: Block[]; remarks: Remark[] } {
  const counts = new Map<string, number>()
  const mended = blocks.map((one) => {
    const text = mendText(one.text, counts)
    return { ...one, text, markdown: one.markdown === one.text ? text : mendText(one.markdown) }
  })
  const all = mended.map(({ text }) => text).join('\n')
  const isMixed = (/"/.test(all) && /[“”]/.test(all)) || (/'/.test(all) && /[‘’]/.test(all))
  if (isMixed) counts.set('mixed quotation marks', all.match(/[“”„‘’‚]/g)?.length ?? 0)
  return {
    blocks: mended
      .map((one) => ({
        ...one,
        text: tidy(isMixed ? straight(one.text) : one.text),
        markdown: tidy(isMixed ? straight(one.markdown) : one.markdown),
      }))
      // “&nbsp;” was all of it.
      .filter(({ kind, text }) => kind !== 'paragraph' || text !== ''),
    remarks: [...counts].map(([fault, count]) => ({
      kind: 'taken',
      line: 1,
      reason: 'put right',
      text: `${count} ${fault}`,
    })),
  }
}

/** Most of what people write has nothing but these: plain letters, and marks that pages set. */
const MAY_BE_FAULTY = /[^\n -~‘’“”–—…]|&[#a-z]/

/** Puts one text right; quotation marks stay, as only the whole shows whether they are mixed. */
export function mendText(text: string, counts = new Map<string, number>()): string {
  if (!MAY_BE_FAULTY.test(text)) return text
  return FAULTS.reduce(
    (text, [fault, pattern, instead]) =>
      text.replace(pattern, (found) => {
        const right = instead(found)
        if (right !== found) counts.set(fault, (counts.get(fault) ?? 0) + 1)
        return right
      }),
    text.toWellFormed().replace(/\r\n?/g, '\n'),
  ).normalize('NFC')
}

/** Reads what may be UTF-8 taken for Windows-1252 as UTF-8; gives it as it is where it is none. */
function reread(found: string): string {
  const bytes = [...found].map((one) => BYTES.get(one) ?? one.codePointAt(0) ?? 0)
  try {
    const read = utf8.decode(new Uint8Array(bytes))
    return PLAUSIBLE.test(read) ? read : found
  } catch {
    return found
  }
}

function straight(text: string): string {
  return text.replace(/[“”„‘’‚]/g, (mark) => STRAIGHT.get(mark) ?? mark)
}

/** One space between words; the two at a line's end that break it stay. */
function tidy(text: string): string {
  return text
    .replace(/(?<=\S)[ \t]{2,}(?=\S)/g, ' ')
    .replace(/^[ \t]+(?=\n)/gm, '')
    .trim()
}
