import { eq } from 'drizzle-orm'
import type { Config } from '../../config.ts'
import { instant } from '../../dates.ts'
import { type Manuscript, parse } from '../../manuscript.ts'
import { type Db, letters, showings } from '../../schema.ts'
import type { Vault } from '../../vault.ts'
import { reviewOf } from '../draft/review-read.ts'
import { readFacts } from '../leaks/leak-facts.ts'
import { addressGate } from './address-gate.ts'
import { consentGates } from './consent.ts'
import { editionGates, readEditions } from './edition-gates.ts'
import { type Candidate, type Gate, inDocument, whereStands } from './gate.ts'
import { checkLeaks, type LeakCheck, leakGate } from './leak-gate.ts'
import { linkGate, linksOf } from './link-gate.ts'
import { addressesOf, readAddresses } from './live-addresses.ts'
import { secondReaderGate } from './second-reader-gate.ts'

/**
 * What the gates say of a draft, and the column that may be published when all are passed. It may be
 * scheduled when only those are shut that open by themselves: they are asked again when it is due.
 */
export type Checked = {
  gates: Gate[]
  manuscript: Manuscript | null
  /** Null for a draft without letters, such as a column that came from a file. */
  leakCheck: LeakCheck | null
  isPassed: boolean
  canBeScheduled: boolean
}

/** What of the site's settings the gates go by. */
export type Rules = { languages: string[]; secondReader: Config['secondReader'] }

/**
 * Checks a draft's document against every rule for publishing, in one round trip. They run when the
 * draft is shown, when it is scheduled, and again when it is published.
 */
export async function checkGates(
  db: Db,
  vault: Vault,
  draft: Candidate,
  { languages, secondReader, now }: Rules & { now: Date },
): Promise<Checked> {
  const { document } = draft
  const { manuscript, problems } = parse(document, 'document')
  const links = manuscript ? linksOf(manuscript, { slug: draft.slug, languages }) : []
  const [found, rows, shown, editions, facts, [review]] = await db.batch([
    readAddresses(db, [draft.slug, ...links.flatMap(({ to }) => to?.slug ?? [])]),
    db.select().from(letters).where(eq(letters.draftId, draft.id)),
    db.select().from(showings).where(eq(showings.draftId, draft.id)),
    readEditions(db, draft.id, manuscript?.editionOf ?? ''),
    readFacts(db, draft.id),
    reviewOf(db, draft.id),
  ])
  const leakCheck = await checkLeaks(vault, draft, { letters: rows, facts })
  const writers = rows.map((letter) => ({
    letter,
    showing: shown.find(({ letterId }) => letterId === letter.id) ?? null,
  }))
  const live = addressesOf(found)
  const gates: Gate[] = [
    { name: 'The document can be read', problems: problems.map(inDocument) },
    addressGate(draft, live),
    languageGate(draft, manuscript, languages),
    dateGate(draft, manuscript, now),
    linkGate(draft, { manuscript, links, live }),
    ...editionGates(draft, manuscript, editions),
    ...(await consentGates(draft, { manuscript, writers, now: instant(now) })),
    ...secondReaderGate(draft, review ?? null, secondReader),
    ...(leakCheck ? [leakGate(leakCheck)] : []),
  ]
  const shut = gates.filter(({ problems }) => problems.length > 0)
  return {
    gates,
    manuscript,
    leakCheck,
    isPassed: shut.length === 0,
    canBeScheduled: shut.every(({ opensByItself }) => opensByItself),
  }
}

/**
 * Names the gates that are shut: the reason that a failure is stored with. It is never what they say
 * of the document, which may quote a letter.
 */
export function shutGates({ gates }: Checked): string {
  const shut = gates.filter(({ problems }) => problems.length > 0)
  return `Not met: ${shut.map(({ name }) => `“${name}”`).join(', ')}.`
}

function languageGate(
  { document }: Candidate,
  manuscript: Manuscript | null,
  languages: string[],
): Gate {
  const isServed = !manuscript || languages.includes(manuscript.language)
  const text = `The site does not serve “${manuscript?.language}”. Write one of ${languages.join(', ')}.`
  return {
    name: 'The site serves its language',
    problems: isServed ? [] : [{ text, ...whereStands(document, /^language:/m) }],
  }
}

function dateGate({ document }: Candidate, manuscript: Manuscript | null, now: Date): Gate {
  const isFuture = !!manuscript?.published && new Date(manuscript.published) > now
  const text = '“published” is still to come. Leave it out and schedule the column instead.'
  return {
    name: 'Its date is not in the future',
    problems: isFuture ? [{ text, ...whereStands(document, /^published:/m) }] : [],
  }
}
