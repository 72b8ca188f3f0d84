import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { linkTargets, plainText, renderMarkdown } from '../src/markdown.ts'

const COPY = {
  script: 'Words to say',
  copy: 'Copy',
  copied: 'Copied',
  quotes: ['“', '”', '‘', '’'] as const,
}

function shown(markdown: string, shift?: number): string {
  return renderMarkdown(markdown, COPY, shift).trim()
}

/** Every tag that a text may become: whatever else looks like one was let through by mistake. */
const TAGS =
  /<(?:\/?(?:p|h[1-6]|strong|em|del|code|pre|ul|ol|li|blockquote|figcaption|table|thead|tbody|tr|th|td)|\/figure|br|hr|a href="[^"<>]*"|\/a|ol start="\d+"|code class="language-[^"<>]*"|t[hd] align="(?:left|center|right)"|input (?:checked="" )?disabled="" type="checkbox"|figure class="script" data-copy="Copy" data-copied="Copied")>/g

/** What markup, links and their disguises are made of. */
const PIECES = [
  ...['<script>', '</p>', '<a href="', '<img src=x onerror=', '<!--', ']]>', '<b ', '<', '>'],
  ...['[x](', '![x](', '](', ')', '[x]: ', '[x]', '[', ']', '<javascript:', '>)', '\\'],
  ...['javascript:', 'JaVa', 'script:', 'data:', 'vbscript:', 'http:', 'https://', 'mailto:'],
  ...['//', '/', '\\\\', 'www.', 'x.com', '@', '&#58;', '&colon;', '&#x2f;', '&Tab;', '&amp;'],
  ...['> ', '[!SCRIPT] ', '- ', '- [ ] ', '1. ', '# ', '```', '`', '|', '\n|-|-|\n', '~~', '**'],
  ...['\n', '\n\n', '\t', ' ', '"', "'", '&', '\u0001', '\u00a0', '\u200b', '\ud83d', 'alert(1)'],
]
const anything = fc.oneof(
  { weight: 4, arbitrary: fc.array(fc.constantFrom(...PIECES)).map((pieces) => pieces.join('')) },
  fc.string({ unit: 'binary' }),
)

describe('Whatever a letter holds', () => {
  test('it becomes none but our own tags', () => {
    const check = (text: string) => {
      expect(shown(text).replaceAll(TAGS, '')).not.toMatch(/[<>]/)
    }
    fc.assert(fc.property(anything, check), { numRuns: 3000 })
  })

  test('its links lead nowhere but to web pages, mail, and our own site', () => {
    const page = new URL('https://column.example/columns/x')
    const check = (text: string) => {
      for (const [, href = ''] of shown(text).matchAll(/href="([^"]*)"/g)) {
        const target = href.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&')
        const { protocol, host } = URL.parse(target, page) ?? page
        expect(['http:', 'https:', 'mailto:']).toContain(protocol)
        if (!/^[\0- ]*(?:https?|mailto):/i.test(target)) expect(host).toBe(page.host)
      }
    }
    fc.assert(fc.property(anything, check), { numRuns: 3000 })
  })

  test('no link stands inside another', () => {
    const check = (text: string) => {
      expect(shown(text).replaceAll(/<a [^>]*>(?:(?!<a )[\s\S])*?<\/a>/g, '')).not.toMatch(
        /<\/?a\b/,
      )
    }
    fc.assert(fc.property(anything, check), { numRuns: 3000 })
  })

  test('it can be shown, read and searched, however deep its quotes and lists', () => {
    for (const mark of ['>', '> ', '- ', '* ', '1. ', '> - ', '> [!SCRIPT]\n']) {
      const deep = `${mark.repeat(8000)}words`
      expect(shown(deep)).toContain('words')
      expect(plainText(deep)).toContain('words')
      expect(linkTargets(deep)).toEqual([])
    }
    expect(shown(`${'- '.repeat(40)}\n\n${'* '.repeat(40)}`)).toBe('<hr>\n<hr>')
  })
})

describe('Raw HTML', () => {
  test.each([
    ['<script>alert(1)</script>', '&lt;script&gt;alert(1)&lt;/script&gt;'],
    [
      'He said <b onclick="x">no</b>.',
      '<p>He said &lt;b onclick=&quot;x&quot;&gt;no&lt;/b&gt;.</p>',
    ],
    [
      'He <pre>said <img src="x" onerror=',
      '<p>He &lt;pre&gt;said &lt;img src=&quot;x&quot; onerror=</p>',
    ],
    ['<!-- aside -->', '&lt;!-- aside --&gt;'],
    ['<style>p{}</style>', '&lt;style&gt;p{}&lt;/style&gt;'],
    ['`<i>`', '<p><code>&lt;i&gt;</code></p>'],
    [
      '```html" onclick="x\n<i>\n```',
      '<pre><code class="language-html&quot;">&lt;i&gt;\n</code></pre>',
    ],
  ])('is shown as text: %s', (text, html) => {
    expect(shown(text)).toBe(html)
  })
})

