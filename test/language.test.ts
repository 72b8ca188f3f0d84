import { describe, expect, test } from 'vitest'
import { languageOf, unprefixed } from '../src/language.ts'
import { site } from './newsroom.ts'

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

describe('A reader', () => {
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
