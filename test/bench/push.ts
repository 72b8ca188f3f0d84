import { runNode } from './site.ts'

/** How many columns a second `content push` takes, of new ones and of those that are live already. */
export type Push = { columnsPerSecond: number; unchangedPerSecond: number }

/** Runs the operator's own command twice: the first time all is new, the second nothing is. */
export async function pushTwice(
  archive: string,
  { dataDir, columns }: { dataDir: string; columns: number },
): Promise<Push> {
  const push = async () => {
    const start = performance.now()
    await runNode('src/cli/content.ts', ['push', '--dir', archive], { DATA_DIR: dataDir })
    return (columns * 1000) / (performance.now() - start)
  }
  return { columnsPerSecond: await push(), unchangedPerSecond: await push() }
}
