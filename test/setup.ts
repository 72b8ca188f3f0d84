import { env } from 'cloudflare:workers'
import { beforeAll, beforeEach } from 'vitest'
import { readLists } from '../src/identifying/lists-file.ts'
import { emptyDatabase } from './empty-database.ts'

/** What the rooms do before they look for details, for tests that call the finder by itself. */
beforeAll(() => readLists(env.ASSETS))
beforeEach(emptyDatabase)
