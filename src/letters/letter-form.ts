import { CONSENTS, type Consent } from '../schema.ts'
import { characters, clean, words } from '../text.ts'
import { type Copy, copies, type Language } from '../ui/copy/index.ts'
import { COUNTRIES } from './countries.ts'

/** The form's fields in the page's order. */
export const FIELDS = [
  'question',
  'letter',
  'tried',
  'signoff',
  'consent',
  'disguise',
  'topic',
  'standing',
  'country',
  'language',
  'needed_by',
  'follow_up',
  'email',
  'terms',
  'differs',
] as const
export type Field = (typeof FIELDS)[number]

export const STANDINGS = [
  'managing',
  'managed',
  'colleague',
  'job_hunting',
  'hr',
  'owner',
  'consultant',
] as const

export const FOLLOW_UPS = ['3', '6', '12'] as const

/** What stands in each field: cleaned, otherwise as it was typed. */
export type Entries = Record<Field, string>

/**
 * What is wrong with a field, or with the form's own ticket; `count` is how many characters or words
 * the field has, where that counts.
 */
export type Problem = {
  field: Field | 'ticket'
  key: keyof Copy['letters']['problems']
  count: number
}

/** A letter that may be sent: every field as it is stored, or sealed. */
export type LetterForm = {
  question: string
  letter: string
  tried: string
  disguise: string
  signoff: string
  differs: string
  consent: Consent
  language: Language
  topic: string | null
  standing: string | null
  country: string | null
  neededBy: string | null
  followUp: number | null
  email: string | null
}

/** What may be chosen: topics by slug, the site's languages, days from today (YYYY-MM-DD, UTC). */
export type Choices = { topics: string[]; languages: Language[]; today: string }

/**
 * Reads the fields of a form in a page's language. A field that comes twice counts once (the last),
 * one that is missing is empty or has its default, and unknown ones are left aside. No text is cut.
 */
export function readEntries(form: URLSearchParams, language: Language): Entries {
  const typed = (field: Field) => clean(form.getAll(field).at(-1) ?? '')
  const line = (field: Field) => typed(field).replace(/\s+/g, ' ')
  const entries = Object.fromEntries(FIELDS.map((field) => [field, line(field)])) as Entries
  return {
    ...entries,
    letter: typed('letter'),
    tried: typed('tried'),
    disguise: typed('disguise'),
    differs: typed('differs'),
    consent: entries.consent || 'show_first',
    language: entries.language || language,
  }
}

/** Gives the first thing wrong with each field, in the page's order; none: the letter may be sent. */
export function checkEntries(entries: Entries, choices: Choices): Problem[] {
  const broken = rules(choices).flatMap(([field, key, check]) => {
    const count = check(entries[field])
    return count === null ? [] : [{ field, key, count }]
  })
  return FIELDS.flatMap((field) => broken.find((problem) => problem.field === field) ?? [])
}

/** Gives the letter of entries that were checked. */
export function letterOf(entries: Entries): LetterForm {
  const { question, letter, tried, disguise, differs } = entries
  const language = entries.language as Language
  return {
    question,
    letter,
    tried,
    disguise,
    differs,
    signoff: entries.signoff || copies[language].letters.anonymous,
    consent: entries.consent as Consent,
    language,
    topic: entries.topic || null,
    standing: entries.standing || null,
    country: entries.country || null,
    neededBy: entries.needed_by || null,
    followUp: Number(entries.follow_up) || null,
    email: entries.email || null,
  }
}

/** The count that breaks a rule; null when the text keeps it. */
type Check = (text: string) => number | null

/** The product's limits, one a line. */
function rules({ topics, languages, today }: Choices): [Field, Problem['key'], Check][] {
  return [
    ['question', 'questionMissing', missing],
    ['question', 'questionTooLong', longerThan(150)],
    ['letter', 'letterMissing', missing],
    ['letter', 'letterTooShort', shorterThan(40)],
    ['letter', 'letterTooLong', longerThan(10_000)],
    ['tried', 'triedTooLong', longerThan(600)],
    ['signoff', 'signoffTooLong', longerThan(60)],
    ['consent', 'consentUnknown', noneOf(CONSENTS)],
    ['disguise', 'disguiseTooLong', longerThan(1000)],
    ['topic', 'topicUnknown', noneOf(['', ...topics])],
    ['standing', 'standingUnknown', noneOf(['', ...STANDINGS])],
    ['country', 'countryUnknown', noneOf(['', ...COUNTRIES])],
    ['language', 'languageUnknown', noneOf(languages)],
    ['needed_by', 'neededByNoDate', (text) => breaks(text !== '' && !isDay(text))],
    ['needed_by', 'neededByPast', (text) => breaks(text !== '' && text < today)],
    ['follow_up', 'followUpUnknown', noneOf(['', ...FOLLOW_UPS])],
    ['email', 'emailUnlikely', (text) => breaks(text !== '' && !isLikelyEmail(text))],
    ['terms', 'termsMissing', missing],
    ['differs', 'differsTooLong', longerThan(600)],
  ]
}

function breaks(isBroken: boolean): number | null {
  return isBroken ? 0 : null
}

function missing(text: string): number | null {
  return breaks(text === '')
}

/** Counting graphemes is slow, and a text never has more of them than code units. */
function longerThan(limit: number): Check {
  return (text) => {
    const count = text.length > limit ? characters(text) : text.length
    return count > limit ? count : null
  }
}

function shorterThan(limit: number): Check {
  return (text) => {
    const count = words(text)
    return count < limit ? count : null
  }
}

function noneOf(choices: readonly string[]): Check {
  return (text) => breaks(!choices.includes(text))
}

/** Tells whether a text is a day of the calendar, YYYY-MM-DD: 30 February is none. */
export function isDay(text: string): boolean {
  const date = new Date(`${text}T00:00:00Z`)
  return !Number.isNaN(date.getTime()) && date.toISOString().slice(0, 10) === text
}

/** 254 characters are the most that mail takes (RFC 5321); the rest only the mail server knows. */
function isLikelyEmail(text: string): boolean {
  return text.length <= 254 && /^[^\s@,;:<>"()]+@[^\s@,;:<>"()]+\.[^\s@,;:<>"().]+$/.test(text)
}
