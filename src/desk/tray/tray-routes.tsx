import type { Context } from 'hono'
import { minutesLater } from '../../dates.ts'
import { erasuresDue } from '../../letters/due.ts'
import { closedAt, intake } from '../../letters/intake.ts'
import { type AppEnv, newRoom } from '../../room.ts'
import { clean } from '../../text.ts'
import { deskPath } from '../access.ts'
import { readForm } from '../form.ts'
import { decideMany, type Many, type Outcome, readMany } from './many.ts'
import { setKeys } from './shortcuts.ts'
import { readTray } from './tray.ts'
import { readFilter } from './tray-filter.ts'
import { TrayPage } from './tray-page.tsx'
import { searchTray } from './tray-search.ts'

/** The tray: letters that wait for somebody to decide on them. */
export const trayRoutes = newRoom()

trayRoutes.get('/', (c) => showTray(c))

/** Looks for words in the letters: posted, so that they stand in no address and no log. */
trayRoutes.post('/', async (c) => {
  const text = clean((await readForm(c))('text'))
  return showTray(c, { text: text.slice(0, LONGEST_SEARCH) })
})

const LONGEST_SEARCH = 100

trayRoutes.post('/letters', async (c) => {
  const { db, hand, vault } = c.var
  const many = readMany(await c.req.parseBody({ all: true }))
  if (!many.error) return showTray(c, { outcome: await decideMany(db, vault, many, hand) })
  c.status(422)
  return showTray(c, { many })
})

trayRoutes.post('/keys', async (c) => {
  const field = await readForm(c)
  await setKeys(c.var.db, field('keys') !== 'off', c.var.hand)
  return c.redirect(deskPath(field('back')), 303)
})

/** How far ahead the desk sees what the clock will erase. */
const SOON_DAYS = 30

type More = { text?: string; many?: Many; outcome?: Outcome }

async function showTray(c: Context<AppEnv>, { text = '', many, outcome }: More = {}) {
  const { config, db, editor, hand, now, vault } = c.var
  const filter = readFilter(c.req.query())
  const [tray, closed, due] = await Promise.all([
    text || filter.flag
      ? searchTray(db, vault, { filter, text, hand })
      : readTray(db, vault, { filter, hand }),
    intake(db),
    erasuresDue(db, minutesLater(now, SOON_DAYS * 24 * 60)),
  ])
  const closedUntil = closedAt(closed, 'en', now)?.until ?? null
  const { languages, timeZone } = config
  const viewer = { languages, timeZone, now, me: editor }
  const page = { ...viewer, due, outcome, closedUntil }
  return c.render(<TrayPage {...page} tray={{ ...tray, many }} />, {
    title: many ? 'Error: Tray' : 'Tray',
    script: 'tray.js',
  })
}
