import type { Context } from 'hono'
import { madeFrom } from '../cache-tags.ts'
import { write } from '../manuscript.ts'
import { type AppEnv, newRoom } from '../room.ts'
import { readTypeface } from '../share-image/typeface-file.ts'
import { shareImage } from '../share-image.ts'
import { typeset } from '../typeset.ts'
import { cacheable } from '../ui/caching.ts'
import { findAsked } from './found.ts'

/** A column as a file: the document it was made from, and the image that it is shared with. */
export const columnFilesRoom = newRoom()

/**
 * The name tells which file: were the endings in the path, it would have two forms of a part, which
 * Hono's quick router does not know, and every request of the site would go by the slow one.
 */
columnFilesRoom.get('/columns/:slug', (c, next) => {
  const [, slug, ending] = /^(.+)\.(md|png)$/.exec(c.req.param('slug')) ?? []
  if (!slug) return next()
  return ending === 'md' ? source(c, slug) : image(c, slug)
})

async function source(c: Context<AppEnv>, slug: string): Promise<Response> {
  const column = await findAsked(c, slug, 'columnSource')
  if (column instanceof Response) return column
  const tags = madeFrom.columnSource(column)
  const unchanged = cacheable(c, { version: column.siteVersion, tags })
  if (unchanged) return unchanged
  return c.body(write(column.manuscript), 200, {
    'Content-Type': 'text/markdown; charset=utf-8',
    // The page is what search engines should show (RFC 6596).
    Link: `<${c.var.origin}${c.var.paths.column(slug)}>; rel="canonical"`,
  })
}

async function image(c: Context<AppEnv>, slug: string): Promise<Response> {
  const { config, copy, language } = c.var
  const column = await findAsked(c, slug, 'shareImage')
  if (column instanceof Response) return column
  const tags = madeFrom.shareImage(column)
  const unchanged = cacheable(c, { version: column.siteVersion, tags })
  if (unchanged) return unchanged
  const { headline, byline } = column.manuscript
  const image = await shareImage(await readTypeface(c.env.ASSETS), {
    siteName: config.name[language],
    headline: typeset(headline, copy.column.quotes),
    byline: copy.column.by(byline ?? config.columnist[language]),
  })
  return c.body(image, 200, {
    'Content-Type': 'image/png',
    // Other sites show it beside their readers' links.
    'Cross-Origin-Resource-Policy': 'cross-origin',
  })
}
