import { parseArn, isAccountId } from '../iam/arn'
import type { JsonNode } from '../text/json-node'
import { textMember, type JsonObject } from '../text/json-tree'
import type { HclBlock } from '../text/parse-hcl'
import { listNode, objectNode, textNode } from './tree-parts'

/** The arguments of a permission, by their names in small letters without dashes and underscores. */
type Arguments = ReadonlyMap<string, JsonNode>

const argumentName = (name: string): string => name.replaceAll(/[_-]/g, '').toLowerCase()

/**
 * The arguments of a permission as Terraform, CloudFormation, the CDK, Pulumi and the command line write them; null where
 * these are those of something else.
 */
export function permissionArguments(body: JsonNode | undefined): Arguments | null {
  if (body?.kind !== 'object') return null
  const found = new Map(body.members.map(({ key, value }) => [argumentName(key), value]))
  return found.has('principal') ? found : null
}

/** The conditions that the arguments of a permission become. */
const CONDITIONS: readonly (readonly [argument: string, operator: string, key: string])[] = [
  ['sourcearn', 'ArnLike', 'AWS:SourceArn'],
  ['sourceaccount', 'StringEquals', 'AWS:SourceAccount'],
  ['principalorgid', 'StringEquals', 'aws:PrincipalOrgID'],
  ['organizationid', 'StringEquals', 'aws:PrincipalOrgID'],
  ['functionurlauthtype', 'StringEquals', 'lambda:FunctionUrlAuthType'],
  ['eventsourcetoken', 'StringEquals', 'lambda:EventSourceToken'],
]

function principalOf(node: JsonNode | undefined): JsonNode | undefined {
  if (node?.kind !== 'string' || node.value === '*') return node
  const { value: text, span } = node
  const kind = text.includes('.amazonaws.com') || /\.(?:com|aws)$/.test(text) ? 'Service' : 'AWS'
  return objectNode([[kind, isAccountId(text) ? textNode(`arn:aws:iam::${text}:root`, span) : node]], span)
}

/** What a reference of a template leads to: `{"Ref": "Api"}` and `{"Fn::GetAtt": ["Api", "Arn"]}`. */
const referred = (node: JsonNode): string => textMember(node, 'Ref') ?? ''

/** A text, or a reference in its place; empty where it is neither. */
const textOf = (node: JsonNode | undefined): string => {
  if (node === undefined) return ''
  const name = node.kind === 'string' ? node.value : referred(node)
  return node.kind === 'string' || name === '' ? name : `\${${name}}`
}

/** The ARN of the function, which the argument gives by name, by ARN or by reference; with the version or alias it is for. */
function functionOf(node: JsonNode | undefined, qualifier: JsonNode | undefined): JsonNode | undefined {
  if (node === undefined) return undefined
  const name = textOf(node)
  if (name === '') return node
  const of = textOf(qualifier)
  const whole = of === '' || name.endsWith(`:${of}`) ? name : `${name}:${of}`
  if (parseArn(name) !== null || name.startsWith('${')) return textNode(whole, node.span)
  return textNode(`arn:aws:lambda:\${region}:\${account}:function:${whole}`, node.span)
}

/** The statement that a permission adds to the policy of its function. */
export function statementOfPermission(found: Arguments, span: JsonNode['span'], sid = ''): JsonObject {
  const tests = CONDITIONS.flatMap(([argument, operator, key]) => {
    const value = found.get(argument)
    return value === undefined ? [] : [{ operator, key, value }]
  })
  const operators = [...new Set(tests.map(({ operator }) => operator))].map((operator): readonly [string, JsonNode] => [
    operator,
    objectNode(
      tests.filter((test) => test.operator === operator).map(({ key, value }) => [key, value] as const),
      span,
    ),
  ])
  const name = found.get('statementid') ?? (sid === '' ? undefined : textNode(sid.replaceAll(/\W/g, ''), span))
  const elements: readonly (readonly [string, JsonNode | undefined])[] = [
    ['Sid', name],
    ['Effect', textNode('Allow', span)],
    ['Principal', principalOf(found.get('principal'))],
    ['Action', found.get('action') ?? textNode('lambda:InvokeFunction', span)],
    ['Resource', functionOf(found.get('functionname') ?? found.get('function'), found.get('qualifier'))],
    ['Condition', operators.length === 0 ? undefined : objectNode(operators, span)],
  ]
  return objectNode(
    elements.flatMap(([key, value]) => (value === undefined ? [] : [[key, value] as const])),
    span,
  )
}

/** A policy of these statements. */
export const documentOf = (statements: readonly JsonNode[], span: JsonNode['span']): JsonObject =>
  objectNode(
    [
      ['Version', textNode('2012-10-17', span)],
      ['Statement', listNode(statements, span)],
    ],
    span,
  )

/** The type of a permission in CloudFormation, and what holds the policy that it becomes. */
const PERMISSION_TYPE = 'AWS::Lambda::Permission'

/** Permissions as a resource that holds the policy of their function. */
const asResource = (statements: readonly JsonNode[], span: JsonNode['span']): JsonObject =>
  objectNode(
    [
      ['Type', textNode(PERMISSION_TYPE, span)],
      ['Policy', documentOf(statements, span)],
    ],
    span,
  )

/** Calls and constructs that make a permission: of the CDK, Pulumi and the SDKs. */
const MAKES_PERMISSION =
  /(?:^|\.)(?:CfnPermission|Permission|addPermission|add_permission|AddPermission|AddPermissionCommand)$/

/** The permission that a call makes. `on`: what it is called on, where that is the function. */
export function permissionOfCall(name: string, args: readonly JsonNode[], node: JsonNode): JsonObject | null {
  if (!MAKES_PERMISSION.test(name)) return null
  const [found] = args.flatMap((each) => permissionArguments(each) ?? [])
  if (found === undefined) return null
  const on = /^(?:this\.|self\.)?([\w.]{1,80})\.(?:addPermission|add_permission|AddPermission)$/.exec(name)?.[1]
  const isNamed = found.has('functionname') || found.has('function')
  const whole =
    isNamed || on === undefined
      ? found
      : new Map([...found, ['function', textNode(`\${${on}.functionArn}`, node.span)]])
  return asResource([statementOfPermission(whole, node.span)], node.span)
}

/** A permission of a template as one that holds the policy of its function; null for any other resource. */
export function permissionOfTemplate(node: JsonObject): JsonObject | null {
  if (textMember(node, 'Type') !== PERMISSION_TYPE) return null
  const found = permissionArguments(node.members.find(({ key }) => key === 'Properties')?.value)
  return found === null ? null : asResource([statementOfPermission(found, node.span)], node.span)
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
    const statements = permissions.map(({ body, labels: of, span: at }) =>
      statementOfPermission(permissionArguments(body) ?? new Map(), at, of[1]),
    )
    return { type, labels, span, body: objectNode([['policy', documentOf(statements, span)]], span) }
  })
}
