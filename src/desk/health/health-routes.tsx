import manifest from '../../../dist/assets.json'
import { newRoom } from '../../room.ts'
import { HealthPage } from './health-page.tsx'
import { quickFindings } from './quick.ts'
import { readVitals } from './vitals.ts'

/** How the site is: what needs somebody's eye, and what to do. */
export const healthRoutes = newRoom()

healthRoutes.get('/health', async (c) => {
  const { config, db, now } = c.var
  const findings = quickFindings(await readVitals(db, now), {
    migrations: manifest.migrations,
    sendsMail: config.mailFrom !== null,
    hasAddress: config.url !== null,
  })
  return c.render(<HealthPage findings={findings} timeZone={config.timeZone} />, {
    title: 'Health',
  })
})
