import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import ts from 'typescript'
import { expect, test } from 'vitest'
import { PURE_ROOMS } from '../rooms.config'
import { own } from './text/own'

interface Export {
  readonly name: string
  readonly file: string
  readonly hasSentence: boolean
}

const isOurs = (file: string) => /\.tsx?$/.test(file) && !/\.(?:test|bench|d)\.tsx?$/.test(file)

/** What a file declares and exports; what it only passes on belongs to another. */
function exportsOf(file: string): readonly Export[] {
  const source = ts.createSourceFile(file, readFileSync(`src/${file}`, 'utf8'), ts.ScriptTarget.Latest, true)
  return source.statements.flatMap((statement) => {
    const isExported =
      ts.canHaveModifiers(statement) &&
      (ts.getModifiers(statement) ?? []).some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword)
    if (!isExported) return []
    const sentences = ts.getJSDocCommentsAndTags(statement)
    return namesOf(statement).map((name) => ({ name, file, hasSentence: sentences.length > 0 }))
  })
}

function namesOf(statement: ts.Statement): readonly string[] {
  if (ts.isVariableStatement(statement)) {
    return statement.declarationList.declarations.flatMap(({ name }) =>
      ts.isIdentifier(name)
        ? [name.text]
        : name.elements.flatMap((element) => (ts.isBindingElement(element) ? [element.name.getText()] : [])),
    )
  }
  const { name } = statement as ts.DeclarationStatement
  return name === undefined ? ['default'] : [name.text]
}

const FILES = readdirSync('src', { recursive: true, encoding: 'utf8' }).filter(isOurs)
const EXPORTS = FILES.flatMap(exportsOf)

test('a name stands for one thing in the whole source', () => {
  const files = new Map<string, Set<string>>()
  for (const { name, file } of EXPORTS) files.set(name, (files.get(name) ?? new Set()).add(file))
  const double = [...files].filter(([, where]) => where.size > 1).map(([name, where]) => [name, ...where])
  expect(EXPORTS.length).toBeGreaterThan(1000)
  expect(double).toEqual([])
})

/** Ideas that have the same value today, by the name of one, and why they are two. */
const ALIKE: Readonly<Record<string, string>> = {
  SLIMMABLE: 'layers whose policies are cut down, and those that hand a role over',
}

/** Shorter definitions are alike by chance. */
const LONGEST_CHANCE = 34

test('a definition of a pure room stands once', () => {
  const files = new Map<string, Map<string, string>>()
  for (const file of FILES.filter((one) => PURE_ROOMS.includes(one.split('/')[0] ?? ''))) {
    const source = ts.createSourceFile(file, readFileSync(`src/${file}`, 'utf8'), ts.ScriptTarget.Latest, true)
    const declared = source.statements.filter(ts.isVariableStatement).flatMap((one) => one.declarationList.declarations)
    for (const { name, initializer } of declared) {
      const text = (initializer?.getText() ?? '').replaceAll(/\s+/g, ' ')
      if (text.length <= LONGEST_CHANCE || own(ALIKE, name.getText()) !== undefined) continue
      files.set(text, (files.get(text) ?? new Map()).set(file, name.getText()))
    }
  }
  expect(files.size).toBeGreaterThan(1000)
  expect([...files.values()].filter(({ size }) => size > 1).map((places) => [...places])).toEqual([])
})

test('every export has a sentence that says what it is', () => {
  expect(EXPORTS.filter(({ hasSentence }) => !hasSentence).map(({ name, file }) => `${file}: ${name}`)).toEqual([])
})

/** The files of the source that each file imports, for types too. */
const IMPORTS: ReadonlyMap<string, readonly string[]> = new Map(
  FILES.map((file) => {
    const { importedFiles } = ts.preProcessFile(readFileSync(`src/${file}`, 'utf8'))
    return [
      file,
      importedFiles.flatMap(({ fileName }) => {
        const path = join(dirname(file), fileName)
        return FILES.filter((other) => other === path || other === `${path}.ts` || other === `${path}.tsx`)
      }),
    ]
  }),
)

