import { createExecutionContext, waitOnExecutionContext } from 'cloudflare:test'
import { env } from 'cloudflare:workers'
import { eq } from 'drizzle-orm'
import { expect } from 'vitest'
import { runClock } from '../../src/app.tsx'
import { minutesLater } from '../../src/dates.ts'
import { comeBack, makeLink } from '../../src/desk/team/invitation.ts'
import { drafts, editors, letters } from '../../src/schema.ts'
import { emptyDatabase } from '../empty-database.ts'
import { LETTER } from '../letters/writer.ts'
import { asEditor, config, db, NOW, site } from '../newsroom.ts'
import type { Model } from './model.ts'

const SETTINGS = { TIME_ZONE: 'UTC', TICKETS_PER_HOUR: '100000', LETTERS_PER_HOUR: '100000' }

/** Words by which a text is known wherever it turns up. */
const MARKED = /\b(?:letter|edited|reply|correction|reason|note)word\d+\b/g

/** Gives the marked words of a text, each once. */
export function marksOf(text: string): string[] {
  return [...new Set(text.match(MARKED) ?? [])].sort()
}

/** A real site beside the model of it: two editors, a clock, and what each editor has before them. */
export type World = Awaited<ReturnType<typeof openWorld>>

/** Opens an empty site with two editors at NOW. */
export async function openWorld() {
  await emptyDatabase()
  await asEditor('owner', 'Olive')
  await asEditor('editor', 'Edith')
  const people = await db.select().from(editors).orderBy(editors.name)
  const now = new Date(NOW)
  const { get, post } = site({ now, settings: SETTINGS })
  const model: Model = { letters: [], drafts: [], hours: 72 }
  const seen = people.map(() => new Map<string, number>())
  const cookies: { until: number; Cookie: string }[] = []
  /** What was done, in order, and whether it was taken or refused: printed when something is wrong. */
  const story: { does: string; how: string; isTaken?: boolean }[] = []
  let count = 0

  /** A session lasts hours, and the clock may leap by months: editors come back when theirs is over. */
  async function headersOf(who: number) {
    const known = cookies[who]
    if (known && known.until > now.getTime()) return { Cookie: known.Cookie }
    const person = people[who]
    const code = person && (await makeLink(db, person.id, { by: 'operator', now }))
    const visit = { editorId: person?.id ?? '', device: 'Firefox on Linux', now }
    const entry = await comeBack(db, code ?? '', visit)
    if (typeof entry === 'string') throw new Error(`An editor cannot come back: ${entry}`)
    const Cookie = `__Host-desk=${entry.token}`
    cookies[who] = { until: now.getTime() + 6 * 60 * 60_000, Cookie }
    return { Cookie }
  }

  return {
    model,
    now,
    get,
    post,
    story,
    begins: (does: string, how: string) => void story.push({ does, how }),
    tells: (isTaken: boolean) => void Object.assign(story.at(-1) ?? {}, { isTaken }),
    /** A number that no text has had yet. */
    next: () => (count += 1),
    asks: async (who: number, path: string) => get(path, await headersOf(who)),
    sends: async (who: number, path: string, form: Record<string, string>) =>
      post(path, form, await headersOf(who)),

    /** The version of a letter or draft that an editor has before them: the last they looked at. */
    async versionSeen(who: number, id: string, looks: boolean) {
      const current = await versionOf(id)
      if (looks || !seen[who]?.has(id)) seen[who]?.set(id, current)
      const version = seen[who]?.get(id) ?? 0
      return { version, isFresh: version === current }
    },

    /** Lets the clock run until nothing is due any more: one draft is published at each run. */
    async ticks() {
      const scheduled = model.drafts.filter(({ status }) => status === 'scheduled')
      for (let run = 0; run <= scheduled.length; run += 1) {
        const context = createExecutionContext()
        await runClock(env, config(SETTINGS), { now, context })
        await waitOnExecutionContext(context)
      }
    },

    /** Sends a letter with this word in it as a writer does, and gives its number and ticket. */
    async writes(word: string, consent: string) {
      const form = await (await get('/write')).text()
      const ticket = /name="ticket" value="([^"]*)"/.exec(form)?.[1] ?? ''
      const text = LETTER.letter.replace('What do I say?', `What do I say about ${word}?`)
      const question = `Who owns the ${word}?`
      const sent = { ...LETTER, question, letter: text, email: '', disguise: '', consent }
      // Nobody writes a letter within three seconds: the site would ask them to send it again.
      now.setTime(minutesLater(now, 1).getTime())
      const answer = await post('/write', { ...sent, step: 'send', ticket })
      expect(answer.status).toBe(200)
      const rows = await db.select({ id: letters.id }).from(letters)
      const known = new Set(model.letters.map(({ id }) => id))
      const id = rows.find((row) => !known.has(row.id))?.id ?? ''
      return { id, ticket: ticket.split('.')[0] ?? '' }
    },
  }
}

async function versionOf(id: string): Promise<number> {
  const [letter] = await db.select().from(letters).where(eq(letters.id, id))
  const [draft] = await db.select().from(drafts).where(eq(drafts.id, id))
  return (letter ?? draft)?.version ?? 0
}
