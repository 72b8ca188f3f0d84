import { and, eq, inArray } from 'drizzle-orm'
import { instant } from '../dates.ts'
import { isSlug, type Manuscript, type Problem, parse } from '../manuscript.ts'
import { linkTargets } from '../markdown.ts'
import { columns, type Db, deskLog, letters, redirects, showings } from '../schema.ts'
import { consentGates } from './consent.ts'

/** A rule that a draft must meet before it is published; passed when it has no problems. */
export type Gate = { name: string; problems: string[]; opensByItself?: boolean }

/**
 * What the gates say of a draft, and the column that may be published when all are passed. It may be
 * scheduled when only those are shut that open by themselves: they are asked again when it is due.
 */
export type Checked = {
  gates: Gate[]
  manuscript: Manuscript | null
  isPassed: boolean
  canBeScheduled: boolean
}

type Candidate = { id: string; slug: string; document: string; withdrawnOn: string | null }

/** Links that one column may have to others: their look-up is one query of bound parameters. */
const MOST_LINKS = 50

/**
 * Checks a draft's document against every rule for publishing, in one round trip. They run when the
 * draft is shown, when it is scheduled, and again when it is published.
 */
export async function checkGates(
  db: Db,
  draft: Candidate,
  { languages, now }: { languages: string[]; now: Date },
): Promise<Checked> {
  const { manuscript, problems } = parse(draft.document, 'document')
  const linked = manuscript ? linkedSlugs(manuscript) : []
  const wanted = [draft.slug, ...linked, ...(manuscript?.editionOf ? [manuscript.editionOf] : [])]
  const [live, traces, writers, retractions] = await db.batch([
    db
      .select({ id: columns.id, slug: columns.slug })
      .from(columns)
      .where(inArray(columns.slug, wanted)),
    db
      .select({ slug: redirects.slug, columnId: redirects.columnId })
      .from(redirects)
      .where(inArray(redirects.slug, wanted)),
    db
      .select({ status: letters.status, consent: letters.consent, showing: showings })
      .from(letters)
      .leftJoin(
        showings,
        and(eq(showings.letterId, letters.id), eq(showings.draftId, letters.draftId)),
      )
      .where(eq(letters.draftId, draft.id)),
    db
      .select({ id: deskLog.id })
      .from(deskLog)
      .where(and(eq(deskLog.draftId, draft.id), eq(deskLog.verb, 'retract')))
      .limit(1),
  ])
  const liveIds = new Map(live.map(({ slug, id }) => [slug, id]))
  // A tombstone does not say whose it is: only a column that was itself retracted may be back there.
  const isBack = retractions.length > 0
  const traceIds = new Map(
    traces.map(({ slug, columnId }) => [slug, columnId ?? (isBack ? draft.id : null)]),
  )
  const leads = (slug: string) =>
    liveIds.has(slug) || traces.some((trace) => trace.slug === slug && trace.columnId !== null)
  const gates: Gate[] = [
    { name: 'The document can be read', problems: problems.map(inLine) },
    { name: 'The address is free', problems: addressProblems(draft, liveIds, traceIds) },
    {
      name: 'The site serves its language',
      problems:
        manuscript && !languages.includes(manuscript.language)
          ? [
              `The site does not serve “${manuscript.language}”. Write one of ${languages.join(', ')}.`,
            ]
          : [],
    },
    {
      name: 'Its date is not in the future',
      problems:
        manuscript?.published && new Date(manuscript.published) > now
          ? ['“published” is still to come. Leave it out and schedule the column instead.']
          : [],
    },
    {
      name: 'Its links lead somewhere',
      problems: [...linked, ...(manuscript?.editionOf ? [manuscript.editionOf] : [])]
        .filter((slug) => !leads(slug))
        .map((slug) => `There is no column “${slug}”. Write the slug of a live one.`),
    },
    ...(await consentGates(draft, { manuscript, writers, now: instant(now) })),
  ]
  const shut = gates.filter(({ problems }) => problems.length > 0)
  return {
    gates,
    manuscript,
    isPassed: shut.length === 0,
    canBeScheduled: shut.every(({ opensByItself }) => opensByItself),
  }
}

/** A problem as the desk tells it: there is one document, so the line alone says where. */
export function inLine({ line, problem, instead }: Problem): string {
  return `Line ${line}: ${problem} ${instead}`
}

function linkedSlugs(manuscript: Manuscript): string[] {
  const texts = [
    manuscript.note ?? '',
    ...manuscript.exchanges.flatMap(({ letter, reply }) => [letter, reply]),
    ...[...manuscript.updates, ...manuscript.corrections].map(({ text }) => text),
  ]
  const slugs = texts
    .flatMap(linkTargets)
    .flatMap(
      (target) => /^(?:\/[a-z]{2,3})?\/columns\/([a-z0-9-]+)(?:[#?].*)?$/.exec(target)?.[1] ?? [],
    )
  return [...new Set(slugs)].slice(0, MOST_LINKS)
}

function addressProblems(
  { id, slug }: Candidate,
  liveIds: Map<string, string>,
  traceIds: Map<string, string | null>,
): string[] {
  if (!isSlug(slug))
    return ['Write the address with lower-case letters a to z, digits and hyphens.']
  const holder = liveIds.get(slug) ?? (traceIds.has(slug) ? traceIds.get(slug) : id)
  return holder === id ? [] : [`Another column has, or had, the address “${slug}”. Choose another.`]
}
