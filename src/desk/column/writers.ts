import { and, asc, eq, inArray } from 'drizzle-orm'
import { day } from '../../dates.ts'
import type { Hand } from '../../desk-log.ts'
import { type Message, openMessages } from '../../letters/message.ts'
import { parse, write } from '../../manuscript.ts'
import { type Db, type LetterRow, letters, messages } from '../../schema.ts'
import type { Vault } from '../../vault.ts'
import { findDraft, save } from '../draft/draft.ts'
import { printable } from '../letter/printable.ts'
import { revise } from './column.ts'
import { lettersOf } from './take-down.ts'

/** What a column's writers said after it was printed, with the letter that each is about. */
export type WriterSaid = { letter: LetterRow; message: Message }

/** Gives what the writers of a column, and those grouped with them, said after it was printed. */
export async function writersOf(db: Db, vault: Vault, columnId: string): Promise<WriterSaid[]> {
  const rows = await db
    .select({ letter: letters, message: messages })
    .from(messages)
    .innerJoin(letters, eq(letters.id, messages.letterId))
    .where(
      and(
        inArray(messages.letterId, lettersOf(columnId)),
        inArray(messages.kind, ['update', 'takedown']),
      ),
    )
    .orderBy(asc(messages.writtenOn), asc(messages.letterId), asc(messages.number))
  const opened = await Promise.all(
    rows.map(async ({ letter, message }) => {
      const [open] = await openMessages(vault, letter, [message])
      return open ? [{ letter, message: open }] : []
    }),
  )
  return opened.flat()
}

/**
 * Puts a writer's update into a revision of the column, under today's day, for the desk to edit and
 * publish; gives the draft's id. Null when there is no such column or update; 'unreadable' when a
 * revision is open that cannot be read; 'overtaken' when another editor saved first.
 */
export async function insertUpdate(
  db: Db,
  vault: Vault,
  { slug, columnId, letterId, number }: UpdateKey,
  hand: Hand,
): Promise<{ draft: string } | 'unreadable' | 'overtaken' | null> {
  const said = await writersOf(db, vault, columnId)
  const update = said.find(
    ({ message }) =>
      message.letterId === letterId && message.number === number && message.kind === 'update',
  )
  const id = update?.message.text ? await revise(db, slug, hand) : null
  const draft = id && (await findDraft(db, id))
  if (!draft) return null
  const { manuscript } = parse(draft.document, '')
  if (!manuscript) return 'unreadable'
  const news = { on: day(hand.now), text: printable(update?.message.text ?? '') }
  const document = write({ ...manuscript, updates: [...manuscript.updates, news] })
  const edit = { version: draft.version, document, slug: draft.slug }
  if (!(await save(db, draft.id, edit, hand))) return 'overtaken'
  await db
    .update(messages)
    .set({ settledOn: day(hand.now) })
    .where(and(eq(messages.letterId, letterId), eq(messages.number, number)))
  return { draft: draft.id }
}

type UpdateKey = { slug: string; columnId: string; letterId: string; number: number }
