import { expect, test } from 'vitest'
import { parse } from '../../src/manuscript.ts'
import { asEditor, site } from '../newsroom.ts'
import { column, print } from '../printed.ts'

test.each(['It was Tuesday.\n\n# Reply\n\nSorry.', 'It was `Tuesday`:\n\n```\nTuesday'])(
  'A correction that would make the column’s file unreadable is refused: %j',
  async (correction) => {
    const editor = await asEditor()
    await print({ kettle: column() })
    const refused = await site().post('/desk/columns/kettle/correct', { correction }, editor)
    expect(refused.status).toBe(422)
    expect(await refused.text()).toContain('It was')
    const file = await (await site().get('/columns/kettle.md')).text()
    expect(parse(file, 'kettle').problems).toEqual([])
    expect(file).not.toContain('Tuesday')
  },
)
