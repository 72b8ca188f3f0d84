import { writtenInstant } from '../../dates.ts'
import type { Manuscript } from '../../manuscript.ts'
import type { LetterRow, ShowingRow } from '../../schema.ts'
import { printedFingerprint } from '../draft/showing.ts'
import type { Gate, GateProblem } from './gate.ts'

/** A letter of a draft, and what its writer was shown in that draft. */
export type Writer = { letter: LetterRow; showing: ShowingRow | null }

/**
 * Gives the gates that the writers of a draft's letters hold: whether they agree and, while one of
 * them still has time to say so, that time. Only the second opens by itself.
 */
export async function consentGates(
  { withdrawnOn }: { withdrawnOn: string | null },
  { manuscript, writers, now }: { manuscript: Manuscript | null; writers: Writer[]; now: string },
): Promise<Gate[]> {
  const prints = await Promise.all((manuscript?.exchanges ?? []).map(printedFingerprint))
  const shown = writers.filter(mustSee).map(({ letter, showing }) => ({
    id: letter.id,
    showing,
    position: showing ? prints.indexOf(showing.fingerprint) + 1 : 0,
  }))
  const agreement: Gate = {
    name: 'Its writers agree',
    problems: [...refusals(withdrawnOn, writers), ...shown.flatMap(problemsOf(showingProblem))],
  }
  const waiting = shown.flatMap(problemsOf((each) => timeProblem(each, now)))
  const time = { name: 'Nobody still has time to answer', problems: waiting, opensByItself: true }
  return waiting.length > 0 ? [agreement, time] : [agreement]
}

function mustSee({ letter: { status, consent }, showing }: Writer): boolean {
  return status === 'in_column' && (consent === 'show_first' || showing?.verdict === 'stop')
}

function refusals(withdrawnOn: string | null, writers: Writer[]): GateProblem[] {
  const isWithdrawn = withdrawnOn || writers.some(({ letter }) => letter.status === 'withdrawn')
  const isPrivate = writers.some(
    ({ letter, showing }) => letter.consent === 'private' && showing?.verdict !== 'stop',
  )
  return [
    ...(isWithdrawn
      ? ['A writer has withdrawn the letter. It cannot be printed: drop this draft.']
      : []),
    ...(isPrivate
      ? ['A writer asked for a private answer only. That letter cannot be printed.']
      : []),
  ].map((text) => ({ text, href: '#drop' }))
}

type Shown = { id: string; showing: ShowingRow | null; position: number }

/** Each leads to what that writer was shown, where the desk can show it again. */
function problemsOf(textsOf: (shown: Shown) => string[]) {
  return (shown: Shown): GateProblem[] =>
    textsOf(shown).map((text) => ({ text, href: `#shown-${shown.id}` }))
}

function showingProblem({ showing, position }: Shown): string[] {
  if (!showing) {
    return ['A writer asked to see the edited letter first, and has not been shown it yet.']
  }
  if (showing.verdict === 'stop') {
    return ['The writer said: do not run it. That is final: drop this draft.']
  }
  if (position === 0) {
    return ['A printed letter is not the one that its writer was shown: show it again.']
  }
  if (showing.verdict === 'change') {
    return [
      `The writer of letter ${position} asks for a change: make it, or show the letter again.`,
    ]
  }
  return []
}

function timeProblem({ showing, position }: Shown, now: string): string[] {
  if (!showing || position === 0 || showing.verdict || showing.until <= now) return []
  const until = writtenInstant(showing.until, 'en', 'UTC')
  return [
    `The writer of letter ${position} has until ${until} (UTC), or until they say it is fine.`,
  ]
}
