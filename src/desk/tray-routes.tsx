import type { Context } from 'hono'
import { minutesLater } from '../dates.ts'
import { erasuresDue } from '../letters/due.ts'
import { closedAt, closeIntake, intake, openIntake } from '../letters/intake.ts'
import { paths } from '../paths.ts'
import { type AppEnv, newRoom } from '../room.ts'
import { readForm } from './form.ts'
import { readFilter, readTray } from './tray.ts'
import { TrayPage } from './tray-page.tsx'

/** The tray, and what is set for all letters: whether any are taken. */
export const trayRoutes = newRoom()

trayRoutes.get('/', (c) => showTray(c))

/** How far ahead the desk sees what the clock will erase. */
const SOON_DAYS = 30

async function showTray(c: Context<AppEnv>, error?: string) {
  const { config, db, now, vault } = c.var
  const [tray, closed, due] = await Promise.all([
    readTray(db, vault, readFilter(c.req.query())),
    intake(db),
    erasuresDue(db, minutesLater(now, SOON_DAYS * 24 * 60)),
  ])
  const page = { tray, due, error, closedUntil: closedAt(closed, now) }
  return c.render(<TrayPage {...page} languages={config.languages} now={now} />, {
    title: error ? 'Error: Tray' : 'Tray',
  })
}

trayRoutes.post('/settings', async (c) => {
  const { db, hand } = c.var
  const field = await readForm(c)
  if (field('intake') === 'open') await openIntake(db, hand)
  else if (!(await closeIntake(db, field('closed_until'), hand))) {
    c.status(422)
    return showTray(c, 'Choose a day to come')
  }
  return c.redirect(paths.desk.tray(), 303)
})
