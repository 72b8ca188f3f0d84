import type { Context } from 'hono'
import { madeFrom } from '../cache-tags.ts'
import { mergedInto } from '../columns/topic.ts'
import { paths as everywhere } from '../paths.ts'
import { type AppEnv, newRoom } from '../room.ts'
import { cacheable } from '../ui/caching.ts'
import { problem } from '../ui/problem.tsx'
import { atom } from './atom.ts'
import { readFeed } from './feed.ts'
import { jsonFeed } from './json-feed.ts'
import { mastheadOf, mastheadOfUpdates } from './masthead.ts'
import { llms, robots } from './plain-files.ts'
import { readShelves } from './shelves.ts'
import { readSitemap } from './sitemap.ts'
import { sitemapIndex, urlSet } from './sitemap-xml.ts'
import { readUpdates, updatesAtom } from './updates-feed.ts'

/** Readers follow, and so do machines: feeds, the sitemap, and what robots ask for first. */
export const feedsRoom = newRoom()

feedsRoom.get('/feed.xml', (c) => atomFeed(c, c.var.paths.atom()))

feedsRoom.get('/topics/:topic/feed.xml', (c) => {
  const topic = c.req.param('topic')
  return atomFeed(c, c.var.paths.topicFeed(topic), topic)
})

async function atomFeed(c: Context<AppEnv>, self: string, slug?: string) {
  const feed = await readFeed(c.var.db, c.var.language, slug)
  if (slug && !feed.topic) {
    const target = await mergedInto(c.var.db, slug)
    if (!target) return problem(c, 404, 'notFound')
    return c.redirect(c.var.paths.topicFeed(target), 301)
  }
  const unchanged = cacheable(c, {
    ...feed.site,
    tags: slug
      ? madeFrom.topicFeed(slug, feed.columns)
      : madeFrom.feed(c.var.language, feed.columns),
  })
  if (unchanged) return unchanged
  return c.body(atom(feed, mastheadOf(c.var, self, feed.topic)), 200, {
    'Content-Type': 'application/atom+xml; charset=utf-8',
  })
}

feedsRoom.get('/updates/feed.xml', async (c) => {
  const feed = await readUpdates(c.var.db, c.var.language)
  const tags = madeFrom.updatesFeed(c.var.language, feed.columns)
  const unchanged = cacheable(c, { ...feed.site, tags })
  if (unchanged) return unchanged
  return c.body(updatesAtom(feed, mastheadOfUpdates(c.var)), 200, {
    'Content-Type': 'application/atom+xml; charset=utf-8',
  })
})

feedsRoom.get('/feed.json', async (c) => {
  const feed = await readFeed(c.var.db, c.var.language)
  const tags = madeFrom.feed(c.var.language, feed.columns)
  const unchanged = cacheable(c, { ...feed.site, tags })
  if (unchanged) return unchanged
  return c.body(
    JSON.stringify(jsonFeed(feed, mastheadOf(c.var, c.var.paths.jsonFeed(), null))),
    200,
    {
      'Content-Type': 'application/feed+json; charset=utf-8',
    },
  )
})

feedsRoom.get('/llms.txt', async (c) => {
  const { shelves, site } = await readShelves(c.var.db, c.var.language)
  return cacheable(c, { ...site, tags: madeFrom.catalogue() }) ?? c.text(llms(shelves, c.var))
})

feedsRoom.get(everywhere.robots(), (c) => {
  const { config, origin } = c.var
  return c.text(robots(config.languages, origin), 200, { 'Cache-Control': 'public, max-age=3600' })
})

feedsRoom.get(everywhere.sitemap(), async (c) => {
  const { config, db, origin } = c.var
  const asked = c.req.query('part')
  if (asked && !/^[1-9]\d{0,5}$/.test(asked)) return problem(c, 404, 'notFound')
  const part = asked ? Number(asked) : undefined
  const sitemap = await readSitemap(db, { languages: config.languages, origin, part })
  if (part && part > sitemap.parts) return problem(c, 404, 'notFound')
  const unchanged = cacheable(c, {
    ...sitemap.site,
    tags: madeFrom.catalogue(),
    parameters: ['part'],
  })
  if (unchanged) return unchanged
  const isList = !part && sitemap.parts > 1
  const text = isList ? sitemapIndex(sitemap.parts, origin) : urlSet(sitemap, origin)
  return c.body(text, 200, { 'Content-Type': 'application/xml; charset=utf-8' })
})
