import { createInterface } from 'node:readline/promises'
import { type RestoreOptions, restore } from './backup/restore.ts'
import { check, save } from './backup/save.ts'
import { Mistake, print, readArguments, run } from './command-line.ts'

const HELP = `The whole database in one file, as it was at one moment. Letters stay sealed in it.

  npm run backup -- save FILE      saves it, while the site runs, and reads it once more
  npm run backup -- check FILE     tells whether a backup is whole
  npm run backup -- restore FILE   puts it back, into an empty database; stop the site meanwhile

  --remote   the database at Cloudflare, not the one on this computer
  --replace  restore: put the backup in the place of what is there, which is shown first
  --yes      restore: do not ask whether it may be replaced
  --locked   restore: although SITE_KEY here cannot open the backup's letters
  --help     this text

The texts of drafts are not sealed, so keep the file where nobody else can read it. The key ring
(SITE_KEY) is not in it, and without it no letter opens: keep that elsewhere.
`

async function main(): Promise<void> {
  const { positionals, values } = readArguments(HELP, {
    remote: { type: 'boolean', default: false },
    replace: { type: 'boolean', default: false },
    yes: { type: 'boolean', default: false },
    locked: { type: 'boolean', default: false },
    help: { type: 'boolean', default: false },
  })
  const [verb, file, ...others] = positionals
  const { help, yes, ...options } = values
  if (help || !verb) return print(HELP)
  const command = COMMANDS[verb]
  if (!command) throw new Mistake(`There is no “${verb}”.\n\n${HELP}`)
  if (!file || others.length > 0)
    throw new Mistake(`Say which file: npm run backup -- ${verb} FILE`)
  await command(file, { ...options, agree: agreement(options.remote, yes) })
}

const COMMANDS: Record<string, (file: string, options: RestoreOptions) => Promise<void>> = {
  save,
  check: async (file) => {
    await check(file)
    print(`${file} is as it was saved.`)
  },
  restore,
}

/** Shows what goes, and asks for a word that nobody types by accident, unless told beforehand. */
function agreement(isRemote: boolean, isGiven: boolean): RestoreOptions['agree'] {
  return async (goes) => {
    print(
      `This goes from the database ${isRemote ? 'at Cloudflare' : 'on this computer'}:\n${goes}`,
    )
    if (isGiven) return true
    if (!process.stdin.isTTY) throw new Mistake('Nothing was changed. Add --yes to replace it.')
    const terminal = createInterface({ input: process.stdin, output: process.stdout })
    const typed = await terminal.question('Type “replace” to put the backup in its place: ')
    terminal.close()
    return typed.trim() === 'replace'
  }
}

await run(main)
