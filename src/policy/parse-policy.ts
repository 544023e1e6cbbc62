import { POLICY_TYPES, type PolicyType } from '../iam/policy-types'
import type { JsonNode } from '../text/json-node'
import { nodeFromValue } from '../text/json-value'
import { parseJson } from '../text/parse-json'
import type { Policy, Statement } from './policy'
import { kindInWords, PolicyProblems } from './policy-problems'
import { parseStatement } from './parse-statement'

/**
 * Reads a policy: JSON text, which keeps its places, or a JSON value. Nothing is thrown; what AWS would not accept
 * makes the policy invalid and is named in `problems`.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_grammar.html
 */
export function parsePolicy(document: unknown, type: PolicyType = 'identity'): Policy {
  const reading = typeof document === 'string' ? parseJson(document) : nodeFromValue(document)
  const { root } = reading
  if (root === null) return { version: null, statements: [], problems: reading.problems, valid: false, root }
  const problems = new PolicyProblems()
  if (reading.problems.length > 0) {
    problems.valid = false
    problems.list.push(...reading.problems)
  }
  if (root.kind !== 'object') {
    problems.fatal('policy-not-object', root.span, { found: kindInWords(root) })
    return { version: null, statements: [], problems: problems.list, valid: false, root }
  }
  let version: Policy['version'] = null
  let statementNode: JsonNode | null = null
  for (const { key, keySpan, value } of root.members) {
    if (key === 'Statement') statementNode = value
    else if (key === 'Version') version = readVersion(value, problems)
    else if (key !== 'Id') problems.fatal('policy-unknown-element', keySpan, { key })
  }
  if (statementNode === null) problems.fatal('policy-without-statement', root.span)
  const statements = statementNode === null ? [] : readStatements(statementNode, type, problems)
  if (version !== '2012-10-17' && hasVariables(statements)) problems.warn('policy-version-old', root.span)
  return { version, statements, problems: problems.list, valid: problems.valid, root }
}

function readVersion(node: JsonNode, problems: PolicyProblems): Policy['version'] {
  if (node.kind === 'string' && (node.value === '2012-10-17' || node.value === '2008-10-17')) return node.value
  problems.fatal('policy-invalid-version', node.span, {
    found: node.kind === 'string' ? node.value : kindInWords(node),
  })
  return null
}

/** A single statement may stand without its list. */
function readStatements(node: JsonNode, type: PolicyType, problems: PolicyProblems): Statement[] {
  const rules = POLICY_TYPES[type]
  const statements: Statement[] = []
  const nodes = node.kind === 'array' ? node.items : [node]
  for (let i = 0; i < nodes.length; i++) {
    const statement = parseStatement(nodes[i] as JsonNode, i, rules, problems)
    if (statement !== null) statements.push(statement)
  }
  warnOfDuplicateSids(statements, problems)
  return statements
}

function warnOfDuplicateSids(statements: readonly Statement[], problems: PolicyProblems): void {
  const seen = new Set<string>()
  for (const { sid, span } of statements) {
    if (sid === null || sid === '') continue
    if (seen.has(sid)) problems.warn('statement-duplicate-sid', span, { sid })
    seen.add(sid)
  }
}

const hasVariables = (statements: readonly Statement[]): boolean =>
  statements.some(
    ({ resource, conditions }) =>
      resource?.values.some(({ text }) => text.includes('${')) === true ||
      conditions.some(({ values }) => values.some(({ text }) => text.includes('${'))),
  )
