import { lists } from './lists.ts'
import { findPatterns, type Span } from './pattern.ts'

/** Finds streets, houses, postcodes and post boxes; not a street without a name of its own. */
export function findAddresses(text: string): Span[] {
  return findPatterns(text, lists().addresses)
}
