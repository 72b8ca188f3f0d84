import { createMiddleware } from 'hono/factory'
import { noteFailure } from '../../failure.ts'
import { readLists } from '../../identifying/lists-file.ts'
import type { AppEnv } from '../../room.ts'

/**
 * Opens the lists by which identifying details are told. While they cannot be read, whatever checks
 * a text by them fails, and nothing passes unchecked; the rest of the desk works.
 */
export const listsAtHand = createMiddleware<AppEnv>(async (c, next) => {
  await readLists(c.env.ASSETS).catch(noteFailure)
  await next()
})
