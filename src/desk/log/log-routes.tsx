import { newRoom } from '../../room.ts'
import { readLog, readLogFilter } from './log.ts'
import { sealLog } from './log-chain.ts'
import { LogPage } from './log-page.tsx'

export const logRoutes = newRoom()

logRoutes.get('/log', async (c) => {
  const { config, db } = c.var
  await sealLog(db)
  const log = await readLog(db, readLogFilter(c.req.query()), config.timeZone)
  return c.render(<LogPage log={log} timeZone={config.timeZone} />, { title: 'Desk log' })
})
