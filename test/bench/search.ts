import { pathsIn } from '../../src/paths.ts'
import { quantile } from './figures.ts'
import { answerOf } from './pages.ts'
import { cpuMicros, type Running } from './site.ts'

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

/** How long answers take, and what they cost at the most; the rows also as the mean of all queries. */
export type Searched = {
  p50Ms: number
  p95Ms: number
  cpuMicros: number
  rowsRead: number
  rowsReadMean: number
  roundTrips: number
}

/** Searches one query after the other, several times over, and gives how long an answer takes. */
export async function measureSearch(running: Running, rounds: number): Promise<Searched> {
  const costs = []
  for (const query of QUERIES) {
    const route = { route: '/search', path: english.search(query) }
    costs.push((await answerOf(running.addresses.metered ?? '', route)).cost)
  }
  const took: number[] = []
  let before = 0
  for (let round = 0; round <= rounds; round += 1) {
    // The first round only warms up.
    if (round === 1) before = cpuMicros(running.pid)
    for (const query of QUERIES) {
      const start = performance.now()
      await (await fetch(running.addresses.site + english.search(query))).text()
      if (round > 0) took.push(performance.now() - start)
    }
  }
  return {
    p50Ms: quantile(took, 0.5),
    p95Ms: quantile(took, 0.95),
    cpuMicros: (cpuMicros(running.pid) - before) / took.length,
    rowsRead: Math.max(...costs.map(({ rowsRead }) => rowsRead)),
    rowsReadMean: costs.reduce((sum, { rowsRead }) => sum + rowsRead, 0) / costs.length,
    roundTrips: Math.max(...costs.map(({ roundTrips }) => roundTrips)),
  }
}
