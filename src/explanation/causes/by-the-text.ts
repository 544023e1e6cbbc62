import { isDenial, type HowDenied } from '../../iam/how-denied'
import type { SituationShape } from '../../facts/situations/situation-row'
import { SITUATIONS, type SituationId } from '../../facts/situations/situations'
import { CALL_FACTS, type CallFact } from '../../facts/calls/call-facts'
import { isOncePerAccount } from '../../facts/once-per-account'
import { isDeviceCall } from '../../facts/device-calls'
import { serviceOfAction } from '../../iam/action'
import { parseArn } from '../../iam/arn'
import type { Layer } from '../../iam/layers'
import { matchWildcard } from '../../iam/wildcard'
import { CIRCUMSTANCES, type Circumstance } from '../../knowledge/circumstances'
import { SHOWN_MESSAGES, WHERE_INSTEAD } from '../../knowledge/messages/shown-facts'
import { PREMISE_OF_WHEN, PREMISES, PREMISES_OF_CHECK, type Premise, type PremiseRow } from '../../knowledge/premises'
import { premisesOfSituation } from '../../knowledge/situation-premises'
import { shownIn, toldToHold, type ShownHere } from '../../knowledge/find-shown-facts'
import { SHOWN_FACTS } from '../../knowledge/shown-facts'
import { own } from '../../text/own'
import { join, type Phrase } from '../../text/phrase'
import type { Cause } from '../answer'
import type { JudgedCase } from '../judged-case'
import { rowPhrase } from '../words/row-phrase'
import { callTitle } from './call-first'
import { isMissing } from './hypothetical-case'
import { textsOf } from '../../text/fields'

const HOW = { implicitDeny: 'lacks', explicitDeny: 'denies' } as const

/** That a layer lacks an Allow or denies: only where its policies are not given, else the evaluation tells. */
const ofLayer = ({ accessCase }: JudgedCase, layer: Layer, decision: Cause['decision']): readonly Premise[] =>
  isDenial(decision) && isMissing(accessCase, layer) ? [`${layer} ${HOW[decision]}`] : []

/** The actions that the statements of a cause allow. */
export const actionsOfCause = ({ statements }: Cause): readonly string[] =>
  statements.flatMap(({ Action }) => textsOf(Action))

/** Does it ask for nothing but the use of a key, of a call of another service? */
const isOfKey = ({ accessCase }: JudgedCase, cause: Cause): boolean => {
  const actions = actionsOfCause(cause)
  return (
    actions.length > 0 &&
    serviceOfAction(accessCase.request.action) !== 'kms' &&
    actions.every((action) => serviceOfAction(action) === 'kms')
  )
}

/** Does it ask for nothing but what an account has to have once? */
const isOfFirst = (cause: Cause): boolean => {
  const actions = actionsOfCause(cause)
  return actions.length > 0 && actions.every(isOncePerAccount)
}

/** What a cause supposes. */
function premisesOf(judged: JudgedCase, cause: Cause): readonly Premise[] {
  const { code, layer, decision, ground } = cause
  const when = own<CallFact>(CALL_FACTS, code)?.when
  const premise = when === undefined ? null : PREMISE_OF_WHEN[when]
  return [
    // A call that is wrong itself, no policy lets through.
    ...(layer === 'none' || callTitle(cause) !== null ? [] : ofLayer(judged, layer, decision)),
    ...(own<Circumstance>(CIRCUMSTANCES, code)?.supposes ?? []),
    ...(premise === null ? [] : [premise]),
    ...(own<readonly Premise[]>(PREMISES_OF_CHECK, code) ?? []),
    ...(Object.hasOwn(SITUATIONS, code) ? premisesOfSituation(code as SituationId) : []),
    ...(isOfKey(judged, cause) ? (['KMS key'] as const) : []),
    ...(isOfFirst(cause) ? (['not yet in this account'] as const) : []),
    ...(ground === 'unseen-account' ? (['other owner'] as const) : []),
  ]
}

/**
 * Can a cause be about another than who calls? Then what a text says of the caller is not said of that one: the words of a
 * service say who was refused, and a circumstance may be of a role that was handed over, unless AWS names who was.
 */
