const TAG = /<(\/?)([A-Za-z:]+)((?:\s+[A-Za-z:]+=(?:"[^"<]*"|'[^'<]*'))*)\s*(\/?)>/y
const TEXT = /(?:[^<&]|&(?:amp|lt|gt|quot|#39);)+/y
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const FORBIDDEN = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/

/** Reads the small part of XML that we write, and throws at the first place that is not well-formed. */
export function checkWellFormed(document: string): void {
  const declaration = '<?xml version="1.0" encoding="utf-8"?>\n'
  if (!document.startsWith(declaration)) throw new Error('There is no XML declaration.')
  if (FORBIDDEN.test(document) || !document.isWellFormed()) throw new Error('Forbidden character.')
  const open: string[] = []
  let at = declaration.length
  while (at < document.length) {
    const here = document.slice(at, at + 80)
    TAG.lastIndex = TEXT.lastIndex = at
    const tag = TAG.exec(document)
    const text = tag ? null : TEXT.exec(document)
    if (!tag && !text) throw new Error(`Neither a tag nor text: ${here}`)
    at = tag ? TAG.lastIndex : TEXT.lastIndex
    if (!tag) continue
    const [, closes, name = '', attributes = '', isEmpty] = tag
    if (/&(?!amp;|lt;|gt;|quot;|#39;)/.test(attributes)) throw new Error(`Bare ampersand: ${here}`)
    if (closes && open.pop() !== name) throw new Error(`Closed but not open: ${here}`)
    if (!closes && !isEmpty) open.push(name)
  }
  if (open.length > 0) throw new Error(`Never closed: ${open.join(', ')}`)
}
