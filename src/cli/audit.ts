import { writeFileSync } from 'node:fs'
import { Mistake, print, progress, readArguments, run } from './command-line.ts'
import { CATEGORIES, findLighthouse, type Lighthouse, type Score, visit } from './lighthouse.ts'
import { startSite } from './local-site.ts'
import { checkWithNu, type Finding, findNu } from './nu.ts'
import { fetchPages, listedPaths } from './public-pages.ts'

/** The least score that Lighthouse may give, of 100. */
const LEAST = 98

const HELP = `Audits the site from outside. Starts it with the columns of content/ and a database of its own,
has the W3C's Nu checker read every public page in every language, and Lighthouse visit the front
page, a column, the search and the form as a phone does. Neither comes with the site:

  npm install --no-save vnu-jar lighthouse@12.8.2
  npm run audit

  --only nu|lighthouse   one of the two
  --vnu FILE             the Nu checker's vnu.jar, where it is not installed; it needs Java
  --visits NUMBER        Lighthouse takes the median of so many visits, an odd number; 3 if left out
  --json FILE            writes what was found there, too
  --help                 this text

Fails when a page has an error of HTML, or a score below ${LEAST}.
`

type Visited = { page: string; scores: Score[] }

async function main(): Promise<void> {
  const { values } = readArguments(HELP, {
    only: { type: 'string' },
    vnu: { type: 'string' },
    visits: { type: 'string', default: '3' },
    json: { type: 'string' },
    help: { type: 'boolean', default: false },
  })
  const { only, vnu, json, help } = values
  if (help) return print(HELP)
  if (only && only !== 'nu' && only !== 'lighthouse') {
    throw new Mistake(`There is no audit “${only}”. Choose nu or lighthouse.`)
  }
  const visits = Number(values.visits)
  if (!(visits > 0 && visits % 2 === 1)) throw new Mistake(`“${values.visits}” is no odd number.`)
  const jar = only === 'lighthouse' ? null : findNu(vnu)
  const lighthouse = only === 'nu' ? null : await findLighthouse()
  const { findings, visited } = await withSite(async ({ address }) => {
    const listed = await listedPaths({ address })
    return {
      findings: jar ? await checkWithNu(jar, await fetchPages({ address }, listed)) : null,
      visited: lighthouse ? await visitAll(lighthouse, { address, listed, visits }) : null,
    }
  })
  if (findings) print(toldFindings(findings))
  if (visited) print(toldScores(visited))
  if (json) writeFileSync(json, `${JSON.stringify({ findings, visited }, null, 2)}\n`)
  const hasError = findings?.some(({ isError }) => isError)
  const isLow = visited?.some(({ scores }) => scores.some(({ score }) => score < LEAST))
  if (hasError || isLow) process.exitCode = 1
}

async function withSite<Result>(use: (site: { address: string }) => Promise<Result>) {
  const site = await startSite()
  try {
    return await use(site)
  } finally {
    await site.stop()
  }
}

type Tour = { address: string; listed: string[]; visits: number }

async function visitAll(lighthouse: Lighthouse, { address, listed, visits }: Tour) {
  const column = listed
    .filter((path) => path.startsWith('/columns/'))
    .sort()
    .slice(0, 1)
  const pages = ['/', ...column, '/search', '/write']
  const visited: Visited[] = []
  for (const page of pages) {
    visited.push({ page, scores: await visit(lighthouse, address + page, visits) })
    progress(visited.length, pages.length, 'pages visited')
  }
  return visited
}

function toldFindings(findings: Finding[]): string {
  const errors = findings.filter(({ isError }) => isError).length
  const lines = findings.map(({ page, isError, message, line, extract }) => {
    const place = line === null ? page : `${page}, line ${line}`
    return `${isError ? 'error' : 'warning'} on ${place}: ${message}\n    ${extract}`
  })
  const sum = `${errors} errors and ${findings.length - errors} warnings of HTML`
  return [...lines, sum].join('\n')
}

function toldScores(visited: Visited[]): string {
  const failures = visited.flatMap(({ page, scores }) =>
    scores
      .filter(({ score }) => score < LEAST)
      .map(({ category, failed }) => `${category} of ${page}:\n  ${failed.join('\n  ')}`),
  )
  return [
    `| | ${CATEGORIES.join(' | ')} |`,
    `|---|${CATEGORIES.map(() => '--:|').join('')}`,
    ...visited.map(
      ({ page, scores }) => `| ${page} | ${scores.map(({ score }) => score).join(' | ')} |`,
    ),
    ...failures,
  ].join('\n')
}

await run(main)
