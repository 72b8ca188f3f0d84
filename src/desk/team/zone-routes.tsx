import type { Context } from 'hono'
import { paths } from '../../paths.ts'
import { type AppEnv, newRoom } from '../../room.ts'
import { isZone } from '../../zone.ts'
import { readForm } from '../form.ts'
import { setZone } from './team.ts'
import { ZonePage } from './zone-page.tsx'

/** The zone of an editor's own. */
export const zoneRoutes = newRoom()

zoneRoutes.get('/team/zone', (c) => showZone(c))

function showZone(c: Context<AppEnv>, error?: string) {
  const { config, editor, now } = c.var
  const page = { own: editor.timeZone, timeZone: config.timeZone, now, error }
  return c.render(<ZonePage {...page} />, { title: error ? 'Error: Time zone' : 'Time zone' })
}

zoneRoutes.post('/team/zone', async (c) => {
  const zone = (await readForm(c))('zone')
  if (zone !== '' && !isZone(zone)) {
    c.status(422)
    return showZone(c, 'Choose one of the zones in the list')
  }
  await setZone(c.var.db, c.var.editor.id, zone || null)
  return c.redirect(paths.desk.teamVerb('zone'), 303)
})
