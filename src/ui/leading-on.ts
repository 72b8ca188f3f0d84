import type { Context } from 'hono'
import { type Lead, leadOf, oldAddressesAt, POST_NUMBERS } from '../old-address.ts'
import type { AppEnv } from '../room.ts'
import { keptInPlace } from './caching.ts'

/**
 * Answers at an address of an older site with the one where its page stands now (301), by one query.
 * Null where nobody knows the address.
 */
export async function leadOn(c: Context<AppEnv>): Promise<Response | null> {
  const lead = leadOf(await oldAddressesAt(c.var.db, c.req.url))
  return lead && leadTo(c, lead)
}

/** The same for `/?p=123`, by which WordPress names a post: null for any other query, or none, unasked. */
export async function leadOnByNumber(c: Context<AppEnv>): Promise<Response | null> {
  return POST_NUMBERS.some((name) => c.req.query(name)) ? leadOn(c) : null
}

/** Answers that a page stands elsewhere, for caches to keep until it moves again. */
export function leadTo(c: Context<AppEnv>, { location, tags }: Lead): Response {
  return keptInPlace(c, c.redirect(location, 301), { tags, parameters: POST_NUMBERS })
}
