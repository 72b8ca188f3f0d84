import type { Exchange, Manuscript } from '../../src/manuscript.ts'
import { folded } from '../../src/moving-in/block.ts'
import { sentencesOf, wordsOf } from './known.ts'

export type PartName = 'letter' | 'reply' | 'note' | 'signoff' | 'headline' | 'update'
/** One part that is known, and whether it was found as it is. */
export type Verdict = { part: PartName; isRight: boolean; expected: string; got: string }

/**
 * Holds what was made of a text against what is known to be in it, part by part. `lost` are sentences
 * that the column has not, and `untold` those of them that nothing else has: `told` is all of that.
 */
export function judge(
  known: { exchanges: Exchange[]; note: string | null },
  { column: got, told }: { column: Manuscript | null; told: string },
): { verdicts: Verdict[]; lost: string[]; untold: string[] } {
  const verdicts: Verdict[] = []
  const compare = (part: PartName, expected: string | null, found: string | null) => {
    if (!expected && !found) return
    const [one, other] = [expected, found].map((text) =>
      part === 'signoff' ? folded(text ?? '') : wordsOf(text ?? ''),
    )
    verdicts.push({ part, isRight: one === other, expected: expected ?? '', got: found ?? '' })
  }
  for (const [index, exchange] of known.exchanges.entries()) {
    const found = got?.exchanges[index]
    compare('letter', exchange.letter, found?.letter ?? null)
    compare('reply', exchange.reply, found?.reply ?? null)
    compare('signoff', exchange.signoff, found?.signoff ?? null)
  }
  compare('note', known.note, got?.note ?? null)
  const all = got ? ` ${wordsOf(allOf(got))} ` : ' '
  const lost = known.exchanges
    .flatMap(({ letter, reply }) => sentencesOf(`${letter}\n\n${reply}`))
    .filter((sentence) => !all.includes(` ${sentence} `))
  // A word that a line's end divided is told all the same.
  const letters = lost.length > 0 ? `${all} ${wordsOf(told)}`.replaceAll(' ', '') : ''
  const untold = lost.filter((sentence) => !letters.includes(sentence.replaceAll(' ', '')))
  return { verdicts, lost, untold }
}

/** Everything that readers would see of a column. */
export function allOf({ note, exchanges, updates, corrections }: Manuscript): string {
  return [
    note ?? '',
    ...exchanges.flatMap(({ headline, letter, signoff, reply }) => [
      headline,
      letter,
      signoff,
      reply,
    ]),
    ...updates.map(({ text }) => text),
    ...corrections.map(({ text }) => text),
  ]
    .filter(Boolean)
    .join('\n\n')
}
