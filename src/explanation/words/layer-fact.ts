import { isDenial } from '../../iam/how-denied'
import { parseArn } from '../../iam/arn'
import { isAwsManagedAlias } from '../../iam/kms-alias'
import type { LayerResult, StatementResult } from '../../evaluation/evaluation'
import type { RefusalCode } from '../../evaluation/reason-codes'
import { whateverPhrase } from '../messages/depends'
import { layerClause } from '../messages/elements'
import { missFact, misspelt, otherActions } from '../messages/misses'
import { REFUSAL_CHANGES, type RefusalChange } from '../messages/refusals'
import { allowFact, denyFact, limitOf, policyPhrase, targetPhrase } from '../messages/statements'
import type { DENIED_FACTS } from '../messages/answers'
import { effectNotWritten } from '../messages/open'
import { isOtherAction, missesOf, tellingElements, type Miss } from '../../evaluation/describe/nearest-miss'
import { evidenceOf, targetOf, type JudgedCase } from '../judged-case'
import type { Evidence } from '../evidence'
import { misspeltAction, type MisspeltAction } from './misspelt-action'
import { unreadIn } from './unread'
import { withAbsence } from './why-absent'
import { list, strong, type Phrase } from '../../text/phrase'
import { levelsOf, targetAt } from '../../case/layer-policies'
import type { Layer } from '../../iam/layers'
import { serviceOfAction } from '../../iam/action'

/** What decides in one layer: who does it, what it does, where it stands. */
export interface LayerFact {
  readonly code: keyof typeof DENIED_FACTS
  readonly who: Phrase
  readonly fact: Phrase
  readonly evidence: Evidence | null
}

const matching = (layer: LayerResult, effect: 'Allow' | 'Deny'): StatementResult | null =>
  layer.statements.find((statement) => statement.effect === effect && statement.matches === 'yes') ?? null

/** The Deny that applies in a layer, in words. */
export const denyingFact = (judged: JudgedCase, layer: LayerResult, deny: StatementResult): LayerFact => ({
  code: 'explicit-deny',
  who: policyPhrase(deny, targetOf(judged, layer.layer, deny)),
  fact: withAbsence(judged, deny.elements, denyFact(deny)),
  evidence: evidenceOf(layer.layer, deny, limitOf(deny) ?? undefined),
})

/** The Allow that applies in a layer, in words. */
export const allowingFact = (judged: JudgedCase, layer: LayerResult): Omit<LayerFact, 'code'> | null => {
  const allow = matching(layer, 'Allow')
  if (allow === null) return null
  return {
    who: policyPhrase(allow, targetOf(judged, layer.layer, allow)),
    fact: allowFact(allow),
    evidence: evidenceOf(layer.layer, allow),
  }
}

/** The first level whose policies allow nothing here. */
const failingLevel = (layer: LayerResult): number | null => {
  const index = layer.levels?.findIndex((level) => level.status === 'implicitDeny') ?? -1
  return index < 0 ? null : index
}

const missEvidence = (layer: LayerResult, miss: Miss): Evidence =>
  evidenceOf(layer.layer, miss.statement, tellingElements(miss)[0])

/** What the missing Allow of another account's policy is called. */
const CODES: Readonly<Record<Layer, keyof typeof DENIED_FACTS | null>> = {
  identity: null,
  resource: 'resource-side',
  trust: 'trust-without-caller',
  boundary: null,
  session: null,
  scp: null,
  rcp: null,
  endpoint: null,
}

const nearest = (judged: JudgedCase, layer: LayerResult, miss: Miss): Omit<LayerFact, 'code'> => ({
  who: policyPhrase(miss.statement, targetOf(judged, layer.layer, miss.statement)),
  fact: withAbsence(
    judged,
    miss.failed,
    missFact({
      miss,
      action: judged.accessCase.request.action,
      resource: judged.accessCase.request.resource,
      principal: judged.accessCase.request.principal,
    }),
  ),
  evidence: missEvidence(layer, miss),
})

