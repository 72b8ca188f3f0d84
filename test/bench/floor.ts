import { Hono } from 'hono'

type Floor = { Bindings: { DB: D1Database; PAGES: Record<string, { body: string; type: string }> } }

/**
 * The least that a page on this platform can do: Hono, one row of D1 found by its slug, and the same
 * bytes as the site's page, which it was given once.
 */
const app = new Hono<Floor>()

app.get('*', async (c) => {
  const { pathname, search } = new URL(c.req.url)
  const page = c.env.PAGES[pathname + search]
  const row = c.env.DB.prepare('SELECT id FROM columns WHERE slug = ?').bind('column-0')
  await row.first()
  return page ? c.body(page.body, 200, { 'Content-Type': page.type }) : c.notFound()
})

export default app
