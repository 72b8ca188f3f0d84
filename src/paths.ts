import type { Language } from './ui/copy/index.ts'

/** The start of every address in a language: English is served at `/`, the others under `/<code>`. */
export function prefix(language: string): string {
  return language === 'en' ? '' : `/${language}`
}

/** A query string, with %20 for a space: unlike a plus it is read as one everywhere. */
function asked(fields: Record<string, string>): string {
  return Object.entries(fields)
    .map(([name, value]) => `${name}=${encodeURIComponent(value)}`)
    .join('&')
}

/** Gives the addresses of readers and writers in one language: made once, as every page asks often. */
export function pathsIn(language: Language): Paths {
  const known = made.get(language) ?? pathsFrom(prefix(language))
  made.set(language, known)
  return known
}

const made = new Map<Language, Paths>()

/** Gives the addresses that begin with `at`. */
function pathsFrom(at: string) {
  return {
    front: () => at || '/',
    older: (path: string, position: string) => `${path}?older=${encodeURIComponent(position)}`,
    column: (slug: string, exchange?: number) =>
      `${at}/columns/${slug}${exchange ? `#letter-${exchange}` : ''}`,
    columnUpdates: (slug: string) => `${at}/columns/${slug}#updates`,
    columnSource: (slug: string) => `${at}/columns/${slug}.md`,
    shareImage: (slug: string) => `${at}/columns/${slug}.png`,
    topics: () => `${at}/topics`,
    topic: (slug: string) => `${at}/topics/${slug}`,
    topicFeed: (slug: string) => `${at}/topics/${slug}/feed.xml`,
    archive: () => `${at}/archive`,
    year: (year: string) => `${at}/archive/${year}`,
    /** The page of its year that begins with a month, YYYY-MM: what is older than the next one. */
    month: (month: string) => {
      const [year, number] = [month.slice(0, 4), Number(month.slice(5))]
      const next =
        number === 12 ? `${Number(year) + 1}-01` : `${year}-${`${number + 1}`.padStart(2, '0')}`
      return `${at}/archive/${year}?older=${encodeURIComponent(`${next}-01T00:00:00Z_0`)}`
    },
    scripts: (topic?: string) => `${at}/scripts${topic ? `?topic=${topic}` : ''}`,
    olderScripts: (topic: string, position: string) =>
      `${at}/scripts?topic=${topic}&older=${encodeURIComponent(position)}`,
    updates: () => `${at}/updates`,
    updatesFeed: () => `${at}/updates/feed.xml`,
    search: (query?: string, more: Record<string, string> = {}) =>
      `${at}/search${query ? `?${asked({ q: query, ...more })}` : ''}`,
    searchJson: () => `${at}/search.json`,
    openSearch: () => `${at}/opensearch.xml`,
    surprise: () => `${at}/surprise`,
    atom: () => `${at}/feed.xml`,
    jsonFeed: () => `${at}/feed.json`,
    llms: () => `${at}/llms.txt`,
    about: () => `${at}/about`,
    privacy: () => `${at}/privacy`,
    guidelines: () => `${at}/guidelines`,
    help: () => `${at}/guidelines#help`,
    write: () => `${at}/write`,
    similar: () => `${at}/write/similar`,
    ticket: () => `${at}/ticket`,
    ticketForm: (form: string) => `${at}/ticket/${form}`,
  }
}
export type Paths = ReturnType<typeof pathsFrom>

/** A page in one of its languages. */
export type Edition = { language: Language; path: string }

/** Gives the editions of a page that every language has. */
export function inEach(languages: Language[], path: (paths: Paths) => string): Edition[] {
  return languages.map((language) => ({ language, path: path(pathsIn(language)) }))
}

/**
 * Gives what each edition of a page has to name: all of them, itself too, and for readers of any other
 * language (`x-default`) the English one, or else the first by its code; nothing where there is but one
 * (https://developers.google.com/search/docs/specialty/international/localized-versions).
 */
export function alternates(editions: { language: string; path: string }[]) {
  const order = ({ language }: { language: string }) => (language === 'en' ? '' : language)
  const [usual, other] = editions.toSorted((a, b) => (order(a) < order(b) ? -1 : 1))
  return usual && other ? [...editions, { language: 'x-default', path: usual.path }] : []
}

/** Addresses that are the same in every language. */
export const paths = {
  sitemap: (part?: number) => `/sitemap.xml${part ? `?part=${part}` : ''}`,
  robots: () => '/robots.txt',
  health: () => '/healthz',
  preview: (token: string) => `/preview/${token}`,
  desk: {
    tray: () => '/desk',
    signIn: (link?: string) => `/desk/sign-in${link ? `?link=${link}` : ''}`,
    signInFor: (next: string) => `/desk/sign-in?next=${encodeURIComponent(next)}`,
    signOut: () => '/desk/sign-out',
    letters: () => '/desk/letters',
    letter: (id: string) => `/desk/letters/${id}`,
    letterVerb: (id: string, verb: string) => `/desk/letters/${id}/${verb}`,
    drafts: () => '/desk/drafts',
    paste: () => '/desk/paste',
    draft: (id: string) => `/desk/drafts/${id}`,
    draftVerb: (id: string, verb: string) => `/desk/drafts/${id}/${verb}`,
    versions: (id: string, compared?: { from: number; to: number }) =>
      `/desk/drafts/${id}/versions${compared ? `?from=${compared.from}&to=${compared.to}` : ''}`,
    versionsBefore: (id: string, version: number) =>
      `/desk/drafts/${id}/versions?before=${version}`,
    preview: (id: string) => `/desk/drafts/${id}/preview`,
    queue: () => '/desk/queue',
    queueSwap: () => '/desk/queue/swap',
    columns: () => '/desk/columns',
    column: (slug: string) => `/desk/columns/${slug}`,
    columnVerb: (slug: string, verb: string) => `/desk/columns/${slug}/${verb}`,
    keys: () => '/desk/keys',
    log: () => '/desk/log',
    figures: () => '/desk/figures',
    settings: () => '/desk/settings',
    health: () => '/desk/health',
    team: () => '/desk/team',
    teamVerb: (verb: string) => `/desk/team/${verb}`,
  },
}
