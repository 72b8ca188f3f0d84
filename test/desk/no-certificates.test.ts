import fc from 'fast-check'
import { expect, it } from 'vitest'
import * as noCertificates from '../../src/desk/no-certificates.ts'

const { AsnParser, ECDSASigValue, MetadataService, ...replaced } = noCertificates

/** A number as DER writes it: no zero byte before it but the one that says it is not negative. */
const number = fc
  .uint8Array({ minLength: 1, maxLength: 66 })
  .filter(([first]) => first !== 0)
  .map((bytes) => (Number(bytes[0]) < 0x80 ? [...bytes] : [0, ...bytes]))

const der = (tag: number, content: number[]) =>
  content.length < 0x80
    ? [tag, content.length, ...content]
    : [tag, 0x81, content.length, ...content]

const signature = (r: number[], s: number[]) => der(0x30, [...der(2, r), ...der(2, s)])

it('reads the two numbers of every signature', () => {
  fc.assert(
    fc.property(number, number, (r, s) => {
      const read = AsnParser.parse(Uint8Array.from(signature(r, s)), ECDSASigValue)
      expect([[...read.r], [...read.s]]).toEqual([r, s])
    }),
  )
})

it('refuses what is cut short, followed by more, or written at more length than need be', () => {
  const refused = (bytes: number[]) =>
    expect(() => AsnParser.parse(Uint8Array.from(bytes), ECDSASigValue)).toThrow()
  fc.assert(
    fc.property(number, number, fc.nat(), (r, s, place) => {
      const whole = signature(r, s)
      refused(whole.slice(0, place % whole.length))
      refused([...whole, 0])
      refused(der(0x30, [...der(2, r), ...der(2, s), 5, 0]))
      refused([...whole.slice(1)])
    }),
  )
  refused([0x30, 0x81, 6, 2, 1, 1, 2, 1, 1])
})

it('never throws anything but an error on bytes that are no signature', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 80 }), (bytes) => {
      try {
        AsnParser.parse(bytes, ECDSASigValue)
      } catch (thrown) {
        expect(thrown).toBeInstanceOf(Error)
      }
    }),
  )
})

it('reads no certificate', () => {
  expect(() => AsnParser.parse(Uint8Array.from(signature([1], [2])), class {})).toThrow(
    'Passkeys with certificates are not accepted',
  )
})

it('refuses in the place of all that would look into one', () => {
  const refusing = [MetadataService.getStatement, ...Object.values(replaced)]
  expect(refusing.length).toBeGreaterThan(40)
  for (const refuse of refusing) {
    expect(refuse).toThrow('Passkeys with certificates are not accepted')
  }
})
