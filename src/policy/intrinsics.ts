import { own } from '../text/own'
import type { JsonMember, JsonNode } from '../text/json-node'

/** Values that a template leaves open are written as `${Name}`, as Fn::Sub and Terraform write them. */
export const placeholder = (name: string): string => `\${${name}}`

/** CloudFormation leaves out what has this value. */
const NO_VALUE = 'AWS::NoValue'

/** Pseudo parameters that have one value wherever AWS Organizations and its policies are to be had. */
const FIXED: Readonly<Record<string, string>> = { 'AWS::URLSuffix': 'amazonaws.com' }

const open = (name: string): string => own(FIXED, name) ?? placeholder(name)

type Text = (node: JsonNode) => string | null

const itemsOf = (node: JsonNode): readonly JsonNode[] => (node.kind === 'array' ? node.items : [node])

/** `${Name}` stays, `${!Name}` is a policy variable, names of the second argument are replaced by their values. */
function substitute(node: JsonNode, text: Text): string | null {
  const [template, variables] = itemsOf(node)
  const pattern = template ? text(template) : null
  if (pattern === null) return null
  const values = new Map<string, string>()
  for (const { key, value } of variables?.kind === 'object' ? variables.members : [])
    values.set(key, text(value) ?? open(key))
  return pattern.replace(/\$\{(!?)([^!{}][^{}]{0,200})\}/g, (_, literal: string, name: string) =>
    literal ? placeholder(name) : (values.get(name.trim()) ?? open(name.trim())),
  )
}

function joined(node: JsonNode, text: Text): string | null {
  const [separator, list] = itemsOf(node)
  const parts = list?.kind === 'array' ? list.items.map(text) : []
  const between = separator ? text(separator) : null
  return between === null || parts.length === 0 || parts.includes(null) ? null : parts.join(between)
}

const named = (node: JsonNode, text: Text): string =>
  open(
    itemsOf(node)
      .map((item) => text(item) ?? '?')
      .join('.'),
  )

/** What each function becomes; one that is not listed becomes a placeholder with its name. */
const FUNCTIONS: Readonly<Record<string, (argument: JsonNode, text: Text) => string | null>> = {
  Ref: named,
  GetAtt: named,
  Sub: substitute,
  Join: joined,
}

/** The function that an object calls: {"Ref": …}, {"Fn::Sub": …}, and YAML's !Sub. */
function callOf(node: JsonNode): { readonly name: string; readonly argument: JsonNode } | null {
  const [call] = node.kind === 'object' ? node.members : []
  if (call === undefined || node.kind !== 'object' || node.members.length !== 1) return null
  const name = /^(?:Fn::|!)([A-Za-z:]+)$/.exec(call.key)?.[1] ?? (call.key === 'Ref' ? 'Ref' : null)
  return name === null ? null : { name: name.replace(/^Fn::/, ''), argument: call.value }
}

/** What a value or a call of an intrinsic function becomes in a text; null where it is no text. */
export function intrinsicText(node: JsonNode): string | null {
  if (node.kind === 'string') return node.value
  if (node.kind === 'number') return node.raw
  const call = callOf(node)
  return call === null ? null : (own(FUNCTIONS, call.name)?.(call.argument, intrinsicText) ?? placeholder(call.name))
}

const isNothing = (node: JsonNode): boolean => {
  const call = callOf(node)
  return call?.name === 'Ref' && call.argument.kind === 'string' && call.argument.value === NO_VALUE
}

/** A tree with a text in the place of each intrinsic function; what it leaves open stays a placeholder. */
export function fillIntrinsics(node: JsonNode): JsonNode {
  const call = callOf(node)
  if (call !== null) return { kind: 'string', value: intrinsicText(node) ?? placeholder(call.name), span: node.span }
  if (node.kind === 'array')
    return { ...node, items: node.items.filter((item) => !isNothing(item)).map(fillIntrinsics) }
  if (node.kind !== 'object') return node
  const members = node.members.filter(({ value }) => !isNothing(value))
  return { ...node, members: members.map((member): JsonMember => ({ ...member, value: fillIntrinsics(member.value) })) }
}

/** Are there intrinsic functions anywhere in a tree? */
export function hasIntrinsics(node: JsonNode): boolean {
  if (callOf(node) !== null) return true
  if (node.kind === 'array') return node.items.some(hasIntrinsics)
  return node.kind === 'object' && node.members.some(({ value }) => hasIntrinsics(value))
}
