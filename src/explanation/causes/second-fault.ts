import { missesOf } from '../../evaluation/describe/nearest-miss'
import type { CaseRequest } from '../../case/access-case'
import type { LayerResult, StatementResult } from '../../evaluation/evaluation'
import { takesNoResource } from '../../iam/no-resource-actions'
import { canGrant, caseLayerOf, LAYERS, type Layer } from '../../iam/layers'
import { hasBlank } from '../../text/blank'
import { join, plainText, type Phrase } from '../../text/phrase'
import type { Answer, Cause, FurtherCheck } from '../answer'
import { SECOND_FAULT } from '../messages/second-fault'
import type { Evidence } from '../evidence'
import { policyPhrase } from '../messages/statements'
import { awsDenied, layerResult, samePlace, targetOf, type JudgedCase } from '../judged-case'
import { callTitle, isNotInEffect, isOfWrongCaller } from './call-first'
import { openAllow, openDeny } from './given-causes'
import { shownMissing } from './lacking-layer'
import { nextChecks } from './next-checks'
import { askingCheck } from './asking-check'
import { testRequest } from './tested-check'

/** Does a policy that was pasted show the first cause, and is that a policy's fault? */
const isOfPolicy = ({ decision, fact }: Answer, first: Cause): boolean =>
  decision === 'implicitDeny' &&
  fact?.evidence !== null &&
  first.evidence !== null &&
  !isOfWrongCaller(first) &&
  !isNotInEffect(first) &&
  callTitle(first) === null

/** Does a statement of the other side let in this caller for this action on this resource, and only its conditions are open? */
const isOpenByTests = ({ effect, matches, elements, openEffect }: StatementResult): boolean => {
  const open = elements.filter((one) => one.matches !== 'yes')
  return (
    effect === 'Allow' &&
    openEffect !== true &&
    matches === 'unknown' &&
    open.length > 0 &&
    open.every((one) => one.element === 'Condition')
  )
}

/** The one Allow of a layer that was pasted, where it has to let the request in and hangs on its conditions alone. */
const onlyOpen = ({ needed, status, statements }: LayerResult): StatementResult | undefined => {
  const allows = statements.filter(({ effect, matches }) => effect === 'Allow' && matches !== 'no')
  return needed && status === 'depends' && allows.length === 1 ? allows.find(isOpenByTests) : undefined
}

/** A second fault: in short, and as a cause. */
interface Second {
  readonly short: Phrase
  readonly cause: Cause
}

/** The other account's side, where the caller's lacks it: a condition there that nothing here shows to be met. */
function ofOtherSide(judged: JudgedCase, { layer }: Answer): Second | null {
  const { evaluation, accessCase } = judged
  if (layer !== 'identity' || evaluation.relation !== 'crossAccount' || accessCase.request.principal === '') return null
  for (const result of evaluation.layers) {
    const open = canGrant(result.layer) && LAYERS[result.layer].side !== 'caller' ? onlyOpen(result) : undefined
    if (open !== undefined) return { short: SECOND_FAULT.layer(result.layer), cause: openAllow(judged, result, open) }
  }
  return null
}

const isSameAction = ({ action }: CaseRequest, other: CaseRequest): boolean =>
  action.toLowerCase() === other.action.toLowerCase()

/** Another check of the work with what the policies of a layer make of it. */
interface Further {
  readonly check: FurtherCheck
  readonly judged: JudgedCase
}

/** Does nothing say on which thing an action is that takes one? A statement for one thing is no fault then. */
const isOnAnything = ({ action, resource }: CaseRequest): boolean => resource === '*' && !takesNoResource(action)

/** The other actions that the call is checked for; the same one on another kind of thing is part of the fix. */
const ofCall = (judged: JudgedCase): readonly Further[] =>
  (judged.call ?? [])
    .filter(({ accessCase: { request } }) => !isSameAction(request, judged.accessCase.request))
    .filter(({ accessCase: { request } }) => !hasBlank(request.resource) && !isOnAnything(request))
    .map(({ accessCase, evaluation }) => ({
      check: { principal: null, action: accessCase.request.action, resource: accessCase.request.resource },
      judged: { ...judged, accessCase, evaluation },
    }))

const ofText = (judged: JudgedCase): readonly Further[] =>
  nextChecks(judged).map((check) => ({ check, judged: askingCheck(judged, check) }))

/** Do two causes stand on the same words of the same statement? Then one change mends both. */
const isOnSame = ({ evidence: one }: Cause, { evidence: other }: Cause): boolean =>
  one !== null &&
  other !== null &&
  one.layer === other.layer &&
  samePlace(one.place, other.place) &&
  one.span?.[0] === other.span?.[0]

