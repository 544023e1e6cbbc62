import { analyse } from 'scslre'
import ts from 'typescript'
import { FILES, isTest, treeOf } from './source-files.mjs'

// A linter of expressions takes a repeat with an end for harmless. Within a repeat it is not: in `(?:\w{1,20}_)*` each text of
// signs that both take is cut in more ways than anybody can wait for. So such repeats are looked at as if they had no end.
const FEW = 4
const withoutEnds = (source) =>
  source.replace(/\{(\d{1,5}),(\d{1,5})\}/g, (all, least, most) =>
    Number(most) < FEW ? all : least === '0' ? '*' : '+',
  )

/** The text of an expression: a literal's, or what is made of a template, where one sign stands for each part that is put in. */
function expressionOf(node) {
  if (ts.isRegularExpressionLiteral(node)) return node.text
  const isMade = (ts.isNewExpression(node) || ts.isCallExpression(node)) && node.expression.getText() === 'RegExp'
  const [made, flags] = isMade ? (node.arguments ?? []) : []
  if (made === undefined || !ts.isTaggedTemplateExpression(made)) return null
  const { template } = made
  const parts = ts.isTemplateExpression(template)
    ? [template.head.rawText, ...template.templateSpans.map(({ literal }) => literal.rawText)]
    : [template.rawText]
  return `/${parts.join('(?:0)')}/${flags && ts.isStringLiteral(flags) ? flags.text : ''}`
}

const SELF_ONLY = { reportTypes: { Move: false, Trade: true, Self: true } }

function isExponential(literal) {
  const [, source = '', flags = ''] = /^\/(.*)\/([a-z]*)$/s.exec(literal) ?? []
  return analyse({ source: withoutEnds(source), flags }, SELF_ONLY).reports.some(({ exponential }) => exponential)
}

function slowIn(file, text) {
  const found = []
  const tree = treeOf(file, text)
  const walk = (node) => {
    const expression = expressionOf(node)
    if (expression !== null && isExponential(expression))
      found.push(
        `${file}:${tree.getLineAndCharacterOfPosition(node.getStart()).line + 1}: ${expression.slice(0, 120)} can be cut in too many ways: let no sign belong to a repeat and to what parts it`,
      )
    ts.forEachChild(node, walk)
  }
  walk(tree)
  return found
}

/** Expressions that a pasted text could keep busy for ever. */
export const backtracking = () => FILES.filter((file) => !isTest(file)).flatMap((file) => slowIn(file))

/** What the rule must find, and what it must leave alone. */
export const examples = () => [
  slowIn('a.ts', 'export const a = /\\b(?:\\w{1,20}[-_])*kms/').length === 1,
  slowIn('a.ts', 'export const a = /\\b(?:\\w{1,20}\\s)*kms/').length === 0,
  slowIn('a.ts', 'export const a = /(?:a{0,2}b)*c/').length === 0,
  slowIn('a.ts', "export const a = new RegExp(String.raw`\\b(?:\\w{1,20}[-_])*${KEY}`, 'g')").length === 1,
  slowIn('a.ts', "export const a = new RegExp(String.raw`\\b${LABEL}(${KEY})`, 'g')").length === 0,
]
