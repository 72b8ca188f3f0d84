/** The lists by name, each of its words between spaces: as they stand in the static file. */
export type WrittenLists = Record<Name, string> & {
  openers: Record<string, string>
  harmlessPhrases: string
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
}

let opened: Lists | null = null

/**
 * Gives the lists of words by which details are told. Throws while nobody has opened them: to find
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
  }
}

function set(words: string | undefined): Set<string> {
  return new Set(filled(words).split(' '))
}

function filled(list: string | undefined): string {
  if (!list) throw new Error('A list of words is missing')
  return list
}
