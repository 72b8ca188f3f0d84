import { type Block, escaped, type Remark, reworded } from './block.ts'
import { junkLineOf, pagePhraseIn } from './junk-line.ts'
import { isLeadingElsewhere } from './page-words.ts'
import { signs, TEASER } from './signs.ts'
import { namesAsked } from './stray-questions.ts'
import { small } from './wording.ts'

/** A sentence with what is behind it, or what ends a paragraph without being one. */
const SENTENCE = /[^.?!…]+(?:[.?!…]+(?!\s|$|["”’)\]])[^.?!…]*)*[.?!…]*["”’)\]]*\s*/gu
/** “VIDEO: How to Fold a Cloth Then …”: a title in capitals goes on to the last of them. */
const TITLED =
  /^(?<title>(?:\p{Lu}{4,}|\p{Lu}\p{L}+(?: \p{L}+)?)\s*[:|»] (?:(?:\p{Lu}[\p{L}\p{N}’'-]*|an?|the|of|to|in|for|and|with|is|di|ke|dari|dan|yang|untuk) )+)(?=\p{Lu}\p{L}* \p{Ll})/u
/** “>>> Click here <<<” */
const ARROWED = /(?:>{2,}|»{2,}|={2,}>)\s*[^<>«»=]{4,80}?(?:<{2,}|«{2,}|<={2,}|$)\s*/g
/** These lead to another page even at a sentence's beginning. */
const TEASING =
  /^(?:read (?:more|also)|baca (?:juga|selengkapnya|pula)|see also|also read|lihat juga|simak juga|selengkapnya|related)(?!\p{L})/u
/** Without one of these, or a phrase that pages have, nothing strayed in. */
const MAY_HOLD = /[?:|»›>–—]| - |read|baca|see|lihat|simak|selengkapnya|related/
/** In characters: what is left of a paragraph and is shorter is no paragraph. */
const LEAST_LEFT = 40
const LONGEST = 130

/**
 * Cuts what strayed into a paragraph out of it: a search question about somebody famous, “Read more:
 * …”, “Click here”. What looks like such a thing and may be somebody's own stays, and is marked.
 */
export function withoutGlued(blocks: Block[], remarks: Remark[]): Block[] {
  return blocks.map((one) => {
    if (one.kind !== 'paragraph' || one.furniture || one.look !== 'plain') return one
    const found = straysIn(one.text, blocks)
    if (found.length === 0) return one
    return found.reduce((rest, { text, reason }) => {
      const cut = without(rest, text)
      remarks.push({ kind: cut ? 'left' : 'eye', line: one.line, reason, text: text.trim() })
      return cut ?? rest
    }, one)
  })
}

/** What strayed into a text, with the reason; nothing where hardly anything else is in it. */
function straysIn(text: string, all: Block[]): { text: string; reason: string }[] {
  const letters = small(text)
  if (!MAY_HOLD.test(letters) && !signs().phrases.some(({ says }) => says(letters))) return []
  const title = TITLED.exec(text)?.groups?.title ?? ''
  const arrowed = text.match(ARROWED) ?? []
  const rest = [title, ...arrowed].reduce((left, one) => left.replace(one, ''), text)
  const sentences = rest.match(SENTENCE) ?? []
  const strays = [
    ...(title && isLeadingElsewhere(title.trim()) ? [{ text: title, reason: TEASER }] : []),
    ...arrowed.flatMap((text) => reasoned(text, text.replace(/[<>«»=]/g, ''), all)),
    ...(sentences.length > 1 ? sentences.flatMap((text) => reasoned(text, text, all)) : []),
  ]
  const left = strays.reduce((left, { text }) => left - text.length, text.length)
  return left > LEAST_LEFT ? strays : []
}

function reasoned(text: string, words: string, all: Block[]): { text: string; reason: string }[] {
  const line = words.trim()
  if (line.length > LONGEST) return []
  const isAsked = namesAsked(line)
  const isStranger = isAsked.length > 0 && !isAsked.some((name) => isTold(name, line, all))
  if (isStranger) return [{ text, reason: 'a search question about somebody famous' }]
  const letters = small(line)
  const isTeasing = TEASING.test(letters) && junkLineOf(line)?.reason === TEASER
  const reason = isTeasing || isLeadingElsewhere(line) ? TEASER : pagePhraseIn(letters)
  return reason ? [{ text, reason }] : []
}

/** Whether somebody is told of beside the one line that asks about them. */
function isTold(name: string, line: string, all: Block[]): boolean {
  const [first = name] = name.split(' ')
  return all.some(({ text }) => text.replace(line, '').includes(first))
}

/** A block without some of its words; null where its marks make that unclear. */
function without(one: Block, words: string): Block | null {
  const marked = escaped(words.trim())
  const at = one.markdown.indexOf(marked)
  if (at < 0 || one.markdown.indexOf(marked, at + 1) >= 0) return null
  const cut = (text: string, part: string) => text.replace(part, '').replace(/ {2,}/g, ' ').trim()
  return reworded(one, cut(one.text, words.trim()), cut(one.markdown, marked))
}
