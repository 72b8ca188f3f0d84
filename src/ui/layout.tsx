import { createMiddleware } from 'hono/factory'
import type { Child } from 'hono/jsx'
import { type Paths, pathsIn } from '../paths.ts'
import type { AppEnv } from '../room.ts'
import { contentSecurityPolicy } from '../security.ts'
import { Card } from './card.tsx'
import { type Copy, copies, type Language } from './copy/index.ts'
import { Document, type DocumentProps } from './document.tsx'
import { StructuredData, type Thing } from './structured-data.tsx'

/** Lets every page of readers and writers be rendered inside the newspaper's frame. */
export const newspaper = createMiddleware<AppEnv>(async (c, next) => {
  c.setRenderer((content, props) => {
    const { config, language, origin, paths } = c.var
    const siteName = config.name[language]
    c.header(
      'Content-Security-Policy',
      contentSecurityPolicy({ ...props, hasScript: !!props.script }),
    )
    if (props.hasForm) c.header('Referrer-Policy', 'same-origin')
    return c.html(
      <Document
        {...props}
        title={props.title === siteName ? siteName : `${props.title} · ${siteName}`}
        feeds={[
          { title: siteName, path: paths.atom() },
          { title: siteName, path: paths.jsonFeed(), type: 'application/feed+json' },
          ...(props.feeds ?? []),
        ]}
        head={props.canonical && <Card {...props} {...{ language, origin, siteName }} />}
        language={language}
        origin={origin}
        siteName={siteName}
        style="style.css"
      >
        <Newspaper
          {...c.var}
          editions={props.editions}
          exitUrl={props.hasExit ? config.exitUrl : undefined}
          things={props.things}
          siteName={siteName}
        >
          {content}
          {props.canonical && <p class="address">{origin + props.canonical}</p>}
        </Newspaper>
      </Document>,
    )
  })
  await next()
})

type NewspaperProps = {
  config: { languages: Language[] }
  copy: Copy
  editions: DocumentProps['editions']
  exitUrl?: string
  language: Language
  paths: Paths
  siteName: string
  things?: Thing[]
  children?: Child
}

function Newspaper(props: NewspaperProps) {
  const { copy, paths, exitUrl } = props
  return (
    <body>
      <a class="skip" href="#text">
        {copy.site.skip}
      </a>{' '}
      <header class="top">
        {exitUrl && (
          <a class="skip" data-exit="" href={exitUrl} rel="nofollow noreferrer">
            {copy.site.exit}
          </a>
        )}{' '}
        <a class="name" href={paths.front()}>
          {props.siteName}
        </a>{' '}
        <nav aria-label={copy.site.navigation}>
          <Row
            links={[
              [paths.topics(), copy.site.topics],
              [paths.scripts(), copy.site.scripts],
              [paths.search(), copy.site.search],
              [paths.write(), copy.site.write],
            ]}
          />
        </nav>
      </header>
      {exitUrl && (
        <aside class="exit" aria-label={copy.site.exit}>
          <a data-exit="" href={exitUrl} rel="nofollow noreferrer">
            {copy.site.exit}
          </a>
        </aside>
      )}
      <main id="text">{props.children}</main>
      <footer class="foot">
        <nav aria-label={copy.site.more}>
          <Row
            links={[
              [paths.about(), copy.site.about],
              [paths.guidelines(), copy.site.guidelines],
              [paths.privacy(), copy.site.privacy],
              [paths.ticket(), copy.site.ticket],
              [paths.archive(), copy.site.archive],
              [paths.updates(), copy.column.updates],
              [paths.surprise(), copy.site.surprise],
              [paths.atom(), copy.site.feed],
            ]}
          />
        </nav>{' '}
        <OtherLanguages {...props} />
      </footer>
      {props.things && <StructuredData things={props.things} />}
    </body>
  )
}

/** Links side by side. The spaces are for browsers that show text alone, where words would run together. */
function Row({ links }: { links: [path: string, name: string][] }) {
  return links.map(([path, name]) => (
    <>
      <a href={path}>{name}</a>{' '}
    </>
  ))
}

/** The same page in each other language, or that language's front page. */
function OtherLanguages({ config, copy, editions = [], language }: NewspaperProps) {
  const others = config.languages.filter((other) => other !== language)
  if (others.length === 0) return null
  const pathIn = (other: Language) =>
    editions.find((edition) => edition.language === other)?.path ?? pathsIn(other).front()
  return (
    <nav aria-label={copy.site.otherLanguages}>
      {others.map((other) => (
        <>
          <a href={pathIn(other)} lang={other} hreflang={other}>
            {copies[other].languageName}
          </a>{' '}
        </>
      ))}
    </nav>
  )
}

/** The invitation to write in, at the end of every column and list. */
export function Invitation({ copy, paths }: { copy: Copy; paths: Paths }) {
  return (
    <aside class="ask">
      <p>
        {copy.site.invitation} <a href={paths.write()}>{copy.site.write}.</a>{' '}
        {copy.site.invitationAfter}
      </p>
    </aside>
  )
}
