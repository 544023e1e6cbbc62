import { isLinkedRoleRefused } from '../facts/situations/situations'
import { parsePrincipal } from '../iam/principal'
import { REQUEST_PARTS } from '../iam/request-parts'
import type { AccessCase } from '../case/access-case'
import type { PastedValue } from '../draft/build/pasted-value'
import type { Denial } from '../denial/denial'
import type { SituationAnswer } from '../facts/situations/situation-row'
import type { SituationAnswers, SituationId } from '../facts/situations/situations'
import { createPolicyMemory, type PolicyMemory } from '../evaluation/compile/parsed-policy'
import type { Known } from '../evaluation/evaluate'
import type { ElementResult, Evaluation, LayerResult, StatementResult } from '../evaluation/evaluation'
import type { Evidence } from './evidence'
import { caseLayerOf, type CaseLayer, type Layer } from '../iam/layers'
import type { StatementRef } from '../case/policy-ref'
import type { RequestPart } from '../case/holes'
import { referenceOfPart, type ReferencePart } from '../reference/reference-part'
import { targetAt } from '../case/layer-policies'

/** One check of the call that failed, judged by the same policies. */
export interface CheckOfDenied {
  readonly accessCase: AccessCase
  readonly evaluation: Evaluation
  /** AWS makes it for this call; else it depends on what the text does not show. */
  readonly isCertain: boolean
  /** It is the one that was asked. */
  readonly isRequest: boolean
}

/** A policy of which nobody has said where it belongs: it counts where it most likely does. */
export interface AssumedLayer {
  readonly layer: CaseLayer
  readonly name: string
  /** It denies alike in each layer that it can be in. */
  readonly isSameAnywhere: boolean
}

/** A policy of the text that counts in no layer. */
export interface UncountedPolicy {
  readonly name: string
  readonly text: string
  /** The role, user or group that it is attached to, where that is plainly not the caller; null: it isn't said, or is of a resource. */
  readonly holder: {
    readonly kind: string | null
    readonly name: string | null
    /** The account that its name gives, where that is all that tells it. */
    readonly account?: string
  } | null
  /**
   * What tells that, where it would count otherwise: it is called after another, or allows what AWS says that none of the
   * caller's allows; "newest": of a policy of AWS's the newest version does, which need not be the one that AWS checked;
   * "denies": it denies explicitly, where AWS says that nothing allows.
   */
  readonly toldBy?: 'name' | 'claim' | 'denies' | 'newest'
}

/** Everything an explanation looks at: what was asked, what was found, what AWS said. */
export interface JudgedCase {
  readonly evaluation: Evaluation
  readonly accessCase: AccessCase
  readonly denial: Denial | null
  /** The error that was chosen, also where it is no denial; null: the paste holds none. */
  readonly error?: Denial | null
  /** The policies AWS judged explain its denial; those here are changed since. */
  readonly isChanged?: boolean
  /** The policies that count in a layer that nobody has told; none where it is missing. */
  readonly assumed?: readonly AssumedLayer[]
  /** Policies of the text that are of another resource, role or user than the request's. */
  readonly beside?: readonly UncountedPolicy[]
  /** Values of condition keys that the text shows beside its policies: they fit, and nothing proves them. */
  readonly pasted?: readonly PastedValue[]
  /** Values that the text shows and that are none of this call's, since with them no policy given would deny as AWS says. */
  readonly refuted?: readonly PastedValue[]
  /** Every check of the call that failed; none where it makes one, or the text tells no call. */
  readonly call?: readonly CheckOfDenied[]
  /** What is said of the situations that the errors of the text are in, as far as it is loaded. */
  readonly situationAnswers?: SituationAnswers
  /** Is it an error of which nothing shows that AWS was asked? */
  readonly isOfNoCall?: boolean
  /** What AWS's service reference says of the services that are asked, as far as it is loaded. */
  readonly services?: ReferencePart
  /** Of the policies that were read so far; it is handed in anew wherever other cases of the same denial are judged. */
  readonly policyMemory?: PolicyMemory | undefined
}

