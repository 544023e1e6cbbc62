import { unread } from '../text/hcl-template'
import { own } from '../text/own'
import type { JsonNode } from '../text/json-node'
import { LEFT_OUT } from '../text/loose/values'
import type { Span } from '../text/span'
import { listOf, member, textMember, type JsonObject } from '../text/json-tree'
import { callIn, listNode, objectNode, textNode } from './tree-parts'

/** What a tree was read from. */
export interface FormSource {
  readonly text: string
  readonly cut: ReadonlySet<JsonNode>
}

/** The properties by which programs and configurations write the elements of a statement. */
const PROPERTIES: Readonly<Record<string, string>> = {
  sid: 'Sid',
  effect: 'Effect',
  action: 'Action',
  actions: 'Action',
  notActions: 'NotAction',
  not_actions: 'NotAction',
  resource: 'Resource',
  resources: 'Resource',
  notResources: 'NotResource',
  not_resources: 'NotResource',
  principals: 'Principal',
  notPrincipals: 'NotPrincipal',
  not_principals: 'NotPrincipal',
  conditions: 'Condition',
  condition: 'Condition',
  // Those of C# and Go.
  Sid: 'Sid',
  Effect: 'Effect',
  Actions: 'Action',
  NotActions: 'NotAction',
  Resources: 'Resource',
  NotResources: 'NotResource',
  Principals: 'Principal',
  NotPrincipals: 'NotPrincipal',
  Conditions: 'Condition',
}

/** Calls that are a list of what they are given, or the one thing. */
const LISTS = /(?:^|\.)(?:of|asList|singletonList|Strings?|jsiiStrings)$/

/** The items of a list, whatever it is written as. */
const itemsOf = (node: JsonNode): readonly JsonNode[] => {
  const call = callIn(node)
  return call !== null && LISTS.test(call.name) ? call.args : listOf(node)
}

/**
 * Principals of the CDK and what they are in a policy; the account of a stack is open.
 * https://docs.aws.amazon.com/cdk/api/v2/docs/aws-cdk-lib.aws_iam-readme.html#using-principals
 */
const CDK_PRINCIPALS: Readonly<Record<string, readonly [key: string, text: (argument: string) => string]>> = {
  ServicePrincipal: ['Service', (name) => name],
  ArnPrincipal: ['AWS', (arn) => arn],
  AccountPrincipal: ['AWS', (account) => `arn:aws:iam::${account}:root`],
  AccountRootPrincipal: ['AWS', () => 'arn:aws:iam::${AWS::AccountId}:root'],
  AnyPrincipal: ['AWS', () => '*'],
  StarPrincipal: ['AWS', () => '*'],
  FederatedPrincipal: ['Federated', (arn) => arn],
  WebIdentityPrincipal: ['Federated', (arn) => arn],
  OpenIdConnectPrincipal: ['Federated', (arn) => arn],
  CanonicalUserPrincipal: ['CanonicalUser', (id) => id],
  SamlPrincipal: ['Federated', (arn) => arn],
  SamlConsolePrincipal: ['Federated', (arn) => arn],
}

/** Terraform's data source writes policy variables as `&{…}`. */
const policyVariables = (text: string): string => text.replaceAll('&{', '${')

