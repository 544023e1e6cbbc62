import { keysWith } from '../../facts/keys/condition-keys'
import type { ElementResult, LayerResult, StatementResult, ValueResult } from '../../evaluation/evaluation'
import { serviceOfAction } from '../../iam/action'
import { parseArn, type Arn } from '../../iam/arn'
import { parsePrincipal, type RequestPrincipal } from '../../iam/principal'
import type { Reference } from '../../reference/reference'
import type { Evidence } from '../evidence'
import type { FindingCode, FindingFacts } from '../messages/findings'
import { policyPhrase } from '../messages/statements'
import { isStillOpen } from './find-findings'
import { evidenceOf, layerResult, targetOf, type JudgedCase } from '../judged-case'
import type { Phrase } from '../../text/phrase'
import type { Layer } from '../../iam/layers'

/** A statement of one layer. */
export interface Placed {
  readonly layer: LayerResult
  readonly statement: StatementResult
}

/** An Allow of a layer that does not let the request pass, and what keeps it from applying. */
export interface Missed extends Placed {
  readonly failed: readonly ElementResult[]
}

/** A resource that a statement names for the action asked, and that does not cover the resource asked. */
export interface NearResource {
  readonly miss: Missed
  readonly element: ElementResult
  readonly value: ValueResult
}

/** What the rules of findings look at, worked out once. */
export interface FindingContext extends JudgedCase {
  readonly caller: RequestPrincipal | null
  readonly service: string
  readonly arn: Arn | null
  readonly reference: Reference
  /** Is the answer open, also with what AWS says? */
  readonly isOpen: boolean
  /** The Denies that apply. */
  readonly denies: readonly Placed[]
  /** The Allows for this service that do not, in layers that do not let the request pass. */
  readonly misses: readonly Missed[]
  /** The resources that those name which nothing else but a condition keeps from applying. */
  readonly resources: readonly NearResource[]
}

/** One place where a finding holds. */
export interface FindingHit<Code extends FindingCode> {
  readonly facts: FindingFacts<Code>
  readonly evidence: readonly Evidence[]
}

/** When a finding holds: pure, over what was asked and what was found. */
export type Rule<Code extends FindingCode> = (scene: FindingContext) => readonly FindingHit<Code>[]

/** Rules by the code of their finding. */
export type Rules<Codes extends FindingCode> = { readonly [Code in Codes]: Rule<Code> }

const isStuck = ({ status, blocking }: LayerResult): boolean =>
  status === 'implicitDeny' || status === 'depends' || (blocking && status !== 'explicitDeny')

/** An Action that names other services only is no near miss, and says nothing to the rules. */
const speaksOf = ({ element, values }: ElementResult, service: string): boolean =>
  element !== 'Action' || values.some(({ text }) => serviceOfAction(text) === service)

const resourcesOf = (miss: Missed): readonly NearResource[] =>
  miss.failed
    .filter(({ element }) => element === 'Resource')
    // What a blank of it stands for may be the very resource.
    .flatMap((element) => element.values.map((value) => ({ miss, element, value })))
    .filter(({ value }) => value.matches === 'no')

/** Works out what the rules look at. */
export const findingContextOf = (judged: JudgedCase, reference: Reference): FindingContext => {
  const { action, principal, resource } = judged.accessCase.request
  const { layers } = judged.evaluation
  const service = serviceOfAction(action)
  const placed = layers.flatMap((layer) => layer.statements.map((statement) => ({ layer, statement })))
  const misses = placed
    .filter(({ layer, statement }) => statement.effect === 'Allow' && statement.matches !== 'yes' && isStuck(layer))
    .map((one) => ({ ...one, failed: one.statement.elements.filter(({ matches }) => matches !== 'yes') }))
    .filter(({ failed }) => failed.every((element) => speaksOf(element, service)))
  return {
    ...judged,
    caller: parsePrincipal(principal),
    service,
    arn: parseArn(resource),
    reference,
    isOpen: isStillOpen(judged),
    denies: placed.filter(({ statement }) => statement.effect === 'Deny' && statement.matches === 'yes'),
    misses,
    resources: misses.filter((miss) => failsOnlyOn(miss, 'Resource', 'Condition')).flatMap(resourcesOf),
  }
}

/** The statement's policy, level and Sid in words. */
export const who = (scene: FindingContext, { layer, statement }: Placed): Phrase =>
  policyPhrase(statement, targetOf(scene, layer.layer, statement))

/** The statement, or one element of it, as evidence. */
export const proof = ({ layer, statement }: Placed, element?: ElementResult): readonly Evidence[] => [
  evidenceOf(layer.layer, statement, element),
]

/** Do only elements of these kinds fail? */
export const failsOnlyOn = ({ failed }: Missed, ...kinds: readonly ElementResult['element'][]): boolean =>
  failed.length > 0 && failed.every(({ element }) => kinds.includes(element))

/** The result of a layer, when it stands so. */
export const layerThat = (
  scene: FindingContext,
  layer: Layer,
  ...statuses: readonly LayerResult['status'][]
): LayerResult | null => {
  const result = layerResult(scene.evaluation, layer)
  return result && statuses.includes(result.status) ? result : null
}

/** The first Allow of a layer that applies. */
export const allowOf = (layer: LayerResult): Placed | null => {
  const statement = layer.statements.find(({ effect, matches }) => effect === 'Allow' && matches === 'yes')
  return statement ? { layer, statement } : null
}

/** The tests of a statement. */
export const conditionsOf = ({ elements }: StatementResult): readonly ElementResult[] =>
  elements.filter(({ element }) => element === 'Condition')

/** Keys that say for whom a service calls. */
export const SOURCE_KEYS: readonly string[] = [...keysWith('ofSource')]

/** Is it this condition key? Key names have no case. */
export const isKey = (element: ElementResult, ...keys: readonly string[]): boolean =>
  keys.includes((element.key ?? '').toLowerCase())
