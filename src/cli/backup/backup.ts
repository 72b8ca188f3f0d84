import { Mistake, readArguments } from '../command-line.ts'
import type { Shell } from '../shell.ts'
import { type RestoreOptions, restore } from './restore.ts'
import { check, save } from './save.ts'

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

/** Saves the whole database into a file, checks one, or puts one back: `npm run backup`. */
export async function backup(words: string[], shell: Shell): Promise<void> {
  const flag = { type: 'boolean', default: false } as const
  const { positionals, values } = readArguments(
    HELP,
    { remote: flag, replace: flag, yes: flag, locked: flag, help: flag },
    words,
  )
  const [verb, file, ...others] = positionals
  const { help, yes, ...options } = values
  if (help || !verb) return shell.print(HELP)
  const command = COMMANDS[verb]
  if (!command) throw new Mistake(`There is no “${verb}”.\n\n${HELP}`)
  if (!file || others.length > 0)
    throw new Mistake(`Say which file: npm run backup -- ${verb} FILE`)
  const agree = agreement(shell, { isRemote: options.remote, isGiven: yes })
  await command(file, { ...options, agree }, shell)
}

type Command = (file: string, options: RestoreOptions, shell: Shell) => Promise<void>

const COMMANDS: Record<string, Command> = {
  save,
  check: async (file, _, shell) => {
    await check(file, shell.progress)
    shell.print(`${file} is as it was saved.`)
  },
  restore,
}

/** Shows what goes, and asks for a word that nobody types by accident, unless told beforehand. */
function agreement(
  { ask, print }: Shell,
  { isRemote, isGiven }: { isRemote: boolean; isGiven: boolean },
): RestoreOptions['agree'] {
  return async (goes) => {
    print(
      `This goes from the database ${isRemote ? 'at Cloudflare' : 'on this computer'}:\n${goes}`,
    )
    if (isGiven) return true
    if (!ask) throw new Mistake('Nothing was changed. Add --yes to replace it.')
    const typed = await ask('Type “replace” to put the backup in its place: ')
    return typed.trim() === 'replace'
  }
}
