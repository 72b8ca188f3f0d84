import {
  type Check,
  calendarDay,
  country,
  type FrontMatter,
  isUnprintable,
  KEYS,
  type Key,
  languageTag,
  normalised,
  publishedAt,
  REQUIRED,
  slug,
  upTo,
} from './front-matter-values.ts'
import { nearest, quoted, type Report } from './problem.ts'
import { readYamlEntry, type YamlValue } from './yaml.ts'
import type { Why } from './yaml-cursor.ts'
import { yamlText } from './yaml-writing.ts'

/** An entry's value as YAML reads it, and the line on which the entry begins. */
type Entry = { name: string; line: number; value: YamlValue }

/** For every key a value that could stand in a file. */
const EXAMPLES: Record<Key, string> = {
  headline: '"Help: my boss sings"',
  standfirst: '"All day long, and never in tune."',
  language: 'en',
  topics: '[consulting, boundaries]',
  published: '2026-03-02T09:00:00Z',
  byline: 'The Desk',
  edition_of: 'my-boss-sings',
  content_note: 'Mentions a bereavement.',
  place: 'GB',
  checked: '2026-06-01',
}

/** What other publishing systems call our keys. */
const OTHER_NAMES = new Map<string, Key>([
  ['title', 'headline'],
  ['description', 'standfirst'],
  ['tags', 'topics'],
  ['date', 'published'],
  ['author', 'byline'],
])

/** What a columnist is told of YAML that cannot be read. */
const UNREADABLE: Partial<Record<Why, string>> = {
  'colon in plain text': 'This value has a colon in it and no quotation marks around it.',
  'tab as indentation': 'This line is indented with a tab, where YAML wants spaces.',
  'open quotation': 'A quotation mark is opened here but not closed.',
  'open bracket': 'A bracket is opened here but not closed.',
}
const GOES_ON = /^(?:[\s\]}]|-(?:\s|$))/

/**
 * Reads front matter from a document's lines: the opening `---` and all before the closing one.
 * Each entry is YAML of its own, so that one mistake hides no other. Reports unknown, missing and
 * repeated keys, values that are not what their key wants, and YAML's anchors, aliases and tags;
 * after a report the result is of no use.
 */
export function readFrontMatter(lines: string[], report: Report): FrontMatter {
  const entries = readEntries(lines, report)
  const read = (key: Key, check: Check) => {
    const entry = entries.get(key)
    return entry ? readValue(key, entry.value, check, entry.line, report) : null
  }
  return {
    headline: read('headline', upTo(200)) ?? '',
    standfirst: read('standfirst', upTo(400)) ?? '',
    language: read('language', languageTag) ?? '',
    topics: readTopics(entries.get('topics'), report),
    published: read('published', publishedAt),
    byline: read('byline', upTo(100)),
    editionOf: read('edition_of', slug),
    contentNote: read('content_note', upTo(300)),
    place: read('place', country),
    checked: read('checked', calendarDay),
  }
}

/** Gives the entries that can be read, by key; reports unknown, repeated and missing keys. */
function readEntries(lines: string[], report: Report): Map<Key, Entry> {
  const entries = new Map<Key, Entry>()
  const meant = new Set<Key | undefined>()
  for (const { line, source } of entrySources(lines)) {
    const entry = readEntry(source, line, report)
    const key = entry ? keyNamed(entry.name) : keyAtStart(source)
    meant.add(key)
    if (!entry) continue
    if (key !== entry.name) {
      const instead = key ? `Write “${key}”.` : `Write one of ${KEYS.join(', ')}.`
      report(line, `Unknown key ${quoted(entry.name)}.`, instead)
    } else if (entries.has(key)) {
      report(line, `“${key}” stands here for the second time.`, 'Keep one of them.')
    } else {
      entries.set(key, entry)
    }
  }
  for (const key of REQUIRED.filter((key) => !meant.has(key))) {
    report(1, `The front matter has no “${key}”.`, asIn(key))
  }
  return entries
}

/** An entry begins in a line's first column and goes on over indented lines and list items. */
function entrySources(lines: string[]): { line: number; source: string }[] {
  const entries: { line: number; lines: string[] }[] = []
  for (const [index, text] of lines.entries()) {
    const isBlank = index === 0 || text.trim() === '' || text.startsWith('#')
    if (isBlank || (entries.length > 0 && GOES_ON.test(text))) entries.at(-1)?.lines.push(text)
    else entries.push({ line: index + 1, lines: [text] })
  }
  return entries.map(({ line, lines }) => ({ line, source: lines.join('\n') }))
}

