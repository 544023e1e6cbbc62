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

/** The names under which an expression reads a table; null where it may read any row. */
function rowsReadAt(node) {
  const { parent } = node
  if (ts.isVariableDeclaration(parent) && parent.name === node) return []
  if (ts.isImportSpecifier(parent) || ts.isExportSpecifier(parent) || ts.isTypeQueryNode(parent)) return []
  if (ts.isPropertyAccessExpression(parent)) return parent.expression === node ? [parent.name.text] : null
  if (ts.isVariableDeclaration(parent) && ts.isObjectBindingPattern(parent.name))
    return parent.name.elements.map((element) => (element.propertyName ?? element.name).getText())
  if (!ts.isElementAccessExpression(parent) || parent.expression !== node) return null
  const { argumentExpression: row } = parent
  const rows = ts.isConditionalExpression(row) ? [row.whenTrue, row.whenFalse] : [row]
  return rows.every(ts.isStringLiteralLike) ? rows.map(({ text }) => text) : null
}

/** Rows of tables of which each reader names its row: there a name that stands somewhere else does not count. */
function unreadIn(files) {
  const trees = files.map(([file, text]) => [file, treeOf(file, text)])
  const read = new Map()
  const visit = (node) => {
    if (ts.isIdentifier(node) && /^[A-Z][A-Z\d_]*$/.test(node.text)) {
      const rows = rowsReadAt(node)
      const before = read.has(node.text) ? read.get(node.text) : []
      read.set(node.text, rows === null || before === null ? null : [...before, ...rows])
    }
    ts.forEachChild(node, visit)
  }
  for (const [, tree] of trees) visit(tree)
  return trees
    .filter(([file]) => isMessages(file))
    .flatMap(([file, tree]) =>
      tablesIn(tree).flatMap(({ table, rows }) => {
        const used = read.get(table) ?? null
        const unread = used === null ? [] : rows.filter((row) => !used.includes(row))
        return unread.map((row) => `${file}: nobody reads ${table}['${row}']`)
      }),
    )
}

/** Rows of message tables that nothing says. */
export const unusedRows = () => {
  const files = FILES.filter((file) => !isTest(file)).map((file) => [file, undefined])
  return [...new Set([...unusedIn(files), ...unreadIn(files)])]
}

export const examples = () => {
  const table = ['messages/a.ts', "export const ALL = { one: '1', 'two-words': '2', three: '3' }"]
  const found = unusedIn([table, ['b.ts', "say(ALL.one, ALL['two-words'])"]])
  const elsewhere = ['c.ts', "const one = ['three']\nsay(ALL.one, ALL['two-words'])"]
  const unread = unreadIn([table, elsewhere])
  const anyRow = unreadIn([table, ['d.ts', 'say(ALL[code])']])
  return [found.length === 1, found[0]?.includes('three'), unread.length === 1, anyRow.length === 0]
}
