import type { LayerResult, StatementResult } from '../../evaluation/evaluation'
import { parseArn } from '../../iam/arn'
import { parsePrincipal } from '../../iam/principal'
import type { LikelyCause } from '../explanation'
import { missingFact } from '../layer-fact'
import { CAUSE_REMEDIES, DENIED_FACTS, hiddenClause, openClause, REMAINING, SPEAKS, UNSEEN } from '../messages/answers'
import { policyPhrase } from '../messages/statements'
import { LAYER_PHRASES } from '../messages/layers'
import { awsDenied, evidenceOf, layerResult, targetOf, type Situation } from '../situation'
import type { Phrase } from '../words'
import type { Cause } from './answer'
import { layerCheck } from './checks'
import { openAllows, possibleDenies } from './claim-reading'
import { headlineFacts } from './headline'
import type { CaseLayer, Layer } from '../../iam/layers'
import { eachOf } from '../../iam/each-of'

/** A cause with its weight: the more, the likelier. */
export interface Weighed {
  readonly cause: Cause
  readonly weight: number
}

/** How likely each kind of cause is; the order is what counts, not the figures. */
const WEIGHTS = {
  shownMissing: 100,
  knownSupported: 85,
  openAllow: 70,
  openDeny: 60,
  unseenFirst: 50,
  unseenSecond: 40,
  unseenDeny: 22,
  knownPossible: 25,
} as const

/** A Deny is likelier where AWS speaks of one, and unlikely where its sentence speaks of none. */
const DENY_CLAIMED = 60
const DENY_NOT_NAMED = -40

const shownClauses = ({ elements }: StatementResult): readonly Phrase[] =>
  elements.filter(({ matches }) => matches === 'unknown').map(openClause)

/** What a statement hangs on, also where it is in a part of it that nobody sees. */
const openClauses = (statement: StatementResult): readonly Phrase[] => {
  const shown = shownClauses(statement)
  return shown.length === 0 && statement.matches === 'unknown' ? [hiddenClause()] : shown
}

const conditionClauses = ({ elements }: StatementResult): readonly Phrase[] =>
  elements.filter(({ matches, element }) => matches === 'unknown' && element === 'Condition').map(openClause)

const who = (situation: Situation, layer: Layer, statement: StatementResult): Phrase =>
  policyPhrase(statement, targetOf(situation, layer, statement))

/** Does AWS's message say how it denied, so that a Deny would have been named? */
const namesNoDeny = ({ denial }: Situation): boolean => denial?.kind === 'denial' && denial.decision !== 'explicit'

const denyWeight = (situation: Situation): number => {
  if (situation.denial?.decision === 'explicit') return DENY_CLAIMED
  return namesNoDeny(situation) ? DENY_NOT_NAMED : 0
}

const denyGrounds = (situation: Situation): Pick<Cause, 'speaksFor' | 'speaksAgainst'> => ({
  speaksFor: situation.denial?.decision === 'explicit' ? [SPEAKS['deny-claimed']()] : [],
  speaksAgainst: namesNoDeny(situation) ? [SPEAKS['no-deny-named']()] : [],
})

/** A given layer that lacks an Allow for certain. */
const shownMissing = (situation: Situation, result: LayerResult): Weighed => {
  const fact = missingFact(situation, result)
  const { layer } = result
  const canBypass = layer === 'identity' && layerResult(situation.evaluation, 'resource')?.status === 'notGiven'
  return {
    weight: WEIGHTS.shownMissing,
    cause: {
      code: 'layer-lacks',
      layer,
      decision: 'implicitDeny',
      sentence: DENIED_FACTS[fact.code]({ layer, action: situation.accessCase.request.action, ...fact }),
      speaksFor: [SPEAKS['given-lacks'](), ...(namesNoDeny(situation) ? [SPEAKS['no-deny-named']()] : [])],
      speaksAgainst: canBypass && !result.blocking ? [SPEAKS['could-be-bypassed']()] : [],
      evidence: fact.evidence,
      check: null,
      remedy: CAUSE_REMEDIES['add-allow'](headlineFacts(situation, layer), layer),
      statements: [],
      page: LAYER_PHRASES[layer].page,
    },
  }
}

