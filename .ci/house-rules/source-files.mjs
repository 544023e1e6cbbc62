// The source as the house rules see it: each file with its syntax tree, tables told apart from logic.
import { readdirSync, readFileSync } from 'node:fs'
import ts from 'typescript'

/** Every TypeScript file under src/, as a path from it. */
export const FILES = readdirSync('src', { recursive: true, encoding: 'utf8' })
  .map((file) => file.replaceAll('\\', '/'))
  .filter((file) => /\.tsx?$/.test(file) && !file.endsWith('.d.ts'))

/** Files that only tests, benchmarks or other tools read. */
export const isTest = (file) => /\.(?:test|bench)\.tsx?$|^testing\//.test(file)

const HOW = { languageVersion: ts.ScriptTarget.ES2023, jsDocParsingMode: ts.JSDocParsingMode.ParseNone }

const parse = (file, text) =>
  ts.createSourceFile(`src/${file}`, text, HOW, true, file.endsWith('x') ? ts.ScriptKind.TSX : ts.ScriptKind.TS)

const TREES = new Map()

/** The syntax tree of a file, which the rules share; of a text that is given in its place, its own. */
export function treeOf(file, text) {
  if (text !== undefined) return parse(file, text)
  let tree = TREES.get(file)
  if (tree === undefined) TREES.set(file, (tree = parse(file, readFileSync(`src/${file}`, 'utf8'))))
  return tree
}

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
