import { paths } from '../../paths.ts'
import { CONSENTS } from '../../schema.ts'
import type { Language } from '../../ui/copy/index.ts'
import { Key, pressedBy } from '../key.tsx'
import { FLAG_KINDS, type FlagKind } from '../letter/flags.ts'
import { CONSENT_WORDS, languageName, STATUS_WORDS } from '../letter/letter-words.ts'
import type { Tray } from './tray.ts'
import { AGES, filtered, NEEDED, TRAY_STATUSES } from './tray-filter.ts'
import { COUNTED } from './tray-list.ts'

/** By what the letters may be listed: their state, or that their writers want them taken down. */
export const LISTS = [...TRAY_STATUSES, 'takedown'] as const
export const LIST_WORDS = {
  ...STATUS_WORDS,
  takedown: 'Take-down asked',
  open: 'All that are undecided',
  all: 'All that are not erased',
}
const FLAG_WORDS: Record<FlagKind, string> = {
  crisis: 'words of crisis',
  neededBy: 'needed soon, or too late',
  details: 'details that identify',
  language: 'another language',
  length: 'short or long',
  work: 'perhaps not about work',
  elsewhere: 'sent to another column',
  spam: 'signs of spam',
}
const NEEDED_WORDS = {
  soon: 'needed within 14 days',
  passed: 'needed by a day that has passed',
  any: 'needed by some day',
}

type Props = { tray: Tray; languages: Language[] }

/** Which letters are listed: the word to look for is posted, all else stands in the address. */
export function FilterForms({ tray, languages }: Props) {
  const { filter, topics, search } = tray
  const states = LISTS.map((list): Pair => [list, `${LIST_WORDS[list]} (${countOf(tray, list)})`])
  const choices: [name: keyof typeof filter, label: string, choices: Pair[]][] = [
    ['status', 'State', [...states, ['open', LIST_WORDS.open], ['all', LIST_WORDS.all]]],
    ['topic', 'Topic', [['', 'All topics'], ...topics.map(({ slug, name }): Pair => [slug, name])]],
    [
      'language',
      'Language',
      [['', 'All languages'], ...languages.map((each): Pair => [each, languageName(each)])],
    ],
    [
      'consent',
      'Consent',
      [['', 'Any'], ...CONSENTS.map((each): Pair => [each, CONSENT_WORDS[each]])],
    ],
    ['age', 'Age', [['', 'Any'], ...AGES.map((days): Pair => [days, ageWords(days)])]],
    [
      'needed',
      'Needed by',
      [['', 'Any day, or none'], ...NEEDED.map((each): Pair => [each, NEEDED_WORDS[each]])],
    ],
  ]
  const flags = FLAG_KINDS.map((kind): Pair => [kind, FLAG_WORDS[kind]])
  return (
    <details class="filter">
      <summary {...pressedBy('/')}>
        <Key of="/" />
        {inWords(tray)}
      </summary>
      <form
        method="post"
        action={filtered(paths.desk.tray(), {
          ...filter,
          flag: search?.flag ?? '',
          after: '',
        })}
      >
        <div class="field">
          <label for="words-in-letters">Words in the letters</label>
          <input
            type="text"
            id="words-in-letters"
            name="text"
            value={search?.text}
            autocomplete="off"
          />
        </div>
        <button type="submit">Find</button>
      </form>
      <form method="get" action={paths.desk.tray()}>
        {choices.map(([name, label, pairs]) => (
          <Choice name={name} label={label} chosen={filter[name]} choices={pairs} />
        ))}
        <Choice
          name="flag"
          label="Flagged for"
          chosen={search?.flag ?? ''}
          choices={[['', 'Anything, or nothing'], ...flags]}
        />
        <div class="choice">
          <input
            type="checkbox"
            id="mine"
            name="mine"
            value="yes"
            checked={filter.mine === 'yes'}
          />
          <label for="mine">Only those that I have claimed</label>
        </div>
        <button type="submit">Show</button>
      </form>
    </details>
  )
}

type Pair = [value: string, text: string]

function Choice(props: { name: string; label: string; chosen: string; choices: Pair[] }) {
  return (
    <div class="field">
      <label for={props.name}>{props.label}</label>
      <select id={props.name} name={props.name}>
        {props.choices.map(([value, text]) => (
          <option value={value} selected={value === props.chosen}>
            {text}
          </option>
        ))}
      </select>
    </div>
  )
}

function inWords(tray: Tray): string {
  const { status, topic, language, consent, age, needed, mine } = tray.filter
  const isCounted = status !== 'all' && status !== 'open'
  return [
    isCounted ? `${LIST_WORDS[status]} ${countOf(tray, status)}` : LIST_WORDS[status],
    tray.search ? searchWords(tray.search) : 'what runs out first',
    topic ? topicName(tray, topic) : 'all topics',
    language && languageName(language),
    consent && CONSENT_WORDS[consent],
    age && ageWords(age),
    needed && NEEDED_WORDS[needed],
    mine && 'yours',
  ]
    .filter(Boolean)
    .join(' · ')
}

function searchWords({ text, flag, looked }: NonNullable<Tray['search']>): string {
  const sought = [text && `“${text}”`, flag && FLAG_WORDS[flag]].filter(Boolean).join(' and ')
  return `${sought} in ${looked} ${looked === 1 ? 'letter' : 'letters'}`
}

function ageWords(days: string): string {
  return `${days} days or older`
}

/** Says how many letters are in a state, as far as they are counted. */
export function countOf({ counts }: Tray, status: string): string {
  const count = counts.find((each) => each.status === status)?.count ?? 0
  return count < COUNTED ? String(count) : `${COUNTED} or more`
}

/** Gives a topic's name as the desk knows it; one that is no topic any more keeps its slug. */
export function topicName({ topics }: Tray, slug: string): string {
  return topics.find((topic) => topic.slug === slug)?.name ?? slug
}
