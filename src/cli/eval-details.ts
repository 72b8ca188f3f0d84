import { readFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { KINDS } from '../identifying/kinds.ts'
import { openLists } from '../identifying/lists.ts'
import { WRITTEN_LISTS } from '../identifying/written-lists.ts'
import { type Detail, findDetails } from '../identifying.ts'
import { Mistake, print, run } from './command-line.ts'

const HELP = `How well identifying details are found, over letters whose details are known.

  npm run eval:details

  --set FILE.jsonl   another set; a line each: {id, language, letter, details: [{kind, text}]}
  --part odd|even    every other letter of the set: the rules are tuned on odd, proved on even
  --verbose          every detail that was missed, and every mark that was wrong
  --help             this text
`

type Known = { kind: string; text: string }
type Letter = { id: string; language: string; letter: string; details: Known[] }

/** One detail of the set, or one mark of ours, and whether the other side knows of it. */
type Outcome = { letter: Letter; kind: string; text: string; isRight: boolean }

async function main(): Promise<void> {
  const { set, part, verbose, help } = readArguments()
  if (help) return print(HELP)
  if (part && part !== 'odd' && part !== 'even') throw new Mistake(`There is no part “${part}”.`)
  const letters = readSet(set).filter((_, index) => !part || (index % 2 ? 'even' : 'odd') === part)
  openLists(WRITTEN_LISTS)
  const started = performance.now()
  const marked = letters.map((letter) => ({
    letter,
    marks: findDetails(letter.letter, letter.language),
  }))
  const time = performance.now() - started
  const known = marked.flatMap(({ letter, marks }) => knownIn(letter, marks))
  const marks = marked.flatMap(({ letter, marks }) => marksIn(letter, marks))
  print(table(known, marks))
  print(`\n${letters.length} letters in ${time.toFixed(0)} ms`)
  if (verbose) print(`\n${listed('Missed', known)}\n\n${listed('Marked wrongly', marks)}`)
}

function readArguments() {
  try {
    return parseArgs({
      options: {
        set: { type: 'string', default: 'test/eval/details.jsonl' },
        part: { type: 'string' },
        verbose: { type: 'boolean', default: false },
        help: { type: 'boolean', default: false },
      },
    }).values
  } catch (error) {
    throw new Mistake(`${(error as Error).message}\n\n${HELP}`)
  }
}

function readSet(file: string): Letter[] {
  const lines = readFileSync(file, 'utf8').split('\n').entries()
  return [...lines]
    .filter(([, line]) => line.trim())
    .map(([index, line]) => {
      try {
        const { id = `line ${index + 1}`, language, letter, details } = JSON.parse(line)
        if (typeof letter === 'string' && Array.isArray(details))
          return { id, language, letter, details }
      } catch {}
      throw new Mistake(`${file}:${index + 1}: write {"id", "language", "letter", "details": […]}`)
    })
}

/** A detail is found when a mark overlaps one of the places where its text stands. */
function knownIn(letter: Letter, marks: Detail[]): Outcome[] {
  return letter.details.map(({ kind, text }) => {
    const places = placesOf(text, letter.letter)
    return {
      letter,
      kind,
      text,
      isRight: places.some((place) => marks.some((mark) => overlap(mark, place))),
    }
  })
}

/** A mark is right when it overlaps some detail, of whatever kind. */
function marksIn(letter: Letter, marks: Detail[]): Outcome[] {
  const places = letter.details.flatMap(({ text }) => placesOf(text, letter.letter))
  return marks.map((mark) => ({
    letter,
    kind: mark.kind,
    text: mark.text,
    isRight: places.some((place) => overlap(mark, place)),
  }))
}

type Place = { start: number; end: number }

/** Where a text stands as whole words; if nowhere, where it stands at all. */
function placesOf(text: string, letter: string): Place[] {
  const places: Place[] = []
  for (let at = letter.indexOf(text); at >= 0 && text; at = letter.indexOf(text, at + 1)) {
    places.push({ start: at, end: at + text.length })
  }
  const whole = places.filter(
    ({ start, end }) =>
      !/[\p{L}\p{N}]{2}/u.test(letter.slice(start - 1, start + 1)) &&
      !/[\p{L}\p{N}]{2}/u.test(letter.slice(end - 1, end + 1)),
  )
  return whole.length > 0 ? whole : places
}

function overlap(one: Place, other: Place): boolean {
  return one.start < other.end && other.start < one.end
}

function table(known: Outcome[], marks: Outcome[]): string {
  const languages = [...new Set(known.concat(marks).map(({ letter }) => letter.language))].sort()
  const rows = [
    ...KINDS.map((kind) => row(kind, known, marks, (one) => one.kind === kind)),
    ...languages.map((code) => row(code, known, marks, ({ letter }) => letter.language === code)),
    row('all', known, marks, () => true),
  ]
  return ['| | details | recall | marks | precision |', '|---|--:|--:|--:|--:|', ...rows].join('\n')
}

function row(
  name: string,
  known: Outcome[],
  marks: Outcome[],
  isOfIt: (one: Outcome) => boolean,
): string {
  const [details, made] = [known.filter(isOfIt), marks.filter(isOfIt)]
  return `| ${name} | ${details.length} | ${share(details)} | ${made.length} | ${share(made)} |`
}

function share(outcomes: Outcome[]): string {
  const right = outcomes.filter(({ isRight }) => isRight).length
  return outcomes.length ? (right / outcomes.length).toFixed(2) : '–'
}

function listed(title: string, outcomes: Outcome[]): string {
  const wrong = outcomes.filter(({ isRight }) => !isRight)
  const lines = wrong.map(
    ({ letter, kind, text }) => `  ${letter.id} ${kind}: ${JSON.stringify(text)}`,
  )
  return [`${title}: ${wrong.length}`, ...lines].join('\n')
}

await run(main)
