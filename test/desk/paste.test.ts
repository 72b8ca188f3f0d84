import { describe, expect, test } from 'vitest'
import { isHtml, textOfHtml } from '../../src/desk/draft/html-text.ts'
import { deskLog, drafts, draftVersions } from '../../src/schema.ts'
import { asEditor, db, site } from '../newsroom.ts'

const TEXT = `Home > Advice > Pay

My boss keeps my tips

By The Desk, 3 March 2015

A reader writes:

I wait tables in a small café. My manager keeps the tips of every shift and says that they are for breakages. Nobody has broken anything. I asked her twice, and she laughed.

— Short Changed

The Desk responds:

You are owed those tips. You could say: “I have kept a list of what guests left for me. Please pay it with my wages.”

If she laughs again, take the list to her own boss.

Read more: Ten ways to ask for a raise
`

const PAGE = `<!DOCTYPE html><html><head><title>Tips | Old Site</title><style>p{}</style></head><body>
<nav><a href="/">Home</a> <a href="/pay">Pay</a></nav>
<h1>My boss keeps my tips</h1>
<!-- advert -->
<blockquote><p>I wait tables in a small caf&eacute;. My manager keeps the <b>tips</b> of every shift and says that they&#8217;re for breakages.</p>
<p>Nobody has broken anything.<br>I asked her twice, and she laughed. What can I do?</p><p>&mdash; Short Changed</p></blockquote>
<p>You are owed those tips. <a href="https://law.example/tips">The law</a> is <em>plain</em> about it, and you should ask for them once more in writing.</p>
<ul><li>Keep a list.</li><li>Show it.</li></ul>
<img src="/tips.jpg" alt="A jar"><footer>Copyright Old Site</footer><script>track()</script></body></html>`

type Sent = { text: string; headline?: string; id?: string }

const paste = async ({ text, ...form }: Sent, headers?: { Cookie: string }) => {
  const sent = { ...form, column: text }
  const answer = await site().post('/desk/paste', sent, headers ?? (await asEditor()))
  return { status: answer.status, page: await answer.text() }
}
const documents = async () => (await db.select().from(drafts)).map(({ document }) => document)

