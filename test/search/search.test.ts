import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { tokens } from '../../src/full-text.ts'
import { type Manuscript, parse } from '../../src/manuscript.ts'
import { plainText } from '../../src/markdown.ts'
import { pathsIn } from '../../src/paths.ts'
import { searchWords } from '../../src/schema.ts'
import { db, ORIGIN, site } from '../newsroom.ts'
import { column, print, retract, samples } from '../printed.ts'

type Answer = { url: string; headline: string; exchange: number; snippet: string }
type Answers = { query: string; corrected: string | null; results: Answer[] }

const ask = async (query: string, language: 'en' | 'id' = 'en'): Promise<Answers> => {
  const at = pathsIn(language).searchJson()
  const response = await site().get(`${at}?q=${encodeURIComponent(query)}`)
  expect(response.status).toBe(200)
  return response.json()
}
const page = async (query: string, language: 'en' | 'id' = 'en') => {
  const response = await site().get(pathsIn(language).search(query))
  expect(response.status).toBe(200)
  return response.text()
}
const slugs = ({ results }: Answers) => results.map(({ url }) => url.replace(/^.*\/|#.*$/g, ''))

test.each([
  ['My boss texts me on Sundays, do I have to answer?', 'our-founder-texts-on-sundays'],
  ['client keeps calling me all day', 'my-client-expects-me-to-be-available-all-day'],
  ['a coworker is taking credit for my work', 'my-coworker-takes-credit-for-my-work'],
  ['how can I raise my rates', 'how-do-i-raise-my-rate-with-a-client-i-like'],
  ['they never called back after the interview', 'the-interview-went-well-and-then-silence'],
  ['my friend is angry that I got the promotion', 'i-was-promoted-over-my-friend'],
])('“%s” is answered first by the right column', async (question, slug) => {
  await print(samples)
  expect(slugs(await ask(question))[0]).toBe(slug)
})

test.each([
  ['klien menelepon terus sepanjang hari', 'klien-saya-menelepon-sepanjang-hari'],
  ['kapan THR dibayarkan?', 'thr-saya-belum-dibayar'],
  ['gajinya lebih tinggi dari saya', 'rekan-saya-digaji-lebih-besar'],
  ['apakah saya wajib ikut arisan', 'haruskah-saya-ikut-arisan-kantor'],
])('“%s” is answered first by the right Indonesian column', async (question, slug) => {
  await print(samples)
  expect(slugs(await ask(question, 'id'))[0]).toBe(slug)
})

test('Each language finds its own columns only', async () => {
  await print({
    'the-arisan': column({ headline: 'The arisan at the office' }),
    'arisan-kantor': column({ headline: 'Arisan di kantor', language: 'id' }),
  })
  expect(slugs(await ask('arisan'))).toEqual(['the-arisan'])
  expect(slugs(await ask('arisan', 'id'))).toEqual(['arisan-kantor'])
  expect(slugs(await ask('id'))).toEqual([])
  expect(await page('arisan', 'id')).toContain('1 jawaban untuk “arisan”')
})

test('A word in the headline counts for more than in the text', async () => {
  await print({
    'in-the-text': column({
      headline: 'Somebody eats my lunch',
      text: '# Letter\n\nThere is a stapler. The stapler is red.\n\n— Cross\n\n# Reply\n\nBuy a stapler.',
    }),
    'in-the-headline': column({ headline: 'My stapler has gone' }),
  })
  expect(slugs(await ask('stapler'))).toEqual(['in-the-headline', 'in-the-text'])
})

test('A word of many uses tells less than a word of few, even where columns seldom have it', async () => {
  await print({
    vague: column({ headline: 'Somebody decides' }),
    telling: column({ headline: 'Somebody juggles' }),
  })
  expect(slugs(await ask('decides juggles red'))).toEqual(['telling', 'vague'])
  expect(slugs(await ask('juggles decides red'))).toEqual(['telling', 'vague'])
})

test('A letter of a digest is found by its own address', async () => {
  await print(samples)
  const { results } = await ask('I was doing the crossword')
  expect(results[0]).toEqual({
    url: `${ORIGIN}/columns/five-small-questions-about-meetings#letter-3`,
    headline: 'Five small questions about meetings',
    exchange: 3,
    snippet: expect.stringContaining('crossword'),
  })
  expect(await page('crossword')).toContain('I was doing the crossword')
})

test('The answer for programs is exactly as promised', async () => {
  await print({ kettle: column() })
  expect(await ask('  kettle  ')).toEqual({
    query: 'kettle',
    corrected: null,
    results: [
      {
        url: `${ORIGIN}/columns/kettle`,
        headline: 'The kettle is mine',
        exchange: 1,
        snippet: 'Somebody drinks my tea. — Parched',
      },
    ],
  })
  expect(await ask('')).toEqual({ query: '', corrected: null, results: [] })
})

test('The page shows the answers, marks the words and keeps the question', async () => {
  await print({ kettle: column() })
  const html = await page('who drinks my tea')
  expect(html).toContain('1 answer for “who drinks my tea”')
  expect(html).toContain('value="who drinks my tea"')
  expect(html).toContain('href="/columns/kettle"')
  expect(html).toContain('Somebody <mark>drinks</mark> my <mark>tea</mark>.')
  expect(html).toContain('2 March 2026')
})

test('The reply’s words are shown when they answer better than the letter’s', async () => {
  await print({ kettle: column() })
  expect(await page('label')).toContain('<mark>Label</mark> the box.')
})

test('A column that was taken down is found no more', async () => {
  await print({ kettle: column() })
  await retract('kettle')
  expect((await ask('kettle')).results).toEqual([])
  expect(await page('kettle')).toContain('Nothing found for “kettle”.')
})

test('Who finds nothing is offered the topics, and may ask us this', async () => {
  await print({ kettle: column() })
  const html = await page('zzyzx')
  expect(html).toContain('href="/topics/colleagues"')
  expect(html).toContain('<input type="hidden" name="question" value="zzyzx"')
  const form = await (await site().post('/write', { step: 'edit', question: 'zzyzx' })).text()
  expect(form).toMatch(/<textarea[^>]*name="question"[^>]*>zzyzx</)
})

describe('A mistyped word', () => {
  const stapler = () => print({ kettle: column(), stapler: column({ headline: 'The stapler' }) })

  test.each(['stappler', 'satpler', 'stapelr', 'staplre', 'tapler', 'statler', 'thestapler'])(
    'is put right: “%s”',
    async (typed) => {
      await stapler()
      const answers = await ask(`my red ${typed}`)
      expect(answers.corrected).toMatch(/^my red (the )?stapler$/)
      expect(slugs(answers)[0]).toBe('stapler')
    },
  )

  test('is told of, with a way back that stays as it was typed', async () => {
    await stapler()
    const html = await page('satpler')
    expect(html).toContain('Showing results for <strong>stapler</strong>')
    expect(html).toContain(
      '<a href="/search?q=satpler&amp;exact=1">Search instead for “satpler”</a>',
    )
    const exact = await (await site().get('/search?q=satpler&exact=1')).text()
    expect(exact).toContain('Nothing found for “satpler”.')
  })

  test('is none when a column has it, or a word that begins with it', async () => {
    await print({
      one: column({ headline: 'The stapler' }),
      two: column({ headline: 'A stapled' }),
    })
    for (const known of ['stapler', 'stapling', 'stapled', 'stap', 'kettl']) {
      expect((await ask(known)).corrected, known).toBeNull()
    }
  })

  test('of four letters is not taken for one with another letter, but for one with a letter more', async () => {
    await print({
      kettle: column({ headline: 'The vase' }),
      stapler: column({ headline: 'The lamps' }),
    })
    expect((await ask('a vast red')).corrected).toBeNull()
    expect((await ask('a lmps red')).corrected).toBe('a lamps red')
    expect((await ask('a vse red')).corrected).toBeNull()
  })

  test('is none when the language has it, whatever the columns have', async () => {
    await print({ kettle: column({ headline: 'They mutter and decode' }) })
    for (const known of ['matter', 'decide']) {
      expect((await ask(known)).corrected, known).toBeNull()
    }
  })

  test('is not split into words too short to tell anything', async () => {
    await print({ kettle: column({ headline: 'I am patient' }) })
    expect((await ask('my impatient red')).corrected).toBeNull()
  })

  test('of another language, or of a column that was taken down, is no help', async () => {
    await print({ stapler: column({ headline: 'Stapler', language: 'id' }), kettle: column() })
    expect((await ask('satpler')).corrected).toBeNull()
    await retract('stapler', 'id')
    expect(await ask('satpler', 'id')).toEqual({ query: 'satpler', corrected: null, results: [] })
  })
})

test('However common a word is, a search finds the columns that have it', async () => {
  await print({ kettle: column() })
  await db.update(searchWords).set({ uses: 1_000_000 })
  expect(slugs(await ask('tea'))).toEqual(['kettle'])
  expect(slugs(await ask('zzyzx label tea'))).toEqual(['kettle'])
})

test.each([
  ['the signoff', 'parched pigeon'],
  ['an update', 'bus wash'],
  ['a correction', 'forty-five days'],
  ['the editor’s note', 'altered harmonica'],
])('A column is found by the words of %s, too', async (_, words) => {
  const text = `# Editor's note\n\nWe altered the harmonica.\n\n# Letter\n\nMy tea.\n\n— Parched Pigeon

# Reply\n\nLabel it.\n\n# Update 2026-09-01\n\nIt is a bus wash now.

# Correction 2026-09-02\n\nIt was forty-five days.`
  await print({ kettle: column({ text }), other: column() })
  const { results } = await ask(words)
  expect(results[0]?.url).toContain('kettle')
})

function said(column: Manuscript | null): (string | null)[] {
  if (column?.language !== 'en') return []
  const { headline, standfirst, note, exchanges, updates, corrections } = column
  const texts = [note ?? '', ...exchanges.flatMap(({ letter, reply }) => [letter, reply])]
  const later = [...updates, ...corrections].map(({ text }) => text)
  const heads = exchanges.flatMap(({ headline, signoff }) => [headline, signoff])
  return [headline, standfirst, ...heads, ...[...texts, ...later].map(plainText)]
}

test('Any telling word of any column finds something, whatever stands beside it', async () => {
  await print(samples)
  const columns = Object.entries(samples).map(([slug, text]) => parse(text, slug).manuscript)
  const words = tokens(columns.flatMap(said).join(' '), 'en')
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...words), fc.string(), async (word, noise) => {
      expect((await ask(`${word} ${noise}`)).results.length, word).toBeGreaterThan(0)
    }),
    { numRuns: 60 },
  )
}, 30_000)

