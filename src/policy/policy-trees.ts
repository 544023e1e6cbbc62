import { findJson } from '../text/find-json'
import type { JsonMember, JsonNode } from '../text/json-node'
import type { JsonReading } from '../text/json-value'
import { parseJson } from '../text/parse-json'
import { shiftNode } from '../text/shift-node'
import { readLoose, type LooseRoot } from '../text/loose/read-loose'
import { LEFT_OUT, type LooseHints } from '../text/loose/values'
import { importedTablesIn, isGrantMethod, statementOfGrant } from './cdk-grants'
import { completeStatement, DOCUMENT_KEYS, STATEMENT_KEYS, unknownStatement } from './complete-statement'
import { listOf, member, textMember, type JsonObject } from '../text/json-tree'
import {
  isProperties,
  statementOfProperties,
  trustStatements,
  permissionValues,
  granteeOf,
  type FormSource,
} from './statement-forms'
import { permissionOfCall, permissionOfTemplate } from './permissions'
import { callIn, listNode, objectNode, textNode } from './tree-parts'

/** What policies have without braces or quotes: elements; an action, an ARN, a wildcard, a version, an effect. */
const HINTS: LooseHints = {
  isMember: (key) => STATEMENT_KEYS.has(key) || DOCUMENT_KEYS.has(key),
  isValue: (text) => /^(?:\*|Allow|Deny|\d{4}-\d{2}-\d{2}|arn:[^\s"'(){}]+|[a-z][a-z\d-]*:[\w*?]+)$/i.test(text),
}

/** Calls that only write their argument in another form. */
const WRITERS =
  /(?:^|\.)(?:jsonencode|dumps|stringify|jsonStringify|json_stringify|fromJson|from_json|toJsonString|getPolicyDocument(?:Output)?|get_policy_document(?:_output)?|apply)$/

/** An action as statements name it. */
const ACTION = /^(?:\*|[a-z][a-z\d-]*:[\w*?]+)$/i

/** Are these the elements of a statement, as far as they are there? */
function isStatementPart(node: JsonObject): boolean {
  if (node.members.length === 0 || !node.members.every(({ key }) => STATEMENT_KEYS.has(key))) return false
  const effect = textMember(node, 'Effect')
  const actions = listOf(member(node, 'Action') ?? member(node, 'NotAction'))
  const hasActions = actions.some((each) => each.kind === 'string' && ACTION.test(each.value))
  if (effect === 'Allow' || effect === 'Deny') return true
  if (hasActions) return node.members.length > 1
  return isCondition(member(node, 'Condition'))
}

/** Are these the properties of a statement, as modules of Terraform and programs take them: with actions that IAM knows? */
function isOfModule(node: JsonObject): boolean {
  const names = new Set(node.members.map(({ key }) => key))
  const one = member(node, 'action')
  const actions = listOf(one ?? member(node, 'actions') ?? member(node, 'not_actions') ?? member(node, 'notActions'))
  const isOfIam = actions.some((each) => each.kind === 'string' && /^[a-z][a-z\d-]*:[\w*?]+$/i.test(each.value))
  const effect = textMember(node, 'effect')
  const hasEffect = effect === 'Allow' || effect === 'Deny'
  // An action and a resource in the singular stand in logs and events too.
  const isSure = one === undefined ? hasEffect || names.has('resources') : hasEffect && names.has('resource')
  return isOfIam && isProperties(node) && isSure
}

/** An operator with a key that has a colon: what nothing but a policy writes. */
const isCondition = (node: JsonNode | undefined): boolean =>
  node?.kind === 'object' &&
  node.members.length > 0 &&
  node.members.every(
    ({ key, value }) =>
      /^(?:For(?:All|Any)Values?:)?[A-Z]\w+$/.test(key) &&
      value.kind === 'object' &&
      value.members.some((entry) => entry.key.includes(':')),
  )

class Forms {
  private importedTables: ReadonlySet<string> | null = null

  constructor(private readonly source: FormSource) {}

  /** A tree with every statement in the form of a policy, whatever it was written as. */
  read(node: JsonNode): JsonNode {
    const call = callIn(node)
    if (call !== null) return this.call(node, call.name, call.args)
    if (node.kind === 'array') return this.list(node)
    if (node.kind !== 'object') return node
    const permission = permissionOfTemplate(node)
    if (permission !== null) return permission
    if (isStatementPart(node)) return this.statement(node)
    if (isOfModule(node)) return this.properties(node)
    const hasBlocks = node.members.some(({ key, value }) => key === 'statement' && callIn(value) === null)
    if (hasBlocks) return this.dataSource(node)
    return this.members(node)
  }

  private members(node: JsonObject): JsonNode {
    let isChanged = false
    const members = node.members.map((each): JsonMember => {
      const value = this.member(each)
      isChanged ||= value !== each.value
      return value === each.value ? each : { ...each, value }
    })
    return isChanged ? { ...node, members } : node
  }

  private member({ key, value }: JsonMember): JsonNode {
    if (key === 'Statement' && (value.kind === 'array' || value.kind === 'object')) return this.statements(value)
    if (key === 'statements') return this.statements(value)
    return this.read(value)
  }

  /** The list under Statement: what is no statement there is one of which nothing is known. */
  private statements(node: JsonNode): JsonNode {
    const items = listOf(node)
    const read = items.map((item) => {
      if (item.kind === 'string' && item.value.endsWith(LEFT_OUT)) return unknownStatement(item)
      if (item.kind !== 'object') return item
      if (isProperties(item)) return this.properties(item)
      return callIn(item) === null ? this.statement(item) : this.read(item)
    })
    const isSame = read.every((each, index) => each === items[index])
    return isSame ? node : node.kind === 'array' ? { ...node, items: read } : read[0]!
  }

  private statement(node: JsonObject): JsonObject {
    const complete = completeStatement(node, this.source.cut)
    return JSON.stringify(complete) === JSON.stringify(node) ? node : complete
  }

  private properties(node: JsonObject): JsonObject {
    const statement = statementOfProperties(node, this.source)
    return completeStatement(statement, this.source.cut.has(node) ? new Set([statement]) : new Set())
  }

  private list(node: Extract<JsonNode, { kind: 'array' }>): JsonNode {
    const items = node.items.map((item) => this.read(item))
    return items.every((item, index) => item === node.items[index]) ? node : { ...node, items }
  }

  /** Statements as blocks, with what else stands in the body. */
  private dataSource(node: JsonObject): JsonNode {
    const blocks = node.members.filter(({ key }) => key === 'statement')
    const statements = blocks.flatMap(({ value }) =>
      listOf(value).map((each) => {
        if (each.kind !== 'object') return unknownStatement(each)
        if (isProperties(each)) return this.properties(each)
        // A variable of a program can have the block's name.
        return isStatementPart(each) ? this.statement(each) : unknownStatement(each)
      }),
    )
    if (node.members.length === blocks.length && statements.length === 1) return statements[0]!
    return objectNode(
      [
        ['Version', textNode(textMember(node, 'version') ?? '2012-10-17', node.span)],
        ['Statement', listNode(statements, node.span)],
      ],
      node.span,
    )
  }

  private call(node: JsonNode, name: string, args: readonly JsonNode[]): JsonNode {
    const [first] = args
    if (/(?:^|\.)(?:New)?PolicyStatement$/.test(name)) {
      const properties = args.findLast((each) => each.kind === 'object')
      return properties && isProperties(properties) ? this.properties(properties) : unknownStatement(node)
    }
    if (WRITERS.test(name) && first) return this.read(args.find(({ kind }) => kind === 'object') ?? first)
    if (/(?:^|\.)PolicyDocument$/.test(name)) {
      const statements = args.flatMap((each) => listOf(member(each, 'statements')))
      const list = this.statements(listNode(statements, node.span))
      if (statements.length > 0)
        return objectNode(
          [
            ['Version', textNode('2012-10-17', node.span)],
            ['Statement', list],
          ],
          node.span,
        )
    }
    const assumedBy = /(?:^|\.)Role$/.test(name) ? assumerIn(args) : undefined
    if (assumedBy) {
      const trust = objectNode(
        [
          ['Version', textNode('2012-10-17', node.span)],
          ['Statement', listNode(trustStatements(assumedBy, this.source), node.span)],
        ],
        node.span,
      )
      return listNode([trust, ...args.map((each) => this.read(each))], node.span)
    }
    const permission = permissionOfCall(
      name,
      args.map((each) => permissionValues(each, this.source)),
      node,
    )
    if (permission !== null) return permission
    const method = name.slice(name.lastIndexOf('.') + 1)
    if (name.includes('.') && isGrantMethod(method))
      return statementOfGrant(
        name.slice(0, name.lastIndexOf('.')),
        method,
        node,
        granteeOf(args, this.source),
        (this.importedTables ??= importedTablesIn(this.source.text)),
      )
    return this.list({ kind: 'array', items: args, span: node.span })
  }
}

/** By whom a role of the CDK is assumed. */
const assumerIn = (args: readonly JsonNode[]): JsonNode | undefined =>
  args.map((each) => member(each, 'assumedBy') ?? member(each, 'assumed_by')).find((found) => found !== undefined)

/** Members without braces are taken for a policy's only where they are written as data: JSON's, or a configuration's. */
function isWritten(text: string, { node, braced }: LooseRoot): boolean {
  if (braced || node.kind !== 'object') return true
  return node.members.every(({ keySpan }) => /^["'“”‘’„]/.test(text.slice(keySpan[0])) || isAssigned(text, keySpan[1]))
}

const isAssigned = (text: string, at: number): boolean => /^[ \t]{0,80}=/.test(text.slice(at, at + 90))

const isLooseStatement = (node: JsonNode): boolean =>
  node.kind === 'object' && node.members.length > 0 && node.members.every(({ key }) => STATEMENT_KEYS.has(key))

/** A document with a key that stands twice is JSON all the same; AWS does not take it, and the policy checks say so. */
export const isWholeJson = ({ root, problems }: JsonReading): boolean =>
  root !== null && problems.every(({ code }) => code === 'json-duplicate-key')

/** The whole JSON values of a text, by where they start. */
function wholeJson(text: string): ReadonlyMap<number, JsonNode> {
  return new Map(
    findJson(text).flatMap(({ complete, span: [start, end] }) => {
      const reading = complete ? parseJson(text.slice(start, end)) : null
      return reading && isWholeJson(reading) ? [[start, shiftNode(reading.root!, start)] as const] : []
    }),
  )
}

/** A tree that was read from YAML, with every statement in the form of a policy. */
export const policyForm = (node: JsonNode): JsonNode => new Forms({ text: '', cut: new Set() }).read(node)

/**
 * The trees of a text that may hold policies, each statement in the form of a policy: fragments, broken JSON, and the
 * code of programs and configurations. Statements that follow each other are one list. Never throws.
 */
export function policyTrees(text: string): readonly JsonNode[] {
  const json = wholeJson(text)
  const { roots, cut } = readLoose(text, HINTS, json)
  const forms = new Forms({ text, cut })
  const trees: JsonNode[] = []
  let run: JsonNode[] = []
  const close = () => {
    if (run.length === 1) trees.push(run[0]!)
    else if (run.length > 1) trees.push(listNode(run, [run[0]!.span[0], run.at(-1)!.span[1]]))
    run = []
  }
  for (const root of roots) {
    const node = isWritten(text, root) ? forms.read(root.node) : null
    const isPart = node !== null && isLooseStatement(node)
    if (!isPart || !root.joined) close()
    if (isPart) run.push(node)
    else if (node !== null) trees.push(node)
  }
  close()
  return [...trees, ...missed(text, json, trees).map((node) => forms.read(node))]
}

/** How a string of a program or a configuration begins. */
const QUOTED = /^(?:[a-z]{0,2}["'`“”„″‘’]|<<)/i

/** Whole JSON values that were taken for parts of an expression. */
function missed(text: string, json: ReadonlyMap<number, JsonNode>, trees: readonly JsonNode[]): readonly JsonNode[] {
  const seen = new Set<number>()
  const see = (node: JsonNode): void => {
    seen.add(node.span[0])
    const written = node.kind === 'string' ? text.slice(...node.span) : ''
    if (QUOTED.test(written)) seen.add(node.span[0] + written.search(/[{[]/))
    if (node.kind !== 'object' && node.kind !== 'array') return
    if (node.kind === 'array') node.items.forEach(see)
    else for (const { value } of node.members) see(value)
  }
  trees.forEach(see)
  return [...json].flatMap(([start, node]) => (seen.has(start) ? [] : [node]))
}
