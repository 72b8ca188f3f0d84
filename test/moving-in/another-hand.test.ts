import { expect, test } from 'vitest'
import { evaluateAnotherHand } from './another-hand.ts'

test('No sentence of a letter or a reply that another hand has saved is told nowhere', async () => {
  for (const [half, { parts, columns, junk, texts, lost, untold }] of await evaluateAnotherHand()) {
    console.info(half, Object.fromEntries([...parts, ...columns]), { junk, texts }, lost.length)
    expect(texts.known).toBe(18)
    expect(columns.get('texts that are no columns')).toEqual({ known: 2, right: 2 })
    // How many, and not which: nobody is to read them of the unseen half.
    expect(untold.length).toBe(0)
  }
})
