/// <reference types="vite/types/importMeta.d.ts" />
import { instant } from '../src/dates.ts'
import { press, relate, takeDown } from '../src/desk/press.ts'
import { plateOf } from '../src/desk/publishing/plate.ts'
import { parse } from '../src/manuscript.ts'
import type { Statement } from '../src/schema.ts'
import { db, NOW } from './newsroom.ts'

/** The sample site's columns as written, by slug. */
export const samples = Object.fromEntries(
  Object.entries(
    import.meta.glob<string>('../content/columns/*.md', {
      query: '?raw',
      import: 'default',
      eager: true,
    }),
  ).map(([path, document]) => [path.replace(/^.*\/|\.md$/g, ''), document]),
)

/** A short column for a test to print, with what matters to it changed. */
export function column({
  headline = 'The kettle is mine',
  standfirst = 'He says it is everyone’s.',
  language = 'en',
  topics = 'colleagues',
  published = '2026-03-02T09:00:00Z',
  more = '',
  text = '# Letter\n\nSomebody drinks my tea.\n\n— Parched\n\n# Reply\n\nLabel the box.',
} = {}): string {
  return `---
headline: ${JSON.stringify(headline)}
standfirst: ${JSON.stringify(standfirst)}
language: ${language}
topics: [${topics}]
published: ${published}
${more}---

${text}
`
}

/** Puts columns live as the desk does. A column's id is its slug, unless `ids` has another. */
export async function print(
  documents: Record<string, string>,
  { now = NOW, ids = {} }: { now?: Date; ids?: Record<string, string> } = {},
): Promise<void> {
  const plates = await Promise.all(
    Object.entries(documents).map(([slug, document]) => {
      const { manuscript, problems } = parse(document, slug)
      if (!manuscript?.published) throw new Error(JSON.stringify(problems))
      const { published } = manuscript
      const to = { id: ids[slug] ?? slug, slug, changedAt: instant(now) }
      return plateOf({ ...manuscript, published }, to)
    }),
  )
  await runAll([...press(db, plates, now), ...relate(db, plates)])
}

/** Takes a column down as the desk does. */
export async function retract(slug: string, language = 'en'): Promise<void> {
  await runAll(takeDown(db, { id: slug, slug, language }, { note: 'Withdrawn.', now: NOW }))
}

async function runAll([first, ...rest]: Statement[]): Promise<void> {
  if (first) await db.batch([first, ...rest])
}
