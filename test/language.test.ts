import { describe, expect, test } from 'vitest'
import { directionOf, languageOf, unprefixed } from '../src/language.ts'
import { site } from './newsroom.ts'
import { column, print } from './printed.ts'

describe('An address', () => {
  test.each([
    ['/', 'en', '/'],
    ['/topics', 'en', '/topics'],
    ['/id', 'id', '/'],
    ['/id/', 'id', '/'],
    ['/id/topics', 'id', '/topics'],
    ['/id/id', 'id', '/id'],
    ['/idx', 'en', '/idx'],
    ['/ID/topics', 'en', '/ID/topics'],
    ['/en/topics', 'en', '/en/topics'],
    ['/fr/topics', 'en', '/fr/topics'],
    ['//id', 'en', '//id'],
    ['/columns/id', 'en', '/columns/id'],
  ])('%s is read in %s as %s', (path, language, rest) => {
    expect(languageOf(path, ['en', 'id'])).toBe(language)
    expect(unprefixed(path, ['en', 'id'])).toBe(rest)
  })

  test('of a language that the site does not serve is no such address', () => {
    expect(unprefixed('/id/topics', ['en'])).toBe('/id/topics')
  })

  test.each(['/desk', '/desk/team', '/preview/x', '/healthz', '/robots.txt', '/sitemap.xml'])(
    '%s stands under no language',
    (path) => {
      expect(unprefixed(`/id${path}`, ['en', 'id'])).toBe(`/id${path}`)
    },
  )
})

test.each([
  ['en', 'ltr'],
  ['id', 'ltr'],
  ['ja', 'ltr'],
  ['ar', 'rtl'],
  ['fa', 'rtl'],
  ['he', 'rtl'],
  ['ur', 'rtl'],
  ['uz-Arab', 'rtl'],
])('%s is written %s', (language, direction) => {
  expect(directionOf(language)).toBe(direction)
})

/** Where the other language's link leads on a page of readers or writers. */
async function otherEdition(path: string) {
  const page = await (await site().get(path)).text()
  return /<nav aria-label="[^"]+"><a href="([^"]+)" lang="\w+" hreflang/.exec(page)?.[1]
}

describe('A reader', () => {
  test.each([
    ['/', '/id'],
    ['/topics', '/id/topics'],
    ['/archive', '/id/archive'],
    ['/updates', '/id/updates'],
    ['/scripts', '/id/scripts'],
    ['/search?q=tea+boss', '/id/search?q=tea%20boss'],
    ['/about', '/id/about'],
    ['/privacy', '/id/privacy'],
    ['/guidelines', '/id/guidelines'],
    ['/write', '/id/write'],
    ['/ticket', '/id/ticket'],
    ['/nowhere', '/id'],
  ])('goes from %s to the same page in another language, and back', async (path, other) => {
    expect(await otherEdition(path)).toBe(other)
    const back = path === '/nowhere' ? '/' : path.replace('+', '%20')
    expect(await otherEdition(other)).toBe(back)
  })

  test('goes from a column to its edition, or to the front page when it has none', async () => {
    const indonesian = column({ language: 'id', more: 'edition_of: kettle\n' })
    await print({ kettle: column(), ceret: indonesian, alone: column() })
    expect(await otherEdition('/columns/kettle')).toBe('/id/columns/ceret')
    expect(await otherEdition('/id/columns/ceret')).toBe('/columns/kettle')
    expect(await otherEdition('/columns/alone')).toBe('/id')
  })

  test('goes from a topic’s scripts to those in another language, if it has any', async () => {
    const text = '# Letter\n\nHelp.\n\n# Reply\n\n> [!SCRIPT] At noon\n> I eat now.'
    await print({
      lunch: column({ text, topics: 'colleagues' }),
      makan: column({ text, topics: 'colleagues', language: 'id' }),
      nap: column({ text, topics: 'boundaries' }),
    })
    expect(await otherEdition('/scripts?topic=colleagues')).toBe('/id/scripts?topic=colleagues')
    expect(await otherEdition('/id/scripts?topic=colleagues')).toBe('/scripts?topic=colleagues')
    expect(await otherEdition('/scripts?topic=boundaries')).toBe('/id')
    expect(await otherEdition('/scripts?q=noon')).toBe('/id/scripts')
  })

  test('has every page in the language of its address', async () => {
    for (const [path, language] of [
      ['/topics', 'en'],
      ['/id/topics', 'id'],
      ['/id', 'id'],
      ['/id/nowhere', 'id'],
    ]) {
      expect(await (await site().get(String(path))).text(), path).toContain(
        `<html lang="${language}"`,
      )
    }
  })

  test('finds nothing under a language that the site does not serve', async () => {
    expect((await site().get('/fr/topics')).status).toBe(404)
    expect((await site().get('/en/topics')).status).toBe(404)
    const english = site({ settings: { LANGUAGES: 'en' } })
    expect((await english.get('/id/topics')).status).toBe(404)
  })

  test('comes to no desk under a language', async () => {
    expect((await site().get('/id/desk')).status).toBe(404)
    expect((await site().get('/id/desk/team')).status).toBe(404)
  })
})
