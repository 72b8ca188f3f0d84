import { expect, test } from 'vitest'
import { evaluateOtherHands, UNSEEN } from './another-hand.ts'

/** How many columns and digests each share holds. */
const COLUMNS: Record<string, number> = {
  'another hand, read later': 18,
  'another hand, read first': 18,
  'third hand, read': 28,
  [UNSEEN]: 22,
}

test('No sentence of a letter or a reply that another hand has saved is told nowhere', async () => {
  for (const [share, figures] of await evaluateOtherHands()) {
    const { parts, columns, junk, texts, lost, untold } = figures
    console.info(share, Object.fromEntries([...parts, ...columns]), { junk, texts }, lost.length)
    expect(texts.known).toBe(COLUMNS[share])
    const right = share === UNSEEN ? expect.any(Number) : 2
    expect(columns.get('texts that are no columns')).toEqual({ known: 2, right })
    // How many, and not which: nobody is to read them of the unseen share, which is measured and not tuned.
    expect(untold.length).toBe(0)
  }
})
