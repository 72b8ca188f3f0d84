import { and, isNotNull, lte, sql } from 'drizzle-orm'
import { day, daysAgo } from '../dates.ts'
import { UNANSWERED_DAYS } from '../kept.ts'
import {
  type Db,
  type LetterRow,
  type MessageKind,
  type MessageRow,
  messages,
  type Statement,
} from '../schema.ts'
import { newDataKey, openDataKey, seal, unseal, type Vault } from '../vault.ts'

/** Something said about a letter; `taps` is what was chosen rather than written. */
export type Said = { who: 'desk' | 'writer'; kind: MessageKind; text: string; taps?: string }

/** A message as desk and writer read it: text and taps are null once erased. */
export type Message = Omit<MessageRow, 'dataKey'>

/**
 * Seals a message about a letter, as the next version of the letter that was read. The letter's own
 * key seals it; from the answer on, or when that key is lost, it gets a key of its own, because
 * the letter's goes 30 days after the answer.
 */
export async function sealMessage(
  vault: Vault,
  letter: Pick<LetterRow, 'id' | 'version' | 'status' | 'dataKey'>,
  { who, kind, text, taps }: Said,
  now: Date,
): Promise<MessageRow> {
  const number = letter.version + 1
  const place = placeOf(letter.id, number)
  const own = letter.status === 'answered' ? null : await letterKey(vault, letter)
  const { key, wrapped } = own
    ? { key: own, wrapped: null }
    : await newDataKey(vault, 'letter', place)
  return {
    letterId: letter.id,
    number,
    who,
    kind,
    writtenOn: day(now),
    settledOn: null,
    dataKey: wrapped,
    text: await seal(key, text, { ...place, field: 'text' }),
    taps: taps ? await seal(key, taps, { ...place, field: 'taps' }) : null,
  }
}

/** Gives the statement that stores a message, if the one just before it in the batch changed a row. */
export function messageKept(db: Db, { letterId, number, ...message }: MessageRow): Statement {
  const { who, kind, writtenOn, settledOn, dataKey, text, taps } = message
  return db.insert(messages).select(
    sql`SELECT ${letterId}, ${number}, ${who}, ${kind}, ${writtenOn}, ${settledOn}, ${dataKey},
      ${text}, ${taps} WHERE changes() > 0`,
  )
}

/** Opens messages of one letter, in their order. What was moved to another row does not open. */
export async function openMessages(
  vault: Vault,
  letter: Pick<LetterRow, 'id' | 'dataKey'>,
  rows: MessageRow[],
): Promise<Message[]> {
  const shared = await letterKey(vault, letter)
  const opened = rows.map(async ({ dataKey, text, taps, ...row }) => {
    const place = placeOf(row.letterId, row.number)
    const key = dataKey ? await openDataKey(vault, 'letter', dataKey, place) : shared
    const unsealed = async (field: 'text' | 'taps', sealed: string | null) =>
      key && sealed !== null ? unseal(key, sealed, { ...place, field }) : null
    return { ...row, text: await unsealed('text', text), taps: await unsealed('taps', taps) }
  })
  return (await Promise.all(opened)).sort((one, other) => one.number - other.number)
}

/** Erases what was said after the answer, with its keys, as long after as an unanswered letter. */
export async function eraseMessages(db: Db, now: Date): Promise<void> {
  await db
    .update(messages)
    .set({ dataKey: null, text: null, taps: null })
    .where(and(isNotNull(messages.dataKey), lte(messages.writtenOn, daysAgo(now, UNANSWERED_DAYS))))
}

async function letterKey(vault: Vault, { id, dataKey }: Pick<LetterRow, 'id' | 'dataKey'>) {
  return dataKey ? openDataKey(vault, 'letter', dataKey, { table: 'letters', row: id }) : null
}

/** Where a message’s sealed fields stand. */
export function placeOf(letterId: string, number: number) {
  return { table: 'messages', row: `${letterId}.${number}` }
}
