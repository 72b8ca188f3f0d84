import type { Context } from 'hono'
import { MESSAGE_MOST, setIntake } from '../../letters/intake.ts'
import type { AppEnv } from '../../room.ts'
import { characters, clean } from '../../text.ts'
import type { Field } from '../form.ts'
import { overtaken, type Refused } from './settings-section.tsx'

/** Closes or opens the letter box, or changes what writers are told meanwhile. */
export async function saveIntake(c: Context<AppEnv>, field: Field): Promise<Refused | null> {
  const { config, db, hand } = c.var
  const until = field('intake') === 'open' ? '' : field('closed_until')
  const texts = config.languages.map((language) => [language, clean(field(`message-${language}`))])
  const message: Record<string, string> = Object.fromEntries(texts)
  const typed = { closed_until: field('closed_until'), ...prefixed('message-', message) }
  const errors = Object.entries(message).flatMap(([language, text]) => {
    const count = characters(text)
    const shorten = `Shorten the message to ${MESSAGE_MOST} characters: it has ${count}`
    return count > MESSAGE_MOST ? [{ href: `#message-${language}`, text: shorten }] : []
  })
  if (field('intake') !== 'open' && until === '') errors.unshift(NO_DAY)
  if (errors.length > 0) return { status: 422, errors, typed }
  const version = Number(field('version'))
  const outcome = await setIntake(db, { closedUntil: until, message, version }, hand)
  if (outcome === 'past') return { status: 422, errors: [NO_DAY], typed }
  return outcome === 'overtaken' ? overtaken('#closed_until', typed) : null
}

const NO_DAY = { href: '#closed_until', text: 'Choose a day to come' }

function prefixed(prefix: string, texts: Record<string, string>): Record<string, string> {
  return Object.fromEntries(Object.entries(texts).map(([key, text]) => [prefix + key, text]))
}
