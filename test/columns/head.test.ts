import { describe, expect, test } from 'vitest'
import { ORIGIN, site } from '../newsroom.ts'
import { column, print, samples } from '../printed.ts'

type Data = Record<string, unknown>
type Tag = Record<string, string>

const read = async (path: string) => {
  const response = await site().get(path)
  expect([path, response.status]).toEqual([path, 200])
  return response.text()
}

const unescaped = (text: string) =>
  text.replace(/&(?:quot|#39|lt|gt|amp);/g, (entity) => {
    const characters = { '&quot;': '"', '&#39;': "'", '&lt;': '<', '&gt;': '>', '&amp;': '&' }
    return characters[entity as keyof typeof characters]
  })

/** Gives the tags of a name in a page, by their attributes. */
function tags(page: string, name: string): Tag[] {
  return [...page.matchAll(new RegExp(`<${name} ([^>]*)>`, 'g'))].map(([, attributes = '']) =>
    Object.fromEntries(
      [...attributes.matchAll(/([a-z:-]+)="([^"]*)"/g)].map(([, key, value = '']) => [
        key,
        unescaped(value),
      ]),
    ),
  )
}

/** Gives what a page says in Open Graph and of its card, each property once. */
function card(page: string): Tag {
  const said = tags(page, 'meta').flatMap(({ property, name, content = '' }) => {
    const key = property ?? name ?? ''
    return /^(og|article|twitter):/.test(key) ? [[key, content]] : []
  })
  expect(new Set(said.map(([key]) => key)).size).toBe(said.length)
  return Object.fromEntries(said)
}

/** Gives what a page says in schema.org's words, by type. */
function things(page: string): Record<string, Data> {
  const blocks = [...page.matchAll(/<script type="application\/ld\+json">(.*?)<\/script>/gs)]
  const all = blocks.flatMap(([, text = '']) => {
    const { '@context': context, '@graph': graph } = JSON.parse(text)
    expect(context).toBe('https://schema.org')
    return graph as Data[]
  })
  return Object.fromEntries(all.map((thing) => [thing['@type'], thing]))
}

/** The addresses of a page in each language, itself among them, by language. */
function editions(page: string): Tag {
  const links = tags(page, 'link').filter(({ hreflang }) => hreflang)
  return Object.fromEntries(links.map(({ hreflang, href }) => [hreflang, href]))
}

const INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/

