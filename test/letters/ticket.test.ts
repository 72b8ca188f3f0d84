import fc from 'fast-check'
import { expect, test } from 'vitest'
import { minutesLater } from '../../src/dates.ts'
import {
  newTicket,
  newTicketField,
  readTicket,
  readTicketField,
  ticketGroups,
} from '../../src/letters/ticket.ts'
import { sign } from '../../src/vault.ts'
import { NOW, vault } from '../newsroom.ts'

const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const tickets = fc
  .array(fc.constantFrom(...ALPHABET), { minLength: 24, maxLength: 24 })
  .map((characters) => characters.join(''))

test('A new ticket is 24 characters of Crockford’s base32, shown in six groups of four', () => {
  const ticket = newTicket()
  expect(ticket).toMatch(/^[0-9A-HJKMNP-TV-Z]{24}$/)
  expect(ticketGroups(ticket)).toHaveLength(6)
  expect(ticketGroups(ticket).join('')).toBe(ticket)
})

test('A thousand tickets are all different and use the whole alphabet', () => {
  const made = Array.from({ length: 1000 }, newTicket)
  expect(new Set(made).size).toBe(1000)
  expect([...new Set(made.join(''))].sort().join('')).toBe(ALPHABET)
})

test('A ticket reads the same however a person writes it', () => {
  const sloppy = fc.tuple(
    tickets,
    fc.constantFrom('-', ' ', '', ' – ', '\u00a0', '\n', '\u2011', '\u200b'),
    fc.array(fc.boolean(), { minLength: 24, maxLength: 24 }),
    fc.constantFrom('I', 'l', 'L', '1', 'i'),
    fc.constantFrom('O', 'o', '0'),
  )
  fc.assert(
    fc.property(sloppy, ([ticket, gap, isLower, one, zero]) => {
      const typed = ticketGroups(ticket)
        .join(gap)
        .replace(/./gu, (character, at: number) =>
          isLower[at % 24] ? character.toLowerCase() : character,
        )
        .replaceAll('1', one)
        .replaceAll('0', zero)
      expect(readTicket(typed)).toBe(ticket)
      expect(readTicket(` ${typed} `)).toBe(ticket)
    }),
  )
})

test('What cannot be a ticket is not read as one', () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 40 }), (typed) => {
      const read = readTicket(typed)
      if (read !== null) expect(read).toMatch(/^[0-9A-HJKMNP-TV-Z]{24}$/)
    }),
  )
  const ticket = newTicket()
  for (const typed of ['', ticket.slice(1), `${ticket}0`, `${ticket.slice(1)}U`, `${ticket}!`]) {
    expect(readTicket(typed)).toBeNull()
  }
})

test('The form’s ticket is good for 24 hours, and not a minute longer', async () => {
  const field = await newTicketField(vault, NOW)
  const at = (minutes: number) => readTicketField(vault, field, minutesLater(NOW, minutes))
  expect(await at(0)).toBe(field.split('.')[0])
  expect(await at(24 * 60 - 1)).toBe(field.split('.')[0])
  expect(await at(24 * 60)).toBeNull()
})

test('A form’s ticket with any character changed is refused', async () => {
  const field = await newTicketField(vault, NOW)
  const changes = fc.tuple(fc.nat(field.length - 2), fc.constantFrom(...ALPHABET, '.'))
  await fc.assert(
    fc.asyncProperty(changes, async ([at, character]) => {
      if (field[at] === character) return
      const forged = field.slice(0, at) + character + field.slice(at + 1)
      expect(await readTicketField(vault, forged, NOW)).toBeNull()
    }),
  )
})

test('No other signature of the site passes for a ticket’s', async () => {
  const issue = `${newTicket()}.${Math.floor(NOW.getTime() / 1000)}`
  expect(await readTicketField(vault, `${issue}.${await sign(vault, issue)}`, NOW)).toBeNull()
  for (const odd of ['', '.', '..', '...', `${issue}.`, issue]) {
    expect(await readTicketField(vault, odd, NOW)).toBeNull()
  }
})
