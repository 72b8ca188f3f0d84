import { expect, test } from 'vitest'
import { parse, write } from '../../src/manuscript.ts'
import { ORIGIN, site } from '../newsroom.ts'
import { print, samples } from '../printed.ts'

test('Each column’s Markdown is read as the same column again, and names its page', async () => {
  await print(samples)
  for (const [slug, document] of Object.entries(samples)) {
    const path = `${/^language: id$/m.test(document) ? '/id' : ''}/columns/${slug}`
    const response = await site().get(`${path}.md`)
    expect([slug, response.status]).toEqual([slug, 200])
    expect(response.headers.get('Content-Type')).toBe('text/markdown; charset=utf-8')
    expect(response.headers.get('Link')).toBe(`<${ORIGIN}${path}>; rel="canonical"`)
    const source = await response.text()
    const { manuscript, problems } = parse(source, slug)
    expect(problems).toEqual([])
    expect(manuscript).toEqual(parse(document, slug).manuscript)
    expect(manuscript && write(manuscript)).toBe(source)
  }
})
