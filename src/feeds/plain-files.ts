import { paths, pathsIn } from '../paths.ts'
import type { AppEnv } from '../room.ts'
import type { Language } from '../ui/copy/index.ts'
import type { Shelf } from './shelves.ts'

/**
 * Writes robots.txt: all is open but the desk, what only one reader asks, and what is by chance. The
 * page on which one searches is no reader's question: what follows its address is.
 */
export function robots(languages: Language[], origin: string): string {
  const closed = languages
    .map(pathsIn)
    .flatMap((at) => [`${at.search()}?`, at.searchJson(), at.ticket(), at.surprise()])
  return [
    'User-agent: *',
    ...[paths.desk.tray(), ...closed].map((path) => `Disallow: ${path}`),
    '',
    `Sitemap: ${origin}${paths.sitemap()}`,
    '',
  ].join('\n')
}

/**
 * Writes llms.txt (https://llmstxt.org): what the site is and how it is to be read, then topic by topic
 * the newest columns, as links to their Markdown, and last what else there is.
 */
export function llms(shelves: Shelf[], variables: AppEnv['Variables']): string {
  const { config, copy, language, origin, paths } = variables
  const address = (path: string) => origin + path
  const optional = [
    item(copy.site.scripts, address(paths.scripts()), ''),
    item(copy.site.archive, address(paths.archive()), copy.lists.archiveLead),
    item(copy.column.updates, address(paths.updates()), copy.lists.updatesLead),
    item(copy.site.feed, address(paths.atom()), ''),
    item(copy.site.about, address(paths.about()), ''),
  ]
  return [
    `# ${config.name[language]}`,
    `> ${config.description[language]}`,
    copy.lists.forModels,
    ...shelves.flatMap(({ slug, name, description, columns }) => [
      `## ${name}`,
      `${description} ${address(paths.topic(slug))}`.trim(),
      columns
        .map((column) =>
          item(column.headline, address(paths.columnSource(column.slug)), column.standfirst),
        )
        .join('\n'),
    ]),
    '## Optional',
    `${optional.join('\n')}\n`,
  ].join('\n\n')
}

function item(name: string, address: string, about: string): string {
  const link = `- [${name.replace(/[\\[\]]/g, '\\$&')}](${address})`
  return about ? `${link}: ${about}` : link
}
