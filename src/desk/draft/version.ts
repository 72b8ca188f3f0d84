import { and, desc, eq, lt, sql } from 'drizzle-orm'
import type { Hand } from '../../desk-log.ts'
import { type Db, type DraftRow, draftVersions, editors } from '../../schema.ts'
import { documentAt, save } from './draft.ts'
import { hunksOf } from './merge.ts'
import { type Run, wordRuns, writtenAnew } from './word-runs.ts'

const PAGE = 30

/** A version as the history lists it: who saved what when, and whether its text is still there. */
export type Version = Awaited<ReturnType<typeof versionsOf>>['versions'][number]

/** Lists a draft's versions, the last first; `before` is where the next page begins, null on the last. */
export async function versionsOf(db: Db, id: string, before: number | null) {
  const found = await db
    .select({
      version: draftVersions.version,
      by: sql<string>`coalesce(${editors.name}, ${draftVersions.savedBy})`,
      at: draftVersions.savedAt,
      isErased: sql<boolean>`${draftVersions.document} = ''`.mapWith(Boolean),
    })
    .from(draftVersions)
    .leftJoin(editors, eq(editors.id, draftVersions.savedBy))
    .where(
      and(eq(draftVersions.draftId, id), before ? lt(draftVersions.version, before) : undefined),
    )
    .orderBy(desc(draftVersions.version))
    .limit(PAGE + 1)
  const versions = found.slice(0, PAGE)
  const last = found.length > PAGE ? versions.at(-1) : undefined
  return { versions, before: last?.version ?? null }
}

/**
 * Makes the text of an old version the draft's next one; its address stays. 'erased' when that text
 * is gone or never was, 'overtaken' when the draft is not at the version that the editor saw.
 */
export async function restoreVersion(
  db: Db,
  { id, slug }: DraftRow,
  { version, restored, by, now }: Hand & { version: number; restored: number },
): Promise<'restored' | 'erased' | 'overtaken'> {
  const document = await documentAt(db, id, restored)
  if (document === null) return 'erased'
  const act = { verb: 'restore', reason: `version ${restored}` }
  const saved = await save(db, id, { version, document, slug }, { ...act, by, now })
  return saved ? 'restored' : 'overtaken'
}

/** A stretch of a comparison: so many lines as they were, or the words of lines that were changed. */
export type Stretch = { same: number } | { section: string | null; runs: Run[] }

/** Words that are marked in all, at the most: to find them takes time. */
const MOST_MARKS = 600

/** Compares two documents line by line, and lines that were changed word by word. */
export function compared(before: string, after: string): Stretch[] {
  const lines = before.split('\n')
  const stretches: Stretch[] = []
  let at = 0
  let marks = 0
  for (const { start, end, lines: put } of hunksOf(lines, after.split('\n'))) {
    const texts = [lines.slice(start, end).join('\n'), put.join('\n')] as const
    const runs = marks < MOST_MARKS ? wordRuns(...texts) : writtenAnew(...texts)
    marks += runs.length
    const heading = lines.slice(0, start).findLast((line) => /^# /.test(line))
    stretches.push({ same: start - at }, { section: heading?.slice(2) ?? null, runs })
    at = end
  }
  stretches.push({ same: lines.length - at })
  return stretches.filter((stretch) => !('same' in stretch) || stretch.same > 0)
}
