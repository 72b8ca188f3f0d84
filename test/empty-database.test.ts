import { env } from 'cloudflare:workers'
import { expect, test } from 'vitest'
import { arrive } from './desk/letters.ts'
import { emptyDatabase } from './empty-database.ts'
import { asEditor } from './newsroom.ts'
import { column, print } from './printed.ts'

/** Every table and trigger, and all rows but when migrations were applied, and an index's own notes. */
async function everything() {
  const { DB } = env
  const { results } = await DB.prepare(
    "SELECT type, name, sql FROM sqlite_master WHERE name NOT LIKE '\\_cf%' ESCAPE '\\' ORDER BY name",
  ).all<{ type: string; name: string }>()
  const tables = results.filter(
    ({ type, name }) => type === 'table' && !/^d1_migrations$|_data$/.test(name),
  )
  const rows = tables.map(({ name }) => DB.prepare(`SELECT * FROM ${name}`))
  return { made: results, rows: (await DB.batch(rows)).map((answer) => answer.results) }
}

test('An emptied database is as the migrations made it', async () => {
  const made = await everything()
  await arrive()
  await asEditor()
  await print({ kettle: column() })
  await env.DB.prepare('DROP TRIGGER desk_log_stay').run()
  expect(await everything()).not.toEqual(made)
  await emptyDatabase()
  expect(await everything()).toEqual(made)
  await env.DB.prepare('DROP TABLE outbox').run()
  await emptyDatabase()
  expect(await everything()).toEqual(made)
})
