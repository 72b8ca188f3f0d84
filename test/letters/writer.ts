import { minutesLater } from '../../src/dates.ts'
import { letterOf, readEntries } from '../../src/letters/letter-form.ts'
import { sealLetter } from '../../src/letters/sealed.ts'
import { newTicket } from '../../src/letters/ticket.ts'
import { type LetterRow, letters } from '../../src/schema.ts'
import { newId } from '../../src/text.ts'
import { ticketHashes } from '../../src/vault.ts'
import { db, NOW, site, vault } from '../newsroom.ts'

/** A letter as a writer fills in the form. */
export const LETTER = {
  question: 'My client rings all day. How do I stop her?',
  letter: `She rings at nine to ask whether I saw her message. ${'She rings again before lunch. '.repeat(8)}What do I say?`,
  tried: 'I let it ring, and then I felt ashamed.',
  consent: 'show_first',
  disguise: 'Please make it a bakery.',
  signoff: 'Chained to My Desk',
  email: 'writer@example.org',
  terms: 'yes',
}

/** Opens the form as a browser does, a minute before NOW, and gives the hidden field with its ticket. */
export async function openForm(path = '/write', now = minutesLater(NOW, -1)): Promise<string> {
  const page = await (await site({ now }).get(path)).text()
  return hidden(page, 'ticket')
}

/** Gives a hidden field's value on a page. */
export function hidden(page: string, name: string): string {
  return page.match(new RegExp(`name="${name}" value="([^"]*)"`))?.[1] ?? ''
}

/** Gives the ticket that a page shows, in its six groups. */
export function shownTicket(page: string): string {
  const code = page.match(/<p class="code"[^>]*>(.*?)<\/p>/s)?.[1] ?? ''
  return code.replaceAll('<wbr/>', '')
}

/** Sends a letter from a fresh form, and gives its ticket. */
export async function sendLetter(changes: Record<string, string> = {}): Promise<string> {
  const form = { ...LETTER, ...changes, step: 'send', ticket: await openForm() }
  return shownTicket(await (await site().post('/write', form)).text())
}

/** Puts a letter into the database in any state, and gives its row and ticket. */
export async function letterIn(changes: Partial<LetterRow> = {}) {
  const id = newId()
  const ticket = newTicket()
  const [ticketHash = ''] = await ticketHashes(vault, ticket)
  const form = letterOf(readEntries(new URLSearchParams(LETTER), 'en'))
  const [row] = await db
    .insert(letters)
    .values({
      ...form,
      ...(await sealLetter(vault, id, form)),
      id,
      ticketHash,
      status: 'received',
      words: 50,
      receivedOn: '2026-11-20',
      changedOn: '2026-11-20',
      ...changes,
    })
    .returning()
  if (!row) throw new Error('Nothing was inserted')
  return { row, ticket }
}
