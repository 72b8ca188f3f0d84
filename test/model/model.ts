import { daysAgo, instant, minutesLater } from '../../src/dates.ts'
import type { Consent, DraftStatus, LetterStatus, Verdict } from '../../src/schema.ts'
import { DAYS, LEADING, LETTER_TABLE, SETTLED, UNANSWERED } from './tables.ts'

/** What a writer was shown: which print of the letter in which draft, until when, and their word. */
type Showing = { draft: string; print: string; until: string; verdict: Verdict | null }

/** A letter as the product's table has it, without keys, seals or rows. */
export type Letter = {
  id: string
  ticket: string
  word: string
  consent: Consent
  status: LetterStatus
  receivedOn: string
  changedOn: string
  settledOn: string | null
  /** What the writer is told as a reason, or privately. */
  told: string | null
  lead: string | null
  draft: string | null
  answer: 'private' | 'printed' | null
  isTakeDownAsked: boolean
  hasText: boolean
  showing: Showing | null
}

/** A draft and the column that came of it; words are the marked ones that stand in it. */
export type Draft = {
  id: string
  slug: string
  status: DraftStatus
  words: string[]
  /** Which text of the printed letter stands in it. */
  print: string
  /** The words that readers see; null: nothing is live. */
  live: string[] | null
  isBeingRevised: boolean
  scheduledFor: string | null
  hasFailed: boolean
  isWithdrawn: boolean
}

export type Model = { letters: Letter[]; drafts: Draft[]; hours: number }

export function letterOf(model: Model, id: string | null): Letter | undefined {
  return model.letters.find((letter) => letter.id === id)
}

function inDraft(model: Model, draft: Draft): Letter[] {
  return model.letters.filter((letter) => letter.draft === draft.id)
}

/** Moves a letter by an editor's verb, if the table lets it, and tells whether it does. */
export function decide(
  model: Model,
  letter: Letter,
  { verb, told, lead, today }: { verb: string; told: string; lead?: Letter; today: string },
): boolean {
  const rule = LETTER_TABLE[verb]
  if (verb === 'reply' && letter.status === 'answered' && letter.isTakeDownAsked) {
    letter.isTakeDownAsked = false
    return true
  }
  if (!rule?.from.includes(letter.status)) return false
  if (verb === 'pick' && letter.consent === 'private') return false
  if (verb === 'group') {
    if (!lead || lead === letter || !LEADING.includes(lead.status)) return false
    letter.lead = lead.id
    for (const follower of followers(model, letter)) follower.lead = lead.id
  }
  if (verb === 'split' || verb === 'restore') letter.lead = null
  settle(model, letter, { to: rule.to, told: verb === 'decline' ? told : null, today })
  if (verb === 'reply') {
    letter.answer = 'private'
    letter.told = told
  }
  return true
}

/** Gives a letter its new state, and its followers theirs. */
function settle(
  model: Model,
  letter: Letter,
  {
    to,
    told,
    today,
    answer,
  }: { to: LetterStatus; told: string | null; today: string; answer?: 'printed' },
): void {
  const from = letter.status
  letter.status = to
  letter.told = told
  letter.changedOn = today
  letter.settledOn = ['answered', ...SETTLED].includes(to) ? today : null
  if (answer) letter.answer = answer
  const isShared = to === 'declined' || answer === 'printed'
  const isParting = ['spam', 'withdrawn', 'erased'].includes(to) || (to === 'answered' && !answer)
  for (const follower of model.letters.filter(({ lead }) => lead === letter.id)) {
    if (follower.status === 'grouped' && isShared) {
      Object.assign(follower, { status: to, told, changedOn: today, settledOn: today })
      if (answer) follower.answer = answer
    } else if (follower.status === 'grouped' && isParting) {
      Object.assign(follower, { status: 'shortlisted', changedOn: today, lead: null })
    } else if (follower.status === 'declined' && from === 'declined' && to === 'received') {
      Object.assign(follower, { status: 'grouped', told: null, changedOn: today, settledOn: null })
    }
  }
}

function followers(model: Model, letter: Letter): Letter[] {
  return model.letters.filter(({ lead, status }) => lead === letter.id && status === 'grouped')
}

/** Takes the writer's text away: at once, whatever the desk was doing with it. */
export function withdraw(model: Model, letter: Letter, today: string): void {
  settle(model, letter, { to: 'withdrawn', told: null, today })
  Object.assign(letter, { hasText: false, showing: null })
  const draft = model.drafts.find(({ id }) => id === letter.draft)
  if (!draft) return
  draft.isWithdrawn = true
  if (draft.status === 'live' || draft.status === 'retracted') return
  const others = inDraft(model, draft).filter(({ hasText }) => hasText)
  if (others.length === 0) Object.assign(draft, { words: [], print: '', slug: draft.id })
  Object.assign(draft, { status: 'draft', scheduledFor: null, hasFailed: false })
}

