import { createMiddleware } from 'hono/factory'
import type { AppEnv } from '../room.ts'

/** Lets every page of the desk be rendered inside the desk's frame. */
export const deskFrame = createMiddleware<AppEnv>((_c, next) => next())
