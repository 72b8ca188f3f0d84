import { createExecutionContext, waitOnExecutionContext } from 'cloudflare:test'
import { env } from 'cloudflare:workers'
import { describe, expect, test, vi } from 'vitest'
import { config, NOW, ORIGIN, site } from '../newsroom.ts'
import { hidden, LETTER, openForm } from './writer.ts'

const TOLD = `I told Zubeida on 14 March. ${'She rings again before lunch. '.repeat(9)}Zubeida laughs.`

async function send(form: Record<string, string>, path = '/write') {
  const entries = { ...LETTER, letter: TOLD, ticket: await openForm(path) }
  const response = await site().post(path, { ...entries, ...form })
  return { status: response.status, page: await response.text() }
}

/** The value of the button of that name, by what stands on it. */
function button(page: string, name: string, words: string): string {
  const found = page.match(new RegExp(`name="${name}" value="([^"]*)"[^>]*>${words}`))
  return found?.[1] ?? 'no such button'
}

test('The check page marks what could give the writer away, says why, and offers other words', async () => {
  const { page } = await send({ step: 'check' })
  expect(page).toContain('I told <mark>Zubeida</mark> <mark>on 14 March</mark>. She rings')
  expect(page).toContain('it does not make you anonymous')
  expect(page).toContain('<strong>Zubeida</strong> · Name')
  expect(page).toContain('Colleagues need only one name')
  expect(page).toContain('Replace with “a colleague”')
  expect(page).toContain('Replace with “a few weeks ago”')
})

test('A button puts the other words into the letter, and keeps all the rest', async () => {
  const { page } = await send({ step: 'check' })
  const replaced = await send({ replace: button(page, 'replace', 'Replace with “a colleague”') })
  const letter = hidden(replaced.page, 'letter')
  expect(replaced.status).toBe(200)
  expect(letter).toBe(TOLD.replace('Zubeida', 'a colleague').replace('Zubeida', 'A colleague'))
  expect(replaced.page).not.toContain('Zubeida</mark>')
  expect(replaced.page).toContain('Replaced in your letter.')
  for (const [name, value] of Object.entries(LETTER).filter(([name]) => name !== 'letter')) {
    expect(hidden(replaced.page, name)).toBe(value)
  }
})

test('The last replacement can be put back', async () => {
  const { page } = await send({ step: 'check' })
  const replaced = await send({ replace: button(page, 'replace', 'Replace with “a colleague”') })
  const undo = button(replaced.page, 'undo', 'Put it back')
  const restored = await send({ letter: hidden(replaced.page, 'letter'), undo })
  expect(hidden(restored.page, 'letter')).toBe(TOLD)
  expect(restored.page).not.toContain('Put it back')
})

test('A button that names nothing changes nothing', async () => {
  for (const [name, value] of [
    ['replace', '3'],
    ['replace', 'x'],
    ['undo', ''],
    ['undo', 'x 1 y'],
  ]) {
    const { status, page } = await send({ [String(name)]: String(value) })
    expect(status).toBe(200)
    expect(hidden(page, 'letter')).toBe(TOLD)
  }
})

test('A letter without details is told that this is no promise', async () => {
  const { page } = await send({
    step: 'check',
    letter: 'my manager rings me at night again '.repeat(8),
  })
  expect(page).not.toContain('<mark>')
  expect(page).toContain('We found no names, places, dates or numbers.')
})

test('The marks speak the page’s language', async () => {
  const letter = `Pak Hendrawan marah. ${'Saya diminta menunggu sampai sore. '.repeat(9)}`
  const { page } = await send({ step: 'check', letter }, '/id/write')
  expect(page).toContain('<mark>Pak Hendrawan</mark> marah.')
  expect(page).toContain('Ganti dengan “seorang rekan”')
})

test('While a letter is being written, the form’s script has the words at hand', async () => {
  const page = await (await site().get('/id/write')).text()
  expect(page).toMatch(/<script type="module" src="\/write-[^"]+\.js">/)
  expect(page).toContain('data-details="{&quot;title&quot;:&quot;Hal yang dapat membuat')
})

describe('While the lists of words cannot be read', () => {
  /** The site as an isolate starts it, before anything has been read. */
  async function freshSite() {
    vi.resetModules()
    const { createSite } = await import('../../src/app.tsx')
    const app = createSite(config(), () => NOW)
    const missing = { fetch: async () => new Response(null, { status: 404 }) }
    return async (form: Record<string, string>, files: object = missing) => {
      const ticket = await openForm('/write')
      const body = new URLSearchParams({ ...LETTER, letter: TOLD, ticket, ...form })
      const headers = { Origin: ORIGIN, 'Sec-Fetch-Site': 'same-origin' }
      const request = new Request(`${ORIGIN}/write`, { method: 'POST', headers, body })
      const context = createExecutionContext()
      const response = await app.fetch(request, { ...env, ASSETS: files } as Env, context)
      await waitOnExecutionContext(context)
      return { status: response.status, page: await response.text() }
    }
  }

  test('the check page says so in plain words, and the letter can still be sent', async () => {
    const failures = vi.spyOn(console, 'error').mockImplementation(() => {})
    const post = await freshSite()
    const { status, page } = await post({ step: 'check' })
    expect(status).toBe(200)
    expect(page).toContain('We could not look for names, places, dates or numbers just now.')
    expect(page).not.toContain('We found no names')
    expect(page).not.toContain('<mark>')
    expect(hidden(page, 'letter')).toBe(TOLD)
    expect(hidden((await post({ replace: '7' })).page, 'letter')).toBe(TOLD)
    expect((await post({ step: 'send' })).page).toContain('<p class="code"')
    expect(failures).toHaveBeenCalled()
    failures.mockRestore()
    expect((await post({ step: 'check' }, env.ASSETS)).page).toContain('<mark>Zubeida</mark>')
  })
})
