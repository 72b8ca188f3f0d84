import { expect, test } from 'vitest'
import { htmlBlocks } from '../../src/cli/import/html-blocks.ts'
import { openSigns } from '../../src/moving-in/signs.ts'
import { WRITTEN_SIGNS } from '../../src/moving-in/written-signs.ts'
import { moveIn } from '../../src/moving-in.ts'

openSigns(WRITTEN_SIGNS)

const HOUSE = { language: 'en', timeZone: 'UTC', topics: new Map(), topic: 'general' }
const KNOWN = { standfirst: '', language: 'en', byline: null, topics: [], siteName: '' }

function moved(title: string, html: string) {
  const published = '2014-09-08T13:00:00Z'
  return moveIn({ ...KNOWN, title, published, blocks: htmlBlocks(html) }, HOUSE)
}

test('An update keeps what it begins with: the link to its column stands there', () => {
  const update = moved(
    'update: my boss listens through the wall',
    `<p>Remember the boss who <a href="https://old.example/?p=101">listened through the wall</a>? Here’s the update.</p>
    <p>I moved my calls to the small room, and for a week all was well.</p>
    <p><img src="/wall.jpg" alt="A wall"></p>`,
  )
  if (update.kind !== 'update') throw new Error(`It is no update: ${update.kind}`)
  const [first] = update.blocks
  expect(first?.markdown).toContain('(https://old.example/?p=101)')
  expect(update.blocks).toHaveLength(2)
  expect(update.remarks).toContainEqual({
    kind: 'left',
    line: 3,
    reason: 'a picture of an update',
    text: '/wall.jpg',
  })
})

test('A picture above a column is listed with its pictures', () => {
  const { images } = moved(
    'The wall',
    `<p><img src="/wall.jpg" alt="A wall"></p><p>By The Desk</p><p>A reader writes:</p>
    <p>My boss listens to my telephone calls through the wall, and corrects the figures.</p>
    <p>The Desk responds:</p><p>Take the calls in the small room, and tell her that you do.</p>`,
  )
  expect(images.map(({ address }) => address)).toEqual(['/wall.jpg'])
})
