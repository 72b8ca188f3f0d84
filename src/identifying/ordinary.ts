import { lists } from './lists.ts'

/** Tells whether a name is one word that is also a word of its own: “May”, “Will”, “Bank”. */
export function isOrdinary(name: string): boolean {
  const lower = name.trim().toLowerCase()
  const { namesAndWords, harmless, general, organisation, titles, commonJobs } = lists()
  const { openers, largePlaces } = lists()
  const words = [namesAndWords, harmless, general, organisation, titles, commonJobs]
  const all = [...words, ...Object.values(openers)]
  return all.some((list) => list.has(lower)) && !largePlaces.has(lower)
}
