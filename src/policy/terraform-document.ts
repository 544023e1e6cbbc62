import type { JsonNode } from '../text/json-node'
import { nodeFromValue } from '../text/json-value'
import type { HclBlock } from '../text/parse-hcl'
import { member, stringsOf, textMember } from './json-tree'

type Plain = string | readonly Plain[] | { readonly [key: string]: Plain }

/** Arguments of a statement that become an element as they are. */
const LISTS: readonly (readonly [argument: string, element: string])[] = [
  ['actions', 'Action'],
  ['not_actions', 'NotAction'],
  ['resources', 'Resource'],
  ['not_resources', 'NotResource'],
]

const PRINCIPALS: readonly (readonly [block: string, element: string])[] = [
  ['principals', 'Principal'],
  ['not_principals', 'NotPrincipal'],
]

/** This data source writes policy variables as `&{…}`, since `${…}` is Terraform's own. */
const policyVariables = (text: string): string => text.replaceAll('&{', '${')

const textsOf = (node: JsonNode | undefined): readonly string[] => stringsOf(node).map(policyVariables)

const oneOrMany = (values: readonly string[]): Plain => (values.length === 1 ? values[0]! : values)

/** Every block of one type in a body. */
const blocksIn = (body: JsonNode, type: string): readonly JsonNode[] =>
  body.kind === 'object' ? body.members.flatMap(({ key, value }) => (key === type ? [value] : [])) : []

function principalOf(blocks: readonly JsonNode[]): Plain | null {
  const byType: Record<string, readonly string[]> = {}
  for (const block of blocks) {
    const type = textMember(block, 'type') ?? ''
    byType[type] = [...(byType[type] ?? []), ...textsOf(member(block, 'identifiers'))]
  }
  if (byType['*'] !== undefined) return '*'
  const entries = Object.entries(byType).map(([type, names]) => [type, oneOrMany(names)] as const)
  return entries.length === 0 ? null : Object.fromEntries(entries)
}

function conditionOf(blocks: readonly JsonNode[]): Plain | null {
  const condition: Record<string, Record<string, readonly string[]>> = {}
  for (const block of blocks) {
    const test = textMember(block, 'test') ?? ''
    const key = textMember(block, 'variable') ?? ''
    const keys = (condition[test] ??= {})
    keys[key] = [...(keys[key] ?? []), ...textsOf(member(block, 'values'))]
  }
  return blocks.length === 0 ? null : condition
}

function statementOf(block: JsonNode): Plain {
  const sid = textMember(block, 'sid')
  const statement: Record<string, Plain> = {
    ...(sid ? { Sid: sid } : {}),
    Effect: textMember(block, 'effect') ?? 'Allow',
  }
  for (const [name, element] of PRINCIPALS) {
    const principal = principalOf(blocksIn(block, name))
    if (principal !== null) statement[element] = principal
  }
  for (const [argument, element] of LISTS) {
    const values = textsOf(member(block, argument))
    if (values.length > 0) statement[element] = oneOrMany(values)
  }
  const condition = conditionOf(blocksIn(block, 'condition'))
  return condition === null ? statement : { ...statement, Condition: condition }
}

/** Arguments that take statements from elsewhere, so that the document here is not the whole of it. */
const FROM_ELSEWHERE: ReadonlySet<string> = new Set([
  'source_policy_documents',
  'override_policy_documents',
  'source_json',
  'override_json',
  'dynamic statement',
])

const holdsDynamic = (node: JsonNode): boolean =>
  node.kind === 'object' && node.members.some(({ key, value }) => key.startsWith('dynamic ') || holdsDynamic(value))

/** Is part of the document made elsewhere, or only when it is planned? */
export function isPartial({ body }: HclBlock): boolean {
  return body.members.some(({ key }) => FROM_ELSEWHERE.has(key)) || holdsDynamic(body)
}

/**
 * The document that a data source `aws_iam_policy_document` makes.
 * https://registry.terraform.io/providers/hashicorp/aws/latest/docs/data-sources/iam_policy_document
 */
export function documentOfDataSource({ body, span }: HclBlock): JsonNode {
  const id = textMember(body, 'policy_id')
  const document: Plain = {
    Version: textMember(body, 'version') ?? '2012-10-17',
    ...(id === null ? {} : { Id: id }),
    Statement: blocksIn(body, 'statement').map(statementOf),
  }
  const { root } = nodeFromValue(document)
  return root?.kind === 'object' ? { ...root, span } : { kind: 'object', members: [], span }
}
