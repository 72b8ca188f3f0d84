import { type Block, escaped, guarded, inQuote, type Remark, written } from './block.ts'
import { small } from './wording.ts'

/** Words that lead to words to say: “You could say:”, “Katakan:”. */
const LEADS =
  /(?<!\p{L})(?:say|saying|tell|telling|write|script|try|ask|asking|words|reply|answer|e-?mail|send|like this|along the lines|bilang|katakan|berkata|ucapkan|tulis|tulislah|sampaikan|jawab|jawablah|kirim|kirimkan|kalimat\w*|begini|coba|kata-kata\w*|berikut|skrip)(?!\p{L})[^.?!]*:$/u
/** When to say them, where the line that leads to them tells. */
const WHEN =
  /^(?:(?:and |so )?(?:if|when|once|after|before|next time|to (?:your|the|her|him|them)|for)\b|(?:dan )?(?:kalau|jika|bila|saat|ketika|setelah|sebelum|kepada|untuk)\b)[^,:.;]{3,80}(?=[,:])/
const QUOTATION = /^["“]([^"“”]{12,})["”]$/su
/** “To your manager: “I’d like …”” */
const LABELLED = /^(?<label>[^:"“”.?!]{3,90}):\s*["“](?<words>[^"“”]{12,})["”]$/su
const LONGEST_LABEL = 90

/** A reply in Markdown, with the words to say that were proposed in it. */
export type Reply = { markdown: string; remarks: Remark[]; scripts: number }

/**
 * Writes a reply, and proposes as scripts what are words to say: quotations behind “You could say:”
 * or under a label such as “When they call”. Each is marked, for a person to look at.
 */
export function withScripts(blocks: Block[]): Reply {
  const remarks: Remark[] = []
  const pieces: string[] = []
  let from = 0
  while (from < blocks.length) {
    const found = scriptAt(blocks, from, pieces)
    if (found) {
      if (found.isLabelled) pieces.pop()
      pieces.push(found.markdown)
      const { line = 1, text = '' } = blocks[from] ?? {}
      remarks.push({ kind: 'taken', line, reason: 'proposed as a script', text })
      from += found.length
      continue
    }
    const run = runFrom(blocks, from)
    pieces.push(written(run))
    from += run.length
  }
  return { markdown: pieces.join('\n\n'), remarks, scripts: remarks.length }
}

/** A quotation of several blocks is written as one. */
function runFrom(blocks: Block[], from: number): Block[] {
  const end = blocks.findIndex((one, index) => index >= from && !one.isQuoted)
  if (!blocks[from]?.isQuoted) return blocks.slice(from, from + 1)
  return blocks.slice(from, end < 0 ? blocks.length : end)
}

function scriptAt(blocks: Block[], from: number, pieces: string[]) {
  const [one, before] = [blocks[from], blocks[from - 1]]
  if (!one) return null
  const { label, words } = (one.isQuoted ? null : LABELLED.exec(one.text)?.groups) ?? {}
  if (label && words && (WHEN.test(small(`${label}:`)) || /^\*\*/.test(one.markdown))) {
    const markdown = scriptOf(label, guarded(escaped(words)))
    return { markdown, length: 1, isLabelled: false }
  }
  const isLabelled = before !== undefined && pieces.length > 0 && isLabel(before)
  if (!isLabelled && !(before && LEADS.test(small(before.text.trim())))) return null
  const when = isLabelled ? before.text.replace(/:$/, '') : whenIn(before?.text ?? '')
  if (one.isQuoted) {
    const run = runFrom(blocks, from)
    const plain = run.map((each) => ({ ...each, isQuoted: false }))
    return { markdown: scriptOf(when, bare(written(plain))), length: run.length, isLabelled }
  }
  const [, quoted] = QUOTATION.exec(one.text) ?? []
  if (!quoted || one.kind !== 'paragraph') return null
  return { markdown: scriptOf(when, bare(one.markdown)), length: 1, isLabelled }
}

/** A short line set as a heading tells when to say what stands under it. */
function isLabel({ kind, look, text, isQuoted }: Block): boolean {
  const isSet = kind === 'heading' || look === 'bold'
  return isSet && !isQuoted && text.length <= LONGEST_LABEL && !text.includes('\n')
}

function whenIn(lead: string): string {
  const when = lead.slice(0, WHEN.exec(small(lead))?.[0].length ?? 0).trim()
  return when.charAt(0).toUpperCase() + when.slice(1)
}

function scriptOf(when: string, words: string): string {
  return inQuote(`[!SCRIPT]${when ? ` ${when}` : ''}\n${words}`)
}

/** Words without the quotation marks around the whole of them, as a script needs none. */
function bare(markdown: string): string {
  const isOne = /^["“][^"“”]*["”]$/su.test(markdown)
  return isOne ? guarded(markdown.slice(1, -1)) : markdown
}
