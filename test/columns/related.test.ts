import { expect, test } from 'vitest'
import { deriveDue } from '../../src/desk/publishing/derive.ts'
import { db, NOW, site } from '../newsroom.ts'
import { column, print, retract } from '../printed.ts'

/** What the page of a column offers to read next, in order. */
async function next(slug: string): Promise<string[]> {
  const page = await (await site().get(`/columns/${slug}`)).text()
  const from = page.indexOf('<aside class="next"')
  const part = from < 0 ? '' : page.slice(from, page.indexOf('</aside>', from))
  return [...part.matchAll(/href="\/columns\/([^"]*)"/g)].map(([, found]) => String(found))
}

const about = (headline: string, topics = 'colleagues') => column({ headline, topics })

test('A column that is nearer takes its place beside older ones, from the moment it is out', async () => {
  const others = { lamp: about('The lamp'), chair: about('A chair'), door: about('The door') }
  await print({ kettle: about('The kettle whistles all day'), ...others })
  expect(await next('kettle')).toHaveLength(3)
  expect(await next('kettle')).not.toContain('teapot')
  await print({ teapot: about('The kettle whistles all night') })
  expect((await next('kettle'))[0]).toBe('teapot')
  expect((await next('teapot'))[0]).toBe('kettle')
})

test('Where a column is retracted, the next best is read instead', async () => {
  const rooms = ['kitchen', 'hall', 'office', 'canteen', 'garage', 'attic']
  const columns = rooms.map((room) => [room, about(`The kettle in the ${room} whistles`)])
  await print(Object.fromEntries(columns))
  const [first = '', second = ''] = await next('kitchen')
  await retract(first)
  expect(await next('kitchen')).toHaveLength(3)
  expect((await next('kitchen'))[0]).toBe(second)
})

test('When none of the others is left, the clock looks for more', async () => {
  const rooms = [
    'kitchen',
    'hall',
    'office',
    'canteen',
    'garage',
    'attic',
    'cellar',
    'yard',
    'lift',
  ]
  const columns = rooms.map((room) => [room, about(`The kettle in the ${room} whistles`)])
  await print(Object.fromEntries(columns))
  for (let left = 3; left > 0; left -= 1) {
    const [first = ''] = await next('kitchen')
    await retract(first)
  }
  while ((await deriveDue(db, NOW)) > 0);
  expect(await next('kitchen')).toHaveLength(3)
})

test('A column that is rewritten is beside what it is like now', async () => {
  await print({
    kettle: about('The kettle whistles all day'),
    lamp: about('The lamp flickers', 'light'),
    bulb: about('A lamp that flickers at night', 'light'),
  })
  await print({ kettle: about('The lamp flickers and hums', 'light') })
  expect(await next('kettle')).toEqual(expect.arrayContaining(['lamp', 'bulb']))
  expect((await next('lamp'))[0]).toMatch(/kettle|bulb/)
})

test('What is read next has its own headline and address, also after they have changed', async () => {
  const ids = { kettle: 'one', teapot: 'one' }
  await print({ kettle: about('The kettle whistles'), lamp: about('The lamp whistles') }, { ids })
  expect(await next('lamp')).toEqual(['kettle'])
  await print({ teapot: about('The teapot whistles') }, { ids })
  expect(await next('lamp')).toEqual(['teapot'])
  expect(await (await site().get('/columns/lamp')).text()).toContain('>The teapot whistles</a>')
})
