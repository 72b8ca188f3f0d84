import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'yaml'
import { type Arrival, collect } from '../../src/cli/import/collect.ts'
import { readFiles } from '../../src/cli/import/files.ts'
import type { Exchange } from '../../src/manuscript.ts'
import { plainText } from '../../src/markdown.ts'
import { folded } from '../../src/moving-in/block.ts'
import type { Moved } from '../../src/moving-in.ts'
import { count, type Figures, HOUSE, judgeJunk, judgeText, noFigures, tally } from './evaluation.ts'
import { allOf, type PartName } from './judging.ts'
import { wordsOf } from './known.ts'

/** Nobody who works on the rules reads these texts, nor what is missed in them: their figures alone are known. */
export const UNSEEN = 'fourth hand, unseen'

/** The folders of `fixtures`, and the shares to which their texts are dealt in turn, by name. */
const HANDS = {
  'another-hand': ['another hand, read later', 'another hand, read first'],
  'third-hand': ['third hand, read'],
  'fourth-hand': [UNSEEN],
}

/** What a saved text is known to hold, in its file beside it. */
type KnownText = {
  kind: 'column' | 'digest' | 'none'
  title: string
  /** In the order of the page; each has one of these, and a digest's letters have headlines. */
  parts: Partial<Record<'headline' | Part, string>>[]
  /** Greetings and the like, which a letter may begin or end with, or not. */
  mayStand?: string[]
  /** What must not be in the column, word for word. */
  junk: string[]
}
type Part = 'letter' | 'signoff' | 'reply' | 'note' | 'update'

/** What the import puts where a columnist's address stood. */
const INVITATIONS = [
  'Have you a question of your own? Write to us.',
  'Punya pertanyaan sendiri? Tulis kepada kami.',
]

/**
 * Reads the texts that others wrote, who had not read the rules, as the command reads a folder of them,
 * and counts what was found, by share.
 */
export async function evaluateOtherHands(): Promise<Map<string, Figures>> {
  const all = new Map<string, Figures>()
  for (const [hand, shares] of Object.entries(HANDS)) {
    const folder = join(import.meta.dirname, 'fixtures', hand)
    const arrivals = await arrivalsOf(folder)
    for (const [turn, share] of shares.entries()) {
      const figures = noFigures()
      for (const { name, moved } of arrivals.filter((_, index) => index % shares.length === turn)) {
        const known = parse(readFileSync(join(folder, name.replace(/\.\w+$/, '.yaml')), 'utf8'))
        judgeSavedText(figures, name, known, moved)
      }
      all.set(share, figures)
    }
  }
  return all
}

/** What came of each text in a folder, by name. */
async function arrivalsOf(folder: string): Promise<Arrival[]> {
  const onProgress = () => {}
  const found = [...readFiles('html', folder, onProgress), ...readFiles('text', folder, onProgress)]
  const { columns, updates, others } = await collect(found, HOUSE)
  return [...columns, ...updates, ...others].sort((one, other) => (one.name < other.name ? -1 : 1))
}

function judgeSavedText(figures: Figures, name: string, known: KnownText, came: Moved): void {
  if (known.kind === 'none') {
    count(figures, 'texts that are no columns', came.kind === 'left', `taken: ${name}`)
    return
  }
  const mayStand = [...(known.mayStand ?? []), ...INVITATIONS].map(folded)
  const moved = withoutEnds(came, mayStand)
  const column = moved.kind === 'column' ? moved.manuscript : null
  const compare = (part: PartName, expected = '', got: string | null = null) => {
    if (!expected && !got) return
    const miss = () => `${name}: ${part}\n   want ${expected}\n   got  ${got}`
    tally(figures, part, folded(plainText(expected)) === folded(plainText(got ?? '')), miss)
  }
  const { exchanges, note, update } = sectionsOf(known)
  compare('headline', known.title, column?.headline)
  for (const [index, { headline }] of exchanges.entries()) {
    compare('headline', headline ?? '', column?.exchanges[index]?.headline)
  }
  compare('update', update, column?.updates[0]?.text)
  judgeText(figures, name, { exchanges, note }, moved)
  const body = column && ` ${folded(`${column.standfirst}\n${allOf(column)}`)} `
  const kept = known.junk.filter((one) => !body || body.includes(` ${folded(one)} `))
  judgeJunk(figures, name, known.junk, kept)
}

/** The known parts as a column has them. */
function sectionsOf({ parts }: KnownText) {
  const exchanges: Exchange[] = []
  let [note, update]: (string | undefined)[] = []
  for (const part of parts) {
    const { headline = null, letter, reply, signoff } = part
    if (letter) exchanges.push({ headline, letter, signoff: null, reply: '' })
    const exchange = exchanges.at(-1)
    if (exchange && signoff) exchange.signoff = signoff
    if (exchange && reply) exchange.reply = reply
    note ??= part.note
    update ??= part.update
  }
  return { exchanges, note: note ?? null, update }
}

/** What came of a text, its parts as mere words without what may stand at their beginning or end. */
function withoutEnds(moved: Moved, mayStand: string[]): Moved {
  if (moved.kind !== 'column') return moved
  const trimmed = (text: string) =>
    mayStand.reduce((words, one) => {
      const rest = words.startsWith(`${one} `) ? words.slice(one.length + 1) : words
      return rest.endsWith(` ${one}`) ? rest.slice(0, -one.length - 1) : rest
    }, wordsOf(text))
  const exchanges = moved.manuscript.exchanges.map((one) => ({
    ...one,
    letter: trimmed(one.letter),
    signoff: one.signoff && trimmed(one.signoff),
    reply: trimmed(one.reply),
  }))
  return { ...moved, manuscript: { ...moved.manuscript, exchanges } }
}
