import { type Hand, loggedIfChanged } from '../../desk-log.ts'
import { write } from '../../manuscript.ts'
import type { Db } from '../../schema.ts'
import { newId } from '../../text.ts'
import { draftOpens } from '../draft/draft.ts'
import { findLive } from './column.ts'

/**
 * Opens a draft in another language with a live column's text in it, to be translated part by part,
 * and gives its id. It keeps the topics, the place and the day of the last check; who signs it and
 * when it runs are its own. Null when there is no such column.
 */
export async function translate(
  db: Db,
  slug: string,
  { language, by, now }: Hand & { language: string },
): Promise<string | null> {
  const found = await findLive(db, slug)
  if (!found) return null
  const id = newId()
  const manuscript = {
    ...found.manuscript,
    ...{ language, published: null, editionOf: slug, corrections: [] },
  }
  const document = write(manuscript)
  const [first, ...rest] = draftOpens(
    db,
    { id, slug: `${slug}-${language}`, document, manuscript },
    { by, now },
  )
  if (!first) return null
  const logged = loggedIfChanged(db, { verb: 'translate', draftId: id, reason: slug, by, now })
  await db.batch([first, ...rest, logged])
  return id
}