/** What is said of a situation; null where it is not at hand. */
export const saidOfSituation = ({ situationAnswers }: JudgedCase, id: SituationId): SituationAnswer | null =>
  situationAnswers?.[id] ?? null

/** What another case of the same denial is judged with. */
export const judgedWith = ({ services, policyMemory }: Pick<JudgedCase, 'services' | 'policyMemory'>): Known =>
  services === undefined ? { policyMemory } : { reference: referenceOfPart(services), policyMemory }

/** The judged case with a memory of its policies, for who judges it many times. */
export const remembering = (judged: JudgedCase): JudgedCase => ({
  ...judged,
  policyMemory: judged.policyMemory ?? createPolicyMemory(),
})

/** The result of one layer. */
export const layerResult = (evaluation: Evaluation, layer: Layer): LayerResult | null =>
  evaluation.layers.find((result) => result.layer === layer) ?? null

/** The target of a level: the root, an OU, an account. */
export const targetOf = (judged: JudgedCase, layer: Layer, place: StatementRef): string | null =>
  targetAt(judged.accessCase.policies, layer, place.level)

/** Is it the same statement? */
export const samePlace = (one: StatementRef, other: StatementRef): boolean =>
  one.level === other.level && one.policy === other.policy && one.statement === other.statement

/** The statement that decides, when there is one. */
export const decisiveStatement = ({ evaluation }: JudgedCase): StatementResult | null => {
  const { decisive, layer } = evaluation
  if (decisive === null || layer === 'none') return null
  return layerResult(evaluation, layer)?.statements.find((statement) => samePlace(statement, decisive)) ?? null
}

/** The one value of an element that has no other: its line says more than that of the element's name. */
const alone = ({ values }: ElementResult) => (values.length === 1 ? values[0] : undefined)

/** A statement as evidence; with an element, that element of it. */
export const evidenceOf = (layer: Layer, statement: StatementResult, element?: ElementResult): Evidence => ({
  layer: caseLayerOf(layer),
  place: { level: statement.level, policy: statement.policy, statement: statement.statement },
  span: (element && alone(element)?.span) ?? element?.span ?? null,
})

/** Did AWS deny with these policies? Then the outcome is known, whatever they say here. */
export const awsDenied = ({ denial, isChanged }: JudgedCase): boolean =>
  denial !== null && denial.kind !== 'not-authorization' && isChanged !== true

/** Is there a question to judge at all? */
export const hasQuestion = ({ accessCase }: JudgedCase): boolean =>
  accessCase.request.principal !== '' && accessCase.request.action !== ''

/** The parts of the request that nobody gave, where no action is among what was given: then there is no question. */
export const missingParts = ({ accessCase }: JudgedCase): readonly RequestPart[] =>
  accessCase.request.action === '' ? REQUEST_PARTS.filter((part) => accessCase.request[part] === '') : []

/** Is there something to judge? */
export const isJudgeable = ({ accessCase }: JudgedCase): boolean => accessCase.request.action !== ''

/**
 * Does the request never meet this layer, whatever is attached there? A service that calls as itself comes from AWS’s own network: no
 * VPC endpoint is on its way. https://docs.aws.amazon.com/vpc/latest/privatelink/vpc-endpoints-access.html
 * So it is where a service works as its own service-linked role.
 */
const bypasses = ({ accessCase, denial }: JudgedCase, layer: Layer): boolean =>
  layer === 'endpoint' &&
  (parsePrincipal(accessCase.request.principal)?.kind === 'service' || isLinkedRoleRefused(denial?.situation))

/** The layers that the request meets and of which nothing is given. */
export const notGivenLayers = (judged: JudgedCase): readonly Layer[] =>
  judged.evaluation.layers
    .filter(({ status, layer }) => status === 'notGiven' && !bypasses(judged, layer))
    .map(({ layer }) => layer)
