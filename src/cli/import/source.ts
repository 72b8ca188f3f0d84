import type { Piece, Remark } from '../../moving-in.ts'

/** A text of the old system that may be a column, and how it is named and found there. */
export type Source = Piece & {
  /** How the report calls it: “post 123”, a file's name. */
  name: string
  /** What its new address is to be made of; null: of its headline. */
  slug: string | null
  /** Where it stood: whole addresses, or paths of the old site. */
  addresses: string[]
  /** What the reader itself has to say of it. */
  remarks: Remark[]
}

/** What the old system holds and nobody wants as a column: a page, a draft, a picture. */
export type Left = { name: string; title: string; reason: string }

/** What reading gives, one by one. */
export type Found = { source: Source } | { left: Left }

/** How far reading is, for whoever waits. */
export type OnProgress = (done: number, all: number) => void

/** Gives a source of which nothing is known yet but its name. */
export function sourceNamed(name: string): Source {
  return {
    name,
    title: '',
    standfirst: '',
    language: null,
    published: null,
    byline: null,
    topics: [],
    siteName: '',
    blocks: [],
    slug: null,
    addresses: [],
    remarks: [],
  }
}
