import { broken, counted, eye, type Finding, well } from './finding.ts'
import { COUNTED, type Vitals } from './vitals.ts'

/** What the software itself knows of how it should be. */
export type Expected = {
  /** The names of the migrations that this version needs. */
  migrations: string[]
  sendsMail: boolean
  /** Whether SITE_URL is set; null for a site on somebody's own computer, which needs none. */
  hasAddress: boolean | null
}

/** Bytes that a database of the free plan holds (https://developers.cloudflare.com/d1/platform/limits/). */
export const FREE_BYTES = 500_000_000

/** Judges the site by its vitals: what the desk's page and the command line both tell. Asks nothing. */
export function quickFindings(vitals: Vitals, expected: Expected): Finding[] {
  return [
    ofMigrations(vitals, expected),
    ofClock(vitals),
    ofDrafts(vitals),
    ofPurges(vitals),
    ofNudges(vitals, expected),
    ofErasures(vitals),
    ofLog(vitals),
    ofOwners(vitals),
    ofIndex(vitals),
    ofAddress(expected),
    ofSize(vitals),
  ]
}

function ofMigrations({ applied }: Vitals, { migrations }: Expected): Finding {
  const about = 'Migrations'
  if (!applied) {
    return eye(about, 'The database does not say which it has been through.', MIGRATE)
  }
  const missing = migrations.filter((name) => !applied.includes(name))
  const newer = applied.filter((name) => !migrations.includes(name))
  if (missing.length > 0) return broken(about, `Missing: ${missing.join(', ')}.`, MIGRATE)
  if (newer.length > 0) {
    const says = `The database is ahead of this version by ${newer.join(', ')}.`
    return eye(about, says, 'Expected after a rollback or during a deploy; else deploy again.')
  }
  return well(about, `All ${migrations.length} are applied.`)
}

const MIGRATE = 'Run `npm run deploy`; on your own computer, `npm run dev`.'

function ofClock({ clock: { state, ranAt } }: Vitals): Finding {
  const about = 'Clock'
  const last = ranAt ? `It last ran at ${ranAt}.` : 'It has not run yet.'
  const restart =
    'See the Worker’s triggers in Cloudflare’s dashboard, and set them again: `npm run deploy`. On your own computer it runs while `npm run dev` does.'
  if (state === 'well') return well(about, last)
  if (state === 'failing') {
    const says = `${last} Some of its tasks failed.`
    return eye(about, says, 'It tries again each minute. If it stays: `npx wrangler tail`.')
  }
  return broken(about, last, restart)
}

function ofDrafts({ drafts: { overdue, refused } }: Vitals): Finding {
  const about = 'Due drafts'
  if (overdue === 0) return well(about, 'None is overdue.')
  const says = `${some(overdue, 'draft')} should have run; ${refused} failed at a gate or on the way.`
  return eye(
    about,
    says,
    'See why in the queue at the desk; each page there tries one of the rest.',
  )
}

function ofPurges({ purges: { owed, failed, oldest } }: Vitals): Finding {
  const about = 'Purges'
  if (failed > 0) {
    const says = `Cloudflare has refused ${some(failed, 'purge')}; the next try is at ${oldest}.`
    return eye(
      about,
      says,
      'They are tried again each minute. If that goes on, see Cloudflare’s status page: a purge in the dashboard does not reach them.',
    )
  }
  return well(
    about,
    owed === 0 ? 'None is owed.' : `${some(owed, 'purge')} owed to the next minute.`,
  )
}

function ofNudges({ nudges: { dead, late } }: Vitals, { sendsMail }: Expected): Finding {
  const about = 'Nudges'
  if (!sendsMail) return well(about, 'No mail is sent: MAIL_FROM is empty.')
  if (late > 0) {
    const says = `${some(late, 'nudge')} owed for more than a day.`
    return eye(
      about,
      says,
      'The clock sends five a minute. See it, and Email Routing for MAIL_FROM.',
    )
  }
  if (dead > 0) {
    const says = `${some(dead, 'nudge')} reached nobody.`
    return eye(
      about,
      says,
      'The queue at the desk lists them. Many: see Email Routing for MAIL_FROM.',
    )
  }
  return well(about, 'All that were due are sent.')
}

function ofErasures({ overdueErasures }: Vitals): Finding {
  const about = 'Erasing'
  if (overdueErasures === 0) return well(about, 'No letter is kept beyond its day.')
  const says = `${some(overdueErasures, 'letter')} should have been erased two days ago or more.`
  return broken(about, says, 'The clock erases: see what keeps it with `npx wrangler tail`.')
}

function ofLog({ log: { unsealed, isLate } }: Vitals): Finding {
  const about = 'Desk log'
  if (!isLate) return well(about, 'What is older than five minutes is sealed.')
  const says = `${some(unsealed, 'entry', 'entries')} not sealed for more than five minutes.`
  return eye(about, says, 'The clock seals, and so does each form sent at the desk: see the clock.')
}

function ofOwners({ desk: { owners, secured } }: Vitals): Finding {
  const about = 'Owners'
  if (owners === 0) {
    return eye(about, 'Nobody owns the desk yet.', 'Invite: `npm run editor -- invite --owner`.')
  }
  if (secured === 0) {
    const says = 'No owner has a passkey or a recovery code.'
    return eye(about, says, 'Add a passkey on the team page, before the session ends.')
  }
  return well(about, `${counted(owners, 'owner')}, ${secured} with a passkey or recovery codes.`)
}

function ofIndex({ underived }: Vitals): Finding {
  const about = 'What readers find by'
  if (underived === 0) return well(about, 'Every column is indexed by this version’s rules.')
  const says = `${some(underived, 'column')} indexed by older rules.`
  return eye(
    about,
    says,
    'The clock renews one in ten minutes; `npm run content -- push` all at once.',
  )
}

function ofAddress({ hasAddress }: Expected): Finding {
  const about = 'Address'
  if (hasAddress === null) return well(about, 'On this computer it needs none.')
  if (hasAddress) return well(about, 'SITE_URL is set.')
  const says = 'SITE_URL is empty: feeds and canonical links name whichever address was asked.'
  return eye(about, says, 'Set it in wrangler.toml once the site has its address.')
}

function ofSize({ bytes }: Vitals): Finding {
  const about = 'Database'
  if (bytes === null) return well(about, 'Its size is not told here.')
  const share = Math.round((bytes / FREE_BYTES) * 100)
  const says = `${(bytes / 1_000_000).toFixed(1)} MB, ${share} % of the free plan’s 500 MB.`
  if (share < 70) return well(about, says)
  const todo = 'Versions of drafts take most. Back up, and move to a plan with more room.'
  return share < 95 ? eye(about, says, todo) : broken(about, says, todo)
}

/** Says a number that was counted up to a bound. */
function some(count: number, one: string, many?: string): string {
  return count < COUNTED ? counted(count, one, many) : `${counted(count, one, many)} or more`
}
