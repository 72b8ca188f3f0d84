import type { FigureCheck } from './figure-patterns.ts'
import type { NumberCheck } from './number-patterns.ts'
import { type OpenPattern, opened as openPatterns, type WrittenPattern } from './pattern.ts'
import type { JobCheck } from './rare-jobs.ts'

/** The lists by name, each of its words between spaces, and patterns: as they stand in the static file. */
export type WrittenLists = Record<Name, string> & {
  openers: Record<string, string>
  harmlessPhrases: string
  addresses: WrittenPattern[]
  figures: WrittenPattern<FigureCheck>[]
  numbers: WrittenPattern<NumberCheck>[]
  rareJobs: WrittenPattern<JobCheck>[]
}

type Name =
  | 'givenNames'
  | 'namesAndWords'
  | 'largePlaces'
  | 'noJobs'
  | 'commonJobs'
  | 'commonFields'
  | 'pekerjaan'
  | 'harmless'
  | 'general'
  | 'organisation'
  | 'beforeCompany'
  | 'titles'
  | 'nameJoints'

type Lists = Record<Name, Set<string>> & {
  openers: Record<string, Set<string>>
  harmlessPhrases: RegExp
  addresses: OpenPattern[]
  figures: OpenPattern<FigureCheck>[]
  numbers: OpenPattern<NumberCheck>[]
  rareJobs: OpenPattern<JobCheck>[]
}

let opened: Lists | null = null

/**
 * Gives the words and patterns by which details are told. Throws while nobody has opened them: to find
 * less without them would tell an editor that a draft is clean.
 */
export function lists(): Lists {
  if (!opened) throw new Error('The lists of words have not been opened')
  return opened
}

/** Tells whether the lists have been opened, for those who can do without. */
export function hasLists(): boolean {
  return opened !== null
}

/** Opens the lists for as long as the program runs. Refuses a file in which one is missing. */
export function openLists(written: WrittenLists): void {
  opened = {
    givenNames: set(written.givenNames),
    namesAndWords: set(written.namesAndWords),
    largePlaces: set(written.largePlaces),
    noJobs: set(written.noJobs),
    commonJobs: set(written.commonJobs),
    commonFields: set(written.commonFields),
    pekerjaan: set(written.pekerjaan),
    harmless: set(written.harmless),
    general: set(written.general),
    organisation: set(written.organisation),
    beforeCompany: set(written.beforeCompany),
    titles: set(written.titles),
    nameJoints: set(written.nameJoints),
    openers: Object.fromEntries(
      Object.entries(written.openers).map(([language, words]) => [language, set(words)]),
    ),
    harmlessPhrases: new RegExp(filled(written.harmlessPhrases), 'gu'),
    addresses: openPatterns(filled(written.addresses)),
    figures: openPatterns(filled(written.figures)),
    numbers: openPatterns(filled(written.numbers)),
    rareJobs: openPatterns(filled(written.rareJobs)),
  }
}

function set(words: string | undefined): Set<string> {
  return new Set(filled(words).split(' '))
}

function filled<List extends string | unknown[]>(list: List | undefined): List {
  if (!list?.length) throw new Error('A list of words is missing')
  return list
}
