import { Parser } from 'htmlparser2'
import { type Block, escaped, guarded } from '../../moving-in/block.ts'
import { Inline, type Mark } from './inline.ts'

const BLOCKS = new Set(
  'address article aside blockquote body center dd details div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr html li main nav ol p pre section summary table tbody td tfoot th thead tr ul'.split(
    ' ',
  ),
)
const SILENT = new Set(
  'head iframe noscript object script style svg template textarea title video audio select'.split(
    ' ',
  ),
)
const BOLD = new Set(['b', 'strong'])
const ITALIC = new Set(['cite', 'em', 'i'])
const VOID = new Set('area base br col embed hr img input link meta source track wbr'.split(' '))
/** How old pages set what has no element for it; a whole cell or page is set so for its look alone. */
const STYLED: [mark: Mark, style: RegExp][] = [
  ['**', /font-weight\s*:\s*(?:bold|[6-9]00)/i],
  ['*', /font-style\s*:\s*(?:italic|oblique)/i],
]
/** Elements, and names that old systems gave to elements, of which none holds a column's text. */
const FURNITURE: [name: string, tag: RegExp | null, className: RegExp | null][] = [
  [
    'navigation of the old page',
    /^nav$/,
    /(?:^|[\s_-])(?:breadcrumbs?|nav(?:bar|igation)?|menu|pagination)(?:$|[\s_-])/i,
  ],
  [
    'a form of the old page',
    /^form$/,
    /(?:^|[\s_-])(?:newsletter|subscribe|subscription|signup|mailchimp|search-?form)(?:$|[\s_-])/i,
  ],
  ['a quotation of the text beside it', null, /(?:^|[\s_-])pull-?quote(?:$|[\s_-])/i],
  [
    'links for sharing',
    null,
    /(?:^|[\s_-])(?:share(?:daddy)?|sharing|social|addtoany|buttons?)(?:$|[\s_-])/i,
  ],
  [
    'a link to another article',
    null,
    /(?:^|[\s_-])(?:related(?:posts|-posts)?|jp-relatedposts|yarpp|recommended|read-?more|teasers?)(?:$|[\s_-])/i,
  ],
  [
    'beside the old page’s text',
    /^aside$/,
    /(?:^|[\s_-])(?:sidebar|widget|advert(?:isement)?|ads?|promo|cookie\w*|banner)(?:$|[\s_-])/i,
  ],
  [
    'the old page’s foot',
    /^footer$/,
    /(?:^|[\s_-])(?:site-?footer|colophon|copyright)(?:$|[\s_-])/i,
  ],
  [
    'comments of the old page',
    null,
    /(?:^|[\s_-])(?:comments?(?:-?(?:area|list|section))?|disqus\w*)(?:$|[\s_-])/i,
  ],
]

/** How HTML is read: whether blank lines part paragraphs, as WordPress' classic editor has it. */
export type Reading = { areLinesParagraphs?: boolean }

/**
 * Reads HTML as blocks, leniently, whatever it is broken by: each with its line, its words and its
 * Markdown, and where in the page it stood if that is no place for a text. Scripts, styles and what
 * is embedded say nothing.
 */
