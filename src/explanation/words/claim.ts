import { isDenial } from '../../iam/how-denied'
import { howDenied, type Denial } from '../../denial/denial'
import { assumedKeys } from './assumed-keys'
import { CLAIM_FINDINGS, CLAIM_REASONS, CLAIMS } from '../messages/claims'
import { dependsPhrase, layerDependsPhrase } from '../messages/depends'
import { denyFact, policyPhrase } from '../messages/statements'
import type { ClaimComparison } from '../explanation'
import { awsDenied, layerResult, targetOf, type JudgedCase } from '../judged-case'
import { refusingSetting, settingClaim } from './block-public-access'
import { readClaim, type ClaimReading } from './claim-reading'
import { codes, join, type Phrase } from '../../text/phrase'
import type { Layer } from '../../iam/layers'

type FindingCode = keyof typeof CLAIM_FINDINGS
type ReasonCode = keyof typeof CLAIM_REASONS

const OUTCOMES: Readonly<Record<FindingCode, ClaimComparison['outcome']>> = {
  'no-claim': 'noClaim',
  'agrees-explicit': 'agrees',
  'agrees-implicit': 'agrees',
  'agrees-none': 'agrees',
  'not-given': 'notGiven',
  'policy-not-given': 'notGiven',
  undecided: 'undecided',
  'owner-assumed': 'undecided',
  'request-incomplete': 'undecided',
  'disagrees-allows': 'disagrees',
  'disagrees-granted': 'disagrees',
  'disagrees-none': 'disagrees',
  'disagrees-open': 'disagrees',
  'disagrees-implicit': 'disagrees',
  'disagrees-explicit': 'disagrees',
  'disagrees-bypassed': 'disagrees',
}

/** Why the two can differ, the likeliest first. */
const REASONS: Readonly<Record<FindingCode, readonly ReasonCode[]>> = {
  'no-claim': [],
  'agrees-explicit': [],
  'agrees-implicit': [],
  'agrees-none': [],
  'not-given': [],
  'policy-not-given': [],
  undecided: [],
  'owner-assumed': [],
  'request-incomplete': [],
  'disagrees-allows': [
    'other-version',
    'assumed-context',
    'other-policies-of-layer',
    'other-request',
    'changed-since',
    'not-modelled',
  ],
  'disagrees-granted': ['other-version', 'assumed-context', 'given-not-in-effect', 'other-request', 'changed-since'],
  'disagrees-none': ['no-such-attachment', 'other-request'],
  'disagrees-open': ['other-policies-of-layer', 'assumed-context', 'other-version', 'other-request'],
  'disagrees-implicit': ['other-policies-of-layer', 'assumed-context', 'other-version', 'other-request'],
  'disagrees-explicit': ['changed-since', 'assumed-context', 'other-request'],
  'disagrees-bypassed': ['grant-not-in-effect', 'assumed-context', 'other-request', 'changed-since'],
}

const deciding = (judged: JudgedCase, layer: Layer): Phrase => {
  const deny = layerResult(judged.evaluation, layer)?.statements.find(
    (statement) => statement.effect === 'Deny' && statement.matches === 'yes',
  )
  return deny ? join(policyPhrase(deny, targetOf(judged, layer, deny)), ' ', denyFact(deny)) : []
}

const openPhrase = ({ evaluation: { dependsOn } }: JudgedCase, reading: ClaimReading | null): Phrase =>
  reading?.result ? layerDependsPhrase(reading.result, dependsOn) : dependsPhrase(dependsOn)

const claimWords = (denial: Denial, isOfLayer: boolean): keyof typeof CLAIMS => {
  const how = howDenied(denial)
  if (isOfLayer) return how ?? 'unknown'
  return how === 'explicitDeny' ? 'explicit-no-layer' : 'none'
}

/** AWS’s claim fits what it judged, and no longer what stands here. */
const outcomeOf = ({ isChanged }: JudgedCase, code: FindingCode): ClaimComparison['outcome'] => {
  const outcome = OUTCOMES[code]
  return isChanged === true && (outcome === 'disagrees' || outcome === 'undecided') ? 'changed' : outcome
}

/** AWS’s claim beside our finding, in words. */
export const explainClaim = (judged: JudgedCase, reading: ClaimReading | null): ClaimComparison => {
  const { denial, accessCase } = judged
  if (denial === null || denial.kind === 'not-authorization')
    return { outcome: 'noClaim', claim: [], finding: [], reasons: [] }
  const setting = refusingSetting(judged)
  if (setting !== null) return settingClaim(setting)
  const facts = {
    layer: reading?.layer ?? 'identity',
    action: accessCase.request.action,
    policy: denial.layerPolicyArn,
  } as const
  const code = reading?.finding ?? 'no-claim'
  const keys = assumedKeys(judged)
  const outcome = outcomeOf(judged, code)
  const change = denial.changedBefore ?? ''
  const reasons = [
    ...(change !== '' && outcome === 'disagrees' ? (['just-changed'] as const) : []),
    ...REASONS[code].filter((reason) => reason !== 'assumed-context' || keys.length > 0),
  ]
  return {
    outcome,
    claim: CLAIMS[claimWords(denial, reading !== null)](facts),
    finding: CLAIM_FINDINGS[code]({
      ...facts,
      found: deciding(judged, facts.layer),
      others: openPhrase(judged, reading),
      isChanged: outcome === 'changed',
    }),
    reasons: (outcome === 'changed' ? [] : reasons).map((reason) =>
      CLAIM_REASONS[reason]({ ...facts, keys: codes(keys), change }),
    ),
  }
}

/**
 * How far the policies explain that AWS denied, as it says, or at all where it names no layer: 2 they do, 1 a statement of
 * theirs may be what AWS speaks of, 0 they don’t.
 */
export const explainsDenial = (judged: JudgedCase): 0 | 1 | 2 => {
  if (refusingSetting(judged) !== null) return 0
  const reading = readClaim(judged)
  const { decision } = judged.evaluation
  const isDenied = isDenial(decision)
  if (reading === null) return awsDenied(judged) && isDenied ? 2 : 0
  if (reading.state === 'agrees') return 2
  return reading.state === 'narrowed' && reading.remaining.length > 0 ? 1 : 0
}
