import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { ALIKE, bandsOf, gistOf, likeness } from '../../src/letters/likeness.ts'
import { STORIES, type Story } from './stories.ts'

const pairs = (['en', 'id'] as const).flatMap((language) => {
  const stories = STORIES.filter((each) => each.language === language)
  return stories.flatMap((one, index) => stories.slice(index + 1).map((other) => ({ one, other })))
})
const likenessOf = ({ one, other }: { one: Story; other: Story }) =>
  likeness(gistOf(one, one.language), gistOf(other, other.language))

describe('Of two letters, the likeness', () => {
  const isSame = ({ one, other }: (typeof pairs)[number]) => one.story === other.story

  test('tells the same story from every other, with room to spare', () => {
    const same = pairs.filter(isSame).map(likenessOf)
    const others = pairs.filter((pair) => !isSame(pair)).map(likenessOf)
    console.info(`${same.length} pairs of one story: ${Math.min(...same)} % alike and more`)
    console.info(`${others.length} pairs of two stories: ${Math.max(...others)} % alike and less`)
    expect(Math.min(...same)).toBeGreaterThan(ALIKE + 10)
    expect(Math.max(...others)).toBeLessThan(ALIKE - 10)
  })

  test('does not tell that two people have the same problem: words cannot', () => {
    const sameProblem = pairs.filter(
      (pair) => !isSame(pair) && pair.one.problem === pair.other.problem,
    )
    expect(sameProblem.length).toBeGreaterThan(8)
    expect(Math.max(...sameProblem.map(likenessOf))).toBeLessThan(ALIKE)
  })
})

const word = fc.stringMatching(/^[a-z]{2,9}$/)
const text = fc.array(word, { minLength: 1, maxLength: 200 })
const gist = (words: string[]) => gistOf({ question: '', letter: words.join(' ') }, 'en')
const sharedBands = (one: string[], other: string[]) => {
  const bands = bandsOf(gist(other))
  return bandsOf(gist(one)).filter((band) => bands.includes(band)).length
}

describe('The marks of a letter', () => {
  test('are the same for the same words, in whatever order and however often they stand', () => {
    fc.assert(
      fc.property(text, fc.nat(), (words, turn) => {
        const at = turn % words.length
        const turned = [...words.slice(at), ...words.slice(0, at)].reverse()
        expect(bandsOf(gist([...turned, ...words]))).toEqual(bandsOf(gist(words)))
        expect(likeness(gist(turned), gist(words))).toBe(100)
      }),
    )
  })

  test('are twelve, each with its number, however long the letter is', () => {
    fc.assert(
      fc.property(text, (words) => {
        const numbers = bandsOf(gist(words)).map((band) => band.split(' ')[0])
        expect(numbers).toEqual(Array.from({ length: 12 }, (_, index) => String(index)))
      }),
    )
  })

  test('meet for letters that share two thirds of their words, and hardly for others', () => {
    const made = (from: number, to: number, round: number) =>
      Array.from({ length: to - from }, (_, index) => `w${round}x${from + index}`)
    const rounds = Array.from({ length: 200 }, (_, round) => round)
    const met = (shared: number) =>
      rounds.filter(
        (round) => sharedBands(made(0, 120, round), made(120 - shared, 240 - shared, round)) > 0,
      ).length
    expect(met(96)).toBeGreaterThanOrEqual(190)
    expect(met(12)).toBeLessThanOrEqual(4)
  })
})

test('Likeness is the same from both sides, between 0 and 100', () => {
  fc.assert(
    fc.property(text, text, (one, other) => {
      const percent = likeness(gist(one), gist(other))
      expect(likeness(gist(other), gist(one))).toBe(percent)
      expect(percent).toBeGreaterThanOrEqual(0)
      expect(percent).toBeLessThanOrEqual(100)
    }),
  )
})
