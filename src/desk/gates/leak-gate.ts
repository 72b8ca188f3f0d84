import type { LetterRow } from '../../schema.ts'
import { markerOf, type Vault } from '../../vault.ts'
import {
  findContacts,
  findTerms,
  type Leak,
  leaksOf,
  type Printed,
  printedOf,
} from '../leaks/leak.ts'
import { type Fact, type Known, knownOf, type OpenAlias } from '../leaks/leak-facts.ts'
import { findMarked } from '../leaks/marks.ts'
import type { Candidate, Gate, GateProblem } from './gate.ts'

/** A leak that nobody has waved through: `id` is what the page's forms name it by. */
export type OpenLeak = Leak & { id: string; letterId: string; hashes: string[] }

/** What the leak check found in a draft, and what it knows of each of its letters. */
export type LeakCheck = {
  leaks: OpenLeak[]
  aliases: OpenAlias[]
  known: Known[]
  isBlind: boolean
}

/**
 * Looks for what would give a draft's writers away in all that readers would see of it. A draft
 * without letters has nothing to look for: null. Leaks that were waved through are left out.
 */
export async function checkLeaks(
  vault: Vault,
  draft: Pick<Candidate, 'id' | 'slug' | 'document'>,
  { letters, facts }: { letters: LetterRow[]; facts: Fact[] },
): Promise<LeakCheck | null> {
  const present = letters.filter(({ status }) => status !== 'withdrawn')
  if (present.length === 0) return null
  const printed = printedOf(draft)
  const known = await Promise.all(present.map((letter) => knownOf(vault, letter, facts)))
  const found = await Promise.all(known.map((one) => findKnown(vault, printed, one)))
  const finds = known.flatMap((one, index) =>
    (found[index] ?? []).map((find) => ({ ...find, letterId: one.letterId })),
  )
  const [first] = known
  const contacts = findContacts(printed, first?.language ?? 'en')
  const all = leaksOf(printed, [
    ...finds,
    ...contacts.map((find) => ({ ...find, letterId: first?.letterId ?? '' })),
  ])
  const waved = facts.filter(({ kind }) => kind === 'wave')
  const leaks = await Promise.all(all.map((leak) => withoutWaved(vault, draft.id, leak, waved)))
  return {
    leaks: leaks.filter(({ spots }) => spots.length > 0),
    aliases: known.flatMap(({ aliases }) => aliases),
    known,
    isBlind: found.includes(null),
  }
}

/** Null when there are marks, and the key that made them is not in the ring: nothing can be said. */
async function findKnown(vault: Vault, printed: Printed, { letterId, terms, marks }: Known) {
  const finds = findTerms(printed, terms)
  if (!marks) return finds
  const marker = markerOf(vault, letterId, marks.keyId)
  return marker && [...finds, ...(await findMarked(marker, marks.marks, printed))]
}

async function withoutWaved(
  vault: Vault,
  draftId: string,
  leak: Leak,
  waved: Fact[],
): Promise<OpenLeak> {
  const known = new Set(waved.map(({ text }) => text))
  const keyIds = [...new Set(waved.map(({ id }) => id))]
  const spots = await Promise.all(
    leak.spots.map(async (spot) => {
      const under = `${spot.place} ${spot.compact}`
      const hash = await markerOf(vault, draftId)?.mark(under)
      const older = await Promise.all(
        keyIds.map((keyId) => markerOf(vault, draftId, keyId)?.mark(under)),
      )
      const isWaved = [hash, ...older].some((one) => one !== undefined && known.has(one))
      return isWaved || !hash ? [] : [{ spot, hash }]
    }),
  )
  const open = spots.flat()
  const hashes = [...new Set(open.map(({ hash }) => hash))]
  return { ...leak, spots: open.map(({ spot }) => spot), hashes, id: hashes[0] ?? '' }
}

/** The gate of the leak check: each leak leads to the first place where it stands. */
export function leakGate({ leaks, isBlind }: LeakCheck): Gate {
  const problems = leaks.map(({ text, spots }): GateProblem => {
    const [first, ...others] = spots
    const more = others.length > 0 ? ` and ${others.length} more` : ''
    return {
      text: `“${text}” (${first?.place ?? ''}${more}): change it, or say why it may stand.`,
      ...whereIs(first),
    }
  })
  const blind = {
    text: 'What was changed in a letter cannot be compared: its key is no longer in SITE_KEY. Put it back.',
  }
  return {
    name: 'Nothing gives its writers away',
    problems: [...problems, ...(isBlind ? [blind] : [])],
  }
}

/** Leads to a place in a draft: to the address, or to the line of the document. */
export function whereIs(spot?: { place: string; line: number }): Omit<GateProblem, 'text'> {
  if (!spot || spot.place === 'address') return { href: '#slug' }
  return { href: '#document', line: spot.line }
}
