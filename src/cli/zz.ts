import { readContentFolder } from './content-folder.ts'
import { openDatabase } from './database.ts'
import { plateOf } from '../desk/plate.ts'
import { press, relate } from '../desk/press.ts'
import { sql } from 'drizzle-orm'
import { newId } from '../text.ts'
const t0 = performance.now()
const lap = (what: string) => { console.log(what, Math.round(performance.now() - t)); t = performance.now() }
let t = performance.now()
const { db, close } = await openDatabase()
console.log(await db.all(sql`select sqlite_version() v, count(*) n, (select count(*) from exchanges) e from columns`).catch(String))
lap('open')
const { columns } = readContentFolder('/tmp/bulk', { languages: ['en', 'id'], now: new Date() })
lap('read')
const plates = await Promise.all(columns.map((c) => plateOf(c.manuscript as any, { id: newId(), slug: c.slug + 'x', changedAt: '2026-01-01T00:00:00Z', isPushed: true })))
lap('plates 2000')
const n = 200
const live = await db.all<any>(sql`select id, slug from columns`); const ids = new Map(live.map(r => [r.slug, r.id])); for (const p of plates) { p.slug = p.slug.slice(0, -1); p.id = ids.get(p.slug) }
lap('press 200')
import { statement, rows } from '../statement.ts'
for (const size of [1, 25, 100]) {
const slim = plates.slice(0, size).map(({ id, likeness, topics }) => ({ id, likeness, topics: topics.map((t) => t.slug) }))
lap('-')
const q = sql`SELECT plate.value ->> 'id' as c, chosen.key + 1 as p, chosen.value as r
 FROM json_each(${JSON.stringify(slim)}) AS plate, json_each((
   SELECT json_group_array(id ORDER BY likeness, id) FROM (
     SELECT found.column_id AS id, min(found.rank) * (1 + (SELECT count(*) FROM column_topics
          WHERE column_topics.column_id = found.column_id
          AND topic IN (SELECT value FROM json_each(plate.value -> 'topics')))) AS likeness
        FROM (SELECT column_id, rank FROM columns_fts WHERE columns_fts MATCH plate.value ->> 'likeness'
          AND column_id <> plate.value ->> 'id' ORDER BY rank LIMIT 20) AS found
        GROUP BY found.column_id ORDER BY likeness, id LIMIT 3))) AS chosen`
const out = await db.all<any>(q)
lap('related in one ' + size + ' ' + out.length)
}
{ const s = plates.slice(0, 25).flatMap((p) => relate(db, p)); await db.batch(s as any); lap('relate 25 old') }
const old = await db.all<any>(sql`select column_id c, position p, related_id r from related where column_id in (select value from json_each(${JSON.stringify(plates.slice(0,25).map(p=>p.id))})) order by 1,2`)
console.log(old.length, old[0]); 
const t1 = performance.now()
for (let i = 0; i < 100; i++) db.$client.prepare('select 1')
console.log('prepare ms', (performance.now() - t1) / 100)
const p1 = plates[3]!.likeness; console.log(p1)
lap('.')
console.log((await db.$client.prepare("SELECT count(*) n FROM columns_fts WHERE columns_fts MATCH ?").bind(p1).all()).results); lap('count')
console.log((await db.$client.prepare("SELECT column_id, rank FROM columns_fts WHERE columns_fts MATCH ? ORDER BY rank LIMIT 20").bind(p1).all()).meta); lap('one')
console.log((await db.$client.prepare("SELECT rowid, rank FROM columns_fts WHERE columns_fts MATCH ? ORDER BY rank LIMIT 20").bind(p1).all()).meta); lap('one')
await close()
