import { arnsOfKind } from '../../iam/arn-in-text'
import type { SituationShape } from '../../facts/situations/situation-row'
import { SITUATIONS } from '../../facts/situations/situations'
import { statementsOfLayer } from '../../policy/statements-of-layer'
import { fieldsOf, textsOf } from '../../text/fields'
import { onlyOne } from '../../text/only-one'
import type { Cause } from '../answer'
import type { JudgedCase } from '../judged-case'
import { UNTRUSTED_TAKER } from '../messages/untrusted-taker'
import { OF_REQUEST } from './cause-of-request'
import { NO_FACTS, type KnownFacts } from './known-facts'
import { testCheck } from './tested-check'
import { missingFact } from '../words/layer-fact'

const PAGE = 'https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_update-role-trust-policy.html'

/** The services that a trust policy given here lets assume the role; none where it lets in anyone else, as the role of people is no service’s. */
function trustedServices({ accessCase }: JudgedCase): readonly string[] {
  const allows = statementsOfLayer(accessCase.policies, 'trust').filter(
    (one) =>
      one['Effect'] === 'Allow' && textsOf(one['Action']).some((action) => action.toLowerCase() === 'sts:assumerole'),
  )
  const named = allows.map((one) => fieldsOf(one['Principal']))
  const areServices = named.every((one) => Object.keys(one).join() === 'Service')
  return areServices ? [...new Set(named.flatMap((one) => textsOf(one['Service'])))] : []
}

/** A service works with a role that it was given, and the trust policy given here is for other services. */
function untrustedTaker(judged: JudgedCase): Cause | null {
  const id = judged.denial?.situation
  const { taker: service }: Partial<SituationShape> = id === undefined ? {} : SITUATIONS[id]
  const trusted = service === undefined ? [] : trustedServices(judged)
  if (id === undefined || service === undefined || trusted.length === 0) return null
  const role = onlyOne(arnsOfKind(judged.accessCase.error ?? '', 'role')) ?? '<ARN of the role>'
  const check = { principal: service, action: 'sts:AssumeRole', resource: role }
  const { outcome, result, judged: asked } = testCheck(judged, 'trust', check)
  if (result?.status !== 'implicitDeny' || (outcome !== 'lacking' && outcome !== 'misplaced')) return null
  const facts = { service, trusted }
  return {
    ...OF_REQUEST,
    ground: 'check-shown',
    code: id,
    about: check,
    layer: 'trust',
    decision: 'implicitDeny',
    title: UNTRUSTED_TAKER.title(facts),
    sentence: UNTRUSTED_TAKER.sentence(facts),
    speaksFor: [],
    speaksAgainst: [],
    evidence: missingFact(asked, result).evidence,
    check: null,
    remedy: UNTRUSTED_TAKER.remedy(facts),
    statements: [{ Effect: 'Allow', Principal: { Service: service }, Action: 'sts:AssumeRole' }],
    page: PAGE,
  }
}

/** What is known of a denial, where the role that a service works with trusts another one: without that nothing else of the row helps. */
export function withUntrustedTaker(judged: JudgedCase, known: KnownFacts): KnownFacts {
  const found = known === NO_FACTS ? null : untrustedTaker(judged)
  return found === null
    ? known
    : { ...known, causes: [found, ...known.causes.filter(({ code }) => code !== found.code)] }
}
