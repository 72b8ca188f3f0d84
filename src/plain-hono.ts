/**
 * Stands in the Worker for what Hono brings along and the site never asks for (see `src/cli/worker.ts`):
 * mounting other frameworks, and the components behind `<form>`, `<button>`, `<title>` and the like, which
 * are for actions that are functions and for metadata that stands in a body. Ours are elements as written.
 */
export const components_exports = {}

export function createMountedRequest(): never {
  throw new Error('Nothing is mounted in the Worker')
}
