import type { Language } from './ui/copy/index.ts'

/** Rooms that speak one language, at one address; under a language's prefix they are not found. */
const ONE_LANGUAGE = /^\/(?:desk|preview|healthz|robots\.txt|sitemap\.xml)(?:\/|$)/

/** Scripts that are written from right to left, as Unicode names them. */
const RIGHT_TO_LEFT = ['Arab', 'Hebr', 'Thaa', 'Syrc', 'Nkoo', 'Adlm', 'Rohg']

type Direction = 'ltr' | 'rtl'
const directions = new Map<string, Direction>()

/** Tells in which direction a language (BCP 47) is written, as the attribute `dir` takes it. */
export function directionOf(language: string): Direction {
  const known = directions.get(language)
  if (known) return known
  const { script = 'Latn' } = new Intl.Locale(language).maximize()
  const direction = RIGHT_TO_LEFT.includes(script) ? 'rtl' : 'ltr'
  directions.set(language, direction)
  return direction
}

/** Tells the language of a path by its first segment: `/id/topics` is Indonesian, `/topics` English. */
export function languageOf(path: string, languages: Language[]): Language {
  const [, first] = path.split('/')
  return languages.find((language) => language !== 'en' && language === first) ?? 'en'
}

/** Gives the path that is routed: without the language's prefix, so that one table serves them all. */
export function unprefixed(path: string, languages: Language[]): string {
  const language = languageOf(path, languages)
  if (language === 'en') return path
  const rest = path.slice(language.length + 1) || '/'
  return ONE_LANGUAGE.test(rest) ? path : rest
}
