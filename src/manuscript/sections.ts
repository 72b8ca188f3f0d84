import { characters } from '../text.ts'
import { isDay } from './front-matter-values.ts'
import { joined } from './markdown-lines.ts'
import { quoted, type Report } from './problem.ts'
import {
  canonicalTitle,
  cutSections,
  KEYWORDS,
  type Kind,
  type Title,
  type Titled,
} from './section-cuts.ts'

/** A printed letter and its reply, in Markdown; the headline is its own, in a column of several. */
export type Exchange = {
  headline: string | null
  letter: string
  signoff: string | null
  reply: string
}

/** A text in Markdown with its day, YYYY-MM-DD. */
export type Dated = { on: string; text: string }

/** What stands under a column's headings. */
export type Body = {
  /** The editor's note, in Markdown. */
  note: string | null
  exchanges: Exchange[]
  updates: Dated[]
  corrections: Dated[]
}

/** A section from its heading's line to the last with text, both counted from 1. */
type Section = Title & { line: number; lastLine: number; text: string }

const ANY_HEADING =
  "Write “# Editor's note”, “# Letter”, “# Reply”, “# Update 2026-09-01” or " +
  '“# Correction 2026-09-01”; headings inside a text begin with “##”.'
const SIGNOFF = /^ {0,3}—(.*)$/s
/** As for the column's own headline. */
const LONGEST_HEADLINE = 200

/**
 * Reads the sections from line `from` on (counted from 0). Reports unknown headings, text outside
 * the sections, empty sections, sections out of order, days that are none or before `published`
 * (an instant), and code blocks without an end; after a report the result is of no use.
 */
export function readSections(
  lines: string[],
  from: number,
  published: string | null,
  report: Report,
): Body {
  const { headings, tidy, unclosed } = cutSections(lines, from)
  if (unclosed) {
    const instead = `Write “${unclosed.run}” on a line of its own below the code.`
    report(unclosed.line + 1, 'A code block begins here and does not end.', instead)
  }
  const sections = splitSections(tidy, headings, from, report)
  checkTexts(sections, report)
  checkOrder(sections, from, report)
  checkHeadlines(sections, report)
  checkDays(sections, published?.slice(0, 10) ?? '', report)
  return bodyOf(sections)
}

/** Cuts the text at the headings whose section can be told, and reports all that are not exact. */
function splitSections(lines: string[], headings: Titled[], from: number, report: Report) {
  const first = lines.findIndex((line, index) => index >= from && line.trim() !== '')
  if (first >= 0 && headings[0]?.line !== first) {
    report(first + 1, 'This text stands above the first section.', 'Write “# Letter” above it.')
  }
  const cuts = headings.flatMap((heading) => {
    const { title } = heading
    if (!title?.isExact) {
      const instead = title ? `Write “# ${title.canonical}”.` : ANY_HEADING
      report(heading.line + 1, `Unknown heading ${quoted(heading.text)}.`, instead)
    }
    return title ? [{ ...heading, ...title }] : []
  })
  return cuts.map((cut, index): Section => {
    const end = cuts[index + 1]?.line ?? lines.length
    let lastLine = end
    while (lines[lastLine - 1] === '') lastLine -= 1
    return { ...cut, line: cut.line + 1, lastLine, text: joined(lines.slice(cut.end, end)) }
  })
}

function checkTexts(sections: Section[], report: Report): void {
  for (const { kind, line, lastLine, text } of sections) {
    const { letter, signoff } = kind === 'letter' ? signed(text) : { letter: text, signoff: null }
    if (letter.trim() === '') {
      const instead = 'Write its text below the heading, or take the heading out.'
      report(line, `This ${KEYWORDS[kind].toLowerCase()} has no text.`, instead)
    }
    if (signoff === '') {
      report(lastLine, 'This signoff has no name.', 'Write “— ” and the name, or no dash.')
    }
  }
}

/** Takes the signoff off a letter: its last line, where that begins with an em dash. */
function signed(text: string): { letter: string; signoff: string | null } {
  const lines = text.split('\n')
  const [, name] = SIGNOFF.exec(lines.at(-1) ?? '') ?? []
  if (name === undefined) return { letter: text, signoff: null }
  return { letter: joined(lines.slice(0, -1)), signoff: name.trim() }
}

