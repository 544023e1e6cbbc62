import { isAccountId, parseArn } from '../../iam/arn'
import { RESOURCE_POLICY_NAMES } from '../../policy/containers'
import { NOTHING_BESIDE, type FoundPolicy, isBareDocument } from '../../policy/found-policy'
import { FULL_AWS_ACCESS } from '../../policy/organizations'
import { requestOf } from '../build/request-fields'
import type { Draft, DraftLayers, DraftLevel, DraftPolicy } from '../draft'
import type { PlacedBy } from './open-layers'
import { editLayers } from '../edit/edit-draft'
import { fillFoundPolicy, type RequestAccounts } from './fill-found-policy'
import { addPolicy, changePolicy, policiesOn, containersOf, removePolicy } from '../edit/edit-layers'
import { CASE_LAYERS, hasLevels, holdsOne, LAYERS, type CaseLayer, type LevelledLayer } from '../../iam/layers'
import type { PolicyContainer, PolicyRef } from '../../case/policy-ref'

/** The document behind a text, whatever its layout; broken JSON is compared as it stands. */
export function documentKey(text: string): string {
  try {
    return JSON.stringify(JSON.parse(text))
  } catch {
    return text.trim()
  }
}

/** What the layers hold without those of some policies that count by their look: they are placed again. */
export const withoutAssumed = (layers: DraftLayers, policies: readonly FoundPolicy[]): DraftLayers =>
  policies.reduce((before, policy) => {
    const assumed = assumedOf(before, policy)
    return assumed === undefined ? before : withoutPolicy(before, assumed.ref)
  }, layers)

/** A policy that counts where it most likely is, since nobody has said where it belongs. */
export interface AssumedPolicy {
  readonly policy: DraftPolicy
  readonly ref: PolicyRef
}

/** The policies that count where they most likely are. */
export const assumedIn = (layers: DraftLayers): readonly AssumedPolicy[] =>
  CASE_LAYERS.flatMap((layer) =>
    containersOf(layers, layer).flatMap((container) =>
      policiesOn(layers, container).map((policy, at) => ({ policy, ref: { ...container, policy: at } })),
    ),
  ).filter(({ policy }) => policy.isAssumed === true)

/** The one of them with the text of a found policy. */
export const assumedOf = (layers: DraftLayers, { text }: Pick<FoundPolicy, 'text'>) =>
  assumedIn(layers).find(({ policy }) => documentKey(policy.text) === documentKey(text))

/** What the layers hold without a policy that counted by its look; a layer that then holds no more than it began with is not given. */
function withoutPolicy(layers: DraftLayers, ref: PolicyRef): DraftLayers {
  const left = removePolicy(layers, ref)
  const { layer } = ref
  if (!hasLevels(layer)) return left
  const isBare = left[layer].levels.every(({ policies }) => policies.every(isFullAccess))
  return isBare ? { ...left, [layer]: { state: 'notGiven', levels: [] } } : left
}

/** Does a layer hold this policy already: the same document, under the same name where it has one? */
export function isPlaced(layers: DraftLayers, policy: FoundPolicy, layer: CaseLayer): boolean {
  const key = documentKey(policy.text)
  return containersOf(layers, layer).some((container) =>
    policiesOn(layers, container).some(
      ({ name, text }) => documentKey(text) === key && (name === policy.name || isBareDocument(policy)),
    ),
  )
}

/** A found policy that is taken, and who says where it belongs. */
interface TakenPolicy extends FoundPolicy {
  readonly by: PlacedBy
}

const draftPolicy = ({ name, text, source, by }: TakenPolicy): DraftPolicy => ({
  name,
  text,
  ...(source === null ? {} : { source }),
  ...(by === 'look' && { isAssumed: true }),
})

/** The level at the bottom of the tree: the account of the principal for SCPs, of the resource for RCPs. */
function accountLevel({ principal, resourceAccount }: RequestAccounts, layer: LevelledLayer): string {
  const account = LAYERS[layer].side === 'caller' ? (parseArn(principal)?.account ?? '') : resourceAccount
  return isAccountId(account) ? account : 'Account'
}

