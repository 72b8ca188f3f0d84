import { pathsIn } from '../paths.ts'
import { SHARE_IMAGE } from '../share-image.ts'
import type { Language } from '../ui/copy/index.ts'
import type { DocumentProps } from '../ui/document.tsx'
import type { Column } from './column.ts'
import { changedAt, columnThings, type Site } from './structured-data.ts'

/** Gives what the head of a column's page says of it: title, address, editions, card, and its data. */
export function columnHead(column: Column, site: Site): DocumentProps {
  const { manuscript, slug } = column
  const { headline, standfirst, published } = manuscript
  return {
    title: headline,
    description: standfirst,
    canonical: site.paths.column(slug),
    editions: [column, ...column.editions].map((edition) => ({
      language: edition.language,
      path: pathsIn(edition.language as Language).column(edition.slug),
    })),
    source: site.paths.columnSource(slug),
    card: {
      image: { path: site.paths.shareImage(slug), ...SHARE_IMAGE, alt: headline },
      publishedAt: published,
      changedAt: changedAt(manuscript),
    },
    things: columnThings(column, site),
    script: 'column.js',
  }
}
