import { deriveAll } from '../desk/publishing/derive.ts'
import { listAddresses, pushAddresses } from '../desk/publishing/old-addresses.ts'
import { carryOut, freshenHashes } from '../desk/publishing/push.ts'
import {
  liveIndex,
  type Plan,
  planPush,
  type Refusal,
  type Source,
} from '../desk/publishing/push-plan.ts'
import { listTopics, mergers, nameTopics, type TopicText } from '../desk/settings/topics.ts'
import type { Db, OldAddress } from '../schema.ts'
import { newId } from '../text.ts'
import type { ColumnFile } from './column-file.ts'
import { Mistake, print, progress } from './command-line.ts'
import { type ContentOptions, readChecked } from './content-folder.ts'
import { openDatabase } from './database.ts'

/**
 * Puts the folder's new and changed columns live and says what it did. Writes nothing at all when a
 * file has a problem, or when the desk has changed a column since (unless forced).
 */
export async function push({ dir, remote, force }: ContentOptions): Promise<void> {
  const { db, close } = await openDatabase({ remote })
  try {
    await freshenHashes(db)
    const anew = (done: number, all: number) => progress(done, all, 'columns derived anew')
    await deriveAll(db, new Date(), anew)
    const index = await liveIndex(db)
    const { columns, topics, addresses } = await readChecked(dir, index)
    const plan = await planPush(db, columns.filter(isDated), { index, force })
    if (plan.refused.length > 0) throw new Mistake(refusalOf(plan.refused))
    const kept = force ? [] : await keptTopics(db, topics)
    if (topics.length > 0) await db.batch(nameTopics(db, topics, { force, now: new Date() }))
    const report = (step: string, done: number, all: number) =>
      progress(done, all, `columns ${step}`)
    await carryOut(db, plan, { by: 'command line', now: new Date(), newId, report })
    print(
      summaryOf(
        plan,
        columns.filter((column) => !isDated(column)),
      ),
    )
    for (const slug of kept)
      print(`The topic ${slug} was changed or merged at the desk: it stays. Pull it first.`)
    await putAddresses(db, addresses)
  } finally {
    await close()
  }
}

/** Lets old addresses lead to where the folder says; one that does not say changes none. */
async function putAddresses(db: Db, addresses: OldAddress[] | null): Promise<void> {
  if (addresses === null) {
    const { length } = await listAddresses(db)
    if (length > 0) print(`There is no redirects.yaml: ${length} old addresses stay as they are.`)
    return
  }
  const { written, removed } = await pushAddresses(db, addresses, {
    by: 'command line',
    now: new Date(),
  })
  if (written + removed > 0) print(`Old addresses: ${written} new or changed, ${removed} removed.`)
}

/** The topics that the desk has set otherwise than the file, which stay as the desk set them. */
async function keptTopics(db: Db, texts: TopicText[]): Promise<string[]> {
  const [known, merged] = [await listTopics(db), await mergers(db)]
  const isKept = ({ slug, language, name, description }: TopicText) => {
    const topic = known.find((each) => each.slug === slug)
    const text = topic?.texts[language]
    const differs = text?.name !== name || text.description !== description
    return merged.has(slug) || (topic?.isAhead && differs)
  }
  return [...new Set(texts.filter(isKept).map(({ slug }) => slug))]
}

function isDated(column: ColumnFile): column is ColumnFile & Source {
  return column.published !== null
}

const REASONS: Record<Refusal['reason'], string> = {
  changed: 'the desk has changed it since the last push',
  open: 'the desk has it open for editing',
  moved: 'the desk has given it another address',
  retracted: 'the desk has retracted it',
  merged: 'it names a topic that the desk has merged into another',
}

function refusalOf(refused: Refusal[]): string {
  const lines = refused.map(({ slug, reason }) => `${slug}: ${REASONS[reason]}.`)
  return `${lines.join('\n')}
Nothing was written. Bring the desk’s text here with \`npm run content -- pull\`, or add --force to
put the folder’s text in its place.`
}

function summaryOf({ added, changed, unchanged, absent }: Plan, drafts: ColumnFile[]): string {
  return [
    `${added.length} new, ${changed.length} changed, ${unchanged} unchanged.`,
    ...drafts.map(({ slug }) => `${slug} has no date: it is a draft, and was left out.`),
    ...absent.map(
      (slug) => `${slug} is live and not in the folder: it stays. The desk can retract it.`,
    ),
  ].join('\n')
}
