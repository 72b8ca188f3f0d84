import { HonoBase } from 'hono/hono-base'
import type { Child } from 'hono/jsx'
import { TrieRouter } from 'hono/router/trie-router'
import type { Health } from './clock.ts'
import type { Config } from './config.ts'
import type { Hand } from './desk-log.ts'
import type { Paths } from './paths.ts'
import type { Db, Role } from './schema.ts'
import type { Copy, Language } from './ui/copy/index.ts'
import type { DocumentProps } from './ui/document.tsx'
import type { Vault } from './vault.ts'

export type AppEnv = {
  Bindings: Env
  Variables: {
    config: Config
    db: Db
    vault: Vault
    now: Date
    /** The site's own origin, for addresses that leave the site: feeds, sitemap, canonical links. */
    origin: string
    language: Language
    copy: Copy
    paths: Paths
    /** The site's version that the answer is made from: set where the isolate may keep the answer. */
    keepAt?: number
    /** Who is signed in: set for every request inside the desk, and nowhere else. */
    editor: { id: string; name: string; role: Role; timeZone: string | null; hasKeys: boolean }
    /** How the clock is: set inside the desk, for its frame and its queue. */
    clock: Health
    /** The hash of that editor's session: what it is known by at the desk. */
    session: string
    /** Whether the editor came in or showed a key within the last 10 minutes, in this session. */
    isConfirmed: boolean
    /** That editor and this moment, as every verb of the desk takes them. */
    hand: Hand
  }
}

declare module 'hono' {
  interface ContextRenderer {
    // biome-ignore lint/style/useShorthandFunctionType: Hono's renderer is typed by merging
    (content: Child, props: DocumentProps): Response | Promise<Response>
  }
}

type Options = ConstructorParameters<typeof HonoBase<AppEnv>>[0]

/**
 * Makes a room: a Hono app that knows our bindings and what the front door sets on each request. Its
 * router is ready at once: Hono's usual one works out patterns of all addresses at an isolate's first request.
 */
export function newRoom(options: Options = {}) {
  return new HonoBase<AppEnv>({ ...options, router: new TrieRouter() })
}
