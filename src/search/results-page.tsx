import { writtenDay } from '../dates.ts'
import type { Paths } from '../paths.ts'
import type { TopicRow } from '../schema.ts'
import type { Copy, Language } from '../ui/copy/index.ts'
import { Invitation } from '../ui/layout.tsx'
import { TopicLinks } from '../ui/topic-links.tsx'
import type { Query } from './query.ts'
import type { Hit } from './search.ts'

type Props = {
  query: Query
  hits: Hit[]
  isMore: boolean
  topics: TopicRow[]
  copy: Copy
  language: Language
  paths: Paths
}

export function ResultsPage({ query, hits, isMore, topics, copy, language, paths }: Props) {
  const count = isMore ? copy.search.best : copy.search.results
  return (
    <>
      <h1>{copy.site.search}</h1>
      <SearchForm {...{ query, copy, paths }} />
      {query.isCut && <p class="count">{copy.search.tooLong}</p>}
      {hits.length > 0 && (
        <>
          <p class="count">{count(hits.length, query.searched)}</p>
          <ol class="columns hits">
            {hits.map((hit) => (
              <Answer {...{ hit, language, paths }} />
            ))}
          </ol>
          <Invitation copy={copy} paths={paths} />
        </>
      )}
      {hits.length === 0 && query.text !== '' && (
        <>
          <p class="standfirst">{copy.search.nothing(query.searched)}</p>
          <p>
            {copy.search.nothingHelp} <a href={paths.write()}>{copy.search.ask}</a>.
          </p>
        </>
      )}
      {hits.length === 0 && <TopicLinks {...{ topics, copy, paths }} />}
    </>
  )
}

function SearchForm({ query, copy, paths }: Pick<Props, 'query' | 'copy' | 'paths'>) {
  return (
    <search>
      <form class="search" action={paths.search()}>
        <label for="q">{copy.search.label}</label>
        <p class="hint" id="q-hint">
          {copy.search.hint}
        </p>
        <input
          id="q"
          name="q"
          type="search"
          value={query.text}
          aria-describedby="q-hint"
          autocomplete="off"
        />
        <button type="submit">{copy.search.button}</button>
      </form>
    </search>
  )
}

function Answer({ hit, language, paths }: { hit: Hit } & Pick<Props, 'language' | 'paths'>) {
  return (
    <li>
      <h2>
        <a href={paths.column(hit.slug, hit.anchor)}>{hit.headline}</a>
      </h2>
      {hit.exchangeHeadline && <p class="exchange">{hit.exchangeHeadline}</p>}
      <p>{hit.snippet.map(({ text, isMatch }) => (isMatch ? <mark>{text}</mark> : text))}</p>
      <p class="facts">
        <time datetime={hit.publishedAt}>{writtenDay(hit.publishedAt, language)}</time>
      </p>
    </li>
  )
}
