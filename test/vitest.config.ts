import { availableParallelism } from 'node:os'
import { fileURLToPath } from 'node:url'
import { cloudflareTest, readD1Migrations } from '@cloudflare/vitest-plugin'
import { defineConfig } from 'vitest/config'

const top = fileURLToPath(new URL('..', import.meta.url))

/** Tests that need the disk, a process or much time; all others run inside workerd or a browser. */
const onNode = [
  'test/house-rules.test.ts',
  'test/manuscript.test.ts',
  'test/parts.test.ts',
  'test/content.test.ts',
  'test/weight.test.ts',
  'test/eval.test.ts',
  'test/cli/**/*.test.ts',
  'test/bench/**/*.test.ts',
  'test/moving-in/**/*.test.ts',
]

/** The stories that real people would tell, in a real browser. */
const inBrowser = ['test/browser/**/*.test.ts']

/** Every test's SITE_KEY: two keys, so that the ring is always in use. */
const SITE_KEY = ['newest', 'older'].map((name) =>
  btoa(`the ${name} key of the tests`.padEnd(32, '.')),
)

export default defineConfig({
  test: {
    // By itself Vitest leaves one core alone: of two, it would use one.
    maxWorkers: availableParallelism(),
    projects: [
      {
        root: top,
        plugins: [
          cloudflareTest(async () => ({
            main: `${top}src/index.ts`,
            wrangler: { configPath: `${top}wrangler.toml` },
            miniflare: {
              bindings: {
                MIGRATIONS: await readD1Migrations(`${top}migrations`),
                SITE_KEY: SITE_KEY.join(','),
              },
              // It counts through all files of one workerd, and by the real clock.
              ratelimits: { BURST: { namespace_id: '1', simple: { limit: 100_000, period: 60 } } },
            },
          })),
        ],
        test: {
          name: 'worker',
          include: ['test/**/*.test.{ts,tsx}'],
          exclude: [...onNode, ...inBrowser],
          setupFiles: ['test/setup.ts'],
          // The longest take a second on a quiet machine; here browsers start beside them.
          testTimeout: 20_000,
          // One workerd for many files, as the database is empty again before each test.
          isolate: false,
        },
      },
      {
        root: top,
        test: { name: 'node', include: onNode, testTimeout: 60_000, hookTimeout: 60_000 },
      },
      {
        root: top,
        // Each file starts the site and a browser of its own.
        test: { name: 'browser', include: inBrowser, testTimeout: 180_000 },
      },
    ],
  },
})
