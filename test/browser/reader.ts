import { expect } from 'vitest'
import { follows, opens, type Person, presses, sees } from './browser.ts'
import type { Tale, Told } from './tales.ts'

const CONSULTANT = 'My client expects me to be available all day'

export async function findsTheConsultant(reader: Person): Promise<void> {
  await opens(reader, '/')
  await sees(reader, 'Off the Clock')
  await searches(reader, 'my client phones all day')
  const best = reader.page.getByRole('main').getByRole('heading', { level: 2 }).first()
  expect(await best.innerText()).toBe(CONSULTANT)
  await follows(reader, best.getByRole('link'))
  await sees(reader, CONSULTANT)
}

export async function copiesAScript({ page, hasScripts }: Person): Promise<void> {
  const script = page.getByRole('figure').filter({ hasText: 'To set it up' })
  const words = (await script.locator('blockquote').innerText()).trim()
  expect(words).toMatch(/^I want you to get what you need from me.+and I’ll pick up\.$/s)
  const button = script.getByRole('button', { name: 'Copy' })
  expect(await button.count()).toBe(hasScripts ? 1 : 0)
  if (!hasScripts) return
  await button.click()
  await script.getByRole('button', { name: 'Copied' }).waitFor()
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(words)
}

export async function findsIt(reader: Person, tale: Told): Promise<void> {
  const column = reader.page.getByRole('main').getByRole('link', { name: tale.headline })
  await opens(reader, '/')
  await follows(reader, column)
  await sees(reader, tale.headline)
  const text = await reader.page.getByRole('article').innerText()
  expect(text).toContain(tale.disguise.to)
  expect(text).not.toContain(tale.disguise.from)

  await searches(reader, tale.headline)
  await follows(reader, column)
  await opens(reader, '/topics')
  await sees(reader, 'Topics')
  await follows(reader, reader.page.getByRole('main').getByRole('link', { name: tale.topic.name }))
  await sees(reader, tale.topic.name)
  await follows(reader, column)
  expect(new URL(reader.page.url()).pathname).toBe(`/columns/${tale.slug}`)
  for (const path of lists(tale)) expect(await read(reader, path), path).toContain(tale.slug)
}

export async function seesTheCorrection(reader: Person, tale: Tale): Promise<void> {
  await opens(reader, `/columns/${tale.slug}`)
  await sees(reader, tale.headline)
  await reader.page.getByRole('heading', { name: 'Corrections' }).waitFor()
  await reader.page.getByText(tale.correction).waitFor()
}

export async function seesTheUpdate(
  reader: Person,
  { slug, headline }: Told,
  news: string,
): Promise<void> {
  await opens(reader, `/columns/${slug}`)
  await sees(reader, headline)
  await reader.page.getByRole('heading', { name: 'What happened next' }).waitFor()
  await reader.page.getByText(news).waitFor()
}

export async function findsItNowhere(reader: Person, tale: Told): Promise<void> {
  expect(await opens(reader, `/columns/${tale.slug}`)).toBe(410)
  await sees(reader, 'This column has been withdrawn')
  await reader.page.getByText(tale.note).waitFor()
  for (const path of ['/', `/topics/${tale.topic.slug}`, '/archive', search(tale)]) {
    await opens(reader, path)
    expect(await reader.page.content(), path).not.toContain(tale.slug)
  }
  for (const path of lists(tale)) expect(await read(reader, path), path).not.toContain(tale.slug)
}

async function searches(reader: Person, query: string): Promise<void> {
  await opens(reader, '/')
  await reader.page.getByLabel('Search the columns').fill(query)
  await presses(reader, 'Search')
  await sees(reader, 'Search')
}

/** Where machines find a column: feeds, the sitemap, and the search. */
function lists(tale: Told): string[] {
  return [
    '/feed.xml',
    '/feed.json',
    `/topics/${tale.topic.slug}/feed.xml`,
    '/sitemap.xml',
    search(tale).replace('/search', '/search.json'),
  ]
}

function search({ headline }: Told): string {
  return `/search?q=${encodeURIComponent(headline)}`
}

async function read({ page }: Person, path: string): Promise<string> {
  const response = await page.request.get(path)
  expect(response.status(), path).toBe(200)
  return response.text()
}
