import { writtenDay } from '../dates.ts'
import type { Paths } from '../paths.ts'
import { typeset } from '../typeset.ts'
import type { Copy, Language } from '../ui/copy/index.ts'
import type { Listed } from './lists.ts'

type Furniture = { copy: Copy; language: Language; paths: Paths }

type ListProps = Furniture & { columns: Listed[]; heading: 'h2' | 'h3' }

/** Columns in a list; a digest with each of its letters, which have addresses of their own. */
export function ColumnList({ columns, heading: Heading, copy, language, paths }: ListProps) {
  if (columns.length === 0) return <p>{copy.lists.empty}</p>
  const set = (text: string) => typeset(text, copy.column.quotes)
  return (
    <ul class="columns">
      {columns.map(({ slug, headline, standfirst, publishedAt, letters }) => (
        <li>
          <Heading>
            <a href={paths.column(slug)}>{set(headline)}</a>
          </Heading>
          <p>{set(standfirst)}</p>
          {letters.length > 0 && (
            <ul class="digest">
              {letters.map((letter, index) => (
                <li>
                  <a href={paths.column(slug, index + 1)}>{set(letter)}</a>
                </li>
              ))}
            </ul>
          )}
          <p class="facts">
            <time datetime={publishedAt}>{writtenDay(publishedAt, language)}</time>
          </p>
        </li>
      ))}
    </ul>
  )
}

type PagerProps = Furniture & { path: string; older: string | null; isFirst: boolean }

/** The way to older columns, and back to the newest. */
export function Pager({ copy, paths, path, older, isFirst }: PagerProps) {
  if (isFirst && !older) return null
  return (
    <p class="pager">
      {!isFirst && <a href={path}>{copy.lists.newest}</a>}
      {older && (
        <a href={paths.older(path, older)} rel="next">
          {copy.lists.older}
        </a>
      )}
    </p>
  )
}
