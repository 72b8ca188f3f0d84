import { codeGroups, newCode, readCode } from '../crockford.ts'
import { isSigned, sign, type Vault } from '../vault.ts'

const LENGTH = 24

/** How long a form stays good, in seconds: long enough to sleep on a letter. */
const FORM_SECONDS = 24 * 60 * 60

/** Makes a ticket: 24 characters, 120 random bits, in the form that is hashed (no hyphens). */
export function newTicket(): string {
  return newCode(LENGTH)
}

/** Reads a ticket as a person writes it. Null when it cannot be a ticket. */
export function readTicket(typed: string): string | null {
  return readCode(typed, LENGTH)
}

/** Gives a ticket's six groups of four, as they are shown. */
export function ticketGroups(ticket: string): string[] {
  return codeGroups(ticket)
}

/** Makes the form field that carries a fresh ticket: the ticket, its second of issue, our signature. */
export async function newTicketField(vault: Vault, now: Date): Promise<string> {
  const issue = `${newTicket()}.${second(now)}`
  return `${issue}.${await sign(vault, signed(issue))}`
}

/** Gives the ticket in a form's field. Null when we did not sign it, or more than 24 hours ago. */
export async function readTicketField(
  vault: Vault,
  field: string,
  now: Date,
): Promise<string | null> {
  const [ticket = '', issued = '', signature = '', ...rest] = field.split('.')
  const isOurs = await isSigned(vault, signed(`${ticket}.${issued}`), signature)
  const isGood = isOurs && rest.length === 0 && secondsOpen(field, now) < FORM_SECONDS
  return isGood ? ticket : null
}

/** Gives for how many seconds a form has been open, by a field that was found to be ours. */
export function secondsOpen(field: string, now: Date): number {
  return second(now) - Number(field.split('.')[1])
}

/** Names what is signed, so that no other signature of ours can pass for a ticket's. */
function signed(issue: string): string {
  return `ticket field ${issue}`
}

function second(now: Date): number {
  return Math.floor(now.getTime() / 1000)
}
