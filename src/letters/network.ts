/**
 * Gives the network that a request came from, as abuse is counted by: an IPv4 address, or the /64 of
 * an IPv6 address, which is one household or office. Null when it came from this computer, or when
 * the header is missing or no address. Only Cloudflare's own header counts: it cannot be forged there.
 */
export function networkOf(connectingIp: string | undefined): string | null {
  const address = connectingIp?.trim().toLowerCase() ?? ''
  const mapped = address.replace(/^::ffff:(?=\d+\.)/, '')
  if (isIpv4(mapped)) return mapped.startsWith('127.') ? null : mapped
  const groups = ipv6Groups(address)
  if (!groups || groups.join(':') === '0:0:0:0:0:0:0:1') return null
  return `${groups.slice(0, 4).join(':')}::/64`
}

function isIpv4(address: string): boolean {
  const parts = address.split('.')
  return parts.length === 4 && parts.every((part) => /^\d{1,3}$/.test(part) && Number(part) < 256)
}

/** The eight groups without leading zeros; null when it is no IPv6 address. */
function ipv6Groups(address: string): string[] | null {
  const [head = '', tail, ...more] = address.split('::')
  const start = head === '' ? [] : head.split(':')
  const end = tail ? tail.split(':') : []
  const missing = 8 - start.length - end.length
  if (more.length > 0 || (tail === undefined ? missing !== 0 : missing < 1)) return null
  const groups = [...start, ...new Array<string>(missing).fill('0'), ...end]
  if (!groups.every((group) => /^[0-9a-f]{1,4}$/.test(group))) return null
  return groups.map((group) => Number.parseInt(group, 16).toString(16))
}