/**
 * The levels a tree starts with when its first policy comes: the root and the account. FullAWSAccess hangs on both, as
 * Organizations attaches it to every level; a level without any policy would allow nothing. RCPs need none:
 * RCPFullAWSAccess cannot be taken away.
 * https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_scps_evaluation.html
 */
export function defaultLevels(layer: LevelledLayer, account: string): readonly DraftLevel[] {
  const policies = LAYERS[layer].impliesAllow ? [] : [FULL_AWS_ACCESS]
  return ['Root', account].map((target) => ({ target, policies }))
}

const isFullAccess = ({ text }: Pick<DraftPolicy, 'text'>): boolean =>
  documentKey(text) === documentKey(FULL_AWS_ACCESS.text)

/** An SCP that allows, and not everything, is an allow list: beside FullAWSAccess it would limit nothing. */
const isAllowList = (policy: Pick<DraftPolicy, 'text'>): boolean =>
  /"Effect"\s*:\s*"Allow"/.test(policy.text) && !isFullAccess(policy)

/** Where a level belongs: the root above all, the account below; of two OUs the one named later is the higher. */
function withLevel(levels: readonly DraftLevel[], target: string): readonly DraftLevel[] {
  if (levels.some((level) => level.target === target)) return levels
  const hasRoot = levels[0]?.target.startsWith('r-') === true
  const at = isAccountId(target) ? levels.length : target.startsWith('r-') || !hasRoot ? 0 : 1
  return levels.toSpliced(at, 0, { target, policies: [] })
}

/** A policy whose level the paste names goes there, and says nothing of the other levels. */
function addToNamedLevel(layers: DraftLayers, layer: LevelledLayer, policy: TakenPolicy, target: string): DraftLayers {
  const levels = withLevel(layers[layer].levels, target)
  const container = { layer, level: levels.findIndex((level) => level.target === target) }
  const tree: DraftLayers = { ...layers, [layer]: { state: 'given', levels } }
  const isThere = policiesOn(tree, container).some(({ name }) => name === policy.name)
  return isThere ? tree : addPolicy(tree, container, draftPolicy(policy))
}

/**
 * Without the levels of the layers whose policies a paste gives level by level, as the commands of the next steps print
 * them: what was there before was an assumption, or older.
 */
export function clearNamedLevels(layers: DraftLayers, found: readonly FoundPolicy[]): DraftLayers {
  const named = CASE_LAYERS.filter(hasLevels).filter((layer) =>
    found.some((policy) => policy.layer === layer && policy.level !== null),
  )
  return named.reduce<DraftLayers>((all, layer) => ({ ...all, [layer]: { state: 'given', levels: [] } }), layers)
}

function addToLevels(layers: DraftLayers, layer: LevelledLayer, policy: TakenPolicy, account: string): DraftLayers {
  if (policy.level !== null) return addToNamedLevel(layers, layer, policy, policy.level)
  const isFirst = layers[layer].levels.length === 0
  const levels = isFirst ? defaultLevels(layer, account) : layers[layer].levels
  const at = levels.length - 1
  const makesRoom = isFirst && !LAYERS[layer].impliesAllow && isAllowList(policy)
  const cleared = levels.map((level, index) =>
    makesRoom && index === at ? { ...level, policies: level.policies.filter((each) => !isFullAccess(each)) } : level,
  )
  const tree: DraftLayers = { ...layers, [layer]: { state: 'given', levels: cleared } }
  return isPlaced(tree, policy, layer) ? tree : addPolicy(tree, { layer, level: at }, draftPolicy(policy))
}

/** Which policy of a container the found one is a newer text of: the one a layer can have, its namesake, or an empty one. */
function replacedOn(container: readonly DraftPolicy[], policy: FoundPolicy, layer: CaseLayer): number {
  if (holdsOne(layer)) return container.length - 1
  const namesake = container.findIndex(
    ({ name, source }) => !isBareDocument(policy) && name === policy.name && (source ?? null) === policy.source,
  )
  if (namesake >= 0 || policy.recognisedAs !== 'iam-managed-policy') return namesake
  const empty = container.flatMap(({ text }, index) => (text === '' ? [index] : []))
  return empty.length === 1 ? empty[0]! : -1
}

