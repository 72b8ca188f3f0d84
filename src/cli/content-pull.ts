import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fingerprint } from '../desk/publishing/plate.ts'
import { liveColumns, moves } from '../desk/publishing/pull.ts'
import { freshenHashes, settle } from '../desk/publishing/push.ts'
import { parse, write } from '../manuscript.ts'
import { print } from './command-line.ts'
import { type ContentOptions, filesBySlug } from './content-folder.ts'
import { openDatabase } from './database.ts'
import { pullRedirects } from './redirects-pull.ts'
import { pullTopics } from './topics-file.ts'

/**
 * Writes what the desk has published into the folder's files and says what it did. A file that was
 * changed here since the last push or pull is named and kept, unless forced. It removes no file.
 */
export async function pull({ dir, remote, force }: ContentOptions): Promise<void> {
  const { db, close } = await openDatabase({ remote })
  const written: string[] = []
  const kept: string[] = []
  const settled: string[] = []
  let unchanged = 0
  try {
    mkdirSync(join(dir, 'columns'), { recursive: true })
    await freshenHashes(db)
    await pullTopics(db, join(dir, 'topics.yaml'))
    await pullRedirects(db, join(dir, 'redirects.yaml'), { force })
    const files = filesBySlug(dir)
    for (const [from, to] of await moves(db)) follow(files, from, to)
    for await (const { id, slug, document, liveHash, pushedHash } of liveColumns(db)) {
      const path = files.get(slug) ?? join(dir, 'columns', `${slug}.md`)
      const here = await fingerprintOf(path)
      if (here !== null && here !== liveHash && here !== pushedHash && !force) {
        kept.push(slug)
        continue
      }
      if (here === liveHash) unchanged += 1
      else {
        writeFileSync(path, document)
        written.push(slug)
      }
      if (pushedHash !== liveHash) settled.push(id)
    }
    await settle(db, settled)
  } finally {
    await close()
  }
  print(`${written.length} written, ${unchanged} unchanged.`)
  for (const slug of written) print(`${slug} is as the desk published it.`)
  for (const slug of kept) {
    print(
      `${slug} was changed here and not pushed: it stays. Add --force to put the desk’s in its place.`,
    )
  }
}

/** A column that the desk has moved takes its file along. */
function follow(files: Map<string, string>, from: string, to: string): void {
  const old = files.get(from)
  if (!old || files.has(to)) return
  const moved = join(dirname(old), `${to}.md`)
  renameSync(old, moved)
  files.set(to, moved)
}

/** The fingerprint of a file as `write` would write it; of one that cannot be read, of its bytes. */
async function fingerprintOf(path: string): Promise<string | null> {
  if (!existsSync(path)) return null
  const text = readFileSync(path, 'utf8')
  const { manuscript } = parse(text, path)
  return fingerprint(manuscript ? write(manuscript) : text)
}
