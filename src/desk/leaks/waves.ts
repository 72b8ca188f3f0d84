import { sql } from 'drizzle-orm'
import { type Hand, loggedIfChanged } from '../../desk-log.ts'
import type { Db, DraftRow } from '../../schema.ts'
import { rows } from '../../statement.ts'
import { markerOf, type Vault } from '../../vault.ts'
import type { OpenLeak } from '../gates/leak-gate.ts'
import { findMatches, patternsOf, tokensOf } from './folded.ts'
import { KIND_WORDS } from './kind-words.ts'

/** How long the reason of a wave may be, in characters. */
export const LONGEST_REASON = 200

type Waved = { leaks: OpenLeak[]; version: number; reason: string }

/**
 * Lets leaks stand where they stand in a version of a draft. The log keeps the reason and what kinds
 * of thing they are, and only keyed hashes tell which: in another place the same words are a leak
 * again. Refused (false) when the draft is not at that version any more.
 */
export async function wave(
  db: Db,
  vault: Vault,
  { id }: DraftRow,
  { leaks, version, reason, by, now }: Hand & Waved,
): Promise<boolean> {
  const hashes = JSON.stringify(leaks.flatMap((leak) => leak.hashes))
  const kinds = [...new Set(leaks.map(({ kind }) => KIND_WORDS[kind]))].join(', ')
  const [waved] = await db.batch([
    rows<{ hash: string }>(
      db,
      sql`INSERT INTO waves (draft_id, key_id, hash)
      SELECT ${id}, ${markerOf(vault, id)?.id ?? ''}, value FROM json_each(${hashes})
      WHERE EXISTS (SELECT 1 FROM drafts WHERE id = ${id} AND version = ${version})
      ON CONFLICT DO NOTHING RETURNING hash`,
    ),
    loggedIfChanged(db, { verb: 'wave', draftId: id, reason: `${kinds}: ${reason}`, by, now }),
  ])
  return waved.length > 0
}

/** Says why leaks cannot be waved through like this, and in which field; null if they can. */
export function waveProblem(
  leaks: OpenLeak[],
  reason: string,
): { href: string; text: string } | null {
  if (leaks.length === 0) return { href: '#leaks', text: 'Tick what may stand as it is' }
  if (!reason) return { href: '#reason', text: 'Write why it may stand: the log keeps it' }
  if (reason.length > LONGEST_REASON) {
    return { href: '#reason', text: `Write at most ${LONGEST_REASON} characters` }
  }
  const patterns = leaks.flatMap(({ text, aliases }) =>
    [text, ...aliases.map(({ original }) => original)].flatMap((each) => patternsOf(each)),
  )
  return findMatches(tokensOf(reason), patterns).length > 0
    ? {
        href: '#reason',
        text: 'Give the reason without the words themselves: the log is kept for good',
      }
    : null
}
