import { JUNK_LINES } from './junk-lines.ts'
import { MARKED, TITLED } from './marker-words.ts'
import { COMMENTS, PAGE_PHRASES } from './page-phrases.ts'
import { PAGE_WORDS } from './page-word-lists.ts'
import type { WrittenSigns } from './signs.ts'

/** The signs as they were written, for the build and for what runs on Node: the Worker reads the file. */
export const WRITTEN_SIGNS: WrittenSigns = {
  junkLines: JUNK_LINES,
  phrases: PAGE_PHRASES,
  comments: COMMENTS,
  marked: MARKED,
  titled: TITLED,
  ofPages: PAGE_WORDS,
}
