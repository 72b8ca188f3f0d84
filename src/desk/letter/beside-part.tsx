import { writtenDay } from '../../dates.ts'
import { paths } from '../../paths.ts'
import type { LetterRow } from '../../schema.ts'
import { LinkedText } from '../../ui/linked-text.tsx'
import { actInWords } from '../log/act-words.ts'
import type { Entry } from '../log/log.ts'
import type { ReadLetter } from '../tray/tray.ts'
import { filtered, type TrayFilter } from '../tray/tray-filter.ts'
import { AlikePart } from './alike-part.tsx'
import type { Beside } from './beside.ts'
import { Conversation } from './conversation.tsx'
import { FlagsPart } from './flags-part.tsx'
import { countryName, languageName, standingWords } from './letter-words.ts'
import { NearPart } from './near-part.tsx'
import { type Noted, Notes } from './note-form.tsx'
import { isReason, readyText } from './reasons.ts'
import { verbsFor } from './triage.ts'

type Props = {
  letter: ReadLetter
  beside: Beside
  filter: TrayFilter
  now: Date
  timeZone: string
  noted?: Noted
}

/** What stands beside a letter's text: what is known of it, what was said, and what was done to it. */
export function BesidePart({ letter, beside, filter, now, timeZone, noted }: Props) {
  const { row, history, messages } = letter
  const at = (verb: string) => filtered(paths.desk.letterVerb(row.id, verb), filter)
  const canDecline = verbsFor(row).includes('decline')
  return (
    <>
      <FlagsPart flags={beside.flags} language={row.language} />
      <NearPart
        near={beside.near}
        language={row.language}
        decline={canDecline ? { action: at('decline'), version: row.version } : null}
      />
      <AlikePart {...{ row, beside, filter, now }} />
      <Conversation messages={messages} language={row.language} />
      <Draft row={row} />
      <Told row={row} />
      <Notes {...beside} noted={noted} action={row.dataKey === null ? null : at('note')} />
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

/** Why it was declined, as the ticket says it; a key is of the time when tickets looked the words up. */
function Told({ row: { language, reason, status } }: { row: LetterRow }) {
  if (status !== 'declined' || !reason) return null
  return (
    <p>
      The ticket says:{' '}
      <span lang={language}>
        <LinkedText text={isReason(reason) ? readyText([], reason, language).text : reason} />
      </span>
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
