import { describe, expect, test } from 'vitest'
import { readConfig } from '../src/config.ts'

const KEY = btoa('thirty-two bytes, as they have to')
const KEYS = [btoa('k'.repeat(32)), btoa('o'.repeat(32))]

const TEAM = 'you.cloudflareaccess.com'

const SITE = {
  SITE_NAME: 'Off the Clock',
  SITE_DESCRIPTION: { en: 'Letters about work.', id: 'Surat tentang pekerjaan.' },
  COLUMNIST: { en: 'The Desk', id: 'Meja Redaksi' },
  LANGUAGES: 'en, id',
  SITE_KEY: KEYS.join(','),
}

/** What the operator reads when the site, with these settings changed, does not start. */
function refusal(changes: Record<string, unknown>): string[] {
  try {
    readConfig({ ...SITE, ...changes })
  } catch (error) {
    const [title, ...problems] = (error as Error).message.split('\n- ')
    expect(title).toBe('Sincerely cannot start:')
    return problems
  }
  return []
}

describe('The operator', () => {
  test('who leaves out what may be left out has a site', () => {
    expect(readConfig(SITE)).toEqual({
      name: { en: 'Off the Clock', id: 'Off the Clock' },
      description: SITE.SITE_DESCRIPTION,
      columnist: SITE.COLUMNIST,
      url: null,
      languages: ['en', 'id'],
      timeZone: 'UTC',
      showFirstHours: 72,
      secondReader: 'optional',
      deskHost: null,
      access: null,
      mailFrom: null,
      exitUrl: 'https://www.bbc.co.uk/weather',
      hourly: { letters: 5, tickets: 60 },
      turnstile: null,
      siteKeys: ['k', 'o'].map((letter) => new TextEncoder().encode(letter.repeat(32))),
    })
  })

  test('may write settings loosely', () => {
    const config = readConfig({
      ...SITE,
      LANGUAGES: ' id  en,id ',
      SITE_URL: ' https://Column.example/ ',
      DESK_HOST: 'Desk.Column.example ',
      ACCESS_TEAM: 'You.cloudflareaccess.com',
      ACCESS_AUDIENCE: ` ${'A1'.repeat(32)}`,
      TIME_ZONE: 'europe/london',
      SITE_KEY: KEYS.join('\n').replaceAll('=', ''),
    })
    expect(config).toMatchObject({
      languages: ['en', 'id'],
      url: 'https://column.example',
      deskHost: 'desk.column.example',
      access: { team: TEAM, audience: 'a1'.repeat(32) },
      timeZone: 'Europe/London',
    })
    expect(config.siteKeys).toHaveLength(2)
  })

  test.each([
    [{ SITE_KEY: undefined }, 'SITE_KEY is missing. Make one with `openssl rand -base64 32`'],
    [{ SITE_KEY: ' ' }, 'SITE_KEY is missing.'],
    [{ SITE_KEY: 'changeme' }, 'Key 1 of SITE_KEY is not 32 bytes in base64.'],
    [{ SITE_KEY: `${KEYS[0]},${KEY}` }, 'Key 2 of SITE_KEY is not 32 bytes in base64.'],
    [{ SITE_KEY: `${KEYS[0]},not base64!` }, 'Key 2 of SITE_KEY is not 32 bytes in base64.'],
    [{ SITE_NAME: ' ' }, 'SITE_NAME has no text for: en, id.'],
    [{ COLUMNIST: { en: 'The Desk', id: '' } }, 'COLUMNIST has no text for: id.'],
    [{ SITE_DESCRIPTION: null }, 'SITE_DESCRIPTION has no text for: en, id.'],
    [{ LANGUAGES: 'en, tlh' }, 'LANGUAGES names “tlh”, which has no copy file. Write one of: en, '],
    [{ LANGUAGES: 'en, constructor' }, 'LANGUAGES names “constructor”, which has no copy file.'],
    [{ LANGUAGES: 'id' }, 'LANGUAGES must name “en”'],
    [{ LANGUAGES: undefined }, 'LANGUAGES must name “en”'],
    [{ SITE_URL: 'column.example' }, 'SITE_URL is not an address. Write it like https://'],
    [{ SITE_URL: 'ftp://column.example' }, 'SITE_URL is not an address.'],
    [{ SITE_URL: 'https://column.example/blog' }, 'SITE_URL is not an address.'],
    [{ TIME_ZONE: 'London' }, 'TIME_ZONE “London” is not a time zone. Write one like Europe/'],
    [{ DESK_HOST: 'https://desk.example' }, 'DESK_HOST is not a hostname. Write it like desk.'],
    [{ DESK_HOST: 'desk.example' }, 'DESK_HOST needs SITE_URL, where readers are led from it.'],
    [{ ACCESS_TEAM: 'https://you' }, 'ACCESS_TEAM is not a team’s domain. Write it like you.'],
    [{ ACCESS_AUDIENCE: 'a'.repeat(64) }, 'ACCESS_TEAM is not a team’s domain.'],
    [{ ACCESS_TEAM: TEAM, ACCESS_AUDIENCE: 'aud' }, 'ACCESS_AUDIENCE is not the Application'],
    [{ ACCESS_TEAM: TEAM }, 'ACCESS_AUDIENCE is not the Application'],
    [{ MAIL_FROM: 'the desk' }, 'MAIL_FROM is not an e-mail address. Write it like desk@'],
    [{ EXIT_URL: 'http://example.com' }, 'EXIT_URL is not an address.'],
    [{ LETTERS_PER_HOUR: '0' }, 'LETTERS_PER_HOUR is not a number from 1 to 1000000.'],
    [{ SECOND_READER: 'yes' }, 'SECOND_READER is neither “required” nor “optional”.'],
    [{ SHOW_FIRST_HOURS: '0' }, 'SHOW_FIRST_HOURS is not a number'],
    [{ TICKETS_PER_HOUR: 'many' }, 'TICKETS_PER_HOUR is not a number'],
    [{ TURNSTILE_SITE_KEY: 'x' }, 'TURNSTILE_SITE_KEY and TURNSTILE_SECRET belong together'],
    [{ DESK_HOST: 'desk.example/desk' }, 'DESK_HOST is not a hostname.'],
  ])('who writes %o reads what to write instead', (change, problem) => {
    expect(refusal(change).filter((line) => line.startsWith(problem))).toHaveLength(1)
  })

  test('reads all that is wrong at once', () => {
    const problems = refusal({
      SITE_NAME: '',
      LANGUAGES: 'en, tlh',
      SITE_URL: 'here',
      TIME_ZONE: 'now',
      DESK_HOST: '/',
      SITE_KEY: 'x',
    })
    expect(problems.map((problem) => problem.match(/[A-Z]+_?[A-Z]+/)?.[0])).toEqual([
      'LANGUAGES',
      'SITE_NAME',
      'SITE_URL',
      'TIME_ZONE',
      'DESK_HOST',
      'SITE_KEY',
    ])
  })

  test('never finds a key in the message', () => {
    expect(refusal({ SITE_KEY: KEY }).join()).not.toContain(KEY)
  })
})
