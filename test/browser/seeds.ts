import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { decodeBase64 } from '../../src/bytes.ts'
import { openDatabase } from '../../src/cli/database.ts'
import { untilFree } from '../../src/cli/local-site.ts'
import { minutesLater } from '../../src/dates.ts'
import { letterOf, readEntries } from '../../src/letters/letter-form.ts'
import { receive } from '../../src/letters/receive.ts'
import { newTicket } from '../../src/letters/ticket.ts'
import { openVault } from '../../src/vault.ts'

/** Each is a kind of letter: what it is about, and what the writer would like to know. */
const MATTERS: [about: string, question: string][] = [
  ['the kitchen rota that only two of us keep to', 'Who should clean up after twelve people?'],
  ['a colleague who hums while I am on the phone', 'How do I ask for quiet without a quarrel?'],
  ['the review that my manager has put off since spring', 'May I ask for it in writing?'],
  ['an invoice that a client has not paid for ninety days', 'When do I stop working for her?'],
  ['the desk by the window that was promised to me', 'Is it childish to mind?'],
]

/** So many letters, no two with the same question, that came on different days. */
export async function seedLetters(dataDir: string, count: number): Promise<string[]> {
  const { db, close } = await openDatabase({ dataDir })
  const vault = await openVault([siteKey()])
  const questions: string[] = []
  try {
    for (let number = 0; number < count; number += 1) {
      const [about, wish] = MATTERS[number % MATTERS.length] ?? ['', '']
      const question = `Letter ${number + 1}: ${wish}`
      const letter = `It is about ${about}. ${'I have said so twice, and both times I was told to wait and see. '.repeat(5)}${wish}`
      const form = letterOf(
        readEntries(new URLSearchParams({ question, letter, consent: 'publish' }), 'en'),
      )
      const now = minutesLater(new Date(), (number - count) * 60 * 24)
      const arrival = { ticket: newTicket(), now }
      await untilFree(() => receive(db, vault, form, arrival))
      questions.push(question)
    }
  } finally {
    await close()
  }
  return questions
}

/** The local site's newest key. */
function siteKey() {
  const file = readFileSync(join(import.meta.dirname, '../../.dev.vars'), 'utf8')
  const [, first = ''] = /^\s*SITE_KEY\s*=\s*["']?([^"'\n,\s]+)/m.exec(file) ?? []
  const key = decodeBase64(first)
  if (!key) throw new Error('There is no SITE_KEY in .dev.vars')
  return key
}
