import { expect, test } from 'vitest'
import { expectAccessible } from './accessible.ts'
import { openBrowser } from './browser.ts'

const TEXT = '<h1 id="one">A kettle</h1><p>It is mine.</p>'
const page = (body: string, style = '') =>
  `<!doctype html><html lang="en"><title>A kettle</title><style>${style}</style><main>${body}</main>`

test('What somebody could not use is found', async () => {
  const browser = await openBrowser()
  const tab = await browser.newPage()
  const found = async (html: string) => {
    await tab.setContent(html)
    return expectAccessible(tab, { hasScripts: true }).then(
      () => '',
      ({ message, actual }) => [message, ...actual].join('\n'),
    )
  }
  expect(await found(page(TEXT))).toBe('')
  expect(await found(page(`${TEXT}<img src="x">`))).toContain('image-alt')
  expect(await found(page(`${TEXT}<iframe title="x" srcdoc="<img>"></iframe>`))).toBe('')
  expect(await found(page(`${TEXT}<h2 id="one">Mine</h2>`))).toContain('ids of two elements')
  expect(await found(page(`${TEXT}<p class="w">x</p>`, '.w { width: 400px }'))).toContain('wider')
  const night = '@media (prefers-color-scheme: dark) { .dim { color: #222; background: #000 } }'
  expect(await found(page(`${TEXT}<p class="dim">At night.</p>`, night))).toContain(
    'axe in the dark',
  )
  await browser.close()
})
