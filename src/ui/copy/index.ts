import { en } from './en.ts'
import { id } from './id.ts'

/** Every word of the readers' and writers' rooms, in one language. */
export type Copy = typeof en

/** The languages that the interface speaks: adding one is one file and one line. */
export const copies = { en, id } satisfies Record<string, Copy>
export type Language = keyof typeof copies
