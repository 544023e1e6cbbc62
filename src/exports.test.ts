import { readdirSync, readFileSync } from 'node:fs'
import ts from 'typescript'
import { expect, test } from 'vitest'

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

const EXPORTS = readdirSync('src', { recursive: true, encoding: 'utf8' }).filter(isOurs).flatMap(exportsOf)

test('a name stands for one thing in the whole source', () => {
  const files = new Map<string, Set<string>>()
  for (const { name, file } of EXPORTS) files.set(name, (files.get(name) ?? new Set()).add(file))
  const double = [...files].filter(([, where]) => where.size > 1).map(([name, where]) => [name, ...where])
  expect(EXPORTS.length).toBeGreaterThan(1000)
  expect(double).toEqual([])
})

test('every export has a sentence that says what it is', () => {
  expect(EXPORTS.filter(({ hasSentence }) => !hasSentence).map(({ name, file }) => `${file}: ${name}`)).toEqual([])
})
