import { expect } from 'vitest'
import { openLetter } from '../../src/letters/sealed.ts'
import { deskLog, drafts, draftVersions, letters } from '../../src/schema.ts'
import { copies } from '../../src/ui/copy/index.ts'
import { db, vault } from '../newsroom.ts'
import { type Letter, letterOf, type Model } from './model.ts'
import { marksOf, type World } from './world.ts'

/** Insists that the site is as the model says, for its desk, its writers and its readers. */
export async function agrees(world: World, { isThorough }: { isThorough: boolean }): Promise<void> {
  await lettersAgree(world.model)
  await draftsAgree(world.model)
  await ticketsTell(world)
  await readersSee(world, isThorough ? LISTS : [LISTS[world.story.length % LISTS.length] ?? '/'])
}

async function lettersAgree(model: Model): Promise<void> {
  const rows = await db.select().from(letters)
  const stored = await Promise.all(
    rows.map(async (row) => ({
      id: row.id,
      status: row.status,
      consent: row.consent,
      lead: row.status === 'grouped' ? row.leadId : null,
      draft: row.status === 'in_column' ? row.draftId : null,
      settledOn: row.status === 'erased' ? null : row.settledOn,
      words: marksOf((await openLetter(vault, row)).letter ?? ''),
    })),
  )
  const modelled = model.letters.map((letter) => ({
    id: letter.id,
    status: letter.status,
    consent: letter.consent,
    lead: letter.status === 'grouped' ? letter.lead : null,
    draft: letter.status === 'in_column' ? letter.draft : null,
    settledOn: letter.status === 'erased' ? null : letter.settledOn,
    words: letter.hasText ? [letter.word] : [],
  }))
  expect(byId(stored)).toEqual(byId(modelled))
}

async function draftsAgree(model: Model): Promise<void> {
  const stored = (await db.select().from(drafts)).map((row) => ({
    id: row.id,
    status: row.status,
    words: marksOf(row.document),
    // Out of the queue, the time stays in the form of its page alone.
    scheduledFor: row.status === 'scheduled' ? row.scheduledFor : null,
    hasFailed: row.failure !== null,
    isWithdrawn: row.withdrawnOn !== null,
  }))
  const modelled = model.drafts.map(
    ({ id, status, words, scheduledFor, hasFailed, isWithdrawn }) => {
      return { id, status, words: [...words].sort(), scheduledFor, hasFailed, isWithdrawn }
    },
  )
  expect(byId(stored)).toEqual(byId(modelled))
}

function byId<Row extends { id: string }>(rows: Row[]): Row[] {
  return rows.sort((one, other) => (one.id < other.id ? -1 : 1))
}

/** Every ticket says where its letter stands, and why. */
async function ticketsTell({ model, post }: World): Promise<void> {
  const { states, ticket: words } = copies.en.letters
  for (const letter of model.letters) {
    const response = await post('/ticket', { ticket: letter.ticket })
    const page = await response.text()
    expect(response.status).toBe(letter.status === 'erased' ? 422 : 200)
    if (letter.status === 'erased') {
      expect(marksOf(page)).toEqual([])
      continue
    }
    expect(page).toContain(`<h1>${states[letter.status].name}</h1>`)
    if (letter.told && letter.hasText) expect(page).toContain(letter.told)
    const live = columnOf(model, letter)
    expect(page.includes(`href="/columns/${live?.slug}"`)).toBe(live !== undefined)
    if (live) expect(page).toContain(words.read)
  }
}

/** The live column that answered a letter, or its lead. */
export function columnOf(model: Model, letter: Letter) {
  if (letter.answer !== 'printed') return undefined
  const draft = letter.draft ?? letterOf(model, letter.lead)?.draft
  return model.drafts.find(({ id, live }) => id === draft && live)
}

const LISTS = [
  ...['/', '/archive', '/topics/colleagues', '/topics', '/surprise'],
  ...['/feed.xml', '/feed.json', '/topics/colleagues/feed.xml', '/sitemap.xml', '/llms.txt'],
]

/** Readers find all that is published, where it belongs, and not one word more. */
async function readersSee({ model, get }: World, lists: string[]): Promise<void> {
  const printed = new Set(model.drafts.flatMap(({ live }) => live ?? []))
  for (const path of lists) {
    const unpublished = marksOf(await (await get(path)).text()).filter((word) => !printed.has(word))
    expect(unpublished, path).toEqual([])
  }
  for (const { slug, live, status, words } of model.drafts) {
    const page = await get(`/columns/${slug}`)
    const text = await page.text()
    if (live) {
      expect(page.status).toBe(200)
      expect(marksOf(text), slug).toEqual([...live].sort())
    } else {
      expect(status === 'retracted' ? [410] : [404, 410], slug).toContain(page.status)
      expect(marksOf(text).filter((word) => !word.startsWith('note'))).toEqual([])
    }
    for (const word of words.slice(-2)) {
      const answer = await get(`/search.json?q=${word}`)
      const { corrected, results } = await answer.json<{ corrected: unknown; results: unknown[] }>()
      if (printed.has(word)) continue
      // Taken for a slip, it may lead to another word; it is itself nowhere.
      if (corrected === null) expect(results, word).toEqual([])
      expect(marksOf(JSON.stringify(results))).not.toContain(word)
    }
  }
}

/** The desk log never holds a word of a letter or a column; nor do versions that were to be erased. */
export async function leavesNoWords(model: Model): Promise<void> {
  const acts = await db.select().from(deskLog)
  const words = marksOf(JSON.stringify(acts)).filter((word) => !word.startsWith('reason'))
  expect(words).toEqual([])
  const withdrawn = model.letters.filter(({ status }) => status === 'withdrawn')
  const versions = JSON.stringify(await db.select().from(draftVersions))
  const others = new Set(model.drafts.flatMap((draft) => draft.words))
  const left = withdrawn.map(({ word }) => word).filter((word) => !others.has(word))
  expect(marksOf(versions).filter((word) => left.includes(word))).toEqual([])
}