export function htmlBlocks(html: string, { areLinesParagraphs = false }: Reading = {}): Block[] {
  const blocks: Block[] = []
  const open: { name: string; furniture: string | null }[] = []
  const set: { name: string; marks: Mark[] }[] = []
  const lists: { isOrdered: boolean; items: string[]; texts: string[]; line: number }[] = []
  const line = lineCounter(html)
  let inline = new Inline()
  let silent = 0
  let inPre = 0

  const quotes = () => open.filter(({ name }) => name === 'blockquote').length
  const furniture = () => open.findLast(({ furniture }) => furniture)?.furniture ?? null
  const isIn = (name: string) => open.some((one) => one.name === name)
  const heading = () => open.some(({ name }) => /^h[1-6]$/.test(name))

  const caption = (text: string) => {
    const last = blocks.at(-1)
    if (last?.kind !== 'image') return false
    last.text = text
    return true
  }
  const push = (one: Partial<Block> & { text: string; markdown: string; line: number }) => {
    blocks.push({
      kind: 'paragraph',
      look: 'plain',
      isQuoted: quotes() > 0,
      furniture: furniture(),
      ...one,
    })
  }
  const flush = () => {
    const { text, markdown, look, line } = inline.end()
    inline = inline.next()
    if (text === '' || (isIn('figcaption') && caption(text))) return
    const list = lists.at(-1)
    if (list) {
      list.texts.push(text)
      list.items.push(markdown)
    } else if (inPre > 0) push({ kind: 'code', text, line, markdown: `\`\`\`\n${text}\n\`\`\`` })
    else if (heading()) push({ kind: 'heading', text, markdown: `## ${escaped(text)}`, line })
    else push({ text, markdown: guarded(markdown), look, line })
  }
  const endList = () => {
    const list = lists.pop()
    if (!list || list.items.length === 0) return
    const text = list.texts.join('\n')
    const outer = lists.at(-1)
    const marks = list.items.map((item, index) => {
      const mark = list.isOrdered ? `${index + 1}.` : '-'
      return `${mark} ${item.replace(/\n/g, `\n${' '.repeat(mark.length + 1)}`)}`
    })
    if (outer) {
      outer.texts.push(text)
      outer.items.push(marks.join('\n'))
    } else push({ kind: 'list', text, markdown: marks.join('\n'), line: list.line })
  }

  const parser = new Parser(
    {
      onopentag(name, attributes) {
        if (SILENT.has(name)) silent += 1
        if (silent > 0) return
        if (BLOCKS.has(name)) {
          flush()
          open.push({ name, furniture: furnitureOf(name, attributes) })
        }
        const marks = marksOf(name, attributes.style ?? '')
        if (!VOID.has(name)) set.push({ name, marks })
        for (const mark of marks) inline.open(mark)
        const at = line(parser.startIndex)
        if (name === 'ul' || name === 'ol') {
          lists.push({ isOrdered: name === 'ol', items: [], texts: [], line: at })
        } else if (name === 'pre') inPre += 1
        else if (name === 'hr') push({ kind: 'rule', text: '', markdown: '', line: at })
        // Old pages part paragraphs by two broken lines.
        else if (name === 'br')
          inline.endsInBreak && lists.length === 0 ? flush() : inline.breakLine()
        else if (name === 'img') image(attributes, at)
        else if (name === 'a') inline.openLink(attributes.href ?? '')
      },
      ontext(text) {
        if (silent > 0) return
        if (inPre > 0) return inline.write(text, line(parser.startIndex), true)
        if (!areLinesParagraphs) return inline.write(text, line(parser.startIndex))
        let at = line(parser.startIndex)
        for (const [index, piece] of text.split(/(\n[^\S\n]*\n\s*|\n)/).entries()) {
          if (index % 2 === 0) inline.write(piece, at)
          else if (piece === '\n') inline.breakLine()
          else if (!isIn('li')) flush()
          at += piece.split('\n').length - 1
        }
      },
      onclosetag(name) {
        if (SILENT.has(name)) silent = Math.max(0, silent - 1)
        if (silent > 0) return
        if (BLOCKS.has(name)) flush()
        const from = set.findLastIndex((one) => one.name === name)
        for (const mark of from < 0 ? [] : (set.splice(from, 1)[0]?.marks ?? [])) inline.close(mark)
        if (name === 'a') inline.closeLink()
        if (!BLOCKS.has(name)) return
        if (name === 'ul' || name === 'ol') endList()
        if (name === 'pre') inPre = Math.max(0, inPre - 1)
        const at = open.findLastIndex((one) => one.name === name)
        if (at >= 0) open.splice(at, 1)
      },
    },
    { decodeEntities: true },
  )
  function image({ src = '', alt = '' }: Record<string, string>, at: number) {
    if (!src || src.startsWith('data:')) return
    push({ kind: 'image', text: alt, markdown: `![${escaped(alt)}](${src})`, line: at })
  }
  parser.write(html)
  parser.end()
  flush()
  return blocks.map((one) => ({ ...one, furniture: holdsMost(one.furniture, blocks) }))
}

/** A name that most of a page stands under says nothing of it. */
function holdsMost(furniture: string | null, blocks: Block[]): string | null {
  const size = (some: Block[]) => some.reduce((all, { text }) => all + text.length, 0)
  const inside = blocks.filter((one) => one.furniture === furniture)
  return furniture && size(inside) > size(blocks) / 2 ? null : furniture
}

function furnitureOf(tag: string, { class: className = '', id = '' }: Record<string, string>) {
  const found = FURNITURE.find(
    ([, tags, names]) => tags?.test(tag) || names?.test(className) || names?.test(id),
  )
  // A whole page may be called after its sidebar.
  return found && !/^(?:html|body|main|article)$/.test(tag) ? found[0] : null
}

function marksOf(tag: string, style: string): Mark[] {
  const marks: Mark[] = BOLD.has(tag) ? ['**'] : ITALIC.has(tag) ? ['*'] : []
  return [...marks, ...STYLED.flatMap(([mark, pattern]) => (pattern.test(style) ? [mark] : []))]
}

/** Gives the line of a place in a text, from 1; asked with places that go up. */
function lineCounter(text: string): (index: number) => number {
  let at = 0
  let line = 1
  return (index) => {
    for (; at < index; at += 1) if (text.charCodeAt(at) === 10) line += 1
    return line
  }
}
