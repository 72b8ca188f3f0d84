import { join } from 'node:path'
import { migrate } from '../../src/cli/database.ts'
import { median } from './figures.ts'
import { type Bundle, cpuMicros, start } from './site.ts'

/**
 * What the Worker takes before its first answer, beside the floor, in milliseconds of processor time:
 * reading the code and running what stands at the top of its modules. In workerd the clock stands still
 * meanwhile, so it is the processor time of a whole process to its first answer, less that of one
 * which serves the floor alone.
 */
export async function startupMs(
  { site, floor }: Record<'site' | 'floor', Bundle>,
  { folder, rounds }: { folder: string; rounds: number },
): Promise<number> {
  const dataDir = join(folder, 'start')
  await migrate(dataDir)
  const once = async (bundle: Bundle) => {
    const running = await start({ one: bundle }, { dataDir })
    try {
      await (await fetch(`${running.addresses.one}/robots.txt`)).text()
      return cpuMicros(running.pid) / 1000
    } finally {
      await running.stop()
    }
  }
  const differences: number[] = []
  for (let round = 0; round < rounds; round += 1) {
    differences.push((await once(site)) - (await once(floor)))
  }
  return median(differences)
}
