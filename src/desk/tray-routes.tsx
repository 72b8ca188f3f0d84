import { minutesLater } from '../dates.ts'
import { erasuresDue } from '../letters/due.ts'
import { closedAt, intake } from '../letters/intake.ts'
import { newRoom } from '../room.ts'
import { readFilter, readTray } from './tray.ts'
import { TrayPage } from './tray-page.tsx'

/** The tray: letters that wait for somebody to decide on them. */
export const trayRoutes = newRoom()

/** How far ahead the desk sees what the clock will erase. */
const SOON_DAYS = 30

trayRoutes.get('/', async (c) => {
  const { config, db, now, vault } = c.var
  const [tray, found, due] = await Promise.all([
    readTray(db, vault, readFilter(c.req.query())),
    intake(db),
    erasuresDue(db, minutesLater(now, SOON_DAYS * 24 * 60)),
  ])
  const page = { tray, due, closedUntil: closedAt(found, 'en', now)?.until ?? null }
  return c.render(<TrayPage {...page} languages={config.languages} now={now} />, { title: 'Tray' })
})
