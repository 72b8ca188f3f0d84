import { Mistake, print, readArguments, run } from './command-line.ts'
import { exportLetters } from './export/letters.ts'
import { exportSite } from './export/site.ts'

const HELP = `Leave with everything, or keep a copy that needs no software.

  npm run export -- site DIR       columns, topics, house pages and redirects as files, and all
                                   pages as a copy that opens from disk
  npm run export -- letters FILE   every letter with its text, conversation and outcome, as JSON

  --remote  the site at Cloudflare, not the one on this computer
  --help    this text

Letters need the key ring: SITE_KEY in the environment (of the site on this computer: in .dev.vars),
or typed when you are asked. The desk log says that they were exported. The file is not sealed:
anybody who has it can read them.
`

async function main(): Promise<void> {
  const { positionals, values } = readArguments(HELP, {
    remote: { type: 'boolean', default: false },
    help: { type: 'boolean', default: false },
  })
  const [what, place, ...others] = positionals
  if (values.help || !what) return print(HELP)
  const command = COMMANDS[what]
  if (!command) throw new Mistake(`There is no “${what}”.\n\n${HELP}`)
  if (!place || others.length > 0) throw new Mistake(`Say where to: npm run export -- ${what} …`)
  await command(place, values)
}

const COMMANDS: Record<string, (place: string, options: { remote: boolean }) => Promise<void>> = {
  site: exportSite,
  letters: exportLetters,
}

await run(main)
