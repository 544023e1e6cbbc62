import { cpSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { writeOfflineBuild } from '../../.ci/offline'

const filesOf = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))

/** Copies a build into another one in which every hashed file has another name, as after a change that reaches all. */
export function writeNextBuild(from: string, to: string) {
  rmSync(to, { recursive: true, force: true })
  // Source maps are for nobody here, and weigh more than all else.
  cpSync(from, to, { recursive: true, filter: (path) => !path.endsWith('.map') })
  const assets = readdirSync(join(to, 'assets'))
  const stems = assets.map((name) => name.slice(0, name.lastIndexOf('.')))
  // Longest first, so that no name is taken for the beginning of another.
  const names = new RegExp(stems.toSorted((a, b) => b.length - a.length).join('|'), 'g')
  for (const path of ['index.html', ...assets.map((name) => `assets/${name}`)]) {
    if (!/\.(?:html|js|css)$/.test(path)) continue
    const text = readFileSync(join(to, path), 'utf8')
    writeFileSync(join(to, path), text.replace(names, 'next-$&'))
  }
  for (const name of assets) renameSync(join(to, 'assets', name), join(to, 'assets', `next-${name}`))
  const worker = readFileSync(join(to, 'sw.js'), 'utf8')
  writeOfflineBuild(to, filesOf(to), worker.slice(worker.indexOf('\n') + 1))
}
