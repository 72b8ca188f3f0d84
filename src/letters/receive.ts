import { inArray } from 'drizzle-orm'
import { day } from '../dates.ts'
import { noteFailure } from '../failure.ts'
import { isRefusal } from '../refusal.ts'
import { type Db, type LetterRow, letters } from '../schema.ts'
import { newId, words } from '../text.ts'
import { ticketHashes, type Vault } from '../vault.ts'
import { keepAlike, likenessKept, type Marked, markedBy, perhapsAlike } from './alike.ts'
import type { LetterForm } from './letter-form.ts'
import { type Allowance, countedIfChanged } from './limit.ts'
import { openLetter, sealLetter } from './sealed.ts'

type Arrival = { ticket: string; now: Date; allowance?: Allowance }

/**
 * Receives a letter: seals it and stores it under its ticket, with the day and nothing more of when
 * or whence. Sent twice, it is one letter, and counts once. Refused as 'taken' when the ticket holds
 * another letter, or one that is already erased, and as 'tooMany' when the hour's allowance is used
 * up. A letter that is returned was read back and opens.
 */
export async function receive(
  db: Db,
  vault: Vault,
  form: LetterForm,
  { ticket, now, allowance }: Arrival,
): Promise<LetterRow | 'taken' | 'tooMany'> {
  const hashes = await ticketHashes(vault, ticket)
  // With one key in the ring the batch itself finds a letter that is there already.
  const known = hashes.length > 1 ? await underTicket(db, hashes) : undefined
  const row =
    known ??
    (await insert(db, vault, await newLetter(vault, form, hashes, now), allowance)) ??
    (await underTicket(db, hashes))
  if (!row) return 'tooMany'
  return (await holds(vault, row, form)) ? row : 'taken'
}

/** A ticket made before the newest key of the ring is known by an older key's hash. */
async function underTicket(db: Db, hashes: string[]): Promise<LetterRow | undefined> {
  return db.select().from(letters).where(inArray(letters.ticketHash, hashes)).get()
}

type NewLetter = { row: typeof letters.$inferInsert; marked: Marked }

async function newLetter(
  vault: Vault,
  form: LetterForm,
  [ticketHash]: string[],
  now: Date,
): Promise<NewLetter> {
  if (!ticketHash) throw new Error('The vault has no key')
  const id = newId()
  const row = {
    ...form,
    ...(await sealLetter(vault, id, form)),
    id,
    ticketHash,
    status: 'received',
    words: words(form.letter),
    receivedOn: day(now),
    changedOn: day(now),
  } as const
  return { row, marked: await markedBy(vault, id, form) }
}

/** Nothing is inserted when the same form won the race, or when the allowance refused the batch. */
async function insert(
  db: Db,
  vault: Vault,
  { row, marked }: NewLetter,
  allowance: Allowance | undefined,
): Promise<LetterRow | undefined> {
  try {
    const [near, inserted] = await db.batch([
      perhapsAlike(db, marked),
      db
        .insert(letters)
        .values(row)
        .onConflictDoNothing({ target: letters.ticketHash })
        .returning(),
      ...(allowance ? [countedIfChanged(db, allowance)] : []),
      likenessKept(db, marked),
    ])
    if (inserted[0]) await compare(db, vault, marked, near)
    return inserted[0]
  } catch (error) {
    if (isRefusal(error)) return undefined
    throw error
  }
}

/** The letter is stored: that it could not be compared is no reason to tell its writer otherwise. */
async function compare(db: Db, vault: Vault, marked: Marked, near: LetterRow[]): Promise<void> {
  await keepAlike(db, vault, marked, near).catch(noteFailure)
}

async function holds(vault: Vault, row: LetterRow, form: LetterForm): Promise<boolean> {
  const stored = { ...row, ...(await openLetter(vault, row)) }
  return (Object.keys(form) as (keyof LetterForm)[]).every((name) => stored[name] === form[name])
}
