import { type Seal, writtenSeal } from '../../desk/log/log-chain.ts'
import { type Breach, verifyLog, type Walk } from '../../desk/log/log-verify.ts'
import { Mistake, readArguments } from '../command-line.ts'
import { openDatabase } from '../database.ts'
import type { Shell } from '../shell.ts'

const HELP = `The desk log: what was done at the desk, by whom and why. Nothing in it may be changed.

  npm run log -- verify   goes through the whole log and fails if an entry was changed, removed or
                          inserted after it was sealed; prints the head, the newest seal

Whoever can write to the database could seal a changed log anew from its first entry. Note the head
now and then where they cannot reach it, and give it to a later run:

  --head N:HASH  also fails unless this head still stands in the log
  --remote       the site at Cloudflare, not the one on this computer
  --help         this text
`

/** Verifies the desk log: `npm run log`. */
export async function log(words: string[], { dataDir, print, progress }: Shell): Promise<void> {
  const flag = { type: 'boolean' } as const
  const flags = { head: { type: 'string' }, remote: flag, help: flag } as const
  const { positionals, values } = readArguments(HELP, flags, words)
  if (values.help || positionals.length === 0) return print(HELP)
  if (positionals[0] !== 'verify') throw new Mistake(`There is no “${positionals[0]}”.\n\n${HELP}`)
  const noted = values.head === undefined ? null : readHead(values.head)
  const { db, close } = await openDatabase({ remote: values.remote, dataDir })
  try {
    let last: Walk | null = null
    for await (const walk of verifyLog(db, noted)) {
      if (walk.seen > (last?.seen ?? 0)) progress(walk.seen, walk.all, 'entries')
      last = walk
    }
    if (last) print(report(last, noted))
  } finally {
    await close()
  }
}

function readHead(written: string): Seal {
  const [, entry = '', hash = ''] = /^(\d{1,15}):([\w-]{43})$/.exec(written.trim()) ?? []
  if (hash) return { entryId: Number(entry), hash }
  throw new Mistake('Give the head as verify prints it: a number, a colon, and 43 characters.')
}

function report({ breach, head, sealed, unsealed }: Walk, noted: Seal | null): string {
  if (breach) throw new Mistake(BREACHES[breach.what](breach.entryId))
  const lines = [
    sealedLine(sealed),
    ...(unsealed > 0 ? [`${unsealed} are not sealed yet: the clock does it within minutes.`] : []),
    ...(noted ? [`The head that you noted, ${noted.entryId}, still stands.`] : []),
    ...(sealed > 0 ? [`Head: ${writtenSeal(head)}`] : []),
  ]
  return lines.join('\n')
}

function sealedLine(sealed: number): string {
  if (sealed === 0) return 'No entry is sealed yet.'
  return sealed === 1
    ? 'One entry is as it was sealed.'
    : `${sealed} entries are as they were sealed.`
}

const BREACHES: Record<Breach['what'], (entry: number) => string> = {
  changed: (entry) => `Entry ${entry} is not as it was sealed: it, or its seal, was changed.`,
  removed: (entry) => `Entry ${entry} was removed: it is missing, and numbers are never left out.`,
  inserted: (entry) => `Entry ${entry} was inserted afterwards: it has no seal, and later ones do.`,
  head: (entry) =>
    `The head that you noted, ${entry}, does not stand in the log any more: the log was rewritten.`,
}
