import { eq } from 'drizzle-orm'
import { type Hand, logged } from '../../desk-log.ts'
import { isSlug } from '../../manuscript.ts'
import { pathsIn } from '../../paths.ts'
import { isCarriedOut } from '../../refusal.ts'
import { type Db, drafts } from '../../schema.ts'
import type { Language } from '../../ui/copy/index.ts'
import { addressGate } from '../gates/address-gate.ts'
import { addressesOf, readAddresses } from '../gates/live-addresses.ts'
import { press } from '../press.ts'
import { plateOf } from '../publishing/plate.ts'
import { purgeOwed } from '../publishing/purge-owed.ts'
import { tagsOfChange } from '../publishing/purge-table.ts'
import { asRead, findLive, isBeingRevised, versionOf } from './column.ts'
import { answersMoved } from './take-down.ts'

/**
 * Gives a live column another address: the old one leads to it, its tickets say the new one, and its
 * text, dates and editions stay as they are. Null when there is no such column; 'revising' while a
 * revision is open, which can change the address itself; 'taken' when the address is badly written or
 * another column has or had it; 'overtaken' when the column is not at the version that was seen.
 */
export async function move(
  db: Db,
  slug: string,
  { to, version, by, now }: Hand & { to: string; version: number },
): Promise<'moved' | 'revising' | 'taken' | 'overtaken' | null> {
  const found = await findLive(db, slug)
  if (!found) return null
  if (isBeingRevised(found.draft)) return 'revising'
  if (version !== versionOf(found)) return 'overtaken'
  const { column, manuscript } = found
  const standing = { ...column, manuscript }
  const live = addressesOf(await readAddresses(db, [to]))
  if (!isSlug(to) || addressGate({ id: column.id, slug: to }, live).problems.length > 0)
    return 'taken'
  const plate = await plateOf(manuscript, { ...column, slug: to })
  const isMoved = await isCarriedOut(
    db.batch([
      asRead(db, found),
      logged(db, { verb: 'move', draftId: column.id, reason: `${slug} → ${to}`, by, now }),
      db.update(drafts).set({ slug: to }).where(eq(drafts.id, column.id)),
      ...press(db, [plate], now),
      answersMoved(db, column.id, pathsIn(column.language as Language).column(to)),
      purgeOwed(db, tagsOfChange(standing, { ...standing, slug: to }), now),
    ]),
  )
  return isMoved ? 'moved' : 'overtaken'
}
