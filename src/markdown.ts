import { Marked, type Token, type Tokens, type TokensList } from 'marked'
import type { Script } from './manuscript.ts'
import { BETWEEN_PIECES, NOT_SET, type Quotes, typeset } from './typeset.ts'

/** Words for the furniture that rendering adds, and the marks that text is set with. */
export type MarkdownCopy = { script: string; copy: string; copied: string; quotes: Quotes }

const SAFE_TARGET = /^(?:https?:|mailto:)/i
const ANY_SCHEME = /^[a-z][a-z0-9+.-]*:/i
const SCRIPT_LINE = /^\[!SCRIPT\][^\S\n]*(.*)(?:\n|$)/
/** A line (no rule) that opens over 20 quotes or lists: marked calls itself for each, till it fails. */
const TOO_DEEP =
  /^(?![- \t]*$|[* \t]*$)((?:[ \t]*(?:>|(?:[-+*]|\d{1,9}[.)])(?=[ \t]))){20}[ \t]*)/gm

const escapes: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

/** Escapes text for HTML, in elements and in quoted attributes. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => escapes[character] ?? character)
}

/**
 * Renders a letter's, a reply's or a house page's Markdown as safe HTML. Raw HTML is shown as text,
 * links keep http, https, mailto and relative targets only, pictures become links, and `[!SCRIPT]`
 * blocks become figures. Headings are moved down by `shift` levels, to stand under the page's own.
 * Quotes, dashes and the like are set as in print, but for code, addresses, and what `\\` escapes.
 */
export function renderMarkdown(markdown: string, copy: MarkdownCopy, shift = 1): string {
  const tokens = lexed.get(markdown) ?? lex(markdown)
  lexed.delete(markdown)
  return renderTokens(tokens, copy, shift)
}

function renderTokens(tokens: TokensList, copy: MarkdownCopy, shift: number): string {
  const renderer = marked(copy, shift)
  renderer.walkTokens(tokens, (token) => setType(token, copy.quotes))
  return renderer.parser(tokens)
}

/** Gives Markdown's words alone, one paragraph a line: for search, summaries and counts. */
export function plainText(markdown: string): string {
  return allWords(lex(markdown))
}

/** The same of a text that is rendered next: it is read only once for both, which is most of the work. */
export function plainTextOfShown(markdown: string): string {
  const tokens = lex(markdown)
  if (lexed.size >= MOST_LEXED) lexed.clear()
  lexed.set(markdown, tokens)
  return allWords(tokens)
}

/** Texts that are about to be rendered, as tokens: rendering takes them out, since it changes them. */
const lexed = new Map<string, TokensList>()
const MOST_LEXED = 32

function allWords(tokens: Token[]): string {
  return tokens
    .map(wordsOf)
    .join('\n')
    .replace(/[^\S\n]+/g, ' ')
    .replace(/\n{2,}/g, '\n')
    .trim()
}

const reader = new Marked()

function lex(markdown: string): TokensList {
  return reader.lexer(markdown.replace(TOO_DEEP, '$1\\'))
}

function marked(copy: MarkdownCopy, shift: number): Marked {
  let isInLink = false
  return new Marked({
    renderer: {
      html: ({ text }) => escapeHtml(text),
      // After a raw <pre>, <script> or the like, marked takes text for escaped that nobody escaped.
      text: (token) => ('escaped' in token && token.escaped ? escapeHtml(token.text) : false),
      heading({ tokens, depth }) {
        const level = Math.min(depth + shift, 6)
        return `<h${level}>${this.parser.parseInline(tokens)}</h${level}>\n`
      },
      link({ href, tokens }) {
        isInLink = true
        const label = this.parser.parseInline(tokens)
        isInLink = false
        return link(href, label)
      },
      image({ href, tokens }) {
        const label = escapeHtml(inline(tokens) || href)
        return isInLink ? label : link(href, label)
      },
      blockquote(quoted) {
        const script = scriptIn(quoted)
        if (!script) return `<blockquote>\n${this.parser.parse(quoted.tokens)}</blockquote>\n`
        return figure(script, copy, shift)
      },
    },
  })
}

/** Renders words to say as the figure that they are in a reply, wherever they stand. */
export function renderScript({ when, words }: Script, copy: MarkdownCopy, shift = 1): string {
  return figure({ when, words: lex(words) }, copy, shift)
}

type ReadScript = { when: string; words: TokensList }

/**
 * Gives the script that a quotation holds. Its words are read on their own and only once, whoever asks
 * first; what they were read as before, with the line above them, is of no use to anybody.
 */
