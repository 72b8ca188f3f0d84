import { characters, clean } from '../../text.ts'
import { copies } from '../../ui/copy/index.ts'

/** What somebody who starts a site is asked. */
export type Answers = {
  name: string
  languages: string
  'time-zone': string
  columnist: string
  editor: string
  samples: string
}

/** A question: what it asks for, and what an answer means: its value, or what is wrong with it. */
export type Question = {
  flag: keyof Answers
  ask: string
  read: (text: string) => { value: string } | { problem: string }
}

/** The longest name that the desk takes, and that fits over a column. */
const LONGEST = 60

export const QUESTIONS: Question[] = [
  { flag: 'name', ask: 'What is the site called?', read: readName },
  {
    flag: 'languages',
    ask: `Which languages does it serve? English is one of them. There are ${all()}.`,
    read: readLanguages,
  },
  {
    flag: 'time-zone',
    ask: 'In which time zone does the desk work, like Europe/London?',
    read: readZone,
  },
  { flag: 'columnist', ask: 'Who signs the replies?', read: readName },
  {
    flag: 'editor',
    ask: 'What is the first editor called at the desk on this computer? (“none”: later)',
    read: readName,
  },
  {
    flag: 'samples',
    ask: 'The sample columns: keep or remove?',
    read: (text) =>
      ['keep', 'remove'].includes(text) ? { value: text } : problem('Write “keep” or “remove”.'),
  },
]

const problem = (text: string) => ({ problem: text })

function all(): string {
  return Object.keys(copies).join(', ')
}

function readName(text: string) {
  const value = clean(text).replace(/\s+/g, ' ').trim()
  if (!/[\p{L}\p{N}]/u.test(value)) return problem('Write a name, with a letter or a digit in it.')
  if (characters(value) <= LONGEST) return { value }
  return problem(`Write a shorter name: it has ${characters(value)} characters, of ${LONGEST}.`)
}

function readLanguages(text: string) {
  const named = text.split(/[\s,]+/).filter((part) => part !== '')
  const unknown = named.filter((part) => !Object.hasOwn(copies, part))
  if (unknown.length > 0) {
    return problem(`There is no copy file for ${unknown.join(', ')}. Write some of ${all()}.`)
  }
  if (!named.includes('en')) return problem('Write “en” too: English is served at “/”.')
  return { value: ['en', ...new Set(named.filter((part) => part !== 'en'))].join(', ') }
}

function readZone(text: string) {
  try {
    return { value: new Intl.DateTimeFormat('en', { timeZone: text }).resolvedOptions().timeZone }
  } catch {
    return problem(`“${text}” is not a time zone. Write one like Europe/London or Asia/Jakarta.`)
  }
}
