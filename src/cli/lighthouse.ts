import { createRequire } from 'node:module'
import { pathToFileURL } from 'node:url'
import { chromium } from 'playwright-core'
import { chromiumLaunch } from './chromium.ts'
import { Mistake } from './command-line.ts'
import { freePort } from './local-site.ts'

/** What Lighthouse looks at, in the order in which it is told. */
export const CATEGORIES = ['performance', 'accessibility', 'best-practices', 'seo'] as const
export type Category = (typeof CATEGORIES)[number]

/** A category's score on a page, from 0 to 100, and what cost points there. */
export type Score = { category: Category; score: number; failed: string[] }

/** As much of Lighthouse's answer as is read here; it is no package of ours, and has no types here. */
type Report = {
  runtimeError?: { message: string }
  categories: Record<
    string,
    { score: number | null; auditRefs: { id: string; weight: number }[] } | undefined
  >
  audits: Record<
    string,
    { title: string; score: number | null; displayValue?: string; explanation?: string }
  >
}
export type Lighthouse = (address: string, options: object) => Promise<{ lhr: Report } | undefined>

/** Gives Lighthouse, if it is installed. */
export async function findLighthouse(): Promise<Lighthouse> {
  let file: string
  try {
    file = createRequire(import.meta.url).resolve('lighthouse')
  } catch {
    // Version 13 asks for what our Chromium does not know, and sees every page break off.
    throw new Mistake(
      'Lighthouse is not installed: `npm install --no-save lighthouse@12.8.2` gets it.',
    )
  }
  const { default: lighthouse } = await import(pathToFileURL(file).href)
  return lighthouse
}

/**
 * Has Lighthouse visit a page as a phone does, an odd number of times, each in a browser of its own,
 * and gives for each category the visit whose score is the median.
 */
export async function visit(
  lighthouse: Lighthouse,
  address: string,
  visits: number,
): Promise<Score[]> {
  const reports: Report[] = []
  for (let made = 0; made < visits; made += 1) reports.push(await visitOnce(lighthouse, address))
  return CATEGORIES.map((category) => median(reports.map((report) => scoreIn(report, category))))
}

async function visitOnce(lighthouse: Lighthouse, address: string): Promise<Report> {
  const { executablePath, args } = await chromiumLaunch()
  const port = await freePort()
  const browser = await chromium.launch({
    executablePath,
    args: [...args, `--remote-debugging-port=${port}`],
  })
  try {
    const options = { port, logLevel: 'error', onlyCategories: [...CATEGORIES] }
    const report = (await lighthouse(address, options))?.lhr
    if (!report) throw new Mistake(`Lighthouse told nothing of ${address}.`)
    if (report.runtimeError) throw new Mistake(`${address}: ${report.runtimeError.message}`)
    return report
  } finally {
    await browser.close()
  }
}

function scoreIn({ categories, audits }: Report, category: Category): Score {
  const { score, auditRefs } = categories[category] ?? { score: 0, auditRefs: [] }
  const failed = auditRefs.flatMap(({ id, weight }) => {
    const audit = audits[id]
    if (!audit || weight === 0 || audit.score === null || audit.score >= 0.9) return []
    return [[id, audit.title, audit.displayValue, audit.explanation].filter(Boolean).join(': ')]
  })
  return { category, score: Math.round((score ?? 0) * 100), failed }
}

function median(scores: Score[]): Score {
  const [middle] = scores.toSorted((a, b) => a.score - b.score).slice(Math.floor(scores.length / 2))
  if (!middle) throw new Mistake('A median needs a visit.')
  return middle
}
