import fc from 'fast-check'
import { expect, test } from 'vitest'
import { decodeBase64, encodeBase64 } from '../src/bytes.ts'

test('Bytes that were written as text are read as they were, padded or not, in either alphabet', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
      const written = encodeBase64(bytes)
      const padded = btoa(String.fromCharCode(...bytes))
      expect(decodeBase64(written)).toEqual(bytes)
      expect(decodeBase64(padded)).toEqual(bytes)
    }),
  )
})

test.each(['a', 'ab=c', 'ab cd', 'abc$', 'äbcd'])('“%s” is no base64', (text) => {
  expect(decodeBase64(text)).toBeNull()
})
