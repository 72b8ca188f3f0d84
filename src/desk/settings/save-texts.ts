import type { Context } from 'hono'
import type { AppEnv } from '../../room.ts'
import { characters, clean } from '../../text.ts'
import type { Field } from '../form.ts'
import { REASON_LENGTH } from '../letter/decline-form.tsx'
import { changeText } from '../letter/decline-texts.ts'
import { COLUMN, isReason, textId } from '../letter/reasons.ts'
import { overtaken, type Refused } from './settings-section.tsx'

/** Changes one ready text for declining, in one language. */
export async function saveText(c: Context<AppEnv>, field: Field): Promise<Refused | null> {
  const { config, db, hand } = c.var
  const reason = field('reason')
  const language = config.languages.find((each) => each === field('language'))
  if (!isReason(reason) || !language)
    return refused('#texts', 'Nothing was saved: there is no such text')
  const id = textId(reason, language)
  const text = clean(field(id))
  const typed = { [id]: text }
  const count = characters(text)
  if (text === '') return refused(`#${id}`, 'Write what the ticket says', typed)
  if (count > REASON_LENGTH) {
    return refused(`#${id}`, `Shorten it to ${REASON_LENGTH} characters: it has ${count}`, typed)
  }
  if (reason === 'answered' && !text.includes(COLUMN)) {
    return refused(`#${id}`, `Say with ${COLUMN} where the link to the column stands`, typed)
  }
  const version = /^\d{1,9}$/.test(field('version')) ? Number(field('version')) : -1
  const isChanged = await changeText(db, { ...hand, reason, language, text, version })
  return isChanged ? null : overtaken(`#${id}`, typed)
}

function refused(href: string, text: string, typed: Record<string, string> = {}): Refused {
  return { status: 422, errors: [{ href, text }], typed }
}
