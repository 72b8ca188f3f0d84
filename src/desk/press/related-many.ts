import { sql } from 'drizzle-orm'
import type { Db, Statement } from '../../schema.ts'
import { statement } from '../../statement.ts'
import { type Archive, type Kin, nearestFirst } from './archive.ts'
import { DERIVATION, each } from './derived.ts'
import { type Asking, chosenAmong, KEPT, SHOWN } from './related.ts'

/** What is noted for each column: its relatives, nearest first, as many as it keeps. */
export type Notes = Map<string, Kin[]>

/**
 * Notes what a column chooses from the archive, with it and with each that it chooses. Once all have
 * chosen, each is noted with what `relate` would give it, had it related all of them at once.
 */
export function choose(notes: Notes, archive: Archive, column: Asking): void {
  for (const { id, likeness } of archive.nearest(column)) {
    note(notes, column.id, { id, likeness })
    note(notes, id, { id: column.id, likeness })
  }
}

function note(notes: Notes, id: string, kin: Kin): void {
  const all = notes.get(id) ?? []
  const known = all.find((other) => other.id === kin.id)
  if (known) known.likeness = Math.min(known.likeness, kin.likeness)
  else all.push(kin)
  notes.set(id, all.sort(nearestFirst).slice(0, KEPT))
}

/** Gives the statements that write the relatives of columns that have chosen, and only theirs. */
export function noted(db: Db, ids: string[], notes: Notes): Statement[] {
  const column = each(ids.map((id) => ({ id, kin: pairsOf(notes, id), related: shown(notes, id) })))
  return [
    statement(db, sql`DELETE FROM pairs WHERE column_id IN (SELECT value ->> 'id' FROM ${column})`),
    statement(
      db,
      sql`INSERT INTO pairs (column_id, related_id, likeness)
      SELECT plate.value ->> 'id', kin.value ->> 0, kin.value ->> 1
      FROM ${column}, json_each(plate.value -> 'kin') AS kin`,
    ),
    statement(
      db,
      sql`UPDATE columns SET related = plate.value -> 'related', derivation = ${DERIVATION}
      FROM ${column} WHERE columns.id = plate.value ->> 'id'`,
    ),
  ]
}

/** Gives the statements by which older columns note those that chose them, beside what they have. */
export function notedBeside(db: Db, ids: string[], notes: Notes): Statement[] {
  const column = each(ids.map((id) => ({ id, kin: pairsOf(notes, id) })))
  return [
    statement(
      db,
      sql`INSERT INTO pairs (column_id, related_id, likeness)
      SELECT plate.value ->> 'id', kin.value ->> 0, kin.value ->> 1
      FROM ${column}, json_each(plate.value -> 'kin') AS kin WHERE true
      ON CONFLICT (column_id, related_id) DO UPDATE SET likeness = excluded.likeness`,
    ),
    ...chosenAmong(db, sql`(SELECT value ->> 'id' FROM ${column})`),
  ]
}

/** Gives the statement after which columns are due to be derived no longer. */
export function relatedNow(db: Db, ids: string[]): Statement {
  return statement(
    db,
    sql`UPDATE columns SET derivation = ${DERIVATION}
    WHERE id IN (SELECT value FROM json_each(${JSON.stringify(ids)}))`,
  )
}

function pairsOf(notes: Notes, id: string): [string, number][] {
  return (notes.get(id) ?? []).map(({ id, likeness }) => [id, likeness])
}

function shown(notes: Notes, id: string): string[] {
  return (notes.get(id) ?? []).slice(0, SHOWN).map(({ id }) => id)
}
