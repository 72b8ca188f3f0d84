import fc from 'fast-check'
import { expect } from 'vitest'
import { instant, minutesLater } from '../../src/dates.ts'
import { findDraft } from '../../src/desk/draft/draft.ts'
import { parse, write } from '../../src/manuscript.ts'
import { CONSENTS, VERDICTS } from '../../src/schema.ts'
import { db } from '../newsroom.ts'
import { columnOf } from './checks.ts'
import {
  consentTo,
  type Draft,
  decide,
  drop,
  isStanding,
  type Letter,
  type Model,
  publish,
  save,
  show,
  withdraw,
} from './model.ts'
import { DRAFT_TABLE, LETTER_TABLE } from './tables.ts'
import { marksOf, type World } from './world.ts'

/** Something that somebody does: `one` and `other` say to which letter or draft, and how. */
export type Act = {
  does: string
  who: number
  one: number
  other: number
  /** Whether the editor looks again first; who does not may act on an old version. */
  looks: boolean
  /** Whether it is done to something that it can be done to, if there is any. */
  fits: boolean
}

/** What somebody would like to do, the dearest first; some do what cannot be done. */
export type Wish = Omit<Act, 'does'> & { wishes: string[] }

const LETTER_VERBS = Object.keys(LETTER_TABLE)
const DRAFT_ACTS = [
  ...(['create', 'save', 'review', 'return', 'show'] as const),
  ...(['publish', 'schedule', 'unschedule', 'drop'] as const),
] as const
const COLUMN_ACTS = ['correct', 'retract', 'restore', 'revise'] as const
const WRITER_ACTS = ['write', 'answer', 'judge', 'update', 'withdraw'] as const
/** Minutes by which the clock moves on: mostly few, as months put an end to every letter. */
const LEAPS = [1, 90, 4 * 24 * 60, 22 * 24 * 60, 31 * 24 * 60, 181 * 24 * 60]

/** What is done to most drafts, and so more often here. */
const USUAL = ['save', 'save', 'show', 'show', 'publish', 'publish', 'publish', 'schedule']

const anyVerb = fc.oneof(
  { weight: 10, arbitrary: fc.constantFrom(...LETTER_VERBS, 'pick', 'pick', 'group') },
  { weight: 12, arbitrary: fc.constantFrom(...DRAFT_ACTS, ...USUAL) },
  { weight: 4, arbitrary: fc.constantFrom(...COLUMN_ACTS) },
  { weight: 6, arbitrary: fc.constantFrom(...WRITER_ACTS) },
  { weight: 2, arbitrary: fc.constant('wait') },
)

/** Any wish; nine times out of ten an editor has just looked, and wishes for what can be done. */
export const anyWish: fc.Arbitrary<Wish> = fc.record({
  wishes: fc.array(anyVerb, { minLength: 3, maxLength: 3 }),
  who: fc.nat(1),
  one: fc.oneof({ weight: 3, arbitrary: fc.nat(2) }, { weight: 1, arbitrary: fc.nat(5) }),
  other: fc.nat(5),
  looks: fc.nat(9).map((chance) => chance < 9),
  fits: fc.nat(9).map((chance) => chance < 9),
})

/** Does an act on the site and in the model, and insists that both take or refuse it. */
export async function perform(world: World, wish: Wish): Promise<void> {
  const { model, now } = world
  const possible = wish.wishes.find((does) => isPossible(model, does))
  const act = { ...wish, does: (wish.fits && possible) || wish.wishes[0] || 'write' }
  const letter = chosen(model.letters, act, fitsLetter)
  const draft = chosen(model.drafts, act, fitsDraft)
  world.begins(act.does, JSON.stringify({ ...act, letter: letter?.id, draft: draft?.id }))
  if (act.does === 'wait') now.setTime(minutesLater(now, LEAPS[act.one] ?? 1).getTime())
  else if (act.does === 'write') await writes(world, act)
  else if (act.does === 'create') await creates(world, act)
  else if (isAmong(WRITER_ACTS, act.does)) {
    if (letter) await writerActs[act.does](world, letter, act)
  } else if (isAmong(DRAFT_ACTS, act.does)) {
    if (draft) await draftActs[act.does](world, draft, act)
  } else if (isAmong(COLUMN_ACTS, act.does)) {
    if (draft) await columnActs[act.does](world, draft, act)
  } else if (letter) await decides(world, letter, act)
}

