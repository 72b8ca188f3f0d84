import { env } from 'cloudflare:workers'
import { createApp, runClock } from './app.tsx'
import { readConfig } from './config.ts'

const config = readConfig({ ...env })
const app = createApp(config)

export default {
  fetch: app.fetch,
  async scheduled(controller, env) {
    await runClock(env, config, new Date(controller.scheduledTime))
  },
} satisfies ExportedHandler<Env>
