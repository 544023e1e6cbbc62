import { readdirSync } from 'node:fs'
import ts from 'typescript'
import { expect, test } from 'vitest'

const FILES = readdirSync('src', { recursive: true, encoding: 'utf8' })
  .filter((file) => /\.tsx?$/.test(file) && !/\.(?:test|bench|d)\.tsx?$|service-worker|^testing\//.test(file))
  .map((file) => `src/${file}`)

const OPTIONS: ts.CompilerOptions = {
  strict: true,
  noUncheckedIndexedAccess: true,
  noEmit: true,
  skipLibCheck: true,
  target: ts.ScriptTarget.ES2023,
  lib: ['lib.es2023.d.ts', 'lib.dom.d.ts', 'lib.dom.iterable.d.ts'],
  module: ts.ModuleKind.ESNext,
  moduleResolution: ts.ModuleResolutionKind.Bundler,
  resolveJsonModule: true,
  jsx: ts.JsxEmit.ReactJSX,
  types: ['node'],
}

/** Is it a text of which no more is known than that it is one? */
const isAnyText = (type: ts.Type): boolean =>
  (type.flags & ts.TypeFlags.String) !== 0 || (type.isUnion() && type.types.some(isAnyText))

/** Has it, by its type, a row for every text? */
function isTable(checker: ts.TypeChecker, type: ts.Type): boolean {
  const known = checker.getNonNullableType(checker.getApparentType(type))
  if (known.isUnion()) return known.types.some((each) => isTable(checker, each))
  return checker.getIndexInfoOfType(known, ts.IndexKind.String) !== undefined
}

/** Is it asked before, in the same expression, whether the row is the table's own? */
function isAsked(node: ts.ElementAccessExpression): boolean {
  const question = `Object.hasOwn(${node.expression.getText()}, ${node.argumentExpression.getText()})`
  for (let above: ts.Node = node.parent; ts.isExpression(above); above = above.parent)
    if (above.getText().includes(question)) return true
  return false
}

/** The places of a program where a table is indexed by a text that may be anything, "constructor" too. */
function foreignRows(program: ts.Program, files: readonly string[]): readonly string[] {
  const checker = program.getTypeChecker()
  const found: string[] = []
  const visit = (node: ts.Node, source: ts.SourceFile) => {
    if (
      ts.isElementAccessExpression(node) &&
      !ts.isLiteralExpression(node.argumentExpression) &&
      isAnyText(checker.getTypeAtLocation(node.argumentExpression)) &&
      isTable(checker, checker.getTypeAtLocation(node.expression)) &&
      !isAsked(node)
    )
      found.push(`${source.fileName}:${source.getLineAndCharacterOfPosition(node.pos).line + 1} ${node.getText()}`)
    ts.forEachChild(node, (child) => visit(child, source))
  }
  for (const file of files) {
    const source = program.getSourceFile(file)!
    visit(source, source)
  }
  return found
}

const EXAMPLE = `
declare const table: Readonly<Record<string, number>>
declare const rows: Record<'a' | 'b', number>
declare const list: readonly number[]
declare const maybe: { readonly [key: string]: number } | undefined
export const bad = (name: string) => table[name]
export const worse = (name: string) => maybe?.[name]
export const write = (made: Record<string, number>, name: string) => { made[name] = 1 }
export const good = (name: string, row: 'a' | 'b', at: number) =>
  [rows[row], list[at], table['a'], Object.hasOwn(table, name) ? table[name] : undefined]
`

test('no table is indexed by a text that may be anything', () => {
  const example = 'src/an-example.ts'
  const host = ts.createCompilerHost(OPTIONS)
  const read = host.getSourceFile.bind(host)
  host.getSourceFile = (file, ...rest) =>
    file === example ? ts.createSourceFile(file, EXAMPLE, ts.ScriptTarget.ES2023, true) : read(file, ...rest)
  const program = ts.createProgram([...FILES, example], OPTIONS, host)
  // It finds what it looks for, and nothing else.
  expect(foreignRows(program, [example]).map((place) => place.split(' ')[1])).toEqual([
    'table[name]',
    'maybe?.[name]',
    'made[name]',
  ])
  expect(FILES.length).toBeGreaterThan(400)
  // Read a row with own, set one with setOwn (src/text/own.ts), or take a Map.
  expect(foreignRows(program, FILES)).toEqual([])
}, 120_000)
