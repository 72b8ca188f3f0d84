import type { Concept } from './query.ts'

/** What is compared of an exchange: the stems of its words, as the index holds them. */
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

/** Where an exchange answers a search: a passage's first word, and every word that was looked for. */
export type Passage = { field: 'letter' | 'reply'; from: number; marks: Set<number> }

export type Scored = { score: number; passage: Passage; met: Set<number> }

/** A place where a concept is said, in one of its ways. */
type Spot = { at: number; length: number; concept: number; weight: number }

/** Makes what tells how well exchanges answer a search, and where. */
export function scorer(concepts: Weighed[]): (texts: Texts) => Scored {
  const spotsIn = finder(concepts)
  const total = concepts.reduce((sum, { weight }) => sum + weight, 0)

  return (texts) => {
    const words = mapped(texts, (text) => text.split(' '))
    const spots = mapped(words, spotsIn)
    const long = (words.letter.length + words.reply.length) / USUAL_WORDS
    const frequencies = frequenciesOf(concepts, spots, Math.max(long, SHORTEST))
    const met = new Set(frequencies.flatMap((frequency, index) => (frequency > 0 ? [index] : [])))
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
      passage: { field, from: best[field].from, marks: marked(spots[field]) },
      met,
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

const NONE: never[] = []

/** Makes what finds every concept among stems, in whatever way it is said. */
function finder(concepts: Weighed[]): (stems: string[]) => Spot[] {
  const ways = new Map<string, { concept: number; stems: string[]; weight: number }[]>()
  const beginnings: { concept: number; beginning: string; weight: number }[] = []
  for (const [concept, { ways: all }] of concepts.entries()) {
    for (const { stems, weight, isBeginning } of all) {
      const [first = ''] = stems
      if (isBeginning) beginnings.push({ concept, beginning: first, weight })
      else ways.set(first, [...(ways.get(first) ?? []), { concept, stems, weight }])
    }
  }
  return (stems) => {
    const spots: Spot[] = []
    for (const [at, stem] of stems.entries()) {
      for (const { concept, stems: way, weight } of ways.get(stem) ?? NONE) {
        if (way.every((part, index) => stems[at + index] === part)) {
          spots.push({ at, length: way.length, concept, weight })
        }
      }
      for (const { concept, beginning, weight } of beginnings) {
        if (stem !== beginning && stem.startsWith(beginning)) {
          spots.push({ at, length: 1, concept, weight })
        }
      }
    }
    return spots
  }
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

function marked(spots: Spot[]): Set<number> {
  return new Set(spots.flatMap(({ at, length }) => Array.from({ length }, (_, word) => at + word)))
}
