import { noteFailure } from '../failure.ts'
import { TURNSTILE } from '../security.ts'

/** How long Cloudflare may take to answer, in milliseconds: somebody waits for their ticket. */
const PATIENCE = 5_000

/** What says of a form that no person sent it; other codes tell of the site's secret, or of Cloudflare. */
const REFUSALS = ['missing-input-response', 'invalid-input-response', 'timeout-or-duplicate']

/**
 * Whether the form may be taken, as Cloudflare's check for people has it. The writer's address is not passed
 * on. False only when that check was not passed: while Cloudflare does not answer, or answers that our
 * secret is wrong, no writer is turned away for it. The hourly limits hold all the same.
 */
export async function isPerson(secret: string, response: string | null): Promise<boolean> {
  if (!response) return false
  try {
    const answer = await fetch(`${TURNSTILE}/turnstile/v0/siteverify`, {
      method: 'POST',
      body: new URLSearchParams({ secret, response }),
      signal: AbortSignal.timeout(PATIENCE),
    })
    const told = (await answer.json()) as { success?: boolean; 'error-codes'?: string[] }
    if (told.success === true) return true
    if (told['error-codes']?.some((code) => REFUSALS.includes(code))) return false
    throw new Error('Cloudflare’s check for people could not be made')
  } catch (error) {
    noteFailure(error)
    return true
  }
}
