import { day, daysAgo, writtenDay } from '../../dates.ts'
import { findDetails } from '../../identifying.ts'
import type { OpenLetter } from '../../letters/sealed.ts'
import type { LetterRow } from '../../schema.ts'
import { crisisIn } from './flags/crisis.ts'
import { otherLanguage } from './flags/language.ts'
import { spamIn } from './flags/spam.ts'
import { isNotAboutWork, sentElsewhere } from './flags/work.ts'
import { languageName } from './letter-words.ts'

/** A piece of a text: UTF-16 offsets. */
export type Span = { start: number; end: number }

/**
 * Something about a letter that an editor should know: what it is, the words that raised it, and
 * where those stand in the letter. It informs and decides nothing.
 */
export type Flag = { kind: FlagKind; title: string; why: string; words: string[]; marks: Span[] }
export const FLAG_KINDS = [
  'crisis',
  'neededBy',
  'details',
  'language',
  'length',
  'work',
  'elsewhere',
  'spam',
] as const
export type FlagKind = (typeof FLAG_KINDS)[number]

/** Words below which a letter seldom tells enough, and above which it takes long to read. */
const SHORT = 60
const LONG = 1000
/** So many days ahead a day is soon. */
const SOON_DAYS = 7

type Flagged = Pick<LetterRow, 'words' | 'neededBy' | 'language' | 'status'>

/** Gives a letter's flags by what stands in its row: for these it need not be opened. */
export function flagsOfRow({ words, neededBy, status }: Flagged, now: Date): Flag[] {
  const isOpen = ['received', 'shortlisted', 'waiting', 'held', 'grouped'].includes(status)
  const isPast = neededBy !== null && neededBy < day(now)
  const isSoon = neededBy !== null && neededBy <= daysAgo(now, -SOON_DAYS)
  return [
    ...(isOpen && neededBy && (isPast || isSoon)
      ? [
          flag(
            'neededBy',
            isPast ? 'Needed by a day that has passed' : 'Needed soon',
            `The writer has no use for an answer after ${writtenDay(neededBy, 'en')}.`,
          ),
        ]
      : []),
    ...(words < SHORT
      ? [flag('length', 'Short', `It has ${words} words: you may have to ask for more.`)]
      : []),
    ...(words > LONG ? [flag('length', 'Long', `It has ${words} words.`)] : []),
  ]
}

/** Tells whether an opened letter has a flag of this kind. */
export function hasFlag(kind: FlagKind, row: Flagged, text: OpenLetter, now: Date): boolean {
  return flagsOf(row, text, now, kind).some((flag) => flag.kind === kind)
}

/**
 * Gives all of an opened letter's flags, the gravest first. Details cost more to find than all else
 * together: they are left out when one other kind is asked for.
 */
export function flagsOf(row: Flagged, text: OpenLetter, now: Date, kind?: FlagKind): Flag[] {
  const letter = text.letter ?? ''
  const around = [text.question, text.tried].filter(Boolean).join('\n')
  const found = (kind: FlagKind, title: string, why: string, find: (text: string) => Span[]) => {
    const marks = find(letter)
    const words = [...wordsAt(letter, marks), ...wordsAt(around, find(around))]
    return words.length > 0 ? [{ kind, title, why, words: [...new Set(words)], marks }] : []
  }
  const { links, promises, repeated } = spamIn(letter)
  const spam = [...links, ...promises, ...repeated]
  return [
    ...found('crisis', 'Words of crisis', CRISIS_NOTE, crisisIn),
    ...flagsOfRow(row, now),
    ...(kind === undefined || kind === 'details'
      ? found(
          'details',
          'Details that may identify somebody',
          'Change or leave them out before it is printed.',
          (each) => findDetails(each, row.language),
        )
      : []),
    ...languageFlag(`${around}\n${letter}`, row.language),
    ...(isNotAboutWork(`${around}\n${letter}`, row.words)
      ? [flag('work', 'Perhaps not about work', 'It has no word that letters about work have.')]
      : []),
    ...found(
      'elsewhere',
      'Sent to another column too',
      'The letter says so; ask before you answer.',
      sentElsewhere,
    ),
    ...(spam.length > 0
      ? [
          {
            ...flag('spam', 'Signs of spam', spamWhy({ links, promises, repeated })),
            words: [...new Set(wordsAt(letter, spam))],
            marks: spam,
          },
        ]
      : []),
  ]
}

/** What an editor should do about words of crisis. */
const CRISIS_NOTE =
  'Read it now. No column is quick enough: if somebody may be in danger, write to them today on the ticket, and say where help is.'

function spamWhy({ links, promises, repeated }: ReturnType<typeof spamIn>): string {
  const signs = [
    links.length > 0 && `${links.length} links`,
    promises.length > 0 && 'promises as advertisements make them',
    repeated.length > 0 && 'the same sentence over and over',
  ]
  return `It has ${signs.filter(Boolean).join(' and ')}.`
}

function languageFlag(text: string, stated: string): Flag[] {
  const other = otherLanguage(text, stated)
  if (!other) return []
  const seems = other === 'none' ? 'another language' : languageName(other)
  const why = `It seems to be in ${seems}; its writer chose ${languageName(stated)}, and so is the ticket.`
  return [flag('language', 'Another language', why)]
}

function flag(kind: FlagKind, title: string, why: string): Flag {
  return { kind, title, why, words: [], marks: [] }
}

function wordsAt(text: string, spans: Span[]): string[] {
  return spans.map(({ start, end }) => text.slice(start, end).trim())
}
