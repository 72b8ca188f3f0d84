import { create, save } from '../../src/desk/draft/draft.ts'
import type { Rules } from '../../src/desk/gates/gates.ts'
import { db, NOW } from '../newsroom.ts'
import { column } from '../printed.ts'

export const HAND = { by: 'edith', now: NOW }
export const LANGUAGES = ['en', 'id']
export const RULES: Rules = { languages: LANGUAGES, secondReader: 'optional' }

/** Saves a draft that could be published as it stands (version 2), without a date of its own. */
export async function readyDraft({ slug = 'the-kettle', ...changes }: Changes = {}) {
  const id = await create(db, HAND)
  const document = column(changes).replace(/^published: .*\n/m, '')
  const draft = await save(db, id, { version: 1, document, slug }, HAND)
  if (!draft) throw new Error('The draft was not saved')
  return draft
}

type Changes = Parameters<typeof column>[0] & { slug?: string }
