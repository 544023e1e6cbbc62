import { lastInPath } from '../iam/arn'
import { replaceHoles } from '../iam/find-holes'
import { own } from '../text/own'
import { LAYERS } from '../iam/layers'
import { member, textMember, type JsonObject } from '../text/json-tree'
import type { JsonNode } from '../text/json-node'
import type { Container } from './container'
import { CONTAINERS, RESOURCE_POLICY_NAMES } from './containers'
import type { FoundPolicy } from './found-policy'
import { organizationsPlace } from './organizations'
import { shapeOf } from './policy-shape'

/** An object around a value, and the member of it that leads there. Innermost first in a list. */
export interface Around {
  readonly node: JsonObject
  readonly key: string
}

/** A found policy, and the ARN that attachments name it by. */
export interface IdentifiedPolicy extends FoundPolicy {
  /** The ARN of a managed policy itself. */
  readonly arn: string | null
}

const typeOf = (node: JsonNode): string | null => {
  const type = textMember(node, 'Type') ?? textMember(node, 'type')
  return type?.startsWith('AWS::') || type?.startsWith('aws_') ? type : null
}

function fits(row: Container, key: string, around: readonly Around[], type: string | null): boolean {
  return (
    row.key === key &&
    (row.type ?? null) === (row.type === undefined ? null : type) &&
    (row.beside ?? []).every((name) => member(around[0]?.node, name) !== undefined) &&
    (row.below === undefined || around.some((outer) => outer.key === row.below))
  )
}

/** The first of some members in the nearest object around that has one. */
function nearest(names: readonly string[] | undefined, around: readonly Around[]): string | null {
  for (const { node } of around)
    for (const name of names ?? []) {
      const value = textMember(node, name)
      if (value !== null && value !== '') return value
    }
  return null
}

/** Says a name no more than where it comes from? Of `${var.env}-app`, the end is known. */
const isReference = (name: string): boolean =>
  name.includes('${') && replaceHoles(name, 'request', '').replaceAll(/[\W_]/g, '').length < LEAST_KNOWN

/** Fewer letters of a name tell nothing. */
const LEAST_KNOWN = 3

function ownerOf(row: Container, around: readonly Around[]): string | null {
  const owner = nearest(row.owner, around)
  if (owner === null || isReference(owner)) return null
  const kind = row.source ?? (row.service === 'sts' ? 'role' : null)
  return kind === null || owner.startsWith('arn:') ? owner : `${kind}/${owner}`
}

function sourceOf(row: Container, owner: string | null): string | null {
  if (row.source !== 'group') return row.source ?? null
  return owner === null ? null : `group:${lastInPath(owner)}`
}

/** The name that a template or configuration gives to a resource: the key or label it stands under. */
function logicalName(around: readonly Around[], type: string): string | null {
  const at = around.findIndex(({ node }) => typeOf(node) === type)
  return around[at + 1]?.key ?? textMember(around[at]?.node, 'address') ?? null
}

/** SAM makes the role of a function or state machine, and calls it after that. */
const MADE_FOR: Readonly<Record<string, string>> = {
  'AWS::IAM::Role': '',
  'AWS::Serverless::Function': 'Role',
  'AWS::Serverless::StateMachine': 'Role',
}

const typeAround = (around: readonly Around[]): string | null =>
  around.map(({ node }) => typeOf(node)).find((found) => found !== null) ?? null

/** The logical id of the role that a template makes for the policies in it, where CloudFormation names that role. */
export function madeForOf(around: readonly Around[]): { readonly madeFor?: string } {
  const type = typeAround(around)
  const ending = type === null ? undefined : own(MADE_FOR, type)
  if (type === null || ending === undefined) return {}
  const at = around.find(({ node }) => typeOf(node) === type)?.node
  const isNamed = ['RoleName', 'Role'].some((key) => member(member(at, 'Properties'), key) !== undefined)
  const name = isNamed ? null : logicalName(around, type)
  return name === null ? {} : { madeFor: `${name}${ending}` }
}

/** What a document is, from the names around it or, failing that, from its own form; null: not a policy in force. */
export function placePolicy(
  document: JsonNode,
  key: string,
  around: readonly Around[],
  { text, span, notes, holes }: Pick<FoundPolicy, 'text' | 'span' | 'notes' | 'holes'>,
): IdentifiedPolicy | null {
  const shape = shapeOf(document)
  const type = typeAround(around)
  const nothing = { text, span, notes, holes, level: null, source: null, owner: null, members: [], arn: null }
  const organization = around[0] ? organizationsPlace(key, around[0].node) : null
  if (organization) {
    const { layer, name, target } = organization
    return {
      ...nothing,
      level: target,
      name: name ?? LAYERS[layer].policy,
      layer,
      candidates: [layer],
      service: null,
      recognisedAs: 'organizations-policy',
    }
  }
  const row = CONTAINERS.find((candidate) => fits(candidate, key, around, type))
  if (!row) {
    const layer = shape.layer ?? shape.candidates[0]!
    const name =
      layer === 'resource'
        ? (own(RESOURCE_POLICY_NAMES, shape.service ?? '') ?? LAYERS.resource.policy)
        : LAYERS[layer].policy
    const service = shape.candidates.includes('resource') ? shape.service : null
    return { ...nothing, name, layer: shape.layer, candidates: shape.candidates, service, recognisedAs: 'document' }
  }
  const isDefault = member(around[0]?.node, 'IsDefaultVersion')
  const stale = row.as === 'iam-managed-policy' && isDefault?.kind === 'boolean' && !isDefault.value
  if (stale && around.some((outer) => outer.key === 'PolicyVersionList')) return null
  const owner = ownerOf(row, around)
  const service = row.service ?? (row.layer === 'resource' || row.layer === null ? shape.service : null)
  const layer = row.layer ?? (!row.candidates && shape.candidates.includes('resource') ? 'resource' : null)
  const called = row.as === 'resource-policy' ? (own(RESOURCE_POLICY_NAMES, service ?? '') ?? row.called) : row.called
  const named = nearest(row.name, around.slice(0, 3)) ?? (type === null ? null : logicalName(around, type))
  return {
    ...nothing,
    notes: stale
      ? [
          ...notes,
          { code: 'not-the-default-version', data: { version: textMember(around[0]?.node, 'VersionId') ?? '' } },
        ]
      : notes,
    name: named ?? called,
    layer,
    candidates: layer ? [layer] : (row.candidates ?? shape.candidates),
    source: sourceOf(row, owner),
    owner,
    ...(row.source === 'role' && owner === null && madeForOf(around)),
    service: layer === 'identity' ? null : service,
    recognisedAs: row.as,
    arn: row.as === 'iam-managed-policy' ? nearest(['Arn'], around) : null,
  }
}
