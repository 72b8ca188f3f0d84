import { alike } from '../../identifying/edit.ts'
import { lists } from '../../identifying/lists.ts'
import { isOrdinary } from '../../identifying/ordinary.ts'
import { isOnlyName } from '../../identifying/text.ts'
import { type Detail, findDetails, type Kind, neutral } from '../../identifying.ts'
import { type Capital, type Pattern, patternsOf, tokensOf } from './folded.ts'

/** What kind of thing would give a writer away: the log holds it in place of the thing itself. */
export type LeakKind = Kind | 'alias' | 'disguise'

/**
 * Something of a letter that readers must not see: its ways to be written, the longest first, what to
 * look for, and words that could stand in for it. `figure` is the kind of one too short to be known
 * without what stands around it, such as an age.
 */
export type Term = {
  kind: LeakKind
  originals: string[]
  patterns: Pattern[]
  replacement: string
  figure?: Kind
}

/** A letter that a draft came from, opened, as far as the check reads it. */
export type LetterText = { texts: string[]; disguise: string; language: string }

/** Gives what may give a letter's writer away: details of its text, and names of its disguise field. */
export function termsOf({ texts, disguise, language }: LetterText): Term[] {
  // The longest first: “my manager, Teresa Quill,” tells what stands in for “Teresa” wherever she is.
  const details = [...texts, disguise]
    .flatMap((text) => findDetails(text, language))
    .sort((one, other) => other.text.length - one.text.length)
  const terms = alike(details).flatMap((same) => termOf(same, language))
  const known = new Set(terms.flatMap(({ patterns }) => patterns.map(({ compact }) => compact)))
  const named = namesOf(disguise).filter((name) =>
    patternsOf(name).some(({ compact }) => !known.has(compact)),
  )
  return [
    ...terms,
    ...[...new Set(named)].map((name) => ({
      kind: 'disguise' as const,
      originals: [name],
      patterns: patternsOf(name, capitalOfName(name)),
      replacement: '',
    })),
  ]
}

/** Gives the capital that a name needs: none when it can be nothing else. */
export function capitalOfName(name: string): Capital {
  if (/\P{L}/u.test(name) || isOnlyName(name.toLowerCase())) return 'any'
  if (isOrdinary(name)) return 'telling'
  return /^\p{Lu}/u.test(name) ? 'capital' : 'any'
}

function termOf(same: Detail[], language: string): Term[] {
  const [first] = same
  if (!first) return []
  const { kind } = first
  const originals = [...new Set(same.flatMap(waysToWrite))].sort(
    (one, other) => other.length - one.length,
  )
  const isName = kind === 'person' || kind === 'employer' || kind === 'place'
  const patterns = originals.flatMap((original) =>
    patternsOf(original, isName ? capitalOfName(original) : 'any'),
  )
  const isShort = kind === 'age' || patterns.some(({ compact }) => compact.length < 3)
  const replacement = neutral(first, language)
  return [{ kind, originals, patterns, replacement, ...(isShort && { figure: kind }) }]
}

/** “my manager, Teresa Quill,” is also “Teresa Quill”, “Teresa” and “Quill”; a day needs no “on”. */
function waysToWrite({ kind, text }: Detail): string[] {
  const whole = text.replace(/[\s,.;:]+$/, '')
  if (kind === 'date') return [whole.replace(/^(?:on|pada|tanggal|tgl\.?)\s+(?:the\s+)?/i, '')]
  if (kind !== 'person' && kind !== 'employer' && kind !== 'place') return [whole]
  const [name = whole] = /\p{Lu}.*$/su.exec(whole.replace(/^(?:My|Our|The) (?=\p{Ll})/u, '')) ?? []
  const words = kind === 'person' ? name.split(/[\s,]+/).filter(isNamePart) : []
  return [whole, name, ...words]
}

function isNamePart(word: string): boolean {
  const lower = word.toLowerCase().replace(/\.$/, '')
  const { titles, nameJoints } = lists()
  return /^\p{Lu}[\p{L}\p{M}’'-]{2,}$/u.test(word) && !titles.has(lower) && !nameJoints.has(lower)
}

/**
 * What looks like a name where a writer says what to change: words in quotes, words with a capital
 * inside a sentence, and numbers of two or more digits. A word that only begins a sentence does not.
 */
function namesOf(disguise: string): string[] {
  const quoted = [...disguise.matchAll(/["“‘]([^"”’\n]{2,60})["”’]/g)].map(
    ([, words = '']) => words,
  )
  const numbers = disguise.match(/\d[\d.,]*\d/g) ?? []
  const tokens = tokensOf(disguise)
  const names: string[] = []
  for (const [index, token] of tokens.entries()) {
    const previous = tokens[index - 1]
    const isName = token.hasCapital && !token.isFirst && token.text.length > 1
    if (!isName || !/^\p{L}/u.test(token.text)) continue
    const word = disguise.slice(token.start, token.end)
    const goesOn = previous && names.length > 0 && disguise.slice(previous.end, token.start) === ' '
    const isAfterName = goesOn && previous.hasCapital && !previous.isFirst
    if (isAfterName) names.push(`${names.pop()} ${word}`)
    else names.push(word)
  }
  return [...quoted, ...numbers, ...names]
}
