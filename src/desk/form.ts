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

/** Gives every field of a form that was sent, in its order: what a page carries on to send it again. */
export async function readSent(c: Context<AppEnv>): Promise<[name: string, value: string][]> {
  const form = await c.req.parseBody({ all: true })
  return Object.entries(form).flatMap(([name, values]) =>
    [values]
      .flat()
      .map((value): [string, string] => [name, typeof value === 'string' ? value : '']),
  )
}
