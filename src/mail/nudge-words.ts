import { pathsIn } from '../paths.ts'
import { copies, type Language } from '../ui/copy/index.ts'

/**
 * Gives a nudge's words in a letter's language: that something changed, and where to read it. They
 * hold no ticket, no headline, not even the site's name in the subject, which others may see.
 */
export function nudgeWords(
  language: string,
  origin: string | null,
): { subject: string; text: string } {
  const known = Object.hasOwn(copies, language) ? (language as Language) : 'en'
  const { subject, text, where, whereUnsaid, why } = copies[known].sending.mail
  const place = origin ? where(origin + pathsIn(known).ticket()) : whereUnsaid
  return { subject, text: [text, place, why].join('\n\n') }
}
