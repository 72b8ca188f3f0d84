import { Hono } from 'hono'
import type { Page } from './pages.ts'

type Floor = { Bindings: { DB: D1Database; PAGES: Record<string, Page> } }

/**
 * The least that a page on this platform can do: Hono, one row of D1 found by its slug, and the same
 * bytes as the site's page, which it was given once.
 */
const app = new Hono<Floor>()

app.get('*', async (c) => {
  const { pathname } = new URL(c.req.url)
  const page = c.env.PAGES[pathname]
  const row = c.env.DB.prepare('SELECT id FROM columns WHERE slug = ?').bind('column-0')
  await row.first()
  return page ? c.body(page.body, 200, { 'Content-Type': page.type }) : c.notFound()
})

export default app
