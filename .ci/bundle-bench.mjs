// For the benches: code of the project, bundled for Node.
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { build } from 'vite'
import { ROOT } from './ground.mjs'

/** Bundles a file of the project into one file of a folder, and gives its address for `import`. */
export async function bundleBench(file, folder, name) {
  await build({
    root: ROOT,
    configFile: false,
    logLevel: 'error',
    build: {
      outDir: folder,
      emptyOutDir: false,
      copyPublicDir: false,
      ssr: join(ROOT, file),
      rollupOptions: { output: { entryFileNames: `${name}.mjs`, codeSplitting: false } },
    },
    ssr: { noExternal: true },
  })
  return pathToFileURL(join(folder, `${name}.mjs`)).href
}
