/**
 * What a request has cost the database: how many rows it read, and for how long it was waited for. Rows are
 * null once a statement was asked in a way in which D1 tells of none (`first`, and `raw`, by which drizzle
 * asks for a single query): to know them all the same it would have to be asked twice.
 */
export type Meter = { rowsRead: number | null; ms: number }

/** Gives the database with a meter on it, for one request. It asks what it is asked, no more. */
export function metered(database: D1Database): { database: D1Database; meter: Meter } {
  const meter: Meter = { rowsRead: 0, ms: 0 }
  return { meter, database: new MeteredDatabase(database, meter) as unknown as D1Database }
}

class MeteredDatabase {
  readonly #database: D1Database
  readonly #meter: Meter

  constructor(database: D1Database, meter: Meter) {
    this.#database = database
    this.#meter = meter
  }

  prepare(query: string) {
    return new MeteredStatement(this.#database.prepare(query), this.#meter)
  }

  async batch(statements: MeteredStatement[]) {
    const own = statements.map(({ statement }) => statement)
    const results = await timed(this.#meter, this.#database.batch(own))
    for (const { meta } of results) note(this.#meter, meta.rows_read)
    return results
  }
}

class MeteredStatement {
  readonly statement: D1PreparedStatement
  readonly #meter: Meter

  constructor(statement: D1PreparedStatement, meter: Meter) {
    this.statement = statement
    this.#meter = meter
  }

  bind(...values: unknown[]) {
    return new MeteredStatement(this.statement.bind(...values), this.#meter)
  }

  async all() {
    const result = await timed(this.#meter, this.statement.all())
    note(this.#meter, result.meta.rows_read)
    return result
  }

  async run() {
    const result = await timed(this.#meter, this.statement.run())
    note(this.#meter, result.meta.rows_read)
    return result
  }

  first(...column: []) {
    note(this.#meter, null)
    return timed(this.#meter, this.statement.first(...column))
  }

  raw(...options: []) {
    note(this.#meter, null)
    return timed(this.#meter, this.statement.raw(...options))
  }
}

function note(meter: Meter, rows: number | null): void {
  meter.rowsRead = rows === null || meter.rowsRead === null ? null : meter.rowsRead + rows
}

/** The platform's clock stands still while a Worker computes: what passes is what it waited for. */
async function timed<Answer>(meter: Meter, asked: Promise<Answer>): Promise<Answer> {
  const start = performance.now()
  try {
    return await asked
  } finally {
    meter.ms += performance.now() - start
  }
}
