import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { ESLint } from 'eslint'
import ts from 'typescript'
import { describe, expect, it } from 'vitest'
import { MAY_IMPORT, OWNED_PACKAGES, PURE_ROOMS } from '../rooms.config.js'

const foldersOf = (path: string): string[] =>
  readdirSync(join('src', path), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => (path === '' ? name : `${path}/${name}`))

/** Folders that are no rooms themselves: each folder in them is one. */
const STOREYS = ['', 'view', 'view/features']

const folders = STOREYS.flatMap(foldersOf).filter((folder) => !STOREYS.includes(folder))

/** Every module of the page with the modules that it imports, for their types too, and when it runs. */
function importsOfPage(): ReadonlyMap<string, readonly string[]> {
  const modules = readdirSync('src/view', { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name))
    .map((name) => join('src/view', name))
  const known = new Set(modules)
  const find = (path: string) => [path, `${path}.ts`, `${path}.tsx`].find((candidate) => known.has(candidate))
  return new Map(
    modules.map((path) => {
      const { importedFiles } = ts.preProcessFile(readFileSync(path, 'utf8'), true, true)
      return [path, importedFiles.flatMap(({ fileName }) => find(join(dirname(path), fileName)) ?? [])]
    }),
  )
}

/** The first circle that is found, as the modules along it. */
function circleIn(imports: ReadonlyMap<string, readonly string[]>): readonly string[] | null {
  const done = new Set<string>()
  const walk = (module: string, way: readonly string[]): readonly string[] | null => {
    if (way.includes(module)) return [...way.slice(way.indexOf(module)), module]
    if (done.has(module)) return null
    for (const next of imports.get(module) ?? []) {
      const circle = walk(next, [...way, module])
      if (circle !== null) return circle
    }
    done.add(module)
    return null
  }
  for (const module of imports.keys()) {
    const circle = walk(module, [])
    if (circle !== null) return circle
  }
  return null
}

describe('the import table', () => {
  it('has a row for each folder, and a folder for each row', () => {
    expect(folders.sort()).toEqual(Object.keys(MAY_IMPORT).sort())
  })

  it('holds for every file of the page: none lies beside the zones', () => {
    for (const storey of ['view', 'view/features']) {
      const entries = readdirSync(`src/${storey}`, { withFileTypes: true })
      expect(entries.filter((entry) => !entry.isDirectory()).map(({ name }) => name)).toEqual([])
    }
  })

  it('names rooms only, and leads in one direction', () => {
    const rooms = Object.keys(MAY_IMPORT)
    const reaches = (from: string, to: string): boolean =>
      MAY_IMPORT[from]!.some((next) => next === to || reaches(next, to))
    for (const [room, others] of Object.entries(MAY_IMPORT)) {
      expect(rooms).toEqual(expect.arrayContaining([...others]))
      expect(reaches(room, room)).toBe(false)
    }
    const owners = Object.values(OWNED_PACKAGES).flat()
    expect(rooms).toEqual(expect.arrayContaining([...PURE_ROOMS, ...owners]))
  })

  it('keeps the evaluation away from what AWS claimed', () => {
    const reached = (room: string): string[] => MAY_IMPORT[room]!.flatMap((next) => [next, ...reached(next)])
    expect(reached('evaluation')).not.toContain('denial')
  })

  it('keeps features apart, and the controls from everything but texts', () => {
    const features = Object.keys(MAY_IMPORT).filter((room) => room.startsWith('view/features/'))
    expect(features.length).toBeGreaterThan(5)
    for (const [room, others] of Object.entries(MAY_IMPORT))
      if (room !== 'view/app') expect(others.filter((other) => features.includes(other))).toEqual([])
    expect(MAY_IMPORT['view/ui']).toEqual(['text'])
  })

  it('has no circle of files in the page, not even of types or of what is loaded later', () => {
    const imports = importsOfPage()
    expect([...imports.values()].flat().length).toBeGreaterThan(imports.size)
    expect(circleIn(imports)).toBeNull()
    const [some] = [...imports].find(([, others]) => others.length > 0)!
    const [other] = imports.get(some)!
    expect(circleIn(new Map([...imports, [other!, [...imports.get(other!)!, some]]]))).not.toBeNull()
  })

  it.each([
    ['src/evaluation/x.ts', "import { x } from '../denial/denial'", 'import-x/no-restricted-paths'],
    ['src/text/x.ts', "import { useState } from 'react'", 'no-restricted-imports'],
    ['src/view/shared/x.ts', "import { parse } from 'jsonc-parser'", 'no-restricted-imports'],
    ['src/view/features/policies/x.ts', "import * as monaco from 'monaco-editor/editor'", 'no-restricted-imports'],
    ['src/view/ui/x.ts', "import type { Draft } from '../../draft/draft'", 'import-x/no-restricted-paths'],
    ['src/view/state/x.ts', "import('../features/share/ShareDialog')", 'import-x/no-restricted-paths'],
    ['src/view/features/trail/x.ts', "import { SHORT } from '../learn/learn-route'", 'import-x/no-restricted-paths'],
    ['src/view/features/trail/x.ts', "import { App } from '../../app/App'", 'import-x/no-restricted-paths'],
    ['src/evaluation/x.ts', "import { caseOf } from '../testing/vector'", 'import-x/no-restricted-paths'],
    ['src/evaluation/x.test.ts', "import { PARTS } from '../explanation/explain'", 'import-x/no-restricted-paths'],
    ['src/evaluation/x.ts', 'export const now = Date.now()', 'no-restricted-globals'],
    ['src/evaluation/x.ts', "export const x = new RegExp('a' + 'b')", 'no-restricted-syntax'],
  ])('is enforced by lint: %s with %s', async (filePath, code, rule) => {
    const [result] = await new ESLint().lintText(`${code}\n`, { filePath })
    expect(result?.messages.map(({ ruleId }) => ruleId)).toContain(rule)
  })
})

it('lets tests import what tests are made of', async () => {
  const [result] = await new ESLint().lintText("import { caseOf } from '../testing/vector'\n\ncaseOf\n", {
    filePath: 'src/evaluation/x.test.ts',
  })
  expect(result?.messages.map(({ ruleId }) => ruleId)).not.toContain('import-x/no-restricted-paths')
})

/** Each place that asks something of every layer must fail to compile while it does not know a new one. */
describe('tables and lists of layers', () => {
  it.each([
    ["export const SOME: readonly Layer[] = ['scp', 'rcp']", true],
    ["export const SOME: readonly CaseLayer[] = ['scp']", true],
    ["export const WORDS: Readonly<Partial<Record<Layer, string>>> = { scp: 'SCP' }", true],
    ['export const SOME: readonly Layer[] = READING_ORDER.filter(canGrant)', false],
    ["export const ORDER: readonly Layer[] = eachOf<Layer>()(['scp'])", false],
  ])('%s', async (code, isRefused) => {
    const [result] = await new ESLint().lintText(`${code}\n`, { filePath: 'src/explanation/x.ts' })
    expect(result?.messages.some(({ ruleId }) => ruleId === 'no-restricted-syntax')).toBe(isRefused)
  })
})
