import type { Exchange, Manuscript } from '../../src/manuscript.ts'
import { HELD_OUT_SAVED } from './held-out-styles.ts'
import { JUNK, type Junk } from './junk.ts'
import { type Half, pick } from './known.ts'
import { textPieces } from './rendering.ts'

/** A text that somebody saved from an old page, and the lines in it that are none of the column's. */
export type Saved = { text: string; junk: string[] }

/** How a house's pages came out when they were saved. */
export type SavedStyle = {
  name: string
  half: Half
  /** What stands around it; left out: what did in the first styles. */
  junk?: Junk
  /** The lines of an exchange, one a paragraph. */
  lines: (exchange: Exchange, language: string) => string[]
  /** What letter and reply begin with, which is theirs. */
  greetings?: (exchange: Exchange, language: string) => [letter: string, reply: string]
  /** What such a page printed of an exchange: its greetings, another signoff. */
  known?: (exchange: Exchange, language: string) => Exchange
  /** What stands above them. */
  head: (manuscript: Manuscript) => string[]
  /** What saving did to the characters. */
  dirt: (text: string) => string
  between: '\n' | '\n\n'
}

const said = (language: string, en: string, id: string) => (language === 'id' ? id : en)
const signed = ({ signoff }: Exchange, dash: string) => (signoff ? [`${dash}${signoff}`] : [])
const spread = (text: string) => text.replace(/(\p{L}{3}) (\p{L}{6})/gu, '$1\u00a0$2')
/** UTF-8 read as Windows-1252, as the browsers of the time did. */
const misread = (text: string) =>
  text.replace(/[^\p{ASCII}]/gu, (character) =>
    new TextDecoder('windows-1252').decode(new TextEncoder().encode(character)),
  )
const mixed = (text: string) => {
  let count = 0
  return text.replace(/[’“”]/g, (mark) => {
    count += 1
    return count % 3 ? mark : mark === '’' ? "'" : '"'
  })
}
const wrapped = (line: string) => line.replace(/(?=.{75})(.{1,72})(?:\s+|$)/g, '$1\n').trimEnd()

