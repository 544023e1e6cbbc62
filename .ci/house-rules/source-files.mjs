// The source as the house rules see it: each file with its syntax tree, tables told apart from logic.
import { readdirSync, readFileSync } from 'node:fs'
import ts from 'typescript'

/** Every TypeScript file under src/, as a path from it. */
export const FILES = readdirSync('src', { recursive: true, encoding: 'utf8' })
  .map((file) => file.replaceAll('\\', '/'))
  .filter((file) => /\.tsx?$/.test(file) && !file.endsWith('.d.ts'))

/** Files that only tests, benchmarks or other tools read. */
export const isTest = (file) => /\.(?:test|bench)\.tsx?$|^testing\//.test(file)

/** The syntax tree of a file. */
export const treeOf = (file, text = readFileSync(`src/${file}`, 'utf8')) =>
  ts.createSourceFile(
    file,
    text,
    ts.ScriptTarget.ES2023,
    true,
    file.endsWith('x') ? ts.ScriptKind.TSX : ts.ScriptKind.TS,
  )

/** Is it the declaration of a table: constants of the file, in capitals? */
export const isTable = (node) =>
  ts.isVariableStatement(node) &&
  ts.isSourceFile(node.parent) &&
  node.declarationList.declarations.every(({ name }) => /^[A-Z][A-Z\d_]*$/.test(name.getText()))

/** How many lines of a file are code outside of its tables and imports. */
export function linesOfLogic(tree) {
  const lineOf = (place) => tree.getLineAndCharacterOfPosition(place).line
  const others = tree.statements
    .filter((node) => isTable(node) || ts.isImportDeclaration(node))
    .reduce((sum, node) => sum + lineOf(node.end) - lineOf(node.getStart()) + 1, 0)
  return tree.text.split('\n').length - 1 - others
}

/** Files whose tables hold what the app says. */
export const isMessages = (file) => /(?:^|\/)messages\/|messages\.ts$/.test(file)
