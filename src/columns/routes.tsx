import { madeFrom } from '../cache-tags.ts'
import { inEach } from '../paths.ts'
import { newRoom } from '../room.ts'
import { newId } from '../text.ts'
import { cacheable } from '../ui/caching.ts'
import { leadOnByNumber } from '../ui/leading-on.ts'
import { problem } from '../ui/problem.tsx'
import { archiveMonths, surprise, yearPage } from './archive.ts'
import { ArchivePage, YearPage } from './archive-pages.tsx'
import { shownBeside } from './column.ts'
import { columnHead } from './column-head.ts'
import { ColumnPage } from './column-page.tsx'
import { findAsked } from './found.ts'
import { FrontPage, TopicPage, TopicsPage } from './list-pages.tsx'
import { allTopics, frontPage, topicPage } from './lists.ts'
import { shelfRoom } from './shelf-routes.tsx'
import { siteThings, wayTo } from './structured-data.ts'
import { mergedInto } from './topic.ts'
import { updatesPage } from './updates.ts'
import { UpdatesPage } from './updates-page.tsx'

/** Readers read: the front page, columns, topics, the archive and the shelf of scripts. */
export const columnsRoom = newRoom()
columnsRoom.route('/', shelfRoom)

columnsRoom.get('/', async (c) => {
  const { config, language, paths } = c.var
  const led = await leadOnByNumber(c)
  if (led) return led
  const { version, ...front } = await frontPage(c.var.db, language)
  const siteName = config.name[language]
  const description = config.description[language]
  return (
    cacheable(c, { version, tags: madeFrom.front(language, front.latest) }) ??
    c.render(<FrontPage {...c.var} {...front} siteName={siteName} description={description} />, {
      title: siteName,
      description,
      canonical: paths.front(),
      editions: inEach(config.languages, (paths) => paths.front()),
      things: siteThings(c.var),
    })
  )
})

columnsRoom.get('/columns/:slug', async (c) => {
  const { config, language } = c.var
  const column = await findAsked(c, c.req.param('slug'), 'column')
  if (column instanceof Response) return column
  const tags = madeFrom.column(column, shownBeside(column))
  return (
    cacheable(c, { version: column.siteVersion, tags }) ??
    c.render(
      <ColumnPage {...c.var} column={column} columnist={config.columnist[language]} />,
      columnHead(column, c.var),
    )
  )
})

columnsRoom.get('/topics', async (c) => {
  const { config, copy, db, language, paths } = c.var
  const { topics, version } = await allTopics(db, language)
  return (
    cacheable(c, { version, tags: madeFrom.topics(language) }) ??
    c.render(<TopicsPage {...c.var} topics={topics} />, {
      title: copy.site.topics,
      description: copy.lists.topicsLead,
      canonical: paths.topics(),
      editions: inEach(config.languages, (paths) => paths.topics()),
    })
  )
})

columnsRoom.get('/topics/:topic', async (c) => {
  const { config, copy, db, language, paths } = c.var
  const slug = c.req.param('topic')
  const older = c.req.query('older') ?? null
  const found = await topicPage(db, { slug, language, older })
  if (!found) {
    const target = await mergedInto(db, slug)
    return target ? c.redirect(paths.topic(target), 301) : problem(c, 404, 'notFound')
  }
  const { topic, version } = found
  const languages = config.languages.filter((other) => found.languages.includes(other))
  const tags = madeFrom.topic(slug, found.page.columns)
  return (
    cacheable(c, { version, tags, parameters: ['older'] }) ??
    c.render(<TopicPage {...c.var} {...found} isFirst={!older} />, {
      title: topic.name,
      description: topic.description,
      canonical: older ? undefined : paths.topic(slug),
      editions: inEach(languages, (paths) => paths.topic(slug)),
      feeds: [{ title: copy.lists.topicFeed(topic.name), path: paths.topicFeed(slug) }],
      things: [
        wayTo(
          [
            { name: copy.site.topics, path: paths.topics() },
            { name: topic.name, path: paths.topic(slug) },
          ],
          c.var,
        ),
      ],
    })
  )
})

columnsRoom.get('/archive', async (c) => {
  const { config, copy, db, language, paths } = c.var
  const { months, version } = await archiveMonths(db, language)
  return (
    cacheable(c, { version, tags: madeFrom.archive(language) }) ??
    c.render(<ArchivePage {...c.var} months={months} />, {
      title: copy.site.archive,
      description: copy.lists.archiveLead,
      canonical: paths.archive(),
      editions: inEach(config.languages, (paths) => paths.archive()),
    })
  )
})

columnsRoom.get('/archive/:year{[0-9]{4}}', async (c) => {
  const { config, copy, db, language, paths } = c.var
  const year = c.req.param('year')
  const older = c.req.query('older') ?? null
  const { languages } = config
  const { version, ...found } = await yearPage(db, { year, language, languages, older })
  if (found.page.columns.length === 0) return problem(c, 404, 'notFound')
  const tags = madeFrom.year(year, found.page.columns)
  return (
    cacheable(c, { version, tags, parameters: ['older'] }) ??
    c.render(<YearPage {...c.var} {...found} year={year} isFirst={!older} />, {
      title: `${copy.site.archive} ${year}`,
      canonical: older ? undefined : paths.year(year),
      editions: inEach(found.languages, (paths) => paths.year(year)),
      things: [
        wayTo(
          [
            { name: copy.site.archive, path: paths.archive() },
            { name: year, path: paths.year(year) },
          ],
          c.var,
        ),
      ],
    })
  )
})

columnsRoom.get('/updates', async (c) => {
  const { config, copy, db, language, paths } = c.var
  const older = c.req.query('older') ?? null
  const page = await updatesPage(db, language, older)
  const tags = madeFrom.updates(language, page.columns)
  return (
    cacheable(c, { version: page.version, tags, parameters: ['older'] }) ??
    c.render(<UpdatesPage {...c.var} page={page} isFirst={!older} />, {
      title: copy.column.updates,
      description: copy.lists.updatesLead,
      canonical: older ? undefined : paths.updates(),
      editions: inEach(config.languages, (paths) => paths.updates()),
      feeds: [{ title: copy.column.updates, path: paths.updatesFeed() }],
    })
  )
})

columnsRoom.get('/surprise', async (c) => {
  const { db, language, paths } = c.var
  const slug = await surprise(db, language, { from: newId(), chance: Math.random() })
  return c.redirect(slug ? paths.column(slug) : paths.front(), 302)
})
