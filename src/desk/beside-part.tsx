import { writtenDay } from '../dates.ts'
import { paths } from '../paths.ts'
import type { LetterRow } from '../schema.ts'
import { actInWords } from './act-words.ts'
import { Conversation } from './conversation.tsx'
import { countryName, languageName, standingWords } from './letter-words.ts'
import type { Entry } from './log.ts'
import type { ReadLetter } from './tray.ts'

type Props = { letter: ReadLetter; timeZone: string }

/** What stands beside a letter's text: what was said, what it is part of, and what was done to it. */
export function BesidePart({ letter, timeZone }: Props) {
  const { row, history, messages, followers } = letter
  return (
    <>
      <Conversation messages={messages} language={row.language} />
      <Draft row={row} />
      <Group row={row} followers={followers} />
      <Facts row={row} />
      <History history={history} timeZone={timeZone} />
    </>
  )
}

function Draft({ row: { draftId, answerPath } }: { row: LetterRow }) {
  if (!draftId) return null
  return (
    <p>
      <a href={paths.desk.draft(draftId)}>Open its draft</a>
      {answerPath && (
        <>
          {' · '}
          <a href={answerPath}>Read the answer</a>
        </>
      )}
    </p>
  )
}

function Group({ row, followers }: { row: LetterRow; followers: string[] }) {
  if (row.leadId === null && followers.length === 0) return null
  const link = (id: string) => <a href={paths.desk.letter(id)}>{id}</a>
  return (
    <p>
      {row.leadId && <>It follows letter {link(row.leadId)}. </>}
      {followers.length > 0 && (
        <>
          It leads {followers.length === 1 ? 'letter' : 'letters'}{' '}
          {followers.map((id, index) => (
            <>
              {index > 0 && ', '}
              {link(id)}
            </>
          ))}
          : they share what becomes of it.
        </>
      )}
    </p>
  )
}

function Facts({ row }: { row: LetterRow }) {
  const { country, standing, neededBy, followUp, language, words } = row
  const facts: [string, string | null][] = [
    ['Country', country && countryName(country)],
    ['Standing', standing && standingWords(standing)],
    ['Language', languageName(language)],
    ['Words', String(words)],
    ['Needed by', neededBy && writtenDay(neededBy, 'en')],
    ['Follow up', followUp ? `ask after ${followUp} months` : null],
  ]
  return (
    <dl class="facts">
      {facts.map(
        ([name, fact]) =>
          fact && (
            <div>
              <dt>{name}</dt>
              <dd>{fact}</dd>
            </div>
          ),
      )}
    </dl>
  )
}

function History({ history, timeZone }: { history: Entry[]; timeZone: string }) {
  if (history.length === 0) return null
  return (
    <section class="beside">
      <h2>What was done</h2>
      <ol class="history">
        {history.map((entry) => (
          <li>{actInWords(entry, timeZone)}</li>
        ))}
      </ol>
    </section>
  )
}
