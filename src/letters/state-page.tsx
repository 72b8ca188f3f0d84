import { writtenDay } from '../dates.ts'
import type { Paths } from '../paths.ts'
import type { LetterRow } from '../schema.ts'
import type { Copy, Language } from '../ui/copy/index.ts'
import { ErrorSummary } from '../ui/error-summary.tsx'
import { TickField } from '../ui/field.tsx'
import { erasureDay } from './erase.ts'
import { canWithdraw } from './withdraw.ts'

type Props = {
  copy: Copy
  paths: Paths
  language: Language
  letter: LetterRow
  /** As the writer typed it: the withdraw form sends it once more. */
  ticket: string
  problem?: 'unconfirmed' | 'tooLate'
}

/** What became of a letter. It shows nothing of what the letter says. */
export function StatePage(props: Props) {
  const { copy, language, letter, problem } = props
  const { problemsTitle, states, ticket, withdraw } = copy.letters
  const state = states[letter.status]
  const field = problem === 'unconfirmed' ? 'confirm' : undefined
  return (
    <>
      <ErrorSummary
        title={problemsTitle}
        problems={problem ? [{ text: withdraw[problem], field }] : []}
      />
      <p class="kicker">{ticket.title}</p>
      <h1>{state.name}</h1>
      <p class="facts">{ticket.received(writtenDay(letter.receivedOn, language))}</p>
      <p>{state.text}</p>
      {letter.status === 'declined' && letter.reason && (
        <p>
          <strong>{ticket.reason}:</strong> {reasonWords(copy, letter.reason)}
        </p>
      )}
      {letter.answerPath && (
        <p>
          <a href={letter.answerPath}>{ticket.read}</a>
        </p>
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

function reasonWords(copy: Copy, reason: string): string {
  const words: Record<string, string> = copy.letters.reasons
  return words[reason] ?? reason
}

function Erasure({ copy, language, letter }: Props) {
  const { ticket } = copy.letters
  const on = erasureDay(letter)
  if (!on) return null
  const words = letter.settledOn ? ticket.erasure : ticket.erasureUnanswered
  return <p>{words(writtenDay(on, language))}</p>
}

function Withdrawal({ copy, paths, ticket, problem }: Props) {
  const { withdraw } = copy.letters
  return (
    <section aria-labelledby="withdraw">
      <h2 id="withdraw">{withdraw.title}</h2>
      <form class="form" method="post" action={paths.withdraw()} novalidate>
        <input type="hidden" name="ticket" value={ticket} />
        <TickField
          name="confirm"
          label={withdraw.confirm}
          hint={withdraw.text}
          error={problem === 'unconfirmed' ? withdraw.unconfirmed : undefined}
          isRequired
        />
        <button class="second" type="submit">
          {withdraw.button}
        </button>
      </form>
    </section>
  )
}