/** An Allow of a layer that has no other, and that hangs on something unknown. */
export const openAllow = (situation: Situation, { layer }: LayerResult, statement: StatementResult): Weighed => {
  const clauses = openClauses(statement)
  const facts = { layer, who: who(situation, layer, statement), hangsOn: clauses, action: '' }
  const isSaid = situation.denial?.decision === 'implicit'
  return {
    weight: WEIGHTS.openAllow,
    cause: {
      code: 'allow-unmet',
      layer,
      decision: 'implicitDeny',
      sentence: isSaid ? REMAINING['allow-unmet'](facts) : REMAINING['allow-open'](facts),
      speaksFor: namesNoDeny(situation) ? [SPEAKS['no-deny-named']()] : [],
      speaksAgainst: [],
      evidence: evidenceOf(
        layer,
        statement,
        statement.elements.find(({ matches }) => matches === 'unknown'),
      ),
      check: layerCheck(situation, layer, statement),
      remedy:
        shownClauses(statement).length === 0
          ? CAUSE_REMEDIES['add-allow'](headlineFacts(situation, layer), layer)
          : CAUSE_REMEDIES['meet-condition'](clauses),
      statements: [],
      page: LAYER_PHRASES[layer].page,
    },
  }
}

/** A Deny that may match, for all that is known. */
export const openDeny = (situation: Situation, { layer }: LayerResult, statement: StatementResult): Weighed => {
  const facts = { layer, who: who(situation, layer, statement), hangsOn: openClauses(statement), action: '' }
  return {
    weight: WEIGHTS.openDeny + denyWeight(situation),
    cause: {
      code: 'deny-open',
      layer,
      decision: 'explicitDeny',
      sentence: REMAINING['deny-open'](facts),
      ...denyGrounds(situation),
      evidence: evidenceOf(
        layer,
        statement,
        statement.elements.find(({ matches }) => matches === 'unknown'),
      ),
      check: layerCheck(situation, layer, statement),
      remedy: CAUSE_REMEDIES['escape-deny'](conditionClauses(statement)),
      statements: [],
      page: LAYER_PHRASES[layer].page,
    },
  }
}

const ofGiven = (situation: Situation, result: LayerResult): readonly Weighed[] => {
  const { status, statements, needed, reason } = result
  if (status === 'implicitDeny' && needed) return [shownMissing(situation, result)]
  if (status !== 'depends' || statements.length === 0) return []
  const isAllowed = statements.some(({ effect, matches }) => effect === 'Allow' && matches === 'yes')
  const denies = possibleDenies(result).map((one) => openDeny(situation, result, one))
  const allows = isAllowed ? [] : openAllows(result).map((one) => openAllow(situation, result, one))
  const isRead = reason !== 'layer-unreadable' && reason !== 'case-unreadable'
  const isLacking = isRead && !isAllowed && allows.length === 0 && denies.length === 0
  return [...denies, ...allows, ...(isLacking ? [shownMissing(situation, result)] : [])]
}

const accountsOf = (situation: Situation) => {
  const { request } = situation.accessCase
  const account = parsePrincipal(request.principal)?.account ?? ''
  const owner = parseArn(request.resource)?.account || request.resourceAccount || ''
  return { layer: 'identity' as Layer, account, owner }
}

interface Expected {
  readonly layer: Layer
  readonly why: readonly Phrase[]
}

