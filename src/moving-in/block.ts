/** A piece of a text that comes from elsewhere, whatever it was written in. */
export type Block = {
  kind: 'paragraph' | 'heading' | 'list' | 'image' | 'rule' | 'code'
  /** The line of its source on which it begins, from 1. */
  line: number
  /** Its words alone, a line break as \n. */
  text: string
  markdown: string
  isQuoted: boolean
  /** How all of it is set; a letter may be known by being set otherwise than its reply. */
  look: 'plain' | 'bold' | 'italic'
  /** Where it stood in its page, if that is no place for a text: “navigation”, “form”. */
  furniture: string | null
}

/** What came of a line of the source: it was taken, left out, or a person should look at it. */
export type Remark = { kind: 'taken' | 'left' | 'eye'; line: number; reason: string; text: string }

const OPENS_BLOCK = /^( {0,3})(#{1,6}(?=\s|$)|>|[-+*](?=\s|$)|=+\s*$|-+\s*$|~{3}|`{3})/gm
const OPENS_ITEM = /^( {0,3}\d{1,9})([.)])(?=\s|$)/gm

/** Gives a paragraph, or what else is said. */
export function block(line: number, text: string, rest: Partial<Block> = {}): Block {
  const given = { line, text, markdown: rest.markdown ?? guarded(text) }
  const plain = { kind: 'paragraph', isQuoted: false, look: 'plain', furniture: null } as const
  return { ...plain, ...rest, ...given }
}

/** Writes words as Markdown that shows just them: marks that would mean something are escaped. */
export function escaped(words: string): string {
  return words
    .replace(/[\\`*]|(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])|!(?=\[)|\](?=[(:[])|~(?=~)/gu, '\\$&')
    .replace(/<(?=[a-z/!?])|&(?=#?\w+;)/gi, '\\$&')
}

/** Gives Markdown whose lines open no heading, quote, list or code. */
export function guarded(markdown: string): string {
  return markdown.replace(OPENS_BLOCK, '$1\\$2').replace(OPENS_ITEM, '$1\\$2')
}

/** Writes blocks as one Markdown text; neighbours that are quoted make one quote. */
export function written(blocks: Block[]): string {
  return blocks
    .map(({ markdown, isQuoted }, index) => {
      const text = isQuoted ? inQuote(markdown) : markdown
      if (index === 0) return text
      return (isQuoted && blocks[index - 1]?.isQuoted ? '\n>\n' : '\n\n') + text
    })
    .join('')
}

/** Puts every line of a text behind a `>`. */
export function inQuote(markdown: string): string {
  return markdown.replace(/^/gm, '> ').replace(/[ \t]+$/gm, (end) => (end === '  ' ? end : ''))
}

/** Gives a text as it is compared: its letters and digits, small, one space between words. */
export function folded(text: string): string {
  // Most of what people write is plain letters, and those need not be taken apart.
  const plain = text.replace(/[’‘]/g, "'").replace(/[“”–—…]/g, ' ')
  if (isPlain(plain)) {
    return plain
      .toLowerCase()
      .replaceAll("'", '')
      .replace(/[^a-z0-9]+/g, ' ')
      .trim()
  }
  return plain
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[\p{M}']/gu, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}

/** Whether a text is of plain letters and marks alone, which are quickly compared. */
export function isPlain(text: string): boolean {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: all of ASCII is meant
  return !/[^\u0000-\u007f]/.test(text)
}

/** Whether two texts are one but for their marks and capitals; a long text is never a short one. */
export function isSame(one: string, other: string): boolean {
  const [least, most] = [one.length, other.length].sort((a, b) => a - b)
  return (most ?? 0) <= 2 * (least ?? 0) + 8 && folded(one) === folded(other)
}

/** Gives a block with other words, set as it was. */
export function reworded(one: Block, text: string, markdown: string): Block {
  return { ...one, text, markdown }
}

/** Gives a block that is bold or italic from end to end as plain. */
export function unset(one: Block): Block {
  if (one.look === 'plain') return one
  const marks = one.look === 'bold' ? /(?<!\\)\*\*/g : /(?<![\\*])\*(?!\*)/g
  return { ...one, look: 'plain', markdown: one.markdown.replace(marks, '') }
}

/** Whether a paragraph opens with a quotation mark. */
export function opensInMarks({ kind, text }: Block): boolean {
  return kind === 'paragraph' && /^["“]/.test(text)
}

/** Whether a paragraph closes with a quotation mark. */
export function closesInMarks({ text }: Block): boolean {
  return /["”]$/.test(text)
}

/** Cuts so many characters of its words off a block's beginning, from its Markdown too. */
export function withoutOpening(one: Block, length: number): Block {
  const rest = one.text.slice(length).replace(/^\s+/, '')
  return reworded(one, rest, markdownFrom(unset(one), rest))
}

/** The Markdown from where its words are `rest`; where marks make that unclear, the words alone. */
function markdownFrom({ markdown }: Block, rest: string): string {
  const wanted = folded(rest)
  const opening = rest.match(/^.\S*/u)?.[0] ?? ''
  for (let at = markdown.indexOf(opening); at >= 0; at = markdown.indexOf(opening, at + 1)) {
    const candidate = markdown.slice(at)
    const isWhole = folded(candidate.replace(/\]\([^)\s]*\)/g, ' ')) === wanted
    if (isWhole && balanced(candidate)) return guarded(candidate)
  }
  return guarded(escaped(rest))
}

function balanced(markdown: string): boolean {
  return (markdown.match(/(?<!\\)\*/g)?.length ?? 0) % 2 === 0 && !/^[^[]*\]\(/.test(markdown)
}
