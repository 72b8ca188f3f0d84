import { readdirSync, readFileSync, statSync } from 'node:fs'
import { basename, extname, join, relative } from 'node:path'
import { Parser } from 'htmlparser2'
import { instant } from '../../dates.ts'
import { textBlocks } from '../../moving-in.ts'
import { Mistake } from '../command-line.ts'
import { htmlBlocks } from './html-blocks.ts'
import { type Found, type OnProgress, type Source, sourceNamed } from './source.ts'

const KINDS = { html: /\.x?html?$/i, text: /\.(?:txt|text|md)$/i }
/** What people save stands in Windows' own encoding where it is no UTF-8. */
const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })
const windows = new TextDecoder('windows-1252')

/** Reads one column a file: a file, or all such files of a folder and the folders in it. */
export function* readFiles(
  kind: 'html' | 'text',
  path: string,
  onProgress: OnProgress,
): Generator<Found> {
  const files = filesIn(path, KINDS[kind])
  if (files.length === 0) throw new Mistake(`There is no ${kind} file in ${path}.`)
  for (const [index, file] of files.entries()) {
    onProgress(index + 1, files.length)
    const name = relative(path, file) || basename(file)
    const source = { ...sourceNamed(name), slug: basename(file, extname(file)) }
    const text = decoded(readFileSync(file))
    yield {
      source:
        kind === 'html'
          ? { ...source, ...readPage(text) }
          : { ...source, blocks: textBlocks(text) },
    }
  }
}

function filesIn(path: string, pattern: RegExp): string[] {
  if (!statSync(path).isDirectory()) return [path]
  return readdirSync(path, { recursive: true, encoding: 'utf8' })
    .filter((name) => pattern.test(name))
    .sort()
    .map((name) => join(path, name))
}

function decoded(bytes: Uint8Array): string {
  try {
    return utf8.decode(bytes)
  } catch {
    return windows.decode(bytes)
  }
}

/** What a page says of itself in its head, and its text. */
function readPage(html: string): Partial<Source> {
  const told = new Map<string, string>()
  let element = ''
  let text = ''
  const parser = new Parser(
    {
      onopentag(name, { property, name: key, content, rel, href, lang }) {
        element = name
        text = ''
        if (name === 'html' && lang) told.set('lang', lang)
        if (name === 'meta' && content) told.set((property ?? key ?? '').toLowerCase(), content)
        if (name === 'link' && rel === 'canonical' && href) told.set('canonical', href)
      },
      ontext(piece) {
        if (element === 'title' || element === 'h1') text += piece
      },
      onclosetag(name) {
        const value = text.replace(/\s+/g, ' ').trim()
        if ((name === 'title' || name === 'h1') && value && !told.has(name)) told.set(name, value)
        text = ''
      },
    },
    { decodeEntities: true },
  )
  parser.end(html)
  const first = (...names: string[]) => names.map((name) => told.get(name)).find((one) => one) ?? ''
  const published = new Date(first('article:published_time', 'date', 'dc.date') || Number.NaN)
  const siteName = first('og:site_name')
  return {
    title: headlineOf(first('og:title', 'h1', 'title'), siteName, first('h1')),
    standfirst: first('og:description', 'description'),
    language: languageOf(first('lang')),
    published: Number.isNaN(published.getTime()) ? null : instant(published),
    byline: first('author', 'article:author').replace(/^https?:.*$/, '') || null,
    topics: [first('article:section'), ...first('keywords', 'article:tag').split(',')].filter(
      Boolean,
    ),
    siteName,
    addresses: [first('canonical'), first('og:url')].filter((address) => /^https?:/.test(address)),
    blocks: htmlBlocks(html),
  }
}

/** A page's title names the site too: behind the last “|” or dash, where that is no part of its h1. */
function headlineOf(title: string, siteName: string, heading: string): string {
  if (heading && title.startsWith(heading)) return heading
  if (siteName && title.endsWith(siteName)) {
    return title.slice(0, -siteName.length).replace(/\s*[|–—:·-]\s*$/, '')
  }
  return title.replace(/\s+[|»·]\s+[^|»·]{2,40}$/, '')
}

function languageOf(tag: string): string | null {
  return /^[a-z]{2}(?=-|$)/i.exec(tag)?.[0].toLowerCase() ?? null
}
