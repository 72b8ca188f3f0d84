/** One text for all languages of the site, or one for each. */
export type Setting = { key: string; value: string; languages: string[] }

/**
 * Gives wrangler.toml with a setting changed and every other character as it was, comments too. Where the
 * setting is a table of texts it is changed in each of the languages. A missing one is added.
 */
export function withSetting(toml: string, { key, value, languages }: Setting): string {
  const written = JSON.stringify(value)
  if (!sectionOf(toml, `vars.${key}`)) return withLine(toml, 'vars', key, written)
  return languages.reduce(
    (text, language) => withLine(text, `vars.${key}`, language, written),
    toml,
  )
}

type Span = { start: number; end: number }

/** Where the lines of a table stand: from behind its heading to the next one. */
function sectionOf(toml: string, name: string): Span | null {
  const heading = new RegExp(`^\\[${name.replaceAll('.', '\\.')}\\][^\\n]*\\n`, 'm').exec(toml)
  if (!heading) return null
  const start = heading.index + heading[0].length
  const next = toml.slice(start).search(/^\[/m)
  return { start, end: next < 0 ? toml.length : start + next }
}

function withLine(toml: string, section: string, key: string, written: string): string {
  const span = sectionOf(toml, section)
  if (!span) return `${toml.trimEnd()}\n\n[${section}]\n${key} = ${written}\n`
  const lines = toml.slice(span.start, span.end)
  const line = new RegExp(
    `^(${key}[^\\S\\n]*=[^\\S\\n]*)("(?:[^"\\\\\\n]|\\\\.)*"|'[^'\\n]*')`,
    'm',
  )
  // By a function: a “$” of the text is to stay one.
  const changed = line.test(lines)
    ? lines.replace(line, (_, start) => `${start}${written}`)
    : `${key} = ${written}\n${lines}`
  return toml.slice(0, span.start) + changed + toml.slice(span.end)
}
