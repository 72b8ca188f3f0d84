import { writtenDay } from '../dates.ts'
import type { Paths } from '../paths.ts'
import type { Copy, Language } from '../ui/copy/index.ts'
import { TopicLinks } from '../ui/topic-links.tsx'
import { AskPart } from './ask-part.tsx'
import type { Filter } from './filter.ts'
import { nearestTopics } from './nearest-topics.ts'
import type { Query } from './query.ts'
import type { Answers, Hit } from './search.ts'
import { SearchForm } from './search-form.tsx'

type Props = Answers & {
  query: Query
  filter: Filter
  copy: Copy
  language: Language
  now: Date
  paths: Paths
}

export function ResultsPage(props: Props) {
  const { query, hits, isMore, corrected, topics, copy, language, paths } = props
  const count = isMore ? copy.search.best : copy.search.results
  const answered = corrected ?? query
  return (
    <>
      <h1>{copy.site.search}</h1>
      <SearchForm {...props} />
      {query.isCut && <p class="count">{copy.search.tooLong}</p>}
      {corrected && <Corrected {...props} corrected={corrected} />}
      {hits.length > 0 && (
        <>
          <p class="count">{count(hits.length, answered.searched)}</p>
          <ol class="columns hits">
            {hits.map((hit) => (
              <Answer {...{ hit, language, paths }} />
            ))}
          </ol>
        </>
      )}
      {hits.length === 0 && query.text !== '' && (
        <p class="standfirst">{copy.search.nothing(answered.searched)}</p>
      )}
      {query.concepts.length > 0 && (
        <AskPart {...{ query, copy, paths }} hasFound={hits.length > 0} />
      )}
      {hits.length === 0 && (
        <TopicLinks topics={nearestTopics(topics, answered)} copy={copy} paths={paths} />
      )}
    </>
  )
}

/** What was looked for in place of what was typed, and the way back. */
function Corrected({ query, corrected, filter, copy, paths }: Props & { corrected: Query }) {
  const back = paths.search(query.text, { ...filter, exact: '1' })
  return (
    <p class="corrected">
      {copy.search.showing} <strong>{corrected.searched}</strong>.{' '}
      <a href={back}>{copy.search.instead(query.searched)}</a>
    </p>
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
