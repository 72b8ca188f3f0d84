import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { decodeBase64 } from '../src/bytes.ts'
import {
  isSigned,
  newDataKey,
  openDataKey,
  openVault,
  seal,
  sign,
  ticketHashes,
  unseal,
} from '../src/vault.ts'

const keyOf = (letter: string) => new TextEncoder().encode(letter.repeat(32))
const ring = (...letters: string[]) => openVault(letters.map(keyOf))

const ROW = { table: 'letters', row: 'a' }
const PLACE = { ...ROW, field: 'letter' }

/** What opens when a letter was sealed in one vault and is read in another. */
async function carried(sealing: string[], reading: string[]): Promise<string | null> {
  const { key, wrapped } = await newDataKey(await ring(...sealing), 'letter', ROW)
  const sealed = await seal(key, 'He sings.', PLACE)
  const opened = await openDataKey(await ring(...reading), 'letter', wrapped, ROW)
  return opened && unseal(opened, sealed, PLACE)
}

describe('A sealed letter', () => {
  test('opens as it was written', async () => {
    const vault = await ring('n', 'o')
    const { key, wrapped } = await newDataKey(vault, 'letter', ROW)
    const opened = await openDataKey(vault, 'letter', wrapped, ROW)
    const check = async (text: string) => {
      const sealed = await seal(key, text, PLACE)
      expect(opened && (await unseal(opened, sealed, PLACE))).toBe(text)
    }
    await check('\ufeffwith a byte order mark')
    await fc.assert(fc.asyncProperty(fc.string({ unit: 'binary' }), check))
  })

  test('looks different each time, and shows nothing of its text', async () => {
    const { key } = await newDataKey(await ring('n'), 'letter', ROW)
    const sealed = await Promise.all([1, 2].map(() => seal(key, 'He sings.', PLACE)))
    expect(new Set(sealed).size).toBe(2)
    const bytes = sealed.map((text) => new TextDecoder().decode(decodeBase64(text) ?? undefined))
    expect(bytes.join()).not.toContain('sings')
  })

  test('does not open in another table, row or field', async () => {
    const { key } = await newDataKey(await ring('n'), 'letter', ROW)
    const sealed = await seal(key, 'He sings.', PLACE)
    for (const moved of [{ table: 'messages' }, { row: 'b' }, { field: 'disguise' }]) {
      expect(await unseal(key, sealed, { ...PLACE, ...moved })).toBeNull()
    }
  })

  test('does not open when anything in it was changed', async () => {
    const { key } = await newDataKey(await ring('n'), 'letter', ROW)
    const sealed = await seal(key, 'He sings.', PLACE)
    const changes = fc.tuple(fc.nat(sealed.length - 2), fc.constantFrom('A', 'b', '_', '!', ''))
    await fc.assert(
      fc.asyncProperty(changes, async ([at, other]) => {
        const changed = sealed.slice(0, at) + other + sealed.slice(at + 1)
        expect(await unseal(key, changed, PLACE)).toBe(changed === sealed ? 'He sings.' : null)
      }),
    )
    for (const nothing of ['', 'AAAA', 'x'.repeat(16)])
      expect(await unseal(key, nothing, PLACE)).toBeNull()
  })

  test('does not open with another letter’s key', async () => {
    const vault = await ring('n')
    const [mine, other] = [
      await newDataKey(vault, 'letter', ROW),
      await newDataKey(vault, 'letter', ROW),
    ]
    expect(await unseal(other.key, await seal(mine.key, 'He sings.', PLACE), PLACE)).toBeNull()
  })
})

describe('A letter’s key', () => {
  test('opens for its own row and purpose only', async () => {
    const vault = await ring('n')
    const { wrapped } = await newDataKey(vault, 'letter', ROW)
    expect(await openDataKey(vault, 'letter', wrapped, { ...ROW, row: 'b' })).toBeNull()
    expect(await openDataKey(vault, 'letter', wrapped, { ...ROW, table: 'drafts' })).toBeNull()
    expect(await openDataKey(vault, 'email', wrapped, ROW)).toBeNull()
  })

  test('does not open when it is damaged', async () => {
    const vault = await ring('n')
    const { wrapped } = await newDataKey(vault, 'letter', ROW)
    const [version, id, sealed] = wrapped.split('.')
    for (const damaged of ['', 'v1', `v2.${id}.${sealed}`, `${version}.${id}.`, `v1.00.${sealed}`])
      expect(await openDataKey(vault, 'letter', damaged, ROW)).toBeNull()
  })
})

describe('When the site’s key is changed', () => {
  test('what an older key of the ring sealed still opens', async () => {
    expect(await carried(['o'], ['n', 'o'])).toBe('He sings.')
  })

  test('what is new is sealed with the newest key', async () => {
    expect(await carried(['n', 'o'], ['n'])).toBe('He sings.')
    expect(await carried(['n', 'o'], ['o'])).toBeNull()
  })

  test('a key that is gone from the ring opens nothing', async () => {
    expect(await carried(['o'], ['n'])).toBeNull()
  })

  test('a ticket is found under each key, the newest first', async () => {
    const ticket = 'ABCD-EFGH'
    const [[newest], [older]] = [
      await ticketHashes(await ring('n'), ticket),
      await ticketHashes(await ring('o'), ticket),
    ]
    expect(await ticketHashes(await ring('n', 'o'), ticket)).toEqual([newest, older])
    expect(newest).not.toBe(older)
    expect(newest).not.toContain(ticket)
  })

  test('a form that is open stays good', async () => {
    const signature = await sign(await ring('o'), 'a ticket')
    expect(await isSigned(await ring('n', 'o'), 'a ticket', signature)).toBe(true)
    expect(await isSigned(await ring('n'), 'a ticket', signature)).toBe(false)
  })
})

test('A signature is good for its own text alone', async () => {
  const vault = await ring('n')
  const signature = await sign(vault, 'a ticket')
  expect(await isSigned(vault, 'a ticket', signature)).toBe(true)
  expect(await isSigned(vault, 'another ticket', signature)).toBe(false)
  const forged = [
    '',
    'x',
    'no base64!',
    signature.slice(1),
    `${signature}AAAA`,
    (await ticketHashes(vault, 'a ticket'))[0],
  ]
  for (const one of forged) expect(await isSigned(vault, 'a ticket', String(one))).toBe(false)
})

test('A vault without a key seals and signs nothing', async () => {
  const empty = await openVault([])
  await expect(newDataKey(empty, 'letter', ROW)).rejects.toThrow('no key')
  await expect(sign(empty, 'a ticket')).rejects.toThrow('no key')
})
