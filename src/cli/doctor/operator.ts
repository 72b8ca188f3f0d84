import { statfs } from 'node:fs/promises'
import { readConfig } from '../../config.ts'
import { broken, counted, eye, type Finding, type Level, well } from '../../desk/health/finding.ts'
import { readSiteFile } from '../database.ts'
import { settingsHere, unkept } from '../settings-here.ts'
import { localSecrets } from '../site-keys.ts'
import { jsonIn, saidWrong, type Wrangler } from '../wrangler.ts'

/** What the free plan takes in a day (https://developers.cloudflare.com/d1/platform/pricing/). */
const FREE_ROWS = { read: 5_000_000, written: 100_000 }

/** Bytes that should be left on a disk on which a database lies. */
const ROOM = 200_000_000

/** Stands for a key that is not ours to see, so that the other settings can be read. */
const STAND_IN = Buffer.alloc(32).toString('base64')

/** Judges the settings as the site itself reads them, with the secrets that are set. */
export async function settingFindings(secrets: Secrets): Promise<Finding[]> {
  const site = await readSiteFile()
  const vars = secrets.isHere ? settingsHere(site.vars, localSecrets()) : site.vars
  const others = secrets.isHere ? [] : unkept(site)
  if (!secrets.names) {
    const todo = 'Log in with `npx wrangler login`, and deploy the site: `npm run deploy`.'
    return [
      broken('Secrets', `Cloudflare did not tell them: ${secrets.why}`, todo),
      judged(vars, others),
    ]
  }
  const missing = ['SITE_KEY'].filter((name) => !secrets.names?.includes(name))
  const ofSecrets =
    missing.length === 0
      ? well('Secrets', `Set: ${secrets.names.sort().join(', ')}.`)
      : broken('Secrets', `Missing: ${missing.join(', ')}.`, secrets.how)
  const values = Object.fromEntries(secrets.names.map((name) => [name, secrets.valueOf(name)]))
  return [ofSecrets, judged({ ...vars, ...values }, others)]
}

function judged(settings: Record<string, unknown>, others: string[]): Finding {
  const about = 'Settings'
  const todo = 'Put it right in wrangler.toml: the README lists all settings.'
  try {
    readConfig({ ...settings, SITE_KEY: settings.SITE_KEY ?? STAND_IN })
    if (others.length > 0) return broken(about, others.join(' '), todo)
    return well(about, 'Each can be read.')
  } catch (error) {
    const problems = (error as Error).message.split('\n- ').slice(1).join(' ')
    return broken(about, problems, todo)
  }
}

/** Which secrets a site has: names null where nobody can tell, and values as far as they can be seen. */
export type Secrets = {
  names: string[] | null
  why: string
  how: string
  valueOf: (name: string) => string
  /** Whether they are the local site's, which has some settings off. */
  isHere?: boolean
}

/** The local site's secrets, from its file. */
export function secretsHere(): Secrets {
  const secrets = localSecrets()
  return {
    names: Object.keys(secrets),
    why: '',
    how: 'Run `npm run dev` once: it makes one, in .dev.vars.',
    valueOf: (name) => secrets[name] ?? '',
    isHere: true,
  }
}

/** The names of the secrets that Cloudflare keeps; it shows nobody their values. */
export async function secretsAtCloudflare(wrangler: Wrangler): Promise<Secrets> {
  const ran = await wrangler(['secret', 'list', '--format', 'json'])
  const list = ran.status === 0 ? jsonIn<{ name: string }[]>(ran) : null
  return {
    names: list?.map(({ name }) => name) ?? null,
    why: saidWrong(ran),
    how: 'Set it: `openssl rand -base64 32 | npx wrangler secret put SITE_KEY`, and keep a copy.',
    valueOf: (name) => (name === 'SITE_KEY' ? STAND_IN : 'set'),
  }
}

type Info = { rows_written_24h?: number; rows_read_24h?: number }

/** Judges what the last day has used of the free plan, as Cloudflare counted it. */
export async function usageFindings(wrangler: Wrangler): Promise<Finding[]> {
  const { d1_databases } = await readSiteFile()
  const name = d1_databases.find(({ binding }) => binding === 'DB')?.database_name ?? ''
  const ran = await wrangler(['d1', 'info', name, '--json'])
  const info = ran.status === 0 ? jsonIn<Info>(ran) : null
  if (info?.rows_written_24h === undefined || info.rows_read_24h === undefined) {
    const todo = 'See Workers & Pages, D1, in Cloudflare’s dashboard.'
    return [eye('Rows a day', `Cloudflare did not tell: ${saidWrong(ran)}`, todo)]
  }
  return [
    used('Rows written', info.rows_written_24h, FREE_ROWS.written),
    used('Rows read', info.rows_read_24h, FREE_ROWS.read),
  ]
}

/** Judges a day's rows: at its limit the free plan refuses every further one until midnight, UTC. */
export function used(about: string, rows: number, most: number): Finding {
  const share = Math.round((rows / most) * 100)
  const says = `${counted(rows, 'row')} in the last day, ${share} % of the free plan’s.`
  const level: Level = share < 70 ? 'well' : share < 100 ? 'eye' : 'broken'
  const todo =
    'At the limit nothing is stored until midnight, UTC: the paid plan has no such limit.'
  return level === 'well' ? well(about, says) : { about, level, says, todo }
}

/** Judges the room on the disk of the local database. */
export async function diskFinding(dataDir: string): Promise<Finding> {
  const { bavail, bsize } = await statfs(dataDir)
  const says = `${counted(Math.round((bavail * bsize) / 1_000_000), 'MB', 'MB')} free at ${dataDir}.`
  if (bavail * bsize > ROOM) return well('Disk', says)
  return broken('Disk', says, 'Make room, or choose another folder with DATA_DIR.')
}