function isPossible(model: Model, does: string): boolean {
  if (does === 'wait') return true
  if (does === 'write') return hasRoom(model)
  if (does === 'create') return model.drafts.length < 2
  return (
    model.letters.some((letter) => fitsLetter(does, letter)) ||
    model.drafts.some((draft) => fitsDraft(does, draft))
  )
}

/** Letters that nothing more will come of: others may come in their place. */
const CLOSED = ['answered', 'withdrawn', 'erased']

function hasRoom({ letters }: Model): boolean {
  return letters.filter(({ status }) => !CLOSED.includes(status)).length < 4
}

function chosen<Thing>(
  things: Thing[],
  { does, one, fits }: Act,
  isFit: (does: string, thing: Thing) => boolean,
): Thing | undefined {
  const fitting = things.filter((thing) => isFit(does, thing))
  const choice = fits && fitting.length > 0 ? fitting : things
  return choice[one % choice.length]
}

function fitsLetter(does: string, { status, answer, showing, consent }: Letter): boolean {
  if (does === 'answer') return status === 'waiting'
  if (does === 'update') return answer === 'printed'
  if (does === 'judge') return showing !== null
  if (does === 'withdraw') return status === 'in_column' || answer === 'printed'
  if (does === 'pick' && consent === 'private') return false
  return !!LETTER_TABLE[does]?.from.includes(status)
}

function fitsDraft(does: string, draft: Draft): boolean {
  const { status, live } = draft
  if (does === 'restore') return status === 'retracted'
  if (isAmong(COLUMN_ACTS, does)) return live !== null
  const isOpen = status === 'draft' || status === 'review'
  if (['show', 'publish', 'schedule'].includes(does)) return isOpen && isWritten(draft)
  return !!DRAFT_TABLE[does]?.includes(status)
}

function isAmong<Name extends string>(names: readonly Name[], name: string): name is Name {
  return (names as readonly string[]).includes(name)
}

const today = ({ now }: World) => instant(now).slice(0, 10)

/** An act that was taken leads on; one that was refused says so, with all that was typed. */
async function expectOutcome(
  world: World,
  response: Response,
  isDone: boolean,
  typed = '',
): Promise<void> {
  world.tells(isDone)
  if (isDone) expect([response.status, await response.text()]).toEqual([303, ''])
  else {
    expect([404, 409, 422]).toContain(response.status)
    if (response.status !== 404) expect(await response.text()).toContain(typed)
  }
}

async function writes(world: World, { one }: Act): Promise<void> {
  if (!hasRoom(world.model)) return
  const word = `letterword${world.next()}`
  const consent = CONSENTS[one % CONSENTS.length] ?? 'publish'
  world.model.letters.push({
    ...(await world.writes(word, consent)),
    ...{ word, consent, status: 'received', receivedOn: today(world), changedOn: today(world) },
    ...{ settledOn: null, told: null, lead: null, draft: null, answer: null },
    ...{ isTakeDownAsked: false, hasText: true, showing: null },
  })
}

async function decides(world: World, letter: Letter, act: Act): Promise<void> {
  const { model } = world
  const lead = model.letters[act.other % model.letters.length]
  const { version, isFresh } = await world.versionSeen(act.who, letter.id, act.looks)
  const told = `reasonword${world.next()}`
  const form = { version: String(version), words: told, text: told, lead: lead?.id ?? '' }
  const verb = act.does
  const path = `/desk/letters/${letter.id}/${verb}`
  const response = await world.sends(act.who, path, form)
  const isDone = isFresh && decide(model, letter, { verb, told, lead, today: today(world) })
  const typed = isAmong(['ask', 'reply', 'decline'] as const, verb) ? told : ''
  await expectOutcome(world, response.clone(), isDone, typed)
  if (!isDone || verb !== 'pick') return
  const id = response.headers.get('Location')?.split('/').at(-1) ?? ''
  letter.draft = id
  model.drafts.push(newDraft(id, [letter.word], letter.word))
}

