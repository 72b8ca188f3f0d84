import { describe, expect, test } from 'vitest'
import { minutesLater } from '../../src/dates.ts'
import { retract } from '../../src/desk/column/column.ts'
import { purgeDue } from '../../src/desk/publishing/purge.ts'
import { cacheOfOurs } from '../cache.ts'
import { db, NOW, site } from '../newsroom.ts'
import { column, print } from '../printed.ts'
import { crawl } from '../purges.ts'

/** A word of each part of the column that is taken down: none stands in another column. */
const WORDS = ['Zirconia', 'Quokka', 'Pangolin', 'Ocelot', 'Wombat', 'Axolotl', 'Tapir']

const GONE = column({
  headline: 'Zirconia on my desk',
  standfirst: 'The quokka says it is hers.',
  more: 'byline: Tapir\n',
  text: [
    '# Letter\n\nThe pangolin took my tea.\n\n— Ocelot',
    '# Reply\n\nTea.\n\n> [!SCRIPT] When she takes it\n> No wombat, please.',
    '# Update 2026-04-01\n\nThe axolotl has moved.',
  ].join('\n\n'),
})

async function printAll() {
  const beside = (on: number) => column({ published: `2026-03-0${on}T09:00:00Z` })
  await print({
    ...{ before: beside(1), gone: GONE, after: beside(3) },
    edition: column({ language: 'id', more: 'edition_of: gone\n' }),
  })
}

const takeDown = () =>
  retract(db, 'gone', { reason: 'Found out.', note: 'Withdrawn.', by: 'edith', now: NOW })

const holds = (text: string) =>
  WORDS.filter((word) => text.toLowerCase().includes(word.toLowerCase()))

describe('What is retracted is gone', () => {
  test('from every answer at once', async () => {
    await printAll()
    const pages = await crawl()
    const showed = [...pages].filter(([, { body }]) => holds(body).length > 0)
    expect(showed.length, 'it was on many pages').toBeGreaterThan(12)
    expect(new Set(showed.flatMap(([, { body }]) => holds(body)))).toEqual(new Set(WORDS))
    await takeDown()
    const asked = WORDS.flatMap((word) => [`/search?q=${word}`, `/search.json?q=${word}`])
    const words = WORDS.map((word) => `/scripts?q=${word}`)
    const again = await crawl()
    const files = ['', '.md', '.png'].map((form) => `/columns/gone${form}`)
    for (const path of [...pages.keys(), ...again.keys(), ...files]) {
      const answer = await site().get(path)
      if (path.startsWith('/columns/gone')) expect(answer.status, path).toBe(410)
      const body = path.endsWith('.png') ? '' : await answer.text()
      expect(holds(body), path).toEqual([])
      if (path !== '/columns/gone') expect(body, path).not.toContain('/columns/gone')
    }
    for (const path of [...asked, ...words]) {
      const [, word = ''] = path.split('=')
      const body = (await (await site().get(path)).text()).replaceAll(word, '')
      expect(holds(body), path).toEqual([])
      expect(body, path).not.toContain('/columns/gone')
    }
    const form = { question: WORDS.join(' '), letter: WORDS.join(' '), language: 'en' }
    const similar = await (await site().post('/write/similar', form)).json<{ results: object[] }>()
    expect(JSON.stringify(similar.results)).not.toContain('gone')
  })

  const kept = async () => {
    await printAll()
    const cache = cacheOfOurs()
    const paths = [...(await crawl()).keys()].filter((path) => !path.endsWith('.png'))
    // In the last second before it is taken down, so that every copy is as fresh as can be.
    for (const path of paths) await cache.get(path, 0)
    await takeDown()
    const shown = async (at: number, how: { isDown?: boolean } = {}) => {
      const found: string[] = []
      for (const path of paths) {
        if (holds(await cache.get(path, at, how)).length > 0) found.push(path)
      }
      return found
    }
    return { cache, shown }
  }

  test('from every cache at once when it is purged, and while D1 is down after that', async () => {
    const { cache, shown } = await kept()
    await purgeDue(db, cache.purge, NOW)
    expect(await shown(1)).toEqual([])
    expect(await shown(120, { isDown: true })).toEqual([])
  })

  test('from every cache within a minute though no purge works, and for whoever comes first', async () => {
    const { shown } = await kept()
    await purgeDue(db, async () => false, minutesLater(NOW, 0))
    expect((await shown(59)).length, 'a cache that keeps nothing proves nothing').toBeGreaterThan(9)
    expect(await shown(60)).toEqual([])
    // What stands in its place is kept in turn, so that nothing older comes back while D1 is down.
    expect((await shown(600, { isDown: true })).filter((path) => path.includes('gone'))).toEqual([])
  })
})