function checkOrder(sections: Section[], from: number, report: Report): void {
  const kinds = sections.map(({ kind }) => kind)
  const addition = kinds.findIndex((kind) => kind === 'update' || kind === 'correction')
  if (!kinds.includes('letter')) {
    report(
      Math.max(from, 1),
      'The column has no letter.',
      'Write “# Letter”, and “# Reply” below it.',
    )
  }
  for (const [index, { kind, line, isExact }] of sections.entries()) {
    if (!isExact) continue
    if (kind === 'note' && index > 0) {
      const instead = "Move its text under one “# Editor's note” above the first letter."
      report(line, 'The editor’s note stands at the top, and only once.', instead)
    }
    if (kind === 'letter' && addition >= 0 && addition < index) {
      const instead = 'Move the letter and its reply above every update and correction.'
      report(line, 'This letter stands below an update or a correction.', instead)
    }
    if (kind === 'letter' && kinds[index + 1] !== 'reply') {
      report(line, 'This letter has no reply.', 'Write “# Reply” and the reply below the letter.')
    }
    if (kind === 'reply' && kinds[index - 1] !== 'letter') {
      report(line, 'This reply has no letter.', 'Write “# Letter” and the letter above the reply.')
    }
  }
}

function checkHeadlines(sections: Section[], report: Report): void {
  const letters = sections.filter(({ kind }) => kind === 'letter')
  for (const { line, detail, isExact } of letters) {
    if (characters(detail) > LONGEST_HEADLINE) {
      const problem = `This letter’s headline has ${characters(detail)} characters.`
      report(line, problem, `Write at most ${LONGEST_HEADLINE}.`)
    }
    if (isExact && detail === '' && letters.length > 1) {
      const instead = 'Write it as in “# Letter: Help, my boss sings”.'
      report(line, 'In a column of several letters, each has a headline.', instead)
    }
  }
}

function checkDays(sections: Section[], publishedOn: string, report: Report): void {
  for (const { kind, line, detail } of sections) {
    if (kind !== 'update' && kind !== 'correction') continue
    const word = KEYWORDS[kind]
    const subject = `This ${word.toLowerCase()}`
    const [day = '2026-09-01'] = /\d{4}-\d\d-\d\d/.exec(detail) ?? []
    const instead = `Write a day as in “# ${word} ${isDay(day) ? day : '2026-09-01'}”.`
    if (detail === '') report(line, `${subject} has no day.`, instead)
    else if (!isDay(detail))
      report(line, `${quoted(detail)} is not a day of the calendar.`, instead)
    else if (detail < publishedOn) {
      const problem = `${subject} is dated before the column was published, ${publishedOn}.`
      report(line, problem, `Write “# ${word} ${publishedOn}” or a later day.`)
    }
  }
}

function bodyOf(sections: Section[]): Body {
  const dated = (wanted: Kind) => {
    const chosen = sections.filter(({ kind }) => kind === wanted)
    return chosen.map(({ detail, text }) => ({ on: detail, text }))
  }
  const exchanges = sections.flatMap(({ kind, detail, text }, index) => {
    if (kind !== 'letter') return []
    return [{ headline: detail || null, ...signed(text), reply: sections[index + 1]?.text ?? '' }]
  })
  const note = sections.find(({ kind }) => kind === 'note')?.text ?? null
  return { note, exchanges, updates: dated('update'), corrections: dated('correction') }
}

/** Writes the sections in their canonical order, with one blank line around each heading. */
export function writeSections({ note, exchanges, updates, corrections }: Body): string {
  const sections = note === null ? [] : [section(canonicalTitle('note', ''), note)]
  for (const { headline, letter, signoff, reply } of exchanges) {
    const text = joined([letter, '', signoff === null ? '' : `— ${signoff}`])
    sections.push(section(canonicalTitle('letter', headline ?? ''), text))
    sections.push(section(canonicalTitle('reply', ''), reply))
  }
  for (const { on, text } of updates) sections.push(section(canonicalTitle('update', on), text))
  for (const { on, text } of corrections) {
    sections.push(section(canonicalTitle('correction', on), text))
  }
  return sections.join('\n')
}

function section(title: string, text: string): string {
  return text === '' ? `# ${title}\n` : `# ${title}\n\n${text}\n`
}
