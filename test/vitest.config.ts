import { fileURLToPath } from 'node:url'
import { cloudflareTest, readD1Migrations } from '@cloudflare/vitest-plugin'
import { defineConfig } from 'vitest/config'

const top = fileURLToPath(new URL('..', import.meta.url))

/** Tests that need the disk, a process or a browser; all others run inside workerd. */
const onNode = [
  'test/house-rules.test.ts',
  'test/manuscript.test.ts',
  'test/content.test.ts',
  'test/cli/**/*.test.ts',
  'test/browser/**/*.test.ts',
]

/** Every test's SITE_KEY: two keys, so that the ring is always in use. */
const SITE_KEY = ['newest', 'older'].map((name) =>
  btoa(`the ${name} key of the tests`.padEnd(32, '.')),
)

export default defineConfig({
  test: {
    projects: [
      {
        root: top,
        plugins: [
          cloudflareTest(async () => ({
            wrangler: { configPath: `${top}wrangler.toml` },
            miniflare: {
              bindings: {
                MIGRATIONS: await readD1Migrations(`${top}migrations`),
                SITE_KEY: SITE_KEY.join(','),
              },
            },
          })),
        ],
        test: {
          name: 'worker',
          include: ['test/**/*.test.{ts,tsx}'],
          exclude: onNode,
          setupFiles: ['test/setup.ts'],
        },
      },
      {
        root: top,
        test: { name: 'node', include: onNode, testTimeout: 60_000 },
      },
    ],
  },
})
