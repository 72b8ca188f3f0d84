import { type Block, withoutOpening } from './block.ts'
import { cutsOf } from './digest.ts'
import { type Exchange, exchangesIn, type FoundExchanges } from './exchanges.ts'
import { markerOf } from './markers.ts'
import { voiceOf } from './voice.ts'

/** What was added to a column later; its day as it is written, or ''. */
export type Addition = { part: 'update' | 'correction'; day: string; blocks: Block[]; line: number }

/** What a text is made of. No exchanges: it is no column. */
export type Parts = {
  note: Block[]
  exchanges: Exchange[]
  additions: Addition[]
  /** What only said which part begins. */
  words: Block[]
}

/**
 * Tells letters, replies, an editor's note, updates and corrections apart: by the words that open
 * them, by a digest's numbers and headlines, and by shape where words are missing.
 */
export function partsOf(given: Block[]): Parts {
  const blocks = given.filter(({ kind }) => kind !== 'image')
  const { head, additions, words } = withoutAdditions(blocks)
  const noted = noteAtTop(head)
  const digest = inDigest(noted.rest)
  const { above, exchanges, ...found } = digest ?? exchangesIn(noted.rest)
  const said = [...noted.words, ...found.words, ...words]
  if (exchanges.length === 0) return { note: [], exchanges, additions: [], words: [] }
  return { note: [...noted.note, ...above], exchanges, additions, words: said }
}

/** So many of a digest’s letters and replies, of all, must be told apart by more than their voices. */
const LEAST_CLEAR = 0.5

/**
 * A digest: under each of its headlines stands a letter with its reply. Where these have numbers, half of
 * them are clear, and no letter stands above them all, the others are taken for the same.
 */
function inDigest(blocks: Block[]): FoundExchanges | null {
  for (const { above, sections, isNumbered } of cutsOf(blocks)) {
    const clear = sections.map(({ blocks }) => exchangesIn(blocks))
    const isClear = ({ exchanges }: FoundExchanges) => exchanges.length === 1
    const isDigest =
      isNumbered &&
      above.every(({ text }) => voiceOf(text) <= 0) &&
      clear.filter(isClear).length >= sections.length * LEAST_CLEAR
    const found = sections.map(({ blocks, ...rest }, index) => {
      const one = clear[index]
      return { ...rest, ...(one && isClear(one) ? one : exchangesIn(blocks, isDigest)) }
    })
    if (!found.every(isClear)) continue
    return {
      above,
      exchanges: found.flatMap(({ headline, above, exchanges }) =>
        exchanges.map((one) => ({ ...one, headline, letter: [...above, ...one.letter] })),
      ),
      words: found.flatMap(({ heading, words }) => [heading, ...words]),
    }
  }
  return null
}

/** Cuts off updates and corrections, which stand below everything else. */
function withoutAdditions(blocks: Block[]) {
  const marked = blocks.map(markerOf)
  const lastReply = marked.findLastIndex((marker) => marker?.part === 'reply')
  const starts = blocks.flatMap((_, at) => {
    const part = marked[at]?.part
    const isAddition = part === 'update' || part === 'correction'
    return isAddition && at > Math.max(lastReply, 1) ? [{ at, part }] : []
  })
  const words: Block[] = []
  const additions = starts.flatMap(({ at, part }, index): Addition[] => {
    const [first, ...rest] = blocks.slice(at, starts[index + 1]?.at)
    const marker = marked[at]
    if (!first || !marker) return []
    const left = withoutOpening(first, marker.length)
    words.push({ ...first, text: marker.words })
    const inside = (left.text === '' ? rest : [left, ...rest]).filter(({ kind }) => kind !== 'rule')
    return [{ part, day: marker.day, blocks: inside, line: first.line }]
  })
  return { head: blocks.slice(0, starts[0]?.at), additions, words }
}

/** The editor's note above the letter: the words that open it, and what they are said of. */
function noteAtTop(blocks: Block[]): { note: Block[]; rest: Block[]; words: Block[] } {
  const at = blocks.findIndex((one) => markerOf(one)?.part === 'note')
  const opens = blocks.findIndex((one) => /letter|reply/.test(markerOf(one)?.part ?? ''))
  const marker = blocks[at] ? markerOf(blocks[at]) : null
  const first = blocks[at]
  if (!first || !marker || at > 2 || (opens >= 0 && opens < at)) {
    return { note: [], rest: blocks, words: [] }
  }
  const left = withoutOpening(first, marker.length)
  const isAlone = left.text === ''
  const next = opens > at ? opens : at + 2
  const end = isAlone ? next : at + 1
  const note = [...(isAlone ? [] : [left]), ...blocks.slice(at + 1, end)]
  const rest = [...blocks.slice(0, at), ...blocks.slice(end)]
  return {
    note: note.filter(({ kind }) => kind !== 'rule'),
    rest,
    words: [{ ...first, text: marker.words }],
  }
}
