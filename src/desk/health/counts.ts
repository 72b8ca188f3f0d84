import { type SQL, sql } from 'drizzle-orm'
import {
  aliases,
  alikeLetters,
  claims,
  type Db,
  letterMarks,
  likenesses,
  mentions,
  messages,
  notes,
  nudges,
  showings,
  undos,
} from '../../schema.ts'
import { broken, counted, eye, type Finding, well } from './finding.ts'

/** A thing that must not be: a query of whatever is so, by its id, and what to do about it. */
type Rule = { says: string; among: SQL; todo: string; level?: typeof broken }

/** Tables that speak of a letter. */
const OF_LETTERS = {
  ...{ messages, notes, mentions, aliases, letterMarks, claims, undos },
  ...{ likenesses, alikeLetters, nudges, showings },
}

const REPAIR = 'Run `npm run doctor -- --repair`.'
const REDIRECT =
  'Publish what they lead to, or change the lines in redirects.yaml, and push it: until then they are not found.'
const RESTORE =
  'Software alone does not do this: compare with a backup, or go back with D1’s Time Travel.'

/**
 * Looks through whole tables for what belongs to nothing, and for counts that are wrong: for the command
 * line alone, as it reads every row. Each rule is a query of its own, so that one that fails is told.
 */
export async function deepFindings(db: Db): Promise<Finding[]> {
  const findings: Finding[] = []
  for (const [about, rules] of Object.entries(RULES)) {
    const faults = (await Promise.all(rules.map((rule) => faultOf(db, about, rule)))).flat()
    findings.push(...(faults.length > 0 ? faults : [well(about, `${rules.length} rules hold.`)]))
  }
  return [...findings, ...(await soundness(db))]
}

async function faultOf(
  db: Db,
  about: string,
  { says, among, todo, level = broken }: Rule,
): Promise<Finding[]> {
  const [found] = await db.all<{ count: number; id: string | number }>(
    sql`SELECT count(*) AS count, min(id) AS id FROM (${among})`,
  )
  if (!found || found.count === 0) return []
  return [level(about, `${counted(found.count, 'row')}: ${says}, like ${found.id}.`, todo)]
}

