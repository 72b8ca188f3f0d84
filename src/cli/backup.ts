import { backup } from './backup/backup.ts'
import { run } from './command-line.ts'
import { shell } from './shell.ts'

await run(() => backup(process.argv.slice(2), shell))
