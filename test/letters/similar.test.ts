import { describe, expect, test, vi } from 'vitest'
import { employersDomain } from '../../src/letters/providers.ts'
import { openLetter } from '../../src/letters/sealed.ts'
import { letters, tallies } from '../../src/schema.ts'
import { asEditor, db, site, vault } from '../newsroom.ts'
import { column, print, samples } from '../printed.ts'
import { hidden, LETTER, openForm } from './writer.ts'

const TEA = {
  ...LETTER,
  question: 'Who drinks my tea?',
  letter: `Somebody drinks my tea. ${'I label the box and it is empty again. '.repeat(8)}`,
}

async function post(step: string, changes: Record<string, string> = {}) {
  const form = { ...TEA, step, ticket: await openForm(), ...changes }
  const response = await site().post('/write', form)
  return { response, page: await response.text() }
}

describe('Before a letter is sent', () => {
  test('the three nearest answers are offered, each with its first sentence', async () => {
    await print({ ...samples, kettle: column() })
    const { page } = await post('check')
    expect(page).toContain('Have we answered this already?')
    expect(page).toMatch(
      /<a href="\/columns\/kettle" target="_blank" rel="noopener">The kettle is mine<\/a> Label the box\./,
    )
    expect(page.match(/value="answered"/g)).toHaveLength(3)
  })

  test('nothing is offered where nothing was printed', async () => {
    const { page } = await post('check')
    expect(page).not.toContain('Have we answered this already?')
    expect(page).not.toContain('Mine differs')
  })

  test('an answer in another language is none', async () => {
    await print({ kettle: column({ language: 'id', topics: 'rekan' }) })
    expect((await post('check')).page).not.toContain('Have we answered this already?')
  })

  test('“That answers it” is counted by column and day, without a trace of who', async () => {
    await print({ kettle: column() })
    const answer = () => site().post('/write', { step: 'answered', answers: 'kettle' })
    await answer()
    const response = await answer()
    const page = await response.text()
    expect(page).toContain('Then there is nothing to send')
    expect(page).toContain('href="/columns/kettle"')
    expect(await db.select().from(tallies)).toEqual([
      { kind: 'answers_it', day: '2026-11-23', about: 'kettle', count: 2 },
    ])
    expect(await db.$count(letters)).toBe(0)
  })

  test('a column that is not live answers nobody', async () => {
    const response = await site().post('/write', { step: 'answered', answers: 'nothing' })
    expect(response.status).toBe(303)
    expect(await db.$count(tallies)).toBe(0)
  })

  test('“Mine differs because…” goes to the desk with the letter, sealed', async () => {
    await print({ kettle: column() })
    const differs = 'It is coffee, not tea.'
    expect((await post('check', { differs })).page).toContain(`${differs}</textarea>`)
    expect((await post('edit', { differs })).page).toContain(`${differs}</textarea>`)
    expect((await post('send', { differs })).response.status).toBe(200)
    const [row] = await db.select().from(letters)
    if (!row) throw new Error('Nothing was stored')
    expect(JSON.stringify(row)).not.toContain('coffee')
    expect((await openLetter(vault, row)).differs).toBe(differs)
    const desk = await site().get(`/desk/letters/${row.id}`, await asEditor())
    expect(await desk.text()).toContain(differs)
  })

  test('a difference that is too long comes back whole, with its mistake', async () => {
    const differs = 'long '.repeat(200).trim()
    const { response, page } = await post('send', { differs })
    expect(response.status).toBe(422)
    expect(page).toContain('href="#differs"')
    expect(page).toContain(`${differs}</textarea>`)
  })
})

describe('While somebody writes', () => {
  test('the nearest answers are told, and nothing is kept, cached or logged', async () => {
    await print({ kettle: column() })
    const logs = (['log', 'info', 'warn', 'error', 'debug'] as const).map((level) =>
      vi.spyOn(console, level).mockImplementation(() => {}),
    )
    const { question, letter } = TEA
    const response = await site().post('/write/similar', { question, letter })
    expect(response.headers.get('Cache-Control')).toBe('no-store')
    expect(await response.json()).toEqual({
      results: [
        { url: '/columns/kettle', headline: 'The kettle is mine', sentence: 'Label the box.' },
      ],
    })
    for (const log of logs) {
      expect(log).not.toHaveBeenCalled()
      log.mockRestore()
    }
    expect(await db.$count(letters)).toBe(0)
    expect(await db.$count(tallies)).toBe(0)
  })

  test('what is typed so far is never a mistake', async () => {
    await print({ kettle: column() })
    for (const question of ['', '"', 'NEAR(a b) OR *', '“', '\u0000', 'a'.repeat(10_000)]) {
      expect((await site().post('/write/similar', { question })).status).toBe(200)
    }
  })

  test('no other site may ask', async () => {
    const response = await site().post('/write/similar', TEA, { 'Sec-Fetch-Site': 'cross-site' })
    expect(response.status).toBe(403)
    expect((await site().get('/write/similar')).status).toBe(405)
  })

  test('in Indonesian, Indonesian columns are told', async () => {
    await print({ teh: column({ language: 'id', topics: 'rekan', headline: 'Teh saya diminum' }) })
    const response = await site().post('/id/write/similar', { question: 'Siapa minum teh saya?' })
    expect(await response.json()).toMatchObject({ results: [{ url: '/id/columns/teh' }] })
  })
})

describe('An e-mail address', () => {
  test.each([
    ['me@gmail.com', null],
    ['me@Yahoo.co.id', null],
    ['me@hotmail.fr', null],
    ['me@proton.me', null],
    ['', null],
    ['me@acme.com', 'acme.com'],
    ['me@yahoo.acme.com', 'yahoo.acme.com'],
    ['me@notgmail.com', 'notgmail.com'],
  ])('%s may belong to an employer: %s', (email, domain) => {
    expect(employersDomain(email)).toBe(domain)
  })

  test('of the employer’s kind is warned of before the letter is sent, and of no other kind', async () => {
    const employers = await post('check', { email: 'me@acme.example' })
    expect(employers.page).toContain('acme.example may belong to your employer')
    expect((await post('check', { email: 'me@gmail.com' })).page).not.toContain('may belong')
    expect((await post('check', { email: '' })).page).not.toContain('may belong')
  })
})

test('The way out is on every page of a writer, works as a link, and says nothing of where from', async () => {
  const pages = ['/write', '/id/write', '/ticket', '/id/ticket']
  const settings = { EXIT_URL: 'https://weather.example/' }
  for (const path of pages) {
    const page = await (await site({ settings }).get(path)).text()
    const links = page.match(/<a[^>]*data-exit[^>]*>/g) ?? []
    expect(links).toHaveLength(2)
    for (const link of links) {
      expect(link).toContain('href="https://weather.example/"')
      expect(link).toContain('noreferrer')
    }
  }
  expect((await post('check')).page).toContain('data-exit')
  expect((await post('send')).page).toContain('data-exit')
  expect(await (await site().get('/about')).text()).not.toContain('data-exit')
})

test('The form leads to where there is help now', async () => {
  expect(await (await site().get('/write')).text()).toContain('href="/guidelines#help"')
  const english = await (await site().get('/guidelines')).text()
  const indonesian = await (await site().get('/id/guidelines')).text()
  expect(english).toContain('<section id="help"')
  expect(english).toContain('116 123')
  expect(indonesian).toContain('<section id="help"')
  expect(indonesian).toContain('119 lalu ekstensi 8')
  expect(hidden(english, 'ticket')).toBe('')
})