const isCrossResource = (judged: JudgedCase, layer: LayerResult): boolean =>
  layer.layer === 'resource' && judged.evaluation.relation === 'crossAccount'

/** All Allows speak of other actions: what they allow instead, in one list. */
const elsewhere = (misses: readonly Miss[]): Phrase => {
  const actions = misses.flatMap(({ statement }) =>
    statement.elements
      .filter((one) => one.element === 'Action')
      .flatMap((one) => one.values.map((value) => value.text)),
  )
  return otherActions([...new Set(misses.map(({ statement }) => statement.policyName))], [...new Set(actions)])
}

const levelFact = (judged: JudgedCase, layer: LayerResult, level: number): LayerFact => {
  const { policies } = judged.accessCase
  const target = targetAt(policies, layer.layer, level)
  const [miss] = missesOf(layer, judged.accessCase.request.action, level)
  const who = targetPhrase(target)
  if (miss === undefined || isOtherAction(miss)) {
    const evidence = miss ? missEvidence(layer, miss) : null
    const names = (levelsOf(policies, layer.layer)[level]?.policies ?? []).map(({ name }) => name)
    return target === null && names.length > 0
      ? {
          code: 'policies-without-allow',
          who: list(
            names.map((name) => strong(name)),
            'or',
          ),
          fact: [],
          evidence,
        }
      : { code: 'level-without-allow', who, fact: [], evidence }
  }
  const near = nearest(judged, layer, miss)
  return {
    code: 'level-nearest-allow',
    who,
    fact: [...policyPhrase(miss.statement, null), { text: ' ' }, ...near.fact],
    evidence: near.evidence,
  }
}

/** Is it the shut policy of a key that AWS manages in another account? Nobody can open it. */
const isForeignAwsKey = ({ accessCase, evaluation }: JudgedCase, { layer, status, blocking }: LayerResult): boolean =>
  layer === 'resource' &&
  blocking &&
  status !== 'explicitDeny' &&
  evaluation.relation === 'crossAccount' &&
  serviceOfAction(accessCase.request.action) === 'kms' &&
  (accessCase.facts?.kmsKeyManager === 'aws' || isAwsManagedAlias(parseArn(accessCase.request.resource)))

/** Why a layer refuses, whatever its policies say; null where they decide. */
export const refusalIn = (judged: JudgedCase, layer: LayerResult): Phrase | null => {
  const code = refusalCodeIn(judged, layer)
  return code === null ? null : layerClause(code, judged.accessCase.request)
}

const isRefusal = (reason: string): reason is RefusalCode => Object.hasOwn(REFUSAL_CHANGES, reason)

const refusalCodeIn = (judged: JudgedCase, layer: LayerResult): RefusalCode | null => {
  const { reason } = layer
  if (isRefusal(reason) && REFUSAL_CHANGES[reason] !== null) return reason
  return isForeignAwsKey(judged, layer) ? 'aws-managed-key-cross-account' : null
}

/** What makes a request pass that a service refuses in this layer besides all policies; null where none does. */
export const refusalChangeIn = (judged: JudgedCase, layer: LayerResult): RefusalChange | null => {
  const code = refusalCodeIn(judged, layer)
  return code === null ? null : REFUSAL_CHANGES[code]
}

/** Nothing that policies say is missing: they cannot be read, or they do not decide. */
const besidesPolicies = (judged: JudgedCase, layer: LayerResult): LayerFact | null => {
  const unread = unreadIn(judged, layer)
  if (unread) return { code: 'not-readable', who: unread.where, fact: unread.what, evidence: null }
  const refusal = refusalIn(judged, layer)
  return refusal && { code: 'refused', who: [], fact: refusal, evidence: null }
}

