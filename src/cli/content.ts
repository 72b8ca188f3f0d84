import { Mistake, print, readArguments, run } from './command-line.ts'
import { type ContentOptions, readChecked } from './content-folder.ts'
import { pull } from './content-pull.ts'
import { push } from './content-push.ts'

const HELP = `Columns as files: content/columns/<slug>.md, with content/topics.yaml, and with
content/redirects.yaml, which says where addresses of an older site lead.

  npm run content -- check   reads every file and lists what is to be put right
  npm run content -- push    puts new and changed columns live
  npm run content -- pull    writes what the desk has published into the files

  --dir FOLDER   another folder than content/
  --remote       the site at Cloudflare, not the one on this computer
  --force        push: overwrite what the desk has changed; pull: overwrite what was changed here
  --help         this text
`

const COMMANDS: Record<string, (options: ContentOptions) => Promise<void>> = { check, push, pull }

async function main(): Promise<void> {
  const { positionals, values } = readArguments(HELP, {
    dir: { type: 'string', default: 'content' },
    remote: { type: 'boolean', default: false },
    force: { type: 'boolean', default: false },
    help: { type: 'boolean', default: false },
  })
  const [verb = ''] = positionals
  const { help, ...options } = values
  const command = COMMANDS[verb]
  if (help || !verb) return print(HELP)
  if (!command) throw new Mistake(`There is no “${verb}”.\n\n${HELP}`)
  await command(options)
}

async function check({ dir }: ContentOptions): Promise<void> {
  const { columns } = await readChecked(dir)
  print(`${columns.length} columns: all is well.`)
}

await run(main)
