// Builds the service worker, and tells it every file of the build; src/view/features/offline says what it does with them.
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Plugin } from 'vite'
import type { OfflineBuild } from '../src/view/features/offline/offline-build.ts'

const WORKER = 'sw.js'
/** Folders of the reference with hundreds of small files. */
const PACKED = ['reference/service/', 'reference/detail/', 'reference/managed/']
/** Files that the app itself never shows: for hosts, for README, and maps for who debugs. */
const isForOthers = (path: string) => path === '_headers' || path === 'workbench.png' || path.endsWith('.map')

const sha256 = (data: string | Buffer) => createHash('sha256').update(data).digest('base64')
const isPacked = (path: string) => PACKED.some((folder) => path.startsWith(folder))

/** Writes the files of each folder into one, by name, and returns where. */
function writePacks(dir: string): Record<string, string> {
  const packs: Record<string, string> = {}
  for (const folder of PACKED) {
    if (!existsSync(join(dir, folder))) continue
    const names = readdirSync(join(dir, folder)).toSorted()
    const entries = names.map((name) => `${JSON.stringify(name)}:${readFileSync(join(dir, folder, name), 'utf8')}`)
    const path = `${folder.slice(0, -1)}-pack.json`
    writeFileSync(join(dir, path), `{${entries.join(',')}}`)
    packs[folder] = path
  }
  return packs
}

/** Puts the list of these files of a build, and the packs, before the code of its worker. */
export function writeOfflineBuild(dir: string, paths: readonly string[], code: string) {
  const packs = writePacks(dir)
  const files = Object.fromEntries(
    [...new Set([...paths, ...Object.values(packs)])]
      .filter((path) => path !== WORKER && !isPacked(path) && !isForOthers(path))
      .toSorted()
      .map((path) => [path === 'index.html' ? '' : path, `sha256-${sha256(readFileSync(join(dir, path)))}`]),
  )
  const id = sha256(JSON.stringify([files, packs])).slice(0, 12)
  const build: OfflineBuild = { id, files, packs }
  writeFileSync(join(dir, WORKER), `const OFFLINE_BUILD = ${JSON.stringify(build)};\n${code}`)
}

/** The service worker of the built page. */
export function offline(): Plugin {
  let publicDir = ''
  return {
    name: 'offline',
    apply: 'build',
    configResolved(config) {
      publicDir = config.publicDir
    },
    buildStart() {
      this.emitFile({ type: 'chunk', id: '/src/view/features/offline/service-worker.ts', fileName: WORKER })
    },
    writeBundle({ dir }, bundle) {
      const worker = bundle[WORKER]
      if (dir === undefined || worker?.type !== 'chunk') throw new Error('The build has no service worker.')
      if (worker.imports.length > 0) throw new Error('The service worker must be one file.')
      const copied = readdirSync(publicDir, { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map((entry) =>
          join(entry.parentPath, entry.name)
            .slice(publicDir.length + 1)
            .replaceAll('\\', '/'),
        )
      writeOfflineBuild(dir, [...Object.keys(bundle), ...copied], worker.code)
    },
  }
}
