import { pathsIn } from '../paths.ts'
import { newRoom } from '../room.ts'
import { newId } from '../text.ts'
import { cacheable } from '../ui/caching.ts'
import type { Language } from '../ui/copy/index.ts'
import { problem } from '../ui/problem.tsx'
import { ColumnPage } from './column-page.tsx'
import { findAsked } from './found.ts'
import { ArchivePage, FrontPage, TopicPage, TopicsPage, YearPage } from './list-pages.tsx'
import { allTopics, archiveYears, frontPage, surprise, topicPage, yearPage } from './lists.ts'
import { mergedInto } from './topic.ts'
import { updatesPage } from './updates.ts'
import { UpdatesPage } from './updates-page.tsx'

/** Readers read: the front page, columns, topics and the archive. */
export const columnsRoom = newRoom()

columnsRoom.get('/', async (c) => {
  const { config, language, paths } = c.var
  const { version, ...front } = await frontPage(c.var.db, language)
  const siteName = config.name[language]
  const description = config.description[language]
  return (
    cacheable(c, { version }) ??
    c.render(<FrontPage {...c.var} {...front} siteName={siteName} description={description} />, {
      title: siteName,
      description,
      canonical: paths.front(),
      editions: config.languages.map((other) => ({
        language: other,
        path: pathsIn(other).front(),
      })),
    })
  )
})

columnsRoom.get('/columns/:slug', async (c) => {
  const { config, language, paths } = c.var
  const slug = c.req.param('slug')
  const column = await findAsked(c, slug, 'column')
  if (column instanceof Response) return column
  return (
    cacheable(c, { version: column.siteVersion, tags: [`column-${column.id}`] }) ??
    c.render(<ColumnPage {...c.var} column={column} columnist={config.columnist[language]} />, {
      title: column.manuscript.headline,
      description: column.manuscript.standfirst,
      canonical: paths.column(slug),
      editions: [column, ...column.editions].map((edition) => ({
        language: edition.language,
        path: pathsIn(edition.language as Language).column(edition.slug),
      })),
      script: 'column.js',
    })
  )
})

columnsRoom.get('/topics', async (c) => {
  const { copy, db, language, paths } = c.var
  const { topics, version } = await allTopics(db, language)
  return (
    cacheable(c, { version }) ??
    c.render(<TopicsPage {...c.var} topics={topics} />, {
      title: copy.site.topics,
      description: copy.lists.topicsLead,
      canonical: paths.topics(),
    })
  )
})

columnsRoom.get('/topics/:topic', async (c) => {
  const { db, language, paths } = c.var
  const slug = c.req.param('topic')
  const older = c.req.query('older') ?? null
  const found = await topicPage(db, { slug, language, older })
  if (!found) {
    const target = await mergedInto(db, slug)
    return target ? c.redirect(paths.topic(target), 301) : problem(c, 404, 'notFound')
  }
  const { topic, version } = found
  return (
    cacheable(c, { version, tags: [`topic-${slug}`], parameters: ['older'] }) ??
    c.render(<TopicPage {...c.var} {...found} isFirst={!older} />, {
      title: topic.name,
      description: topic.description,
      canonical: older ? undefined : paths.topic(slug),
      feeds: [{ title: c.var.copy.lists.topicFeed(topic.name), path: paths.topicFeed(slug) }],
    })
  )
})

columnsRoom.get('/archive', async (c) => {
  const { copy, db, language, paths } = c.var
  const { years, version } = await archiveYears(db, language)
  return (
    cacheable(c, { version }) ??
    c.render(<ArchivePage {...c.var} years={years} />, {
      title: copy.site.archive,
      description: copy.lists.archiveLead,
      canonical: paths.archive(),
    })
  )
})

columnsRoom.get('/archive/:year{[0-9]{4}}', async (c) => {
  const { copy, db, language, paths } = c.var
  const year = c.req.param('year')
  const older = c.req.query('older') ?? null
  const { page, version } = await yearPage(db, { year, language, older })
  if (page.columns.length === 0) return problem(c, 404, 'notFound')
  return (
    cacheable(c, { version, parameters: ['older'] }) ??
    c.render(<YearPage {...c.var} year={year} page={page} isFirst={!older} />, {
      title: `${copy.site.archive} ${year}`,
      canonical: older ? undefined : paths.year(year),
    })
  )
})

columnsRoom.get('/updates', async (c) => {
  const { config, copy, db, language, paths } = c.var
  const older = c.req.query('older') ?? null
  const page = await updatesPage(db, language, older)
  return (
    cacheable(c, { version: page.version, parameters: ['older'] }) ??
    c.render(<UpdatesPage {...c.var} page={page} isFirst={!older} />, {
      title: copy.column.updates,
      description: copy.lists.updatesLead,
      canonical: older ? undefined : paths.updates(),
      editions: config.languages.map((other) => ({
        language: other,
        path: pathsIn(other).updates(),
      })),
      feeds: [{ title: copy.column.updates, path: paths.updatesFeed() }],
    })
  )
})

columnsRoom.get('/surprise', async (c) => {
  const { db, language, paths } = c.var
  const slug = await surprise(db, language, newId())
  return c.redirect(slug ? paths.column(slug) : paths.front(), 302)
})
