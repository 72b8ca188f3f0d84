import type { Counts, Remark } from '../../moving-in.ts'
import type { Arrival } from './paste.ts'

/** Of what was left out, so much lies open: the draft stays near. */
const MOST_OPEN = 8

/** What became of a column that was pasted, for as long as the page is open. */
export function ArrivalPart({ arrival }: { arrival: Arrival }) {
  const { text, counts, confidence, remarks } = arrival
  const of = (kind: Remark['kind']) => remarks.filter((remark) => remark.kind === kind)
  const [eye, left, taken] = [of('eye'), of('left'), of('taken')]
  return (
    <section class="arrival" aria-labelledby="arrival">
      <h2 id="arrival">What was pasted</h2>
      <p role="status">
        Found: {countsIn(counts)}. {told(eye.length, 'needs an eye', 'need an eye')}.{' '}
        {told(left.length, 'was left out', 'were left out')}. How surely letter and reply were told
        apart: {Math.round(confidence * 100)} %. This list goes when you leave the page.
      </p>
      {eye.length > 0 && <h3>Needs an eye</h3>}
      <Remarks remarks={eye} />
      {left.length > 0 && (
        <details open={left.length <= MOST_OPEN}>
          <summary>Left out</summary>
          <Remarks remarks={left} />
        </details>
      )}
      {taken.length > 0 && (
        <details>
          <summary>What was taken for what</summary>
          <Remarks remarks={taken} />
        </details>
      )}
      <details>
        <summary>The text that was pasted</summary>
        <pre>{text}</pre>
      </details>
    </section>
  )
}

function Remarks({ remarks }: { remarks: Remark[] }) {
  if (remarks.length === 0) return null
  return (
    <ul>
      {remarks.map(({ line, reason, text }) => (
        <li>
          Line {line}, {reason}
          {text && (
            <>
              : <q>{shortened(text)}</q>
            </>
          )}
        </li>
      ))}
    </ul>
  )
}

/** Parts are long, and stand in the draft; what was left out is in the pasted text. */
const LONGEST = 280

function shortened(text: string): string {
  const words = text.replace(/\s+/g, ' ')
  return words.length > LONGEST ? `${words.slice(0, LONGEST)}…` : words
}

function told(count: number, one: string, many: string): string {
  if (count === 0) return `Nothing ${one}`
  return count === 1 ? `1 line ${one}` : `${count} lines ${many}`
}

const NAMES: [keyof Counts, string, string][] = [
  ['letters', 'letter', 'letters'],
  ['replies', 'reply', 'replies'],
  ['signoffs', 'signoff', 'signoffs'],
  ['notes', 'editor’s note', 'editor’s notes'],
  ['updates', 'update or correction', 'updates and corrections'],
  ['scripts', 'script', 'scripts'],
]

function countsIn(counts: Counts): string {
  return NAMES.filter(([name]) => counts[name] > 0)
    .map(([name, one, many]) => `${counts[name]} ${counts[name] === 1 ? one : many}`)
    .join(', ')
}
