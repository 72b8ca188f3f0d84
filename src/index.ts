import { env } from 'cloudflare:workers'
import { createApp, runClock } from './app.tsx'
import { readConfig } from './config.ts'

const config = readConfig({ ...env })
const app = createApp(config)

export default {
  fetch: app.fetch,
  async scheduled(controller, env, context) {
    await runClock(env, config, { now: new Date(controller.scheduledTime), context })
  },
} satisfies ExportedHandler<Env>
