import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import ts from 'typescript'
import { MAY_IMPORT, OWNED_PACKAGES, PURE_ROOMS } from '../../rooms.config.js'
import { FILES } from './source-files.mjs'

const ROOMS = Object.keys(MAY_IMPORT)

/** Folders that are no rooms themselves: each folder in them is one. */
const STOREYS = ['', 'view', 'view/features']

const entriesOf = (path) => readdirSync(join('src', path), { withFileTypes: true })

const foldersOf = (path) =>
  entriesOf(path)
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => (path === '' ? name : `${path}/${name}`))

function foldersAndRows() {
  const folders = STOREYS.flatMap(foldersOf).filter((folder) => !STOREYS.includes(folder))
  return [
    ...folders
      .filter((folder) => !ROOMS.includes(folder))
      .map((folder) => `src/${folder} has no row in rooms.config.js`),
    ...ROOMS.filter((room) => !folders.includes(room)).map(
      (room) => `the row ${room} of rooms.config.js has no folder`,
    ),
  ]
}

/** No file of the page lies beside its zones. */
const filesBesideZones = () =>
  STOREYS.slice(1).flatMap((storey) =>
    entriesOf(storey)
      .filter((entry) => !entry.isDirectory())
      .map(({ name }) => `src/${storey}/${name} stands beside the rooms`),
  )

/** The rooms that a room imports, by others too; itself only where they go in a circle. */
function reached(room) {
  const found = new Set()
  const waiting = [room]
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop())
    for (const other of MAY_IMPORT[next] ?? [])
      if (!found.has(other)) {
        found.add(other)
        waiting.push(other)
      }
  return found
}

function directions() {
  const named = [...Object.values(MAY_IMPORT).flat(), ...PURE_ROOMS, ...Object.values(OWNED_PACKAGES).flat()]
  const features = ROOMS.filter((room) => room.startsWith('view/features/'))
  return [
    ...named.filter((room) => !ROOMS.includes(room)).map((room) => `rooms.config.js names ${room}, which is no room`),
    ...ROOMS.filter((room) => reached(room).has(room)).map((room) => `${room} imports itself by others`),
    ...(reached('evaluation').has('denial') ? ['the evaluation reaches what AWS claimed'] : []),
    ...ROOMS.filter((room) => room !== 'view/app' && MAY_IMPORT[room].some((other) => features.includes(other))).map(
      (room) => `${room} may import a feature`,
    ),
    ...(MAY_IMPORT['view/ui'].join() === 'text' ? [] : ['the controls may import more than texts']),
  ]
}

/** What a text imports, as it is written, "import()" too. */
const namesIn = (text) => ts.preProcessFile(text, true, true).importedFiles.map(({ fileName }) => fileName)

const known = new Set(FILES)
/** The modules of the source that a text at a path imports. */
function importsOf(path, text) {
  return namesIn(text).flatMap((fileName) => {
    const imported = join(dirname(path), fileName).replaceAll('\\', '/')
    return fileName.startsWith('.')
      ? ([imported, `${imported}.ts`, `${imported}.tsx`].find((candidate) => known.has(candidate)) ?? [])
      : []
  })
}

const textOf = (path) => readFileSync(join('src', path), 'utf8')

const roomOf = (path) =>
  ROOMS.filter((room) => path.startsWith(`${room}/`)).reduce(
    (long, room) => (room.length > long.length ? room : long),
    '',
  )

/** What a module imports although the import table does not let it. */
function strayImports(path, text = textOf(path)) {
  const room = roomOf(path)
  if (room === '') return []
  const allowed = [room, ...MAY_IMPORT[room], ...(/\.(?:test|bench)\.tsx?$/.test(path) ? ['testing'] : [])]
  return importsOf(path, text)
    .filter((imported) => !['', ...allowed].includes(roomOf(imported)))
    .map(
      (imported) => `src/${path}: the import table (rooms.config.js) does not let ${room} import ${roomOf(imported)}`,
    )
}

/** What pure rooms do not know. */
const FRAMEWORK = ['react', 'react-dom', '@tanstack/*', 'node:*']

const isOf = (name, packages) =>
  packages.endsWith('*') ? name.startsWith(packages.slice(0, -1)) : name === packages || name.startsWith(`${packages}/`)

/** The packages that a module imports although other rooms own them, or although its room is pure. */
function strayPackages(path, text = textOf(path)) {
  const room = roomOf(path)
  if (room === '' || /\.(?:test|bench)\.ts$/.test(path)) return []
  const refused = [
    ...Object.entries(OWNED_PACKAGES).flatMap(([name, holders]) =>
      holders.includes(room) ? [] : [[name, `only ${holders.join(', ')} may import ${name}`]],
    ),
    ...(PURE_ROOMS.includes(room) ? FRAMEWORK.map((name) => [name, 'pure rooms know no framework']) : []),
  ]
  return namesIn(text).flatMap((name) =>
    refused.flatMap(([packages, message]) => (isOf(name, packages) ? [`src/${path}: ${message}`] : [])),
  )
}

/** What is wrong with the rooms: folders, files, and the directions of the import table. */
export function roomsOfSource() {
  const strays = FILES.flatMap((path) => [...strayImports(path), ...strayPackages(path)])
  return [...foldersAndRows(), ...filesBesideZones(), ...directions(), ...strays]
}

/** Where code would stand, an import, and whether the import table refuses it. */
const IMPORTS = [
  ['text/x.ts', "import { useState } from 'react'", true],
  ['text/x.ts', "import { readFile } from 'node:fs/promises'", true],
  ['text/x.test.ts', "import { readFile } from 'node:fs/promises'", false],
  ['view/shared/x.ts', "import { parse } from 'jsonc-parser'", true],
  ['text/x.ts', "import { parse } from 'jsonc-parser'", false],
  ['view/features/policies/x.ts', "import * as monaco from 'monaco-editor/editor'", true],
  ['evaluation/x.ts', "import { x } from '../denial/denial'", true],
  ['view/ui/x.ts', "import type { Draft } from '../../draft/draft'", true],
  ['view/state/x.ts', "import('../features/share/ShareDialog')", true],
  ['view/features/trail/x.ts', "import { SHORT } from '../learn/learn-route'", true],
  ['view/features/trail/x.ts', "import { App } from '../../app/App'", true],
  ['evaluation/x.ts', "import { caseOf } from '../testing/vector'", true],
  ['evaluation/x.test.ts', "import { PARTS } from '../explanation/explain'", true],
  ['evaluation/x.test.ts', "import { caseOf } from '../testing/vector'", false],
  ['evaluation/x.ts', "import type { Json } from '../text/json'", false],
  ['explanation/x.ts', "import { parse } from './explain'", false],
]

export const examples = () =>
  IMPORTS.map(
    ([path, code, isStray]) => [...strayImports(path, code), ...strayPackages(path, code)].length > 0 === isStray,
  )
