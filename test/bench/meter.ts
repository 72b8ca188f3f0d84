/** Where the metered site runs its clock for a minute, and answers what that has cost. */
export const CLOCK = '/a-minute-of-the-clock'

/** What requests have cost the database: a batch is one round trip, however many statements it holds. */
export type Meter = { roundTrips: number; rowsRead: number; rowsWritten: number }

/**
 * Gives the database with a meter on it. D1 tells the rows of all that it answers but of `raw`, in which
 * drizzle asks for a single query: those are asked for twice, and counted once.
 */
export function metered(database: D1Database): { database: D1Database; meter: Meter } {
  const meter = { roundTrips: 0, rowsRead: 0, rowsWritten: 0 }
  const note = ({ meta }: D1Result) => {
    meter.rowsRead += meta.rows_read
    meter.rowsWritten += meta.rows_written
  }
  const ofStatement = (statement: D1PreparedStatement): D1PreparedStatement =>
    over(statement, {
      bind: (...values: unknown[]) => ofStatement(statement.bind(...values)),
      async all() {
        meter.roundTrips += 1
        const result = await statement.all()
        note(result)
        return result
      },
      async run() {
        meter.roundTrips += 1
        const result = await statement.run()
        note(result)
        return result
      },
      async raw(...options: []) {
        meter.roundTrips += 1
        note(await statement.all())
        return statement.raw(...options)
      },
      async first(...column: []) {
        meter.roundTrips += 1
        note(await statement.all())
        return statement.first(...column)
      },
      [PLAIN]: statement,
    })
  return {
    meter,
    database: over(database, {
      prepare: (query: string) => ofStatement(database.prepare(query)),
      async batch(statements: D1PreparedStatement[]) {
        meter.roundTrips += 1
        const results = await database.batch(statements.map(plain))
        for (const result of results) note(result)
        return results
      },
    }),
  }
}

/** Under which a metered statement keeps the one that D1 knows. */
const PLAIN = Symbol('plain')

function plain(statement: D1PreparedStatement): D1PreparedStatement {
  return (statement as { [PLAIN]?: D1PreparedStatement })[PLAIN] ?? statement
}

/** The same thing, but for the ways that are given: they stand before its own. */
function over<Thing extends object>(thing: Thing, ways: object): Thing {
  return new Proxy(thing, {
    get(target, key) {
      if (key in ways) return Reflect.get(ways, key)
      const value = Reflect.get(target, key)
      return typeof value === 'function' ? value.bind(target) : value
    },
  })
}
