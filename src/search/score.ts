import { foldText } from '../full-text.ts'
import type { Finder, Spot } from './finder.ts'
import type { Concept } from './query.ts'

/** What is compared of an exchange: its texts, as they are printed. */
export type Texts = { headline: string; question: string; letter: string; reply: string }
type Field = keyof Texts

/** How much a word counts where it stands: a reply says much that was not asked. */
const COUNTS: Record<Field, number> = { headline: 6, question: 3, letter: 1, reply: 0.4 }

/** BM25F's: how soon more of a word stops to matter. A text counts by its share of this many words. */
const SATURATION = 4
const USUAL_WORDS = 600
/** A text shorter than this share is not preferred for being short. */
const SHORTEST = 0.6

/** Words so near to each other belong together, and how much that counts. */
const NEAR = 3
const NEARNESS = 0.8
/** The length of a passage, in words, and how much the best one counts. */
const PASSAGE = 40
const PASSAGE_SHARE = 0.4
/** How much of an answer's score depends on how much of the search it answers. */
const COVERAGE = 0.5

/** A concept with its weight: the rarer it is, the more it tells. */
export type Weighed = Concept & { weight: number }

/** Where an exchange answers a search: the passage's first word, of those between spaces. */
export type Passage = { field: 'letter' | 'reply'; from: number }

export type Scored = { score: number; passage: Passage }

/** Makes what tells how well exchanges answer a search, and where. */
export function scorer(concepts: Weighed[], find: Finder): (texts: Texts) => Scored {
  const total = concepts.reduce((sum, { weight }) => sum + weight, 0)

  return (texts) => {
    const found = mapped(texts, (text) => find(foldText(text)))
    const spots = mapped(found, ({ spots }) => spots)
    const long = (found.letter.words + found.reply.words) / USUAL_WORDS
    const frequencies = frequenciesOf(concepts, spots, Math.max(long, SHORTEST))
    const said = sumOf(concepts, (index) => {
      const frequency = frequencies[index] ?? 0
      return (frequency * (SATURATION + 1)) / (frequency + SATURATION)
    })
    const share = sumOf(concepts, (index) => Math.min(frequencies[index] ?? 0, 1)) / (total || 1)
    const best = mapped(spots, (ones) => bestPassage(ones, concepts))
    const near = Math.max(...Object.values(spots).map((ones) => nearness(ones, concepts)))
    const fullest = Math.max(...Object.values(best).map(({ weight }) => weight))
    const field = best.reply.weight > best.letter.weight ? 'reply' : 'letter'
    return {
      score: (said + NEARNESS * near + PASSAGE_SHARE * fullest) * (1 - COVERAGE + COVERAGE * share),
      passage: { field, from: best[field].from },
    }
  }
}

function mapped<One, Other>(fields: Record<Field, One>, of: (one: One) => Other) {
  const { headline, question, letter, reply } = fields
  return {
    headline: of(headline),
    question: of(question),
    letter: of(letter),
    reply: of(reply),
  }
}

function sumOf(concepts: Weighed[], share: (index: number) => number): number {
  return concepts.reduce((sum, { weight }, index) => sum + weight * share(index), 0)
}

/** How often each concept is said, as much as it counts where it is said; less in a long text. */
function frequenciesOf(concepts: Weighed[], spots: Record<Field, Spot[]>, long: number): number[] {
  const frequencies = concepts.map(() => 0)
  for (const field of Object.keys(COUNTS) as Field[]) {
    const counts = field === 'letter' || field === 'reply' ? COUNTS[field] / long : COUNTS[field]
    for (const { concept, weight } of spots[field]) {
      frequencies[concept] = (frequencies[concept] ?? 0) + counts * weight
    }
  }
  return frequencies
}

/** Finds the passage that says most of what is asked: each concept counts once, as well as it is said. */
function bestPassage(spots: Spot[], concepts: Weighed[]): { weight: number; from: number } {
  let best = { weight: 0, from: 0 }
  const said = new Float64Array(concepts.length)
  for (const [start, { at: from }] of spots.entries()) {
    said.fill(0)
    let weight = 0
    for (let next = start; next < spots.length; next += 1) {
      const spot = spots[next]
      if (!spot || spot.at >= from + PASSAGE) break
      const before = said[spot.concept] ?? 0
      if (spot.weight <= before) continue
      said[spot.concept] = spot.weight
      weight += (spot.weight - before) * (concepts[spot.concept]?.weight ?? 0)
    }
    if (weight > best.weight) best = { weight, from }
  }
  return best
}

/** Adds up the concepts that stand near another one, each once and where it is said best. */
function nearness(spots: Spot[], concepts: Weighed[]): number {
  const near = new Map<number, number>()
  const worth = ({ concept, weight }: Spot) => weight * (concepts[concept]?.weight ?? 0)
  for (const [index, spot] of spots.entries()) {
    for (let before = index - 1; before >= 0; before -= 1) {
      const other = spots[before]
      if (!other || spot.at - other.at > NEAR) break
      if (other.concept === spot.concept || other.at === spot.at) continue
      const later = Math.max(other.concept, spot.concept)
      near.set(later, Math.max(near.get(later) ?? 0, Math.min(worth(other), worth(spot))))
    }
  }
  return [...near.values()].reduce((sum, weight) => sum + weight, 0)
}