test('A search is narrowed to a topic and a year by its own address', async () => {
  await print({
    old: column({ published: '2024-03-02T09:00:00Z' }),
    'of-pay': column({ topics: 'pay' }),
    plain: column(),
  })
  const found = async (more: string) =>
    slugs(await (await site().get(`/search.json?q=tea${more}`)).json())
  expect((await found('')).sort()).toEqual(['of-pay', 'old', 'plain'])
  expect(await found('&year=2024')).toEqual(['old'])
  expect(await found('&topic=pay')).toEqual(['of-pay'])
  expect(await found('&topic=pay&year=2024')).toEqual([])
  expect((await found('&topic=&year=')).length).toBe(3)
  expect((await found("&topic='&year=20x")).length).toBe(3)
  const html = await (await site().get('/search?q=tea&topic=pay&year=2026')).text()
  expect(html).toMatch(/<option value="pay" selected/)
  expect(html).toMatch(/<option value="2026" selected/)
})

test('Who asks nothing gets the form and the topics, and is not told that nothing was found', async () => {
  await print({ kettle: column() })
  const html = await page('')
  expect(html).toContain('<form')
  expect(html).toContain('href="/topics/colleagues"')
  expect(html).not.toContain('Nothing found')
})

test('More than twenty answers are cut to the best, and the page says so', async () => {
  const many = Array.from({ length: 23 }, (_, index) => [`kettle-${index}`, column()])
  await print(Object.fromEntries(many))
  expect((await ask('kettle')).results).toHaveLength(20)
  expect(await page('kettle')).toContain('The 20 best answers for “kettle”')
})

