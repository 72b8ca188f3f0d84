import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isSlug } from '../src/manuscript/front-matter-values.ts'
import { slugOf } from '../src/slug-of.ts'

test.each([
  ['My boss won’t let me go: can I?', 'my-boss-wont-let-me-go-can-i'],
  ['It’s Bob\'s "idea" & mine', 'its-bobs-idea-and-mine'],
  ['I’ll get 50% off', 'i-ll-get-50-off'],
  ['Überstunden im Büro: größer, José', 'ueberstunden-im-buero-groesser-jose'],
  ['Tôi có nên nghỉ việc?', 'toi-co-nen-nghi-viec'],
  ['Łódź i Đura', 'lodz-i-dura'],
  ['Мой начальник злой', 'moy-nachalnik-zloy'],
  ['Ο προϊστάμενός μου', 'o-proistamenos-moy'],
  ['İş yerinde', 'is-yerinde'],
  ['上司が', ''],
])('%s has the slug %s', (text, slug) => {
  expect(slugOf(text)).toBe(slug)
})

test('is empty or a slug, but for its length, of whatever text', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 90 }), (text) => {
      const slug = slugOf(text)
      expect(slug === '' || isSlug(slug.slice(0, 100).replace(/-$/, ''))).toBe(true)
    }),
  )
})
