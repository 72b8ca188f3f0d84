import { isSigned, sign, type Vault } from '../vault.ts'

/** Crockford's base32: no I, L, O or U, which are easily misread. */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const LENGTH = 24
const TICKET = new RegExp(`^[${ALPHABET}]{${LENGTH}}$`)

/** How long a form stays good, in seconds: long enough to sleep on a letter. */
const FORM_SECONDS = 24 * 60 * 60

/** Makes a ticket: 24 characters, 120 random bits, in the form that is hashed (no hyphens). */
export function newTicket(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(LENGTH))
  return [...bytes].map((byte) => ALPHABET[byte & 31]).join('')
}

/**
 * Reads a ticket as a person writes it: case, spaces and hyphens do not matter, O is taken for 0,
 * I and L for 1. Null when it cannot be a ticket.
 */
export function readTicket(typed: string): string | null {
  const ticket = typed
    .toUpperCase()
    .replace(/[\s\p{Pd}\p{Cf}]/gu, '')
    .replaceAll('O', '0')
    .replace(/[IL]/g, '1')
  return TICKET.test(ticket) ? ticket : null
}

/** Gives a ticket's six groups of four, as they are shown. */
export function ticketGroups(ticket: string): string[] {
  return ticket.match(/.{4}/g) ?? []
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
