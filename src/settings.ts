import { eq, sql } from 'drizzle-orm'
import { type Hand, loggedIfChanged } from './desk-log.ts'
import { type Db, type SettingName, settings } from './schema.ts'

/** A setting as it is stored, and how often it was changed; no row: it never was. */
export type StoredSetting = { value: string; version: number }

/** Gives the query for one setting. */
export function setting(db: Db, name: SettingName) {
  return db
    .select({ value: settings.value, version: settings.version })
    .from(settings)
    .where(eq(settings.name, name))
}

/** Gives the version of what the query found: 0 when the setting was never changed. */
export function versionOf([row]: StoredSetting[]): number {
  return row?.version ?? 0
}

type Change = { name: SettingName; value: string; version: number; verb: string; reason?: string }

/**
 * Changes one setting, with its entry in the desk log. Refused (false) when somebody changed it
 * since the version that the editor saw.
 */
export async function changeSetting(
  db: Db,
  { name, value, version, verb, reason }: Change,
  { by, now }: Hand,
): Promise<boolean> {
  const [changed] = await db.batch([
    db
      .insert(settings)
      .select(
        sql`SELECT ${name}, ${value}, ${version + 1}
          WHERE coalesce((SELECT version FROM settings WHERE name = ${name}), 0) = ${version}`,
      )
      .onConflictDoUpdate({
        target: settings.name,
        set: { value: sql`excluded.value`, version: sql`excluded.version` },
      })
      .returning({ version: settings.version }),
    loggedIfChanged(db, { verb, reason, by, now }),
  ])
  return changed.length > 0
}
