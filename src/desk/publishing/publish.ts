import { and, eq, lte, sql } from 'drizzle-orm'
import { day, instant } from '../../dates.ts'
import { type Hand, logged } from '../../desk-log.ts'
import { noteFailure } from '../../failure.ts'
import { write } from '../../manuscript.ts'
import { pathsIn } from '../../paths.ts'
import { isCarriedOut } from '../../refusal.ts'
import { type Db, type DraftRow, drafts, letters } from '../../schema.ts'
import { statement } from '../../statement.ts'
import type { Language } from '../../ui/copy/index.ts'
import type { Vault } from '../../vault.ts'
import { answersMoved } from '../column/take-down.ts'
import { documentAt, findDraft } from '../draft/draft.ts'
import { isApproved } from '../draft/review.ts'
import { isOnlyEdition } from '../gates/edition-gates.ts'
import { type Checked, checkGates, type Rules, shutGates } from '../gates/gates.ts'
import { remembered } from '../leaks/remember.ts'
import { press, relate } from '../press.ts'
import { topicsNow } from '../settings/topics.ts'
import { plateOf } from './plate.ts'
import { pressOwed, readBefore } from './purge-owed.ts'
import { awaitedUntil } from './schedule.ts'

/** Whom the desk log names for what the clock did. */
export const CLOCK = 'clock'

/**
 * What became of an attempt to publish: `slug` when it is live, the gates when one is shut, and
 * 'overtaken' when somebody else saved, published or withdrew first.
 */
export type Publication =
  | { kind: 'live'; slug: string; language: string }
  | { kind: 'gated'; checked: Checked }
  | { kind: 'overtaken' }

type Order = Hand & Rules & { version: number; published?: string }

/**
 * Publishes a version of a draft: its gates run, and then the press, the draft, its letters and the
 * log change in one batch or not at all. `published` is the date to stamp on a first publication.
 */
export async function publish(
  db: Db,
  vault: Vault,
  draft: DraftRow,
  order: Order,
): Promise<Publication> {
  const { version, by, now } = order
  const isPinned = draft.status === 'scheduled' && draft.pinnedVersion === version
  const document = isPinned ? await documentAt(db, draft.id, version) : draft.document
  if (document === null || version !== draft.version) return { kind: 'overtaken' }
  const checked = await checkGates(db, vault, { ...draft, document }, order)
  const { manuscript } = checked
  if (!manuscript || !checked.isPassed) return { kind: 'gated', checked }
  const { id, slug } = draft
  const published = manuscript.published ?? order.published ?? instant(now)
  const final = { ...manuscript, published, topics: await topicsNow(db, manuscript.topics) }
  const plate = await plateOf(final, { id, slug, changedAt: instant(now) })
  const path = pathsIn(final.language as Language).column(slug)
  const before = await readBefore(db, [id])
  const marks = await remembered(db, vault, id, checked.leakCheck)
  const isLive = await isCarriedOut(
    db.batch([
      // Null, and so refused with all that follows, when the draft is not as it was read.
      statement(
        db,
        sql`INSERT INTO draft_versions (draft_id, version, document, saved_by, saved_at)
        VALUES (${id}, (SELECT version + 1 FROM drafts WHERE id = ${id} AND version = ${version}
          AND status = ${draft.status} AND status <> 'retracted' AND withdrawn_on IS NULL
          AND ${isFree(draft)} AND ${isOnlyEdition(id, final)}
          AND NOT EXISTS (SELECT 1 FROM letters JOIN showings ON showings.letter_id = letters.id
            WHERE letters.draft_id = ${id} AND letters.status = 'in_column'
            AND showings.draft_id = ${id} AND showings.verdict IN ('change', 'stop'))
          AND ${order.secondReader === 'required' ? isApproved(id, version) : sql`true`}),
          ${write(final)}, ${by}, ${instant(now)})`,
      ),
      db
        .update(drafts)
        .set({
          status: 'live',
          document: write(final),
          version: version + 1,
          pinnedVersion: version + 1,
          ...{ scheduledFor: null, failure: null, attempts: 0 },
          changedBy: by,
          changedAt: instant(now),
        })
        .where(eq(drafts.id, id)),
      ...press(db, [plate], now),
      ...relate(db, [plate]),
      db
        .update(letters)
        .set({
          status: 'answered',
          version: sql`${letters.version} + 1`,
          changedOn: day(now),
          settledOn: day(now),
          answerPath: path,
        })
        .where(and(eq(letters.draftId, id), eq(letters.status, 'in_column'))),
      answersMoved(db, id, path),
      logged(db, { verb: 'publish', draftId: id, by, now }),
      pressOwed(db, [{ id, slug, manuscript: final }], { before, now }),
      ...marks,
    ]),
  )
  return isLive ? { kind: 'live', slug, language: final.language } : { kind: 'overtaken' }
}

