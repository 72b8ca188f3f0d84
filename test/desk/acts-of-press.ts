import { eq } from 'drizzle-orm'
import { instant } from '../../src/dates.ts'
import { correct, findLive, restore, retract, revise } from '../../src/desk/column/column.ts'
import { move } from '../../src/desk/column/move.ts'
import { create, findDraft, save } from '../../src/desk/draft/draft.ts'
import { deriveDue } from '../../src/desk/publishing/derive.ts'
import { fingerprint, likenessOf } from '../../src/desk/publishing/plate.ts'
import { publish } from '../../src/desk/publishing/publish.ts'
import { carryOut, freshenHashes } from '../../src/desk/publishing/push.ts'
import { liveIndex, planPush } from '../../src/desk/publishing/push-plan.ts'
import {
  changeTopic,
  listTopics,
  mergeTopic,
  nameTopics,
  type TopicText,
} from '../../src/desk/settings/topics.ts'
import { parse, write } from '../../src/manuscript.ts'
import { columns, drafts } from '../../src/schema.ts'
import { newId } from '../../src/text.ts'
import { db, vault } from '../newsroom.ts'
import { column } from '../printed.ts'
import { RULES } from './ready.ts'

export const TOPICS = ['colleagues', 'managers', 'money', 'hours']
const WORDS = ['kettle', 'rota', 'stapler', 'parking', 'overtime', 'budget', 'lunch', 'promotion']

/** The topics as a file names them. */
export const NAMES: TopicText[] = TOPICS.flatMap((slug, position) =>
  ['en', 'id'].map((language) => {
    return { slug, language, position, name: `About ${slug}`, description: `All on ${slug}.` }
  }),
)

/** A column of a made-up archive of three years, some with scripts, updates, editions and letters. */
export function made(index: number, changes: Parameters<typeof column>[0] = {}): string {
  const [one, other] = [WORDS[index % 8], WORDS[(index * 3 + 1) % 8]]
  const script = index % 4 === 0 ? `\n\n> [!SCRIPT] If they take it\n> No, the ${one} stays.` : ''
  const update = index % 5 === 0 ? `\n\n# Update 2026-0${1 + (index % 9)}-10\n\nIt is gone.` : ''
  const isDigest = index % 7 === 0
  const second = `\n\n# Letter: The ${other}\n\nWho took it?\n\n# Reply\n\nAsk for it.`
  return column({
    headline: `The ${one} and the ${other}, ${index}`,
    standfirst: `Who has the ${one}?`,
    language: index % 3 === 2 ? 'id' : 'en',
    topics: [TOPICS[index % 4], ...(index % 2 ? [TOPICS[(index + 1) % 4]] : [])].join(', '),
    published: instant(new Date(Date.UTC(2024, index, 2, 9))),
    more: index % 9 === 8 ? `edition_of: c${index - 1}\n` : '',
    text: `# Letter${isDigest ? ': Mine' : ''}\n\nSomebody has my ${one}.\n\n— Parched\n\n# Reply\n\nAsk about the ${other}.${script}${isDigest ? second : ''}${update}`,
    ...changes,
  })
}

/** What changes what readers see. `one` chooses a column, `way` how; null: nothing to do it to. */
export type Act = (chosen: { one: number; way: number; now: Date }) => Promise<unknown>

const by = 'edith'

async function chosenSlug(one: number): Promise<string | null> {
  const all = await db.select({ slug: columns.slug }).from(columns).orderBy(columns.id)
  return all[one % all.length]?.slug ?? null
}

async function published(id: string, now: Date) {
  const draft = await findDraft(db, id)
  if (!draft) throw new Error('There is no draft')
  const order = { ...RULES, by, now, version: draft.version }
  const outcome = await publish(db, vault, draft, order)
  if (outcome.kind !== 'live') throw new Error(`Not published: ${JSON.stringify(outcome)}`)
}