/** Does a layer deny for something else than what its policies say? */
export const isBesidesPolicies = (judged: JudgedCase, layer: LayerResult): boolean =>
  besidesPolicies(judged, layer) !== null

/** A statement that may be an Allow, and is none of this request. */
const uncoveredFact = (judged: JudgedCase, layer: LayerResult, open: StatementResult): LayerFact => {
  const failed = open.elements.find(({ matches }) => matches === 'no')
  return {
    code: 'effect-not-written',
    who: policyPhrase(open, targetOf(judged, layer.layer, open)),
    fact: effectNotWritten(failed),
    evidence: evidenceOf(layer.layer, open, failed),
  }
}

/** The Allow that would match, were it not for how it writes the action. */
const misspeltFact = (judged: JudgedCase, { layer }: LayerResult, slip: MisspeltAction): LayerFact => ({
  code: 'nearest-allow',
  who: policyPhrase(slip.statement, targetOf(judged, layer, slip.statement)),
  fact: misspelt(slip.value.text, judged.accessCase.request.action),
  evidence: { ...evidenceOf(layer, slip.statement, slip.element), ...(slip.value.span && { span: slip.value.span }) },
})

/** Why a layer denies implicitly, in words. */
export const missingFact = (judged: JudgedCase, layer: LayerResult): LayerFact => {
  const besides = besidesPolicies(judged, layer)
  if (besides) return besides
  const level = failingLevel(layer)
  if (level !== null) return levelFact(judged, layer, level)
  const misses = missesOf(layer, judged.accessCase.request.action)
  const [near] = misses
  const isCross = isCrossResource(judged, layer)
  if (near === undefined) {
    const open = layer.statements.find(({ openEffect }) => openEffect === true)
    if (open !== undefined && !isCross) return uncoveredFact(judged, layer, open)
    const isEmpty = layer.statements.length === 0
    const code = isCross ? 'resource-side-none' : isEmpty ? 'nothing-attached' : 'no-allow'
    return { code, who: [], fact: [], evidence: null }
  }
  const slip = misspeltAction(judged, misses)
  if (slip !== null) return misspeltFact(judged, layer, slip)
  const special = layer.layer === 'trust' || isCross ? CODES[layer.layer] : null
  const actions = near.failed.some((one) => one.element === 'NotAction')
  if (special === null && isOtherAction(near) && !actions && misses.length > 1)
    return { code: 'other-actions', who: [], fact: elsewhere(misses), evidence: missEvidence(layer, near) }
  return { code: special ?? 'nearest-allow', ...nearest(judged, layer, near) }
}

/** Does each state of what is unknown end in this layer's denial, though no one statement is sure to deny? */
export const isDeniedInAnyCase = ({ evaluation }: JudgedCase, layer: LayerResult): boolean => {
  const isUnsure = layer.status === 'depends' || layer.statements.every(({ matches }) => matches !== 'yes')
  const isDecided = isDenial(evaluation.decision)
  return (
    isDecided &&
    evaluation.layer === layer.layer &&
    isUnsure &&
    layer.statements.some(({ matches }) => matches === 'unknown')
  )
}

/** The layer hangs on unknown keys, and whatever they are, it denies. */
const inAnyCaseFact = (judged: JudgedCase, layer: LayerResult): LayerFact => {
  const open = layer.statements.find(({ matches }) => matches === 'unknown')
  return {
    code: 'in-any-case',
    who: [],
    fact: whateverPhrase(layer, judged.evaluation, judged.accessCase.request),
    evidence: open ? evidenceOf(layer.layer, open) : null,
  }
}

/** What a blocking layer does to the request. */
export const blockingFact = (judged: JudgedCase, layer: LayerResult): LayerFact => {
  const deny = matching(layer, 'Deny')
  if (deny) return denyingFact(judged, layer, deny)
  return isDeniedInAnyCase(judged, layer) ? inAnyCaseFact(judged, layer) : missingFact(judged, layer)
}