/** Does the nearest Allow miss it by its Resource, and otherwise by its conditions at most, which the first fault tells of? */
function isOfResource(result: LayerResult, action: string): boolean {
  const failed = missesOf(result, action)[0]?.failed.map(({ element }) => element) ?? []
  return failed.includes('Resource') && failed.every((element) => element === 'Resource' || element === 'Condition')
}

/** What a resource is called in a statement: whatever has no name yet is any. */
const allOf = (resource: string): string => resource.replace(/<name>$/, '*')

/** The first further check of the work for which the layer has an Allow that was meant for it and misses it. */
function ofOtherCheck(judged: JudgedCase, layer: Layer, first: Cause): Second | null {
  for (const { check, judged: asked } of [...ofText(judged), ...ofCall(judged)]) {
    const result = layerResult(asked.evaluation, layer)
    if (result === null || check.resource === '' || testRequest(asked, layer).outcome !== 'misplaced') continue
    const cause = shownMissing(asked, result)
    if (cause.evidence === null || isOnSame(cause, first)) continue
    const short = SECOND_FAULT.check(check.action, check.resource)
    const covered = isOfResource(result, check.action) ? { remedy: SECOND_FAULT.cover(allOf(check.resource)) } : {}
    return { short, cause: { ...cause, ...covered, about: check } }
  }
  return null
}

/** So many further Denies are causes of their own; each is named. */
const MOST_DENIES = 3

/** A further Deny: where it stands, and as a cause. */
interface FurtherDeny {
  readonly who: Phrase
  readonly cause: Cause
}

/** The Denies that are sure to apply to this very request, beside the one of the answer, of every layer that was pasted. */
const otherDenies = (judged: JudgedCase, deciding: Evidence): readonly FurtherDeny[] =>
  judged.evaluation.layers.flatMap((result) =>
    result.statements
      .filter(({ effect, openEffect, matches }) => effect === 'Deny' && openEffect !== true && matches === 'yes')
      .filter((one) => caseLayerOf(result.layer) !== deciding.layer || !samePlace(one, deciding.place))
      .map((one) => ({
        who: policyPhrase(one, targetOf(judged, result.layer, one)),
        cause: { ...openDeny(judged, result, one), code: 'deny-shown' as const },
      })),
  )

/** The answer with every other Deny that applies to the request: to lift the first alone would lift nothing. */
function withOtherDenies(judged: JudgedCase, answer: Answer): Answer {
  const { fact, layer } = answer
  const [first, ...rest] = answer.causes
  const deciding = fact?.evidence
  if (!fact || !deciding || layer === 'none' || first === undefined) return answer
  const isDecided = layerResult(judged.evaluation, layer)?.statements.some(
    (one) => one.effect === 'Deny' && one.matches === 'yes' && samePlace(one, deciding.place),
  )
  const found = isDecided ? otherDenies(judged, deciding) : []
  const named = [...new Map(found.map((one) => [plainText(one.who), one])).values()]
  if (named.length === 0) return answer
  const basis = answer.basis === 'proven' ? ('proven' as const) : ('likely' as const)
  const told = named.slice(0, MOST_DENIES).map(({ cause }) => ({ ...cause, basis }))
  const isTold = (one: Cause) =>
    told.some((other) => one.layer === other.layer && plainText(one.sentence) === plainText(other.sentence))
  return {
    ...answer,
    fact: { ...fact, sentence: join(fact.sentence, ' ', SECOND_FAULT.denies(named.map(({ who }) => who))) },
    causes: [first, ...told, ...rest.filter((one) => !isTold(one))],
  }
}

/**
 * The answer with what AWS refuses next, where the policies that were pasted show it: to mend the first fault alone would only
 * move the denial.
 */
export function withSecondFault(judged: JudgedCase, answer: Answer): Answer {
  const { layer, fact } = answer
  const [first, ...rest] = answer.causes
  if (!awsDenied(judged) || layer === 'none' || fact === null || first === undefined) return answer
  if (answer.decision === 'explicitDeny') return withOtherDenies(judged, answer)
  if (!isOfPolicy(answer, first)) return answer
  const second = ofOtherSide(judged, answer) ?? ofOtherCheck(judged, layer, first)
  if (second === null) return answer
  const { short, cause } = second
  const isTold = (one: Cause) => one.layer === cause.layer && plainText(one.sentence) === plainText(cause.sentence)
  const told: Cause = {
    ...cause,
    basis: answer.basis === 'proven' ? 'proven' : 'likely',
    sentence: join(short, ' ', cause.sentence),
  }
  return {
    ...answer,
    fact: { ...fact, sentence: join(fact.sentence, ' ', short) },
    causes: [first, told, ...rest.filter((one) => !isTold(one))],
  }
}
