import { judgedBy, SITUATIONS, type SituationId } from '../../facts/situations/situations'
import type { SituationShape } from '../../facts/situations/situation-row'
import { serviceOfAction } from '../../iam/action'
import { arnsOfKind } from '../../iam/arn-in-text'
import { matchWildcard } from '../../iam/wildcard'
import { blanksAsAny } from '../../text/blank'
import { onlyOne } from '../../text/only-one'
import { namesNoOne, parseRoleArn, serviceOfArn } from '../../iam/arn'
import { isServicePrincipal } from '../../iam/principal'
import { fill } from '../../knowledge/observe'
import { DENIED_FACTS, HEADLINES, SAID } from '../messages/answers'
import { LAYER_PHRASES } from '../messages/layers'
import { saidOfSituation, type JudgedCase } from '../judged-case'
import type { Answer, Cause } from '../answer'
import { headlineFacts } from '../words/headline'
import { meansOf } from '../words/kind-words'
import { denyingFact, missingFact } from '../words/layer-fact'
import { rowPhrase, withBlanks } from '../words/row-phrase'
import type { Phrase } from '../../text/phrase'
import { blank, factOf } from './answer-parts'
import { OF_REQUEST } from './cause-of-request'
import { lackRemedy } from './cause-remedies'
import { isMissing } from './hypothetical-case'
import type { StatementJson } from './least-statement'
import { allowing } from './row-statement'
import { situationFacts } from './tell-no-policy'
import { testCheck, type CheckTest } from './tested-check'
import { ofTrustedRole } from './trusted-role'

/** Does a policy stop a check? Where a resource’s policy isn’t needed, only its Deny does. */
const isStopped = ({ outcome, result }: CheckTest): boolean =>
  (outcome === 'lacking' || outcome === 'misplaced') &&
  (result?.layer !== 'resource' || result.needed || result.status === 'explicitDeny')

/** The ARNs of the text that fit one with blanks. */
const inText = ({ accessCase }: JudgedCase, withBlank: string): readonly string[] =>
  arnsOfKind(accessCase.error ?? '', 'thing').filter((arn) => matchWildcard(blanksAsAny(withBlank), arn))

/** What a row asks a policy that is here, though AWS's words name none: the checks that it does not let through. */
function allStopped(judged: JudgedCase, id: SituationId): readonly CheckTest[] {
  const row = judgedBy(id)
  if (row === null || isMissing(judged.accessCase, row.layer)) return []
  const { layer, actions, on } = row
  const facts = situationFacts(judged)
  const named = [on].flat().map((one) => withBlanks(fill(one, facts)))
  const resources = named.length === 1 ? named : named.flatMap((one) => onlyOne(inText(judged, one)) ?? [])
  const { principalArn = null } = facts
  // A service has no identity-based policy: that of the role it was given is meant.
  const { principal: caller, resource: assumed = '' } = judged.accessCase.request
  const role = parseRoleArn(assumed) === null || namesNoOne(assumed) ? '' : assumed
  const principal = layer === 'identity' && isServicePrincipal(caller) ? role : principalArn
  const asked = layer === 'identity' && isServicePrincipal(caller) ? ofTrustedRole(judged) : judged
  return actions
    .flatMap((action) =>
      resources
        .filter((arn) => resources === named || serviceOfArn(arn) === serviceOfAction(action))
        .map((resource) => testCheck(asked, layer, { principal, action, resource })),
    )
    .filter((test) => isStopped(test))
}

/** The first of them. */
const stopped = (judged: JudgedCase, id: SituationId): CheckTest | null => allStopped(judged, id)[0] ?? null

/** What to allow: in a resource's policy the one who called, and nothing where nobody knows who that is. */
function toAllow(test: CheckTest, all: readonly CheckTest[]): readonly StatementJson[] {
  const { principal } = test.check
  const actions = all.map(({ check }) => check.action)
  const statements = allowing(test).map((one) => (actions.length > 1 ? { ...one, Action: actions } : one))
  if (test.result?.layer !== 'resource') return statements
  return principal === null ? [] : statements.map((one) => ({ ...one, Principal: { AWS: principal } }))
}

/** What repairs a layer beside the one that the row's own words are about; null: those say it, or a Deny decides. */
const remedyOf = ({ judged, result }: CheckTest, id: SituationId): Phrase | null => {
  const { decides } = SITUATIONS[id]
  const isOfOther = result !== null && decides !== 'none' && decides !== 'open' && decides !== result.layer
  return isOfOther && result.status !== 'explicitDeny' ? lackRemedy(judged, result) : null
}

/** What the policy shows that is here: the statement that denies, or what is nearest to an Allow. */
function causeOf(judged: JudgedCase, id: SituationId, test: CheckTest): Cause | null {
  const { result, check } = test
  const said = saidOfSituation(judged, id)
  if (result === null || said === null) return null
  const deny = result.statements.find(({ effect, matches }) => effect === 'Deny' && matches === 'yes')
  const fact = deny ? denyingFact(test.judged, result, deny) : missingFact(test.judged, result)
  const [{ says, page }] = said.changes
  const facts = situationFacts(judged)
  return {
    ...OF_REQUEST,
    code: id,
    ground: 'check-shown',
    about: check,
    layer: result.layer,
    decision: deny ? 'explicitDeny' : 'implicitDeny',
    sentence: DENIED_FACTS[fact.code]({ layer: result.layer, action: check.action, ...fact }),
    speaksFor: [meansOf(said, facts)],
    speaksAgainst: [],
    evidence: fact.evidence,
    check: null,
    remedy: remedyOf(test, id) ?? rowPhrase(says, facts),
    statements: toAllow(test, allStopped(judged, id)),
    page: page ?? LAYER_PHRASES[result.layer].page,
  }
}

/** What a policy that is here stops, of what the row asks it. */
export function stoppedByGiven(judged: JudgedCase, id: SituationId): Cause | null {
  const test = stopped(judged, id)
  return test && causeOf(judged, id, test)
}

/** An error whose words name no policy, where one that is here stops what the call needs: that is told, and the words are its reason. */
export function tellGiven(judged: JudgedCase, id: SituationId, causes: readonly Cause[]): Answer | null {
  const row: SituationShape = SITUATIONS[id]
  const test = stopped(judged, id)
  const cause = test && causeOf(judged, id, test)
  if (test === null || cause === null || cause.layer === 'none') return null
  const how = cause.decision === 'explicitDeny' ? 'explicitDeny' : 'implicitDeny'
  const facts = { ...headlineFacts(test.judged, cause.layer), action: test.check.action }
  return {
    ...blank(judged),
    basis: row.isUsual === true ? 'likely' : 'claimed',
    decision: how,
    layer: cause.layer,
    headline: HEADLINES[row.isUsual === true ? 'likely' : 'sure']({ how, layer: cause.layer }, facts),
    fact: factOf(test.judged, cause.sentence, cause.evidence),
    said: row.isUsual === true ? SAID['usual-no-policy']() : SAID['says-what-failed'](),
    causes: [cause, ...causes],
  }
}
