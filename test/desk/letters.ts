import type { LetterForm } from '../../src/letters/letter-form.ts'
import { receive } from '../../src/letters/receive.ts'
import { newTicket } from '../../src/letters/ticket.ts'
import type { LetterRow } from '../../src/schema.ts'
import { db, NOW, vault } from '../newsroom.ts'

const LUNCH: LetterForm = {
  question: 'How do I get my lunch hour back?',
  letter: 'She books every meeting at noon.\n\nWhat do I say to her?',
  tried: 'I mentioned it twice.',
  disguise: 'Please leave out the town.',
  signoff: 'Hungry at Noon',
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
  if (!letter) throw new Error('The letter was not received')
  return letter
}