/** Every verb that writes the live tables. */
export const ACTS: Record<string, Act> = {
  async publish({ one, now }) {
    const id = await create(db, { by, now })
    const document = made(5 * one + 101, { published: instant(now), more: '' })
    await save(db, id, { version: 1, document, slug: `new-${id}` }, { by, now })
    await published(id, now)
  },
  async publishLater({ one, way, now }) {
    const id = await create(db, { by, now })
    const on = instant(new Date(Date.UTC(2022 + (way % 3), one % 20, 7, 9)))
    const document = made(one + 100, { published: on, more: '' })
    await save(db, id, { version: 1, document, slug: `old-${id}` }, { by, now })
    await published(id, now)
  },
  async revise({ one, way, now }) {
    const slug = await chosenSlug(one)
    const id = slug && (await revise(db, slug, { by, now }))
    const draft = id ? await findDraft(db, id) : null
    const { manuscript } = parse(draft?.document ?? '', 'draft')
    if (!draft || !manuscript) return null
    const [exchange, ...rest] = manuscript.exchanges
    if (!exchange) return null
    const ways = [
      { headline: `Another headline, ${way}` },
      { standfirst: `Another line, ${way}.` },
      { topics: [TOPICS[way % 4] ?? ''] },
      { published: instant(new Date(Date.UTC(2023, way % 30, 3, 9))) },
      { updates: [...manuscript.updates, { on: instant(now).slice(0, 10), text: `News ${way}.` }] },
      { exchanges: [{ ...exchange, reply: `> [!SCRIPT] Now\n> Stop it, ${way}.` }, ...rest] },
      { byline: `Somebody ${way}` },
      { editionOf: null },
    ]
    const document = write({ ...manuscript, ...ways[way % ways.length] })
    await save(db, draft.id, { version: draft.version, document, slug: draft.slug }, { by, now })
    await published(draft.id, now)
  },
  async correct({ one, way, now }) {
    const slug = await chosenSlug(one)
    if (slug) await correct(db, slug, { text: `It was ${way}.`, by, now })
  },
  async move({ one, way, now }) {
    const slug = await chosenSlug(one)
    const found = slug && (await findLive(db, slug))
    if (!found) return
    const version = found.draft?.version ?? 0
    await move(db, slug, { to: `${slug}-${way}`, version, by, now })
  },
  async retract({ one, now }) {
    const slug = await chosenSlug(one)
    if (slug) await retract(db, slug, { reason: 'Found out.', note: 'Withdrawn.', by, now })
  },
  async restore({ now }) {
    const [gone] = await db.select().from(drafts).where(eq(drafts.status, 'retracted'))
    const draft = gone && (await restore(db, gone.slug, { by, now }))
    if (draft && draft !== 'overtaken') await published(draft.id, now)
  },
  async push({ one, way, now }) {
    await freshenHashes(db)
    const index = await liveIndex(db)
    const slug = way % 2 ? await chosenSlug(one) : `pushed-${newId()}`
    const { manuscript } = parse(made(one, { headline: `Pushed ${way}`, more: '' }), 'file')
    if (!slug || !manuscript?.published) return
    const { published } = manuscript
    const topics = (await listTopics(db)).slice(0, 1 + (way % 2)).map((topic) => topic.slug)
    const final = { ...manuscript, published, topics }
    const source = {
      ...{ slug, topics, editionOf: null, size: 1000, likeness: likenessOf(final) },
      hash: await fingerprint(write(final)),
      read: async () => final,
    }
    const plan = await planPush(db, [source], { index, force: true })
    await carryOut(db, plan, { by, now, newId, report: () => {} })
  },
  async pushTopics({ way, now }) {
    const texts = NAMES.map((text, index) =>
      index === way % NAMES.length ? { ...text, description: `Now ${way}.` } : text,
    )
    await db.batch(nameTopics(db, texts, { now }))
  },
  async changeTopic({ one, way, now }) {
    const all = await listTopics(db)
    const topic = all[one % all.length]
    if (!topic) return
    const texts = [{ language: 'en', name: `Called ${way}`, description: `Of ${way}.` }]
    const { slug, version } = topic
    const naming = { slug, version, place: 1 + (way % all.length), texts: way % 3 ? texts : [] }
    await changeTopic(db, naming, { by, now })
  },
  async mergeTopic({ one, now }) {
    const [into, ...others] = await listTopics(db)
    const topic = others[one % Math.max(1, others.length)]
    if (!into || !topic || others.length < 2) return
    const { slug, version } = topic
    await mergeTopic(db, { slug, version, into: into.slug }, { by, now })
  },
  async derive({ one, now }) {
    const slug = await chosenSlug(one)
    await db
      .update(columns)
      .set({ derivation: 0, letters: [] })
      .where(eq(columns.slug, slug ?? ''))
    await deriveDue(db, now)
  },
}
