import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { paths } from '../paths.ts'
import { Mistake, print, readArguments, run } from './command-line.ts'
import { DATA_DIR, migrate, openDatabase, readSiteFile } from './database.ts'
import { carryOut, changesFor, shown } from './setup/changes.ts'
import { firstEditor } from './setup/first-editor.ts'
import { type Answers, QUESTIONS } from './setup/questions.ts'

const HELP = `Makes a site of your own out of the sample site. It shows every change, and asks before it makes any.

  npm run setup                what no flag says is asked for; Enter keeps what is there

  --name NAME                  what the site is called
  --languages en,id            which it serves; en is one of them
  --time-zone Europe/London    in which the desk works
  --columnist NAME             who signs the replies
  --editor NAME                the first editor, an owner, at the desk on this computer; or none
  --samples keep|remove        the sample columns (columns of your own stay in any case)
  --yes                        asks nothing: keeps what no flag says, and writes the changes
  --help                       this text
`

const top = join(import.meta.dirname, '../..')

type Given = Partial<Record<keyof Answers, string>>

async function main(): Promise<void> {
  const text = { type: 'string' } as const
  const flag = { type: 'boolean', default: false } as const
  const { positionals, values } = readArguments(HELP, {
    ...{ name: text, languages: text, 'time-zone': text, columnist: text, editor: text },
    ...{ samples: text, yes: flag, help: flag },
  })
  if (values.help) return print(HELP)
  if (positionals.length > 0) throw new Mistake(`There is no “${positionals[0]}”.\n\n${HELP}`)
  const { vars } = await readSiteFile()
  const { yes, help: _, ...written } = values
  const given = read(written)
  const asker = yes ? null : listener()
  const answers = await settle(given, standing(vars), asker)
  await change(vars, answers, asker)
  asker?.close()
}

/** Reads the flags: all that is wrong with any of them is told at once. */
function read(written: Given): Given {
  const problems: string[] = []
  const given: Given = {}
  for (const { flag, read } of QUESTIONS) {
    const text = written[flag]
    if (text === undefined) continue
    const answer = read(text.trim())
    if ('problem' in answer) problems.push(`--${flag}: ${answer.problem}`)
    else given[flag] = answer.value
  }
  if (problems.length > 0) throw new Mistake(problems.join('\n'))
  return given
}

/** What the site says now, which an empty answer keeps. */
function standing(vars: Record<string, unknown>): Answers {
  const text = (value: unknown) => {
    if (typeof value === 'string') return value
    return String((value as Record<string, unknown> | undefined)?.en ?? '')
  }
  return {
    name: text(vars.SITE_NAME),
    languages: text(vars.LANGUAGES) || 'en',
    'time-zone': text(vars.TIME_ZONE) || 'UTC',
    // Empty: each language keeps its own.
    columnist: '',
    editor: 'none',
    samples: 'keep',
  }
}

type Asker = ReturnType<typeof listener>

/** Reads answers line by line, from a terminal or from a script. */
function listener() {
  const input = createInterface({ input: process.stdin })
  const lines = input[Symbol.asyncIterator]()
  return {
    close: () => input.close(),
    async ask(question: string): Promise<string> {
      process.stdout.write(`${question}\n> `)
      const { value, done } = await lines.next()
      if (done) throw new Mistake('\nNo answer came. Nothing was written.')
      return String(value).trim()
    },
  }
}

async function settle(given: Given, now: Answers, asker: Asker | null): Promise<Answers> {
  const answers = { ...now, ...given }
  if (!asker) return answers
  for (const { flag, ask, read } of QUESTIONS.filter(({ flag }) => given[flag] === undefined)) {
    for (;;) {
      const text = await asker.ask(`${ask} [${now[flag] || 'as it is'}]`)
      if (text === '') break
      const answer = read(text)
      if ('value' in answer) {
        answers[flag] = answer.value
        break
      }
      print(answer.problem)
    }
  }
  return answers
}

async function change(
  vars: Record<string, unknown>,
  answers: Answers,
  asker: Asker | null,
): Promise<void> {
  const changes = changesFor(top, vars, answers)
  const { editor } = answers
  const isInvited = editor.toLowerCase() !== 'none'
  if (changes.length === 0 && !isInvited) return print('Everything is so already.')
  print(shown(changes))
  if (isInvited) print(`${editor} becomes an owner of the desk on this computer.`)
  if (asker && !/^y(es)?$/i.test(await asker.ask('Make these changes? (yes or no)'))) {
    return print('Nothing was written.')
  }
  carryOut(top, changes)
  print(changes.length > 0 ? 'Written. Read content/pages/about.en.md: it is about you now.' : '')
  if (isInvited) await letIn(editor)
  print('See the site: npm run dev. What a deploy would do: npm run deploy -- --dry-run')
}

/** Sets the local database up, and prints the link by which the first editor comes in. */
async function letIn(name: string): Promise<void> {
  await migrate(DATA_DIR)
  const { db, close } = await openDatabase()
  try {
    const code = await firstEditor(db, name, new Date())
    const address = `http://localhost:${process.env.PORT ?? 8787}`
    print(`While \`npm run dev\` runs, ${name} comes in by this link, once, within 24 hours:`)
    print(address + paths.desk.signIn(code))
  } finally {
    await close()
  }
}

await run(main)
