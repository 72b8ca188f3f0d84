import { type Bytes, decodeBase64 } from './bytes.ts'
import { copies, type Language } from './ui/copy/index.ts'
import { isZone } from './zone.ts'

/** Settings as the operator writes them: vars and secrets, not yet checked. */
export type Settings = Record<string, unknown>

export type Config = {
  name: Record<Language, string>
  description: Record<Language, string>
  columnist: Record<Language, string>
  /** The site's own address without a final slash; null: the address each request came to. */
  url: string | null
  /** English first, then the others in the operator's order. */
  languages: Language[]
  timeZone: string
  /** How many hours a writer has to answer who is shown the edited letter before it is printed. */
  showFirstHours: number
  /** Whether somebody else has to approve a version before it may be published. */
  secondReader: 'required' | 'optional'
  /** The only hostname that serves the desk; null: every hostname of the site. */
  deskHost: string | null
  /** Cloudflare Access in front of the desk: whose it is, and its application; null: there is none. */
  access: { team: string; audience: string } | null
  /** The sender of nudges; null: none are sent, and nobody is asked for an address. */
  mailFrom: string | null
  /** Where “Exit this page” leads. */
  exitUrl: string
  /** How many letters and looks at a ticket one network has in an hour. */
  hourly: { letters: number; tickets: number }
  /** Cloudflare's check for people; null: off. */
  turnstile: { siteKey: string; secret: string } | null
  siteKeys: Bytes[]
}

/**
 * Reads and checks every setting. Throws one error that lists all that is wrong and what to write,
 * so that a site with a missing secret does not start.
 */
export function readConfig(settings: Settings): Config {
  const problems: string[] = []
  const problem = (text: string) => {
    problems.push(text)
    return null
  }
  const languages = readLanguages(settings.LANGUAGES, problem)
  const config = {
    name: perLanguage(settings, 'SITE_NAME', languages, problem),
    description: perLanguage(settings, 'SITE_DESCRIPTION', languages, problem),
    columnist: perLanguage(settings, 'COLUMNIST', languages, problem),
    url: readUrl(settings.SITE_URL, problem),
    languages,
    timeZone: readTimeZone(settings.TIME_ZONE, problem),
    showFirstHours: readCount(settings, 'SHOW_FIRST_HOURS', 72, problem),
    secondReader: readSecondReader(settings.SECOND_READER, problem),
    deskHost: readDeskHost(settings, problem),
    access: readAccess(settings, problem),
    mailFrom: readMailFrom(settings.MAIL_FROM, problem),
    exitUrl: readExitUrl(settings.EXIT_URL, problem),
    hourly: {
      letters: readCount(settings, 'LETTERS_PER_HOUR', 5, problem),
      tickets: readCount(settings, 'TICKETS_PER_HOUR', 60, problem),
    },
    turnstile: readTurnstile(settings, problem),
    siteKeys: readSiteKeys(settings.SITE_KEY, problem),
  }
  if (problems.length > 0) throw new Error(`Sincerely cannot start:\n- ${problems.join('\n- ')}`)
  return config
}

type Report = (text: string) => null

function text(value: unknown): string | null {
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : null
}

function readLanguages(value: unknown, problem: Report): Language[] {
  const named = (text(value) ?? '').split(/[\s,]+/).filter((part) => part !== '')
  const known = named.filter((part): part is Language => Object.hasOwn(copies, part))
  for (const part of named) {
    if (!Object.hasOwn(copies, part)) {
      problem(`LANGUAGES names “${part}”, which has no copy file. Write one of: ${all()}.`)
    }
  }
  if (!known.includes('en')) problem('LANGUAGES must name “en”: English is served at “/”.')
  return ['en', ...new Set(known.filter((language) => language !== 'en'))]
}

function all(): string {
  return Object.keys(copies).join(', ')
}

function perLanguage(
  settings: Settings,
  key: string,
  languages: Language[],
  problem: Report,
): Record<Language, string> {
  const value = settings[key]
  const table = (typeof value === 'object' && value ? value : {}) as Record<string, unknown>
  const texts = Object.fromEntries(
    languages.map((language) => [language, text(value) ?? text(table[language])]),
  )
  const missing = languages.filter((language) => !texts[language])
  if (missing.length > 0) problem(`${key} has no text for: ${missing.join(', ')}.`)
  return texts as Record<Language, string>
}

