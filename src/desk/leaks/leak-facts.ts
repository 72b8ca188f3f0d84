import { sql } from 'drizzle-orm'
import { openMessages } from '../../letters/message.ts'
import { openLetter } from '../../letters/sealed.ts'
import type { Db, LetterRow, MessageRow } from '../../schema.ts'
import { rows } from '../../statement.ts'
import { openDataKey, unseal, type Vault } from '../../vault.ts'
import type { Alias } from './alias.ts'
import { type Term, termsOf } from './details.ts'
import { termsOfAliases } from './leak.ts'
import type { Mark } from './marks.ts'

/** A row of what the leak check reads of a draft; the columns differ by kind. */
export type Fact = {
  kind: 'alias' | 'marks' | 'wave' | 'said'
  id: string
  letterId: string
  text: string
  extra: string | null
}

/**
 * Gives the query of what a draft's leak check needs beside its letters, in one statement: aliases,
 * marks of erased letters, what was waved through, and what the writers said on their tickets.
 */
export function readFacts(db: Db, draftId: string) {
  return rows<Fact>(
    db,
    sql`SELECT 'alias' AS kind, id, letter_id AS letterId, original AS text, replacement AS extra
      FROM aliases WHERE draft_id = ${draftId}
    UNION ALL SELECT 'marks', key_id, letter_id, marks, NULL
      FROM letter_marks WHERE draft_id = ${draftId}
    UNION ALL SELECT 'wave', key_id, '', hash, NULL FROM waves WHERE draft_id = ${draftId}
    UNION ALL SELECT 'said', number, letter_id, text, data_key FROM messages
      WHERE who = 'writer' AND text IS NOT NULL
      AND letter_id IN (SELECT id FROM letters WHERE draft_id = ${draftId})`,
  )
}

/** An alias of a draft, opened, and the letter that it belongs to. */
export type OpenAlias = Alias & { id: string; letterId: string }

/** A letter as the leak check knows it: by its own words, or by marks once these are gone. */
export type Known = {
  letterId: string
  language: string
  aliases: OpenAlias[]
  terms: Term[]
  isErased: boolean
  marks: { keyId: string; marks: Mark[] } | null
}

/** Opens what the check must know of a letter. Terms are empty, and marks are not, once it is erased. */
export async function knownOf(vault: Vault, letter: LetterRow, facts: Fact[]): Promise<Known> {
  const own = facts.filter(({ letterId }) => letterId === letter.id)
  const { language } = letter
  const [text, said, aliases] = await Promise.all([
    openLetter(vault, { ...letter, emailKey: null, email: null }),
    openMessages(vault, letter, own.filter(({ kind }) => kind === 'said').map(messageOf)),
    openAliases(vault, letter, own),
  ])
  const { question, letter: body, tried, differs, disguise } = text
  const words = [question, body, tried, differs, ...said.map((each) => each.text)]
  const texts = words.filter((each) => each !== null)
  const terms = termsOf({ texts, disguise: disguise ?? '', language })
  const marks = own.find(({ kind }) => kind === 'marks')
  const isErased = body === null
  return {
    ...{ letterId: letter.id, language, aliases, isErased },
    terms: [...termsOfAliases(aliases), ...terms],
    marks: isErased && marks ? { keyId: marks.id, marks: JSON.parse(marks.text) } : null,
  }
}

function messageOf({ id, letterId, text, extra }: Fact): MessageRow {
  const none = { kind: 'answer', writtenOn: '', settledOn: null, taps: null } as const
  return { ...none, letterId, number: Number(id), who: 'writer', text, dataKey: extra }
}

async function openAliases(vault: Vault, letter: LetterRow, facts: Fact[]): Promise<OpenAlias[]> {
  const { id: letterId, dataKey } = letter
  const place = { table: 'letters', row: letterId }
  const key = dataKey && (await openDataKey(vault, 'letter', dataKey, place))
  if (!key) return []
  const opened = facts
    .filter(({ kind }) => kind === 'alias')
    .map(async ({ id, text, extra }) => {
      const original = await unseal(key, text, aliasPlace(id))
      return original === null ? [] : [{ id, letterId, original, replacement: extra ?? '' }]
    })
  return (await Promise.all(opened)).flat()
}

/** Where an alias's sealed original stands. */
export function aliasPlace(row: string) {
  return { table: 'aliases', row, field: 'original' }
}
