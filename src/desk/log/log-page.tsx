import { writtenInstant } from '../../dates.ts'
import { paths } from '../../paths.ts'
import { zoneName } from '../../zone.ts'
import { UndoForm } from '../tray/done-part.tsx'
import { NEW_LETTERS } from '../tray/tray-filter.ts'
import { ACT_WORDS, actReason, verbWords } from './act-words.ts'
import { type Entry, type Log, type LogFilter, logPath } from './log.ts'
import { type Seal, writtenSeal } from './log-chain.ts'

export function LogPage({ log, timeZone }: { log: Log; timeZone: string }) {
  const { filter, entries, before } = log
  return (
    <>
      <h1>Desk log</h1>
      <p>
        Everything that was done at the desk, the newest first. Times are those of{' '}
        {zoneName(timeZone)}.
      </p>
      <Filter log={log} />
      {entries.length === 0 ? (
        <p>Nothing like that was done.</p>
      ) : (
        <Acts {...{ entries, timeZone }} />
      )}
      <p class="more">
        {filter.before && <a href={logPath({ ...filter, before: '' })}>Back to the newest</a>}
        {before && <a href={logPath({ ...filter, before })}>Earlier acts</a>}
      </p>
      {log.head && <Head head={log.head} />}
    </>
  )
}

/** With the seal that somebody noted, a rewritten log gives itself away. */
function Head({ head }: { head: Seal }) {
  return (
    <p class="hint log-head">
      The log is sealed up to act {head.entryId}. Note this line somewhere else: run later, it tells
      whether anything up to here was changed.{' '}
      <code>npm run log -- verify --head {writtenSeal(head)}</code>
    </p>
  )
}

function Filter({ log: { filter, editors } }: { log: Log }) {
  return (
    <form class="filters" method="get" action={paths.desk.log()}>
      <Written filter={filter} part="letter" label="Letter number" />
      <Written filter={filter} part="draft" label="Draft number" />
      <div>
        <label for="editor">Who</label>
        <select id="editor" name="editor">
          <option value="">Everybody</option>
          {[...editors, ...NOT_EDITORS].map(({ id, name }) => (
            <option value={id} selected={id === filter.editor}>
              {name}
            </option>
          ))}
        </select>
      </div>
      <div>
        <label for="verb">What</label>
        <select id="verb" name="verb">
          <option value="">Everything</option>
          {Object.entries(ACT_WORDS).map(([verb, words]) => (
            <option value={verb} selected={verb === filter.verb}>
              {words}
            </option>
          ))}
        </select>
      </div>
      <Written filter={filter} part="from" label="From" type="date" />
      <Written filter={filter} part="until" label="Until" type="date" />
      <button type="submit">Show</button>
      {logPath(filter) !== paths.desk.log() && <a href={paths.desk.log()}>Show everything</a>}
    </form>
  )
}

function Written(props: {
  filter: LogFilter
  part: 'letter' | 'draft' | 'from' | 'until'
  label: string
  type?: 'date'
}) {
  const { filter, label, part, type } = props
  return (
    <div>
      <label for={part}>{label}</label>
      <input id={part} name={part} type={type} value={filter[part]} />
    </div>
  )
}

/** Who acts without being an editor, as they sign. */
const NOT_EDITORS = ['clock', 'operator', 'command line'].map((name) => ({ id: name, name }))

function Acts({ entries, timeZone }: { entries: Entry[]; timeZone: string }) {
  return (
    <table>
      <thead>
        <tr>
          <th scope="col">When</th>
          <th scope="col">Who</th>
          <th scope="col">Did what</th>
          <th scope="col">To what</th>
          <th scope="col">Why</th>
        </tr>
      </thead>
      <tbody>
        {entries.map((entry) => (
          <tr>
            <td>
              <time datetime={entry.at}>{writtenInstant(entry.at, 'en', timeZone)}</time>
            </td>
            <td>{entry.by}</td>
            <td>{verbWords(entry.verb)}</td>
            <td>
              <Things entry={entry} />
            </td>
            <td>
              {actReason(entry, timeZone)}
              <UndoForm entry={entry} filter={NEW_LETTERS} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/**
 * Letters and drafts by their numbers: a headline begins as the writer's own question. Only what is
 * still there is linked: a live column at its address now, any other draft, but no dropped one.
 */
function Things({ entry }: { entry: Entry }) {
  const { letterId, draftId, draftStatus, slug, by, editor } = entry
  return (
    <>
      {letterId && <a href={paths.desk.letter(letterId)}>Letter {letterId}</a>}
      {letterId && draftId && ', '}
      {slug && <a href={paths.desk.column(slug)}>Column {slug}</a>}
      {!slug && draftStatus && <a href={paths.desk.draft(String(draftId))}>Draft {draftId}</a>}
      {!slug && !draftStatus && draftId && `Draft ${draftId}`}
      {editor !== by && editor}
    </>
  )
}