function readUrl(value: unknown, problem: Report): string | null {
  const written = text(value)
  if (!written) return null
  const url = URL.parse(written)
  const isBare = url?.pathname === '/' && url.search === '' && url.hash === ''
  if (!url || !/^https?:$/.test(url.protocol) || !isBare) {
    return problem(
      'SITE_URL is not an address. Write it like https://example.com, or leave it out.',
    )
  }
  return url.origin
}

/** A host of its own leads readers back to the site, so that the site's address must be known. */
function readDeskHost({ DESK_HOST, SITE_URL }: Settings, problem: Report): string | null {
  const written = text(DESK_HOST)?.toLowerCase()
  if (!written) return null
  if (URL.parse(`https://${written}`)?.host !== written) {
    return problem('DESK_HOST is not a hostname. Write it like desk.example.com, or leave it out.')
  }
  if (!text(SITE_URL)) return problem('DESK_HOST needs SITE_URL, where readers are led from it.')
  return written
}

function readAccess(settings: Settings, problem: Report): Config['access'] {
  const team = text(settings.ACCESS_TEAM)?.toLowerCase()
  const audience = text(settings.ACCESS_AUDIENCE)?.toLowerCase()
  if (!team && !audience) return null
  if (!team || !/^[a-z0-9-]+\.cloudflareaccess\.com$/.test(team)) {
    return problem('ACCESS_TEAM is not a team’s domain. Write it like you.cloudflareaccess.com.')
  }
  if (!audience || !/^[0-9a-f]{64}$/.test(audience)) {
    return problem(
      'ACCESS_AUDIENCE is not the Application Audience (AUD) tag: 64 letters a to f and digits.',
    )
  }
  return { team, audience }
}

function readSecondReader(value: unknown, problem: Report): Config['secondReader'] {
  const written = text(value) ?? 'optional'
  if (written === 'required' || written === 'optional') return written
  problem('SECOND_READER is neither “required” nor “optional”. Write one, or leave it out.')
  return 'required'
}

function readMailFrom(value: unknown, problem: Report): string | null {
  const written = text(value)
  if (!written || /^[^\s@<>]+@[^\s@<>]+\.[^\s@<>]+$/.test(written)) return written
  return problem(
    'MAIL_FROM is not an e-mail address. Write it like desk@example.com, or leave it out.',
  )
}

function readExitUrl(value: unknown, problem: Report): string {
  const written = text(value) ?? 'https://www.bbc.co.uk/weather'
  if (URL.parse(written)?.protocol !== 'https:') {
    problem(
      'EXIT_URL is not an address. Write it like https://example.com/weather, or leave it out.',
    )
  }
  return written
}

function readCount(settings: Settings, key: string, usual: number, problem: Report): number {
  const value = settings[key] ?? ''
  const count = value === '' ? usual : Number(value)
  if (Number.isInteger(count) && count >= 1 && count <= 1_000_000) return count
  problem(`${key} is not a number from 1 to 1000000. Write one, or leave it out: ${usual}.`)
  return usual
}

function readTurnstile(settings: Settings, problem: Report): Config['turnstile'] {
  const siteKey = text(settings.TURNSTILE_SITE_KEY)
  const secret = text(settings.TURNSTILE_SECRET)
  if (siteKey && secret) return { siteKey, secret }
  if (!siteKey && !secret) return null
  return problem('TURNSTILE_SITE_KEY and TURNSTILE_SECRET belong together: set both, or neither.')
}

function readTimeZone(value: unknown, problem: Report): string {
  const zone = text(value) ?? 'UTC'
  // Each isolate that starts asks this first: to make a format only to know takes five times as long.
  if (isZone(zone)) return zone
  try {
    return new Intl.DateTimeFormat('en', { timeZone: zone }).resolvedOptions().timeZone
  } catch {
    problem(`TIME_ZONE “${zone}” is not a time zone. Write one like Europe/London.`)
    return 'UTC'
  }
}

function readSiteKeys(value: unknown, problem: Report): Bytes[] {
  const parts = (text(value) ?? '').split(/[\s,]+/).filter((part) => part !== '')
  if (parts.length === 0) {
    problem('SITE_KEY is missing. Make one with `openssl rand -base64 32` and set it as a secret.')
  }
  return parts.flatMap((part, index) => {
    const bytes = decodeBase64(part)
    if (bytes?.length === 32) return [bytes]
    problem(
      `Key ${index + 1} of SITE_KEY is not 32 bytes in base64. See \`openssl rand -base64 32\`.`,
    )
    return []
  })
}
