import { parseArn } from '../iam/arn'
import type { JsonNode } from '../text/json-node'
import { member, textMember, type JsonObject } from '../text/json-tree'
import type { HclBlock } from '../text/parse-hcl'
import { listNode, objectNode, textNode } from './tree-parts'

/** The conditions that the arguments of a permission become. */
const CONDITIONS: readonly (readonly [argument: string, operator: string, key: string])[] = [
  ['source_arn', 'ArnLike', 'AWS:SourceArn'],
  ['source_account', 'StringEquals', 'AWS:SourceAccount'],
  ['principal_org_id', 'StringEquals', 'aws:PrincipalOrgID'],
  ['function_url_auth_type', 'StringEquals', 'lambda:FunctionUrlAuthType'],
  ['event_source_token', 'StringEquals', 'lambda:EventSourceToken'],
]

function principalOf(body: JsonObject): JsonNode | undefined {
  const node = member(body, 'principal')
  const text = textMember(body, 'principal')
  if (node === undefined || text === null) return node
  if (text === '*') return node
  const kind = text.includes('.amazonaws.com') || /\.(?:com|aws)$/.test(text) ? 'Service' : 'AWS'
  const value = /^\d{12}$/.test(text) ? textNode(`arn:aws:iam::${text}:root`, node.span) : node
  return objectNode([[kind, value]], node.span)
}

/** The ARN of the function, which the argument gives by name, by ARN or by reference. */
function functionOf(body: JsonObject): JsonNode | undefined {
  const node = member(body, 'function_name')
  const text = textMember(body, 'function_name')
  if (node === undefined || text === null || parseArn(text) !== null || text.startsWith('${')) return node
  return textNode(`arn:aws:lambda:\${region}:\${account}:function:${text}`, node.span)
}

function statementOf({ body, labels, span }: HclBlock): JsonNode {
  const tests = CONDITIONS.flatMap(([argument, operator, key]) => {
    const value = member(body, argument)
    return value === undefined ? [] : [{ operator, key, value }]
  })
  const operators = [...new Set(tests.map(({ operator }) => operator))].map((operator): readonly [string, JsonNode] => [
    operator,
    objectNode(
      tests.filter((test) => test.operator === operator).map(({ key, value }) => [key, value] as const),
      span,
    ),
  ])
  const elements: readonly (readonly [string, JsonNode | undefined])[] = [
    ['Sid', member(body, 'statement_id') ?? textNode((labels[1] ?? '').replace(/\W/g, ''), span)],
    ['Effect', textNode('Allow', span)],
    ['Principal', principalOf(body)],
    ['Action', member(body, 'action')],
    ['Resource', functionOf(body)],
    ['Condition', operators.length === 0 ? undefined : objectNode(operators, span)],
  ]
  return objectNode(
    elements.flatMap(([key, value]) => (value === undefined ? [] : [[key, value] as const])),
    span,
  )
}

/**
 * The resource policy that permissions of Terraform make, one for each function, as the attribute of a resource that has it.
 * https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/lambda_permission
 */
export function policiesOfPermissions(blocks: readonly HclBlock[]): readonly HclBlock[] {
  const byFunction = new Map<string, HclBlock[]>()
  for (const block of blocks) {
    if (block.type !== 'resource' || block.labels[0] !== 'aws_lambda_permission') continue
    const of = textMember(block.body, 'function_name') ?? ''
    byFunction.set(of, [...(byFunction.get(of) ?? []), block])
  }
  return [...byFunction.values()].map((permissions): HclBlock => {
    const [{ labels, span, type }] = permissions as [HclBlock, ...HclBlock[]]
    const statements = permissions.map(statementOf)
    const document = objectNode(
      [
        ['Version', textNode('2012-10-17', span)],
        ['Statement', listNode(statements, span)],
      ],
      span,
    )
    return { type, labels, span, body: objectNode([['policy', document]], span) }
  })
}
