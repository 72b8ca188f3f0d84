import { env } from 'cloudflare:workers'
import { createSite, runClock } from './app.tsx'
import { readConfig } from './config.ts'

const config = readConfig({ ...env })
const site = createSite(config)

export default {
  fetch: site.fetch,
  async scheduled(controller, env, context) {
    await runClock(env, config, { now: new Date(controller.scheduledTime), context })
  },
} satisfies ExportedHandler<Env>
