/** How a search answered one question: the places of the right columns among its answers, from 1. */
export type Outcome = {
  need: string
  places: number[]
  /** How many columns are right. */
  right: number
  isEmpty: boolean
}

/** So many answers are looked at. */
export const LOOKED_AT = 10
const RESAMPLES = 1000

/** The measures, each from 0 to 1. */
export const MEASURES = {
  'MRR@10': ({ places: [first] }: Outcome) => (first ? 1 / first : 0),
  'nDCG@10': ({ places, right }: Outcome) => {
    const ideal = Array.from({ length: Math.min(right, LOOKED_AT) }, (_, index) => index + 1)
    return right === 0 ? 0 : gain(places) / gain(ideal)
  },
  'success@1': ({ places: [first] }: Outcome) => Number(first === 1),
  'success@5': ({ places: [first] }: Outcome) => Number(first !== undefined && first <= 5),
  empty: ({ isEmpty }: Outcome) => Number(isEmpty),
} as const
export type Measure = keyof typeof MEASURES

/** A mean over all outcomes, and between what it lies in 95 of 100 samples like this one. */
export type Estimate = { mean: number; low: number; high: number }

/**
 * Gives the mean of a measure, with a bootstrap interval: needs are drawn, not questions, as the ways
 * to ask for one thing succeed and fail together.
 */
export function estimate(outcomes: Outcome[], measure: Measure, seed: number): Estimate {
  const needs = [...Map.groupBy(outcomes, ({ need }) => need).values()].map((ones) => {
    const values = ones.map(MEASURES[measure])
    return { sum: values.reduce((sum, value) => sum + value, 0), count: values.length }
  })
  const random = generator(seed)
  const drawn = () => needs[Math.floor(random() * needs.length)] ?? { sum: 0, count: 0 }
  const means = Array.from({ length: RESAMPLES }, () => meanOf(needs.map(drawn)))
  means.sort((one, other) => one - other)
  const at = (share: number) => means[Math.floor(share * (RESAMPLES - 1))] ?? 0
  return { mean: meanOf(needs), low: at(0.025), high: at(0.975) }
}

function meanOf(needs: { sum: number; count: number }[]): number {
  const count = needs.reduce((all, { count }) => all + count, 0)
  return count ? needs.reduce((all, { sum }) => all + sum, 0) / count : 0
}

function gain(places: number[]): number {
  return places.reduce((sum, place) => sum + 1 / Math.log2(place + 1), 0)
}

/** Mulberry32: the same numbers for the same seed, from 0 up to 1. */
function generator(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}
