import { desc, eq } from 'drizzle-orm'
import { instant, minutesLater } from '../../dates.ts'
import type { Hand } from '../../desk-log.ts'
import { type Db, deskLog } from '../../schema.ts'

/** How long the desk log tells one editor's saves of a draft as one act, in minutes. */
const SITTING_MINUTES = 30

/** Tells whether the log's last act on a draft is a save by this editor, of the last half hour. */
export async function isSameSitting(db: Db, draftId: string, { by, now }: Hand): Promise<boolean> {
  const [last] = await db
    .select({ at: deskLog.at, by: deskLog.by, verb: deskLog.verb })
    .from(deskLog)
    .where(eq(deskLog.draftId, draftId))
    .orderBy(desc(deskLog.id))
    .limit(1)
  const since = instant(minutesLater(now, -SITTING_MINUTES))
  return last?.verb === 'save' && last.by === by && last.at > since
}
