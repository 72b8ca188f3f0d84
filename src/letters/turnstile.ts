import { noteFailure } from '../failure.ts'
import { TURNSTILE } from '../security.ts'

/**
 * Asks Cloudflare whether a person sent the form. The writer's address is not passed on. False when
 * the answer is no, and also when there is none: the form then keeps its text.
 */
export async function isPerson(secret: string, response: string | null): Promise<boolean> {
  if (!response) return false
  try {
    const answer = await fetch(`${TURNSTILE}/turnstile/v0/siteverify`, {
      method: 'POST',
      body: new URLSearchParams({ secret, response }),
    })
    return ((await answer.json()) as { success?: boolean }).success === true
  } catch (error) {
    noteFailure(error)
    return false
  }
}