function scriptIn(quoted: Tokens.Blockquote & { script?: ReadScript }): ReadScript | null {
  if (quoted.script) return quoted.script
  const [line, when = ''] = SCRIPT_LINE.exec(quoted.text) ?? []
  if (line === undefined) return null
  quoted.tokens = []
  quoted.script = { when: when.trim(), words: lex(quoted.text.slice(line.length)) }
  return quoted.script
}

function figure(script: ReadScript, copy: MarkdownCopy, shift: number): string {
  const when = escapeHtml(typeset(script.when || copy.script, copy.quotes))
  const words = renderTokens(script.words, copy, shift)
  return `<figure class="script" data-copy="${escapeHtml(copy.copy)}" data-copied="${escapeHtml(
    copy.copied,
  )}"><figcaption>${when}</figcaption>\n<blockquote>${words}</blockquote></figure>\n`
}

/** Sets the words of a block as a whole, as what a mark is depends on what stands beside it. */
function setType(token: Token, quotes: Quotes): void {
  if (token.type === 'table') {
    const { header, rows } = token as Tokens.Table
    for (const cell of [...header, ...rows.flat()]) setPieces(cell.tokens, quotes)
  }
  if (token.type === 'blockquote') scriptIn(token as Tokens.Blockquote)
  if (!['paragraph', 'heading', 'text'].includes(token.type)) return
  if ('tokens' in token && token.tokens) setPieces(token.tokens, quotes)
}

function setPieces(tokens: Token[], quotes: Quotes): void {
  const pieces = tokens.flatMap(piecesOf)
  const text = pieces.map((piece) => (typeof piece === 'string' ? piece : piece.text))
  const set = typeset(text.join(BETWEEN_PIECES), quotes).split(BETWEEN_PIECES)
  if (set.length !== pieces.length) return
  for (const [index, piece] of pieces.entries()) {
    if (typeof piece !== 'string') piece.text = set[index] ?? ''
  }
}

/** The words that a piece of a line holds; something in the place of what is not to be set. */
function piecesOf(token: Token): (Tokens.Text | string)[] {
  if (token.type === 'text' && !('escaped' in token && token.escaped)) return [token as Tokens.Text]
  if (token.type === 'br') return ['\n']
  const isBare = token.type === 'link' && !token.raw.startsWith('[')
  const isOpaque = isBare || !('tokens' in token) || token.type === 'image'
  return isOpaque ? [NOT_SET] : (token.tokens ?? []).flatMap(piecesOf)
}

function link(href: string, label: string): string {
  const target = unescapeHtml(href)
  return isSafe(target) ? `<a href="${escapeHtml(target)}">${label}</a>` : label
}

/**
 * Links of no scheme are relative; `//host` would leave the site unseen and is refused, as is what
 * an entity may hide in place of a scheme.
 */
function isSafe(href: string): boolean {
  const target = [...href].filter((character) => character > ' ').join('')
  if (ANY_SCHEME.test(target)) return SAFE_TARGET.test(target)
  return !/^[\\/]{2}|^[^/?#]*&/.test(target)
}

function wordsOf(token: Token): string {
  if (token.type === 'space' || token.type === 'hr') return ''
  if (token.type === 'br') return ' '
  if (token.type === 'blockquote') {
    const quoted = token as Tokens.Blockquote
    const script = scriptIn(quoted)
    if (!script) return allWords(quoted.tokens)
    return `${script.when && `${script.when}:\n`}${allWords(script.words)}`
  }
  if (token.type === 'list') return (token as Tokens.List).items.map(wordsOf).join('\n')
  if (token.type === 'table') {
    const { header, rows } = token as Tokens.Table
    return [header, ...rows]
      .map((row) => row.map((cell) => inline(cell.tokens)).join(' '))
      .join('\n')
  }
  if ('tokens' in token && token.tokens) {
    return token.type === 'list_item' ? token.tokens.map(wordsOf).join('\n') : inline(token.tokens)
  }
  return 'text' in token ? unescapeHtml(String(token.text)) : ''
}

function inline(tokens: Token[]): string {
  return tokens.map(wordsOf).join('')
}

/** marked's tokens keep what the writer typed, entities included; words should not. */
function unescapeHtml(text: string): string {
  return text
    .replace(/&(amp|lt|gt|quot|#39);/g, (entity) => {
      return Object.keys(escapes).find((character) => escapes[character] === entity) ?? entity
    })
    .replaceAll('&nbsp;', ' ')
}

/** Lists where a text's links lead, as they are written. */
export function linkTargets(markdown: string): string[] {
  const targets: string[] = []
  reader.walkTokens(lex(markdown), (token) => {
    if (token.type === 'link') targets.push(token.href)
  })
  return targets
}
