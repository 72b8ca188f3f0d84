import { CONSENTS, type LetterStatus } from '../../schema.ts'
import { FLAG_KINDS, type FlagKind } from '../letter/flags.ts'

/** The states by which the tray can be looked through; nothing is left of an erased letter. */
export const TRAY_STATUSES = [
  'received',
  'shortlisted',
  'waiting',
  'grouped',
  'held',
  'in_column',
  'declined',
  'spam',
  'answered',
  'withdrawn',
] as const satisfies LetterStatus[]
export type TrayStatus = (typeof TRAY_STATUSES)[number]

/** The lists that are made of several states, or of none. */
const LISTS = ['open', 'all', 'takedown'] as const

/** Whose day, by which the writer needs an answer, is near, is over, or is there at all. */
export const NEEDED = ['soon', 'passed', 'any'] as const
/** For how many days at least a letter has been waiting. */
export const AGES = ['7', '30', '90'] as const

/** Which letters an editor is looking through; an empty part means any. The list begins after `after`. */
export type TrayFilter = {
  status: TrayStatus | (typeof LISTS)[number]
  topic: string
  language: string
  consent: (typeof CONSENTS)[number] | ''
  age: (typeof AGES)[number] | ''
  needed: (typeof NEEDED)[number] | ''
  /** What the letters shall be flagged for: the list is looked through for it, a part at a time. */
  flag: FlagKind | ''
  /** Only those that the editor has claimed. */
  mine: 'yes' | ''
  after: string
}

/** Where the tray begins: every letter that nobody has decided on yet. */
export const NEW_LETTERS: TrayFilter = {
  status: 'received',
  topic: '',
  language: '',
  consent: '',
  age: '',
  needed: '',
  flag: '',
  mine: '',
  after: '',
}

/** Reads the filter in an address. What it does not understand it leaves out: new letters, all of them. */
export function readFilter(query: Record<string, string>): TrayFilter {
  const { topic = '', language = '', after = '' } = query
  return {
    status: oneOf([...TRAY_STATUSES, ...LISTS], query.status) || NEW_LETTERS.status,
    topic,
    language: /^[a-z]{2,3}$/.test(language) ? language : '',
    consent: oneOf(CONSENTS, query.consent),
    age: oneOf(AGES, query.age),
    needed: oneOf(NEEDED, query.needed),
    flag: oneOf(FLAG_KINDS, query.flag),
    mine: oneOf(['yes'], query.mine),
    after: POSITION.test(after) ? after : '',
  }
}

const POSITION = /^\d{4}-\d\d-\d\d\.[0-9a-z]+$/

function oneOf<Choice extends string>(choices: readonly Choice[], given?: string): Choice | '' {
  return choices.find((choice) => choice === given) ?? ''
}

/** Gives an address of the desk with the filter in its query, as far as it says anything. */
export function filtered(path: string, { status, ...rest }: TrayFilter): string {
  const said = Object.entries({ status: status === NEW_LETTERS.status ? '' : status, ...rest })
  const query = new URLSearchParams(said.filter(([, value]) => value !== ''))
  return query.size > 0 ? `${path}?${query}` : path
}
