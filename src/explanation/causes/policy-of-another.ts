import { evaluate } from '../../evaluation/evaluate'
import type { ElementResult } from '../../evaluation/evaluation'
import { accountOfArn, lastInPath } from '../../iam/arn'
import type { Facts } from '../../knowledge/knowledge'
import { replaceHoles } from '../../iam/find-holes'
import { POLICY_OF_ANOTHER, WRONG_CALLER } from '../messages/policy-of-another'
import type { Cause } from '../answer'
import { judgedWith, layerResult, type UncountedPolicy, type JudgedCase } from '../judged-case'
import { headlineFacts } from '../words/headline'
import { isSupported, NO_FACTS, type KnownFacts } from './known-facts'
import { OF_REQUEST } from './cause-of-request'
import type { SituationShape } from '../../facts/situations/situation-row'
import { SITUATIONS } from '../../facts/situations/situations'
import { policiesOfLayer } from '../../case/layer-policies'
import { own } from '../../text/own'
import { parsePrincipal } from '../../iam/principal'
import { rowPhrase } from '../words/row-phrase'
import { isOfWrongCaller } from './call-first'
import { areExchanged, placeOfRole } from './role-slots'

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_manage-attach-detach.html */
const PAGE = 'https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_manage-attach-detach.html'

/** Would the request pass the identity-based policies, if the caller had this one too? */
function wouldAllow(judged: JudgedCase, { name, text }: UncountedPolicy): boolean {
  const { accessCase } = judged
  const { policies } = accessCase
  const identity = [...(policies.identity ?? []), { name, document: text }]
  const result = layerResult(
    evaluate({ ...accessCase, policies: { ...policies, identity } }, judgedWith(judged)),
    'identity',
  )
  if (result?.status === 'allows') return true
  // Of a resource that nobody knows, what the policy names is as good as any.
  const isOpenResource = ({ element, matches }: ElementResult): boolean =>
    matches === 'yes' || (element === 'Resource' && matches === 'unknown')
  return (
    accessCase.request.resource === '' &&
    result?.status === 'depends' &&
    result.statements.some(
      (one) => one.effect === 'Allow' && one.policyName === name && one.elements.every(isOpenResource),
    )
  )
}

/** Does a service say that the role which it was given was refused? */
const isOfGivenRole = (one: Cause): boolean =>
  isSupported(one) && own<SituationShape>(SITUATIONS, one.code)?.refused === 'given-role'

/** Is a policy here that counts for the caller? */
const hasOwnPolicies = ({ accessCase: { policies } }: JudgedCase): boolean =>
  policiesOfLayer(policies, 'identity').length > 0

/**
 * A policy of the text that allows the request, and that the caller does not have: it is attached to another role or user.
 * Who the caller is known to be tells how the other one comes to call.
 */
function causesOf(judged: JudgedCase, { callers: [caller], causes }: KnownFacts): readonly Cause[] {
  const { beside = [], evaluation } = judged
  if (layerResult(evaluation, 'identity')?.status === 'allows') return []
  // That a policy is called after another account makes nobody the wrong caller whom AWS names.
  const isSaid = (judged.denial?.principal ?? null) !== null
  const others = beside.filter(
    (one) => one.holder !== null && !(isSaid && one.holder.account !== undefined) && wouldAllow(judged, one),
  )
  // What the error says of a role that a service works with: that role has to have it, and no other can make the call.
  // Whoever handed over a role that has a policy here, which lacks it, is not who calls.
  if (causes.some(isOfGivenRole) && hasOwnPolicies(judged)) return []
  const used = causes.find((one) => isSupported(one) && one.layer === 'identity' && one.check !== null)
  return others.slice(0, 1).map(({ name, holder }): Cause => {
    const facts = headlineFacts(judged, 'identity')
    const exchanged = exchangedRoles(judged, holder?.name ?? null)
    if (exchanged !== null) return exchanged
    const { action } = facts
    if (holder?.account !== undefined) {
      const own = accountOfArn(judged.accessCase.request.principal)
      return ofWrongCaller('called-by-another', {
        policy: name,
        action,
        other: holder.account,
        own,
        caller: facts.caller ?? '',
      })
    }
    const told = {
      policy: name,
      action,
      caller: facts.caller ?? 'the caller',
      holder: holder?.name ? replaceHoles(lastInPath(holder.name), 'request', '…') : null,
      kind: holder?.kind === 'user' ? ('user' as const) : ('role' as const),
    }
    const slot = told.holder === null ? null : ownSlot(judged, told.holder)
    return {
      ...OF_REQUEST,
      ground: 'fact-shown',
      code: 'policy-of-another',
      layer: 'identity',
      decision: 'implicitDeny',
      sentence: POLICY_OF_ANOTHER.sentence(told),
      speaksFor: caller ? [caller.sentence] : [],
      speaksAgainst: [],
      evidence: null,
      check: null,
      remedy:
        used?.remedy ??
        (slot === null ? POLICY_OF_ANOTHER.remedy(told, caller?.remedy ?? null) : POLICY_OF_ANOTHER.move(told, slot)),
      statements: [],
      ...((used !== undefined || slot !== null) && { isOfPolicy: true as const }),
      page: PAGE,
    }
  })
}