function isOfAnother({ accessCase }: JudgedCase, { code, about }: Cause): boolean {
  const situation = own<SituationShape>(SITUATIONS, code)
  if (situation !== undefined) return situation.refused !== 'caller'
  if (about !== null && about.principal !== null) return true
  return own<Circumstance>(CIRCUMSTANCES, code) !== undefined && accessCase.request.principal === ''
}

/** Does a cause ask for actions of another service than the request does? */
const isOfOtherService = ({ accessCase }: JudgedCase, cause: Cause): boolean =>
  [...actionsOfCause(cause), ...(cause.about === null ? [] : [cause.about.action])].some(
    (action) => serviceOfAction(action) !== serviceOfAction(accessCase.request.action),
  )

/** Does a cause ask for another action than the request does? */
const isOfOtherAction = ({ accessCase }: JudgedCase, cause: Cause): boolean =>
  [...actionsOfCause(cause), ...(cause.about === null ? [] : [cause.about.action])].some(
    (action) => action.toLowerCase() !== accessCase.request.action.toLowerCase(),
  )

/** Things as people write them behind “on”, such as `table/orders` or `stream/*`. */
const THINGS = /(?<![\w:/-])[a-z][\w-]{1,40}\/[\w*.:/-]{1,200}/g

/** Does a sentence that tells what is allowed name the things that it is allowed on, and not the one that was asked for? */
function isOnOthers({ text }: ShownHere, resource: string): boolean {
  const asked = parseArn(resource)?.resource ?? ''
  const named = asked === '' ? [] : [...text.matchAll(THINGS)].map(([one]) => one.replace(/[.,:]{1,3}$/, ''))
  const kind = asked.split('/', 1)[0]
  const alike = named.filter((one) => one.split('/', 1)[0] === kind)
  return alike.length > 0 && !alike.some((one) => matchWildcard(one, asked))
}

/** Does a fact that the text shows tell something of a cause? */
const tellsOf = (judged: JudgedCase, cause: Cause, fact: ShownHere, kind: keyof PremiseRow): boolean => {
  const { isOfCaller, isOfService, isOfAction } = SHOWN_FACTS[fact.id]
  return !(
    (isOfAction === true && kind !== 'shownBy' && isOnOthers(fact, judged.accessCase.request.resource)) ||
    (isOfAction === true && kind !== 'shownBy' && isOfOtherAction(judged, cause)) ||
    (isOfCaller === true && isOfAnother(judged, cause)) ||
    (isOfService === true && isOfOtherService(judged, cause))
  )
}

/** What the text of a case shows of its request. */
export const shownOf = ({ accessCase: { error = '', request } }: JudgedCase): readonly ShownHere[] =>
  shownIn(error, request)

const KEY_WORDS = /\bkms|\b(?:sse|cmk)\b|encrypt/i

/** Is it a check of the call for a KMS key, of which neither the text nor a policy says a word? */
export const isOfUnnamedKey = (judged: JudgedCase, cause: Cause): boolean =>
  own<CallFact>(CALL_FACTS, cause.code) !== undefined &&
  premisesOf(judged, cause).includes('KMS key') &&
  !KEY_WORDS.test(judged.accessCase.error ?? '') &&
  !KEY_WORDS.test(JSON.stringify(judged.accessCase.policies))

/** What the text shows for and against a cause. */
export interface ByTheText {
  readonly refutes: readonly ShownHere[]
  readonly weakens: readonly ShownHere[]
  readonly speaksFor: readonly ShownHere[]
}

const OF_LAYER = / (?:lacks|denies)$/

/** The actions that a role lacks by a cause, where it is not the caller of the request that lacks them. */
function lackedByRole({ accessCase: { request } }: JudgedCase, cause: Cause): readonly string[] {
  const situation = own<SituationShape>(SITUATIONS, cause.code)
  // What a role is told to hold is nothing that the AWS IoT policy of a device or its user has.
  const isOfDevice = situation?.refused === 'app-user' || isDeviceCall(request.action, request.principal)
  if (cause.layer !== 'identity' || situation?.refused === 'caller' || isOfDevice) return []
  if (situation !== undefined) return situation.actions ?? []
  // What the tables know of a call is of a role that a service took, where nothing names who called.
  const isOfTables = Object.hasOwn(CIRCUMSTANCES, cause.code) || Object.hasOwn(CALL_FACTS, cause.code)
  const action = cause.about?.action ?? request.action
  return isOfTables && request.principal === '' && action !== '' ? [action] : []
}

