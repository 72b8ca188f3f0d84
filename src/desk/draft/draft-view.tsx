import { asc, eq } from 'drizzle-orm'
import type { Context } from 'hono'
import type { ContentfulStatusCode } from 'hono/utils/http-status'
import type { Manuscript } from '../../manuscript.ts'
import type { AppEnv } from '../../room.ts'
import { type Db, type DraftRow, topics } from '../../schema.ts'
import { findLive } from '../column/column.ts'
import { type Checked, checkGates } from '../gates/gates.ts'
import { hoursToLook } from '../settings/show-first-hours.ts'
import type { Unsaved } from './draft-form.ts'
import { DraftPage } from './draft-page.tsx'
import type { Inserting } from './insert-part.tsx'
import { type Original, readOriginals } from './originals.ts'
import type { Arrival } from './paste.ts'
import { type PreviewLink, previewLinksOf } from './preview-link.ts'
import { type ReviewView, readReview } from './review-read.ts'

/** What the page of a draft shows: its panels find here all that they need. */
export type DraftView = {
  draft: DraftRow
  checked: Checked
  originals: Original[]
  /** What was typed and is not saved yet: it stands in the form in the draft's place. */
  unsaved?: Unsaved
  inserting?: Inserting
  /** What became of the text that it was just made of. */
  arrival?: Arrival
  /** The site's languages, and the topics of the draft's. */
  languages: string[]
  topics: { slug: string; name: string }[]
  timeZone: string
  /** How long a writer has to answer who is shown the letter first. */
  hours: number
  review: ReviewView
  /** The live column that it translates. */
  source: { slug: string; source: Manuscript } | null
  links: PreviewLink[]
  /** Where the desk stands, for links that are sent to somebody. */
  deskOrigin: string
  /** What was just refused, in a sentence for each field that it is about. */
  errors: Refused[]
  /** What was typed into the form that was refused. */
  typed?: Typed
}

/** The fields of a panel's form: an alias, or why a leak may stand. */
export type Typed = {
  original?: string
  replacement?: string
  reason?: string
  ticked?: string[]
}

/** So many are named beside the field; any other can be typed. */
const MOST_TOPICS = 60

type Answer = {
  status?: ContentfulStatusCode
  error?: Refused
  remark?: string
  typed?: Typed
  unsaved?: Unsaved
  inserting?: Inserting
  arrival?: Arrival
}
type Refused = { href: string; text: string }

/** What was refused because somebody else was first. */
export const OVERTAKEN: Refused = {
  href: '#document',
  text: 'It was changed or published meanwhile: this is how it stands',
}

/** What was refused because a gate is shut. */
export const SHUT: Refused = {
  href: '#gates',
  text: 'It is not ready: see what stands in its way',
}

/**
 * Shows a draft with its gates and the letters it came from; `error` is what was just refused, `remark`,
 * `typed` and `unsaved` what was sent with it, `arrival` what a pasted text became.
 */
export async function showDraft(
  c: Context<AppEnv>,
  draft: DraftRow,
  { status = 200, error, remark = '', typed, unsaved, inserting, arrival }: Answer = {},
) {
  const { config, db, now, vault } = c.var
  const [checked, originals, hours, review, links, named] = await Promise.all([
    checkGates(db, vault, draft, { ...config, now }),
    readOriginals(db, vault, draft.id),
    hoursToLook(db, config),
    readReview(db, draft, c.var.editor.id),
    previewLinksOf(db, vault, draft.id, now),
    db
      .select({ slug: topics.slug, name: topics.name })
      .from(topics)
      .where(eq(topics.language, draft.language))
      .orderBy(asc(topics.position))
      .limit(MOST_TOPICS),
  ])
  const view: DraftView = {
    ...{
      draft,
      checked,
      originals,
      typed,
      unsaved,
      inserting,
      arrival,
      topics: named,
      languages: config.languages,
    },
    ...{ timeZone: config.timeZone, hours },
    review: { ...review, remark },
    source: await sourceOf(db, draft, checked),
    ...{ links, deskOrigin: new URL(c.req.url).origin },
    errors: error ? [error] : [],
  }
  c.status(status)
  return c.render(<DraftPage {...view} />, {
    title: error ? 'Error: Draft' : 'Draft',
    script: 'draft.js',
    hasFrame: true,
  })
}

async function sourceOf(db: Db, draft: DraftRow, { manuscript }: Checked) {
  if (!manuscript?.editionOf || draft.status === 'live') return null
  const found = await findLive(db, manuscript.editionOf)
  return found && { slug: found.column.slug, source: found.manuscript }
}
