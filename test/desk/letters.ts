import { eq } from 'drizzle-orm'
import { expect } from 'vitest'
import type { LetterForm } from '../../src/letters/letter-form.ts'
import { receive } from '../../src/letters/receive.ts'
import { newTicket } from '../../src/letters/ticket.ts'
import { type LetterRow, letters } from '../../src/schema.ts'
import { db, NOW, site, vault } from '../newsroom.ts'

const LUNCH: LetterForm = {
  question: 'How do I get my lunch hour back?',
  letter: 'She books every meeting at noon.\n\nWhat do I say to her?',
  tried: 'I mentioned it twice.',
  disguise: 'Please leave out the town.',
  signoff: 'Hungry at Noon',
  differs: '',
  consent: 'show_first',
  language: 'en',
  topic: null,
  standing: 'colleague',
  country: 'GB',
  neededBy: null,
  followUp: 6,
  email: null,
}

/** Lets a letter come to the desk so many days before NOW. */
export async function arrive(changes: Partial<LetterForm> = {}, days = 0): Promise<LetterRow> {
  const now = new Date(NOW.getTime() - days * 24 * 60 * 60_000)
  const letter = await receive(db, vault, { ...LUNCH, ...changes }, { ticket: newTicket(), now })
  if (typeof letter === 'string') throw new Error('The letter was not received')
  return letter
}

/** Gives a letter's row as it is stored now. */
export async function rowOf({ id }: { id: string }): Promise<LetterRow> {
  const row = await db.select().from(letters).where(eq(letters.id, id)).get()
  if (!row) throw new Error('The letter is gone')
  return row
}

/** Gives a page of the desk that an editor opens. */
export async function page(path: string, editor: { Cookie: string }): Promise<string> {
  const response = await site().get(path, editor)
  expect(response.status).toBe(200)
  return response.text()
}

/** Sends the form by which an editor decides on the version of a letter before them. */
export function decide(
  { id, version }: LetterRow,
  verb: string,
  editor: { Cookie: string },
  form: Record<string, string> = {},
) {
  return site().post(`/desk/letters/${id}/${verb}`, { version: String(version), ...form }, editor)
}
