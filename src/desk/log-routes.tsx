import { newRoom } from '../room.ts'
import { readLog, readLogFilter } from './log.ts'
import { LogPage } from './log-page.tsx'

export const logRoutes = newRoom()

logRoutes.get('/log', async (c) => {
  const log = await readLog(c.var.db, readLogFilter(c.req.query()))
  return c.render(<LogPage log={log} timeZone={c.var.config.timeZone} />, { title: 'Desk log' })
})
