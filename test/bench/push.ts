import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { runNode } from './site.ts'

/**
 * How many columns a second `content push` takes, of new ones and of those that are live already,
 * beside the seconds in which the command itself starts and ends.
 */
export type Push = { columnsPerSecond: number; unchangedPerSecond: number; startSeconds: number }

/**
 * Runs the operator's own command three times: on a folder without columns, for what it takes to do
 * nothing; on the archive, when all is new; and once more, when nothing is.
 */
export async function pushArchive(
  archive: string,
  { dataDir, columns }: { dataDir: string; columns: number },
): Promise<Push> {
  const push = async (dir: string) => {
    const start = performance.now()
    await runNode('src/cli/content.ts', ['push', '--dir', dir], { DATA_DIR: dataDir })
    return (performance.now() - start) / 1000
  }
  const empty = join(archive, 'empty')
  mkdirSync(join(empty, 'columns'), { recursive: true })
  const startSeconds = await push(empty)
  const [fresh, again] = [await push(archive), await push(archive)]
  return {
    columnsPerSecond: columns / (fresh - startSeconds),
    unchangedPerSecond: columns / (again - startSeconds),
    startSeconds,
  }
}
