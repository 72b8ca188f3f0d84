import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { isMap, isScalar, parseDocument } from 'yaml'
import { listTopics, mergers, type Topic } from '../desk/settings/topics.ts'
import { type Db, topics } from '../schema.ts'
import { print } from './command-line.ts'

/**
 * Writes into the topics' file what the desk has changed in them and which it has merged, in the
 * desk's order, and says so; everything else in the file stays, its comments too.
 */
export async function pullTopics(db: Db, path: string): Promise<void> {
  const [known, merged] = [await listTopics(db), await mergers(db)]
  const before = existsSync(path) ? readFileSync(path, 'utf8') : ''
  const after = withTopics(before, known, merged)
  if (after !== before) {
    writeFileSync(path, after)
    print('The topics are as the desk set them.')
  }
  await db.update(topics).set({ isAhead: false })
}

/** Gives the text of a topics' file with the desk's changes in it; the same text when it has none. */
export function withTopics(text: string, known: Topic[], merged: Map<string, string>): string {
  const document = parseDocument(text)
  const told = known.filter((topic) => document.has(topic.slug) || isNamed(topic))
  const isStale = [...merged.keys()].some((slug) => document.has(slug))
  const isNew = told.some(({ slug }) => !document.has(slug))
  if (!isStale && !isNew && !known.some(({ isAhead }) => isAhead)) return text
  for (const slug of merged.keys()) document.delete(slug)
  for (const { slug, texts, isAhead } of told) {
    if (document.has(slug) && !isAhead) continue
    for (const [language, { name, description }] of Object.entries(texts)) {
      if (!isAhead && description === '') continue
      document.setIn([slug, language], document.createNode({ name, description }, { flow: true }))
    }
  }
  const places = new Map(known.map(({ slug }, place) => [slug, place]))
  if (isMap(document.contents)) {
    const placeOf = ({ key }: { key: unknown }) =>
      places.get(String(isScalar(key) ? key.value : key)) ?? known.length
    document.contents.items.sort((one, other) => placeOf(one) - placeOf(other))
  }
  return document.toString({ lineWidth: 0 })
}

/** What a column named, and nobody else, has no description: it stands in that column alone. */
function isNamed({ isAhead, texts }: Topic): boolean {
  return isAhead || Object.values(texts).some(({ description }) => description !== '')
}
