import { and, desc, eq, getTableColumns, ne, sql } from 'drizzle-orm'
import {
  alikeLetters,
  type Db,
  type LetterRow,
  letters,
  likenesses,
  type Statement,
} from '../schema.ts'
import { likenessHashes, type Vault } from '../vault.ts'
import type { LetterForm } from './letter-form.ts'
import { ALIKE, bandsOf, type Gist, gistOf, likeness } from './likeness.ts'
import { openLetter } from './sealed.ts'

/** So many letters are opened to be compared with a new one, those first that share most marks. */
const COMPARED = 4
/** Of one mark so many letters are looked at: a flood of one letter must not make the next dearer. */
const OF_ONE_MARK = 20

/** What a new letter is compared by; its marks under each key of the ring, the newest first. */
export type Marked = { id: string; language: string; gist: Gist; marks: string[][] }

/** Prepares a new letter for being compared. */
export async function markedBy(vault: Vault, id: string, form: LetterForm): Promise<Marked> {
  const gist = gistOf(form, form.language)
  const marks = await likenessHashes(vault, bandsOf(gist))
  return { id, language: form.language, gist, marks }
}

/** Gives the statement that keeps a letter's marks under the newest key, if the letter is there. */
export function likenessKept(db: Db, { id, marks: [newest] }: Marked): Statement {
  return db.insert(likenesses).select(
    sql`SELECT ${letters.id}, value FROM ${letters}, json_each(${JSON.stringify(newest)})
      WHERE ${letters.id} = ${id}`,
  )
}

/** Gives the query for the open letters that share a mark with a new one, whatever key made it. */
export function perhapsAlike(db: Db, { id, language, marks }: Marked) {
  const near = sql`(SELECT found.value AS id, count(*) AS shared
    FROM json_each(${JSON.stringify(marks.flat())}) AS mark,
      json_each((SELECT json_group_array(letter_id) FROM (SELECT letter_id FROM likenesses
        WHERE likenesses.mark = mark.value LIMIT ${OF_ONE_MARK}))) AS found
    GROUP BY found.value) AS near`
  return db
    .select(getTableColumns(letters))
    .from(letters)
    .innerJoin(near, sql`near.id = ${letters.id}`)
    .where(
      and(
        ne(letters.id, id),
        eq(letters.language, language),
        sql`${letters.status} IN
          ('received', 'shortlisted', 'waiting', 'grouped', 'held', 'in_column')`,
      ),
    )
    .orderBy(desc(sql`near.shared`), letters.id)
    .limit(COMPARED)
}

/** Compares a new letter with others, whole with whole, and keeps which are alike. */
export async function keepAlike(
  db: Db,
  vault: Vault,
  { id, gist }: Marked,
  others: LetterRow[],
): Promise<void> {
  const compared = others.map(async (other) => {
    const { question, letter } = await openLetter(vault, { ...other, ...UNCOMPARED })
    if (question === null || letter === null) return []
    const percent = likeness(gist, gistOf({ question, letter }, other.language))
    return percent < ALIKE ? [] : [pairKept(db, id, other.id, percent)]
  })
  const [first, ...rest] = (await Promise.all(compared)).flat()
  if (first) await db.batch([first, ...rest])
}

/** What is not compared need not be opened. */
const UNCOMPARED = { tried: null, disguise: null, signoff: null, differs: null, email: null }

/** Both ways in one statement; nothing when the text of one of the two has been erased meanwhile. */
function pairKept(db: Db, id: string, other: string, percent: number): Statement {
  const areThere = sql`2 = (SELECT count(*) FROM letters
    WHERE id IN (${id}, ${other}) AND data_key IS NOT NULL)`
  return db
    .insert(alikeLetters)
    .select(
      sql`SELECT ${id}, ${other}, ${percent} WHERE ${areThere}
        UNION ALL SELECT ${other}, ${id}, ${percent} WHERE ${areThere}`,
    )
    .onConflictDoNothing()
}
