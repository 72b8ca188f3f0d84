import { pathsIn } from '../../src/paths.ts'
import { quantile } from './figures.ts'
import { costOf } from './pages.ts'
import type { Running } from './site.ts'

/** What people type: a word or two, a question, a sentence at midnight. */
const QUERIES = [
  'salary negotiation',
  'boss calls after hours',
  'my boss wants me to work weekends',
  'how do I ask for a raise without sounding greedy',
  'coworker takes credit for my work in meetings',
  'reference from old employer',
  'my manager shouts at me in front of everybody and I do not know what to do',
  'resign without notice',
  'client does not pay invoice',
  'harassment',
  'promoted over my friends and now they do not talk to me',
  'is it normal to cry at work',
  'interview tomorrow what do I wear',
  'they let me go while I was on sick leave',
  'colleage eats my lunch',
  'working from home while my team is in the office',
]

const english = pathsIn('en')

export type Searched = { p50Ms: number; p95Ms: number; rowsRead: number; roundTrips: number }

/** Searches one query after the other, several times over, and gives how long an answer takes. */
export async function measureSearch(running: Running, rounds: number): Promise<Searched> {
  const costs = []
  for (const query of QUERIES) {
    costs.push(await costOf(running.addresses.metered ?? '', english.search(query)))
  }
  const took: number[] = []
  for (let round = 0; round < rounds; round += 1) {
    for (const query of QUERIES) {
      const start = performance.now()
      await (await fetch(running.addresses.site + english.search(query))).text()
      took.push(performance.now() - start)
    }
  }
  return {
    p50Ms: quantile(took, 0.5),
    p95Ms: quantile(took, 0.95),
    rowsRead: Math.max(...costs.map(({ rowsRead }) => rowsRead)),
    roundTrips: Math.max(...costs.map(({ roundTrips }) => roundTrips)),
  }
}
