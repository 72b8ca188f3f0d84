import { once } from 'node:events'
import { createWriteStream, existsSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { asc, eq, getTableColumns, gt, inArray, isNotNull, sql } from 'drizzle-orm'
import { instant } from '../../dates.ts'
import { openNotes } from '../../desk/letter/note.ts'
import { OPERATOR } from '../../desk/team/owner.ts'
import { logged } from '../../desk-log.ts'
import { openMessages } from '../../letters/message.ts'
import { openLetter } from '../../letters/sealed.ts'
import { type Db, editors, type LetterRow, letters, messages, notes } from '../../schema.ts'
import type { Vault } from '../../vault.ts'
import { Mistake, print, progress } from '../command-line.ts'
import { openDatabase, readSiteFile } from '../database.ts'
import { siteVault, vaultOf } from '../site-keys.ts'
import { askUnseen } from './ask-unseen.ts'

/** Letters that are read and opened at a time. */
const PAGE = 50

/**
 * Writes every letter with its text, conversation and outcome into a new file that only its owner may
 * read. The desk log says so before the first letter is opened. What was erased is not there to be
 * written, and addresses stay behind: they were given to this site, for nudges.
 */
export async function exportLetters(file: string, { remote }: { remote: boolean }): Promise<void> {
  if (existsSync(file)) throw new Mistake(`There is a file ${file} already. Choose another name.`)
  const vault = (await siteVault(remote)) ?? (await vaultOf(await askUnseen('SITE_KEY: ')))
  if (!vault) throw new Mistake(NO_KEY)
  const { db, close } = await openDatabase({ remote })
  try {
    const all = await db.$count(letters)
    await insistOnKey(db, vault)
    await logged(db, {
      verb: 'export-letters',
      reason: `${all} letters`,
      by: OPERATOR,
      now: new Date(),
    })
    const locked = await write(db, vault, { file, all })
    print(
      `${all} letters are in ${file}. Anybody who has the file can read them: keep it locked up, and delete it when it has served.`,
    )
    if (locked > 0) {
      print(
        `${locked} could not be opened with this SITE_KEY: put the key that sealed them back into the ring.`,
      )
    }
  } finally {
    await close()
  }
}

const NO_KEY = `The letters are sealed, and there is no key. Put the ring into the environment, as SITE_KEY=new,old,
or type it when you are asked; of the site on this computer it is in .dev.vars.`

/** Told by the keys' ids, before anything is opened: a wrong ring is to leave no entry in the log. */
async function insistOnKey(db: Db, vault: Vault): Promise<void> {
  const sealedBy = await db
    .selectDistinct({ id: sql<string>`substr(${letters.dataKey}, 4, 8)` })
    .from(letters)
    .where(isNotNull(letters.dataKey))
  const isHeld = sealedBy.some(({ id }) => vault.ring.some((key) => key.id === id))
  if (sealedBy.length > 0 && !isHeld) {
    throw new Mistake('This SITE_KEY opens none of the letters. Nothing was read.')
  }
}

async function write(
  db: Db,
  vault: Vault,
  { file, all }: { file: string; all: number },
): Promise<number> {
  const output = createWriteStream(file, { mode: 0o600, flags: 'wx' })
  const put = async (text: string) => {
    if (!output.write(text)) await once(output, 'drain')
  }
  let done = 0
  let locked = 0
  try {
    const { name: site } = await readSiteFile()
    const head = { format: 'sincerely letters', version: 1, exportedAt: instant(new Date()), site }
    await put(`${JSON.stringify(head, null, 2).slice(0, -2)},\n  "letters": [`)
    for await (const page of pages(db)) {
      for (const letter of await opened(db, vault, page)) {
        const text = JSON.stringify(letter, null, 2).replaceAll('\n', '\n    ')
        await put(`${done === 0 ? '' : ','}\n    ${text}`)
        done += 1
        if (letter.isLocked) locked += 1
      }
      if (done < all) progress(done, all, 'letters')
    }
    await put('\n  ]\n}\n')
    await once(output.end(), 'finish')
  } catch (error) {
    output.destroy()
    await rm(file, { force: true })
    throw error
  }
  progress(done, done, 'letters')
  return locked
}

async function* pages(db: Db): AsyncGenerator<LetterRow[]> {
  for (let after = ''; ; ) {
    const page = await db
      .select()
      .from(letters)
      .where(gt(letters.id, after))
      .orderBy(asc(letters.id))
      .limit(PAGE)
    if (page.length > 0) yield page
    if (page.length < PAGE) return
    after = page.at(-1)?.id ?? ''
  }
}

/** Gives letters as they are written: what is known of each, and then its words. */
async function opened(db: Db, vault: Vault, page: LetterRow[]) {
  const ids = page.map(({ id }) => id)
  const [said, noted] = await db.batch([
    db.select().from(messages).where(inArray(messages.letterId, ids)),
    db
      .select({
        ...getTableColumns(notes),
        by: sql<string>`coalesce(${editors.name}, ${notes.by})`,
      })
      .from(notes)
      .leftJoin(editors, eq(editors.id, notes.by))
      .where(inArray(notes.letterId, ids))
      .orderBy(notes.letterId, notes.number),
  ])
  return Promise.all(
    page.map(async (row) => {
      const { email: _, ...words } = await openLetter(vault, row)
      const own = ({ letterId }: { letterId: string }) => letterId === row.id
      const conversation = await openMessages(vault, row, said.filter(own))
      const aside = await openNotes(vault, row, noted.filter(own))
      return {
        id: row.id,
        status: row.status,
        reason: row.reason,
        answeredAt: row.answerPath,
        leadLetter: row.leadId,
        receivedOn: row.receivedOn,
        changedOn: row.changedOn,
        settledOn: row.settledOn,
        consent: row.consent,
        language: row.language,
        topic: row.topic,
        standing: row.standing,
        country: row.country,
        neededBy: row.neededBy,
        followUpMonths: row.followUp,
        isErased: row.dataKey === null,
        isLocked: row.dataKey !== null && words.letter === null,
        ...words,
        conversation: conversation.map(({ who, kind, writtenOn, text, taps }) => {
          return { who, kind, writtenOn, text, taps }
        }),
        notes: aside.map(({ by, writtenOn, text }) => ({ by, writtenOn, text })),
      }
    }),
  )
}
