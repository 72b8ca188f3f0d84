import { Agent, get } from 'node:http'

/**
 * Asks one address again and again over a few connections, for so many milliseconds, and prints how
 * long each answer took, in milliseconds. It is a process of its own, so that what it takes is not
 * reckoned to the site.
 */
const [address = '', milliseconds = '1000', connections = '8'] = process.argv.slice(2)

const agent = new Agent({ keepAlive: true, maxSockets: Number(connections) })
const took: number[] = []
const end = performance.now() + Number(milliseconds)

function ask(): Promise<void> {
  return new Promise((resolve, reject) => {
    const start = performance.now()
    const request = get(address, { agent }, (answer) => {
      answer.on('data', () => {})
      answer.on('end', () => {
        if (answer.statusCode !== 200) reject(new Error(`${address} answered ${answer.statusCode}`))
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

await Promise.all(Array.from({ length: Number(connections) }, visitor))
agent.destroy()
process.stdout.write(JSON.stringify(took))
