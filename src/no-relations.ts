/**
 * Stands in the Worker for what drizzle brings along and the site never asks for (see
 * `src/cli/worker.ts`): its queries by relations, which need a schema that `drizzle(env.DB)` is not given, and
 * Postgres's enums. Were they ever asked for, they would say so.
 */
function refuse(): never {
  throw new Error('Queries by relations are not part of the Worker')
}

/** Nothing of SQLite is one of Postgres's enums. */
export const isPgEnum = (): boolean => false

export {
  refuse as createTableRelationsHelpers,
  refuse as extractTablesRelationalConfig,
  refuse as getOperators,
  refuse as getOrderByOperators,
  refuse as Many,
  refuse as mapRelationalRow,
  refuse as normalizeRelation,
  refuse as One,
  refuse as RelationalQueryBuilder,
}
