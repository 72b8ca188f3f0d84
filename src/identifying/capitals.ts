import { lists } from './lists.ts'
import type { Span } from './pattern.ts'
import { isGivenName, isOnlyName, openersOf, type Word, wordsOf } from './text.ts'

/** One or more words in a row that may be a name; `first` and `last` count the letter's words. */
type Run = { first: number; last: number; words: Word[] }

const AT_WORK =
  /\b(?:(?:work(?:s|ed|ing)?|jobs?|role|hired|employed|employee|started|bekerja|kerja|magang|karyawan|pegawai)(?: [^\s.,]+){0,3} (?:at|for|with|by|di|untuk|dari)|joined|left|join|leave) (?:the )?$/i
const IN_PLACE = /\b(?:in|near|around|outside|to|from|di|ke|dari|kota|kabupaten|kecamatan|desa) $/i
const AFTER_PLACE = /^ (?:office|branch|plant|site|factory|depot|store|warehouse|campus)\b/
const ACTS =
  /^(?: (?:said|says|told|tells|asked|asks|thinks|thought|wants|wanted|keeps|kept|knows|knew|gave|gives|took|takes|calls|laughed|replied|warned|reckons|swears|joined|promised|insists|insisted|sent|sends)|,? who)\b/
const BERTINDAK =
  /^ (?:bilang|berkata|menjawab|meminta|menyuruh|menulis|menelepon|marah|mengatakan|bercerita)\b/
const MADE_UP =
  /\b(?:call(?:ed)? (?:him|her|them|it|me)|sebut saja|panggil saja) (?:[a-zß-öø-ɏ]+ )?$/i
const ROLE =
  /\b(?:(?:my|our|the) (?:[a-zß-öø-ɏ]+ )?(?:manager|boss|supervisor|colleague|co-?worker|team-?mate|friend|sister|brother|mother|father|husband|wife|son|daughter|mate|client|assistant|director|owner|lead|landlord|recruiter|founder|head)|(?:atasan|bos|manajer|rekan kerja|rekan|teman|supervisor|direktur|asisten|klien) (?:saya|aku|kami)),? $/i

/**
 * Finds names by their capitals: a word that has one inside a sentence names somebody or something,
 * unless it is known to be harmless. What a name is (person, employer or place) is told by its words
 * and those before it; when nothing tells, it is a person. A name of the letter is found again where
 * it begins a sentence; any other word there only when it is a given name, or acts like a person.
 */
export function findNames(text: string, language: string): Span[] {
  const words = wordsOf(text, language)
  const runs = runsOf(words, openersOf(language)).filter(({ words }) => isParticular(words))
  const strong = new Set(runs.filter((run) => isStrong(run, words)))
  const known = new Set([...strong].flatMap((run) => run.words.map(({ lower }) => lower)))
  const named = runs.filter((run) => strong.has(run) || isKnown(run, text, known))
  return [
    ...named.flatMap((run) => spanOf(run, words, text) ?? []),
    ...words.flatMap((word, index) => spanInLower(word, words[index - 1]) ?? []),
  ]
}

function runsOf(words: Word[], openers: Set<string>): Run[] {
  const runs: Run[] = []
  for (let first = 0; first < words.length; first += 1) {
    const [word, next] = [words[first], words[first + 1]]
    if (!word || !mayName(word) || isOpener(word, next, openers)) continue
    let last = first
    while (goesOn(words, last)) last += lists().nameJoints.has(words[last + 1]?.lower ?? '') ? 2 : 1
    runs.push({ first, last, words: words.slice(first, last + 1) })
    first = last
  }
  return runs
}

function mayName({ hasCapital, isHarmless }: Word): boolean {
  return hasCapital && !isHarmless
}