test('no circle of files: each can be read after those that it imports', () => {
  const left = new Set(FILES)
  const isReadable = (file: string) => (IMPORTS.get(file) ?? []).every((other) => !left.has(other))
  const next = () => [...left].filter(isReadable)
  for (let readable = next(); readable.length > 0; readable = next()) {
    for (const file of readable) left.delete(file)
  }
  expect([...left]).toEqual([])
  expect([...IMPORTS.values()].flat().length).toBeGreaterThan(1000)
})

test('no two folders import each other, unless one holds the other', () => {
  const pairs = new Set(
    [...IMPORTS].flatMap(([file, others]) => others.map((other) => `${dirname(file)} → ${dirname(other)}`)),
  )
  const isWithin = (folder: string, other: string) => `${folder}/`.startsWith(`${other}/`)
  const mutual = [...pairs].filter((pair) => {
    const [one = '', other = ''] = pair.split(' → ')
    return !isWithin(one, other) && !isWithin(other, one) && pairs.has(`${other} → ${one}`)
  })
  expect(mutual).toEqual([])
})

/** What is kept from one question to the next, with why no answer shows it. What hangs on an object that never changes goes with it. */
const KEPT: Readonly<Record<string, string>> = {
  'text/lazily.ts': 'a symbol for each name: the same whoever asks first',
}

/** Is it empty when it is made, and open to be filled; or a variable, or a memory? */
function isKept({ declarationList }: ts.VariableStatement): boolean {
  if ((declarationList.flags & ts.NodeFlags.Const) === 0) return true
  return declarationList.declarations.some(({ type, initializer }) => {
    if (initializer === undefined || /^(?:Readonly|readonly )/.test(type?.getText() ?? '')) return false
    return /^(?:new (?:Map|Set|Array)(?:<.*>)?\(\)|\[\]|\{\}|.*\bkeepLast\b.*)$/s.test(initializer.getText())
  })
}

test('a pure room keeps nothing between two questions', () => {
  const kept = FILES.filter((file) => PURE_ROOMS.includes(file.split('/')[0] ?? '')).filter((file) => {
    const source = ts.createSourceFile(file, readFileSync(`src/${file}`, 'utf8'), ts.ScriptTarget.Latest, true)
    return source.statements.some((statement) => ts.isVariableStatement(statement) && isKept(statement))
  })
  expect(kept.toSorted()).toEqual(Object.keys(KEPT).toSorted())
})

test('every package is pinned by its hash, or comes inside of one that is', () => {
  interface Locked {
    readonly integrity?: string
    readonly inBundle?: boolean
  }
  const lock = JSON.parse(readFileSync('package-lock.json', 'utf8')) as { packages: Readonly<Record<string, Locked>> }
  const loose = Object.entries(lock.packages).filter(
    ([path, { integrity, inBundle = false }]) => path !== '' && !inBundle && !/^sha512-/.test(integrity ?? ''),
  )
  expect(loose).toEqual([])
})

test('each promise of SECURITY.md names a test that there is, or says who is trusted', () => {
  const promises = readFileSync('SECURITY.md', 'utf8').split('## What is protected')[1] ?? ''
  const rows = promises.split('\n').filter((line) => line.startsWith('| ') && !/^\| (?:promise|from|-+) /.test(line))
  const points = promises.split(/\n(?=- )/).filter((point) => point.startsWith('- '))
  expect(rows.length).toBeGreaterThan(12)
  expect(points.length).toBeGreaterThan(3)
  const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as { scripts: Record<string, string> }
  const isThere = (name: string) => existsSync(name) || own(scripts, name.split(' ')[2] ?? '') !== undefined
  const TEST = /`((?:src|e2e|\.ci)\/[\w./-]+|[\w-]+\.test\.ts|npm run [^`]+|\.oxlintrc\.json)`/g
  const unproven = [...rows, ...points].filter((promise) => {
    const named = [...promise.matchAll(TEST)].map(([, name = '']) =>
      /^[\w-]+\.test\.ts$/.test(name) ? `src/permalink/${name}` : name,
    )
    return named.some((name) => !isThere(name)) || (named.length === 0 && !promise.includes('trusted'))
  })
  expect(unproven).toEqual([])
})