/** Tells whether a writer has the letter before them as it stands in a draft, and has not stopped it. */
export function isStanding({ id, print }: Draft, { showing }: Letter): boolean {
  return showing?.draft === id && showing.print === print && showing.verdict !== 'stop'
}

/** Shows a printed letter to its writer, if it may be; what is shown already stays as it is. */
export function show(model: Model, draft: Draft, letter: Letter, now: Date): boolean {
  const { showing } = letter
  if (letter.draft !== draft.id || letter.status !== 'in_column') return false
  if (letter.consent !== 'show_first' || draft.print === '' || showing?.verdict === 'stop')
    return false
  if (isStanding(draft, letter) && showing?.verdict !== 'change') return true
  letter.showing = {
    draft: draft.id,
    print: draft.print,
    until: hoursLater(now, model.hours),
    verdict: null,
  }
  return true
}

function hoursLater(now: Date, hours: number): string {
  return instant(minutesLater(now, hours * 60))
}

/** Saves a draft; a letter that was shown and has changed is shown anew. */
export function save(
  model: Model,
  draft: Draft,
  { words, print, slug, now }: { words: string[]; print: string; slug: string; now: Date },
): void {
  Object.assign(draft, { words, print, slug, scheduledFor: null, hasFailed: false })
  if (draft.status === 'live') draft.isBeingRevised = true
  else if (draft.status === 'scheduled') draft.status = 'draft'
  for (const { showing } of inDraft(model, draft)) {
    if (showing?.draft !== draft.id || showing.print === print || showing.verdict === 'stop')
      continue
    Object.assign(showing, { print, until: hoursLater(now, model.hours), verdict: null })
  }
}

/** What the writers' consent says of publishing a draft: yes, no, or not before their time is over. */
export function consentTo(model: Model, draft: Draft, now: string): 'yes' | 'no' | 'later' {
  if (draft.isWithdrawn) return 'no'
  const said = inDraft(model, draft).map((letter) => wordOf(letter, draft, now))
  if (said.includes('no')) return 'no'
  return said.includes('later') ? 'later' : 'yes'
}

function wordOf({ status, consent, showing }: Letter, draft: Draft, now: string) {
  if (status === 'withdrawn' || consent === 'private') return 'no'
  if (status !== 'in_column' || consent === 'publish') return 'yes'
  if (!showing || showing.draft !== draft.id || showing.print !== draft.print) return 'no'
  if (showing.verdict) return showing.verdict === 'fine' ? 'yes' : 'no'
  return showing.until <= now ? 'yes' : 'later'
}

/** Puts a draft's words before readers and answers its letters. */
export function publish(model: Model, draft: Draft, today: string): void {
  Object.assign(draft, {
    status: 'live',
    isBeingRevised: false,
    scheduledFor: null,
    hasFailed: false,
  })
  draft.live = draft.words
  for (const letter of inDraft(model, draft)) {
    if (letter.status !== 'in_column') continue
    settle(model, letter, { to: 'answered', told: null, today, answer: 'printed' })
  }
}

/** Gives a draft up: its letters go back to the shortlist. */
export function drop(model: Model, draft: Draft, today: string): void {
  for (const letter of inDraft(model, draft)) {
    if (letter.status !== 'in_column') continue
    Object.assign(letter, { status: 'shortlisted', draft: null, changedOn: today })
  }
  model.drafts.splice(model.drafts.indexOf(draft), 1)
}

/** Does what the clock owes at a moment. */
export function tick(model: Model, now: Date): void {
  const today = instant(now).slice(0, 10)
  for (const draft of model.drafts) {
    const isDue = draft.scheduledFor !== null && draft.scheduledFor <= instant(now)
    if (draft.status !== 'scheduled' || !isDue || draft.hasFailed) continue
    const consent = consentTo(model, draft, instant(now))
    if (consent === 'yes') publish(model, draft, today)
    if (consent === 'no') draft.hasFailed = true
  }
  for (const letter of model.letters) {
    if (letter.status !== 'waiting' || letter.changedOn > daysAgo(now, DAYS.question)) continue
    settle(model, letter, { to: 'held', told: null, today })
  }
  const isOver = (on: string | null, days: number) => on !== null && on <= daysAgo(now, days)
  const erased = model.letters.filter(
    ({ status, settledOn, receivedOn }) =>
      (SETTLED.includes(status) && isOver(settledOn, DAYS.settled)) ||
      (UNANSWERED.includes(status) && isOver(receivedOn, DAYS.unanswered)),
  )
  for (const letter of erased) {
    settle(model, letter, { to: 'erased', told: null, today })
    letter.hasText = false
  }
  for (const letter of model.letters) {
    if (letter.status !== 'answered' || !isOver(letter.settledOn, DAYS.settled)) continue
    Object.assign(letter, { hasText: false, showing: null })
  }
}
