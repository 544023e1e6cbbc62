import { evaluate } from '../../evaluation/evaluate'
import type { ElementResult } from '../../evaluation/evaluation'
import { lastInPath } from '../../iam/arn'
import { replaceHoles } from '../../iam/find-holes'
import { POLICY_OF_ANOTHER } from '../messages/policy-of-another'
import type { Cause } from '../answer'
import { judgedWith, layerResult, type UncountedPolicy, type Situation } from '../situation'
import { headlineFacts } from '../words/headline'
import { isSupported, NO_FACTS, type KnownFacts } from './fact-causes'
import { OF_REQUEST } from './given-causes'

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_manage-attach-detach.html */
const PAGE = 'https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_manage-attach-detach.html'

/** Would the request pass the identity-based policies, if the caller had this one too? */
function wouldAllow(situation: Situation, { name, text }: UncountedPolicy): boolean {
  const { accessCase } = situation
  const { policies } = accessCase
  const identity = [...(policies.identity ?? []), { name, document: text }]
  const result = layerResult(
    evaluate({ ...accessCase, policies: { ...policies, identity } }, judgedWith(situation)),
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

/**
 * A policy of the text that allows the request, and that the caller does not have: it is attached to another role or user.
 * Who the caller is known to be tells how the other one comes to call.
 */
function causesOf(situation: Situation, { callers: [caller], causes }: KnownFacts): readonly Cause[] {
  const { beside = [], evaluation } = situation
  if (layerResult(evaluation, 'identity')?.status === 'allows') return []
  const others = beside.filter((one) => one.holder !== null && wouldAllow(situation, one))
  // What the error says of a role that a service works with: that role has to have it, and no other can make the call.
  const used = causes.find((one) => isSupported(one) && one.layer === 'identity' && one.check !== null)
  return others.slice(0, 1).map(({ name, holder }): Cause => {
    const facts = headlineFacts(situation, 'identity')
    const told = {
      policy: name,
      action: facts.action,
      caller: facts.caller ?? 'the caller',
      holder: holder?.name ? replaceHoles(lastInPath(holder.name), 'request', '…') : null,
      kind: holder?.kind === 'user' ? ('user' as const) : ('role' as const),
    }
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
      remedy: used?.remedy ?? POLICY_OF_ANOTHER.remedy(told, caller?.remedy ?? null),
      statements: [],
      ...(used !== undefined && { isOfPolicy: true as const }),
      page: PAGE,
    }
  })
}

/** What is known of a denial, with the policy of the text that would allow it and is not the caller's. */
export const withPolicyOfAnother = (situation: Situation, known: KnownFacts): KnownFacts =>
  known === NO_FACTS ? known : { ...known, causes: [...causesOf(situation, known), ...known.causes] }
