import { html, raw } from 'hono/html'
import type { Child } from 'hono/jsx'
import { directionOf } from '../language.ts'
import { alternates, pathsIn } from '../paths.ts'
import { asset, type Script } from './assets.ts'
import type { CardProps } from './card.tsx'
import type { Language } from './copy/index.ts'
import type { Thing } from './structured-data.tsx'

export type DocumentProps = {
  /** The page's own title; the layout adds the site's name. */
  title: string
  description?: string
  /** This page's own path, when it may be indexed; left out: the page asks not to be. */
  canonical?: string
  /** The same page in other languages. */
  editions?: { language: string; path: string }[]
  /** Feeds of this page beside the site's own: Atom, unless they say otherwise. */
  feeds?: { title: string; path: string; type?: 'application/feed+json' }[]
  /** The path of the Markdown that the page is made from. */
  source?: string
  /** What a link to the page shows where it is shared, beside title and description. */
  card?: CardProps
  /** What the page is about, for machines. */
  things?: Thing[]
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

/**
 * The only `<html>` in the project. Takes absolute addresses from `origin`. The head is written as
 * text: as JSX its thirty elements, each a component of Hono's, take up to a tenth of what a page takes.
 */
export function Document(
  props: DocumentProps & {
    language: Language
    origin: string
    siteName: string
    style: 'style.css' | 'desk.css'
    /** What else the head holds. */
    head?: Child
    children?: Child
  },
) {
  const { canonical, description, editions = [], feeds = [], language, origin } = props
  const head = [
    html`<meta charset="utf-8"/>`,
    html`<meta name="viewport" content="width=device-width, initial-scale=1"/>`,
    html`<title>${props.title}</title>`,
    description && html`<meta name="description" content="${description}"/>`,
    canonical
      ? html`<link rel="canonical" href="${origin + canonical}"/>`
      : html`<meta name="robots" content="noindex"/>`,
    (canonical ? alternates(editions) : []).map(
      (one) => html`<link rel="alternate" hreflang="${one.language}" href="${origin + one.path}"/>`,
    ),
    props.source && html`<link rel="alternate" type="text/markdown" href="${props.source}"/>`,
    feeds.map(
      ({ title, path, type = 'application/atom+xml' }) =>
        html`<link rel="alternate" type="${type}" title="${title}" href="${path}"/>`,
    ),
    html`<link rel="search" type="application/opensearchdescription+xml" title="${props.siteName}" href="${pathsIn(language).openSearch()}"/>`,
    html`<meta name="color-scheme" content="light dark"/>`,
    props.head,
    html`<link rel="icon" href="${asset('icon.svg')}" type="image/svg+xml"/>`,
    html`<link rel="stylesheet" href="${asset(props.style)}"/>`,
    // No `html` here: with the end of a script in it, bundlers make of a template what old browsers read.
    props.script && raw(`<script type="module" src="${asset(props.script)}"></script>`),
  ]
  return html`<!doctype html><html lang="${language}" dir="${directionOf(language)}"><head>${head}</head>${props.children}</html>`
}
