import { lists } from './lists.ts'
import { checked, findPatterns, type Span } from './pattern.ts'
import type { JobCheck } from './rare-jobs.ts'

// A letter is a Latin one here. That of any script, \p{L}, would be looked up in both its cases while a
// pattern is made, which takes six times as long: an isolate makes all of them at its first letter.

/** What a title is of, “head of sales”, “kepala cabang”, must not be what there are many of. */
const CHECKS: Record<JobCheck, (text: string) => boolean> = {
  field: (text) => isUncommonField(text.replace(/^.*? (?:of|in) (?:the |our )?/i, '')),
  bidang: (text) => isUncommonField(text.replace(/^\S+ /, '')),
}

const WORD = "[a-zß-öø-ɏ][a-zß-öø-ɏ’'-]*"
/** Up to four words, which a search for the next sentence begins with again. */
const PHRASE = `(?=(?<phrase>${WORD}(?: ${WORD}){0,3}))`
/** No occupation goes on after these. Looked up: a pattern that has them takes three times as long to make. */
const STOPS = new Set(
  `only at in on for from with and or but who that which where when to of is was here there they he she i we you has
  have had di ke dari pada yang untuk dan atau tapi tetapi selama sejak dengan milik saat waktu ini itu saya kami sudah
  akan tidak belum bisa karena supaya dalam oleh lalu selalu juga`.split(/\s+/),
)

/** Sentences that say what someone does; the words after them may be an occupation. */
const SAID: [RegExp, (words: string[]) => number][] = [
  [
    said('(?:only|sole|resident)(?: (?:female|male|black|full-time|other|two|three))*'),
    rareUpTo((words) => words.some(isUncommon)),
  ],
  [
    said(
      '(?:title (?:is|was|of)|(?:role|position|post) (?:of|as)|(?:work|works|working|worked|hired|employed|job|qualified|trained|promoted)(?: [a-zß-öø-ɏ]+){0,2} (?:as|to))(?: (?:an?|the|our|their))?',
    ),
    rareUpTo((words) => words.some(isUncommon)),
  ],
  [
    said(
      "(?:(?<=(?:^|[.!?\\n]) ?)as an?|(?:I[’']m|I am|I was|(?:he|she|father|mother|husband|wife|dad|mum|mom)(?:[’']s| is| was))(?: (?:also|still|now|just|basically))? (?:an?|the|one of (?:(?:the )?only )?(?:two|three|four|five|a few)))",
    ),
    rareUpTo((words) => isUncommon(words.at(-1) ?? '')),
  ],
  [
    said(
      '(?:(?:bekerja|kerja|dipekerjakan|diterima|diangkat|jabatan|posisi|profesi)(?: saya| aku)? (?:sebagai|jadi|menjadi)|jabatan saya|profesi saya|saya seorang)',
    ),
    (words) => (lists().pekerjaan.has(words[0] ?? '') ? 0 : words.length),
  ],
  [
    said('satu-satunya'),
    (words) =>
      /^(?:pe[mnrl]|guru|juru|ahli|teknisi|operator)/.test(words[0] ?? '') &&
      words.some((word) => !lists().pekerjaan.has(word))
        ? words.length
        : 0,
  ],
]

/** Finds occupations that few people have; not manager, nurse, “head of sales” or “kepala cabang”. */
export function findJobs(text: string): Span[] {
  return [
    ...findPatterns(text, checked(lists().rareJobs, CHECKS)),
    ...SAID.flatMap(([form, count]) =>
      [...text.matchAll(form)].flatMap(({ index, 0: whole, groups }) => {
        const phrase = groups?.phrase ?? ''
        const start = index + whole.length
        const length = wholeWords(phrase, count(toStop(wordsOf(phrase))))
        return length ? [{ kind: 'job_title' as const, start, end: start + length }] : []
      }),
    ),
  ]
}

function said(beginning: string): RegExp {
  return new RegExp(`\\b${beginning} ${PHRASE}`, 'gi')
}

/** Counts the words up to the last that ends like an occupation, when these are rare; else none. */
function rareUpTo(isRare: (words: string[]) => boolean): (words: string[]) => number {
  return (words) => {
    const count = words.findLastIndex(isOccupation) + 1
    return isRare(words.slice(0, count)) ? count : 0
  }
}

function isOccupation(word: string): boolean {
  const one = singular(word)
  return (
    /(?:[a-z]{2}(?:er|or|eur)|ist|ian|smith|wright|monger)$/.test(one) && !lists().noJobs.has(one)
  )
}

function isUncommon(word: string): boolean {
  return !lists().commonJobs.has(singular(word)) && !lists().noJobs.has(singular(word))
}

function isUncommonField(phrase: string): boolean {
  return !lists().commonFields.has(wordsOf(phrase)[0] ?? '')
}

function singular(word: string): string {
  return word.replace(/(?<!s)s$/, '')
}

function wordsOf(phrase: string): string[] {
  return phrase.toLowerCase().split(' ')
}

/** The words before the first that no occupation has. */
function toStop(words: string[]): string[] {
  const end = words.findIndex((word) => {
    const plain = word.replace(/['’].*/, '')
    return STOPS.has(plain) || /^(?:meng|mem|ber)./.test(plain)
  })
  return end < 0 ? words : words.slice(0, end)
}

/** The length of a phrase's first words. */
function wholeWords(phrase: string, count: number): number {
  return phrase.split(' ').slice(0, count).join(' ').length
}