test('A question of 5,000 characters gets a page that says what was searched', async () => {
  await print({ kettle: column() })
  const html = await page('kettle '.repeat(714))
  expect(html).toContain('so we searched for its first words')
  expect(html).toContain('href="/columns/kettle"')
})

test.each(['"*:^-()', 'NEAR(a b)', 'headline : kettle', '\u0000', "' OR 1=1 --", '%', '\ud800'])(
  'The question %j does no harm',
  async (question) => {
    await print({ kettle: column() })
    const response = await site().get(`/search?q=${encodeURIComponent(question.toWellFormed())}`)
    expect(response.status).toBe(200)
  },
)

test('Whatever is asked and whatever is printed, no markup gets through', async () => {
  const tag = '<img src=x onerror=alert(1)>'
  const text = `# Letter\n\n\ue000Kettle ${tag} \ue001\ue001 kettle \ue000\n\n— ${tag}\n\n# Reply\n\n${tag}`
  await print({ kettle: column({ headline: `Kettle ${tag}`, text }) })
  const hostile = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 300 }),
    fc.string({ unit: fc.constantFrom(...'"*:^-(){}+%\'<>&kettle \u0000\ue000\ue001') }),
  )
  await fc.assert(
    fc.asyncProperty(hostile, async (noise) => {
      for (const question of [noise, `kettle ${noise}`]) {
        const html = await page(question)
        expect(html).not.toMatch(/<img/)
        expect(html.split('<mark>').length).toBe(html.split('</mark>').length)
        expect(Object.keys(await ask(question))).toEqual(['query', 'corrected', 'results'])
      }
    }),
    { numRuns: 60 },
  )
}, 30_000)