/** “Yesterday Teresa”: the first word is no part of the name that follows it. */
function isOpener(word: Word, next: Word | undefined, openers: Set<string>): boolean {
  if (!word.isWeak || isGivenName(word)) return false
  const isBeforeName = next?.gap === ' ' && mayName(next) && isGivenName(next)
  return openers.has(word.lower.replace(/'.*/, '')) || /ly$/.test(word.lower) || isBeforeName
}

/** Words that are harmless alone belong to a company's name: “Sable Ridge Community Bank”. */
function goesOn(words: Word[], last: number): boolean {
  const [word, next, second] = [words[last], words[last + 1], words[last + 2]]
  if (!word || !next) return false
  const isInitial = word.text.length === 1 && next.gap === '. '
  if (next.gap !== ' ' && next.gap !== ' & ' && !isInitial) return false
  const isSecond = second?.gap === ' ' && second.hasCapital
  if (lists().nameJoints.has(next.lower)) return isSecond && mayName(second)
  if (!next.hasCapital) return false
  const isPart = (one: Word) =>
    lists().organisation.has(one.lower) || lists().general.has(one.lower)
  return !next.isHarmless || isPart(next) || (isSecond && isPart(second))
}

/** “The Company”, “the Working Time Directive” and the like name nobody in particular. */
function isParticular(run: Word[]): boolean {
  const isGeneral = lists().general.has(run.at(-1)?.lower ?? '')
  return !isGeneral && (run.length > 2 || run.some(({ lower }) => !lists().organisation.has(lower)))
}

function isStrong({ first, words: run }: Run, words: Word[]): boolean {
  const isCompany = isBefore(words, first, lists().beforeCompany)
  return isCompany || run.some((word) => mayName(word) && !word.isWeak)
}

/** Tells whether a word of a set stands right before a word: “Pak Hendra”, “PT Maju”, “Mr. Hill”. */
function isBefore(words: Word[], index: number, set: Set<string>): boolean {
  const [previous, word] = [words[index - 1], words[index]]
  const isNext = word?.gap === ' ' || word?.gap === '. '
  return isNext && !!previous?.hasCapital && set.has(previous.lower)
}

/**
 * None of its capitals says anything: then it must be known, or do what a person does. What is no
 * given name may be a noun: “Customers said”, “Pengelola meminta”.
 */
function isKnown({ words: run }: Run, text: string, known: Set<string>): boolean {
  const last = run.at(-1)
  const rest = text.slice(last?.end, (last?.end ?? 0) + 20)
  if (ACTS.test(rest) && !last?.lower.endsWith('s')) return true
  return run.some((word) => {
    const isSure = isGivenName(word) && !lists().namesAndWords.has(word.lower)
    return isSure || known.has(word.lower) || (isGivenName(word) && BERTINDAK.test(rest))
  })
}

function spanOf({ first, last, words: run }: Run, words: Word[], text: string): Span | null {
  let from = first
  while (isBefore(words, from, lists().titles)) from -= 1
  const isTitled = from < first
  const isCompany = isBefore(words, first, lists().beforeCompany)
  if (isCompany) from = first - 1
  const [start, end] = [words[from]?.start ?? 0, words[last]?.end ?? 0]
  const before = text.slice(Math.max(0, start - 60), start)
  if (MADE_UP.test(before)) return null
  const isPerson = isTitled || run.some(isGivenName)
  const isMade = run.some(
    ({ lower, gap }, at) => lists().organisation.has(lower) || (at && gap === ' & '),
  )
  if (isCompany || isMade || (!isPerson && AT_WORK.test(before))) {
    return { kind: 'employer', start, end }
  }
  const isThere = IN_PLACE.test(before) || AFTER_PLACE.test(text.slice(end, end + 12))
  if (!isPerson && isThere) return { kind: 'place', start, end }
  return withRole(text, before, { kind: 'person', start, end })
}

/** “my manager, Teresa,” is one detail, so that “my manager” can take its place. */
function withRole(text: string, before: string, span: Span): Span {
  const role = before.match(ROLE)?.[0]
  if (!role) return span
  const end = role.endsWith(', ') && text[span.end] === ',' ? span.end + 1 : span.end
  return { ...span, start: span.start - role.length, end }
}

/** Some write without capitals: a name must then have a title, or be no other word. */
function spanInLower(word: Word, previous: Word | undefined): Span | null {
  if (word.hasCapital) return null
  const title = word.gap === ' ' && lists().titles.has(previous?.lower ?? '') ? previous : undefined
  const isMister = /^(?:mr|mrs|ms)$/.test(title?.lower ?? '')
  const isNamed = title ? isGivenName(word) : isOnlyName(word.lower)
  if (!isMister && !isNamed) return null
  return { kind: 'person', start: title?.start ?? word.start, end: word.end }
}
