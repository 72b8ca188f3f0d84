import { prefix } from '../paths.ts'
import { type Block, type Remark, reworded } from './block.ts'
import { signs } from './signs.ts'
import { wordsIn } from './voice.ts'

const ADDRESS =
  /[\w.+-]+(?:@|\s?\[(?:at|@)\]\s?|\s\(at\)\s)[\w-]+(?:(?:\.|\s?\[(?:dot|titik)\]\s?)[\w-]+)+/gi
const MAIL_LINK = /\[([^\]]*)\]\(mailto:[^)]*\)/gi
/** An invitation is one or two sentences. */
const LONGEST = 320
/** Beside so few words an address is nothing else. */
const FEW_WORDS = 8

/** The site's own invitation to write, in its languages; every other language has the English one. */
const INVITATIONS: Record<string, [sentence: string, words: string]> = {
  en: ['Have you a question of your own? [Write to us](/write).', 'write to us'],
  id: ['Punya pertanyaan sendiri? [Tulis kepada kami](/id/write).', 'tulis kepada kami'],
}

/**
 * Puts the site's own invitation where a columnist's e-mail address stands: in the place of a line
 * that invites letters by e-mail, or of the address alone inside other text.
 */
export function invited(blocks: Block[], language: string, remarks: Remark[]): Block[] {
  const [sentence, words] = INVITATIONS[language] ?? INVITATIONS.en ?? ['', '']
  const link = `[${words}](${prefix(INVITATIONS[language] ? language : 'en')}/write)`
  return blocks.map((one) => {
    if (!holdsAddress(one)) return one
    const reason = 'an e-mail address, now the invitation to write'
    remarks.push({ kind: 'taken', line: one.line, reason, text: one.text })
    const rest = one.text.replace(ADDRESS, ' ')
    const beside = wordsIn(rest)
    const isAsking =
      beside.length <= FEW_WORDS || beside.some((word) => signs().ofPages.asking.has(word))
    const isInvitation = one.text.length <= LONGEST && isAsking && sentences(one.text) <= 2
    if (isInvitation) return { ...reworded(one, sentence, sentence), look: 'plain' }
    const markdown = one.markdown.replace(MAIL_LINK, link).replace(ADDRESS, link)
    return reworded(one, one.text.replace(ADDRESS, words), markdown)
  })
}

/** Marks e-mail addresses in a letter: they could be its writer's. */
export function addressesIn(blocks: Block[]): Remark[] {
  return blocks.filter(holdsAddress).map(({ line, text }) => ({
    kind: 'eye',
    line,
    reason: 'an e-mail address in a letter: take it out',
    text,
  }))
}

function holdsAddress({ markdown, text }: Block): boolean {
  return text.search(ADDRESS) >= 0 || markdown.search(MAIL_LINK) >= 0
}

function sentences(text: string): number {
  return text
    .replace(ADDRESS, 'x')
    .split(/[.?!]+(?:\s|$)/)
    .filter((part) => part.trim()).length
}
