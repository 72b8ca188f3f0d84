import { and, inArray, ne } from 'drizzle-orm'
import { type Db, type LetterRow, letters } from '../schema.ts'
import { ticketHashes, type Vault } from '../vault.ts'
import { readTicket } from './ticket.ts'

/**
 * Gives the letter under a ticket as it was typed. Null for a code that never was, and for one
 * whose letter is erased: both take the same work, so that nobody can tell them apart.
 */
export async function findByTicket(db: Db, vault: Vault, typed: string): Promise<LetterRow | null> {
  const hashes = await ticketHashes(vault, readTicket(typed) ?? '')
  const row = await db
    .select()
    .from(letters)
    .where(and(inArray(letters.ticketHash, hashes), ne(letters.status, 'erased')))
    .get()
  return row ?? null
}
