import { html } from 'hono/html'

/** What XML 1.0 cannot hold, escaped or not: control characters, lone surrogates, U+FFFE and U+FFFF. */
const FORBIDDEN = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu

type Xml = ReturnType<typeof html>

/** Writes XML: what is put into the template is escaped, unless it is such a template itself. */
export const xml: (template: TemplateStringsArray, ...values: unknown[]) => Xml = html

/** Gives a whole XML document as text, without the characters that would make it unreadable. */
export function xmlDocument(root: Xml): string {
  return `<?xml version="1.0" encoding="utf-8"?>\n${String(root).replace(FORBIDDEN, '')}`
}
