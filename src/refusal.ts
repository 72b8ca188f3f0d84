/**
 * Tells whether D1 refused a batch because a row was not, or no longer, as the batch needs it. D1
 * tells a broken constraint by its message alone, and drizzle may have wrapped it.
 */
export function isRefusal(error: unknown): boolean {
  if (!(error instanceof Error)) return false
  return /constraint failed/i.test(error.message) || isRefusal(error.cause)
}

/** Runs a batch and tells whether it was carried out; false when a constraint refused all of it. */
export async function isCarriedOut(batch: Promise<unknown>): Promise<boolean> {
  try {
    await batch
    return true
  } catch (error) {
    if (isRefusal(error)) return false
    throw error
  }
}
