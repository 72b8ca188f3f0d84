import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Bytes, decodeBase64 } from '../bytes.ts'
import { openVault, type Vault } from '../vault.ts'

const LOCAL_FILE = join(import.meta.dirname, '../../.dev.vars')

/** Reads the secrets of the local site, from `.dev.vars`: names and values, which are never printed. */
export function localSecrets(): Record<string, string> {
  if (!existsSync(LOCAL_FILE)) return {}
  const lines = readFileSync(LOCAL_FILE, 'utf8').matchAll(
    /^[^\S\n]*([A-Z_]+)[^\S\n]*=[^\S\n]*["']?([^"'\n]*)/gm,
  )
  return Object.fromEntries([...lines].map(([, name = '', value = '']) => [name, value.trim()]))
}

/**
 * Opens the ring: what was given, by default in the environment, else (of the site on this computer) what stands in
 * `.dev.vars`. Null where there is no key to be had. It is never an argument, which others could read.
 */
export async function siteVault(
  isRemote: boolean,
  given = process.env.SITE_KEY,
): Promise<Vault | null> {
  return vaultOf(given ?? (isRemote ? '' : (localSecrets().SITE_KEY ?? '')))
}

/** Opens the ring from its keys as they are written: base64, with commas. Null when there is none. */
export async function vaultOf(written: string): Promise<Vault | null> {
  const keys = written.split(/[\s,]+/).flatMap((part): Bytes[] => {
    const bytes = decodeBase64(part)
    return bytes?.length === 32 ? [bytes] : []
  })
  return keys.length > 0 ? openVault(keys) : null
}
