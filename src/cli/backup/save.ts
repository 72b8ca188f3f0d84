import { existsSync } from 'node:fs'
import { mkdtemp, rename, rm, stat } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import { instant } from '../../dates.ts'
import { Mistake, type Progress } from '../command-line.ts'
import { openDatabase, readSiteFile } from '../database.ts'
import type { Shell } from '../shell.ts'
import { readBackup, readHeader, writeBackup } from './file.ts'
import { takeSnapshot } from './snapshot.ts'

/**
 * Saves the whole database into a new file, and reads that once more before it gets its name. The
 * texts of drafts are not sealed: nobody but the operator may read it.
 */
export async function save(
  file: string,
  { remote }: { remote: boolean },
  { dataDir, print, progress }: Shell,
): Promise<void> {
  const path = resolve(file)
  if (existsSync(path)) throw new Mistake(`There is a file ${file} already. Choose another name.`)
  if (!existsSync(dirname(path))) throw new Mistake(`There is no folder ${dirname(file)}.`)
  const folder = await mkdtemp(join(dirname(path), '.backup-'))
  try {
    const made = await saveInto(folder, { remote, dataDir }, progress)
    const { tables } = await readHeader(made)
    const rows = await check(made, progress)
    await rename(made, path)
    const size = Math.ceil((await stat(path)).size / 1024)
    print(
      `${rows} rows of ${tables.length} tables are in ${file} (${size} KB), and were read once more from it.`,
    )
  } finally {
    await rm(folder, { recursive: true })
  }
}

/** Saves the database into a file of a folder that holds nothing else, and gives the file's path. */
export async function saveInto(
  folder: string,
  place: { remote: boolean; dataDir?: string },
  progress: Progress,
): Promise<string> {
  const { db, close } = await openDatabase(place)
  try {
    const savedAt = instant(new Date())
    const { name } = await readSiteFile()
    const { tables, ...rest } = await takeSnapshot(db, folder, progress)
    const path = join(folder, 'backup')
    await writeBackup(path, {
      savedAt,
      site: name,
      ...rest,
      tables: tables.map(({ name, columns, rows, sha256 }) => ({ name, columns, rows, sha256 })),
      linesOf: (table) => join(folder, table),
    })
    return path
  } finally {
    await close()
  }
}

/** Reads a backup from its first byte to its last, and gives how many rows it has. */
export async function check(path: string, progress: Progress): Promise<number> {
  const { tables } = await readHeader(path)
  const all = tables.reduce((sum, { rows }) => sum + rows, 0)
  let done = 0
  for await (const _ of readBackup(path)) {
    done += 1
    if (done % 1000 === 0 && done < all) progress(done, all, 'rows checked')
  }
  progress(all, all, 'rows checked')
  return done
}
