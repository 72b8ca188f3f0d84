import { setTimeout as sleep } from 'node:timers/promises'
import { compareDerived } from '../../desk/health/against-manuscripts.ts'
import { deepFindings } from '../../desk/health/counts.ts'
import { broken, counted, type Finding, LEVELS, well, worstOf } from '../../desk/health/finding.ts'
import { keyFinding } from '../../desk/health/keys.ts'
import { quickFindings } from '../../desk/health/quick.ts'
import { repair } from '../../desk/health/repair.ts'
import { readVitals } from '../../desk/health/vitals.ts'
import type { Db } from '../../schema.ts'
import { explain, Mistake, readArguments } from '../command-line.ts'
import { migrationNames, openDatabase, readSiteFile } from '../database.ts'
import { settingsHere } from '../settings-here.ts'
import type { Shell } from '../shell.ts'
import { localSecrets, siteVault } from '../site-keys.ts'
import { wrangler } from '../wrangler.ts'
import {
  diskFinding,
  secretsAtCloudflare,
  secretsHere,
  settingFindings,
  usageFindings,
} from './operator.ts'

const HELP = `How the site is: settings, secrets, migrations, the clock, what is owed or overdue, the search
against the columns, what belongs to nothing, and the room that is left. Each finding says what to do.

  npm run doctor

  --remote   the site at Cloudflare, not the one on this computer (SITE_KEY in the environment: also
             whether it opens every letter)
  --repair   first makes anew what is derived from the columns and is not as it should be
  --json     {"worst", "findings": [{"about", "level", "says", "todo"}]}, for programs
  --help     this text

Exit status: 0 all is well, 1 something needs an eye, 2 something is broken, or could not be looked at.
`

/** What was asked, and from where. */
type Asked = { remote: boolean; json: boolean; shell: Shell }

/** Tells how the site is: `npm run doctor`. Gives 0 when all is well, 1 for an eye, 2 for broken. */
export async function doctor(words: string[], shell: Shell): Promise<number> {
  const flag = { type: 'boolean', default: false } as const
  const flags = { remote: flag, repair: flag, json: flag, help: flag }
  const { positionals, values } = readArguments(HELP, flags, words)
  if (values.help) {
    shell.print(HELP)
    return 0
  }
  if (positionals.length > 0) throw new Mistake(`There is no “${positionals[0]}”.\n\n${HELP}`)
  const asked = { ...values, shell }
  if (values.repair) await repairSite(asked)
  const findings = [...(await outside(asked)), ...(await inside(asked))]
  shell.print(values.json ? asJson(findings) : asText(findings))
  return worstOf(findings)
}

/** What stands around the database: settings, secrets, the disk or the plan. */
async function outside({ remote, shell }: Asked): Promise<Finding[]> {
  const secrets = remote ? await secretsAtCloudflare(wrangler) : secretsHere()
  const room = remote
    ? () => usageFindings(wrangler)
    : async () => [await diskFinding(shell.dataDir)]
  return [...(await settingFindings(secrets)), ...(await tried('Room', room))]
}

/** What stands in the database. */
async function inside(asked: Asked): Promise<Finding[]> {
  return tried('Database', () => untilFree(() => withDatabase(asked, (db) => examined(db, asked))))
}

/** The running site writes the same file: a look that finds it locked is taken again. */
async function untilFree<Seen>(look: () => Promise<Seen>): Promise<Seen> {
  for (let left = 5; ; left -= 1) {
    try {
      return await look()
    } catch (error) {
      if (left === 0 || !/locked|session commit token/.test(explain(error))) throw error
    }
    await sleep(1_000)
  }
}

async function examined(db: Db, asked: Asked): Promise<Finding[]> {
  const { remote, shell } = asked
  const vault = await siteVault(remote, shell.siteKey)
  const site = await readSiteFile()
  const vars = remote ? site.vars : settingsHere(site.vars, localSecrets())
  const quick = quickFindings(await readVitals(db, new Date()), {
    migrations: await migrationNames(),
    sendsMail: !!vars.MAIL_FROM,
    hasAddress: remote ? !!vars.SITE_URL : null,
  })
  return [
    ...quick,
    ...(await deepFindings(db)),
    await keyFinding(db, vault),
    await comparison(db, asked),
  ]
}

/** Each column against its manuscript, which takes longest: on a terminal it shows how far it is. */
async function comparison(db: Db, { json, shell }: Asked): Promise<Finding> {
  const about = 'Columns against their manuscripts'
  let [all, differing]: [number, string[]] = [0, []]
  for await (const told of compareDerived(db)) {
    if (!json && shell.isWatched) shell.progress(told.seen, told.all, 'columns compared')
    all = told.all
    differing = told.differing
  }
  if (differing.length === 0) return well(about, `${counted(all, 'column')} found as printed.`)
  const says = `${differing.length} of ${all} are not found as they are printed, like ${differing[0]}.`
  return broken(about, says, 'Run `npm run doctor -- --repair`.')
}

async function repairSite(asked: Asked): Promise<void> {
  const report = (done: number, all: number) => {
    if (!asked.json) asked.shell.progress(done, all, 'columns derived anew')
  }
  await withDatabase(asked, (db) => repair(db, new Date(), report))
}

async function withDatabase<Done>(
  { remote, shell: { dataDir } }: Asked,
  act: (db: Db) => Promise<Done>,
): Promise<Done> {
  const { db, close } = await openDatabase({ remote, dataDir })
  try {
    return await act(db)
  } finally {
    await close()
  }
}

/** What cannot be looked at is a finding too: the rest is looked at all the same. */
async function tried(about: string, look: () => Promise<Finding[]>): Promise<Finding[]> {
  try {
    return await look()
  } catch (error) {
    return [broken(about, explain(error), 'Put this right first: it could not be looked at.')]
  }
}

const MARKS = { well: 'well  ', eye: 'eye   ', broken: 'BROKEN' }

function asText(findings: Finding[]): string {
  const lines = findings.flatMap(({ about, level, says, todo }) => [
    `${MARKS[level]}  ${about}: ${says}`,
    ...(todo ? [`        → ${todo}`] : []),
  ])
  const verdict = ['All is well.', 'Something needs an eye.', 'Something is broken.']
  return [...lines, '', verdict[worstOf(findings)]].join('\n')
}

function asJson(findings: Finding[]): string {
  return JSON.stringify({ worst: LEVELS[worstOf(findings)], findings }, null, 2)
}
