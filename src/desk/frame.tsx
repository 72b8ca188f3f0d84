import { createMiddleware } from 'hono/factory'
import type { Child } from 'hono/jsx'
import { paths } from '../paths.ts'
import type { AppEnv } from '../room.ts'
import { contentSecurityPolicy } from '../security.ts'
import { Document } from '../ui/document.tsx'
import { ClockAlarm } from './publishing/clock-part.tsx'

type Editor = AppEnv['Variables']['editor']

/** Lets every page of the desk be rendered inside the desk's frame. The desk speaks English. */
export const deskFrame = createMiddleware<AppEnv>(async (c, next) => {
  c.setRenderer((content, props) => {
    const { config, origin } = c.var
    const siteName = config.name.en
    c.header(
      'Content-Security-Policy',
      contentSecurityPolicy({ ...props, hasScript: !!props.script }),
    )
    c.header('Referrer-Policy', 'same-origin')
    return c.html(
      <Document
        {...props}
        title={`${props.title} · ${siteName}`}
        canonical={undefined}
        language="en"
        origin={origin}
        siteName={siteName}
        style="desk.css"
      >
        <Desk siteName={siteName} path={c.req.path} editor={c.var.editor}>
          {c.var.editor && <ClockAlarm health={c.var.clock} timeZone={config.timeZone} />}
          {content}
        </Desk>
      </Document>,
    )
  })
  await next()
})

/** A stranger, on the sign-in page, is nobody: there is nothing to go to yet. */
function Desk(props: { siteName: string; path: string; editor?: Editor; children?: Child }) {
  return (
    <body>
      <a class="skip" href="#text">
        Skip to the page
      </a>
      <header class="bar">
        <a class="name" href={paths.desk.tray()}>
          {props.siteName}
        </a>
        {props.editor && <Bar path={props.path} editor={props.editor} />}
      </header>
      <main id="text">{props.children}</main>
    </body>
  )
}

function Bar({ path, editor }: { path: string; editor: Editor }) {
  // Where a draft begins.
  const at = path === paths.desk.paste() ? paths.desk.drafts() : path
  const here = PAGES.findLast(({ address }) => at.startsWith(address))
  return (
    <>
      <nav aria-label="Desk">
        {PAGES.map((page) => (
          <a href={page.address} aria-current={page === here ? 'page' : undefined}>
            {page.name}
          </a>
        ))}
      </nav>
      <form class="who" method="post" action={paths.desk.signOut()}>
        <span>{editor.name}</span>
        <button type="submit">Sign out</button>
      </form>
    </>
  )
}

/** The tray first: its address begins every other, and the letters' pages are its own. */
const PAGES = [
  { name: 'Tray', address: paths.desk.tray() },
  { name: 'Drafts', address: paths.desk.drafts() },
  { name: 'Queue', address: paths.desk.queue() },
  { name: 'Columns', address: paths.desk.columns() },
  { name: 'Figures', address: paths.desk.figures() },
  { name: 'Log', address: paths.desk.log() },
  { name: 'Team', address: paths.desk.team() },
  { name: 'Settings', address: paths.desk.settings() },
  { name: 'Health', address: paths.desk.health() },
]
