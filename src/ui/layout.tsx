import { createMiddleware } from 'hono/factory'
import type { Child } from 'hono/jsx'
import type { Paths } from '../paths.ts'
import type { AppEnv } from '../room.ts'
import { contentSecurityPolicy } from '../security.ts'
import type { Copy } from './copy/index.ts'
import { Document } from './document.tsx'

/** Lets every page of readers and writers be rendered inside the newspaper's frame. */
export const newspaper = createMiddleware<AppEnv>(async (c, next) => {
  c.setRenderer((content, props) => {
    const { config, copy, language, origin, paths } = c.var
    const siteName = config.name[language]
    c.header(
      'Content-Security-Policy',
      contentSecurityPolicy({ hasScript: !!props.script, hasTurnstile: props.hasTurnstile }),
    )
    if (props.hasForm) c.header('Referrer-Policy', 'same-origin')
    return c.html(
      <Document
        {...props}
        title={props.title === siteName ? siteName : `${props.title} · ${siteName}`}
        feeds={[{ title: siteName, path: paths.atom() }, ...(props.feeds ?? [])]}
        language={language}
        origin={origin}
        siteName={siteName}
        style="style.css"
      >
        <Newspaper
          {...{ copy, paths, siteName }}
          exitUrl={props.hasExit ? config.exitUrl : undefined}
        >
          {content}
        </Newspaper>
      </Document>,
    )
  })
  await next()
})

function Newspaper(props: {
  copy: Copy
  paths: Paths
  siteName: string
  exitUrl?: string
  children?: Child
}) {
  const { copy, paths, exitUrl } = props
  return (
    <body>
      <a class="skip" href="#text">
        {copy.site.skip}
      </a>
      {exitUrl && (
        <a class="skip" data-exit="" href={exitUrl} rel="nofollow noreferrer">
          {copy.site.exit}
        </a>
      )}
      <header class="top">
        <a class="name" href={paths.front()}>
          {props.siteName}
        </a>
        <nav aria-label={copy.site.navigation}>
          <a href={paths.topics()}>{copy.site.topics}</a>
          <a href={paths.archive()}>{copy.site.archive}</a>
          <a href={paths.search()}>{copy.site.search}</a>
          <a href={paths.write()}>{copy.site.write}</a>
        </nav>
      </header>
      {exitUrl && (
        <div class="exit">
          <a data-exit="" href={exitUrl} rel="nofollow noreferrer">
            {copy.site.exit}
          </a>
        </div>
      )}
      <main id="text">{props.children}</main>
      <footer class="foot">
        <nav aria-label={copy.site.more}>
          <a href={paths.about()}>{copy.site.about}</a>
          <a href={paths.guidelines()}>{copy.site.guidelines}</a>
          <a href={paths.privacy()}>{copy.site.privacy}</a>
          <a href={paths.ticket()}>{copy.site.ticket}</a>
          <a href={paths.surprise()}>{copy.site.surprise}</a>
          <a href={paths.atom()}>{copy.site.feed}</a>
        </nav>
      </footer>
    </body>
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
