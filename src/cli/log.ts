import { run } from './command-line.ts'
import { log } from './log/log.ts'
import { shell } from './shell.ts'

await run(() => log(process.argv.slice(2), shell))