function checkQuestion(question: Data, page: string): void {
  const { acceptedAnswer } = question
  expect(question).toMatchObject({
    '@type': 'Question',
    url: expect.stringMatching(/^https:.*#letter-\d+$/),
    name: expect.stringMatching(/\S/),
    text: expect.stringMatching(/\S/),
    answerCount: 1,
    datePublished: expect.stringMatching(INSTANT),
    author: { '@type': 'Person', name: expect.stringMatching(/\S/) },
  })
  expect(acceptedAnswer).toMatchObject({
    '@type': 'Answer',
    text: expect.stringMatching(/\S/),
    url: expect.stringMatching(/^https:.*#reply-\d+$/),
    datePublished: expect.stringMatching(INSTANT),
    author: { name: expect.stringMatching(/\S/), url: expect.stringMatching(/^https:/) },
  })
  for (const { url } of [question, acceptedAnswer as Data]) {
    expect(page).toContain(`id="${String(url).split('#')[1]}"`)
  }
}

function checkBreadcrumbs(list: Data | undefined, address: string): void {
  const items = list?.itemListElement as Data[]
  expect(items.length).toBeGreaterThan(1)
  for (const [index, item] of items.entries()) {
    expect(item).toEqual({
      '@type': 'ListItem',
      position: index + 1,
      name: expect.stringMatching(/\S/),
      item: expect.stringMatching(/^https:/),
    })
  }
  expect(items.at(-1)?.item).toBe(address)
}

describe('A column’s page', () => {
  test('tells machines of each sample column who asks what, and what the answer is', async () => {
    await print(samples)
    for (const [slug, document] of Object.entries(samples)) {
      const path = `${/^language: id$/m.test(document) ? '/id' : ''}/columns/${slug}`
      const page = await read(path)
      const { QAPage, FAQPage, BreadcrumbList } = things(page)
      const isDigest = (document.match(/^# Letter/gm) ?? []).length > 1
      expect([slug, !!QAPage, !!FAQPage]).toEqual([slug, !isDigest, isDigest])
      const found = (QAPage ?? FAQPage) as Data
      expect(found).toMatchObject({
        url: ORIGIN + path,
        inLanguage: path.startsWith('/id') ? 'id' : 'en',
        datePublished: expect.stringMatching(INSTANT),
        dateModified: expect.stringMatching(INSTANT),
        author: { name: expect.stringMatching(/\S/) },
        publisher: { '@type': 'Organization', name: 'Off the Clock' },
        image: { url: `${ORIGIN}${path}.png`, width: 1200, height: 630 },
      })
      expect(String(found.dateModified) >= String(found.datePublished)).toBe(true)
      const questions = [found.mainEntity].flat() as Data[]
      expect(questions).toHaveLength((document.match(/^# Letter/gm) ?? []).length)
      for (const question of questions) checkQuestion(question, page)
      checkBreadcrumbs(BreadcrumbList, ORIGIN + path)
    }
  })

  test('says so when it was corrected, updated or checked', async () => {
    const more = 'byline: Ada Kettle\nchecked: 2026-06-01\n'
    const letter = '# Letter\n\nWho?\n\n# Reply\n\nYou.'
    const text = `${letter}\n\n# Update 2026-09-01\n\nMe.\n\n# Correction 2026-05-01\n\nTea.`
    await print({ kettle: column({ more, text }) })
    const page = await read('/columns/kettle')
    const { QAPage } = things(page)
    expect(QAPage).toMatchObject({
      datePublished: '2026-03-02T09:00:00Z',
      dateModified: '2026-09-01T00:00:00Z',
      lastReviewed: '2026-06-01',
      author: { '@type': 'Person', name: 'Ada Kettle' },
      mainEntity: { author: { name: 'Anonymous' }, text: 'Who?', acceptedAnswer: { text: 'You.' } },
    })
    expect(card(page)['article:modified_time']).toBe('2026-09-01T00:00:00Z')
  })

  test('shows its share image wherever it is shared', async () => {
    await print({ kettle: column({ headline: 'My “kettle” & <me>' }) })
    const page = await read('/columns/kettle')
    expect(card(page)).toEqual({
      'og:type': 'article',
      'og:title': 'My “kettle” & <me>',
      'og:description': 'He says it is everyone’s.',
      'og:url': `${ORIGIN}/columns/kettle`,
      'og:site_name': 'Off the Clock',
      'og:locale': 'en_GB',
      'og:image': `${ORIGIN}/columns/kettle.png`,
      'og:image:type': 'image/png',
      'og:image:width': '1200',
      'og:image:height': '630',
      'og:image:alt': 'My “kettle” & <me>',
      'article:published_time': '2026-03-02T09:00:00Z',
      'article:modified_time': '2026-03-02T09:00:00Z',
      'twitter:card': 'summary_large_image',
    })
    expect(tags(page, 'link')).toContainEqual({
      rel: 'alternate',
      type: 'text/markdown',
      href: '/columns/kettle.md',
    })
  })

  test('cannot be broken out of by what a letter says', async () => {
    const text =
      '# Letter\n\n</script><script>alert(1)</script><!--\n\n— </script>\n\n# Reply\n\n<b>'
    await print({ kettle: column({ headline: '</script><img src=x>', text }) })
    const page = await read('/columns/kettle')
    expect(things(page).QAPage).toMatchObject({
      headline: '</script><img src=x>',
      mainEntity: { author: { name: '</script>' } },
    })
    const scripts = page.match(/<script[^>]*>/g)
    expect(scripts).toHaveLength(2)
    expect(scripts).toContain('<script type="application/ld+json">')
  })
})

test('The front page tells the site’s name and how to search it', async () => {
  const { WebSite } = things(await read('/id'))
  expect(WebSite).toMatchObject({
    name: 'Off the Clock',
    url: `${ORIGIN}/id`,
    inLanguage: 'id',
    potentialAction: {
      '@type': 'SearchAction',
      target: { urlTemplate: `${ORIGIN}/id/search?q={search_term_string}` },
      'query-input': 'required name=search_term_string',
    },
  })
})

test('Every page of the sitemap names itself, and all its languages name each other', async () => {
  await print(samples)
  const sitemap = await read('/sitemap.xml')
  const listed = [...sitemap.matchAll(/<loc>([^<]*)<\/loc>/g)].map(([, address = '']) => address)
  const known = new Map<string, Tag>()
  for (const address of listed) {
    const page = await read(address.slice(ORIGIN.length))
    const canonical = tags(page, 'link').filter(({ rel }) => rel === 'canonical')
    expect(canonical).toEqual([{ rel: 'canonical', href: address }])
    expect(card(page)).toMatchObject({ 'og:url': address, 'og:site_name': 'Off the Clock' })
    if (/\/(topics|archive)\/./.test(address)) {
      checkBreadcrumbs(things(page).BreadcrumbList, address)
    }
    known.set(address, editions(page))
  }
  let several = 0
  for (const [address, named] of known) {
    if (Object.keys(named).length === 0) continue
    several += 1
    const { 'x-default': usual, ...languages } = named
    expect(Object.values(languages)).toContain(address)
    expect(usual).toBe(languages.en)
    for (const other of Object.values(languages)) expect(known.get(other)).toEqual(named)
  }
  expect(several).toBeGreaterThan(20)
  expect(known.get(`${ORIGIN}/columns/my-last-payslip-is-short`)).toEqual({})
}, 60_000)

test('A page that is not to be indexed has no card, no data of its own and no languages', async () => {
  const page = await read('/search?q=kettle')
  expect(card(page)).toEqual({})
  expect(things(page)).toEqual({})
  expect(editions(page)).toEqual({})
})
