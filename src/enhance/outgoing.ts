import { fetchPage, type Page } from './fetched.ts'
import { tellHeld, tellRefused } from './refusals.ts'

/** A form that an editor has sent: about which letter, and what they pressed on it. */
export type Job = {
  action: string
  form: URLSearchParams
  letter: string
  what: string
  /** What happens when it is done; a refused one is told. */
  answered: (page: Page) => void
}

const jobs: Job[] = []
let isSending = false

/** Sends a form behind the editor's back: one after the other, in order, and none is lost. */
export function send(job: Job): void {
  jobs.push(job)
  void sendAll()
}

/** Gives the letters about which something is still on its way. */
export function onTheirWay(): string[] {
  return jobs.map(({ letter }) => letter)
}

/** A job leaves the line when it is answered. Where no answer can be had, all of them wait. */
async function sendAll(): Promise<void> {
  if (isSending) return
  isSending = true
  for (let job = jobs[0]; job; job = jobs[0]) {
    const page = await fetchPage(job.action, job.form).catch(() => null)
    if (!page || page.status === 401 || page.status >= 500) {
      tellHeld(page, jobs, sendAll)
      break
    }
    jobs.shift()
    if (page.status >= 400) tellRefused(page, job)
    else job.answered(page)
  }
  isSending = false
}
