type Vars = Record<string, unknown>

/** Where mail comes from on this computer, unless wrangler.toml says: it never leaves it. */
const LOCAL_SENDER = 'desk@localhost.example'

/**
 * Gives the settings as the site on this computer has them: what needs Cloudflare or the site's own
 * hostnames is off, or nobody could come to the desk here. Turnstile stays on for who has its secret here.
 */
export function settingsHere(vars: Vars, { TURNSTILE_SECRET }: Record<string, string>): Vars {
  return {
    ...vars,
    DESK_HOST: '',
    ACCESS_TEAM: '',
    ACCESS_AUDIENCE: '',
    MAIL_FROM: vars.MAIL_FROM || LOCAL_SENDER,
    // Of `.dev.vars`, wrangler hands on what it requires, and no more.
    ...(TURNSTILE_SECRET && vars.TURNSTILE_SITE_KEY
      ? { TURNSTILE_SECRET }
      : { TURNSTILE_SITE_KEY: '' }),
  }
}

/** What wrangler.toml says beside the settings that they need. */
export type Surroundings = {
  vars: Vars
  routes?: (string | { pattern: string })[]
  send_email?: { name: string }[]
}

/**
 * Names what the settings promise and the rest of wrangler.toml does not keep: a hostname that no route
 * leads to, and mail that nothing sends. Without any route the dashboard may have them: nothing is said then.
 */
export function unkept({ vars, routes = [], send_email = [] }: Surroundings): string[] {
  const patterns = routes.map((route) => (typeof route === 'string' ? route : route.pattern))
  const hosts = [
    ['SITE_URL', URL.parse(String(vars.SITE_URL ?? ''))?.hostname],
    ['DESK_HOST', vars.DESK_HOST],
  ] as const
  const lost = hosts.filter(
    ([, host]) => host && patterns.length > 0 && !patterns.some((one) => leads(one, String(host))),
  )
  const isMute = !!vars.MAIL_FROM && !send_email.some(({ name }) => name === 'MAIL')
  return [
    ...lost.map(([name, host]) => `${name} is ${host}, and no route of wrangler.toml leads there.`),
    ...(isMute ? ['MAIL_FROM is set, and wrangler.toml has no [[send_email]] named MAIL.'] : []),
  ]
}

/** Whether a route, like `*.example.com/*`, is for a hostname. */
function leads(pattern: string, host: string): boolean {
  const [named = ''] = pattern.replace(/^https?:\/\//, '').split('/')
  return named === host || (named.startsWith('*') && host.endsWith(named.slice(1)))
}
