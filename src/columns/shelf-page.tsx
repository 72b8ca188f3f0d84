import type { Paths } from '../paths.ts'
import type { TopicRow } from '../schema.ts'
import { typeset } from '../typeset.ts'
import type { Copy } from '../ui/copy/index.ts'
import { Invitation } from '../ui/layout.tsx'
import { ScriptCard } from '../ui/printed-letter.tsx'
import type { Shelved } from './shelf.ts'

type Furniture = { copy: Copy; paths: Paths; topics: TopicRow[]; scripts: Shelved[] }

/** Every topic with its newest scripts: what one looks through when no word comes to mind. */
export function ShelfPage(props: Furniture) {
  const { copy, paths, topics, scripts } = props
  return (
    <>
      <Head {...props} query="" />
      <TopicNav {...props} />
      {topics.length === 0 && <p>{copy.scripts.empty}</p>}
      {topics.map(({ slug, name, scripts: count }) => {
        const own = scripts.filter(({ topic }) => topic === slug)
        return (
          <section class="shelf" aria-labelledby={`topic-${slug}`}>
            <h2 id={`topic-${slug}`}>{name}</h2>
            <Scripts {...props} scripts={own} />
            {count > own.length && (
              <p class="pager">
                <a href={paths.scripts(slug)}>{copy.scripts.all(count, name)}</a>
              </p>
            )}
          </section>
        )
      })}
      <Invitation copy={copy} paths={paths} />
    </>
  )
}

type TopicProps = Furniture & { topic: TopicRow; older: string | null; isFirst: boolean }

/** One topic's scripts, page by page. */
export function TopicShelfPage(props: TopicProps) {
  const { copy, paths, topic, older, isFirst } = props
  return (
    <>
      <Head {...props} query="" />
      <TopicNav {...props} current={topic.slug} />
      <section class="shelf" aria-labelledby="topic">
        <h2 id="topic">{topic.name}</h2>
        <Scripts {...props} />
      </section>
      <p class="pager">
        {!isFirst && <a href={paths.scripts(topic.slug)}>{copy.lists.newest}</a>}
        {older && (
          <a href={paths.olderScripts(topic.slug, older)} rel="next">
            {copy.scripts.older}
          </a>
        )}
      </p>
      <Invitation copy={copy} paths={paths} />
    </>
  )
}

/** What was found for a reader's words, best first. */
export function FoundScriptsPage(props: Furniture & { query: string }) {
  const { copy, paths, query, scripts } = props
  return (
    <>
      <Head {...props} />
      {scripts.length > 0 ? (
        <section class="shelf" aria-labelledby="found">
          <h2 class="label" id="found">
            {copy.scripts.found(scripts.length, query)}
          </h2>
          <Scripts {...props} />
        </section>
      ) : (
        <>
          <p class="standfirst">{copy.search.nothing(query)}</p>
          <p>
            {copy.scripts.elsewhere} <a href={paths.search(query)}>{copy.scripts.searchColumns}</a>.
          </p>
        </>
      )}
      <TopicNav {...props} />
      <Invitation copy={copy} paths={paths} />
    </>
  )
}

function Head({ copy, paths, query, topics }: Furniture & { query: string }) {
  return (
    <>
      <h1>{copy.site.scripts}</h1>
      <p class="standfirst">{copy.scripts.lead}</p>
      {topics.length > 0 && (
        <search>
          <form class="search" action={paths.scripts()}>
            <label for="q">{copy.scripts.label}</label>
            <p class="hint" id="q-hint">
              {copy.scripts.hint}
            </p>
            <input
              id="q"
              name="q"
              type="search"
              value={query}
              maxlength={200}
              aria-describedby="q-hint"
              autocomplete="off"
            />
            <button type="submit">{copy.search.button}</button>
          </form>
        </search>
      )}
    </>
  )
}

function TopicNav({ copy, paths, topics, current }: Furniture & { current?: string }) {
  if (topics.length < 2) return null
  return (
    <nav class="topics shelves" aria-label={copy.site.topics}>
      {topics.map(({ slug, name, scripts }) => (
        <>
          <a href={paths.scripts(slug)} aria-current={slug === current ? 'page' : undefined}>
            {name} <span class="quiet">{scripts}</span>
          </a>{' '}
        </>
      ))}
    </nav>
  )
}

function Scripts({ copy, paths, scripts }: Furniture) {
  return (
    <ul class="scripts">
      {scripts.map(({ exchange, headline, letters, situation, slug, words }) => (
        <li>
          <ScriptCard when={situation} words={words} copy={copy.column} />
          <p class="facts">
            {copy.scripts.from}{' '}
            <a href={paths.column(slug, exchange)}>
              {typeset(letters[exchange - 1] ?? headline, copy.column.quotes)}
            </a>
          </p>
        </li>
      ))}
    </ul>
  )
}
