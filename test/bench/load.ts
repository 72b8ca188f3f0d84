import { Agent, get } from 'node:http'
import type { Load } from './pages.ts'

/**
 * Asks for addresses, one after the other and then again, over a few connections, for so many
 * milliseconds, and prints how long each answer took, in milliseconds. It is a process of its own, so
 * that what it takes is not reckoned to the site.
 */
const { addresses, headers, status, milliseconds, connections }: Load = JSON.parse(
  process.argv[2] ?? '',
)

const agent = new Agent({ keepAlive: true, maxSockets: connections })
const took: number[] = []
const end = performance.now() + milliseconds
let asked = 0

function ask(): Promise<void> {
  const address = addresses[asked % addresses.length] ?? ''
  asked += 1
  return new Promise((resolve, reject) => {
    const start = performance.now()
    const request = get(address, { agent, headers }, (answer) => {
      answer.on('data', () => {})
      answer.on('end', () => {
        if (answer.statusCode !== status) {
          reject(new Error(`${address} answered ${answer.statusCode}, not ${status}`))
        }
        took.push(performance.now() - start)
        resolve()
      })
    })
    request.on('error', reject)
  })
}

async function visitor(): Promise<void> {
  while (performance.now() < end) await ask()
}

await Promise.all(Array.from({ length: connections }, visitor))
agent.destroy()
process.stdout.write(JSON.stringify(took))
