import type { Concept } from './query.ts'

/** What is compared of an exchange: the stems of its words, as the index holds them. */
export type Texts = { headline: string; question: string; letter: string; reply: string }

/** How much a word counts where it stands. */
const HEADLINE = 5
const QUESTION = 4
const BODY = 1

/** BM25's: how soon more of the same word stops to matter, and how much a long text is held back. */
const SATURATION = 2.5
const LENGTH = 0.5
const USUAL_WORDS = 600
/** A text of less than this share of the usual length is not preferred for being short. */
const SHORT = 0.6

/** Words this near to each other belong together. */
const NEAR = 4
const NEARNESS = 0.25
/** The length of a passage, in words, and how much the best one counts. */
const PASSAGE = 32
const PASSAGE_SHARE = 0.4

/** A concept with its weight: the rarer it is, the more it tells. */
export type Weighed = Concept & { weight: number }

/** Where an exchange answers a search. */
export type Passage = { field: 'letter' | 'reply'; from: number; marks: Set<number> }

type Spot = { at: number; length: number; concept: number; weight: number }

/** Makes what tells how well exchanges answer a search, and where. */
export function scorer(concepts: Weighed[]) {
  const ways = new Map<string, { concept: number; stems: string[]; weight: number }[]>()
  const beginnings: { concept: number; stem: string; weight: number }[] = []
  concepts.forEach((concept, index) => {
    for (const { stems, weight, isBeginning } of concept.ways) {
      const [first = ''] = stems
      if (isBeginning) beginnings.push({ concept: index, stem: first, weight })
      else ways.set(first, [...(ways.get(first) ?? []), { concept: index, stems, weight }])
    }
  })

  const spotsIn = (stems: string[]): Spot[] => {
    const spots: Spot[] = []
    for (let at = 0; at < stems.length; at += 1) {
      const stem = stems[at] ?? ''
      for (const { concept, stems: way, weight } of ways.get(stem) ?? []) {
        if (way.length > 1 && !way.every((part, index) => stems[at + index] === part)) continue
        spots.push({ at, length: way.length, concept, weight })
      }
      for (const { concept, stem: beginning, weight } of beginnings) {
        if (stem !== beginning && stem.startsWith(beginning)) {
          spots.push({ at, length: 1, concept, weight })
        }
      }
    }
    return spots
  }

  const total = concepts.reduce((sum, { weight }) => sum + weight, 0) || 1

  return (texts: Texts): { score: number; passage: Passage; met: Set<number> } => {
    const [headline, question, letter, reply] = [
      texts.headline,
      texts.question,
      texts.letter,
      texts.reply,
    ].map((text) => text.split(' ')) as [string[], string[], string[], string[]]
    const counted = [
      { spots: spotsIn(headline), each: HEADLINE },
      { spots: spotsIn(question), each: QUESTION },
      { spots: spotsIn(letter), each: BODY },
      { spots: spotsIn(reply), each: BODY },
    ] as const
    const long = (letter.length + reply.length) / USUAL_WORDS
    const held = 1 - LENGTH + LENGTH * Math.max(long, SHORT)
    const frequencies = concepts.map(() => 0)
    for (const { spots, each } of counted) {
      for (const { concept, weight } of spots) {
        frequencies[concept] =
          (frequencies[concept] ?? 0) + (each * weight) / (each > BODY ? 1 : held)
      }
    }
    let words = 0
    let share = 0
    const met = new Set<number>()
    concepts.forEach(({ weight }, index) => {
      const frequency = frequencies[index] ?? 0
      if (frequency === 0) return
      words += (weight * frequency * (SATURATION + 1)) / (frequency + SATURATION)
      share += weight
      met.add(index)
    })
    const passages = counted.map(({ spots }) => bestPassage(spots, concepts))
    const [, , ofLetter, ofReply] = passages
    const near = Math.max(...counted.map(({ spots }) => nearness(spots, concepts)))
    const best = Math.max(...passages.map(({ weight }) => weight))
    const score = (words + NEARNESS * near + PASSAGE_SHARE * best) * (0.5 + 0.5 * (share / total))
    const isReply = (ofReply?.weight ?? 0) > (ofLetter?.weight ?? 0)
    const spots = isReply ? counted[3].spots : counted[2].spots
    const from = (isReply ? ofReply : ofLetter)?.from ?? 0
    const marks = new Set(
      spots.flatMap(({ at, length }) => [...Array(length).keys()].map((n) => at + n)),
    )
    return { score, passage: { field: isReply ? 'reply' : 'letter', from, marks }, met }
  }
}

/** Finds the passage with the most of what is asked for: each concept counts once, as well as it is said. */
function bestPassage(spots: Spot[], concepts: Weighed[]): { weight: number; from: number } {
  let best = { weight: 0, from: 0 }
  for (let start = 0; start < spots.length; start += 1) {
    const from = spots[start]?.at ?? 0
    const said = new Map<number, number>()
    let weight = 0
    for (let next = start; next < spots.length; next += 1) {
      const spot = spots[next]
      if (!spot || spot.at >= from + PASSAGE) break
      const before = said.get(spot.concept) ?? 0
      if (spot.weight <= before) continue
      said.set(spot.concept, spot.weight)
      weight += (spot.weight - before) * (concepts[spot.concept]?.weight ?? 0)
    }
    if (weight > best.weight + 1e-9) best = { weight, from }
  }
  return best
}

/** Adds up the concepts that stand near the one before them in the search, in its order or not. */
function nearness(spots: Spot[], concepts: Weighed[]): number {
  const near = new Map<number, number>()
  for (let index = 1; index < spots.length; index += 1) {
    for (let other = index - 1; other >= 0; other -= 1) {
      const [one, two] = [spots[other], spots[index]]
      if (!one || !two || two.at - one.at > NEAR) break
      if (Math.abs(one.concept - two.concept) !== 1 || one.at === two.at) continue
      const later = Math.max(one.concept, two.concept)
      const weight =
        Math.min(one.weight, two.weight) *
        Math.min(concepts[one.concept]?.weight ?? 0, concepts[two.concept]?.weight ?? 0)
      near.set(later, Math.max(near.get(later) ?? 0, weight))
    }
  }
  return [...near.values()].reduce((sum, weight) => sum + weight, 0)
}