function addToContainer(layers: DraftLayers, container: PolicyContainer, policy: TakenPolicy): DraftLayers {
  const replaced = replacedOn(policiesOn(layers, container), policy, container.layer)
  if (replaced < 0) return addPolicy(layers, container, draftPolicy(policy))
  if (holdsOne(container.layer))
    return addPolicy(removePolicy(layers, { ...container, policy: replaced }), container, draftPolicy(policy))
  const { name, text, source } = draftPolicy(policy)
  const keepsName = policy.recognisedAs === 'iam-managed-policy'
  return changePolicy(
    layers,
    { ...container, policy: replaced },
    { text, ...(keepsName ? {} : { name }), ...(source ? { source } : {}) },
  )
}

/** What a policy is called of which nobody knows whether it is one of an organization. */
const UNPLACED = 'Policy 1'

/** What policies of resources are called that have no name of their own. */
const RESOURCE_NAMES: ReadonlySet<string> = new Set(Object.values(RESOURCE_POLICY_NAMES))

const NUMBERED = /^Policy (\d{1,6})$/

/**
 * A policy without a name of its own is called by what its text looks like; put elsewhere, by where it is put. Where a
 * layer holds a list of them, each has its number.
 */
export function calledIn(
  layers: DraftLayers,
  policy: FoundPolicy,
  layer: CaseLayer,
  by: PlacedBy = 'paste',
): FoundPolicy {
  if (policy.isCalledByFile) return policy
  const isOfAnotherLayer = layer !== 'resource' && RESOURCE_NAMES.has(policy.name)
  if (!isBareDocument(policy) && !isOfAnotherLayer) return policy
  if (by === 'look' && hasLevels(layer)) return { ...policy, name: UNPLACED }
  if (LAYERS[layer].holds !== 'list')
    return policy.candidates[0] === layer ? policy : { ...policy, name: LAYERS[layer].policy }
  const numbers = policiesOn(layers, { layer, level: null }).map(({ name }) => Number(NUMBERED.exec(name)?.[1] ?? 0))
  return { ...policy, name: `Policy ${Math.max(0, ...numbers) + 1}` }
}

/**
 * Puts a found policy into a layer, which becomes given. A document that the layer holds already is not added again; the
 * newer text of a policy takes the place of the older; a layer of one policy has its policy replaced. Where it counted by
 * its look before, it is moved from there. `by` look: it counts until somebody says where it belongs.
 */
export function applyFoundPolicy(
  draft: Draft,
  found: FoundPolicy,
  layer: CaseLayer,
  request: RequestAccounts = requestOf(draft),
  by: PlacedBy = 'paste',
): Draft {
  return editLayers(draft, (before) => {
    const assumed = assumedOf(before, found)
    const layers = assumed === undefined ? before : withoutPolicy(before, assumed.ref)
    const policy = { ...calledIn(layers, fillFoundPolicy(found, layer, request), layer, by), by }
    if (hasLevels(layer)) return addToLevels(layers, layer, policy, accountLevel(request, layer))
    if (layers[layer].state === 'given' && isPlaced(layers, policy, layer)) return layers
    return addToContainer(layers, { layer, level: null }, policy)
  })
}

/** The draft with a policy that counts by its look in another layer, as if it was found to belong there. */
export function withAssumedIn(
  draft: Draft,
  { policy, ref }: AssumedPolicy,
  layer: CaseLayer,
  request: RequestAccounts,
): Draft {
  const { name, text } = policy
  const found: FoundPolicy = {
    ...NOTHING_BESIDE,
    name,
    text,
    layer,
    candidates: [layer],
    span: [0, 0],
    recognisedAs: 'document',
  }
  return editLayers(
    draft,
    (layers) => applyFoundPolicy({ ...draft, layers: withoutPolicy(layers, ref) }, found, layer, request).layers,
  )
}