/** Which layers lack an Allow most often, where no policy shows it: the likeliest first. */
const expected = (situation: Situation): readonly Expected[] => {
  const { request } = situation.accessCase
  const action = request.action.toLowerCase()
  const kind = parsePrincipal(request.principal)?.kind
  const accounts = { ...accountsOf(situation), action }
  if (action.startsWith('sts:assumerole')) {
    const isOfToken = action !== 'sts:assumerole'
    return [
      { layer: 'trust', why: [SPEAKS['trust-first']()] },
      ...(isOfToken ? [] : [{ layer: 'identity', why: [] } as const]),
    ]
  }
  if (kind === 'service') return [{ layer: 'resource', why: [SPEAKS['service-calls']()] }]
  if (kind === 'anonymous') return [{ layer: 'resource', why: [SPEAKS['nobody-signed']()] }]
  const isCross = accounts.account !== '' && accounts.owner !== '' && accounts.account !== accounts.owner
  if (isCross)
    return [
      { layer: 'resource', why: [SPEAKS['two-accounts'](accounts)] },
      { layer: 'identity', why: [] },
    ]
  if (action.startsWith('kms:'))
    return [
      { layer: 'resource', why: [SPEAKS['key-policy-first']()] },
      { layer: 'identity', why: [] },
    ]
  return [{ layer: 'identity', why: [SPEAKS['missing-allow-is-usual']()] }]
}

/** May a layer lack an Allow, since it is not given? */
const isUnseen = (situation: Situation, layer: Layer): boolean => {
  const result = layerResult(situation.evaluation, layer)
  if (result === null || result.status === 'notGiven') return true
  return result.status === 'depends' && (result.statements.length === 0 || result.reason === 'layer-unreadable')
}

const unseenMissing = (situation: Situation, { layer, why }: Expected, index: number): Weighed => ({
  weight: index === 0 ? WEIGHTS.unseenFirst : WEIGHTS.unseenSecond,
  cause: {
    code: 'layer-not-given',
    layer,
    decision: 'implicitDeny',
    sentence: UNSEEN['layer-lacks'](headlineFacts(situation, layer), layer),
    speaksFor: [...(namesNoDeny(situation) ? [SPEAKS['no-deny-named']()] : []), ...why],
    speaksAgainst: [],
    evidence: null,
    check: layerCheck(situation, layer, null),
    remedy: CAUSE_REMEDIES['add-allow'](headlineFacts(situation, layer), layer),
    statements: [],
    page: LAYER_PHRASES[layer].page,
  },
})

/** Layers that hold guardrails, in the order of how often one of theirs is the cause. */
const GUARDRAILS = eachOf<CaseLayer>()(['scp', 'resource', 'boundary', 'rcp', 'endpoint', 'session', 'identity'])

const unseenDeny = (situation: Situation): readonly Weighed[] => {
  const layer = GUARDRAILS.find((one) => layerResult(situation.evaluation, one)?.status === 'notGiven')
  if (layer === undefined) return []
  return [
    {
      weight: WEIGHTS.unseenDeny + denyWeight(situation),
      cause: {
        code: 'deny-elsewhere',
        layer,
        decision: 'explicitDeny',
        sentence: UNSEEN['deny-elsewhere'](headlineFacts(situation, layer)),
        ...denyGrounds(situation),
        evidence: null,
        check: layerCheck(situation, layer, null),
        remedy: CAUSE_REMEDIES['find-deny'](),
        statements: [],
        page: LAYER_PHRASES[layer].page,
      },
    },
  ]
}

/** A cause that the tables know for such a call. */
export const knownCause = ({ strength, check, ...known }: LikelyCause): Weighed => ({
  weight: strength === 'supported' ? WEIGHTS.knownSupported : WEIGHTS.knownPossible,
  cause: {
    ...known,
    evidence: null,
    check: check && { sentence: [], command: check, isPasted: true },
  },
})

/** Causes that are told at most. */
const MOST_CAUSES = 6

/** Ranks causes, the likeliest first. */
export const ranked = (weighed: readonly Weighed[]): readonly Cause[] =>
  weighed
    .toSorted((one, other) => other.weight - one.weight)
    .slice(0, MOST_CAUSES)
    .map(({ cause }) => cause)

/** What can have denied a request of which AWS says no more than that, the likeliest first. */
export const likelyCauses = (situation: Situation, known: readonly LikelyCause[]): readonly Cause[] => {
  if (!awsDenied(situation)) return []
  const given = situation.evaluation.layers.flatMap((result) => ofGiven(situation, result))
  const unseen = expected(situation)
    .filter(({ layer }) => isUnseen(situation, layer))
    .map((one, index) => unseenMissing(situation, one, index))
  return ranked([...given, ...unseen, ...unseenDeny(situation), ...known.map(knownCause)])
}
