import type { Paths } from '../paths.ts'
import type { Copy, Language } from '../ui/copy/index.ts'
import { Invitation } from '../ui/layout.tsx'
import { TopicLinks } from '../ui/topic-links.tsx'
import { ColumnList, Pager } from './list-parts.tsx'
import { FRONT_PAGE, type Listed, type Page, type Topic } from './lists.ts'

type Furniture = { copy: Copy; language: Language; paths: Paths }

export function FrontPage(
  props: Furniture & {
    siteName: string
    description: string
    latest: Listed[]
    topics: Topic[]
  },
) {
  const { copy, paths, latest } = props
  return (
    <>
      <header class="masthead">
        <h1>{props.siteName}</h1>
        <p class="standfirst">{props.description}</p>
      </header>
      <search>
        <form class="search" action={paths.search()}>
          <label for="q">{copy.search.label}</label>
          <input id="q" name="q" type="search" maxlength={200} autocomplete="off" />
          <button type="submit">{copy.search.button}</button>
        </form>
      </search>
      <section class="latest" aria-labelledby="latest">
        <h2 class="label" id="latest">
          {copy.lists.latest}
        </h2>
        <ColumnList {...props} columns={latest} heading="h3" />
        {latest.length === FRONT_PAGE && (
          <p class="pager">
            <a href={paths.archive()}>{copy.lists.older}</a>
          </p>
        )}
      </section>
      <TopicLinks {...props} />
      <Invitation copy={copy} paths={paths} />
    </>
  )
}

export function TopicsPage({ copy, paths, topics }: Furniture & { topics: Topic[] }) {
  return (
    <>
      <h1>{copy.site.topics}</h1>
      <p class="standfirst">{copy.lists.topicsLead}</p>
      {topics.length === 0 && <p>{copy.lists.empty}</p>}
      <ul class="columns">
        {topics.map(({ slug, name, description, columns }) => (
          <li>
            <h2>
              <a href={paths.topic(slug)}>{name}</a>
            </h2>
            {description && <p>{description}</p>}
            <p class="facts">{copy.lists.columns(columns)}</p>
          </li>
        ))}
      </ul>
      <Invitation copy={copy} paths={paths} />
    </>
  )
}

export function TopicPage(props: Furniture & { topic: Topic; page: Page; isFirst: boolean }) {
  const { topic, copy, paths } = props
  return (
    <>
      <p class="kicker">
        <a href={paths.topics()}>{copy.site.topics}</a>
      </p>
      <h1>{topic.name}</h1>
      {topic.description && <p class="standfirst">{topic.description}</p>}
      <p class="facts">
        {copy.lists.columns(topic.columns)} ·{' '}
        <a href={paths.topicFeed(topic.slug)}>{copy.site.feed}</a>
      </p>
      <PagedColumns {...props} path={paths.topic(topic.slug)} />
      <Invitation copy={copy} paths={paths} />
    </>
  )
}

function PagedColumns(props: Furniture & { page: Page; path: string; isFirst: boolean }) {
  return (
    <>
      <ColumnList {...props} columns={props.page.columns} heading="h2" />
      <Pager {...props} older={props.page.older} />
    </>
  )
}
