import { basename, join } from 'node:path'
import { build, type Metafile, type Plugin } from 'esbuild'

const top = join(import.meta.dirname, '../..')

/** A Worker as it is uploaded: its modules, `index.mjs` first among them, and what they are made of. */
export type WorkerBundle = { files: { name: string; content: Uint8Array }[]; metafile: Metafile }

/**
 * Bundles a Worker into modules, with source maps, from an entry that is named from the top of the
 * repository. What is imported on demand becomes modules of its own, which do not run before;
 * wrangler's own bundler would put all into one.
 */
export async function bundleWorker(entry: string): Promise<WorkerBundle> {
  const { outputFiles, metafile } = await build({
    absWorkingDir: top,
    entryPoints: { index: entry },
    outdir: 'dist/worker',
    chunkNames: '[name]-[hash]',
    outExtension: { '.js': '.mjs' },
    bundle: true,
    splitting: true,
    format: 'esm',
    target: 'es2024',
    conditions: ['workerd', 'worker', 'browser'],
    external: ['cloudflare:*'],
    plugins: [standIns],
    minify: true,
    legalComments: 'none',
    sourcemap: 'linked',
    metafile: true,
    write: false,
    logLevel: 'warning',
  })
  const files = outputFiles.map(({ path, contents }) => ({
    name: basename(path),
    content: contents,
  }))
  return { files, metafile }
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

/** What libraries bring and the Worker never needs: each file says why, and stands in for it. */
const STAND_INS = [
  {
    filter: OF_CERTIFICATES,
    library: '@simplewebauthn/server/',
    file: 'src/desk/no-certificates.ts',
  },
  { filter: OF_RELATIONS, library: 'drizzle-orm/', file: 'src/no-relations.ts' },
]

const standIns: Plugin = {
  name: 'stand-ins',
  setup({ onResolve }) {
    for (const { filter, library, file } of STAND_INS) {
      const path = join(top, file)
      onResolve({ filter }, ({ importer }) =>
        importer.replaceAll('\\', '/').includes(`/node_modules/${library}`) ? { path } : null,
      )
    }
  },
}
