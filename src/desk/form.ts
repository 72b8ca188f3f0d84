import type { Context } from 'hono'
import type { AppEnv } from '../room.ts'

/** A field's text, by its name; empty for one that is not there. */
export type Field = (name: string) => string

/** Reads a form that was sent: gives each field's text, empty for one that is not there. */
export async function readForm(c: Context<AppEnv>): Promise<Field> {
  const form = await c.req.parseBody()
  return (field) => {
    const value = form[field]
    return typeof value === 'string' ? value : ''
  }
}
