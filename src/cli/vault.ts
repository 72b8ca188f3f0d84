import { countKeys, type Rotation, rotateKeys } from '../letters/rotate.ts'
import type { Vault } from '../vault.ts'
import { Mistake, print, progress, readArguments, run } from './command-line.ts'
import { openDatabase } from './database.ts'
import { siteVault } from './site-keys.ts'

const HELP = `The site's keys.

  npm run vault -- rotate   wraps every letter's key anew with the newest key of SITE_KEY

First put a new key before the old ones (SITE_KEY=new,old) and start or deploy the site with it.
The site may run meanwhile. Keep the old key in the ring while tickets are in use that were made
under it: they are known by it, and cannot be made anew.

  --remote  the site at Cloudflare, with SITE_KEY from the environment, not from .dev.vars
  --help    this text
`

async function main(): Promise<void> {
  const { positionals, values } = readArguments(HELP, {
    remote: { type: 'boolean' },
    help: { type: 'boolean' },
  })
  if (values.help || positionals.length === 0) return print(HELP)
  if (positionals[0] !== 'rotate') throw new Mistake(`There is no “${positionals[0]}”.\n\n${HELP}`)
  const vault = await readVault(values.remote ?? false)
  const { db, close } = await openDatabase({ remote: values.remote })
  try {
    const all = await countKeys(db)
    let last: Rotation = { seen: 0, rewrapped: 0, lost: 0 }
    for await (const now of rotateKeys(db, vault)) {
      if (now.seen > last.seen) progress(now.seen, Math.max(all, now.seen), 'keys')
      last = now
    }
    print(summary(last))
  } finally {
    await close()
  }
}

function summary({ seen, rewrapped, lost }: Rotation): string {
  const done = `${rewrapped} of ${seen} keys are wrapped anew; the others were already.`
  if (lost === 0) return done
  return `${rewrapped} of ${seen} keys are wrapped anew.\n${lost} open with no key of SITE_KEY: put the key that they were made with back into it.`
}

/** The ring that the site itself has. It is never printed. */
async function readVault(isRemote: boolean): Promise<Vault> {
  const vault = await siteVault(isRemote)
  if (vault) return vault
  throw new Mistake(
    isRemote
      ? 'Put the ring into the environment: SITE_KEY=new,old npm run vault -- rotate --remote'
      : 'There is no SITE_KEY in .dev.vars. Run `npm run dev` once: it makes one.',
  )
}

await run(main)
