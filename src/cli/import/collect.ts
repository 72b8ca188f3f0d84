import { openSigns } from '../../moving-in/signs.ts'
import { WRITTEN_SIGNS } from '../../moving-in/written-signs.ts'
import { type House, isSlug, type Moved, moveIn } from '../../moving-in.ts'
import { oldPath } from '../../old-address.ts'
import { slugOf } from '../../slug-of.ts'
import { hostsOf, newPath, type Redirects } from './addresses.ts'
import type { Found, Left, Source } from './source.ts'

openSigns(WRITTEN_SIGNS)

/** A text with what came of it; its blocks are let go, or a large export would fill the memory. */
export type Arrival = Omit<Source, 'blocks'> & { moved: Moved }
export type ColumnArrival = Arrival & { moved: Extract<Moved, { kind: 'column' }>; slug: string }
export type UpdateArrival = Arrival & { moved: Extract<Moved, { kind: 'update' }> }

/** All that came out of an old system. */
export type Collection = {
  columns: ColumnArrival[]
  updates: UpdateArrival[]
  left: Left[]
  /** Posts that are no column, with what was said of their lines. */
  others: Arrival[]
}

/** Moves in all that a reader finds, and gives each column an address of its own. */
export async function collect(
  found: AsyncIterable<Found> | Iterable<Found>,
  house: House,
): Promise<Collection> {
  const collection: Collection = { columns: [], updates: [], left: [], others: [] }
  const taken = new Set<string>()
  for await (const one of found) {
    if ('left' in one) {
      collection.left.push(one.left)
      continue
    }
    const { blocks, ...rest } = one.source
    const moved = moveIn({ ...rest, blocks }, house)
    const arrival = { ...rest, addresses: [...rest.addresses, ...moved.addresses], moved }
    if (moved.kind === 'column') {
      const slug = freeSlug(rest.slug, moved.title, rest.name, taken)
      collection.columns.push({ ...arrival, moved, slug })
    } else if (moved.kind === 'update') collection.updates.push({ ...arrival, moved })
    else collection.others.push(arrival)
  }
  return collection
}

/** The old slug if it can be an address here, or one made of the headline; numbered if it is taken. */
export function freeSlug(
  old: string | null,
  title: string,
  name: string,
  taken: Set<string>,
): string {
  const made = [old ?? '', slugOf(old ?? ''), slugOf(title), slugOf(name)]
  const slug = (made.find(isSlug) ?? 'column').slice(0, 90).replace(/-+$/, '')
  let free = slug
  for (let number = 2; taken.has(free); number += 1) free = `${slug}-${number}`
  taken.add(free)
  return free
}

/** Where each old address of the columns leads now; the first column that had an address keeps it. */
export function redirectsOf(columns: ColumnArrival[]): {
  redirects: Redirects
  hosts: Set<string>
} {
  const redirects: Redirects = new Map()
  for (const { addresses, slug, moved } of columns) {
    const target = newPath(slug, moved.manuscript.language)
    for (const address of addresses) {
      const path = oldPath(address)
      if (path && path !== target && !redirects.has(path)) redirects.set(path, target)
    }
  }
  return { redirects, hosts: hostsOf(columns.flatMap(({ addresses }) => addresses)) }
}
