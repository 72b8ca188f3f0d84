import type { Remark } from '../../moving-in.ts'

/** Elements that say nothing, with all that is in them; and those that hold no part of a column. */
const SILENT = /^(?:head|iframe|noscript|object|script|select|style|svg|template|textarea)$/
const FURNITURE: Record<string, string> = {
  nav: 'navigation of the old page',
  form: 'a form of the old page',
  aside: 'beside the old page’s text',
  footer: 'the old page’s foot',
}
const BLOCK =
  /^(?:address|article|blockquote|body|center|div|dl|dt|dd|fieldset|figcaption|figure|h[1-6]|header|hr|html|li|main|ol|p|pre|section|table|tr|ul)$/
const TOKEN =
  /<!--[\s\S]*?(?:-->|$)|<[!?][^>]*>|<(\/?)([a-z][a-z\d]*)((?:[^>"']|"[^"]{0,4000}"|'[^']{0,4000}'){0,1000})>|[^<]+|</gi
const NAMED: Record<string, string> = {
  ...{ amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ', shy: '', hellip: '…' },
  ...{ ndash: '–', mdash: '—', lsquo: '‘', rsquo: '’', ldquo: '“', rdquo: '”', laquo: '«' },
  ...{ raquo: '»', bull: '•', middot: '·', eacute: 'é', egrave: 'è', agrave: 'à', uuml: 'ü' },
  ...{
    ouml: 'ö',
    auml: 'ä',
    szlig: 'ß',
    ccedil: 'ç',
    ntilde: 'ñ',
    euro: '€',
    pound: '£',
    deg: '°',
  },
}

/** Whether a text is the source of a page, and not a text that has a sign of it somewhere. */
export function isHtml(text: string): boolean {
  return /<(?:p|div|br|h[1-6]|blockquote|article|section|body|li|td)\b[^>]*>/i.test(text)
}

/**
 * Writes the source of a page as the text that people type: paragraphs apart by blank lines, headings,
 * quotes, lists, links and emphasis in Markdown's manner. What can be no part of a column is left out, and
 * told. It is a small reader, for one column that an editor looks at; the command line has a whole one.
 */
export function textOfHtml(html: string): { text: string; remarks: Remark[] } {
  const remarks: Remark[] = []
  const lines: string[] = []
  const open: string[] = []
  const links: string[] = []
  let words = ''
  let mark = ''
  let number = 0
  let last = { isQuote: false, isItem: false }

  const within = (pattern: RegExp) => open.findLast((name) => pattern.test(name))
  const furniture = () => FURNITURE[within(/^(?:nav|form|aside|footer)$/) ?? '']
  const flush = () => {
    const reason = furniture()
    const said = words
      .split('\n')
      .map((line) => line.replace(/[^\S\n]+/g, ' ').trim())
      .join('\n')
      .replace(/\n{3,}/g, '\n\n')
      .trim()
    const started = mark
    words = ''
    if (!said) return
    mark = ''
    if (reason) {
      const text = said.replace(/\[([^\]]*)\]\([^)]*\)|\*+/g, '$1')
      remarks.push({ kind: 'left', line: lines.length + 1, reason, text })
    } else push(`${started}${said}`, open.includes('blockquote'), /^(?:-|\d+\.) /.test(started))
  }
  /** Between blocks stands a line that is blank, in a quote behind its mark, and in a list none. */
  const push = (text: string, isQuote: boolean, isItem: boolean) => {
    const between = last.isQuote && isQuote ? '>' : ''
    if (lines.length > 0 && !(last.isItem && isItem && last.isQuote === isQuote)) {
      lines.push(between)
    }
    lines.push(...text.split('\n').map((line) => (isQuote ? `> ${line}`.trimEnd() : line)))
    last = { isQuote, isItem }
  }
  const start = (name: string, attributes: string) => {
    if (BLOCK.test(name) || FURNITURE[name]) flush()
    if (/^h[1-6]$/.test(name)) mark = '## '
    else if (name === 'ol') number = 0
    else if (name === 'li') {
      number += 1
      mark = within(/^[ou]l$/) === 'ol' ? `${number}. ` : '- '
    } else if (name === 'br') words += '\n'
    else if (name === 'hr') push('---', false, false)
    else if (/^(?:b|strong)$/.test(name)) words += '**'
    else if (/^(?:i|em)$/.test(name)) words += '*'
    else if (name === 'a') {
      const target = attributeOf(attributes, 'href').trim()
      links.push(target.replace(/[\s()]/g, (sign) => `%${sign.charCodeAt(0).toString(16)}`))
      if (links.at(-1)) words += '['
    } else if (name === 'img') {
      const text = `${attributeOf(attributes, 'alt')} ${attributeOf(attributes, 'src')}`.trim()
      remarks.push({ kind: 'left', line: lines.length + 1, reason: 'a picture', text })
    }
    if (!/^(?:br|hr|img|input|link|meta|wbr)$/.test(name)) open.push(name)
  }
  const end = (name: string) => {
    if (BLOCK.test(name) || FURNITURE[name]) flush()
    if (BLOCK.test(name)) mark = ''
    if (/^(?:b|strong)$/.test(name)) words = closed(words, '**')
    else if (/^(?:i|em)$/.test(name)) words = closed(words, '*')
    else if (name === 'a') {
      const target = links.pop()
      if (target) words += `](${target})`
    }
    const at = open.lastIndexOf(name)
    if (at >= 0) open.splice(at, 1)
  }

  for (const [token, slash, tag, attributes = ''] of html.matchAll(TOKEN)) {
    const name = tag?.toLowerCase()
    const silent = within(SILENT)
    if (name === undefined) {
      if (!silent && !/^<[!?]/.test(token)) words += decoded(token).replace(/\s/g, ' ')
    } else if (slash) {
      if (!silent || name === silent) end(name)
    } else if (!silent && !attributes.endsWith('/')) start(name, attributes)
    else if (!silent) start(name, attributes.slice(0, -1))
  }
  flush()
  return { text: lines.join('\n').trim(), remarks }
}

/** Puts a mark at the end of what it opened; what is empty has none. Spaces stand outside. */
function closed(words: string, mark: string): string {
  const at = words.lastIndexOf(mark)
  const inner = words.slice(at + mark.length)
  if (at < 0 || inner.trim() === '') return at < 0 ? words : words.slice(0, at) + inner
  const [, before = '', text = '', after = ''] = /^(\s*)([\s\S]*?)(\s*)$/.exec(inner) ?? []
  return `${words.slice(0, at)}${before}${mark}${text}${mark}${after}`
}

function attributeOf(attributes: string, name: string): string {
  const found = new RegExp(`\\b${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)'|([^\\s"'>]+))`, 'i')
  const [, double, single, bare] = found.exec(attributes) ?? []
  return decoded(double ?? single ?? bare ?? '')
}

function decoded(text: string): string {
  return text.replace(/&(?:#(\d+)|#x([\da-f]+)|(\w+));/gi, (whole, decimal, hex, name) => {
    if (name) return NAMED[name] ?? whole
    const code = Number.parseInt(hex ?? decimal, hex ? 16 : 10)
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : ''
  })
}
