import { asc, gt } from 'drizzle-orm'
import { entered } from '../../desk/press/index-entry.ts'
import { plateOf } from '../../desk/publishing/plate.ts'
import { columns } from '../../schema.ts'
import type { Progress } from '../command-line.ts'
import { openDatabase } from '../database.ts'
import { untilFree } from '../local-site.ts'

/** Columns indexed in one statement: documents of 60 KB, and D1 takes 2 MB. */
const AT_ONCE = 8

/** Makes the columns' full-text index, which holds no text to be saved, from their manuscripts. */
export async function indexAnew(
  place: { remote: boolean; dataDir: string },
  progress: Progress,
): Promise<void> {
  const { db, close } = await openDatabase(place)
  try {
    const { id, slug, changedAt, manuscript } = columns
    const all = await db.$count(columns)
    for (let after = '', done = 0; done < all; ) {
      const page = await db
        .select({ id, slug, changedAt, manuscript })
        .from(columns)
        .where(gt(id, after))
        .orderBy(asc(id))
        .limit(AT_ONCE)
      const plates = await Promise.all(
        page.map(({ manuscript, ...to }) => plateOf(JSON.parse(manuscript), to)),
      )
      if (page.length === 0) break
      await untilFree(() => db.batch([entered(db, plates)]))
      done += page.length
      after = page.at(-1)?.id ?? after
      progress(done, all, 'columns indexed')
    }
  } finally {
    await close()
  }
}
