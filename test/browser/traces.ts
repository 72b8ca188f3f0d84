import { expect } from 'vitest'
import type { Site } from '../../src/cli/local-site.ts'
import type { Person } from './browser.ts'
import type { Told } from './tales.ts'

export type Cast = { reader: Person; writer: Person; editor: Person }

/** Gives what a letter's writer sends with it. */
export function wordsOf({ question, letter, signoff }: Told): string {
  return `${question} ${letter} ${signoff}`
}

/** No fault in any browser, no cookie but the editor's, and of tickets and letters no word anywhere. */
export async function leavesNoTrace(
  site: Site,
  { reader, writer, editor }: Cast,
  { told, tickets }: { told: string[]; tickets: string[] },
): Promise<void> {
  const everybody = [reader, writer, editor]
  expect(everybody.flatMap(({ faults }) => faults)).toEqual([])
  for (const { page } of [reader, writer]) expect(await page.context().cookies()).toEqual([])
  const traces = [site.log(), ...everybody.flatMap(({ traces }) => traces)].join('\n').toLowerCase()
  const words = told.join(' ').match(/\p{L}{6,}/gu) ?? []
  const codes = tickets.flatMap((ticket) => [ticket, ticket.replaceAll('-', '')])
  const secrets = [...codes, ...words].map((word) => word.toLowerCase())
  expect(secrets.filter((secret) => traces.includes(secret))).toEqual([])
  await Promise.all(everybody.map(({ page }) => page.context().close()))
}
