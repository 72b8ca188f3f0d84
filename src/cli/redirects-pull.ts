import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { isMap, isScalar, parseDocument } from 'yaml'
import { isGone, listAddresses } from '../desk/publishing/old-addresses.ts'
import { currentTarget, type KnownAddress, oldPath } from '../old-address.ts'
import type { Db } from '../schema.ts'
import { print } from './command-line.ts'

const HEAD = '# Where addresses of an older site lead.\n'

/**
 * Writes into the file of old addresses where they lead by now, and says so: columns move at the desk.
 * A line that was changed here and not pushed is kept, unless forced.
 */
export async function pullRedirects(
  db: Db,
  path: string,
  { force }: { force: boolean },
): Promise<void> {
  const known = await listAddresses(db)
  const before = existsSync(path) ? readFileSync(path, 'utf8') : ''
  const { text, kept } = withAddresses(before, known, { force })
  if (text !== before) {
    writeFileSync(path, text)
    print('The old addresses are as the site has them.')
  }
  if (kept > 0) {
    print(
      `${kept} old addresses were changed here and not pushed: they stay. Add --force to put the site’s in their place.`,
    )
  }
}

/**
 * Gives the text of the file with the site's addresses in it, and how many lines it kept that lead
 * elsewhere than the site; the same text when nothing is to be done. What leads to a column that was
 * taken down is left out: a folder does not hold that column.
 */
export function withAddresses(
  before: string,
  known: KnownAddress[],
  { force = false } = {},
): { text: string; kept: number } {
  const document = parseDocument(before || (known.length > 0 ? HEAD : ''), { uniqueKeys: false })
  const missing = new Map(known.filter((each) => !isGone(each)).map((each) => [each.path, each]))
  const all = new Map(known.map((each) => [each.path, each]))
  let [kept, changed] = [0, 0]
  if (isMap(document.contents)) {
    const { items } = document.contents
    const stays = items.filter((item) => {
      const path = isScalar(item.key) ? oldPath(String(item.key.value)) : null
      const stands = path ? all.get(path) : undefined
      if (path) missing.delete(path)
      if (!stands) return !force
      const said = isScalar(item.value) ? item.value.value : null
      const current = currentTarget(stands)
      if (isGone(stands)) return said !== current
      if (said === current) return true
      if (said !== stands.target && !force) kept += 1
      else {
        document.set(item.key, current)
        changed += 1
      }
      return true
    })
    changed += items.length - stays.length
    const [head, next] = [items[0]?.key, stays[0]?.key]
    // The words at the head of a file stand with its first line, and go with it.
    if (isScalar(head) && isScalar(next)) next.commentBefore ??= head.commentBefore
    document.contents.items = stays
  }
  if (changed + missing.size === 0) return { text: before, kept }
  for (const each of missing.values()) document.set(each.path, currentTarget(each))
  return { text: document.toString({ lineWidth: 0 }), kept }
}
