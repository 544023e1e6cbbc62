import type { JsonNode } from '../text/json-node'
import { NODE_READER, VALUE_READER, type JsonReader } from '../text/json-reader'
import { parseJson } from '../text/parse-json'
import { MAX_JSON_VALUES } from '../text/json-limits'
import { parseStatement } from './parse-statement'
import type { PolicyProblem } from './policy-messages'
import type { Policy, Statement } from './policy'
import { kindInWords, PolicyProblems } from './policy-problems'
import { LAYERS, type Layer } from '../iam/layers'
import { append } from '../text/append'

/**
 * Reads a policy: JSON text, which keeps its places, or a JSON value. Nothing is thrown; what AWS would not accept
 * makes the policy invalid and is named in `problems`. `mark` puts marks in place of the holes that a text holds; a hole
 * may also stand for an effect, for all conditions, or for a whole statement.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_grammar.html
 */
export function parsePolicy(document: unknown, type: Layer = 'identity', mark: Mark | null = null): Policy {
  const problems = new PolicyProblems()
  if (typeof document !== 'string') return readPolicy(document, null, marking(VALUE_READER, mark), type, problems)
  const reading = parseJson(document)
  if (reading.problems.length > 0) {
    problems.valid = false
    append(problems.list, reading.problems)
  }
  const { root } = reading
  if (root === null) return { version: null, statements: [], problems: problems.list, valid: false, root }
  const policy = readPolicy(root, root, marking(NODE_READER, mark), type, problems)
  return reading.problems.length === 0 ? policy : withBroken(policy, reading.problems)
}

/** Statements in which the JSON is at fault, by where they stand. */
function withBroken(policy: Policy, problems: readonly PolicyProblem[]): Policy {
  const places = problems.flatMap(({ span }) => (span === null ? [] : [span[0]]))
  const isAtFault = ({ span }: Statement): boolean =>
    span !== null && places.some((at) => at >= span[0] && at <= span[1])
  return {
    ...policy,
    statements: policy.statements.map((one) => (isAtFault(one) ? { ...one, broken: true } : one)),
  }
}

/** Puts marks in place of holes. */
export type Mark = (text: string) => string

const marking = <N>(reader: JsonReader<N>, mark: Mark | null): JsonReader<N> =>
  mark === null
    ? reader
    : {
        ...reader,
        scalar: (node) => mark(reader.scalar(node)),
        fields: (node) => {
          const { keys, values } = reader.fields(node)
          return { keys: keys.map(mark), values }
        },
      }

function readPolicy<N>(
  document: N,
  root: JsonNode | null,
  reader: JsonReader<N>,
  type: Layer,
  problems: PolicyProblems,
): Policy {
  const span = reader.span(document)
  const kind = reader.kind(document)
  if (kind !== 'object') {
    problems.fatal('policy-not-object', span, { found: kindInWords(kind) })
    return { version: null, statements: [], problems: problems.list, valid: false, root }
  }
  let version: Policy['version'] = null
  let hasStatement = false
  let statements: readonly Statement[] = []
  const { keys, values } = reader.fields(document)
  for (let i = 0; i < keys.length; i++) {
    const key = keys[i] as string
    const value = values[i] as N
    if (key === 'Statement') {
      hasStatement = true
      statements = readStatements(value, reader, type, problems)
    } else if (key === 'Version') version = readVersion(value, reader, problems)
    else if (key !== 'Id') problems.fatal('policy-unknown-element', reader.keySpan(document, i), { key })
  }
  if (!hasStatement) problems.fatal('policy-without-statement', span)
  if (version !== '2012-10-17' && hasVariables(statements)) problems.warn('policy-version-old', span)
  return { version, statements, problems: problems.list, valid: problems.valid, root }
}

function readVersion<N>(node: N, reader: JsonReader<N>, problems: PolicyProblems): Policy['version'] {
  const kind = reader.kind(node)
  const text = kind === 'string' ? reader.scalar(node) : kindInWords(kind)
  if (kind === 'string' && (text === '2012-10-17' || text === '2008-10-17')) return text
  // A text without a digit stands for a version that was left out: IAM has stored none such.
  if (kind === 'string' && !/\d/.test(text) && text !== '') {
    problems.warn('policy-invalid-version', reader.span(node), { found: text })
    return '2012-10-17'
  }
  problems.fatal('policy-invalid-version', reader.span(node), { found: text })
  return null
}

/** A single statement may stand without its list. */
function readStatements<N>(
  node: N,
  reader: JsonReader<N>,
  type: Layer,
  problems: PolicyProblems,
): readonly Statement[] {
  const rules = LAYERS[type]
  const statements: Statement[] = []
  const nodes = reader.kind(node) === 'array' ? reader.items(node) : [node]
  if (nodes.length > MAX_JSON_VALUES) problems.fatal('policy-too-large', reader.span(node), { limit: MAX_JSON_VALUES })
  const count = Math.min(nodes.length, MAX_JSON_VALUES)
  for (let i = 0; i < count; i++) {
    const statement = parseStatement(nodes[i] as N, i, reader, rules, problems)
    if (statement !== null) statements.push(statement)
  }
  warnOfDuplicateSids(statements, problems)
  return statements
}

function warnOfDuplicateSids(statements: readonly Statement[], problems: PolicyProblems): void {
  if (statements.length < 2) return
  let seen: Set<string> | null = null
  for (const { sid, span } of statements) {
    if (sid === null || sid === '') continue
    seen ??= new Set<string>()
    if (seen.has(sid)) problems.warn('statement-duplicate-sid', span, { sid })
    else seen.add(sid)
  }
}

const hasVariables = (statements: readonly Statement[]): boolean =>
  statements.some(
    ({ resource, conditions }) =>
      resource?.values.some(({ text }) => text.includes('${')) === true ||
      conditions.some(({ values }) => values.some(({ text }) => text.includes('${'))),
  )
