import { CAUSE_REMEDIES, UNSEEN } from '../messages/answers'
import { LAYER_PHRASES } from '../messages/layers'
import { explainClaim } from '../words/claim'
import type { JudgedCase } from '../judged-case'
import type { Cause } from '../answer'
import { layerCheck } from './checks'
import { OF_REQUEST } from './cause-of-request'
import type { ClaimReading } from '../words/claim-reading'
import { headlineFacts } from '../words/headline'

/** Why AWS can have denied what the policies here let pass, the likeliest first. */
export const differences = (judged: JudgedCase, reading: ClaimReading | null): readonly Cause[] =>
  explainClaim(judged, reading).reasons.map((sentence) => ({
    ...OF_REQUEST,
    ground: 'claimed',
    code: 'claim-differs',
    layer: reading?.layer ?? 'none',
    decision: reading?.how ?? 'none',
    sentence,
    speaksFor: [],
    speaksAgainst: [],
    evidence: null,
    check: null,
    remedy: [],
    statements: [],
    page: reading === null ? null : LAYER_PHRASES[reading.layer].page,
  }))

/** AWS speaks of a Deny in a layer, and none of those given can match: it is in another policy of that layer than these. */
export const otherPolicies = (judged: JudgedCase, { layer }: ClaimReading): readonly Cause[] => [
  {
    ...OF_REQUEST,
    ground: 'claimed',
    code: 'deny-elsewhere',
    layer,
    decision: 'explicitDeny',
    sentence: UNSEEN['deny-in-other'](headlineFacts(judged, layer), layer),
    speaksFor: [],
    speaksAgainst: [],
    evidence: null,
    check: layerCheck(judged, layer, null),
    remedy: CAUSE_REMEDIES['find-deny'](),
    statements: [],
    page: LAYER_PHRASES[layer].page,
  },
]
