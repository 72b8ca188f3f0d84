import type { Problem } from '../../manuscript.ts'
import type { DraftRow } from '../../schema.ts'

/** A rule that a draft must meet before it is published; passed when it has no problems. */
export type Gate = { name: string; problems: GateProblem[]; opensByItself?: boolean }

/**
 * What keeps a gate shut, in a sentence that may quote the document: it is shown on the draft's page,
 * and never stored. `href` leads to the field or panel that it is about, `line` (from 1) into the
 * document.
 */
export type GateProblem = { text: string; href?: string; line?: number }

/** What of a draft the gates look at. */
export type Candidate = Pick<
  DraftRow,
  'id' | 'slug' | 'document' | 'status' | 'version' | 'pinnedVersion' | 'withdrawnOn'
>

/** A problem as the desk tells it: there is one document, so the line alone says where. */
export function inLine({ line, problem, instead }: Problem): string {
  return `Line ${line}: ${problem} ${instead}`
}

/** A problem of reading the document, as its gate tells it. */
export function inDocument(problem: Problem): GateProblem {
  return { text: inLine(problem), href: '#document', line: problem.line }
}

/** Leads to the line of a document on which something stands, or else to the document. */
export function whereStands(document: string, what: RegExp | string): Omit<GateProblem, 'text'> {
  const at = typeof what === 'string' ? document.indexOf(what) : document.search(what)
  if (at < 0) return { href: '#document' }
  return { href: '#document', line: document.slice(0, at).split('\n').length }
}