test('Nobody stores what a reader looked for', async () => {
  const response = await site().get('/search?q=burnout')
  expect(response.headers.get('Cache-Control')).toBe('no-store')
  const html = await response.text()
  expect(html).toContain('<meta name="robots" content="noindex"')
  expect(html).not.toMatch(/<title>[^<]*burnout/)
})

test('The page on which one searches is found by search engines, and no search is', async () => {
  for (const path of ['/search', '/id/search']) {
    const html = await (await site().get(path)).text()
    expect(html).toContain(`<link rel="canonical" href="${ORIGIN}${path}"`)
    expect(html).not.toContain('noindex')
  }
  for (const path of ['/search?q=', '/search?topic=colleagues', '/search?exact=1', '/search?x']) {
    expect(await (await site().get(path)).text(), path).toContain('content="noindex"')
  }
})

test('Browsers learn how to search here, in each language', async () => {
  const english = await site().get(pathsIn('en').openSearch())
  expect(english.headers.get('Content-Type')).toContain('application/opensearchdescription+xml')
  expect(await english.text()).toContain(`template="${ORIGIN}/search?q={searchTerms}"`)
  const indonesian = await site().get(pathsIn('id').openSearch())
  expect(await indonesian.text()).toContain(`template="${ORIGIN}/id/search?q={searchTerms}"`)
  expect(await page('', 'id')).toContain('href="/id/opensearch.xml"')
})
