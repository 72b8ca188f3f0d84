import type { Block, Remark } from './block.ts'

const TRACKING =
  /^(?:utm_\w+|fbclid|gclid|dclid|msclkid|mc_[ce]id|igshid|igsh|yclid|_ga|ref_src|spm|share_source|xtor|cmpid|ns_campaign)$/i
/** An address, as a link's target or in words. */
export const TARGET = /(?<=\]\()https?:\/\/[^\s)]+(?=\))|https?:\/\/[^\s)<>\]"]+/g

/** Cuts off what only tells the old site whence somebody came. */
export function untracked(one: Block, remarks: Remark[]): Block {
  const clean = (markdown: string) => markdown.replace(TARGET, (target) => withoutTracking(target))
  const markdown = clean(one.markdown)
  if (markdown === one.markdown) return one
  const reason = 'tracking was cut off a link'
  remarks.push({ kind: 'taken', line: one.line, reason, text: one.text })
  return { ...one, text: clean(one.text), markdown }
}

/** Gives an address without the parameters by which visits are counted. */
export function withoutTracking(target: string): string {
  const [address = '', ...fragment] = target.split('#')
  const [path = '', query] = address.split(/\?(.*)/s)
  if (query === undefined) return target
  const kept = query.split('&').filter((pair) => !TRACKING.test(pair.split('=')[0] ?? ''))
  if (kept.length === query.split('&').length) return target
  return [kept.length > 0 ? `${path}?${kept.join('&')}` : path, ...fragment].join('#')
}
