import type { Context } from 'hono'
import { type Allowance, allowanceOf } from '../../letters/limit.ts'
import { networkOf } from '../../letters/network.ts'
import type { AppEnv } from '../../room.ts'

/**
 * Recovery codes that may be tried from one network in an hour, right or wrong. Nobody guesses 80 random
 * bits: this spares the database. It counts networks and not names, or a stranger could lock an editor out.
 */
const CODES_PER_HOUR = 20

/** Gives what of that the request's network has left. */
export function signInAllowance(c: Context<AppEnv>): Promise<Allowance> {
  const { now, vault } = c.var
  const network = networkOf(c.req.header('CF-Connecting-IP'))
  return allowanceOf(vault, network, { kind: 'sign_in', most: CODES_PER_HOUR, now })
}
