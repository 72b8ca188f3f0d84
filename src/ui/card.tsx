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
  return (
    <>
      <meta property="og:type" content={card ? 'article' : 'website'} />
      <meta property="og:title" content={title} />
      {description && <meta property="og:description" content={description} />}
      <meta property="og:url" content={origin + canonical} />
      <meta property="og:site_name" content={siteName} />
      <meta property="og:locale" content={localeOf(language)} />
      {others.map((other) => (
        <meta property="og:locale:alternate" content={localeOf(other.language)} />
      ))}
      <meta name="twitter:card" content={card ? 'summary_large_image' : 'summary'} />
      {card && (
        <>
          <meta property="og:image" content={origin + card.image.path} />
          <meta property="og:image:type" content="image/png" />
          <meta property="og:image:width" content={String(card.image.width)} />
          <meta property="og:image:height" content={String(card.image.height)} />
          <meta property="og:image:alt" content={card.image.alt} />
          <meta property="article:published_time" content={card.publishedAt} />
          <meta property="article:modified_time" content={card.changedAt} />
        </>
      )}
    </>
  )
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
