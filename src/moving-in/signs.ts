import type { JunkLine } from './junk-lines.ts'
import type { Part } from './markers.ts'
import type { PagePhrases } from './page-phrases.ts'
import type { PAGE_WORDS } from './page-word-lists.ts'
import { firstOf, type Wording, type WrittenWording, wording, wordSet } from './wording.ts'

/** Words that open a part, or that do so behind somebody's name: “Rina, Bandung asks:”. */
export type WrittenMarker = WrittenWording & { isBySomebody?: boolean }

/** What the lines of an old page are told by, as it stands in the static file. */
export type WrittenSigns = {
  junkLines: JunkLine[]
  phrases: PagePhrases[]
  comments: WrittenWording
  /** What opens a part within a line, and what does as a heading. */
  marked: [Part, WrittenMarker][]
  titled: [Part, WrittenMarker][]
  /** Words that pages are full of, apart by spaces. */
  ofPages: Record<WordsOfPages, string>
}

type WordsOfPages = keyof typeof PAGE_WORDS

type Signs = {
  junkLines: (Omit<JunkLine, 'wordings'> & { wordings: Wording[] })[]
  phrases: { reason: string; says: Wording }[]
  comments: Wording
  marked: [Part, Wording][]
  titled: [Part, Wording][]
  ofPages: Record<WordsOfPages, Set<string>>
}

/** Why the line of a teaser is left out: what follows it may be teasers, too. */
export const TEASER = 'a link to another article'
/** Why an advertisement is left out: below the word stands what is advertised. */
export const ADVERTISEMENT = 'an advertisement'

let opened: Signs | null = null

/** Gives the signs. Throws while nobody has opened them: without them nothing would be junk. */
export function signs(): Signs {
  if (!opened) throw new Error('The signs of old pages have not been opened')
  return opened
}

/** Tells whether the signs have been opened. */
export function hasSigns(): boolean {
  return opened !== null
}

/** Opens the signs for as long as the program runs. */
export function openSigns({
  junkLines,
  phrases,
  comments,
  marked,
  titled,
  ofPages,
}: WrittenSigns): void {
  opened = {
    junkLines: junkLines.map((kind) => ({ ...kind, wordings: kind.wordings.map(made) })),
    comments: made(comments),
    phrases: phrases.map(({ reason, wordings }) => ({ reason, says: firstOf(wordings.map(made)) })),
    marked: marked.map(([part, one]) => [part, made(one)]),
    titled: titled.map(([part, one]) => [part, made(one)]),
    ofPages: Object.fromEntries(
      Object.entries(ofPages).map(([name, words]) => [name, wordSet(words)]),
    ) as Signs['ofPages'],
  }
}

function made({ source, telling, isBySomebody }: WrittenMarker): Wording {
  const found = wording(source, telling)
  return isBySomebody ? (small) => (isNobody(small) ? null : found(small)) : found
}

/** Whether a line begins with what is told of somebody: “She replies: …”. */
function isNobody(line: string): boolean {
  return signs().ofPages.nobody.has(/^\p{L}*/u.exec(line)?.[0] ?? '')
}
