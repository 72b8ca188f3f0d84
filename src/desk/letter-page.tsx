import { writtenDay } from '../dates.ts'
import { paths } from '../paths.ts'
import type { LetterRow } from '../schema.ts'
import { BesidePart } from './beside-part.tsx'
import type { Claim } from './claim.ts'
import { ClaimPart, claimWords } from './claim-part.tsx'
import type { Reason } from './decline-form.tsx'
import { DonePart } from './done-part.tsx'
import { ErrorSummary } from './error-summary.tsx'
import { topicName } from './filter-forms.tsx'
import { LetterActs } from './letter-acts.tsx'
import { LetterList, type Viewer } from './letter-list.tsx'
import { CONSENT_WORDS, STATUS_WORDS } from './letter-words.ts'
import { ShortcutsPart } from './shortcuts-part.tsx'
import type { ReadLetter, Tray } from './tray.ts'
import { filtered } from './tray-filter.ts'
import { isTakeDownAsked, isUndecided, verbsFor } from './triage.ts'
import type { Refused } from './words-form.tsx'

type Props = Viewer & {
  tray: Tray
  letter: ReadLetter
  /** What was just refused as the reason of a decline. */
  reason?: Reason
  /** What was just refused as words for the writer, or as a lead letter. */
  refused?: Refused
  /** Whose claim came before the editor's own. */
  taken?: Claim
}

/** A letter beside the list that it was opened from. */
export function LetterPage({ tray, letter, reason, refused, taken, ...viewer }: Props) {
  const { row, text } = letter
  const { filter } = tray
  const { me, timeZone } = viewer
  const verbs = verbsFor(row, { isTakeDownAsked: isTakeDownAsked(letter.messages) })
  const errors = [
    ...(reason?.error ? [{ href: `#${reason.error.field}`, text: reason.error.text }] : []),
    ...(refused ? [{ href: `#${refused.verb}`, text: refused.error }] : []),
    ...(taken ? [{ href: '#claim', text: claimWords(taken, viewer) }] : []),
  ]
  return (
    <div class="split reading" data-keys={me.hasKeys ? 'on' : 'off'}>
      <LetterList {...viewer} tray={tray} open={row.id} />
      <article class="pane" id="letter">
        <DonePart tray={tray} />
        <a class="back" href={filtered(paths.desk.tray(), filter)}>
          Back to the list
        </a>
        <ErrorSummary errors={errors} />
        <p class="kicker">{kicker(tray, row)}</p>
        <h1 tabindex={-1} lang={text.question === null ? undefined : row.language}>
          {text.question ?? 'A letter without its text'}
        </h1>
        {text.letter === null ? <NoText row={row} /> : <LetterText letter={letter} />}
        <BesidePart letter={letter} timeZone={timeZone} />
        <ClaimPart {...{ letter, filter, me, timeZone }} isOpen={isUndecided(row)} />
        <LetterActs {...{ tray, letter, verbs, reason, refused }} />
        <ShortcutsPart hasKeys={me.hasKeys} here={filtered(paths.desk.letter(row.id), filter)} />
      </article>
    </div>
  )
}

function kicker(tray: Tray, { status, topic, receivedOn, consent }: LetterRow): string {
  return [
    STATUS_WORDS[status],
    ...(topic ? [topicName(tray, topic)] : []),
    `came on ${writtenDay(receivedOn, 'en')}`,
    CONSENT_WORDS[consent],
  ].join(' · ')
}

/** A letter that is erased has lost its key; one that has a key and does not open is in trouble. */
function NoText({ row }: { row: LetterRow }) {
  if (row.dataKey === null) return <p>Its text has been erased. What is left is what was done.</p>
  return (
    <p class="failure" role="alert">
      This letter cannot be opened: none of the site’s keys fits it. It is still stored. Whoever
      runs the site can put the key that it was sealed with back into <code>SITE_KEY</code>.
    </p>
  )
}

function LetterText({ letter: { row, text } }: { letter: ReadLetter }) {
  return (
    <>
      <div class="text" lang={row.language}>
        <Paragraphs text={text.letter} />
        {text.signoff && <p>— {text.signoff}</p>}
      </div>
      <Beside heading="What they tried or fear" text={text.tried} language={row.language} />
      <Beside
        heading="What differs from what we answered"
        text={text.differs}
        language={row.language}
      />
      <Beside heading="Details to change" text={text.disguise} language={row.language} />
    </>
  )
}

function Beside(props: { heading: string; text: string | null; language: string }) {
  if (!props.text) return null
  return (
    <section class="beside">
      <h2>{props.heading}</h2>
      <div lang={props.language}>
        <Paragraphs text={props.text} />
      </div>
    </section>
  )
}

function Paragraphs({ text }: { text: string | null }) {
  return (
    <>
      {(text ?? '').split(/\n\s*\n/).map((paragraph) => (
        <p>{paragraph}</p>
      ))}
    </>
  )
}
