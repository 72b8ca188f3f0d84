import { and, eq, inArray } from 'drizzle-orm'
import { type Db, type DraftRow, drafts, draftVersions } from '../../schema.ts'
import { clean } from '../../text.ts'
import type { Edit } from './draft.ts'
import { applied, type Choice, type Hunk, hunksOf, merge, type Part, resolved } from './merge.ts'

/** A save as it was sent; `slugWas` is the address that the form showed, where it says so. */
export type SentEdit = Edit & { slugWas?: string; merging: Merging | null }

/**
 * What the page of a conflict sends beside the text: from which version the editor began, how it was
 * changed, and for each conflict in their order what the text showed of it and what was chosen now.
 */
type Merging = { base: number; changes: Hunk[]; shown: Choice[]; choices: Choice[] }

/** What an editor wrote on a version that was no longer the last, merged with the one that is. */
export type Conflict = Omit<Merging, 'shown'> & {
  parts: Part[]
  mine: { document: string; slug: string }
  /** The merged text and address, as the page offers them. */
  document: string
  slug: string
}

/** Gives a document as it is stored: clean text and one line end. */
export function asStored(document: string): string {
  return `${clean(document)}\n`
}

/** Reads the form that saves a draft, from the draft's own page or from that of a conflict. */
export function readEdit(field: (name: string) => string): SentEdit {
  return {
    version: Number(field('version')),
    document: asStored(field('document')),
    slug: clean(field('slug')),
    slugWas: field('slug-was') || undefined,
    merging: readMerging(field),
  }
}

function readMerging(field: (name: string) => string): Merging | null {
  const changes = readHunks(field('changes'))
  if (!changes) return null
  const choices: Choice[] = []
  for (let number = 1; field(`choice-${number}`); number += 1) {
    choices.push(readChoice(field(`choice-${number}`)))
  }
  const shown = field('shown').split(',').map(readChoice)
  return { base: Number(field('base')), changes, shown, choices }
}

function readChoice(text: string): Choice {
  return text === 'theirs' || text === 'mine' ? text : 'both'
}

function readHunks(json: string): Hunk[] | null {
  try {
    const hunks: unknown = JSON.parse(json)
    return Array.isArray(hunks) && hunks.every(isHunk) ? hunks : null
  } catch {
    return null
  }
}

function isHunk(value: unknown): value is Hunk {
  const { start, end, lines } = (value ?? {}) as Record<string, unknown>
  const isText = Array.isArray(lines) && lines.every((line) => typeof line === 'string')
  return Number.isInteger(start) && Number.isInteger(end) && isText
}

/**
 * Makes the choices of a conflict's page in the text that it sent. What was typed into the text by
 * hand stays, and goes before a choice of the same place. Any other edit is given back as it is.
 */
export async function withChoices(db: Db, id: string, edit: SentEdit): Promise<SentEdit> {
  const { merging } = edit
  if (!merging) return edit
  const { base, changes, shown, choices } = merging
  const [before = [], theirs = []] = await linesAt(db, id, [base, edit.version])
  const parts = merge(before, hunksOf(before, theirs), changes)
  const offered = linesOf(textOf(resolved(parts, shown)))
  const chosen = linesOf(textOf(resolved(parts, choices)))
  const both = merge(offered, hunksOf(offered, chosen), hunksOf(offered, linesOf(edit.document)))
  const typingWins = both.map(() => 'mine' as const)
  const document = textOf(resolved(both, typingWins))
  return { ...edit, document, merging: { ...merging, shown: choices } }
}

/**
 * Merges an edit with the draft as it stands: one that began on an older version, or one that the
 * page of this very conflict sent to look at what was chosen.
 */
export async function conflictOf(db: Db, draft: DraftRow, edit: SentEdit): Promise<Conflict> {
  const { document, slug, slugWas, merging, version } = edit
  const isSame = merging !== null && version === draft.version
  const base = isSame ? merging.base : version
  const [before = [], theirs = []] = await linesAt(db, draft.id, [base, draft.version])
  const changes = isSame ? merging.changes : hunksOf(before, linesOf(document))
  const parts = merge(before, hunksOf(before, theirs), changes)
  return {
    ...{ base, changes, parts, choices: isSame ? merging.choices : [] },
    mine: { document: isSame ? textOf(applied(before, changes)) : document, slug },
    document: isSame ? document : textOf(resolved(parts)),
    // An address that only the others changed is theirs.
    slug: !isSame && slug === slugWas ? draft.slug : slug,
  }
}

/** Gives the lines that stood at some versions, in one round trip; a text that is gone has none. */
async function linesAt(db: Db, id: string, versions: number[]): Promise<string[][]> {
  const [kept, present] = await db.batch([
    db
      .select({ version: draftVersions.version, document: draftVersions.document })
      .from(draftVersions)
      .where(and(eq(draftVersions.draftId, id), inArray(draftVersions.version, versions))),
    // A withdrawal makes a version of its own, of which no copy is kept.
    db
      .select({ version: drafts.version, document: drafts.document })
      .from(drafts)
      .where(eq(drafts.id, id)),
  ])
  const known = new Map([...kept, ...present].map(({ version, document }) => [version, document]))
  return versions.map((version) => linesOf(known.get(version) ?? ''))
}

function linesOf(document: string): string[] {
  return document ? document.split('\n') : []
}

function textOf(lines: string[]): string {
  return asStored(lines.join('\n'))
}
