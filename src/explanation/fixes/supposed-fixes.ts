import { isLinkedRoleRefused } from '../../facts/situations/situations'
import { isLinkedRoleName, isServicePrincipal, parsePrincipal } from '../../iam/principal'
import { evaluate } from '../../evaluation/evaluate'
import { ANY_PART } from '../../iam/any-part'
import { LAYERS, READING_ORDER, canGrant, type Layer } from '../../iam/layers'
import type { Fix } from '../explanation'
import { explainFixes } from './explain-fixes'
import { asNew, unproven } from './unproven-fix'
import { joinConditions, testsIn, type ConditionJson } from '../causes/condition-json'
import { leastStatement, type StatementJson } from '../causes/least-statement'
import { keptTests } from './kept-conditions'
import { setOf } from './permission-set'
import { blankResource, isUnnamed } from './named-resource'
import { ownPart } from './own-part'
import * as say from '../messages/fixes'
import { refusalIn } from '../words/layer-fact'
import { judgedWith, layerResult, type JudgedCase } from '../judged-case'
import type { Basis } from '../answer'
import { resourceText } from '../words/names'
import { statementForCaller } from './named-caller'
import { isMissing, supposeLacking } from '../causes/hypothetical-case'
import { lastingFor } from './asked-objects'

/** What is known of a fix that no policy here proves: it answers AWS's word, where AWS speaks, or else what is likely. */
const proofOf = (basis: Basis): Fix['proof'] => (basis === 'claimed' ? say.answersClaim() : say.answersCause())

const toSupposed = (judged: JudgedCase, fix: Fix, basis: Basis): Fix => ({
  ...fix,
  changes: fix.statement === null ? fix.changes : [asNew(judged, fix.layer, [fix.statement])],
  proof: proofOf(basis),
  isSupposed: true,
})

const namesCaller = (layer: Layer): boolean => layer === 'resource' || layer === 'trust'

/** The least statement that answers AWS's claim, as far as the text names what it is made of. */
const leastOf = (judged: JudgedCase, layer: Layer): StatementJson | null => {
  const { request } = judged.accessCase
  if (request.action === '' || ownPart(judged, layer) !== null) return null
  // What a service-linked role needs of a key is more than the call, and the row says it.
  if (isLinkedRoleRefused(judged.denial?.situation)) return null
  // A service that calls as itself has no identity-based policy.
  if (layer === 'identity' && isServicePrincipal(request.principal)) return null
  const result = layerResult(judged.evaluation, layer)
  const kept = result === null ? null : keptTests({ judged, layer, result }, null)
  const named = lastingFor(judged, resourceText(judged) || blankResource(judged), request.action)
  const resource = (isUnnamed(named) ? (kept?.resource ?? named) : named).replaceAll(ANY_PART, '*')
  if (kept !== null && kept.unmet.length > 0) return null
  const least = leastStatement(judged, layer, resource, '', kept?.condition)
  if (least !== null) return least.statement
  if (!namesCaller(layer)) return null
  const { Condition: tests, ...made } = statementForCaller(judged, layer === 'trust' ? null : resource)
  const isAsWritten = ([key]: readonly [string, unknown]) => kept?.asWritten?.includes(key) === true
  const stay = kept !== null && testsIn(kept.condition).every(isAsWritten) ? kept.condition : null
  const condition = joinConditions((tests ?? null) as ConditionJson | null, stay)
  return condition === null ? made : { ...made, Condition: condition }
}

/** The other side of a request across accounts, which has to allow too. */
const otherSide = (layer: Layer): readonly Layer[] =>
  canGrant(layer) ? READING_ORDER.filter((one) => canGrant(one) && LAYERS[one].side !== LAYERS[layer].side) : []

const sidesOf = (judged: JudgedCase, layer: Layer): readonly Layer[] => {
  // AWS's own record lists what each layer did.
  const lacking = judged.denial?.layer === layer ? judged.denial.lackingBesides : undefined
  if (lacking !== undefined) return [layer, ...lacking.filter((one) => isMissing(judged.accessCase, one))]
  if (judged.evaluation.relation !== 'crossAccount') return [layer]
  const isLinked = isLinkedRoleName(parsePrincipal(judged.accessCase.request.principal)?.name)
  const others = otherSide(layer).filter(
    (other) =>
      layerResult(judged.evaluation, other) !== null &&
      isMissing(judged.accessCase, other) &&
      !(isLinked && other === 'identity'),
  )
  return [layer, ...others]
}

/** The fixes of layers that are not given: proven on policies of which only is supposed what AWS says. */
export const supposedFixes = (judged: JudgedCase, layer: Layer, basis: Basis): readonly Fix[] => {
  const layers = sidesOf(judged, layer)
  const accessCase = supposeLacking(judged.accessCase, layers)
  const fixes = explainFixes({ ...judged, accessCase, evaluation: evaluate(accessCase, judgedWith(judged)) })
  const found = layers.flatMap((one) => fixes.filter((fix) => fix.layer === one && fix.statement !== null))
  return found.map((fix) => toSupposed(judged, fix, fix.layer === layer ? basis : 'likely'))
}

/** Fixes; where none of them is of the layer, one comes first that no policy here proves, if the text names what it is made of. */
export const withFallback = (judged: JudgedCase, layer: Layer, basis: Basis, fixes: readonly Fix[]): readonly Fix[] => {
  if (fixes.some((fix) => fix.layer === layer)) return fixes
  const result = layerResult(judged.evaluation, layer)
  // What a service refuses besides all policies, none of them can allow.
  if (result !== null && refusalIn(judged, result) !== null) return fixes
  const least = leastOf(judged, layer)
  if (least === null) return fixes
  const { action } = judged.accessCase.request
  const { Resource: resource } = least
  const on = typeof resource === 'string' && resource !== '*' && !isUnnamed(resource) ? resource : null
  return [
    unproven(judged, layer, [least], proofOf(basis), say.newPolicySentence(layer, action, on, setOf(judged))),
    ...fixes,
  ]
}
