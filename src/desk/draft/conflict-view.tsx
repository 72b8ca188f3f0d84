import type { Context } from 'hono'
import type { AppEnv } from '../../room.ts'
import type { DraftRow } from '../../schema.ts'
import { nameOf } from '../team/team.ts'
import { conflictOf, type SentEdit } from './conflict.ts'
import { ConflictPage } from './conflict-page.tsx'
import { findDraft } from './draft.ts'
import { GonePage } from './gone-page.tsx'

/**
 * Shows an editor what became of a save that was not the first, with the text that was sent: merged
 * with the version that is the last now or, when there is none, alone.
 */
export async function showConflict(c: Context<AppEnv>, id: string, edit: SentEdit) {
  const { db } = c.var
  const draft = await findDraft(db, id)
  c.status(409)
  const reason = goneBecause(draft)
  if (!draft || reason) {
    const page = <GonePage reason={reason ?? 'dropped'} text={edit.document} />
    return c.render(page, { title: 'Not saved' })
  }
  const conflict = await conflictOf(db, draft, edit)
  if (edit.merging && edit.version === draft.version) c.status(200)
  const who = await nameOf(db, draft.changedBy)
  return c.render(<ConflictPage {...{ draft, conflict, who }} />, { title: 'Saved twice' })
}

/** Why a draft can be saved no more; null while it can. */
function goneBecause(draft: DraftRow | null): 'dropped' | 'retracted' | 'withdrawn' | null {
  if (!draft) return 'dropped'
  if (draft.status === 'retracted') return 'retracted'
  return draft.withdrawnOn && !draft.document ? 'withdrawn' : null
}
