import { firstInPath } from '../../iam/arn'
import type { CaseLevel, CasePolicies, CasePolicy } from '../../case/access-case'
import { LAYERS } from '../../iam/layers'
import { findPolicies } from '../../policy/find-policies'
import { parsePolicy } from '../../policy/parse-policy'
import type { Reference } from '../../reference/reference'
import { ChangeAudit, type ChangeReport } from '../change/compare-decisions'
import { FULL_ACCESS, type PolicySets } from '../change/policy-sets'
import type { ChangedLayer, ChangedTexts } from './changed-layers'
import type { EventClasses } from './event-classes'
import { isBareDocument } from '../../policy/found-policy'

/** The question what a change would break. */
export interface ChangeAsk {
  readonly layers: readonly ChangedTexts[]
  /** The user or role that identity-based policies and the boundary belong to; null: all that called. */
  readonly principal: string | null
  /** The resource that the resource-based policy belongs to; empty: as its statements say. */
  readonly resource: string
}

/** What is to be known of how the pasted texts were read. */
export interface ReadSets {
  readonly sets: PolicySets
  /** Layers of which a text holds no policy. */
  readonly unreadable: readonly { readonly layer: ChangedLayer; readonly side: 'before' | 'after' }[]
  /** SCPs without any Allow: FullAWSAccess is taken to be attached beside them. */
  readonly isFullAccessAssumed: boolean
}

/** The answer: how the trail fares, and how the texts were read. */
export interface ChangeAnswer extends ChangeReport, Omit<ReadSets, 'sets'> {
  readonly sets: PolicySets
}

/** The policies of a text that was pasted for a layer; documents alone are called after it, by number where they are several. */
function policiesIn(text: string, layer: ChangedLayer): readonly CasePolicy[] {
  const found = findPolicies(text).filter(({ text: document }) => document !== '')
  return found.map((policy, at) => ({
    name:
      layer === 'resource' || !isBareDocument(policy)
        ? policy.name
        : `${LAYERS[layer].policy}${found.length > 1 ? ` ${at + 1}` : ''}`,
    document: policy.text,
  }))
}

const allows = ({ document }: CasePolicy): boolean =>
  parsePolicy(document, 'scp').statements.some(({ effect }) => effect === 'Allow')

const withFullAccess = (policies: readonly CasePolicy[]): readonly CasePolicy[] =>
  policies.length === 0 || policies.some(allows) ? policies : [FULL_ACCESS, ...policies]

const levels = (policies: readonly CasePolicy[]): readonly CaseLevel[] =>
  policies.length === 0 ? [] : [{ target: 'pasted', policies }]

function held(layer: ChangedLayer, policies: readonly CasePolicy[]): CasePolicies {
  const [only] = policies
  switch (layer) {
    case 'scp':
      return { scps: levels(withFullAccess(policies)) }
    case 'rcp':
      return { rcps: levels(policies) }
    case 'identity':
      return { identity: policies }
    case 'boundary':
      return only === undefined ? {} : { boundary: only }
    case 'resource':
      return only === undefined ? {} : { resource: only }
  }
}

/** The bucket or other resource that all statements of a resource-based policy speak of; null where they do not tell. */
function ownerOf(policies: readonly CasePolicy[]): string | null {
  const owners = policies.flatMap(({ document }) =>
    parsePolicy(document, 'resource').statements.flatMap(({ resource }) =>
      (resource?.values ?? []).map(({ text }) => text.replace(/\/\*$/, '')),
    ),
  )
  const [first, ...others] = [...new Set(owners.map((arn) => (arn.includes(':s3:::') ? firstInPath(arn) : arn)))]
  return first !== undefined && others.length === 0 && !/[*?$]/.test(first) ? first : null
}

/** The policies that pasted texts hold. */
export function readSets({ layers, principal, resource }: ChangeAsk): ReadSets {
  const unreadable: ReadSets['unreadable'][number][] = []
  const sides = { before: {} as CasePolicies, after: {} as CasePolicies }
  let owner = resource.trim() === '' ? null : resource.trim()
  let isFullAccessAssumed = false
  for (const { layer, ...texts } of layers) {
    for (const side of ['before', 'after'] as const) {
      const policies = policiesIn(texts[side], layer)
      if (policies.length === 0 && texts[side].trim() !== '') unreadable.push({ layer, side })
      if (layer === 'scp' && withFullAccess(policies) !== policies) isFullAccessAssumed = true
      if (layer === 'resource') owner ??= ownerOf(policies)
      sides[side] = { ...sides[side], ...held(layer, policies) }
    }
  }
  return { sets: { ...sides, principal, resource: owner }, unreadable, isFullAccessAssumed }
}

const AT_ONCE = 2_000

/** Asks about all classes of a trail, in steps; each gives how many were asked. */
export function* answerChange(
  classes: EventClasses,
  ask: ChangeAsk,
  reference: Reference,
): Generator<{ readonly done: number; readonly total: number }, ChangeAnswer> {
  const { sets, unreadable, isFullAccessAssumed } = readSets(ask)
  const audit = new ChangeAudit(sets, reference)
  const events = classes.of(null)
  for (const [at, event] of events.entries()) {
    audit.add(event)
    if (at % AT_ONCE === AT_ONCE - 1) yield { done: at + 1, total: events.length }
  }
  return { ...audit.report, sets, unreadable, isFullAccessAssumed }
}
