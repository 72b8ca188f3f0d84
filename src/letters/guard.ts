import type { Context } from 'hono'
import { day } from '../dates.ts'
import type { AppEnv } from '../room.ts'
import { networkHash } from '../vault.ts'
import { type Allowance, allowanceOf } from './limit.ts'
import { networkOf } from './network.ts'

/**
 * Tells whether a network sends forms faster than a person can. Cloudflare counts, by location and
 * roughly; without the binding, or without a network, nobody is too fast.
 */
export async function isBurst(c: Context<AppEnv>): Promise<boolean> {
  const { now, vault } = c.var
  const { BURST } = c.env as Partial<Env>
  const network = networkIn(c)
  if (!network || !BURST) return false
  const { success } = await BURST.limit({ key: await networkHash(vault, network, day(now)) })
  return !success
}

/** Gives what the request's network may still do in this hour. */
export function allowanceIn(c: Context<AppEnv>, kind: Allowance['kind']): Promise<Allowance> {
  const { config, now, vault } = c.var
  const most = config.hourly[kind === 'letter' ? 'letters' : 'tickets']
  return allowanceOf(vault, networkIn(c), { kind, most, now })
}

function networkIn(c: Context<AppEnv>): string | null {
  return networkOf(c.req.header('CF-Connecting-IP'))
}
