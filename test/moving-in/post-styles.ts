import type { Exchange } from '../../src/manuscript.ts'
import { HELD_OUT_POSTS } from './held-out-styles.ts'
import type { Half } from './known.ts'
import { allIn, classic, gutenberg, htmlPieces, quoted } from './rendering.ts'

/** How a site wrote its posts: the HTML of one exchange of a column in its language. */
export type PostStyle = {
  name: string
  half: Half
  /** A letter without a signoff can't be told in a style that has nothing else. */
  needsSignoff?: boolean
  /** What the writer says first, which is the letter's. */
  greeting?: (language: string) => string
  /** What such a site printed of an exchange: its greetings, another signoff. */
  known?: (exchange: Exchange, language: string) => Exchange
  write: (exchange: Exchange, language: string) => string
}

const said = (language: string, en: string, id: string) => (language === 'id' ? id : en)
const dashed = ({ signoff }: Exchange) => (signoff ? [`<p>— ${signoff}</p>`] : [])

/** Puts words before those of the first paragraph. */
function opening(words: string, [first = '', ...rest]: string[]): string[] {
  return first.startsWith('<p>')
    ? [first.replace('<p>', `<p>${words} `), ...rest]
    : [`<p>${words}</p>`, first, ...rest]
}

export const POST_STYLES: PostStyle[] = [
  {
    name: 'bold markers in the block editor',
    half: 'tuned',
    write: (exchange, language) =>
      gutenberg([
        `<p><strong>${said(language, 'A reader writes:', 'Seorang pembaca menulis:')}</strong></p>`,
        ...htmlPieces(exchange.letter),
        ...dashed(exchange),
        ...opening(
          `<strong>${said(language, 'The Desk responds:', 'Meja kami menjawab:')}</strong>`,
          htmlPieces(exchange.reply),
        ),
      ]),
  },
  {
    name: 'Q and A in the classic editor',
    half: 'tuned',
    write: (exchange, language) =>
      classic([
        ...opening(said(language, 'Q:', 'Tanya:'), htmlPieces(exchange.letter)),
        ...dashed(exchange),
        ...opening(said(language, 'A:', 'Jawab:'), htmlPieces(exchange.reply, 'behind a label')),
      ]),
  },
  {
    name: 'the letter as a block quote',
    half: 'tuned',
    write: (exchange) =>
      classic([
        quoted([...htmlPieces(exchange.letter), ...dashed(exchange)]),
        ...htmlPieces(exchange.reply, 'behind a label'),
      ]),
  },
  {
    name: 'headings',
    half: 'tuned',
    write: (exchange, language) =>
      gutenberg([
        `<h2>${said(language, 'The letter', 'Surat pembaca')}</h2>`,
        ...htmlPieces(exchange.letter),
        ...dashed(exchange),
        `<h2>${said(language, 'Our reply', 'Jawaban kami')}</h2>`,
        ...htmlPieces(exchange.reply),
      ]),
  },
  {
    name: 'Dear Desk, signed, and no words between',
    half: 'tuned',
    needsSignoff: true,
    greeting: (language) => said(language, 'Dear Desk,', 'Redaksi yang baik,'),
    write: (exchange) =>
      classic([
        ...htmlPieces(exchange.letter),
        ...dashed(exchange),
        ...htmlPieces(exchange.reply, 'behind a label'),
      ]),
  },
  {
    name: 'the letter in italics, signed in words',
    half: 'tuned',
    write: (exchange, language) =>
      gutenberg([
        ...allIn('em', htmlPieces(exchange.letter)),
        ...(exchange.signoff
          ? [`<p><em>${said(language, 'Signed', 'Salam')}, ${exchange.signoff}</em></p>`]
          : []),
        ...htmlPieces(exchange.reply),
      ]),
  },
  {
    name: 'who writes and who replies, with a rule between',
    half: 'tuned',
    write: (exchange, language) =>
      classic([
        ...opening(
          `<b>${said(language, 'A nurse in the north asks:', 'Pembaca dari Surabaya bertanya:')}</b>`,
          htmlPieces(exchange.letter),
        ),
        ...dashed(exchange),
        '<hr />',
        ...opening(
          `<b>${said(language, 'Our columnist replies:', 'Redaksi membalas:')}</b>`,
          htmlPieces(exchange.reply, 'behind a label'),
        ),
      ]),
  },
  {
    name: 'the letter in bold',
    half: 'tuned',
    write: (exchange) =>
      classic([
        ...allIn('strong', htmlPieces(exchange.letter)),
        ...(exchange.signoff ? [`<p><strong>– ${exchange.signoff}</strong></p>`] : []),
        ...htmlPieces(exchange.reply, 'behind a label'),
      ]),
  },
  {
    name: 'headings in capitals, signed under a closing',
    half: 'tuned',
    write: (exchange, language) =>
      gutenberg([
        `<p>${said(language, 'QUESTION', 'PERTANYAAN')}</p>`,
        ...htmlPieces(exchange.letter),
        ...(exchange.signoff
          ? [`<p>${said(language, 'Yours sincerely,', 'Hormat saya,')}<br>${exchange.signoff}</p>`]
          : []),
        `<p>${said(language, 'ANSWER', 'JAWABAN')}</p>`,
        ...htmlPieces(exchange.reply),
      ]),
  },
  {
    name: 'a rule, lines broken by hand, and nothing said',
    half: 'tuned',
    needsSignoff: true,
    write: (exchange) =>
      `<div>${[
        ...htmlPieces(exchange.letter),
        ...(exchange.signoff ? [`<p>~ ${exchange.signoff}</p>`.replace('~', '--')] : []),
      ]
        .join('')
        .replace(/<\/p>\s*<p>/g, '<br /><br />')
        .replace(/<\/?p>/g, '')}</div><hr>${htmlPieces(exchange.reply, 'behind a label').join('')}`,
  },
  {
    name: 'the reply in italics',
    half: 'tuned',
    write: (exchange) =>
      gutenberg([
        ...htmlPieces(exchange.letter),
        ...dashed(exchange),
        ...allIn('em', htmlPieces(exchange.reply, 'behind a label')),
      ]),
  },
  {
    name: 'greeted and signed from a town',
    half: 'tuned',
    needsSignoff: true,
    greeting: (language) => said(language, 'Hi there,', 'Halo,'),
    write: (exchange) =>
      classic([
        ...htmlPieces(exchange.letter),
        `<p align="right">—${exchange.signoff}</p>`,
        ...htmlPieces(exchange.reply),
      ]),
  },
  {
    name: 'headings of other words',
    half: 'tuned',
    write: (exchange, language) =>
      gutenberg([
        `<h4>${said(language, 'The dilemma', 'Curhat pembaca')}</h4>`,
        ...htmlPieces(exchange.letter),
        ...dashed(exchange),
        `<h4>${said(language, 'What we say', 'Saran redaksi')}</h4>`,
        ...htmlPieces(exchange.reply, 'behind a label'),
      ]),
  },
  {
    name: 'anonymous writes, the answer in a box',
    half: 'tuned',
    write: (exchange, language) =>
      classic([
        ...opening(
          `<strong>${said(language, 'Anonymous writes:', 'Anonim menulis:')}</strong>`,
          htmlPieces(exchange.letter),
        ),
        ...dashed(exchange),
        `<div class="answer"><p><strong>${said(language, 'Answer:', 'Jawaban:')}</strong></p>`,
        ...htmlPieces(exchange.reply),
        '</div>',
      ]),
  },
  {
    name: 'a block quote with its source',
    half: 'tuned',
    write: (exchange, language) =>
      gutenberg([
        `<blockquote class="wp-block-quote">${htmlPieces(exchange.letter).join('')}${
          exchange.signoff ? `<cite>${exchange.signoff}</cite>` : ''
        }</blockquote>`,
        ...opening(
          said(language, 'My answer:', 'Jawaban saya:'),
          htmlPieces(exchange.reply, 'behind a label'),
        ),
      ]),
  },
  {
    name: 'the reader’s words between rules',
    half: 'tuned',
    needsSignoff: true,
    write: (exchange) =>
      classic([
        '<hr>',
        ...htmlPieces(exchange.letter),
        `<p><em>${exchange.signoff}</em></p>`,
        '<hr>',
        ...htmlPieces(exchange.reply),
      ]),
  },
  {
    name: 'a column in divs, question and answer in bold',
    half: 'tuned',
    write: (exchange, language) =>
      [
        `<div><b>${said(language, 'Question.', 'Pertanyaan.')}</b></div>`,
        ...htmlPieces(exchange.letter),
        ...dashed(exchange),
        `<div><b>${said(language, 'Answer.', 'Jawaban.')}</b></div>`,
        ...htmlPieces(exchange.reply, 'behind a label'),
      ]
        .map((html) => html.replace(/^<p>(.*)<\/p>$/s, '<div>$1</div>'))
        .join(''),
  },
  {
    name: 'the columnist is greeted, the writer is answered by name',
    half: 'tuned',
    needsSignoff: true,
    greeting: (language) => said(language, 'Hello Desk!', 'Hai Redaksi!'),
    write: (exchange, language) =>
      gutenberg([
        ...htmlPieces(exchange.letter),
        `<p>${said(language, 'Best wishes', 'Salam hangat')},</p>`,
        `<p>${exchange.signoff}</p>`,
        `<p><strong>${said(language, 'The Desk answers', 'Redaksi menjawab')}</strong></p>`,
        ...htmlPieces(exchange.reply, 'behind a label'),
      ]),
  },
  ...HELD_OUT_POSTS,
]
