import type { Child } from 'hono/jsx'
import { writtenDay } from '../dates.ts'
import type { Paths } from '../paths.ts'
import type { TopicRow } from '../schema.ts'
import type { Copy, Language } from '../ui/copy/index.ts'
import { Invitation } from '../ui/layout.tsx'
import { TopicLinks } from '../ui/topic-links.tsx'
import type { Listed, Page } from './lists.ts'

type Furniture = { copy: Copy; language: Language; paths: Paths }

export function FrontPage(
  props: Furniture & {
    siteName: string
    description: string
    latest: Listed[]
    topics: TopicRow[]
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
        <p class="pager">
          <a href={paths.archive()}>{copy.lists.older}</a>
        </p>
      </section>
      <TopicLinks {...props} />
      <Invitation copy={copy} paths={paths} />
    </>
  )
}

export function TopicsPage({ copy, paths, topics }: Furniture & { topics: TopicRow[] }) {
  return (
    <>
      <h1>{copy.site.topics}</h1>
      <p class="standfirst">{copy.lists.topicsLead}</p>
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

export function TopicPage(props: Furniture & { topic: TopicRow; page: Page; isFirst: boolean }) {
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

export function ArchivePage({ copy, paths, years }: Furniture & { years: string[] }) {
  return (
    <>
      <h1>{copy.site.archive}</h1>
      <p class="standfirst">{copy.lists.archiveLead}</p>
      <ul class="years">
        {years.map((year) => (
          <li>
            <a href={paths.year(year)}>{year}</a>
          </li>
        ))}
      </ul>
    </>
  )
}

export function YearPage(props: Furniture & { year: string; page: Page; isFirst: boolean }) {
  const { copy, paths, year } = props
  return (
    <>
      <p class="kicker">
        <a href={paths.archive()}>{copy.site.archive}</a>
      </p>
      <h1>{year}</h1>
      <PagedColumns {...props} path={paths.year(year)} />
      <Invitation copy={copy} paths={paths} />
    </>
  )
}

function PagedColumns(props: Furniture & { page: Page; path: string; isFirst: boolean }): Child {
  const { copy, page, path, paths } = props
  return (
    <>
      <ColumnList {...props} columns={page.columns} heading="h2" />
      <p class="pager">
        {!props.isFirst && <a href={path}>{copy.lists.newest}</a>}
        {page.older && (
          <a href={paths.older(path, page.older)} rel="next">
            {copy.lists.older}
          </a>
        )}
      </p>
    </>
  )
}

type ListProps = Furniture & { columns: Listed[]; heading: 'h2' | 'h3' }

function ColumnList({ columns, heading: Heading, copy, language, paths }: ListProps) {
  if (columns.length === 0) return <p>{copy.lists.empty}</p>
  return (
    <ul class="columns">
      {columns.map(({ slug, headline, standfirst, publishedAt }) => (
        <li>
          <Heading>
            <a href={paths.column(slug)}>{headline}</a>
          </Heading>
          <p>{standfirst}</p>
          <p class="facts">
            <time datetime={publishedAt}>{writtenDay(publishedAt, language)}</time>
          </p>
        </li>
      ))}
    </ul>
  )
}
