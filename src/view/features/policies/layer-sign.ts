import type { DraftLayers } from '../../../draft/draft'
import type { Evaluation, LayerResult, LayerStatus } from '../../../evaluation/evaluation'
import { signOf, type StatementSign } from '../../../diagnosis/statement-signs'
import type { SignName } from '../../shared/sign-shapes'
import { countPolicies } from '../../../draft/edit/edit-layers'
import type { PolicyTab } from '../../shared/policy-tabs'
import type { CaseLayer, Layer } from '../../../iam/layers'
import type { PolicyRef } from '../../../case/policy-ref'

/** What the rail shows of one layer. */
export interface RailLayer extends SignAndText {
  readonly layer: CaseLayer
  /** The layer of the evaluation, which names a role's trust policy apart. */
  readonly evaluated: Layer
  readonly status: LayerStatus | 'given'
  /** How many policies are given. */
  readonly count: number
  /** The status in a word or two. */
  readonly state: string
}

/** A sign with the words that say the same. */
export interface SignAndText {
  readonly sign: SignName | null
  readonly text: string
}

const STATUS_WORDS: Readonly<Record<LayerResult['status'], string>> = {
  allows: 'allows',
  explicitDeny: 'explicit deny',
  implicitDeny: 'implicit deny',
  depends: 'depends on something unknown',
  notGiven: '',
  none: '',
  notApplicable: 'does not apply to this request',
}

/** The result of a layer, of those that a tab holds the policies of. */
export function resultOf(evaluation: Evaluation | null, tab: PolicyTab): LayerResult | null {
  return evaluation?.layers.find(({ layer }) => tab.evaluated.includes(layer)) ?? null
}

/** Does a policy of the resource not allow, where an identity-based policy of the same account does? Then none need. */
const isSpared = (evaluation: Evaluation | null, result: LayerResult | null): boolean =>
  evaluation?.relation === 'sameAccount' &&
  result?.layer === 'resource' &&
  result.status === 'implicitDeny' &&
  !result.blocking &&
  evaluation.layers.some(({ layer, status }) => layer === 'identity' && status === 'allows')

/** What a tab's sign says: what is known of the layer, and what it does to the request where there is one to judge. */
function layerSign(layers: DraftLayers, tab: PolicyTab, evaluation: Evaluation | null): SignAndText {
  const { state } = layers[tab.layer]
  const count = countPolicies(layers, tab.layer)
  const stateText = {
    notGiven: 'not given',
    none: 'none attached',
    given: count === 1 ? '1 policy' : `${count} policies`,
  }[state]
  const result = resultOf(evaluation, tab)
  if (isSpared(evaluation, result)) return { sign: 'noMatch', text: `${stateText}: no Allow, and none is needed` }
  const found = result?.status
  const status = state === 'notGiven' && found === 'depends' ? 'notGiven' : found
  const verdict = status === undefined ? '' : STATUS_WORDS[status]
  const sign = status ?? (state === 'given' ? null : state)
  return { sign, text: verdict === '' ? stateText : `${stateText}: ${verdict}` }
}

/** The state of a layer in a word or two. */
const SHORT_STATES: Readonly<Record<RailLayer['status'], string>> = {
  allows: 'allows',
  explicitDeny: 'explicit deny',
  implicitDeny: 'no allow',
  depends: 'depends',
  notGiven: 'not given',
  none: 'none attached',
  notApplicable: 'does not apply',
  given: 'given',
}

/** What the rail shows of a layer. */
export function railLayer(layers: DraftLayers, tab: PolicyTab, evaluation: Evaluation | null): RailLayer {
  const { layer } = tab
  const result = resultOf(evaluation, tab)
  const { state } = layers[layer]
  const status = result?.status ?? state
  // What is not given and hangs on who calls is no more than not given.
  const shown = state === 'notGiven' && status === 'depends' ? 'notGiven' : status
  return {
    layer,
    evaluated: result?.layer ?? layer,
    status,
    count: state === 'given' ? countPolicies(layers, layer) : 0,
    state: SHORT_STATES[shown],
    ...layerSign(layers, tab, evaluation),
  }
}

const WORST_FIRST: readonly StatementSign[] = ['denies', 'depends', 'allows', 'noMatch']

const POLICY_WORDS: Readonly<Record<StatementSign, string>> = {
  denies: 'denies the request',
  depends: 'depends on something unknown',
  allows: 'allows the request',
  noMatch: 'does not match the request',
}

/** What one policy does to the request: the weightiest of its statements. */
export function policySign(result: LayerResult | null, spot: PolicyRef): SignAndText {
  const signs = (result?.statements ?? [])
    .filter(({ level, policy }) => level === spot.level && policy === spot.policy)
    .map(signOf)
  const sign = WORST_FIRST.find((candidate) => signs.includes(candidate)) ?? null
  return { sign, text: sign === null ? '' : POLICY_WORDS[sign] }
}
