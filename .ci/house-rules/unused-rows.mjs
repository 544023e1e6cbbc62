import ts from 'typescript'
import { FILES, isMessages, isTable, isTest, treeOf } from './source-files.mjs'

const nameOf = ({ name }) => (name && (ts.isIdentifier(name) || ts.isStringLiteral(name)) ? name.text : null)

/** The tables of a file of messages, each with its rows; a row may hold rows itself. */
function tablesIn(tree) {
  return tree.statements.filter(isTable).flatMap(({ declarationList }) =>
    declarationList.declarations.flatMap(({ name, initializer }) => {
      let value = initializer
      while (value && (ts.isAsExpression(value) || ts.isSatisfiesExpression(value))) value = value.expression
      return value && ts.isObjectLiteralExpression(value)
        ? [{ table: name.getText(), rows: value.properties.map(nameOf).filter((row) => row !== null) }]
        : []
    }),
  )
}

/** The names that a text with gaps can be, where it is put together from parts of a name. */
function patternOf(node) {
  const parts = [node.head.text, ...node.templateSpans.map(({ literal }) => literal.text)]
  const isName = parts.join('').length > 2 && parts.every((part) => /^[a-z\d:-]*$/i.test(part))
  return isName ? new RegExp(`^${parts.join('[^ ]+')}$`, 'i') : null
}

/** Every name that a file uses: as a member, as a text, or as the row of a table that is no table of messages. */
function namesUsed(tree, isOfMessages) {
  const used = []
  const patterns = []
  const visit = (node) => {
    if (ts.isTemplateExpression(node)) patterns.push(patternOf(node))
    if (ts.isPropertyAccessExpression(node)) used.push(node.name.text)
    else if (ts.isStringLiteral(node) || ts.isNoSubstitutionTemplateLiteral(node)) {
      const isRow = ts.isPropertyAssignment(node.parent) && node.parent.name === node
      if (!isRow || !isOfMessages) used.push(node.text)
    } else if (ts.isBindingElement(node) && ts.isIdentifier(node.propertyName ?? node.name))
      used.push((node.propertyName ?? node.name).text)
    else if (
      !isOfMessages &&
      (ts.isPropertyAssignment(node) || ts.isPropertySignature(node)) &&
      ts.isIdentifier(node.name)
    )
      used.push(node.name.text)
    ts.forEachChild(node, visit)
  }
  visit(tree)
  return { used, patterns: patterns.filter((pattern) => pattern !== null) }
}

function unusedIn(files) {
  const trees = files.map(([file, text]) => [file, treeOf(file, text)])
  const names = trees.map(([file, tree]) => namesUsed(tree, isMessages(file)))
  // Condition keys have no case, and a tag's key goes on behind its name.
  const used = new Set(names.flatMap((each) => each.used).flatMap((name) => [name, name.toLowerCase().split('/')[0]]))
  const patterns = names.flatMap((each) => each.patterns)
  const isUsed = (row) => used.has(row) || patterns.some((pattern) => pattern.test(row))
  return trees
    .filter(([file]) => isMessages(file))
    .flatMap(([file, tree]) =>
      tablesIn(tree).flatMap(({ table, rows }) =>
        rows.filter((row) => !isUsed(row)).map((row) => `${file}: nothing says ${table}['${row}']`),
      ),
    )
}

/** Rows of message tables that nothing says. */
export const unusedRows = () => unusedIn(FILES.filter((file) => !isTest(file)).map((file) => [file, undefined]))

export const examples = () => {
  const table = ['messages/a.ts', "export const ALL = { one: '1', 'two-words': '2', three: '3' }"]
  const found = unusedIn([table, ['b.ts', "say(ALL.one, ALL['two-words'])"]])
  return [found.length === 1, found[0]?.includes('three')]
}
