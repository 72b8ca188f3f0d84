import { fingerprint, likenessOf } from '../src/desk/publishing/plate.ts'
import type { Source } from '../src/desk/publishing/push-plan.ts'
import { parse, write } from '../src/manuscript.ts'

/** A document as the command line pushes it. */
export async function sourceOf(slug: string, document: string): Promise<Source> {
  const { manuscript, problems } = parse(document, slug)
  if (!manuscript?.published) throw new Error(JSON.stringify(problems))
  const { published, topics, editionOf } = manuscript
  return {
    slug,
    hash: await fingerprint(write(manuscript)),
    topics,
    editionOf,
    size: document.length,
    likeness: likenessOf(manuscript),
    read: async () => ({ ...manuscript, published }),
  }
}
