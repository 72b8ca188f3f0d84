import { env } from 'cloudflare:workers'
import { beforeAll, beforeEach } from 'vitest'
import { readLists } from '../src/identifying/lists-file.ts'
import { readSynonyms } from '../src/search/synonyms-file.ts'
import { emptyDatabase } from './empty-database.ts'

/** What the rooms do before they look for details, or search, for tests that do so by themselves. */
beforeAll(async () => {
  await readLists(env.ASSETS)
  await readSynonyms(env.ASSETS)
})
beforeEach(emptyDatabase)
