import { isSlug } from '../../manuscript.ts'
import type { Candidate, Gate } from './gate.ts'
import type { Addresses } from './live-addresses.ts'

/**
 * The gate of a draft's own address: it is well written, and no other column has it, had it, or was
 * taken down there.
 */
export function addressGate(
  { id, slug }: Pick<Candidate, 'id' | 'slug'>,
  { columnAt, traceAt }: Addresses,
): Gate {
  const gate = (...texts: string[]): Gate => ({
    name: 'The address is free',
    problems: texts.map((text) => ({ text, href: '#slug' })),
  })
  if (!isSlug(slug)) {
    return gate('Write the address with lower-case letters a to z, digits and hyphens.')
  }
  const trace = traceAt(slug)
  const holder = columnAt(slug) ?? (trace === undefined ? id : trace)
  if (holder === id) return gate()
  return gate(`Another column has, or had, the address “${slug}”. Choose another.`)
}
