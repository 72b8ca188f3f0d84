import { html, raw } from 'hono/html'
import { writtenDay } from '../dates.ts'
import { directionOf } from '../language.ts'
import type { Dated, Exchange, Manuscript } from '../manuscript.ts'
import { renderMarkdown } from '../markdown.ts'
import type { ColumnRow } from '../schema.ts'
import type { Copy } from '../ui/copy/index.ts'
import type { Masthead } from './masthead.ts'

/** How many columns' texts an isolate keeps: rendering twenty anew costs most of a free request. */
const KEPT = 100
const kept = new Map<string, string>()

/**
 * Gives all of a column as safe HTML, as feed readers show it: every link is absolute, from the
 * column's own absolute address.
 */
export function fullText(column: ColumnRow, address: string, copy: Copy): string {
  const key = `${column.liveHash} ${address}`
  const known = kept.get(key)
  if (known !== undefined) return known
  const text = render(JSON.parse(column.manuscript), address, copy)
  if (kept.size >= KEPT) kept.clear()
  kept.set(key, text)
  return text
}

/** Gives the text of one update as safe HTML, with absolute links as in the whole column. */
export function updateText(text: string, address: string, { copy, language }: Masthead): string {
  return directed(absolute(`${markdown(text, copy)}`, address), language)
}

function render(column: Manuscript, address: string, copy: Copy): string {
  const { note, contentNote, exchanges, updates, corrections, language } = column
  const { editorsNote, contentNote: warning, update, correction } = copy.column
  const parts = [
    note && html`<p><strong>${editorsNote}</strong></p>\n${markdown(note, copy)}`,
    contentNote && html`<p><strong>${warning}:</strong> ${contentNote}</p>\n`,
    ...exchanges.flatMap((exchange) => printed(exchange, copy)),
    ...updates.map((one) => dated(update, one, language, copy)),
    ...corrections.map((one) => dated(correction, one, language, copy)),
  ]
  return directed(absolute(parts.filter((part) => part).join(''), address), language)
}

/** Feed readers show text from the left, whatever its language is. */
function directed(text: string, language: string): string {
  const direction = directionOf(language)
  return direction === 'ltr' ? text : `<div dir="${direction}">${text}</div>`
}

function printed({ headline, letter, signoff, reply }: Exchange, copy: Copy) {
  return [
    html`<h2>${headline ?? copy.column.letter}</h2>\n${markdown(letter, copy)}`,
    signoff && html`<p><em>— ${signoff}</em></p>\n`,
    html`<h2>${copy.column.reply}</h2>\n${markdown(reply, copy)}`,
  ]
}

function dated(label: string, { on, text }: Dated, language: string, copy: Copy) {
  return html`<h2>${label}, ${writtenDay(on, language)}</h2>\n${markdown(text, copy)}`
}

function markdown(text: string, copy: Copy) {
  return raw(renderMarkdown(text, copy.column, 1))
}

/** Quotes in text are escaped, so that every `href="` is an attribute. */
function absolute(text: string, address: string): string {
  return text.replace(/ href="([^"]*)"/g, (attribute, href) => {
    const url = URL.parse(href, address)
    return url ? ` href="${url.href}"` : attribute
  })
}
