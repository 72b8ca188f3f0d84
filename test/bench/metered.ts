import site from '../../src/index.ts'
import { CLOCK, metered } from './meter.ts'

/** The site itself, which also tells what each answer has cost the database. */
export default {
  async fetch(request, env, context) {
    const { database, meter } = metered(env.DB)
    const answer = await answerOf(request, { ...env, DB: database }, context)
    const told = new Response(answer.body, answer)
    told.headers.set('X-Round-Trips', String(meter.roundTrips))
    told.headers.set('X-Rows-Read', String(meter.rowsRead))
    told.headers.set('X-Rows-Written', String(meter.rowsWritten))
    return told
  },
} satisfies ExportedHandler<Env>

async function answerOf(request: Request, env: Env, context: ExecutionContext): Promise<Response> {
  if (new URL(request.url).pathname !== CLOCK) return site.fetch(request, env, context)
  const noRetry = () => {}
  await site.scheduled({ scheduledTime: Date.now(), cron: '* * * * *', noRetry }, env, context)
  return new Response(null)
}