function newDraft(id: string, words: string[], print: string): Draft {
  return {
    ...{ id, slug: id, status: 'draft', words, print, live: null, isBeingRevised: false },
    ...{ scheduledFor: null, hasFailed: false, isWithdrawn: false },
  }
}

async function creates(world: World, { who }: Act): Promise<void> {
  if (world.model.drafts.length >= 2) return
  const response = await world.sends(who, '/desk/drafts', {})
  const id = response.headers.get('Location')?.split('/').at(-1) ?? ''
  await expectOutcome(world, response, true)
  world.model.drafts.push(newDraft(id, [], ''))
}

/** A document that could be published stands in it: somebody has written the reply. */
const isWritten = ({ words }: Draft) => words.some((word) => word.startsWith('reply'))

type DraftAct = (world: World, draft: Draft, act: Act) => Promise<void>

const draftActs: Record<(typeof DRAFT_ACTS)[number], DraftAct> = {
  create: async () => {},

  async save(world, draft, act) {
    const { version, isFresh } = await world.versionSeen(act.who, draft.id, act.looks)
    const edit = await edited(world, draft, act)
    const slug = `case-${draft.id}`
    const form = { version: String(version), slug, document: edit.document }
    const response = await world.sends(act.who, `/desk/drafts/${draft.id}/save`, form)
    const isDone = isFresh && !!DRAFT_TABLE.save?.includes(draft.status)
    if (isDone) save(world.model, draft, { ...edit, slug, now: world.now })
    await expectOutcome(world, response, isDone, edit.reply)
  },

  async review(world, draft, act) {
    if (draft.live) return
    const { version, isFresh } = await world.versionSeen(act.who, draft.id, act.looks)
    const form = { version: String(version) }
    const response = await world.sends(act.who, `/desk/drafts/${draft.id}/review`, form)
    const isDone = isFresh && !draft.isWithdrawn && !!DRAFT_TABLE.review?.includes(draft.status)
    if (isDone) draft.status = 'review'
    await expectOutcome(world, response, isDone)
  },

  async return(world, draft, act) {
    if (draft.live) return
    const { version, isFresh } = await world.versionSeen(act.who, draft.id, act.looks)
    const remark = `reasonword${world.next()}`
    const form = { version: String(version), remark }
    const response = await world.sends(act.who, `/desk/drafts/${draft.id}/return`, form)
    const isDone = isFresh && !draft.isWithdrawn && !!DRAFT_TABLE.return?.includes(draft.status)
    if (isDone) draft.status = 'draft'
    await expectOutcome(world, response, isDone, remark)
  },

  async show(world, draft, act) {
    const { version, isFresh } = await world.versionSeen(act.who, draft.id, act.looks)
    const letter = world.model.letters.find((each) => each.draft === draft.id)
    if (!letter) return
    const form = { version: String(version), letter: letter.id, position: '1' }
    const response = await world.sends(act.who, `/desk/drafts/${draft.id}/show`, form)
    // What the writer has before them already is shown, whichever version the editor saw.
    const isShown =
      isWritten(draft) &&
      ((isFresh && show(world.model, draft, letter, world.now)) || isStanding(draft, letter))
    await expectOutcome(world, response, isShown)
  },

  async publish(world, draft, act) {
    if (draft.status === 'scheduled') return
    const { version, isFresh } = await world.versionSeen(act.who, draft.id, act.looks)
    const form = { version: String(version) }
    const response = await world.sends(act.who, `/desk/drafts/${draft.id}/publish`, form)
    const isOpen = consentTo(world.model, draft, instant(world.now)) === 'yes' && isWritten(draft)
    const isDone = isFresh && isOpen && !!DRAFT_TABLE.publish?.includes(draft.status)
    if (isDone) publish(world.model, draft, today(world))
    await expectOutcome(world, response, isDone)
  },

  async schedule(world, draft, act) {
    const { version, isFresh } = await world.versionSeen(act.who, draft.id, act.looks)
    // No two at the same minute: which of them runs first is not for the model to say.
    const scheduledFor = instant(minutesLater(world.now, 60 * (1 + act.other) + world.next()))
      .slice(0, 16)
      .concat(':00Z')
    const form = { version: String(version), at: scheduledFor.slice(0, 16) }
    const response = await world.sends(act.who, `/desk/drafts/${draft.id}/schedule`, form)
    const isOpen = consentTo(world.model, draft, instant(world.now)) !== 'no' && isWritten(draft)
    const isDone = isFresh && isOpen && !!DRAFT_TABLE.schedule?.includes(draft.status)
    if (isDone) Object.assign(draft, { status: 'scheduled', scheduledFor })
    await expectOutcome(world, response, isDone)
  },

  async unschedule(world, draft, act) {
    const { version } = await world.versionSeen(act.who, draft.id, true)
    const form = { version: String(version), was: draft.scheduledFor ?? '' }
    const response = await world.sends(act.who, `/desk/drafts/${draft.id}/unschedule`, form)
    const isDone = !!DRAFT_TABLE.unschedule?.includes(draft.status)
    if (isDone) Object.assign(draft, { status: 'draft', scheduledFor: null, hasFailed: false })
    await expectOutcome(world, response, isDone)
  },

  async drop(world, draft, act) {
    const { version, isFresh } = await world.versionSeen(act.who, draft.id, act.looks)
    const form = { version: String(version), sure: 'yes' }
    const response = await world.sends(act.who, `/desk/drafts/${draft.id}/drop`, form)
    const isDone = isFresh && !!DRAFT_TABLE.drop?.includes(draft.status)
    if (isDone) drop(world.model, draft, today(world))
    await expectOutcome(world, response, isDone)
  },
}

