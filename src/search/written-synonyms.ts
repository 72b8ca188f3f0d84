import { en } from './synonyms/en.ts'
import { id } from './synonyms/id.ts'
import type { WrittenSynonyms } from './synonyms.ts'

/** The lists as they were written, for the build and for what runs on Node: the Worker reads the file. */
export const WRITTEN_SYNONYMS: WrittenSynonyms = { en, id }
