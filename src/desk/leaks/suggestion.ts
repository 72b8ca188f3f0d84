import type { OpenLeak } from '../gates/leak-gate.ts'
import type { Alias } from './alias.ts'
import { aliasProblem } from './aliases.ts'
import type { OpenAlias } from './leak-facts.ts'

/**
 * Gives the aliases that one click adds for a leak: one for each way to write it, except those that
 * there are already. Empty when nothing neutral is known to stand in for it.
 */
export function suggestedAliases(
  { aliases, letterId, text }: OpenLeak,
  known: OpenAlias[],
): Alias[] {
  const wanted = aliases.map((alias) => ({ ...alias, original: alias.original || text }))
  const added: OpenAlias[] = []
  for (const alias of wanted) {
    if (aliasProblem(alias, [...known, ...added]) === null) {
      added.push({ ...alias, id: '', letterId })
    }
  }
  return added.map(({ original, replacement }) => ({ original, replacement }))
}

/** Gives what would stand in for a leak; null when an editor has to find the words. */
export function suggestionFor(leak: OpenLeak, known: OpenAlias[]): string | null {
  return suggestedAliases(leak, known)[0]?.replacement ?? null
}
