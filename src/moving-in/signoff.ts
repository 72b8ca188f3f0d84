import { type Block, reworded } from './block.ts'
import { small } from './wording.ts'

/** A letter without the name under it. */
export type Signed = { blocks: Block[]; signoff: string | null; closing: Block | null }

const DASH = '(?:[—–―~]|-{1,3})'
const NAMED = new RegExp(`^${DASH}\\s*(?<name>[^\\s—–-].{0,58})$`, 'u')
const CLOSING =
  /^(?:signed|yours(?: (?:truly|sincerely|faithfully))?|sincerely|(?:kind |best |warm )?regards|best(?: wishes)?|many thanks|thanks(?: in advance)?|thank you(?: in advance)?|love|salam(?: hormat| hangat)?|hormat (?:saya|kami)|terima kasih|wassalam(?:ualaikum[ \p{L}.]*)?)[,.!]?$/u
/** “In solidarity,”, “Yours worriedly,”: a few words and a comma right above the name. */
const FAREWELL = /^\p{Lu}\p{L}*(?: \p{L}+){0,3},$/u
const SIGNED =
  /^(?:signed|yours(?: (?:truly|sincerely|faithfully))?|sincerely|(?:kind |best )?regards|salam(?: hormat| hangat)?|hormat (?:saya|kami)|tertanda)\s*[,:]\s*(?<name>\S.{0,58})$/
const WITHHELD =
  /^\(?(?<name>(?:name|names) (?:withheld|changed)|anonymous|nama (?:disamarkan|dirahasiakan)|anonim)\)?\.?$/
/** “From: Chained to My Desk”. */
const SENDER =
  /^(?:from|dari|nama|name|pengirim|penanya)\s*:\s*(?<name>\p{L}\S*(?: [^.?!:]{0,50})?)$/u
const AT_END = /(?<=[.?!…"'”’)])\s+(?<dash>[—–]\s?)(?<name>\p{Lu}[^.?!\n]{1,50})$/u
/** A name that nothing marks is short, and is no sentence. */
const BARE = /^(?<name>\p{Lu}[^.?!:;\n]{0,47}[^.?!:;,\n])$/u
const MOST_WORDS = 9

/**
 * Takes the name off a letter's end: behind a dash, under “Sincerely,”, “name withheld”, or short and
 * alone where `isClosed` says that nothing of the letter follows it for sure.
 */
export function signed(blocks: Block[], { isClosed }: { isClosed: boolean }): Signed {
  const last = blocks.at(-1)
  const none = { blocks, signoff: null, closing: null }
  if (last?.kind !== 'paragraph') return none
  const lines = last.text.split('\n')
  const bottom = lines.at(-1)?.trim() ?? ''
  const name = nameIn(bottom)
  const above = lines.length > 1 ? lines.at(-2)?.trim() : blocks.at(-2)?.text.trim()
  const isUnderClosing = CLOSING.test(small(above ?? '')) || FAREWELL.test(above ?? '')
  const isSet = last.look !== 'plain' || /^\(.*\)$/.test(bottom)
  const most = isUnderClosing || isSet ? MOST_WORDS : MOST_WORDS - 3
  const isName = (isUnderClosing || isClosed) && blocks.length > 1 - (lines.length > 1 ? 1 : 0)
  const bare = isName ? bareName(bottom, most) : null
  const signoff = name ?? bare
  if (signoff) {
    const rest = withoutLines(blocks, isUnderClosing ? 2 : 1)
    if (rest.length === 0) return none
    const isInWords = /\p{L}/u.test(bottom.slice(0, bottom.indexOf(signoff)))
    const words = [isUnderClosing ? above : '', isInWords ? bottom : ''].filter(Boolean).join('\n')
    const closing = words ? { ...last, text: words } : null
    return { blocks: rest, signoff, closing }
  }
  const { index, groups } = AT_END.exec(last.text) ?? {}
  if (!groups?.name || index === undefined) return none
  const cut = last.markdown.lastIndexOf(groups.dash ?? '—')
  const kept = reworded(last, last.text.slice(0, index), last.markdown.slice(0, cut).trim())
  return { blocks: [...blocks.slice(0, -1), kept], signoff: groups.name.trim(), closing: null }
}

/** Gives the name behind a dash or in words that only stand under letters; null when it is none. */
export function nameIn(line: string): string | null {
  for (const pattern of [NAMED, SIGNED, WITHHELD, SENDER]) {
    const found = pattern.exec(small(line))?.groups?.name ?? ''
    const at = small(line).lastIndexOf(found)
    const name = line.slice(at, at + found.length).trim()
    if (name && !/[.?!]$/.test(name.replace(/\b\p{Lu}\.$/u, '')) && wordsOf(name) <= 9) return name
  }
  return null
}

/** Whether a line closes a letter: “Yours sincerely,”. */
export function isClosing(line: string): boolean {
  return CLOSING.test(small(line)) || FAREWELL.test(line)
}

function bareName(line: string, most: number): string | null {
  const inside = /^\(([^()]*)\)$/.exec(line)?.[1] ?? line
  const name = BARE.exec(inside)?.groups?.name?.trim()
  return name && wordsOf(name) <= most ? name : null
}

function wordsOf(text: string): number {
  return text.split(/\s+/).length
}

/** Takes so many lines off the end, whether they are blocks of their own or the end of one. */
function withoutLines(blocks: Block[], count: number): Block[] {
  if (count === 0) return blocks
  const last = blocks.at(-1)
  if (!last) return blocks
  const [lines, markdown] = [last.text.split('\n'), last.markdown.split('\n')]
  const rest =
    lines.length > 1 && markdown.length === lines.length
      ? [
          ...blocks.slice(0, -1),
          reworded(last, lines.slice(0, -1).join('\n'), markdown.slice(0, -1).join('\n').trimEnd()),
        ]
      : blocks.slice(0, -1)
  return withoutLines(rest, count - 1)
}
