import { unprefixed } from './language.ts'
import type { Language } from './ui/copy/index.ts'

/** All that the site answers itself, without a language before it. */
const OWN =
  /^\/(?:columns\/(?<column>[^/]+?)(?:\.(?:md|png))?|topics(?:\/(?<topic>[^/]+)(?:\/feed\.xml)?)?|archive(?:\/\d{4})?|updates(?:\/feed\.xml)?|scripts|search(?:\.json)?|surprise|feed\.(?:xml|json)|sitemap\.xml|robots\.txt|opensearch\.xml|llms\.txt|about|privacy|guidelines|healthz|(?:write|ticket)(?:\/.*)?|(?<desk>desk|preview)(?:\/.*)?)?$/

/** What stands at an address of this site: a column or a topic by its slug, the desk, or a page. */
export type OwnAddress =
  | { kind: 'column' | 'topic'; slug: string }
  | { kind: 'desk' | 'page'; slug: null }

/** Tells what a path of this site belongs to, in any of its languages. Null for one that it does not have. */
export function ownAddress(path: string, languages: string[]): OwnAddress | null {
  const found = OWN.exec(unprefixed(path, languages as Language[]))
  if (!found) return null
  const { column, topic, desk } = found.groups ?? {}
  if (column) return { kind: 'column', slug: column }
  if (topic) return { kind: 'topic', slug: topic }
  return { kind: desk ? 'desk' : 'page', slug: null }
}