describe('A link', () => {
  test.each([
    'javascript:alert(1)',
    'JAVASCRIPT:alert(1)',
    '<java\tscript:alert(1)>',
    '<  javascript:alert(1)>',
    'javascript&#58;alert(1)',
    'javascript&colon;alert(1)',
    '&#106;avascript:alert(1)',
    '&#x6a;avascript:alert(1)',
    '&Tab;javascript:alert(1)',
    'javascript&amp;colon;alert(1)',
    'data:text/html,x',
    'vbscript:x',
    'file:///etc/passwd',
    'ftp://x.com',
    'blob:https://x.com',
    'x:y',
    '//x.com',
    '/\\x.com',
    '\\\\\\\\x.com',
    '</\t/x.com>',
    '&#x2f;&#x2f;x.com',
  ])('to %s is none: its words stay', (target) => {
    expect(shown(`[words](${target})`)).toBe('<p>words</p>')
    expect(shown(`[words]\n\n[words]: ${target}`)).toBe('<p>words</p>')
    expect(shown(`![words](${target})`)).toBe('<p>words</p>')
  })

  test.each([
    ['https://x.com/a?b=1&c=2#d', 'https://x.com/a?b=1&amp;c=2#d'],
    ['https://x.com/a?b=1&amp;c=2', 'https://x.com/a?b=1&amp;c=2'],
    ['HTTP://x.com', 'HTTP://x.com'],
    ['mailto:desk@x.com', 'mailto:desk@x.com'],
    ['/columns/other#letter-2', '/columns/other#letter-2'],
    ['other', 'other'],
    ['../privacy', '../privacy'],
    ['#letter-2', '#letter-2'],
    ['?q=a&b', '?q=a&amp;b'],
    ['/search?q=a:b', '/search?q=a:b'],
    ['https://x.com/"onclick=x', 'https://x.com/&quot;onclick=x'],
  ])('to %s stays', (target, href) => {
    expect(shown(`[words](${target})`)).toBe(`<p><a href="${href}">words</a></p>`)
  })

  test('written bare is one', () => {
    expect(shown('See https://x.com/a.')).toContain(
      '<a href="https://x.com/a">https://x.com/a</a>.',
    )
    expect(shown('<javascript:alert(1)>')).toBe('<p>javascript:alert(1)</p>')
  })
})

describe('A picture', () => {
  test('is a link to it, with its description or its address for words', () => {
    expect(shown('![My *boss*](/boss.png "Him")')).toBe('<p><a href="/boss.png">My boss</a></p>')
    expect(shown('![](/boss.png)')).toBe('<p><a href="/boss.png">/boss.png</a></p>')
    expect(shown('![You &amp; "I"](/x.png)')).toBe(
      '<p><a href="/x.png">You &amp; &quot;I&quot;</a></p>',
    )
  })

  test('in a link is its words', () => {
    expect(shown('[![Him](/boss.png)](/boss) ![Her](/her.png)')).toBe(
      '<p><a href="/boss">Him</a> <a href="/her.png">Her</a></p>',
    )
  })
})

describe('A script', () => {
  const figure = '<figure class="script" data-copy="Copy" data-copied="Copied">'

  test('is a figure, with what to say and when', () => {
    expect(shown('> [!SCRIPT] If she <rings>\n> Please *write*.\n>\n> Thank you.')).toBe(
      `${figure}<figcaption>If she &lt;rings&gt;</figcaption>\n` +
        '<blockquote><p>Please <em>write</em>.</p>\n<p>Thank you.</p>\n</blockquote></figure>',
    )
  })

  test('that does not say when says that it is one', () => {
    expect(shown('> [!SCRIPT]\n> No.')).toContain('<figcaption>Words to say</figcaption>')
  })

  test('is not every quotation', () => {
    expect(shown('> He sings.\n> [!SCRIPT] x')).not.toContain('figure')
    expect(shown('> He sings.')).toBe('<blockquote>\n<p>He sings.</p>\n</blockquote>')
  })
})

describe('A heading', () => {
  test('stands below those of its page, and never falls off the end', () => {
    expect(shown('# One\n\n## Two\n\n###### Six')).toBe('<h2>One</h2>\n<h3>Two</h3>\n<h6>Six</h6>')
    expect(shown('# One\n\n##### Five', 2)).toBe('<h3>One</h3>\n<h6>Five</h6>')
    expect(shown('# One', 0)).toBe('<h1>One</h1>')
  })
})

test('The words of a text are what a reader would read out', () => {
  const text = `# My *boss*

He & I &lt;3 [the tea](/tea) ![Him](/x.png), <b>loudly</b>\\
and \`often\`.

- one
- two

> [!SCRIPT] When he sings
> Please stop.

|a|b|
|-|-|
|1|2|
`
  expect(plainText(text).split('\n')).toEqual([
    'My boss',
    'He & I <3 the tea Him, <b>loudly</b> and often.',
    'one',
    'two',
    'When he sings:',
    'Please stop.',
    'a b',
    '1 2',
  ])
})

test('The situation that a script is for is taken as its words stand, as on the page', () => {
  const script = '> [!SCRIPT] 5. Of *May*\n> Please *stop*.'
  expect(shown(script)).toContain('<figcaption>5. Of *May*</figcaption>')
  expect(plainText(script)).toBe('5. Of *May*:\nPlease stop.')
})
