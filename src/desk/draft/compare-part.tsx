import { textDiff } from '../../letters/text-diff.ts'
import type { Exchange } from '../../manuscript.ts'
import { plainText } from '../../markdown.ts'
import { words } from '../../text.ts'
import type { DraftView } from './draft-view.tsx'
import type { Original } from './originals.ts'
import { Side } from './word-marks.tsx'

/** The desk's page has more to do than the ticket's: beyond this the two stand side by side unmarked. */
const MOST_CHANGES = 200

/** Each letter as it came beside what is printed of it, as it was saved, with the words that differ. */
export function CompareLetters({ checked, originals }: DraftView) {
  const exchanges = checked.manuscript?.exchanges ?? []
  const positions = printedPositions(originals, exchanges)
  return (
    <div class="compared" data-fresh="compared">
      {originals.map((original, index) => {
        const position = positions[index] ?? 0
        const exchange = exchanges[position - 1]
        if (!exchange || original.text.letter === null) return null
        const number = exchanges.length > 1 ? ` ${position}` : ''
        return <Compared {...{ original, exchange, number }} />
      })}
    </div>
  )
}

/**
 * Tells which printed letter is each original's, 0 for none: what its writer was shown, or else, of
 * those that are left, the one that has most words of it.
 */
function printedPositions(originals: Original[], exchanges: Exchange[]): number[] {
  const taken = new Set(originals.flatMap(({ showing }) => showing?.position ?? []))
  return originals.map(({ showing, text }) => {
    if (showing) return showing.position
    const own = new Set(text.letter?.toLowerCase().split(/\s+/))
    const shared = exchanges.map(({ letter }, index) => {
      const all = letter.toLowerCase().split(/\s+/)
      return taken.has(index + 1) ? -1 : all.filter((word) => own.has(word)).length / all.length
    })
    const best = Math.max(...shared)
    const position = best < 0 ? 0 : shared.indexOf(best) + 1
    taken.add(position)
    return position
  })
}

type Props = { original: Original; exchange: Exchange; number: string }

function Compared({ original: { row, text }, exchange, number }: Props) {
  const before = signed(text.letter ?? '', text.signoff)
  const after = signed(plainText(exchange.letter), exchange.signoff)
  const runs = textDiff(before, after, MOST_CHANGES)
  const id = `compared-${row.id}`
  return (
    <section aria-labelledby={id}>
      <h2 id={id}>Letter{number}, as it came and as it is printed</h2>
      <p class="hint">
        {words(before)} words came, {words(after)} are printed.{' '}
        {runs
          ? 'Marked: what was left out, on one side, and what was put in, on the other.'
          : 'More has changed than marks could show.'}
      </p>
      <div class="sides" lang={row.language}>
        <div class="text">{runs ? <Side runs={runs} own="gone" /> : before}</div>
        <div class="text">{runs ? <Side runs={runs} own="new" /> : after}</div>
      </div>
    </section>
  )
}

function signed(letter: string, signoff: string | null): string {
  return signoff ? `${letter}\n\n— ${signoff}` : letter
}