/** Writes a reply into a draft's document and, every third time, edits the printed letter. */
async function edited(world: World, draft: Draft, { other }: Act) {
  const stored = (await findDraft(db, draft.id))?.document ?? ''
  const reply = `replyword${world.next()}`
  const isNew = draft.print === ''
  const old = parse(stored.replace('topics: []', 'topics: [colleagues]'), '').manuscript
  const before = old?.exchanges[0]?.letter ?? letterIn(stored)
  const letter =
    isNew || other % 3 === 0
      ? `${isNew ? 'Who is right?' : before} editedword${world.next()}`
      : before
  const document = write({
    ...{ headline: `Who is right in ${draft.id}?`, standfirst: 'A question.', language: 'en' },
    ...{ topics: ['colleagues'], byline: null, editionOf: null, contentNote: null, place: null },
    ...{ checked: null, published: old?.published ?? null, note: null, updates: [] },
    corrections: old?.corrections ?? [],
    exchanges: [{ headline: null, letter, signoff: null, reply: `Say ${reply}.`, scripts: [] }],
  } as never)
  return { document, reply, words: marksOf(document), print: marksOf(letter).join() }
}

/** The printed letter of a document that cannot be read yet: one that was just picked. */
function letterIn(document: string): string {
  return /^# Letter\n+([\s\S]*?)(?:\n+— .*)?\n+# Reply/m.exec(document)?.[1]?.trim() ?? ''
}

