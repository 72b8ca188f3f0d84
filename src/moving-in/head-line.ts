import { type Block, isSame } from './block.ts'
import { pageWordsIn } from './page-words.ts'
import { signs } from './signs.ts'
import { small } from './wording.ts'
import { restOfDay, type WrittenDay, writtenDay } from './written-days.ts'

/** What a line above the column is. */
export type Line = { block: Block; text: string } & (
  | { is: 'address'; address: string }
  | { is: 'mail'; name: string; value: string }
  | { is: 'byline'; name: string | null; day: WrittenDay | null }
  | { is: 'day'; day: WrittenDay | null }
  | { is: 'page' | 'title' | 'prose' }
)

/** A headline is no longer. */
export const LONGEST_TITLE = 150
const LONGEST_BYLINE = 110
const BYLINE =
  /^(?:(?:(?:words|written|posted|story|answered) )?by|(?:(?:ditulis|dijawab|diposting|dikirim|diposkan|diasuh) )?oleh|penulis|teks|(?:reporter|author|pengasuh|redaktur|columnist|kolumnis)(?=\s*:))\s*:?\s+(?=\p{L})/u
const ANSWERED = /^(?:dijawab oleh|answered by) [^.]{3,60}\.$/
const NAME = /^(?<name>[^.?!|–—•·]{2,61}?)\s*(?:[|–—•·,/].*)?$/u
const ADDRESS =
  /^(?:(?:source|saved from|url|link|original(?:ly)?(?: at)?|sumber|disimpan dari|alamat)\s*:?\s*)?<?(?<address>https?:\/\/\S+?)>?$/i
/** Lines above a mail. */
const MAIL =
  /^(?<name>from|to|cc|sent|date|subject|reply-to|dari|kepada|tanggal|perihal|subjek)\s*:\s*(?<value>\S.*)$/
/** Marks, addresses, times and numbers of issues stand in no headline. */
const OF_A_PAGE =
  /[|·•»«›‹▸▶≡☰→←©®@#[\]<>{}]|::| \/ |https?:|www\.|\p{L}\.(?:com|org|net|co|id|example)(?!\p{L})|(?<!\d)\d{1,2}[:.]\d\d(?!\d)|^-{2,}|(?:^|\s)(?:\p{Lu} ){4,}/u
const ISSUE = /(?<!\p{L})(?:issue|edition|edisi|volume|vol|no|nomor|page|hal|halaman)\.? ?\d/u
/** Three sentences. */
const SENTENCES = /(?:\p{L}{2}[.?!] \p{Lu}.*){2}[.?!]["”’)]*$/u
/** How a sentence ends. */
export const SENTENCE_END = /[.!?…]["”’)]*$/

/** Tells what a line above the column is, of all the lines there; `title` is the headline, if it is known. */
export function lineOf(block: Block, all: Block[], title: string): Line {
  const text = block.text.trim()
  const one = { block, text }
  const address = ADDRESS.exec(text)?.groups?.address
  if (address) return { ...one, is: 'address', address }
  const mail = MAIL.exec(small(text))?.groups
  if (mail?.name && all.filter((other) => MAIL.test(small(other.text.trim()))).length > 2) {
    return { ...one, is: 'mail', name: mail.name, value: text.slice(text.indexOf(':') + 1).trim() }
  }
  const day = text.length <= 110 ? writtenDay(text) : null
  const name = bylineIn(text)
  if (name) return { ...one, is: 'byline', name: name.trim(), day }
  if (isTitleAgain(text, title)) return { ...one, is: 'title' }
  if (isDayLine(text, title)) return { ...one, is: 'day', day }
  if (isOfPage(text) || (block.kind === 'list' && !SENTENCE_END.test(text)))
    return { ...one, is: 'page' }
  return { ...one, is: isTitle(block) ? 'title' : 'prose' }
}

function isOfPage(text: string): boolean {
  return (
    !/\p{L}/u.test(text) ||
    OF_A_PAGE.test(text) ||
    ISSUE.test(small(text)) ||
    pageWordsIn(text) !== null
  )
}

/** Gives who “By The Desk | 3 March” says it is by; “By telephone, not in writing.” is a sentence. */
export function bylineIn(text: string): string | null {
  if (text.length > LONGEST_BYLINE || (SENTENCE_END.test(text) && !ANSWERED.test(small(text))))
    return null
  const length = BYLINE.exec(small(text))?.[0].length
  return length ? (NAME.exec(text.slice(length))?.groups?.name ?? null) : null
}

/** The headline, or what a page's title is without the site behind it. */
export function isTitleAgain(text: string, title: string): boolean {
  return title !== '' && (isSame(text, title) || isWithSite(title, text))
}

/** A page's title names the site behind the headline, or before it. */
export function isWithSite(title: string, headline: string): boolean {
  const [length, begin] = [headline.length, title.length - headline.length]
  if (begin < 4 || length < 4) return false
  const isBefore = title.startsWith(headline) && /^\s*[|–—»·:-]\s*\S/.test(title.slice(length))
  return isBefore || (title.endsWith(headline) && /\S\s*[|–—»·:-]\s+$/.test(title.slice(0, begin)))
}

function isTitle({ kind, text }: Block): boolean {
  const isSentence = /(?<!\.)\.$/.test(text) || /[,;:]$/.test(text) || SENTENCES.test(text)
  return kind === 'heading' || (kind === 'paragraph' && text.length <= LONGEST_TITLE && !isSentence)
}

/** A day, with words that say what day, or the paper that it was in. */
export function isDayLine(text: string, title: string): boolean {
  const rest = text.length <= 110 ? restOfDay(text) : null
  if (rest === null) return false
  const isPaper = title !== '' && text.length <= 60 && !/[.?!]$/.test(text)
  const most = /[|·•]/.test(text) ? 6 : isPaper ? 5 : 2
  return wordsLeft(rest) <= most
}

function wordsLeft(text: string): number {
  return (
    small(text)
      .match(/\p{L}+/gu)
      ?.filter((word) => !signs().ofPages.withDays.has(word)).length ?? 0
  )
}