/** A slug once used is given to no other, whatever was published since the gates were asked. */
function isFree({ id, slug }: DraftRow) {
  return sql`NOT EXISTS (SELECT 1 FROM redirects
    WHERE slug = ${slug} AND coalesce(column_id, former_id) IS NOT ${id})`
}

/**
 * Publishes the draft that has been due longest, once however many ask at the same moment, and gives
 * how many it published: none or one, as that is what a run of the clock may cost. The next call takes
 * the next. One whose writer still has time to look at the letter waits for the end of that time. One
 * whose gates have shut since stays in the queue with the reason, and the desk shows it. One that
 * breaks on the way is noted and tried again once those that did not have had their turn: it must not
 * keep the others, or the desk, waiting.
 */
export async function publishDue(db: Db, vault: Vault, rules: Rules, now: Date): Promise<number> {
  const due = await db
    .select()
    .from(drafts)
    .where(
      and(
        eq(drafts.status, 'scheduled'),
        lte(drafts.scheduledFor, instant(now)),
        sql`${drafts.failure} IS NULL`,
        sql`NOT ${isAwaited(now)}`,
      ),
    )
    .orderBy(drafts.attempts, drafts.scheduledFor, drafts.id)
    .limit(MOST_TRIED)
  for (const draft of due) {
    try {
      if (await isPublished(db, vault, draft, { ...rules, now })) return 1
    } catch (error) {
      noteFailure(error)
      // It has cost a whole publication: the others' turn is the next.
      await noteAttempt(db, draft).catch(noteFailure)
      return 0
    }
  }
  return 0
}

async function noteAttempt(db: Db, { id, attempts }: DraftRow): Promise<void> {
  await db
    .update(drafts)
    .set({ attempts: attempts + 1 })
    .where(and(eq(drafts.id, id), eq(drafts.status, 'scheduled')))
}

async function isPublished(
  db: Db,
  vault: Vault,
  draft: DraftRow,
  rules: Rules & { now: Date },
): Promise<boolean> {
  const order = { ...rules, version: draft.pinnedVersion ?? 0, by: CLOCK }
  const published = draft.scheduledFor ?? undefined
  const outcome = await publish(db, vault, draft, { ...order, published })
  if (outcome.kind === 'gated') await fail(db, draft, outcome.checked, rules.now)
  return outcome.kind === 'live'
}

/** While a writer who was shown the letter has time to answer, the draft waits and blocks no other. */
function isAwaited(now: Date) {
  return sql`coalesce(${awaitedUntil()} > ${instant(now)}, false)`
}

/** A publication is some 25 statements, and the free plan allows 50 for a run of the clock. */
const MOST_TRIED = 3

async function fail(db: Db, draft: DraftRow, checked: Checked, now: Date): Promise<void> {
  const failure = shutGates(checked)
  await db.batch([
    db
      .update(drafts)
      .set({ failure })
      .where(and(eq(drafts.id, draft.id), eq(drafts.status, 'scheduled'))),
    logged(db, { verb: 'fail', draftId: draft.id, reason: failure, by: CLOCK, now }),
  ])
}

/** Finds a draft and publishes it: what the desk's button does. */
export async function publishNow(
  db: Db,
  vault: Vault,
  id: string,
  order: Order,
): Promise<Publication | null> {
  const draft = await findDraft(db, id)
  return draft && publish(db, vault, draft, order)
}
