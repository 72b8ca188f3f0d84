import { partsOf } from '../../manuscript/parts.ts'

/** What an editor typed in the fields beside a document, by the names of its parts. */
export type Fields = Record<string, string>

/**
 * Writes fields that were changed into the document that came with them, each in its place. `base` is
 * the document that the fields were shown for: a field that says what it said there was not touched.
 * `clashes` names the parts that were changed both in their field and in the document, differently;
 * there the document is left as it is.
 */
export function withFields(
  document: string,
  fields: Fields,
  base: string,
): { document: string; clashes: string[] } {
  const shown = partsOf(base)
  let merged = document
  const clashes: string[] = []
  for (const [name, typed] of Object.entries(fields)) {
    const was = shown.get(name)?.text ?? ''
    const part = partsOf(merged).get(name)
    if (isSame(typed, was) || isSame(typed, part?.text ?? '')) continue
    if (part?.text === was) merged = part.with(typed)
    else clashes.push(name)
  }
  return { document: merged, clashes }
}

function isSame(one: string, other: string): boolean {
  return one.trim() === other.trim()
}
