import { run } from './command-line.ts'
import { doctor } from './doctor/doctor.ts'
import { shell } from './shell.ts'

await run(() => doctor(process.argv.slice(2), shell), 2)
