import { type Block, numberedSections, written } from '../../moving-in.ts'
import { oldPath } from '../../old-address.ts'
import { movedTo, newPath, type Redirects } from './addresses.ts'
import type { Collection, ColumnArrival, UpdateArrival } from './collect.ts'

/** An introduction that leads back to the column is no longer than this, in characters. */
const LONGEST_INTRODUCTION = 500
const TARGETS = /\]\(<?([^)\s>]+)/g

/**
 * Puts what old posts told of a letter's writer later onto its column, as a dated update, where they
 * lead to it by a link; their addresses lead to the column then. Gives the posts of which not every
 * part led to one.
 */
export function attachUpdates(
  { columns, updates }: Collection,
  redirects: Redirects,
  hosts: Set<string>,
): UpdateArrival[] {
  const byPath = new Map(
    columns.map((column) => [newPath(column.slug, column.moved.manuscript.language), column]),
  )
  return updates.filter((update) => {
    const sections = numberedSections(update.moved.blocks)
    const texts = sections.length > 1 ? sections.map(({ blocks }) => blocks) : [update.moved.blocks]
    const attached = texts.map((blocks) =>
      attach(update, blocks, (target) => {
        const path = movedTo(target, redirects, hosts)
        return path ? byPath.get(path) : undefined
      }),
    )
    const [first] = attached
    if (first && attached.every(Boolean)) {
      const target = newPath(first.slug, first.moved.manuscript.language)
      for (const address of update.addresses) {
        const path = oldPath(address)
        if (path && !redirects.has(path)) redirects.set(path, `${target}#updates`)
      }
    }
    return !attached.every(Boolean)
  })
}

function attach(
  { name, moved }: UpdateArrival,
  blocks: Block[],
  columnAt: (target: string) => ColumnArrival | undefined,
): ColumnArrival | null {
  const links = blocks.flatMap((one, index) =>
    [...one.markdown.matchAll(TARGETS)].map(([, target = '']) => ({ index, target })),
  )
  const link = links.find(({ target }) => columnAt(target))
  const column = link && columnAt(link.target)
  if (!link || !column) return null
  const { updates, published } = column.moved.manuscript
  const introduction = link.index === 0 ? blocks[0] : undefined
  const isLead =
    introduction && introduction.text.length <= LONGEST_INTRODUCTION && blocks.length > 1
  const told = isLead ? blocks.slice(1) : blocks
  const isQuoted = told.every((one) => one.isQuoted)
  const text = written(told.map((one) => (isQuoted ? { ...one, isQuoted: false } : one)))
  const on = published && moved.on < published.slice(0, 10) ? published.slice(0, 10) : moved.on
  updates.push({ on, text })
  updates.sort((one, other) => one.on.localeCompare(other.on))
  const line = blocks[0]?.line ?? 1
  column.moved.counts.updates += 1
  column.moved.remarks.push({
    kind: 'taken',
    line,
    reason: `an update, from ${name}`,
    text: moved.title,
  })
  if (isLead) {
    const { text } = introduction
    moved.remarks.push({ kind: 'left', line, reason: 'leads back to the column', text })
  }
  return column
}
