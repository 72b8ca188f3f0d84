import { setTimeout as pause } from 'node:timers/promises'
import { pathsIn } from '../../src/paths.ts'
import { chance, letterWriter } from './archive.ts'
import { type Cost, costOf } from './pages.ts'
import { cpuMicros, type Running } from './site.ts'

/** What a step of sending a letter takes; the database's part by the metered site. */
export type Step = Omit<Cost, 'bytesGzip' | 'bytesBrotli' | 'bytesRaw'> & { cpuMicros: number }

/** The three steps: the form, the page to read through, and the sending; of so many words on average. */
export type Letters = { words: number; form: Step; check: Step; send: Step }

const form = pathsIn('en').write()
/** A form that comes back faster than this was not read by a person, and is refused. */
const THINKING_MS = 3200

/** Sends a number of made-up letters, as a browser without scripts would. */
export async function measureLetters(running: Running, letters: number): Promise<Letters> {
  const write = letterWriter(chance(7))
  let words = 0
  const entries = () => {
    const letter = write()
    words += letter.split(/\s+/).length
    const question = 'How do I stop being the one who stays?'
    return { question, letter, consent: 'publish', terms: 'yes' }
  }
  const measured = await steps(running, letters, entries)
  return { words: Math.round(words / (letters + 1)), ...measured }
}

async function steps(running: Running, letters: number, entries: () => Record<string, string>) {
  const { site = '', metered = '' } = running.addresses
  const post = (address: string, fields: Record<string, string>) =>
    fetch(address + form, {
      method: 'POST',
      headers: { Origin: address },
      body: new URLSearchParams(fields),
    })
  const ticketIn = (page: string) => page.match(/name="ticket" value="([^"]+)"/)?.[1] ?? ''
  const taken = async (answer: Response) => {
    const page = await answer.text()
    if (!answer.ok) throw new Error(`A letter was answered ${answer.status}.`)
    return page
  }
  const timed = async <Each>(all: Each[], ask: (each: Each) => Promise<Response>) => {
    const before = cpuMicros(running.pid)
    const pages: string[] = []
    for (const each of all) pages.push(await taken(await ask(each)))
    return { cpuMicros: (cpuMicros(running.pid) - before) / all.length, pages }
  }

  const asked = await timed(Array.from({ length: letters }), () => fetch(site + form))
  const written = asked.pages.map((page) => ({ ...entries(), ticket: ticketIn(page) }))
  const checked = await timed(written, (fields) => post(site, { ...fields, step: 'check' }))
  await pause(THINKING_MS)
  const sent = await timed(written, (fields) => post(site, { ...fields, step: 'send' }))

  const opened = await fetch(metered + form)
  const fields = { ...entries(), ticket: ticketIn(await taken(opened.clone() as Response)) }
  const read = await post(metered, { ...fields, step: 'check' })
  await pause(THINKING_MS)
  const received = await post(metered, { ...fields, step: 'send' })
  const step = async (answer: Response, { cpuMicros }: { cpuMicros: number }): Promise<Step> => {
    const { rowsRead, rowsWritten, roundTrips } = costOf(answer, await taken(answer))
    return { cpuMicros, rowsRead, rowsWritten, roundTrips }
  }
  return {
    form: await step(opened, asked),
    check: await step(read, checked),
    send: await step(received, sent),
  }
}