/** The role of a caller, by its name. */
const roleCalling = ({ accessCase }: JudgedCase): string | null => {
  const { kind, name } = parsePrincipal(accessCase.request.principal) ?? {}
  return kind === 'role' || kind === 'roleSession' ? (name ?? null) : null
}

/** The place that the text gives the role that calls, where it gives the other one another: then the caller is the right one. */
function ownSlot(judged: JudgedCase, holder: string): string | null {
  const { error = '' } = judged.accessCase
  const role = roleCalling(judged)
  const slot = role === null ? null : placeOfRole(error, role)
  return slot === null || placeOfRole(error, holder) === null ? null : slot
}

/** The caller and the role that has the permission, where the text has each in the place that the other is called after. */
function exchangedRoles(judged: JudgedCase, other: string | null): Cause | null {
  const { error = '', request } = judged.accessCase
  const role = roleCalling(judged)
  const holder = other === null ? null : lastInPath(other)
  const slot = role === null ? null : placeOfRole(error, role)
  const otherSlot = holder === null ? null : placeOfRole(error, holder)
  if (role === null || holder === null || slot === null || otherSlot === null) return null
  if (!areExchanged({ slot, role }, { slot: otherSlot, role: holder })) return null
  return ofWrongCaller('roles-exchanged', { slot, otherSlot, caller: role, holder, action: request.action })
}

/** The call was made by another than whose policy is here, so that no policy is to be changed first. */
function ofWrongCaller(code: keyof typeof WRONG_CALLER, facts: Facts): Cause {
  const { title, says, fix, page } = WRONG_CALLER[code]
  return {
    ...OF_REQUEST,
    ground: 'call-shown',
    code,
    title,
    layer: 'identity',
    decision: 'implicitDeny',
    sentence: rowPhrase(says, facts),
    speaksFor: [],
    speaksAgainst: [],
    evidence: null,
    check: null,
    remedy: rowPhrase(fix, facts),
    statements: [],
    page,
  }
}

/** Where the text itself shows that another called than was meant, the policy that was found speaks for that; null: it does not. */
const withSupport = (known: KnownFacts, found: Cause): KnownFacts | null => {
  const isWrong = (one: Cause): boolean => one.ground === 'call-shown' && isOfWrongCaller(one)
  if (!known.causes.some(isWrong)) return null
  return {
    ...known,
    causes: known.causes.map((one) => (isWrong(one) ? { ...one, speaksFor: [...one.speaksFor, found.sentence] } : one)),
  }
}

/** What is known of a denial, with the policy of the text that would allow it and is not the caller's. */
export const withPolicyOfAnother = (judged: JudgedCase, known: KnownFacts): KnownFacts => {
  const [found] = known === NO_FACTS ? [] : causesOf(judged, known)
  if (found === undefined) return known
  return withSupport(known, found) ?? { ...known, causes: [found, ...known.causes] }
}
