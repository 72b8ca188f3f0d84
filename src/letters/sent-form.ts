import type { Context } from 'hono'
import type { AppEnv } from '../room.ts'

/** Gives the fields of the form that was sent; the floor has made sure that it is one, and small. */
export async function sentForm(c: Context<AppEnv>): Promise<URLSearchParams> {
  return new URLSearchParams(new TextDecoder().decode(await c.req.arrayBuffer()))
}
