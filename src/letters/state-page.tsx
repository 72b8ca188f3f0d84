import { writtenDay } from '../dates.ts'
import type { LetterRow } from '../schema.ts'
import type { Copy } from '../ui/copy/index.ts'
import { ErrorSummary } from '../ui/error-summary.tsx'
import { TickField } from '../ui/field.tsx'
import { LinkedText } from '../ui/linked-text.tsx'
import { isInPrint, isInvited } from './afterwards.ts'
import { TakeDownForm, UpdateForm } from './afterwards-forms.tsx'
import { isAsked } from './answer.ts'
import { AnswerForm, Conversation, type FormProps } from './conversation.tsx'
import { erasureDay } from './erase.ts'
import type { OpenLetter } from './sealed.ts'
import { type Clock, ShownLetter } from './shown-letter.tsx'
import type { Standing } from './standing.ts'
import { canWithdraw } from './withdraw.ts'

export type StateProps = FormProps &
  Clock & {
    standing: Standing
    /** The letter as it was sent, where an edited one is to be compared with it. */
    sent: OpenLetter | null
    /** What has just been taken, said to the writer. */
    notice?: string
  }

/** Where a letter stands, since when, what happens next, and what the writer can do about it. */
export function StatePage(props: StateProps) {
  const { copy, language, refused, standing, sent, notice } = props
  const { letter, messages, shown } = standing
  const isStopped = shown?.verdict === 'stop'
  return (
    <>
      <ErrorSummary
        title={copy.letters.problemsTitle}
        problems={refused ? [{ text: refused.text, field: refused.field }] : []}
      />
      {notice && (
        <p class="notice" role="status">
          {notice}
        </p>
      )}
      <p class="kicker">{copy.letters.ticket.title}</p>
      <h1>{copy.letters.states[letter.status].name}</h1>
      <p class="facts">{facts(props)}</p>
      <p>{isStopped ? copy.conversation.shown.stop : copy.letters.states[letter.status].text}</p>
      <Next {...props} />
      <Kept {...props} />
      {shown && sent && !isStopped && (
        <ShownLetter {...props} shown={shown} sent={sent} sentIn={letter.language} />
      )}
      <Conversation copy={copy} language={language} messages={messages} />
      {isAsked(standing) && <AnswerForm {...props} />}
      {isInPrint(standing) && (
        <>
          <UpdateForm {...props} isInvited={isInvited(standing, new Date(props.now))} />
          <TakeDownForm {...props} isAsked={messages.some(isOpenRequest)} />
        </>
      )}
      {canWithdraw(letter) && (
        <>
          <Erasure {...props} />
          <Withdrawal {...props} />
        </>
      )}
    </>
  )
}

function facts({ copy, language, standing: { letter } }: StateProps): string {
  const { receivedOn, settledOn, changedOn } = letter
  const since = settledOn ?? changedOn
  const received = copy.letters.ticket.received(writtenDay(receivedOn, language))
  if (since === receivedOn) return received
  return `${received} · ${copy.conversation.since(writtenDay(since, language))}`
}

/** What happens next, why not, or where the answer is. */
function Next({ copy, standing }: StateProps) {
  const { letter, shown } = standing
  const { next } = copy.conversation
  const isPrivate = letter.status === 'answered' && letter.answerPath === null
  const isAwaited = letter.status === 'in_column' && letter.consent === 'show_first' && !shown
  const isGone = letter.status === 'answered' && !isPrivate && !standing.isPrinted
  return (
    <>
      {isAwaited && <p>{next.showFirst}</p>}
      {letter.status === 'declined' && letter.reason && (
        <p>
          <strong>{copy.letters.ticket.reason}:</strong>{' '}
          <LinkedText text={reasonWords(copy, letter.reason)} />
        </p>
      )}
      {letter.answerPath && !isGone && (
        <p>
          <a href={letter.answerPath}>{copy.letters.ticket.read}</a>
        </p>
      )}
      {isPrivate && (
        <p>
          <a href="#said">{copy.letters.ticket.read}</a>. {next.private}
        </p>
      )}
      {isGone && <p>{next.gone}</p>}
      {isInPrint(standing) && <p>{next.printed}</p>}
    </>
  )
}

/** The words that the desk chose; of a letter that was declined earlier, the key of a ready text. */
function reasonWords(copy: Copy, reason: string): string {
  const words: Record<string, string> = copy.letters.reasons
  return words[reason] ?? reason
}

/** What came too late stands here, to be copied: there may be no form for it any more. */
function Kept({ copy, refused }: StateProps) {
  const text = refused?.field ? '' : typedWords(refused?.typed)
  if (!text) return null
  return (
    <div class="field">
      <label for="kept">{copy.conversation.kept}</label>
      <textarea id="kept" rows={6} readonly>
        {text}
      </textarea>
    </div>
  )
}

/** Gives the words among what was typed into one of the ticket's forms. */
export function typedWords(typed: Record<string, string> = {}): string {
  return typed.answer || typed.words || typed.news || typed.why || ''
}

function isOpenRequest({ kind, settledOn }: Standing['messages'][number]): boolean {
  return kind === 'takedown' && settledOn === null
}

function Erasure({ copy, language, standing: { letter } }: StateProps) {
  const on = erasureDay(letter)
  if (!on) return null
  return <p>{erasureWords(copy, letter)(writtenDay(on, language))}</p>
}

function erasureWords({ letters: { ticket } }: Copy, { settledOn }: LetterRow) {
  return settledOn ? ticket.erasure : ticket.erasureUnanswered
}

function Withdrawal({ copy, paths, ticket, refused }: StateProps) {
  const { withdraw } = copy.letters
  return (
    <section aria-labelledby="withdraw">
      <h2 id="withdraw">{withdraw.title}</h2>
      <form class="form" method="post" action={paths.ticketForm('withdraw')} novalidate>
        <input type="hidden" name="ticket" value={ticket} />
        <TickField
          name="confirm"
          label={withdraw.confirm}
          hint={withdraw.text}
          error={refused?.field === 'confirm' ? refused.text : undefined}
          isRequired
        />
        <button class="second" type="submit">
          {withdraw.button}
        </button>
      </form>
    </section>
  )
}