/** That the text says of a role that it holds what it lacks by a cause. */
function heldByText(judged: JudgedCase, cause: Cause): readonly ShownHere[] {
  const actions = lackedByRole(judged, cause)
  const told = actions.length === 0 ? null : toldToHold(judged.accessCase.error ?? '', actions)
  return told === null || isOnOthers(told, judged.accessCase.request.resource) ? [] : [told]
}

/** What of the facts that a text shows bears on a cause. */
export function byTheText(judged: JudgedCase, cause: Cause, shown: readonly ShownHere[]): ByTheText {
  const premises = premisesOf(judged, cause)
  const of = (kind: keyof PremiseRow, supposed = premises) =>
    shown.filter(
      (one) =>
        supposed.some((premise) => PREMISES[premise][kind].includes(one.id)) && tellsOf(judged, cause, one, kind),
    )
  // That a layer lacks something speaks for no check of which nothing shows that the call makes it.
  const isGuess = cause.ground === 'fact-possible' || cause.isUnseen === true
  const speaksFor = of('shownBy', isGuess ? premises.filter((one) => !OF_LAYER.test(one)) : premises)
  // What speaks for one thing that it supposes is no doubt of another.
  const weakens = of('weakenedBy').filter((one) => !speaksFor.includes(one))
  // What a row is recognised by is no evidence against it.
  const shownBy = own<Circumstance>(CIRCUMSTANCES, cause.code)?.shown ?? []
  const refutes = of('refutedBy').filter(({ id }) => !shownBy.includes(id))
  return { refutes: [...refutes, ...heldByText(judged, cause)], weakens, speaksFor }
}

/** What the text shows against it that policies of a layer which are not given deny so. */
export const againstLayer = (judged: JudgedCase, layer: Layer, how: HowDenied): readonly ShownHere[] => {
  const premises = ofLayer(judged, layer, how)
  if (premises.length === 0) return []
  const { error = '', request } = judged.accessCase
  const isOfRole =
    layer === 'identity' &&
    how === 'implicitDeny' &&
    request.principal === '' &&
    request.action !== '' &&
    !isDeviceCall(request.action, request.principal)
  const held = isOfRole ? toldToHold(error, [request.action]) : null
  const shown = shownOf(judged).filter(
    (fact) =>
      premises.some((one) => PREMISES[one].refutedBy.includes(fact.id)) &&
      !(SHOWN_FACTS[fact.id].isOfAction === true && isOnOthers(fact, request.resource)),
  )
  return held === null || isOnOthers(held, request.resource) ? shown : [...shown, held]
}

/** Does the text show that policies of a layer which are not given don't deny so? */
export const isRefutedLayer = (judged: JudgedCase, layer: Layer, how: HowDenied): boolean =>
  againstLayer(judged, layer, how).length > 0

/** A fact as a sentence, with the words of the text. */
export const shownWords = ({ id, text }: ShownHere): Phrase => rowPhrase(SHOWN_MESSAGES[id], { text })

/** A fact that shows that what usually denies is not it, and where to look instead; null where none does. */
export const lookInstead = (refutes: readonly ShownHere[]): Phrase | null => {
  for (const one of refutes) {
    const instead = WHERE_INSTEAD[one.id]
    if (instead !== undefined) return join(shownWords(one), ' ', rowPhrase(instead, {}))
  }
  return null
}

/** What the text shows against what the words of a service usually mean; null where nothing does. */
export const againstSituation = (judged: JudgedCase, id: SituationId): Phrase | null => {
  const premises = premisesOfSituation(id)
  return premises.length === 0
    ? null
    : lookInstead(
        shownOf(judged).filter((one) => premises.some((premise) => PREMISES[premise].refutedBy.includes(one.id))),
      )
}