const RULES: Record<string, Rule[]> = {
  'Search index': [
    {
      says: 'exchanges that no search finds',
      among: sql`SELECT column_id AS id FROM exchanges WHERE id NOT IN (SELECT rowid FROM columns_fts)`,
      todo: REPAIR,
    },
    {
      says: 'rows of the search for no exchange',
      among: sql`SELECT rowid AS id FROM columns_fts WHERE rowid NOT IN (SELECT id FROM exchanges)`,
      todo: REPAIR,
    },
    {
      says: 'exchanges whose printed words a search cannot show',
      among: sql`SELECT column_id AS id FROM exchanges
        WHERE id NOT IN (SELECT exchange_id FROM exchange_texts)`,
      todo: REPAIR,
    },
  ],
  Counts: [
    {
      says: 'topics whose columns are counted wrong',
      among: sql`SELECT slug AS id FROM topics WHERE columns <> (SELECT count(*) FROM column_topics
        WHERE topic = slug AND column_topics.language = topics.language)`,
      todo: REPAIR,
    },
    {
      says: 'topics whose scripts are counted wrong',
      among: sql`SELECT slug AS id FROM topics WHERE scripts <> (SELECT count(*) FROM scripts
        WHERE topic = slug AND scripts.language = topics.language)`,
      todo: REPAIR,
    },
    {
      says: 'months whose columns are counted wrong',
      among: sql`SELECT month AS id FROM (
        SELECT language, month, columns FROM months UNION ALL
        SELECT language, substr(published_at, 1, 7), -count(*) FROM columns GROUP BY 1, 2)
        GROUP BY language, month HAVING sum(columns) <> 0`,
      todo: REPAIR,
    },
  ],
  'Live columns': [
    {
      says: 'columns without an exchange',
      among: sql`SELECT id FROM columns WHERE id NOT IN (SELECT column_id FROM exchanges)`,
      todo: REPAIR,
    },
    {
      says: 'exchanges, scripts or topics of no column',
      among: sql`SELECT column_id AS id FROM (SELECT column_id FROM exchanges UNION ALL
        SELECT column_id FROM scripts UNION ALL SELECT column_id FROM column_topics)
        WHERE column_id NOT IN (SELECT id FROM columns)`,
      todo: RESTORE,
    },
    {
      says: 'columns that offer to read next what is not live',
      among: sql`SELECT id FROM columns WHERE EXISTS (SELECT 1 FROM json_each(related)
        WHERE value NOT IN (SELECT other.id FROM columns AS other))`,
      todo: REPAIR,
    },
    {
      says: 'old addresses that lead to no column',
      among: sql`SELECT slug AS id FROM redirects
        WHERE column_id IS NOT NULL AND column_id NOT IN (SELECT id FROM columns)`,
      todo: RESTORE,
    },
    {
      says: 'merged topics that lead to another merged one',
      among: sql`SELECT slug AS id FROM merged_topics
        WHERE target IN (SELECT slug FROM merged_topics)`,
      todo: RESTORE,
    },
    {
      says: 'drafts that say they are live, of no column',
      among: sql`SELECT id FROM drafts WHERE status = 'live' AND id NOT IN (SELECT id FROM columns)`,
      todo: RESTORE,
    },
  ],
  'Old addresses': [
    {
      says: 'addresses of an older site that lead to no column',
      among: sql`SELECT path AS id FROM old_addresses WHERE slug NOT IN
        (SELECT columns.slug FROM columns UNION ALL SELECT redirects.slug FROM redirects)`,
      todo: REDIRECT,
      level: eye,
    },
    {
      says: 'addresses of an older site that lead to a topic without columns',
      among: sql`SELECT path AS id FROM (SELECT path, replace(substr(target,
          instr(target, '/topics/') + 8), '/feed.xml', '') AS topic
          FROM old_addresses WHERE instr(target, '/topics/') > 0)
        WHERE topic NOT IN (SELECT slug FROM topics WHERE columns > 0
          UNION ALL SELECT slug FROM merged_topics)`,
      todo: REDIRECT,
      level: eye,
    },
  ],
  Drafts: [
    {
      says: 'drafts without their version',
      among: sql`SELECT id FROM drafts WHERE NOT EXISTS (SELECT 1 FROM draft_versions
        WHERE draft_id = drafts.id AND draft_versions.version = drafts.version)`,
      todo: 'Open the draft at the desk and save it: that makes a version.',
    },
    {
      says: 'texts of drafts that are gone',
      among: sql`SELECT draft_id AS id FROM draft_versions
        WHERE document <> '' AND draft_id NOT IN (SELECT id FROM drafts)`,
      todo: RESTORE,
    },
  ],
  Letters: [
    {
      says: 'letters that no ticket finds',
      among: sql`SELECT id FROM letters WHERE ticket_hash = ''`,
      todo: RESTORE,
    },
    {
      says: 'letters that wait for an answer and have lost their key',
      among: sql`SELECT id FROM letters WHERE data_key IS NULL AND status IN
        ('received', 'shortlisted', 'waiting', 'grouped', 'held', 'in_column')`,
      todo: RESTORE,
    },
    {
      says: 'letters that are erased and still have text or a key',
      among: sql`SELECT id FROM letters WHERE status = 'erased'
        AND coalesce(data_key, email_key, letter, question, email) IS NOT NULL`,
      todo: RESTORE,
    },
    {
      says: 'letters being answered in a draft that is not there',
      among: sql`SELECT id FROM letters WHERE status = 'in_column'
        AND (draft_id IS NULL OR draft_id NOT IN (SELECT id FROM drafts))`,
      todo: RESTORE,
    },
    {
      says: 'letters that follow a lead which is not there',
      among: sql`SELECT id FROM letters WHERE status = 'grouped'
        AND (lead_id IS NULL OR lead_id NOT IN (SELECT other.id FROM letters AS other))`,
      todo: RESTORE,
    },
    ...Object.values(OF_LETTERS).map((table) => ({
      says: 'things said or noted of a letter that is not there',
      among: sql`SELECT letter_id AS id FROM ${table}
        WHERE letter_id NOT IN (SELECT other.id FROM letters AS other)`,
      todo: RESTORE,
    })),
  ],
}

/** What SQLite itself says of its file and of the two full-text indexes. */
async function soundness(db: Db): Promise<Finding[]> {
  const about = 'Database file'
  const checks = [
    sql`INSERT INTO columns_fts (columns_fts) VALUES ('integrity-check')`,
    sql`INSERT INTO scripts_fts (scripts_fts, rank) VALUES ('integrity-check', 1)`,
  ]
  try {
    for (const check of checks) await db.run(check)
  } catch (error) {
    return [broken(about, `A full-text index is damaged: ${reasonOf(error)}.`, RESTORE)]
  }
  const strays = await db.all<{ table: string }>(sql`PRAGMA foreign_key_check`)
  const [first] = await db.all<Record<string, string>>(sql`PRAGMA quick_check(1)`)
  const said = String(Object.values(first ?? {})[0])
  if (said !== 'ok') return [broken(about, `SQLite says: ${said}.`, RESTORE)]
  if (strays.length === 0) return [well(about, 'SQLite finds nothing wrong.')]
  const tables = [...new Set(strays.map(({ table }) => table))].join(', ')
  return [eye(about, `${counted(strays.length, 'row')} of nobody, in ${tables}.`, RESTORE)]
}

function reasonOf(error: unknown): string {
  const { message, cause } = error as Error
  return String((cause as Error | undefined)?.message ?? message)
}
