import type { Context } from 'hono'
import { instant } from '../../dates.ts'
import { deadNudges } from '../../mail/nudge.ts'
import { paths } from '../../paths.ts'
import { type AppEnv, newRoom } from '../../room.ts'
import { lastPublication } from '../column/column-list.ts'
import { readForm } from '../form.ts'
import { purgesOwed } from './purge.ts'
import { QueuePage } from './queue-page.tsx'
import { type Place, queue, swap } from './schedule.ts'

/** The queue: what runs when, and in which order. */
export const queueRoutes = newRoom()

queueRoutes.get('/queue', (c) => showQueue(c))

async function showQueue(c: Context<AppEnv>, error?: string) {
  const { clock: health, config, db, now } = c.var
  const [drafts, dead, purges, [last]] = await db.batch([
    queue(db),
    deadNudges(db),
    purgesOwed(db),
    lastPublication(db),
  ])
  const page = { drafts, dead, purges, health, error, timeZone: config.timeZone }
  if (error) c.status(409)
  return c.render(
    <QueuePage {...page} lastPublished={last?.publishedAt ?? null} now={instant(now)} />,
    { title: error ? 'Error: Queue' : 'Queue' },
  )
}

queueRoutes.post('/queue/swap', async (c) => {
  const field = await readForm(c)
  const [one, other] = [placeIn(field('one')), placeIn(field('other'))]
  if (await swap(c.var.db, one, other, c.var.hand)) return c.redirect(paths.desk.queue(), 303)
  return showQueue(c, 'They were not swapped: one of them has changed, or its time has come')
})

/** Reads a place in the queue as its page writes it: draft, version, and when it was to run. */
function placeIn(text: string): Place {
  const [id = '', version = '', was = ''] = text.split(' ')
  return { id, version: Number(version), was }
}