const columnActs: Record<(typeof COLUMN_ACTS)[number], DraftAct> = {
  async correct(world, draft, act) {
    const correction = `correctionword${world.next()}`
    const path = `/desk/columns/${draft.slug}/correct`
    const { version } = await world.versionSeen(act.who, draft.id, true)
    const response = await world.sends(act.who, path, { correction, version: String(version) })
    const isDone = draft.live !== null && !draft.isBeingRevised
    if (isDone) draft.live = draft.words = [...draft.words, correction]
    await expectOutcome(world, response, isDone, correction)
  },

  async retract(world, draft, act) {
    const form = { reason: `reasonword${world.next()}`, note: `noteword${world.next()}` }
    const path = `/desk/columns/${draft.slug}/retract`
    const { version } = await world.versionSeen(act.who, draft.id, true)
    const response = await world.sends(act.who, path, { ...form, version: String(version) })
    const isDone = draft.live !== null
    if (isDone) {
      for (const letter of world.model.letters) {
        if (columnOf(world.model, letter) === draft) letter.isTakeDownAsked = false
      }
      Object.assign(draft, { live: null, status: 'retracted', isBeingRevised: false })
    }
    await expectOutcome(world, response, isDone, form.note)
  },

  async restore(world, draft, act) {
    const path = `/desk/columns/${draft.slug}/restore`
    const { version } = await world.versionSeen(act.who, draft.id, true)
    const response = await world.sends(act.who, path, { version: String(version) })
    const isDone = draft.status === 'retracted'
    if (isDone) draft.status = 'draft'
    await expectOutcome(world, response, isDone)
  },

  async revise(world, draft, act) {
    const path = `/desk/columns/${draft.slug}/revise`
    const { version } = await world.versionSeen(act.who, draft.id, true)
    const response = await world.sends(act.who, path, { version: String(version) })
    await expectOutcome(world, response, draft.live !== null)
  },
}

type WriterAct = (world: World, letter: Letter, act: Act) => Promise<void>

const writerActs: Record<(typeof WRITER_ACTS)[number], WriterAct> = {
  write: async () => {},

  async answer(world, letter) {
    const answer = `reasonword${world.next()}`
    const response = await world.post('/ticket/answer', { ticket: letter.ticket, answer })
    const isDone = letter.status === 'waiting'
    if (isDone) Object.assign(letter, { status: 'shortlisted', changedOn: today(world) })
    await expectTaken(world, response, letter, isDone, answer)
  },

  async judge(world, letter, { other }) {
    const page = await (await world.post('/ticket', { ticket: letter.ticket })).text()
    const shown = /name="shown" value="([^"]*)"/.exec(page)?.[1]
    const isAsked = letter.status === 'in_column' && letter.showing?.draft === letter.draft
    expect(shown !== undefined).toBe(isAsked && letter.showing?.verdict !== 'stop')
    if (!shown || !letter.showing) return
    const verdict = VERDICTS[other % VERDICTS.length] ?? 'fine'
    const words = `reasonword${world.next()}`
    const form = { ticket: letter.ticket, shown, verdict, words }
    const response = await world.post('/ticket/verdict', form)
    letter.showing.verdict = verdict
    if (verdict === 'stop') {
      letter.consent = 'private'
      const draft = world.model.drafts.find(({ id }) => id === letter.draft)
      if (draft?.status === 'scheduled')
        Object.assign(draft, { status: 'draft', scheduledFor: null, hasFailed: false })
    }
    await expectTaken(world, response, letter, true, words)
  },

  async update(world, letter) {
    const news = `reasonword${world.next()}`
    const response = await world.post('/ticket/update', { ticket: letter.ticket, news })
    await expectTaken(world, response, letter, columnOf(world.model, letter) !== undefined, news)
  },

  async withdraw(world, letter) {
    const why = `reasonword${world.next()}`
    const form = { ticket: letter.ticket, confirm: 'yes', why }
    const response = await world.post('/ticket/withdraw', form)
    const isPrinted = columnOf(world.model, letter) !== undefined
    const isOpen = !['answered', 'withdrawn', 'erased'].includes(letter.status)
    if (isPrinted) letter.isTakeDownAsked = true
    if (isOpen) withdraw(world.model, letter, today(world))
    const isDone = isPrinted || letter.status === 'withdrawn'
    await expectTaken(world, response, letter, isDone, isPrinted ? why : '')
  },
}

/** The ticket page answers in place: taken, too late (409), or as if the ticket were unknown. */
async function expectTaken(
  world: World,
  response: Response,
  letter: Letter,
  isDone: boolean,
  typed: string,
): Promise<void> {
  world.tells(isDone)
  expect(response.status).toBe(isDone ? 200 : letter.status === 'erased' ? 422 : 409)
  if (!isDone) expect(await response.text()).toContain(typed)
}
