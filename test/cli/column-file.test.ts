import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { readColumn } from '../../src/cli/column-file.ts'
import { parse } from '../../src/manuscript.ts'

const home = mkdtempSync(join(tmpdir(), 'sincerely-column-file-'))
const path = join(home, 'tea.md')

const text = (reply: string) => `---
headline: The kettle is mine
standfirst: He says it is everyone’s.
language: en
topics: [tea]
published: 2026-03-02T09:00:00Z
---

# Letter

Somebody drinks my tea.

# Reply

${reply}
`

/** Reads the file with room for so many bytes of texts. */
async function readWithin(bytes: number) {
  writeFileSync(path, text('Label the box.'))
  const { column, problems } = await readColumn(path, { live: undefined, room: { bytes } })
  expect(problems).toEqual([])
  return column
}

afterAll(() => rmSync(home, { recursive: true }))

test('A file is pushed as it was checked, whether its text is held or read again', async () => {
  const { manuscript } = parse(text('Label the box.'), path)
  const [held, readAgain] = [await readWithin(10_000), await readWithin(0)]
  expect(await held?.read()).toEqual(manuscript)
  expect(await readAgain?.read()).toEqual(manuscript)
  expect({ ...held, read: null }).toEqual({ ...readAgain, read: null })
})

test('One that was saved while the others were pushed is not pushed unchecked', async () => {
  const [held, readAgain] = [await readWithin(10_000), await readWithin(0)]
  writeFileSync(path, text('Throw it at him.'))
  expect((await held?.read())?.exchanges[0]?.reply).toBe('Label the box.')
  await expect(readAgain?.read()).rejects.toThrow(/tea\.md was changed while it was pushed/)
})
