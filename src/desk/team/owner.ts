import { type SQL, sql } from 'drizzle-orm'

/** Whom the desk log names for what was done on the command line. */
export const OPERATOR = 'operator'

/**
 * Gives the condition under which somebody may say who enters the desk: an owner, and still one, or
 * the operator. It stands in the act's own statement, as a role may change while a form is on its way.
 */
export function isOwner(by: string): SQL {
  return sql`(${by} = ${OPERATOR} OR EXISTS (SELECT 1 FROM editors AS owner
    WHERE owner.id = ${by} AND owner.role = 'owner' AND owner.removed_at IS NULL))`
}
