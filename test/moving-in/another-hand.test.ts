import { expect, test } from 'vitest'
import { evaluateOtherHands, UNSEEN } from './another-hand.ts'

test('No sentence of a letter or a reply that another hand has saved is told nowhere', async () => {
  for (const [share, figures] of await evaluateOtherHands()) {
    const { parts, columns, junk, texts, lost, untold } = figures
    console.info(share, Object.fromEntries([...parts, ...columns]), { junk, texts }, lost.length)
    expect(texts.known).toBe(share === UNSEEN ? 28 : 18)
    expect(columns.get('texts that are no columns')).toEqual({ known: 2, right: 2 })
    // How many, and not which: nobody is to read them of the unseen share.
    expect(untold.length).toBe(0)
  }
})