describe('An editor who pastes an old column', () => {
  test('finds the way beside the empty draft', async () => {
    const editor = await asEditor()
    const list = await (await site().get('/desk/drafts', editor)).text()
    expect(list).toContain('<a href="/desk/paste">Paste an old column</a>')
    const form = await site().get('/desk/paste', editor)
    expect(form.status).toBe(200)
    expect(await form.text()).toContain('<a href="/desk/drafts" aria-current="page">')
  })

  test('gets a draft of its letter and reply, and is told what was left out', async () => {
    const { status, page } = await paste({ text: TEXT.replaceAll('\n', '\r\n') })
    expect(status).toBe(200)
    const [document = ''] = await documents()
    expect(document).toMatch(/^---\nheadline: My boss keeps my tips\n/)
    expect(document).toContain('published: 2015-03-03T00:00:00Z')
    expect(document).toContain('topics: [pay]')
    expect(page).toContain('Line 1, a topic that says nothing: <q>Advice</q>')
    expect(page).toContain(
      'the old page says this topic, and you have none of that name: <q>Pay</q>',
    )
    expect(document).toMatch(
      /# Letter\n\nI wait tables .*laughed\.\n\n— Short Changed\n\n# Reply\n/s,
    )
    expect(document).not.toMatch(/Home >|Read more|A reader writes|responds/)
    expect(page).toContain('1 letter, 1 reply, 1 signoff')
    expect(page).toMatch(/Line 1, [^<]*: <q>Home &gt; Advice &gt; Pay<\/q>/)
    expect(page).toMatch(/<q>Read more: Ten ways to ask for a raise<\/q>/)
    expect(page).toContain('name="document"')
    const [draft] = await db.select().from(drafts)
    expect(draft).toMatchObject({ status: 'draft', slug: 'my-boss-keeps-my-tips', version: 1 })
  })

  test('may paste the source of its page', async () => {
    const { status, page } = await paste({ text: PAGE })
    expect(status).toBe(200)
    const [document = ''] = await documents()
    expect(document).toContain('headline: My boss keeps my tips')
    expect(document).toContain('small café. My manager keeps the **tips** of every')
    expect(document).toContain('[The law](https://law.example/tips) is *plain* about it')
    expect(document).toContain('— Short Changed')
    expect(page).toContain('Line 1, no topic was found</li>')
    expect(document).toContain('- Keep a list.\n- Show it.')
    expect(document).not.toMatch(/track\(|Copyright|<|advert/)
    for (const left of ['Home Pay', 'Copyright Old Site', 'A jar /tips.jpg']) {
      expect(page).toContain(`<q>${left}</q>`)
    }
  })

  test('may say the headline where the text does not', async () => {
    const text = TEXT.slice(TEXT.indexOf('A reader writes'))
    await paste({ text, headline: 'Whose tips are they?' })
    expect((await documents())[0]).toContain('headline: Whose tips are they?')
  })

  test('opens one draft by sending it twice, and none again that was dropped', async () => {
    const editor = await asEditor()
    const form = await (await site().get('/desk/paste', editor)).text()
    const id = /name="id" value="([^"]+)"/.exec(form)?.[1] ?? ''
    for (let time = 0; time < 2; time += 1) {
      expect((await paste({ id, text: TEXT }, editor)).status).toBe(200)
    }
    expect(await db.$count(drafts)).toBe(1)
    expect(await db.$count(draftVersions)).toBe(1)
    await site().post(`/desk/drafts/${id}/drop`, { version: '1' }, editor)
    const again = await paste({ id, text: TEXT }, editor)
    expect(again.status).toBe(409)
    expect(again.page).toContain('A reader writes:')
    expect(again.page).not.toContain(`value="${id}"`)
    expect(await db.$count(drafts)).toBe(0)
  })

  test.each([
    ['nothing', '   \n', 'Paste the column: its text, or the source of its page'],
    ['more than a column', 'Too long. '.repeat(10_100), 'It has 100,999 characters'],
    ['what is no column', 'The office is closed on Monday.', 'Write “Letter:” above the letter'],
  ])('is told what to do about %s, and keeps the text', async (_, text, told) => {
    const { status, page } = await paste({ text, headline: 'My headline' })
    expect(status).toBe(422)
    expect(page).toContain('<title>Error: Paste an old column')
    expect(page).toContain('<a href="#column">')
    expect(page).toContain(told)
    expect(page).toContain(text.trim().slice(0, 400))
    expect(page).toContain('value="My headline"')
    expect(await db.$count(drafts)).toBe(0)
  })

  test('leaves an entry in the log, and no word of the text', async () => {
    await paste({ text: TEXT })
    const log = (await db.select().from(deskLog)).filter(({ verb }) => verb === 'paste')
    expect(log).toMatchObject([{ verb: 'paste', reason: null, letterId: null }])
    expect(log[0]?.draftId).toBeTruthy()
    expect(JSON.stringify(log)).not.toMatch(/tips/i)
  })
})

test('A stranger pastes nothing', async () => {
  const answer = await site().post('/desk/paste', { column: TEXT })
  expect([303, 401]).toContain(answer.status)
  expect(await db.$count(drafts)).toBe(0)
})

test.each([
  ['A text with a < b and c > d', false],
  ['<Name> asked me', false],
  ['<p>A paragraph', true],
  ['One<br/>two', true],
])('%s is the source of a page: %s', (text, known) => {
  expect(isHtml(text)).toBe(known)
})

test.each([
  ['<p>One</p><p>two <b>three </b>four</p>', 'One\n\ntwo **three** four'],
  ['<h2>A head</h2>text', '## A head\n\ntext'],
  ['<blockquote><p>a</p><p>b</p></blockquote>c', '> a\n>\n> b\n\nc'],
  ['<p>1 &lt; 2 &amp; &#x1F600; &unknown;</p>', '1 < 2 & 😀 &unknown;'],
  ['<div>a<div>b</div>c</div>', 'a\n\nb\n\nc'],
  ['<p>a<b></b>b<i> </i></p>', 'ab'],
  ["<a href='/x y'>go</a> <a>stay</a>", '[go](/x%20y) stay'],
  ['<ol><li>a<li>b</ol><ul><li>c</li></ul><hr>d', '1. a\n2. b\n- c\n\n---\n\nd'],
  ['<p>never closed <', 'never closed <'],
  ['a<script>if (1 < 2) "</p>"</script>b', 'ab'],
])('The source %s reads as %j', (html, text) => {
  expect(textOfHtml(html).text).toBe(text)
})
