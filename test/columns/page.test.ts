import { expect, test } from 'vitest'
import { site } from '../newsroom.ts'
import { column, print, retract, samples } from '../printed.ts'

const page = async (path: string) => (await site().get(path)).text()
const words = (html: string) => html.replace(/<[^>]*>/g, '').replaceAll('\u00a0', ' ')

test('A column says when it is from, when it was looked at, and where it holds', async () => {
  const more = 'checked: 2026-06-01\nplace: US\n'
  const parts = [
    'Letter',
    'Reply',
    'Update 2026-05-01',
    'Update 2026-07-01',
    'Correction 2026-03-03',
  ]
  const text = parts.map((part) => `# ${part}\n\nTea.`).join('\n\n')
  await print({ kettle: column({ more, text }) })
  expect(words(await page('/columns/kettle'))).toContain(
    'Published 2 March 2026 · Updated 1 July 2026 · Corrected 3 March 2026 · ' +
      'Checked 1 June 2026 · Advice for the US',
  )
})

test('Updates stand in the order of their days, whatever order they were written in', async () => {
  const parts = ['Letter', 'Reply', 'Update 2026-07-01', 'Update 2026-05-01']
  await print({ kettle: column({ text: parts.map((part) => `# ${part}\n\nTea.`).join('\n\n') }) })
  const html = await page('/columns/kettle')
  const section = html.slice(html.indexOf('id="updates"'))
  const days = [...section.matchAll(/datetime="([^"]*)"/g)].map(([, on]) => on)
  expect(days).toEqual(['2026-05-01', '2026-07-01'])
})

test('Each letter and reply has an address of its own, and a link that gives it away', async () => {
  await print(samples)
  const html = await page('/columns/five-small-questions-about-meetings')
  for (const id of ['letter-1', 'reply-1', 'letter-5', 'reply-5']) {
    expect(html).toContain(`id="${id}"`)
    expect(html).toContain(`<a class="share" href="#${id}"`)
  }
})

test('A reader goes on by date within the language, through columns of one moment too', async () => {
  const at = (published: string, language = 'en') => column({ published, language })
  await print({
    a: at('2026-01-01T09:00:00Z'),
    b: at('2026-02-01T09:00:00Z'),
    c: at('2026-02-01T09:00:00Z'),
    d: at('2026-03-01T09:00:00Z'),
    x: at('2026-02-02T09:00:00Z', 'id'),
  })
  const neighbours = async (slug: string) => {
    const html = await page(`/columns/${slug}`)
    const link = (rel: string) =>
      new RegExp(`href="/columns/([^"]*)" rel="${rel}"`).exec(html)?.[1] ?? null
    return [link('prev'), link('next')]
  }
  expect(await neighbours('a')).toEqual([null, 'b'])
  expect(await neighbours('b')).toEqual(['a', 'c'])
  expect(await neighbours('c')).toEqual(['b', 'd'])
  expect(await neighbours('d')).toEqual(['c', null])
  await retract('c')
  expect(await neighbours('b')).toEqual(['a', 'd'])
  expect(await page('/id/columns/x')).not.toContain('rel="prev"')
})

test('A digest’s letters are in the lists, each by its own headline and address', async () => {
  await print(samples)
  for (const path of ['/topics/meetings', '/archive/2026']) {
    const html = await page(path)
    expect(html, path).toContain(
      '<a href="/columns/five-small-questions-about-meetings#letter-3">I was doing the crossword</a>',
    )
  }
})

test('Marks that were typed straight are printed as they should be, and kept as they were typed', async () => {
  const [headline, standfirst] = ['"It\'s mine," he says', "The '90s kettle -- and mine..."]
  const text = '# Letter\n\nHe\'s "busy".\n\n— Jo\'s friend\n\n# Reply\n\nNo.'
  await print({ kettle: column({ headline, standfirst, text }), lamp: column() })
  for (const path of ['/columns/kettle', '/', '/topics/colleagues', '/archive/2026']) {
    const html = await page(path)
    expect(html, path).toContain('“It’s mine,” he says')
    expect(html, path).toContain('The ’90s kettle\u00a0– and mine…')
  }
  const html = await page('/columns/kettle')
  expect(html).toContain('He’s “busy”.')
  expect(html).toContain('— Jo’s friend')
  expect(await page('/columns/lamp')).toContain('“It’s mine,” he says</a>')
  const source = await page('/columns/kettle.md')
  expect(source).toContain('He\'s "busy".')
  expect(source).toContain(standfirst)
})

test('The archive counts each month’s columns, and leads to a month on any page of its year', async () => {
  const slugs = Array.from({ length: 70 }, (_, index) => `c${index}`)
  const documents = slugs.map((slug, index) => {
    const day = String((index % 28) + 1).padStart(2, '0')
    const month = index < 65 ? '05' : '02'
    return [slug, column({ headline: slug, published: `2026-${month}-${day}T09:00:00Z` })]
  })
  await print(Object.fromEntries(documents))
  expect(words(await page('/archive'))).toContain('2026 70 columns')
  const year = await page('/archive/2026')
  expect(words(year)).toMatch(/February 5\s*May 65/)
  expect(year).toContain('<a href="#month-05">')
  const february = /href="(\/archive\/2026\?older=[^"]*)">February/.exec(year)?.[1] ?? ''
  const second = await page(february)
  expect(second).toContain('id="month-02"')
  expect(second).not.toContain('id="month-05"')
  await retract('c69')
  await print({ c68: column({ headline: 'c68', published: '2025-12-31T23:59:59Z' }) })
  expect(words(await page('/archive'))).toMatch(/2026 68 columns[\s\S]*2025 1 column/)
})