/** The objects of a bucket by the method of the CDK, and the attribute with the bucket's ARN. */
const OBJECTS_OF = /^([\w.[\]]+)\.(arnForObjects|arn_for_objects)\(\s*(["'])([^"'\s]*)\3\s*\)$/

/** A value as text; what is no text stands by its own words. */
function textOf(node: JsonNode, { text }: FormSource): string {
  const [, bucket, method, , key] = OBJECTS_OF.exec(text.slice(...node.span).slice(0, 400)) ?? []
  if (bucket !== undefined)
    return `${unread(`${bucket}.${method === 'arnForObjects' ? 'bucketArn' : 'bucket_arn'}`)}/${key}`
  if (node.kind === 'string') return policyVariables(node.value)
  if (node.kind === 'number') return node.raw
  if (node.kind === 'boolean') return String(node.value)
  return unread(text.slice(...node.span).slice(0, 400))
}

function textsOf(node: JsonNode | undefined, source: FormSource): readonly string[] {
  if (node === undefined) return []
  const texts = itemsOf(node).map((item) => textOf(item, source))
  return source.cut.has(node) && !texts.some((text) => text.endsWith(LEFT_OUT)) ? [...texts, LEFT_OUT] : texts
}

const valuesNode = (texts: readonly string[], span: Span): JsonNode =>
  texts.length === 1
    ? textNode(texts[0]!, span)
    : listNode(
        texts.map((text) => textNode(text, span)),
        span,
      )

/** `Effect.DENY`, "Deny" or what stands there; an effect that is left out is Allow. */
function effectOf(node: JsonNode | undefined, source: FormSource): string {
  const text = node === undefined ? 'Allow' : textOf(node, source)
  const constant = /\bEffect[._](ALLOW|DENY)\}?$/.exec(text)?.[1]
  if (constant !== undefined) return constant === 'DENY' ? 'Deny' : 'Allow'
  return text === 'Allow' || text === 'Deny' ? text : LEFT_OUT
}

/** One principal: `new ServicePrincipal("…")`, a block with a type and identifiers, or a reference to somebody. */
function principalPair(node: JsonNode, source: FormSource): readonly [key: string, texts: readonly string[]] {
  const identifiers = member(node, 'identifiers')
  if (identifiers) return [textMember(node, 'type') ?? 'AWS', textsOf(identifiers, source)]
  const call = callIn(node)
  const name = call?.name.slice(call.name.lastIndexOf('.') + 1) ?? ''
  const row = own(CDK_PRINCIPALS, name)
  if (!row || call === null) return ['AWS', [textOf(node, source)]]
  const [argument] = call.args
  return [row[0], [row[1](argument === undefined ? LEFT_OUT : textOf(argument, source))]]
}

function principalNode(nodes: readonly JsonNode[], source: FormSource, span: Span): JsonNode {
  const byKey = new Map<string, string[]>()
  for (const node of nodes.flatMap(listOf)) {
    const [key, texts] = principalPair(node, source)
    byKey.set(key, [...(byKey.get(key) ?? []), ...texts])
  }
  if (byKey.has('*')) return textNode('*', span)
  return objectNode(
    [...byKey].map(([key, texts]) => [key, valuesNode(texts, span)] as const),
    span,
  )
}

/** The arguments of a permission as policies write them: a principal of the CDK, and what is called for a value by its words. */
export function permissionValues(node: JsonNode, source: FormSource): JsonNode {
  if (node.kind !== 'object' || callIn(node) !== null) return node
  const members = node.members.map((each) => {
    const { key, value } = each
    if (callIn(value) === null) return each
    const isPrincipal = key.toLowerCase() === 'principal'
    const written = isPrincipal
      ? principalNode([value], source, value.span)
      : textNode(textOf(value, source), value.span)
    return { ...each, value: written }
  })
  return { ...node, members }
}

/** Whom a grant names: a principal of the CDK that is no construct gets it by the policy of the resource. */
export function granteeOf(args: readonly JsonNode[], source: FormSource): JsonNode | null {
  const [grantee] = args
  const call = grantee === undefined ? null : callIn(grantee)
  const isPrincipal = call !== null && Object.hasOwn(CDK_PRINCIPALS, call.name.slice(call.name.lastIndexOf('.') + 1))
  return isPrincipal ? principalNode([grantee!], source, grantee!.span) : null
}

/**
 * Principals that come with a token or an assertion, and the action by which they assume a role. A `FederatedPrincipal` has
 * none of its own: without its third argument the CDK writes `sts:AssumeRole`, as for anybody else.
 * https://docs.aws.amazon.com/cdk/api/v2/docs/aws-cdk-lib.aws_iam.FederatedPrincipal.html
 */
const ASSUMES_WITH: Readonly<Record<string, string>> = {
  WebIdentityPrincipal: 'sts:AssumeRoleWithWebIdentity',
  OpenIdConnectPrincipal: 'sts:AssumeRoleWithWebIdentity',
  SamlPrincipal: 'sts:AssumeRoleWithSAML',
  SamlConsolePrincipal: 'sts:AssumeRoleWithSAML',
}

/**
 * The statements of the trust policy of a role that is assumed by a principal of the CDK, each part of one that is
 * composed.
 */
export function trustStatements(node: JsonNode, source: FormSource): readonly JsonObject[] {
  const call = callIn(node)
  const name = call?.name.slice(call.name.lastIndexOf('.') + 1) ?? ''
  if (call !== null && name === 'CompositePrincipal') return call.args.flatMap((each) => trustStatements(each, source))
  const { span } = node
  const conditions = call?.args.find(({ kind }) => kind === 'object')
  const named = call?.args.slice(1).find((each) => each.kind === 'string')
  const action = named ? textOf(named, source) : (own(ASSUMES_WITH, name) ?? 'sts:AssumeRole')
  return [
    objectNode(
      [
        ['Effect', textNode('Allow', span)],
        ['Principal', principalNode([node], source, span)],
        ['Action', textNode(action, span)],
        ...(conditions && callIn(conditions) === null
          ? [['Condition', conditionNode([conditions], source, span)] as const]
          : []),
      ],
      span,
    ),
  ]
}

/** Blocks with test, variable and values, or an object of operators as policies have it. */
function conditionNode(nodes: readonly JsonNode[], source: FormSource, span: Span): JsonNode {
  const blocks = nodes.flatMap(listOf)
  if (blocks.some((block) => member(block, 'test') === undefined)) {
    const [only] = blocks
    return only?.kind === 'object' && blocks.length === 1 && callIn(only) === null
      ? only
      : objectNode([[LEFT_OUT, objectNode([[LEFT_OUT, textNode(LEFT_OUT, span)]], span)]], span)
  }
  const byTest = new Map<string, Map<string, string[]>>()
  for (const block of blocks) {
    const test = textMember(block, 'test') ?? LEFT_OUT
    const key = textMember(block, 'variable') ?? LEFT_OUT
    const keys = byTest.get(test) ?? new Map<string, string[]>()
    byTest.set(test, keys.set(key, [...(keys.get(key) ?? []), ...textsOf(member(block, 'values'), source)]))
  }
  const operators = [...byTest].map(([test, keys]) => {
    const values = [...keys].map(
      ([key, texts]) =>
        [
          key,
          listNode(
            texts.map((text) => textNode(text, span)),
            span,
          ),
        ] as const,
    )
    return [test, objectNode(values, span)] as const
  })
  return objectNode(operators, span)
}

/** Are these the properties of a statement as programs and configurations write it? */
export function isProperties(node: JsonObject): boolean {
  if (callIn(node) !== null) return false
  const names = new Set(node.members.map(({ key }) => own(PROPERTIES, key)))
  return names.has('Action') || names.has('NotAction')
}

/** A statement from its properties: those of `new PolicyStatement`, `aws_iam_policy_document` and their like. */
export function statementOfProperties(node: JsonObject, source: FormSource): JsonObject {
  const given = new Map<string, JsonNode[]>()
  for (const { key, value } of node.members) {
    const element = own(PROPERTIES, key)
    const isSplit = key.startsWith('dynamic ')
    if (element !== undefined) given.set(element, [...(given.get(element) ?? []), value])
    else if (isSplit) given.set('Condition', [...(given.get('Condition') ?? []), value])
  }
  const { span } = node
  const [sid] = given.get('Sid') ?? []
  const pairs: (readonly [string, JsonNode])[] = []
  if (sid) pairs.push(['Sid', textNode(textOf(sid, source), span)])
  pairs.push(['Effect', textNode(effectOf(given.get('Effect')?.[0], source), span)])
  for (const [element, nodes] of given) {
    if (element === 'Principal' || element === 'NotPrincipal') pairs.push([element, principalNode(nodes, source, span)])
    else if (element === 'Condition') pairs.push([element, conditionNode(nodes, source, span)])
    else if (element !== 'Sid' && element !== 'Effect')
      pairs.push([
        element,
        valuesNode(
          nodes.flatMap((each) => textsOf(each, source)),
          span,
        ),
      ])
  }
  return objectNode(pairs, span)
}
