import type { Context } from 'hono'
import type { AppEnv } from '../../room.ts'
import type { Db } from '../../schema.ts'
import { clean } from '../../text.ts'
import { readForm } from '../form.ts'
import { readEdit, type SentEdit } from './conflict.ts'
import { documentAt } from './draft.ts'
import { type Fields, withFields } from './fields.ts'

/** What an editor's form holds: the document, and the fields beside it where no script did it. */
export type Unsaved = SentEdit & { fields: Fields }

/** How the names of the fields beside the document begin. */
export const FIELD = 'part-'

/** Reads the form of a draft as it was sent. */
export async function readDraftForm(c: Context<AppEnv>): Promise<Unsaved> {
  const field = await readForm(c)
  const names = Object.keys(await c.req.parseBody()).filter((name) => name.startsWith(FIELD))
  const fields = names.map((name) => [name.slice(FIELD.length), clean(field(name))])
  return { ...readEdit(field), fields: Object.fromEntries(fields) }
}

/**
 * Gives what was typed as one document: the fields are written into it. `clashes` names the parts
 * that say one thing in their field and another in the document, both changed by this editor.
 */
export async function inOneDocument(
  db: Db,
  id: string,
  { fields, ...edit }: Unsaved,
): Promise<{ edit: SentEdit; clashes: string[] }> {
  if (Object.keys(fields).length === 0) return { edit, clashes: [] }
  const base = await documentAt(db, id, edit.version)
  const { document, clashes } = withFields(edit.document, fields, base ?? edit.document)
  return { edit: { ...edit, document }, clashes }
}
