import type { Plate } from '../publishing/plate.ts'
import { type Asking, KEPT, LOOKED_AT } from './related.ts'

/** How FTS5 counts (BM25): k1 and b are its own, the weights those that the index is set to. */
const K1 = 1.2
const B = 0.75
const WEIGHTS = { head: 5, body: 1 }
/** What FTS5 counts for a term that half of all exchanges have. */
const LEAST_TELLING = 1e-6

/** A column like another; the lower the likeness, the more alike they are. */
export type Kin = { id: string; likeness: number }

/**
 * What full text knows of all live columns, in memory: it relates thousands of columns as `relate`
 * does, in a hundredth of the time. `asked` are the terms that any of them looks for.
 */
export class Archive {
  readonly #postings: Map<string, Postings>
  readonly #columns: { id: string; topics: string[] }[] = []
  /** By exchange: its column, and how many terms it has. */
  readonly #columnOf: number[] = []
  readonly #sizeOf: number[] = []
  readonly #ids = new Set<string>()
  #tokens = 0
  #norms: Float64Array | null = null
  #scored = new Float64Array(0)

  constructor(asked: Iterable<string>) {
    this.#postings = new Map([...asked].map((term) => [term, new Postings()]))
  }

  has(id: string): boolean {
    return this.#ids.has(id)
  }

  /** Adds a live column with its exchanges. */
  add({ id, topics, exchanges }: Pick<Plate, keyof Asking | 'exchanges'>): void {
    this.#norms = null
    this.#ids.add(id)
    const column = this.#columns.push({ id, topics: topics.map(({ slug }) => slug) }) - 1
    for (const { entry } of exchanges) {
      const exchange = this.#columnOf.push(column) - 1
      let size = 0
      for (const field of ['head', 'body'] as const) {
        const terms = entry[field] === '' ? [] : entry[field].split(' ')
        for (const term of terms) this.#postings.get(term)?.add(exchange, WEIGHTS[field])
        size += terms.length
      }
      this.#sizeOf.push(size)
      this.#tokens += size
    }
  }

  /** Gives the columns nearest to one, nearest first: as many as a column keeps. */
  nearest({ id, likeness, topics }: Asking): Kin[] {
    const scores = this.#scores(likeness)
    const best = new Best(LOOKED_AT)
    const read = (exchange: number) => this.#columns[this.#columnOf[exchange] ?? 0]
    for (const [exchange, score] of scores.entries()) {
      if (score <= best.least || read(exchange)?.id === id) continue
      best.add(exchange, score)
    }
    const kin = new Map<string, Kin>()
    for (const { exchange, score } of best.all) {
      const found = read(exchange)
      if (!found || kin.has(found.id)) continue
      const shared = topics.filter(({ slug }) => found.topics.includes(slug)).length
      kin.set(found.id, { id: found.id, likeness: -score * (1 + shared) })
    }
    return [...kin.values()].sort(nearestFirst).slice(0, KEPT)
  }

  /** How well each exchange answers to any of the terms. */
  #scores(terms: string[]): Float64Array {
    const count = this.#columnOf.length
    const norms = this.#normsNow()
    if (this.#scored.length !== count) this.#scored = new Float64Array(count)
    const scores = this.#scored.fill(0)
    for (const term of terms) {
      const { length = 0, exchanges = NONE, weights = NONE } = this.#postings.get(term) ?? {}
      const telling = Math.log((count - length + 0.5) / (length + 0.5))
      const weight = telling > 0 ? telling : LEAST_TELLING
      for (let at = 0; at < length; at += 1) {
        const exchange = exchanges[at] as number
        const often = weights[at] as number
        scores[exchange] =
          (scores[exchange] as number) +
          weight * ((often * (K1 + 1)) / (often + (norms[exchange] as number)))
      }
    }
    return scores
  }

  /** What the length of each exchange takes from its score. */
  #normsNow(): Float64Array {
    const average = this.#tokens / this.#sizeOf.length
    this.#norms ??= Float64Array.from(this.#sizeOf, (size) => K1 * (1 - B + (B * size) / average))
    return this.#norms
  }
}

const NONE = new Int32Array(0)

/** The exchanges that have a term, in order, and how often, weighted by where it stands. */
class Postings {
  exchanges = NONE
  weights = NONE
  length = 0

  add(exchange: number, weight: number): void {
    if (this.exchanges[this.length - 1] === exchange && this.length > 0) {
      this.weights[this.length - 1] = (this.weights[this.length - 1] ?? 0) + weight
      return
    }
    if (this.length === this.exchanges.length) {
      const room = Math.ceil(this.length * 1.5) + 4
      this.exchanges = grown(this.exchanges, room)
      this.weights = grown(this.weights, room)
    }
    this.exchanges[this.length] = exchange
    this.weights[this.length] = weight
    this.length += 1
  }
}

function grown(numbers: Int32Array, room: number): Int32Array<ArrayBuffer> {
  const copy = new Int32Array(room)
  copy.set(numbers)
  return copy
}

/** The best so many, best first; of equals the earlier. */
class Best {
  readonly all: { exchange: number; score: number }[] = []
  readonly #most: number
  /** No score up to this one is among them. */
  least = 0

  constructor(most: number) {
    this.#most = most
  }

  add(exchange: number, score: number): void {
    const place = this.all.findIndex((other) => other.score < score)
    this.all.splice(place < 0 ? this.all.length : place, 0, { exchange, score })
    if (this.all.length > this.#most) this.all.pop()
    if (this.all.length === this.#most) this.least = this.all.at(-1)?.score ?? 0
  }
}

/** The nearer first, as the database sorts them. */
export function nearestFirst(one: Kin, other: Kin): number {
  return one.likeness - other.likeness || (one.id < other.id ? -1 : 1)
}
