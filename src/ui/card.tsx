import { html } from 'hono/html'
import type { Language } from './copy/index.ts'
import type { DocumentProps } from './document.tsx'

/** What a link to a page shows where it is shared, beside the page's own title and description. */
export type CardProps = {
  /** The path of the page's own image, its size in pixels, and what stands on it. */
  image: { path: string; width: number; height: number; alt: string }
  /** When the page was published, and when last changed, as instants. */
  publishedAt: string
  changedAt: string
}

type Props = Pick<DocumentProps, 'title' | 'description' | 'canonical' | 'editions' | 'card'> & {
  language: Language
  origin: string
  siteName: string
}

/**
 * A page's card: Open Graph (https://ogp.me: title, type, image and url are required), which Twitter
 * reads too but for the kind of its card. Only pages that may be indexed have one.
 */
export function Card({ card, editions = [], origin, ...page }: Props) {
  const { title, description, canonical = '', language, siteName } = page
  const others = editions.filter((edition) => edition.language !== language)
  return html`${[
    meta('og:type', card ? 'article' : 'website'),
    meta('og:title', title),
    description && meta('og:description', description),
    meta('og:url', origin + canonical),
    meta('og:site_name', siteName),
    meta('og:locale', localeOf(language)),
    others.map((other) => meta('og:locale:alternate', localeOf(other.language))),
    html`<meta name="twitter:card" content="${card ? 'summary_large_image' : 'summary'}"/>`,
    card && [
      meta('og:image', origin + card.image.path),
      meta('og:image:type', 'image/png'),
      meta('og:image:width', String(card.image.width)),
      meta('og:image:height', String(card.image.height)),
      meta('og:image:alt', card.image.alt),
      meta('article:published_time', card.publishedAt),
      meta('article:modified_time', card.changedAt),
    ],
  ]}`
}

function meta(property: string, content: string) {
  return html`<meta property="${property}" content="${content}"/>`
}

const locales = new Map<string, string>()

/** Open Graph asks for a country too: the one where most speak the language, and Britain for English. */
function localeOf(language: string): string {
  const known = locales.get(language)
  if (known) return known
  const { language: spoken, region } = new Intl.Locale(
    language === 'en' ? 'en-GB' : language,
  ).maximize()
  const locale = `${spoken}_${region}`
  locales.set(language, locale)
  return locale
}
