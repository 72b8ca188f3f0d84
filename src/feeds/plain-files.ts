import { paths, pathsIn } from '../paths.ts'
import type { AppEnv } from '../room.ts'
import type { Language } from '../ui/copy/index.ts'
import type { Feed } from './feed.ts'

/** Writes robots.txt: all is open but the desk, what only one reader asks, and what is by chance. */
export function robots(languages: Language[], origin: string): string {
  const closed = languages.map(pathsIn).flatMap((at) => [at.search(), at.ticket(), at.surprise()])
  return [
    'User-agent: *',
    ...[paths.desk.tray(), ...closed].map((path) => `Disallow: ${path}`),
    '',
    `Sitemap: ${origin}${paths.sitemap()}`,
    '',
  ].join('\n')
}

/** Writes llms.txt: what the site is, its topics, and its newest columns as Markdown files. */
export function llms(feed: Feed, variables: AppEnv['Variables']): string {
  const { config, copy, language, origin, paths } = variables
  return [
    `# ${config.name[language]}`,
    `> ${config.description[language]}`,
    `## ${copy.site.topics}`,
    feed.topics
      .map((topic) => item(topic.name, origin + paths.topic(topic.slug), topic.description))
      .join('\n'),
    `## ${copy.lists.latest}`,
    feed.columns
      .map((column) =>
        item(column.headline, origin + paths.columnSource(column.slug), column.standfirst),
      )
      .join('\n'),
    '',
  ].join('\n\n')
}

function item(name: string, address: string, about: string): string {
  const link = `- [${name.replace(/[\\[\]]/g, '\\$&')}](${address})`
  return about ? `${link}: ${about}` : link
}
