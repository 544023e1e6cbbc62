import ts from 'typescript'
import { FILES, isMessages, isTable, isTest, treeOf } from './source-files.mjs'

/** A sentence as people read it: a capital, four words or more, a mark at its end. */
function isSentence(text) {
  const plain = text.replace(/\s+/g, ' ').trim()
  const words = plain.split(' ')
  const isProse = words.filter((word) => /^[a-z’',.“”-]+$/i.test(word)).length >= 3
  return words.length >= 4 && isProse && /^[A-Z“"]/.test(plain) && /[a-z]{2}/.test(plain) && /[.?!:…]$/.test(plain)
}

/** The text of a literal, with a letter for each gap; null of any other node. */
function textOf(node) {
  if (ts.isStringLiteral(node) || ts.isNoSubstitutionTemplateLiteral(node)) return node.text
  if (ts.isTemplateExpression(node))
    return node.head.text + node.templateSpans.map(({ literal }) => `x${literal.text}`).join('')
  return ts.isJsxText(node) ? node.text : null
}

/** Is it a table by its rows? One text by itself is none, however its name is written. */
const hasRows = ({ declarationList }) =>
  declarationList.declarations.every(({ initializer }) => {
    let value = initializer
    while (value && (ts.isAsExpression(value) || ts.isSatisfiesExpression(value))) value = value.expression
    return value !== undefined && textOf(value) === null && !ts.isParenthesizedExpression(value)
  })

/** Errors that a person never reads, for whoever develops the app. */
const isForDevelopers = (node) => ts.isNewExpression(node) && /Error$/.test(node.expression.getText())

function sentencesIn(file, text) {
  const tree = treeOf(file, text)
  const found = []
  const visit = (node) => {
    if ((isTable(node) && hasRows(node)) || isForDevelopers(node)) return
    const said = textOf(node)
    if (said !== null && isSentence(said))
      found.push(
        `${file}:${tree.getLineAndCharacterOfPosition(node.getStart()).line + 1}: “${said.replace(/\s+/g, ' ').trim().slice(0, 60)}” stands outside of a message table`,
      )
    else ts.forEachChild(node, visit)
  }
  visit(tree)
  return found
}

/** Rooms whose files are texts themselves. */
const TEXTS = /^(?:lessons|testing)\//

/** Sentences that people read and that stand in logic. */
export const sentencesInLogic = () =>
  FILES.filter((file) => !isTest(file) && !isMessages(file) && !TEXTS.test(file)).flatMap((file) => sentencesIn(file))

export const examples = () => [
  sentencesIn('a.tsx', 'export const a = () => <p>This is a sentence.</p>').length === 1,
  sentencesIn('a.ts', 'export const a = (n: number) => `This has ${n} gaps.`').length === 1,
  sentencesIn('a.ts', "export const ALL = { a: 'This is a sentence.' }").length === 0,
  sentencesIn('a.ts', "const REFUSED = 'This is a sentence.'").length === 1,
  sentencesIn('a.ts', "throw new Error('This is no row of a table.')").length === 0,
]