/** Reads one entry as YAML; null, and a report, when it is not one plain key with a value. */
function readEntry(source: string, line: number, report: Report): Entry | null {
  const entry = readYamlEntry(source)
  if ('key' in entry) return { name: entry.key, line, value: entry.value }
  const key = keyAtStart(source)
  const problem = key ? `YAML cannot read “${key}”.` : 'This is not a key with its value.'
  const isOpen = entry.why === 'open quotation' || entry.why === 'open bracket'
  report(line + (isOpen ? 0 : entry.line), UNREADABLE[entry.why] ?? problem, quotedAsIn(key))
  return null
}

function keyAtStart(source: string): Key | undefined {
  return KEYS.find((key) => source.startsWith(`${key}:`))
}

/** The key of that name, or else the one that was probably meant. */
function keyNamed(name: string): Key | undefined {
  const exact = KEYS.find((key) => key === name)
  if (exact) return exact
  const near = nearest(name.toLowerCase(), [...KEYS, ...OTHER_NAMES.keys()])
  return OTHER_NAMES.get(near ?? '') ?? KEYS.find((key) => key === near)
}

function readTopics(entry: Entry | undefined, report: Report): string[] {
  if (!entry) return []
  const { line, value } = entry
  if (value.kind !== 'list') {
    report(line, '“topics” is not a list.', asIn('topics'))
    return []
  }
  const topics = new Set<string>()
  for (const item of value.items) {
    const at = line + (item.kind === 'text' ? item.line : 0)
    const topic = readValue('topics', item, slug, at, report)
    if (topic && topics.has(topic)) {
      report(at, `${quoted(topic)} stands twice in “topics”.`, 'Name it once.')
    }
    if (topic) topics.add(topic)
  }
  if (value.items.length === 0 || value.items.length > 5) {
    report(line, `“topics” names ${value.items.length} topics.`, 'Name one to five.')
  }
  return [...topics]
}

function readValue(key: Key, value: YamlValue, check: Check, line: number, report: Report) {
  const refuse = (wrong: string, instead = asIn(key)) => report(line, `“${key}” ${wrong}.`, instead)
  if (value.kind === 'marked') {
    refuse('begins with “&”, “*” or “!”, which YAML keeps for itself', 'Put it in double quotes.')
    return null
  }
  if (value.kind !== 'text') {
    refuse('is a list or a group of keys where one text belongs')
    return null
  }
  const text = normalised(value.text).trim()
  if (text === '') {
    refuse('is empty')
  } else if (value.lost) {
    const lost = quoted(value.lost)
    refuse(`ends before ${lost}, which YAML takes for a comment`, 'Put it all in double quotes.')
  } else if (text.includes('\n') || isUnprintable(text)) {
    refuse('has a line break or an invisible character in it', 'Write plain text on one line.')
  } else {
    const checked = check(text)
    if ('value' in checked) return checked.value
    refuse(`${checked.wrong}: ${quoted(text)}`, checked.instead)
  }
  return null
}

function asIn(key: Key): string {
  return `Write it as in “${key}: ${EXAMPLES[key]}”.`
}

function quotedAsIn(key: Key | undefined): string {
  if (!key) return 'Write a key, a colon and a value.'
  if (key === 'topics') return asIn(key)
  return `Put the value in double quotes, with “\\” before any “"” and “\\” inside it.`
}

/** Writes front matter in its canonical form: keys in a fixed order, quotes only where needed. */
export function writeFrontMatter(front: FrontMatter): string {
  const values: Record<Key, string | null> = {
    headline: scalar(front.headline),
    standfirst: scalar(front.standfirst),
    language: scalar(front.language),
    topics: `[${front.topics.map(scalar).join(', ')}]`,
    published: front.published,
    byline: scalar(front.byline),
    edition_of: scalar(front.editionOf),
    content_note: scalar(front.contentNote),
    place: scalar(front.place),
    checked: front.checked,
  }
  const written = KEYS.filter((key) => values[key] !== null)
  return written.map((key) => `${key}: ${values[key]}\n`).join('')
}

function scalar(text: string | null): string | null {
  return text === null ? null : yamlText(text)
}
