import type { Paths } from '../paths.ts'
import type { TopicRow } from '../schema.ts'
import type { Copy } from '../ui/copy/index.ts'
import type { Filter } from './filter.ts'
import type { Query } from './query.ts'

/** The search field and what a search may be narrowed to: a plain form. */
export function SearchForm(props: {
  query: Query
  filter: Filter
  topics: TopicRow[]
  years: string[]
  copy: Copy
  paths: Paths
}) {
  const { query, filter, topics, years, copy, paths } = props
  return (
    <search>
      <form
        class="search"
        action={paths.search()}
        data-suggest={paths.searchJson()}
        data-label={copy.search.suggestions}
      >
        <label for="q">{copy.search.label}</label>
        <p class="hint" id="q-hint">
          {copy.search.hint}
        </p>
        <div class="asked">
          <input
            id="q"
            name="q"
            type="search"
            value={query.text}
            aria-describedby="q-hint"
            autocomplete="off"
          />
        </div>
        <button type="submit">{copy.search.button}</button>
        {topics.length > 0 && (
          <div class="filters">
            <label for="topic">{copy.search.topic}</label>
            <select id="topic" name="topic">
              <option value="">{copy.search.anyTopic}</option>
              {topics.map(({ slug, name }) => (
                <option value={slug} selected={slug === filter.topic}>
                  {name}
                </option>
              ))}
            </select>
            <label for="year">{copy.search.year}</label>
            <select id="year" name="year">
              <option value="">{copy.search.anyYear}</option>
              {years.map((year) => (
                <option value={year} selected={year === filter.year}>
                  {year}
                </option>
              ))}
            </select>
          </div>
        )}
      </form>
    </search>
  )
}
