import { run } from './command-line.ts'
import { editor } from './editor/editor.ts'
import { shell } from './shell.ts'

await run(() => editor(process.argv.slice(2), shell))
