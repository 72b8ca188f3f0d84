import type { LetterRow } from '../schema.ts'
import { newDataKey, openDataKey, seal, unseal, type Vault } from '../vault.ts'
import type { LetterForm } from './letter-form.ts'

type SealedText = 'question' | 'letter' | 'tried' | 'disguise' | 'signoff' | 'differs'

/** What the writer wrote; every field is null once the letter is erased. */
export type OpenLetter = Record<SealedText | 'email', string | null>

/** A letter's row without the text: without its keys no copy of the sealed fields opens either. */
export const ERASED = {
  dataKey: null,
  question: null,
  letter: null,
  tried: null,
  disguise: null,
  signoff: null,
  differs: null,
  emailKey: null,
  email: null,
} satisfies Partial<LetterRow>

/** Seals a letter's text under a data key of its own, and its e-mail address under another. */
export async function sealLetter(vault: Vault, id: string, form: LetterForm) {
  const { key, wrapped } = await newDataKey(vault, 'letter', placeOf(id))
  const sealed = (field: SealedText) => seal(key, form[field], { ...placeOf(id), field })
  return {
    dataKey: wrapped,
    question: await sealed('question'),
    letter: await sealed('letter'),
    tried: await sealed('tried'),
    disguise: await sealed('disguise'),
    signoff: await sealed('signoff'),
    differs: await sealed('differs'),
    ...(await sealEmail(vault, id, form.email)),
  }
}

async function sealEmail(vault: Vault, id: string, email: string | null) {
  if (!email) return { emailKey: null, email: null }
  const { key, wrapped } = await newDataKey(vault, 'email', placeOf(id))
  return { emailKey: wrapped, email: await seal(key, email, { ...placeOf(id), field: 'email' }) }
}

/**
 * Opens a letter's sealed fields. A field is null when it was left out or erased, and also when it
 * was sealed for another letter's row: a moved ciphertext does not open.
 */
export async function openLetter(vault: Vault, row: LetterRow): Promise<OpenLetter> {
  const place = placeOf(row.id)
  const { dataKey, emailKey } = row
  const keys = {
    letter: dataKey && openDataKey(vault, 'letter', dataKey, place),
    email: emailKey && openDataKey(vault, 'email', emailKey, place),
  }
  const opened = async (field: SealedText | 'email') => {
    const key = await keys[field === 'email' ? 'email' : 'letter']
    const sealed = row[field]
    return key && sealed !== null ? unseal(key, sealed, { ...place, field }) : null
  }
  return {
    question: await opened('question'),
    letter: await opened('letter'),
    tried: await opened('tried'),
    disguise: await opened('disguise'),
    signoff: await opened('signoff'),
    differs: await opened('differs'),
    email: await opened('email'),
  }
}

/** Opens a letter's e-mail address, and nothing else; null when there is none, or it does not open. */
export async function openEmail(vault: Vault, row: LetterRow): Promise<string | null> {
  const { email } = await openLetter(vault, { ...row, dataKey: null })
  return email
}

/** Where a letter’s sealed fields stand. */
export function placeOf(row: string) {
  return { table: 'letters', row }
}
