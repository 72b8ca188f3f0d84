import { escaped } from '../../moving-in/block.ts'

type Look = 'plain' | 'bold' | 'italic'
export type Mark = '**' | '*'

/** Words of one block as they are read, with their emphasis and links; written as text and Markdown. */
export class Inline {
  #runs: { text: string; marks: Mark[]; target: string | null; isCode: boolean }[] = []
  #marks: Mark[] = []
  #target: string | null = null
  #line = 0

  /** Adds words; `line` is where they stand. White space is one space, unless it is kept. */
  write(text: string, line: number, keepsSpace = false): void {
    const words = keepsSpace ? text : text.replace(/[ \t\n\f\r]+/g, ' ')
    if (words === '') return
    if (this.#line === 0 && words.trim() !== '') this.#line = line
    this.#runs.push({
      text: words,
      marks: [...this.#marks],
      target: this.#target,
      isCode: keepsSpace,
    })
  }

  breakLine(): void {
    this.#runs.push({ text: '\n', marks: [], target: null, isCode: false })
  }

  open(mark: Mark): void {
    this.#marks.push(mark)
  }

  close(mark: Mark): void {
    const at = this.#marks.lastIndexOf(mark)
    if (at >= 0) this.#marks.splice(at, 1)
  }

  openLink(target: string): void {
    this.#target = target
  }

  closeLink(): void {
    this.#target = null
  }

  /** Whether nothing but space stands behind the last broken line. */
  get endsInBreak(): boolean {
    const last = this.#runs.findLast(({ text }) => text === '\n' || text.trim() !== '')
    return last?.text === '\n'
  }

  /** What is written next, set and linked as what is open here. */
  next(): Inline {
    const next = new Inline()
    next.#marks = [...this.#marks]
    next.#target = this.#target
    return next
  }

  /** Gives what was written. */
  end(): { text: string; markdown: string; look: Look; line: number } {
    const runs = this.#runs
    const text = tidy(runs.map(({ text }) => text).join(''))
    const line = Math.max(1, this.#line)
    if (runs.some(({ isCode }) => isCode)) {
      const code = runs.map(({ text }) => text).join('')
      return { text: code.replace(/^\n+|\s+$/g, ''), markdown: '', look: 'plain', line }
    }
    const worded = runs.filter(({ text }) => /[\p{L}\p{N}]/u.test(text))
    const isAll = (mark: Mark) =>
      worded.length > 0 && worded.every(({ marks }) => marks.includes(mark))
    const look = isAll('**') ? 'bold' : isAll('*') ? 'italic' : 'plain'
    return {
      text,
      markdown: tidy(merged(runs).map(written).join('')).replace(/\n/g, '  \n'),
      look,
      line,
    }
  }
}

type Run = { text: string; marks: Mark[]; target: string | null }

/** Runs that are set alike are one, so that no mark closes where the next opens. */
function merged(runs: Run[]): Run[] {
  const all: Run[] = []
  for (const { text, marks, target } of runs) {
    const before = all.at(-1)
    const unique = [...new Set(marks)].sort()
    if (before && before.target === target && before.marks.join() === unique.join()) {
      before.text += text
    } else all.push({ text, marks: unique, target })
  }
  return all
}

/** Marks stand close to words: spaces go outside, and what has no word gets none. */
function written({ text, marks, target }: Run): string {
  const [, before = '', words = '', after = ''] = /^(\s*)(.*?)(\s*)$/s.exec(text) ?? []
  if (words === '') return text
  const isMarked = /[\p{L}\p{N}]/u.test(words)
  const mark = isMarked ? [...marks].sort((one, other) => other.length - one.length) : []
  const open = mark.join('')
  const close = [...mark].reverse().join('')
  const inner = `${open}${escaped(words)}${close}`
  const isLink = target !== null && isMarked && /^(?:https?:|mailto:|\/|\?)/i.test(target)
  const address = (target ?? '').trim().replace(/[ ()<>]/g, encodeURIComponent)
  return (
    before +
    (isLink ? `[${inner}](${address.replaceAll('(', '%28').replaceAll(')', '%29')})` : inner) +
    after
  )
}

function tidy(text: string): string {
  return text
    .replace(/[ \t]*\n[ \t]*/g, '\n')
    .replace(/\n{2,}/g, '\n')
    .replace(/ {2,}/g, ' ')
    .trim()
}
