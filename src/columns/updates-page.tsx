import { writtenDay } from '../dates.ts'
import { plainText } from '../markdown.ts'
import type { Paths } from '../paths.ts'
import { typeset } from '../typeset.ts'
import type { Copy, Language } from '../ui/copy/index.ts'
import { Invitation } from '../ui/layout.tsx'
import { Pager } from './list-parts.tsx'
import type { UpdatesPageData } from './updates.ts'

type Props = {
  copy: Copy
  language: Language
  paths: Paths
  page: UpdatesPageData
  isFirst: boolean
}

/** In characters: enough to tell whether one wants to read on. */
const EXCERPT = 240

/** What became of the letters: the columns with an update, the latest first. */
export function UpdatesPage({ copy, language, paths, page, isFirst }: Props) {
  return (
    <>
      <h1>{copy.column.updates}</h1>
      <p class="standfirst">{copy.lists.updatesLead}</p>
      <p class="facts">
        <a href={paths.updatesFeed()}>{copy.site.feed}</a>
      </p>
      {page.columns.length === 0 ? (
        <p>{copy.lists.noUpdates}</p>
      ) : (
        <ul class="columns">
          {page.columns.map(({ slug, headline, text, updatedOn }) => (
            <li>
              <h2>
                <a href={paths.columnUpdates(slug)}>{typeset(headline, copy.column.quotes)}</a>
              </h2>
              <p>{typeset(excerpt(plainText(text)), copy.column.quotes)}</p>
              <p class="facts">
                {copy.column.update},{' '}
                <time datetime={updatedOn}>{writtenDay(updatedOn, language)}</time>
              </p>
            </li>
          ))}
        </ul>
      )}
      <Pager {...{ copy, language, paths, isFirst }} path={paths.updates()} older={page.older} />
      <Invitation copy={copy} paths={paths} />
    </>
  )
}

/** Cut behind a word, and the cut is shown. */
function excerpt(text: string): string {
  const line = text.replaceAll('\n', ' ')
  if (line.length <= EXCERPT) return line
  return `${line.slice(0, EXCERPT).replace(/\s+\S*$/, '')}…`
}
