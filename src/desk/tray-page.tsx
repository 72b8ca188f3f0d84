import { writtenDay } from '../dates.ts'
import type { Due } from '../letters/due.ts'
import { paths } from '../paths.ts'
import type { Language } from '../ui/copy/index.ts'
import { factsInBrief, languageName, STATUS_WORDS } from './letter-words.ts'
import {
  COUNTED,
  filtered,
  NEW_LETTERS,
  TRAY_STATUSES,
  type Tray,
  type TrayFilter,
  type TrayItem,
} from './tray.ts'

type Props = { tray: Tray; languages: Language[]; now: Date }

type WholeProps = Props & {
  /** What the clock erases soon. */
  due: Due[]
  /** The day on which the letter box opens again, when it is closed. */
  closedUntil: string | null
}

export function TrayPage({ due, closedUntil, ...props }: WholeProps) {
  return (
    <div class="split">
      <LetterList {...props} />
      <article class="pane" id="letter">
        <h1>Tray</h1>
        <p>Choose a letter to read it.</p>
        <ul class="states">
          {LISTS.map((status) => (
            <li>
              <a href={filtered(paths.desk.tray(), { ...NEW_LETTERS, status })}>
                {LIST_WORDS[status]}
              </a>{' '}
              {countOf(props.tray, status)}
            </li>
          ))}
        </ul>
        {closedUntil && (
          <p>
            The letter box is closed until {writtenDay(closedUntil, 'en')}.{' '}
            <a href={paths.desk.settings()}>Settings</a>
          </p>
        )}
        <Erasures due={due} />
      </article>
    </div>
  )
}

function Erasures({ due }: { due: Due[] }) {
  if (due.length === 0) return null
  return (
    <section class="beside">
      <h2>What is erased in the next 30 days</h2>
      <ul class="states">
        {due.map(({ on, status, count }) => (
          <li>
            {writtenDay(on, 'en')}: {count} {STATUS_WORDS[status].toLowerCase()}
          </li>
        ))}
      </ul>
    </section>
  )
}

/** By what the letters may be listed: their state, or that their writers want them taken down. */
const LISTS = [...TRAY_STATUSES, 'takedown'] as const
const LIST_WORDS = { ...STATUS_WORDS, takedown: 'Take-down asked' }

/** The list beside the pane; `open` is the letter that is being read. */
export function LetterList({ tray, languages, now, open }: Props & { open?: string }) {
  const { filter, items, later } = tray
  return (
    <section class="list" aria-label="Letters">
      <a class="skip" href="#letter">
        Skip the list
      </a>
      <Filter tray={tray} languages={languages} />
      {items.length === 0 && <EmptyList tray={tray} />}
      <ol>
        {items.map((item) => (
          <Item tray={tray} item={item} now={now} isOpen={item.row.id === open} />
        ))}
      </ol>
      <p class="more">
        {filter.after && (
          <a href={filtered(paths.desk.tray(), { ...filter, after: '' })}>Back to the oldest</a>
        )}
        {later && (
          <a href={filtered(paths.desk.tray(), { ...filter, after: later })}>Later letters</a>
        )}
      </p>
    </section>
  )
}

function Filter({ tray, languages }: { tray: Tray; languages: Language[] }) {
  const { filter, topics } = tray
  const states = LISTS.map((list): Pair => [list, `${LIST_WORDS[list]} (${countOf(tray, list)})`])
  return (
    <details class="filter">
      <summary>{inWords(tray)}</summary>
      <form method="get" action={paths.desk.tray()}>
        <Choice
          name="status"
          label="State"
          chosen={filter.status}
          choices={[...states, ['all', 'All that are not erased']]}
        />
        <Choice
          name="topic"
          label="Topic"
          chosen={filter.topic}
          choices={[['', 'All topics'], ...topics.map(({ slug, name }): Pair => [slug, name])]}
        />
        <Choice
          name="language"
          label="Language"
          chosen={filter.language}
          choices={[
            ['', 'All languages'],
            ...languages.map((each): Pair => [each, languageName(each)]),
          ]}
        />
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
  const { status, topic, language } = tray.filter
  return [
    status === 'all' ? 'All letters' : `${LIST_WORDS[status]} ${countOf(tray, status)}`,
    'oldest first',
    topic ? topicName(tray, topic) : 'all topics',
    ...(language ? [languageName(language)] : []),
  ].join(' · ')
}

function countOf({ counts }: Tray, status: string): string {
  const count = counts.find((each) => each.status === status)?.count ?? 0
  return count < COUNTED ? String(count) : `${COUNTED} or more`
}

/** Gives a topic's name as the desk knows it; one that is no topic any more keeps its slug. */
export function topicName({ topics }: Tray, slug: string): string {
  return topics.find((topic) => topic.slug === slug)?.name ?? slug
}

function EmptyList({ tray }: { tray: Tray }) {
  const isWhole = filtered('', tray.filter) === ''
  if (isWhole) return <p class="empty">No letter is waiting: everybody who wrote has been read.</p>
  return (
    <p class="empty">
      There is no letter here. <a href={paths.desk.tray()}>See the new letters</a>
    </p>
  )
}

function Item(props: { tray: Tray; item: TrayItem; now: Date; isOpen: boolean }) {
  const { row, question, said } = props.item
  return (
    <li class="item">
      <a
        href={filtered(paths.desk.letter(row.id), props.tray.filter)}
        aria-current={props.isOpen ? 'true' : undefined}
      >
        <b lang={question === null ? undefined : row.language}>
          {question ?? withoutQuestion(row)}
        </b>
        <small>
          {isMixed(props.tray.filter) && `${STATUS_WORDS[row.status]} · `}
          {factsInBrief(row, props.now)}
          {row.neededBy && (
            <>
              {' · '}
              <span class="flag">needed by {writtenDay(row.neededBy, 'en')}</span>
            </>
          )}
          {flags(row, said).map((flag) => (
            <>
              {' · '}
              <span class="flag">{flag}</span>
            </>
          ))}
        </small>
      </a>
    </li>
  )
}

function isMixed({ status }: TrayFilter): boolean {
  return status === 'all' || status === 'takedown'
}

/** What the writer said and the desk has not dealt with; an answer is news while it is shortlisted. */
function flags({ status }: TrayItem['row'], said: TrayItem['said']): string[] {
  return [
    status === 'shortlisted' && said.includes('answer') && 'has answered',
    said.includes('change') && 'asks for a change',
    said.includes('update') && 'tells how it went',
    said.includes('takedown') && 'take-down asked',
  ].filter((flag) => flag !== false)
}

/** A letter that is erased has lost its key; one that has a key and does not open is in trouble. */
function withoutQuestion({ dataKey }: TrayItem['row']): string {
  return dataKey === null ? 'Its text has been erased' : 'This letter cannot be opened'
}
