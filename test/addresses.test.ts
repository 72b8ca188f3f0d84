/// <reference types="vite/types/importMeta.d.ts" />
import { RegExpRouter } from 'hono/router/reg-exp-router'
import { expect, test } from 'vitest'
import { allRoutes } from './newsroom.ts'

const [readme = ''] = Object.values(
  import.meta.glob<string>('../README.md', { query: '?raw', import: 'default', eager: true }),
)

/** A column's other forms: to the router they are slugs like any other. */
const FILES = ['/columns/:slug.md', '/columns/:slug.png']

/** Every address, written as the README writes it: without the patterns of its parts. */
async function served(): Promise<string[]> {
  const routes = (await allRoutes())
    .filter(({ method, path }) => method !== 'ALL' && !path.includes('*'))
    .map(({ path }) => path.replaceAll(/\{[^}]*\}+/g, ''))
  return [...routes, ...FILES]
}

/** Every address that stands in the README as code; `{save,drop}` in one are several. */
function written(): string[] {
  return [...readme.matchAll(/`(?:[A-Z]+ )?(\/[^`\s]*)`/g)].flatMap(([, address = '']) =>
    spread(address),
  )
}

function spread(address: string): string[] {
  const [all, before = '', choices = '', after = ''] = /^(.*?)\{(.*?)\}(.*)$/.exec(address) ?? []
  return all === undefined
    ? [address]
    : choices.split(',').flatMap((choice) => spread(before + choice + after))
}

test('Every address that the site serves stands in the README', async () => {
  expect(await served()).toEqual(
    expect.arrayContaining(['/columns/:slug', '/archive/:year', '/desk/drafts/:id/save']),
  )
  const told = new Set(written())
  expect((await served()).filter((address) => !told.has(address))).toEqual([])
})

test('Every route is one that the quickest router knows', async () => {
  const router = new RegExpRouter()
  for (const { method, path } of await allRoutes()) router.add(method, path, path)
  expect(router.match('GET', '/columns/kettle')[0].length).toBeGreaterThan(0)
})
