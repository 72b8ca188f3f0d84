import { env } from 'cloudflare:workers'

const ASKING = new Set<string | symbol>(['all', 'first', 'raw', 'run', 'batch'])

/**
 * Gives the test's database, how often it has been asked (a batch asks once), and by how many
 * statements.
 */
export function countedDatabase(): {
  database: D1Database
  roundTrips: () => number
  statements: () => number
} {
  let count = 0
  let statements = 0
  const counted = <Target extends object>(target: Target): Target =>
    new Proxy(target, {
      get(_, key) {
        const value = Reflect.get(target, key)
        if (typeof value !== 'function') return value
        return (...given: unknown[]) => {
          if (ASKING.has(key)) {
            count += 1
            statements += key === 'batch' ? (given[0] as unknown[]).length : 1
          }
          const answer = value.apply(target, given)
          return key === 'prepare' || key === 'bind' ? counted(answer) : answer
        }
      },
    })
  return { database: counted(env.DB), roundTrips: () => count, statements: () => statements }
}
