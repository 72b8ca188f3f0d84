import { type Due, erasuresDue } from '../letters/due.ts'
import { Mistake, print, readArguments, run } from './command-line.ts'
import { openDatabase } from './database.ts'

const HELP = `Letters, without their text.

  npm run letters -- due   what the clock erases next: how many letters, and on which day

  --remote  the site at Cloudflare, not the one on this computer
  --help    this text
`

async function main(): Promise<void> {
  const { positionals, values } = readArguments(HELP, {
    remote: { type: 'boolean' },
    help: { type: 'boolean' },
  })
  if (values.help || positionals.length === 0) return print(HELP)
  if (positionals[0] !== 'due') throw new Mistake(`There is no “${positionals[0]}”.\n\n${HELP}`)
  const { db, close } = await openDatabase({ remote: values.remote })
  try {
    print(listed(await erasuresDue(db)))
  } finally {
    await close()
  }
}

function listed(due: Due[]): string {
  if (due.length === 0) return 'Nothing is to be erased.'
  return due.map(({ on, status, count }) => `${on}\t${count}\t${status}`).join('\n')
}

await run(main)
