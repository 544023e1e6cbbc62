import { relative } from 'node:path'
import ts from 'typescript'
import { FILES, isTest, treeOf } from './source-files.mjs'

const OPTIONS = {
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
const isAnyText = (type) =>
  (type.flags & ts.TypeFlags.String) !== 0 || (type.isUnion() && type.types.some((each) => isAnyText(each)))

/** Has it, by its type, a row for every text? */
function hasRowForEach(checker, type) {
  const known = checker.getNonNullableType(checker.getApparentType(type))
  if (known.isUnion()) return known.types.some((each) => hasRowForEach(checker, each))
  return checker.getIndexInfoOfType(known, ts.IndexKind.String) !== undefined
}

/** Is it asked before, in the same expression, whether the row is the table's own? */
function isAsked(node) {
  const question = `Object.hasOwn(${node.expression.getText()}, ${node.argumentExpression.getText()})`
  for (let above = node.parent; ts.isExpression(above); above = above.parent)
    if (above.getText().includes(question)) return true
  return false
}

/** The places where a table is indexed by a text that may be anything, "constructor" too. */
function foreignRows(program, files) {
  const checker = program.getTypeChecker()
  const found = []
  const visit = (node, source) => {
    if (
      ts.isElementAccessExpression(node) &&
      !ts.isLiteralExpression(node.argumentExpression) &&
      isAnyText(checker.getTypeAtLocation(node.argumentExpression)) &&
      hasRowForEach(checker, checker.getTypeAtLocation(node.expression)) &&
      !isAsked(node)
    )
      found.push(`${source.fileName}:${source.getLineAndCharacterOfPosition(node.pos).line + 1}: ${node.getText()}`)
    ts.forEachChild(node, (child) => visit(child, source))
  }
  for (const file of files) {
    const source = program.getSourceFile(file)
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

const PATHS = FILES.filter((file) => !isTest(file) && !file.includes('service-worker')).map((file) => `src/${file}`)

const OWN = new Set(FILES)

function programWithExample() {
  const host = ts.createCompilerHost(OPTIONS)
  const read = host.getSourceFile.bind(host)
  host.getSourceFile = (path, ...rest) => {
    const file = relative('src', path).replaceAll('\\', '/')
    if (file === 'an-example.ts') return treeOf(file, EXAMPLE)
    return OWN.has(file) ? treeOf(file) : read(path, ...rest)
  }
  return ts.createProgram([...PATHS, 'src/an-example.ts'], OPTIONS, host)
}

let program = null
const whole = () => (program ??= programWithExample())

/** A row of a table is read with own and set with setOwn (src/text/own.ts), or it is a Map. */
export const tablesByForeignText = () =>
  foreignRows(whole(), PATHS).map((place) => `${place}: a table is indexed by any text`)

export const examples = () => {
  const found = foreignRows(whole(), ['src/an-example.ts']).map((place) => place.split(': ')[1])
  return [JSON.stringify(found) === JSON.stringify(['table[name]', 'maybe?.[name]', 'made[name]'])]
}
