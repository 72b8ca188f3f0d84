import { raw } from 'hono/html'
import type { Child } from 'hono/jsx'
import { paths } from '../paths.ts'
import { asset, type Script } from './assets.ts'

export type DocumentProps = {
  /** The page's own title; the layout adds the site's name. */
  title: string
  description?: string
  /** This page's own path, when it may be indexed; left out: the page asks not to be. */
  canonical?: string
  /** The same page in other languages. */
  editions?: { language: string; path: string }[]
  /** Feeds of this page beside the site's own. */
  feeds?: { title: string; path: string }[]
  script?: Script
  /** Pages that a writer may have to leave at once have a way out, in sight and by keyboard. */
  hasExit?: boolean
  /** The page holds Cloudflare's check for people, and its policy lets that in. */
  hasTurnstile?: boolean
  /** The page shows another of ours in a frame, or may be shown in one. */
  hasFrame?: boolean
  isFramed?: boolean
  /** Pages with forms need a same-origin referrer: with none, browsers send `Origin: null`. */
  hasForm?: boolean
}

/** The only `<html>` in the project. Takes absolute addresses from `origin`. */
export function Document(
  props: DocumentProps & {
    language: string
    origin: string
    siteName: string
    style: 'style.css' | 'desk.css'
    children?: Child
  },
) {
  const { canonical, description, editions = [], feeds = [], origin } = props
  return (
    <>
      {raw('<!doctype html>')}
      <html lang={props.language} dir="ltr">
        <head>
          <meta charset="utf-8" />
          <meta name="viewport" content="width=device-width, initial-scale=1" />
          <title>{props.title}</title>
          {description && <meta name="description" content={description} />}
          {canonical ? (
            <link rel="canonical" href={origin + canonical} />
          ) : (
            <meta name="robots" content="noindex" />
          )}
          {editions.map(({ language, path }) => (
            <link rel="alternate" hreflang={language} href={origin + path} />
          ))}
          {feeds.map(({ title, path }) => (
            <link rel="alternate" type="application/atom+xml" title={title} href={path} />
          ))}
          <link
            rel="search"
            type="application/opensearchdescription+xml"
            title={props.siteName}
            href={paths.openSearch()}
          />
          <meta name="color-scheme" content="light dark" />
          <link rel="icon" href={asset('icon.svg')} type="image/svg+xml" />
          <link rel="stylesheet" href={asset(props.style)} />
          {props.script && <script type="module" src={asset(props.script)} />}
        </head>
        {props.children}
      </html>
    </>
  )
}
