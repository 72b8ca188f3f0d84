import { expect, test } from 'vitest'
import { evaluateOtherHands, UNSEEN } from './another-hand.ts'

/** How many columns and digests each share holds, and what share of their parts is found at the least. */
const SHARES: Record<string, { columns: number; least: number }> = {
  'another hand, read later': { columns: 18, least: 0.8 },
  'another hand, read first': { columns: 18, least: 0.95 },
  'third hand, read': { columns: 28, least: 0.9 },
  [UNSEEN]: { columns: 22, least: 0.8 },
}

test('Of what others have saved no sentence is told nowhere, and as much is found as before', async () => {
  for (const [share, figures] of await evaluateOtherHands()) {
    const { parts, columns, junk, texts, lost, untold } = figures
    console.info(share, Object.fromEntries([...parts, ...columns]), { junk, texts }, lost.length)
    expect(texts.known).toBe(SHARES[share]?.columns)
    const { known, right: found } = parts.get('all parts') ?? { known: 0, right: 0 }
    expect(found / known).toBeGreaterThanOrEqual(SHARES[share]?.least ?? 1)
    const right = share === UNSEEN ? expect.any(Number) : 2
    expect(columns.get('texts that are no columns')).toEqual({ known: 2, right })
    // How many, and not which: nobody is to read them of the unseen share, which is measured and not tuned.
    expect(untold.length).toBe(0)
  }
})
