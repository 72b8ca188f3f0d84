import { describe, expect, test } from 'vitest'
import { movedIn } from './moving.ts'

const LETTER = [
  'The kettle on the third floor',
  'A reader writes:',
  'My colleague boils the kettle all day, and I can’t hear my own calls. What do I say?',
  '— Steamed',
  'The Desk responds:',
]
const REPLY =
  'Ask him to boil it at ten and at three. You need not say why, and he need not know that you counted.'

describe('A line at the end of a saved text', () => {
  test.each([
    'Share this: Facebook Twitter',
    'Share this: Facebook (12), X and WhatsApp',
    'Bagikan ini: Facebook, WhatsApp',
    'Bagikan artikel ini ke Telegram',
    'Follow us: Instagram | Threads',
  ])('“%s” does not stay in the reply', (line) => {
    const { manuscript, remarks } = movedIn([...LETTER, REPLY, line].join('\n\n'))
    expect(manuscript.exchanges[0]?.reply).toBe(REPLY)
    expect(remarks).toContainEqual(
      expect.objectContaining({ kind: 'left', reason: 'links for sharing', text: line }),
    )
  })

  test.each(['Share the kettle: him first, you second.', 'Send an e-mail to him on Friday.'])(
    '“%s” is the columnist’s own',
    (line) => {
      expect(movedIn([...LETTER, REPLY, line].join('\n\n')).manuscript.exchanges[0]?.reply).toBe(
        `${REPLY}\n\n${line}`,
      )
    },
  )
})

describe('A topic', () => {
  test('that only the old page said is taken, and shown; one that says nothing is not', () => {
    const { manuscript, remarks } = movedIn(
      ['Home > Advice > Tea rooms', ...LETTER, REPLY].join('\n\n'),
    )
    expect(manuscript.topics).toEqual(['tea-rooms'])
    expect(remarks).toContainEqual({
      kind: 'eye',
      line: 1,
      reason: 'the old page says this topic, and you have none of that name',
      text: 'Tea rooms',
    })
    expect(remarks).toContainEqual({
      kind: 'left',
      line: 1,
      reason: 'a topic that says nothing',
      text: 'Advice',
    })
  })
})
