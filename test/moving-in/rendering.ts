import { Marked } from 'marked'
import type { Exchange } from '../../src/manuscript.ts'

/** How a page says when to say a script's words: a bold line over a quotation, or before it. */
export type Scripts = 'under a label' | 'behind a label'

const SCRIPT = /^> \[!SCRIPT\] ?(.*)\n((?:>.*(?:\n|$))+)/gm
const marked = new Marked()

/** A reply with its scripts as other systems have them: they know no scripts. */
function withoutScripts(reply: string, scripts: Scripts): string {
  return reply.replace(SCRIPT, (_, when: string, quoted: string) => {
    const words = quoted.replace(/^> ?/gm, '').trim()
    const isPlain = !/["“”\n]/.test(words)
    if (when && scripts === 'behind a label' && isPlain) return `**${when}:** “${words}”\n`
    const label = when ? `**${when}**\n\n` : 'You could say:\n\n'
    return `${label}${words.replace(/^/gm, '> ')}\n`
  })
}

/** Whether a reply says all that a page without scripts would say too. */
export function isTold(reply: string): boolean {
  return [...reply.matchAll(SCRIPT)].every(([, when]) => when)
}

/** Gives the paragraphs of a text as HTML, each block one piece. */
export function htmlPieces(markdown: string, scripts: Scripts = 'under a label'): string[] {
  const tokens = marked.lexer(withoutScripts(markdown, scripts))
  return tokens.flatMap((token) => {
    const html = marked.parser([token]).trim()
    return html === '' ? [] : [html]
  })
}

/** Gives the paragraphs of a text as plain text, each block one piece. */
export function textPieces(markdown: string): string[] {
  return withoutScripts(markdown, 'behind a label')
    .split(/\n{2,}/)
    .map((piece) =>
      piece
        .replace(/^> ?/gm, '> ')
        .replace(/\*\*/g, '')
        .replace(/(?<![\p{L}*])\*(?=\S)|(?<=\S)\*(?![\p{L}*])/gu, '')
        .replace(/\[([^\]]+)\]\([^)]+\)/g, '$1')
        .trim(),
    )
    .filter((piece) => piece !== '')
}

/** Gives HTML blocks with what stands in each of them set in an element: `em`, `strong`. */
export function allIn(element: string, pieces: string[]): string[] {
  return pieces.map((html) => html.replace(/<p>(.*?)<\/p>/gs, `<p><${element}>$1</${element}></p>`))
}

export function quoted(pieces: string[]): string {
  return `<blockquote>\n${pieces.join('\n')}\n</blockquote>`
}

/** What the classic editor keeps: paragraphs apart by blank lines, without their element. */
export function classic(pieces: string[]): string {
  return pieces.map((html) => html.replace(/^<p>(.*)<\/p>$/s, '$1')).join('\n\n')
}

/** What the block editor keeps. */
export function gutenberg(pieces: string[]): string {
  return pieces
    .map((html) => {
      const name = /^<h/.test(html) ? 'heading' : /^<bl/.test(html) ? 'quote' : 'paragraph'
      return `<!-- wp:${name} -->\n${html}\n<!-- /wp:${name} -->`
    })
    .join('\n\n')
}

export type { Exchange }
