import { join, relative } from 'node:path'
import { type Plugin, rolldown } from 'rolldown'

const top = join(import.meta.dirname, '../..')

/** A Worker as it is uploaded: its modules with their source maps, and what the modules are made of. */
export type WorkerBundle = { files: { name: string; content: string }[]; modules: BuiltModule[] }

/** A module of the Worker: the sources in it, by their paths from the top, and what it imports. */
export type BuiltModule = {
  name: string
  sources: string[]
  imports: string[]
  importsOnDemand: string[]
}

/**
 * Bundles a Worker into modules, with source maps, from an entry that is named from the top of the
 * repository. What the entry needs at once is one module. What is imported on demand becomes modules of
 * its own, which do not run before; wrangler's own bundler would put all into one.
 */
export async function bundleWorker(entry: string): Promise<WorkerBundle> {
  const bundle = await rolldown({
    cwd: top,
    input: { index: entry },
    external: /^cloudflare:/,
    plugins: [standIns],
    tsconfig: join(top, 'tsconfig.json'),
    transform: { target: 'es2024' },
    resolve: { conditionNames: ['workerd', 'worker', 'browser', 'import', 'default'] },
    logLevel: 'warn',
  })
  const { output } = await bundle.generate({
    // Written there by whoever asked: source maps lead from it to `src`.
    dir: 'dist/worker',
    format: 'esm',
    entryFileNames: '[name].mjs',
    chunkFileNames: '[name]-[hash].mjs',
    codeSplitting: { groups: [{ name: 'site', tags: ['$initial'] }] },
    minify: true,
    comments: false,
    sourcemap: true,
  })
  await bundle.close()
  const files = output.map((file) => ({
    name: file.fileName,
    content: file.type === 'chunk' ? file.code : String(file.source),
  }))
  const modules = output
    .filter((file) => file.type === 'chunk')
    .map((chunk) => ({
      name: chunk.fileName,
      sources: chunk.moduleIds.map((id) => relative(top, id).replaceAll('\\', '/')),
      imports: chunk.imports,
      importsOnDemand: chunk.dynamicImports,
    }))
  return { files, modules }
}

/** The modules of `@simplewebauthn/server`, and the packages, that read certificates. */
const OF_CERTIFICATES = new RegExp(
  [
    '^@peculiar/',
    '^reflect-metadata$',
    '/verifyAttestation(?:AndroidKey|AndroidSafetyNet|Apple|FIDOU2F|TPM|WithMetadata)\\.js$',
    '/(?:getCertificateInfo|validateCertificatePath|validateExtFIDOGenCEAAGUID)\\.js$',
    '/(?:convertX509PublicKeyToCOSE|metadataService)\\.js$',
    '/defaultRootCerts/',
  ].join('|'),
)

/** The modules of drizzle that the site's own queries never ask for. */
const OF_RELATIONS =
  /^(?:\.\.\/pg-core\/columns\/enum|\.\.\/relations|\.\/query-builders\/query)\.js$/

/** The modules of Hono behind `mount` and behind elements that are more than elements in React. */
const OF_OTHERS = /^\.\/(?:utils\/mount|intrinsic-element\/components)\.js$/

/** What libraries bring and the Worker never needs: each file says why, and stands in for it. */
const STAND_INS = [
  {
    filter: OF_CERTIFICATES,
    library: '@simplewebauthn/server/',
    file: 'src/desk/no-certificates.ts',
  },
  { filter: OF_OTHERS, library: 'hono/', file: 'src/plain-hono.ts' },
  { filter: OF_RELATIONS, library: 'drizzle-orm/', file: 'src/no-relations.ts' },
]

const standIns: Plugin = {
  name: 'stand-ins',
  resolveId(id, importer = '') {
    const from = importer.replaceAll('\\', '/')
    const found = STAND_INS.find(
      ({ filter, library }) => filter.test(id) && from.includes(`/node_modules/${library}`),
    )
    return found && join(top, found.file)
  },
}