export const SAVED_STYLES: SavedStyle[] = [
  {
    name: 'markers on their own lines, misread characters',
    half: 'tuned',
    head: ({ headline, standfirst, language }) => [
      headline,
      standfirst,
      said(language, 'By The Desk', 'Oleh Redaksi'),
      said(language, '3 March 2015', 'Selasa, 3 Maret 2015 10.23 WIB'),
      headline,
    ],
    lines: (exchange, language) => [
      said(language, 'A reader writes:', 'Seorang pembaca menulis:'),
      ...textPieces(exchange.letter),
      ...signed(exchange, '— '),
      said(language, 'The Desk responds:', 'Redaksi menjawab:'),
      ...textPieces(exchange.reply),
    ],
    dirt: misread,
    between: '\n\n',
  },
  {
    name: 'Q and A, every paragraph a line, spaces that do not break',
    half: 'tuned',
    head: ({ headline, language }) => [headline, said(language, 'March 3, 2015', '3 Maret 2015')],
    lines: (exchange, language) => {
      const [first = '', ...rest] = textPieces(exchange.letter)
      const [answer = '', ...more] = textPieces(exchange.reply)
      return [
        `${said(language, 'Q:', 'Tanya:')} ${first}`,
        ...rest,
        ...signed(exchange, '- '),
        `${said(language, 'A:', 'Jawab:')} ${answer}`,
        ...more,
      ]
    },
    dirt: spread,
    between: '\n',
  },
  {
    name: 'Dear Desk, mixed quotation marks',
    half: 'tuned',
    head: ({ headline, language }) => [said(language, 'ADVICE', 'KONSULTASI'), headline, headline],
    greetings: (_, language) => [said(language, 'Dear Desk,', 'Halo Redaksi,'), ''],
    lines: (exchange) => [
      ...textPieces(exchange.letter),
      ...signed(exchange, '—'),
      ...textPieces(exchange.reply),
    ],
    dirt: mixed,
    between: '\n\n',
  },
  {
    name: 'headings, lines broken at 72, misread twice',
    half: 'tuned',
    junk: JUNK['tuned later'],
    head: ({ headline, language }) => [
      headline,
      said(language, 'Published on 14 June 2012 by The Desk', 'Terbit: 14 Juni 2012'),
    ],
    lines: (exchange, language) => [
      said(language, 'The question', 'Pertanyaan'),
      ...textPieces(exchange.letter).map(wrapped),
      ...signed(exchange, '– '),
      said(language, 'Our answer', 'Jawaban redaksi'),
      ...textPieces(exchange.reply).map(wrapped),
    ],
    dirt: (text) => misread(misread(text)),
    between: '\n\n',
  },
  {
    name: 'who writes and who answers, invisible characters',
    half: 'tuned',
    junk: JUNK['tuned later'],
    head: ({ headline, standfirst, language }) => [
      headline,
      standfirst,
      said(language, 'Words by The Desk | June 14, 2012', 'Penulis: Meja Redaksi | 14 Juni 2012'),
    ],
    lines: (exchange, language) => {
      const [first = '', ...rest] = textPieces(exchange.letter)
      const [answer = '', ...more] = textPieces(exchange.reply)
      return [
        `${said(language, 'Our reader writes:', 'Pembaca kami bertanya:')} ${first}`,
        ...rest,
        ...signed(exchange, '--'),
        `${said(language, 'The columnist answers:', 'Pengasuh menjawab:')} ${answer}`,
        ...more,
      ]
    },
    dirt: (text) =>
      spread(text.replace(/(\p{L}{4})(\p{L}{5})/gu, '$1\u00ad$2').replace(/\. /g, '.\u200b ')),
    between: '\n\n',
  },
  {
    name: 'signed letters to the editor, the reply by name',
    half: 'tuned',
    junk: JUNK['tuned later'],
    head: ({ headline, language }) => [
      `${headline} | ${said(language, 'Northern Courier', 'Warta Pagi')}`,
      headline,
      said(language, '14/6/2012', '14/6/2012'),
    ],
    greetings: ({ signoff }, language) => [
      said(language, 'Dear Columnist,', 'Yth. Redaksi,'),
      said(language, `Dear ${signoff},`, `Halo ${signoff},`),
    ],
    lines: (exchange, language) => [
      ...textPieces(exchange.letter),
      ...(exchange.signoff ? [said(language, 'Regards,', 'Salam,'), exchange.signoff] : []),
      ...textPieces(exchange.reply),
    ],
    dirt: mixed,
    between: '\n\n',
  },
  {
    name: 'the letter behind marks of quotation',
    half: 'tuned',
    junk: JUNK['tuned last'],
    head: ({ headline, language }) => [
      headline,
      said(language, '12 January 2011, 09:15', 'Rabu, 12 Januari 2011 | 09:15 WIB'),
      said(language, 'By Staff Writer', 'Oleh: Redaksi'),
    ],
    lines: (exchange) => [
      ...textPieces(exchange.letter).map((line) => `> ${line}`),
      ...signed(exchange, '> — '),
      ...textPieces(exchange.reply),
    ],
    dirt: misread,
    between: '\n\n',
  },
  {
    name: 'capitals over letter and reply, a closing on one line',
    half: 'tuned',
    junk: JUNK['tuned last'],
    head: ({ headline, standfirst, language }) =>
      [
        said(language, 'WORKING LIFE', 'KARIER'),
        headline,
        said(language, 'By The Editors', 'Oleh Tim Redaksi'),
        standfirst,
      ].slice(0, 3),
    lines: (exchange, language) => [
      said(language, 'THE LETTER', 'SURAT'),
      ...textPieces(exchange.letter),
      ...signed(exchange, said(language, 'Yours, ', 'Salam, ')),
      said(language, 'THE REPLY', 'BALASAN'),
      ...textPieces(exchange.reply),
    ],
    dirt: (text) => mixed(spread(text)),
    between: '\n',
  },
  {
    name: 'nothing said, signed, lines broken at 72',
    half: 'tuned',
    junk: JUNK['tuned last'],
    head: ({ headline, language }) => [
      headline,
      said(language, 'Posted on January 12, 2011', 'Dimuat pada 12 Januari 2011'),
      headline,
    ],
    lines: (exchange) => [
      ...textPieces(exchange.letter).map(wrapped),
      ...signed(exchange, '— '),
      ...textPieces(exchange.reply).map(wrapped),
    ],
    dirt: (text) => spread(text.replace(/, /g, ',\u200b ')),
    between: '\n\n',
  },
  {
    name: 'reader and columnist by their initials',
    half: 'tuned',
    junk: JUNK['tuned at last'],
    head: ({ headline, standfirst, language }) =>
      [
        headline,
        said(language, 'The Inland Mercury, 9 May 2009', 'Harian Daratan, 9 Mei 2009'),
        standfirst,
      ].slice(0, 2),
    lines: (exchange, language) => [
      said(language, 'Reader’s letter:', 'Surat pembaca:'),
      ...textPieces(exchange.letter),
      ...signed(exchange, '– '),
      said(language, 'Columnist’s answer:', 'Jawaban pengasuh:'),
      ...textPieces(exchange.reply),
    ],
    dirt: (text) => misread(mixed(text)),
    between: '\n\n',
  },
  {
    name: 'nothing but a greeting and a name, every paragraph a line',
    half: 'tuned',
    junk: JUNK['tuned at last'],
    head: ({ headline, language }) => [
      headline,
      said(language, 'by The Inland Desk', 'oleh Meja Daratan'),
      said(language, 'May 9th, 2009', '9 Mei 2009'),
    ],
    greetings: (_, language) => [said(language, 'Dear columnist,', 'Kepada redaksi,'), ''],
    lines: (exchange) => [
      ...textPieces(exchange.letter),
      ...signed(exchange, '—'),
      ...textPieces(exchange.reply),
    ],
    dirt: spread,
    between: '\n',
  },
  ...HELD_OUT_SAVED,
]

/** Saves a column's first exchange as a house's page came out, with junk of that house around it. */
export function savedText(
  manuscript: Manuscript,
  exchange: Exchange,
  { style, random }: { style: SavedStyle; random: () => number },
): Saved {
  const { above, between, below } = (style.junk ?? JUNK.tuned)[
    manuscript.language === 'id' ? 'id' : 'en'
  ]
  const lines = style.lines(exchange, manuscript.language)
  const strays = [0, 1, 2].map(() => pick<string>(random, between))
  const tops = [pick<string>(random, above), pick<string>(random, above)]
  const ends = [...new Set([0, 1, 2, 3].map(() => pick<string>(random, below)))]
  const body = [...lines]
  for (const stray of strays) body.splice(1 + Math.floor(random() * (body.length - 1)), 0, stray)
  const text = [...tops, ...style.head(manuscript), ...body, ...ends].join(style.between)
  return { text: style.dirt(text), junk: [...new Set([...tops, ...strays, ...ends])] }
}

/** An exchange with the greetings that a style has. */
export function greeted(exchange: Exchange, language: string, style: SavedStyle): Exchange {
  const [letter = '', reply = ''] = style.greetings?.(exchange, language) ?? []
  const known = {
    ...exchange,
    headline: null,
    letter: `${letter}\n\n${exchange.letter}`.trim(),
    reply: `${reply}\n\n${exchange.reply}`.trim(),
  }
  return style.known?.(known, language) ?? known
}
