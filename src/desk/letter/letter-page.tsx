import { writtenDay } from '../../dates.ts'
import { paths } from '../../paths.ts'
import type { LetterRow } from '../../schema.ts'
import { ErrorSummary } from '../error-summary.tsx'
import type { Claim } from '../tray/claim.ts'
import { ClaimPart, claimWords } from '../tray/claim-part.tsx'
import { DonePart } from '../tray/done-part.tsx'
import { topicName } from '../tray/filter-forms.tsx'
import { LetterList, type Viewer } from '../tray/letter-list.tsx'
import { ShortcutsPart } from '../tray/shortcuts-part.tsx'
import type { ReadLetter, Tray } from '../tray/tray.ts'
import { filtered } from '../tray/tray-filter.ts'
import type { Beside } from './beside.ts'
import { BesidePart } from './beside-part.tsx'
import type { Declined } from './decline-form.tsx'
import type { Flag } from './flags.ts'
import { LetterActs } from './letter-acts.tsx'
import { CONSENT_WORDS, STATUS_WORDS } from './letter-words.ts'
import { MarkedText } from './marked-text.tsx'
import type { Noted } from './note-form.tsx'
import { isTakeDownAsked, isUndecided, verbsFor } from './triage.ts'
import type { Refused } from './words-form.tsx'

type Props = Viewer & {
  tray: Tray
  letter: ReadLetter
  beside: Beside
  /** What was just refused as the reason of a decline. */
  declined?: Declined
  /** What was just refused as words for the writer, or as a lead letter. */
  refused?: Refused
  /** A note that was just refused. */
  noted?: Noted
  /** Whose claim came before the editor's own. */
  taken?: Claim
}

/** A letter beside the list that it was opened from. */
export function LetterPage(props: Props) {
  const { tray, letter, beside, declined, refused, noted, taken, ...viewer } = props
  const { row, text } = letter
  const { filter } = tray
  const { me, timeZone } = viewer
  const verbs = verbsFor(row, { isTakeDownAsked: isTakeDownAsked(letter.messages) })
  const errors = [
    ...(declined?.error ? [{ href: `#${declined.error.field}`, text: declined.error.text }] : []),
    ...(noted ? [{ href: '#note', text: noted.error }] : []),
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
        {text.letter === null ? (
          <NoText row={row} />
        ) : (
          <LetterText letter={letter} flags={beside.flags} />
        )}
        <BesidePart {...{ letter, beside, filter, timeZone, noted }} now={viewer.now} />
        <ClaimPart {...{ letter, filter, me, timeZone }} isOpen={isUndecided(row)} />
        <LetterActs {...{ tray, letter, verbs, texts: beside.texts, declined, refused }} />
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

function LetterText(props: { letter: ReadLetter; flags: Flag[] }) {
  const { flags } = props
  const { row, text } = props.letter
  return (
    <>
      <div class="text" lang={row.language}>
        <MarkedText text={text.letter ?? ''} flags={flags} />
        {text.signoff && <p>— {text.signoff}</p>}
      </div>
      <Aside heading="What they tried or fear" text={text.tried} language={row.language} />
      <Aside
        heading="What differs from what we answered"
        text={text.differs}
        language={row.language}
      />
      <Aside heading="Details to change" text={text.disguise} language={row.language} />
    </>
  )
}

function Aside(props: { heading: string; text: string | null; language: string }) {
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
