import { and, eq, sql } from 'drizzle-orm'
import { type Hand, loggedIfChanged } from '../../desk-log.ts'
import { aliases, type Db, type DraftRow, letters, type Statement } from '../../schema.ts'
import { statement } from '../../statement.ts'
import { newId } from '../../text.ts'
import { openDataKey, seal, type Vault } from '../../vault.ts'
import { type Edit, save } from '../draft/draft.ts'
import { type Alias, applied, appliedToSlug, holdsOriginal } from './alias.ts'
import { compactOf } from './folded.ts'
import { aliasPlace, type OpenAlias } from './leak-facts.ts'

/** How long an original or a replacement may be, in characters. */
export const LONGEST_ALIAS = 200

type Added = { letterId: string; aliases: Alias[]; version: number }

/**
 * Adds aliases of a letter to its draft, and puts the replacements wherever the originals stand, as
 * the draft's next version: into the address too, unless a column is live there. Those of a letter
 * that is erased are put in and not kept. When another version was saved first nothing happens, and
 * the edit that was to be saved is given back.
 */
export async function addAliases(
  db: Db,
  vault: Vault,
  draft: DraftRow,
  { letterId, aliases: added, version, by, now }: Added & Hand,
): Promise<Edit | null> {
  const edit = {
    version,
    document: applied(draft.document, added),
    slug: draft.pinnedVersion ? draft.slug : appliedToSlug(draft.slug, added),
  }
  if (version !== draft.version) return edit
  const key = await letterKey(db, vault, draft.id, letterId)
  const sealed = key ? await Promise.all(added.map((alias) => sealedAlias(key, alias))) : []
  const kept = sealed.map((alias) => aliasKept(db, { draft, edit, letterId, alias }))
  const act = loggedIfChanged(db, { verb: 'alias', draftId: draft.id, by, now })
  const also = key ? [...kept, act] : []
  return (await save(db, draft.id, edit, { by, now }, { also })) ? null : edit
}

async function letterKey(db: Db, vault: Vault, draftId: string, letterId: string) {
  const [letter] = await db
    .select({ dataKey: letters.dataKey })
    .from(letters)
    .where(and(eq(letters.id, letterId), eq(letters.draftId, draftId)))
  const place = { table: 'letters', row: letterId }
  return letter?.dataKey ? openDataKey(vault, 'letter', letter.dataKey, place) : null
}

async function sealedAlias(key: CryptoKey, { original, replacement }: Alias) {
  const id = newId()
  return { id, original: await seal(key, original, aliasPlace(id)), replacement }
}

type Keeping = { draft: DraftRow; edit: Edit; letterId: string; alias: Alias & { id: string } }

/** Only while the draft holds the text into which it was put, and its letter is not erased. */
function aliasKept(db: Db, { draft, edit, letterId, alias }: Keeping): Statement {
  return statement(
    db,
    sql`INSERT INTO aliases (id, letter_id, draft_id, original, replacement)
    SELECT ${alias.id}, ${letterId}, ${draft.id}, ${alias.original}, ${alias.replacement}
    FROM drafts JOIN letters ON letters.draft_id = drafts.id
    WHERE drafts.id = ${draft.id} AND drafts.document = ${edit.document}
    AND letters.id = ${letterId} AND letters.data_key IS NOT NULL`,
  )
}

/** Forgets an alias; the text into which it was put stays. Tells whether it was there. */
export async function removeAlias(
  db: Db,
  draftId: string,
  id: string,
  { by, now }: Hand,
): Promise<boolean> {
  const [removed] = await db.batch([
    db
      .delete(aliases)
      .where(and(eq(aliases.id, id), eq(aliases.draftId, draftId)))
      .returning({ id: aliases.id }),
    loggedIfChanged(db, { verb: 'unalias', draftId, by, now }),
  ])
  return removed.length > 0
}

/** Says why an alias cannot be added beside those that there are, and in which field; null if it can. */
export function aliasProblem(
  { original, replacement }: Alias,
  known: OpenAlias[],
): { href: string; text: string } | null {
  const [wrong, instead] = ['#original', '#replacement']
  const compact = compactOf(original)
  if (compact.length < 2) return { href: wrong, text: 'Write what is to be replaced' }
  if (compactOf(replacement) === '')
    return { href: instead, text: 'Write what to put in its place' }
  if (Math.max(original.length, replacement.length) > LONGEST_ALIAS) {
    return { href: wrong, text: `Write at most ${LONGEST_ALIAS} characters` }
  }
  if (known.some((alias) => compactOf(alias.original) === compact)) {
    return { href: wrong, text: 'There is an alias for it already: remove that first' }
  }
  if (holdsOriginal(replacement, [original, ...known.map((alias) => alias.original)])) {
    return { href: instead, text: 'The replacement holds what is to be replaced: write another' }
  }
  return known.some((alias) => holdsOriginal(alias.replacement, [original]))
    ? { href: wrong, text: 'It stands in the replacement of another alias: remove that first' }
    : null
}
