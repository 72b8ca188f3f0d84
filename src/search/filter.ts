import { isSlug } from '../manuscript.ts'

/** What a search may be narrowed to: a topic, a year of publication. */
export type Filter = { topic?: string; year?: string }

/** Reads a filter from an address; what is none is left out. */
export function readFilter({ topic = '', year = '' }: Record<string, string>): Filter {
  return {
    ...(isSlug(topic) && { topic }),
    ...(/^\d{4}$/.test(year) && { year }),
  }
}
