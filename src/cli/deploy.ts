import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Mistake, print, readArguments, run } from './command-line.ts'
import { readChecked } from './content-folder.ts'
import { push } from './content-push.ts'
import { readSiteFile } from './database.ts'
import { type Around, deploy, readHere, STEPS } from './deploy/steps.ts'
import { saidWrong, wrangler } from './wrangler.ts'

const HELP = `Puts the site online at Cloudflare, and each later version of it.

  npm run deploy                 every step that is still to be done, in order; run again, it goes on
  npm run deploy -- --dry-run    says each step and checks what it can, without account or network

  --help   this text

A first deploy needs the site's key, once: SITE_KEY=$(cat ~/site-key) npm run deploy
`

async function main(): Promise<void> {
  const flag = { type: 'boolean', default: false } as const
  const { positionals, values } = readArguments(HELP, { 'dry-run': flag, help: flag })
  if (values.help) return print(HELP)
  if (positionals.length > 0) throw new Mistake(`There is no “${positionals[0]}”.\n\n${HELP}`)
  const around = await surroundings()
  if (values['dry-run']) return rehearse(around)
  await deploy(around)
  print(AFTERWARDS)
}

const AFTERWARDS = `
The first editor: npm run editor -- invite --owner --remote --url https://your.site
Is all well?      npm run doctor -- --remote`

async function surroundings(): Promise<Around> {
  const site = await readSiteFile()
  const { SITE_KEY = '', TURNSTILE_SECRET = '', WORKERS_CI } = process.env
  return {
    wrangler,
    site: {
      ...site,
      database:
        site.d1_databases.find(({ binding }) => binding === 'DB')?.database_name ?? 'sincerely',
    },
    given: { SITE_KEY, TURNSTILE_SECRET },
    isBuilder: WORKERS_CI === '1',
    check: async () => (await readChecked('content')).columns.length,
    bundle: bundled,
    push: () => push({ dir: 'content', remote: true, force: false }),
    tell: print,
  }
}

/** Says each step, and does what changes nothing: reads settings and columns, and bundles the Worker. */
async function rehearse(around: Around): Promise<void> {
  const [said] = await readHere(around)
  const bundle = await around.bundle()
  print(
    `Settings and columns: ${said}\nThe Worker: ${bundle}\n\n\`npm run deploy\` would take these steps:`,
  )
  for (const [index, [name, what]] of Object.entries(STEPS).entries()) {
    print(`${index + 1}. ${name}: ${what}`)
  }
  print('\nNothing was changed, and nobody was asked.')
}

async function bundled(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'sincerely-bundle-'))
  try {
    const ran = await wrangler(['deploy', '--dry-run', '--outdir', folder])
    if (ran.status !== 0) throw new Mistake(`The Worker cannot be built: ${saidWrong(ran)}`)
    return /Total Upload: (.*)/.exec(ran.printed)?.[1] ?? 'built'
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

await run(main)
