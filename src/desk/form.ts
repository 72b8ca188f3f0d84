import type { Context } from 'hono'
import type { AppEnv } from '../room.ts'

/** Reads a form that was sent: gives each field's text, empty for one that is not there. */
export async function readForm(c: Context<AppEnv>): Promise<(field: string) => string> {
  const form = await c.req.parseBody()
  return (field) => {
    const value = form[field]
    return typeof value === 'string' ? value : ''
  }
}
