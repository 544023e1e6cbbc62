import { CAUSE_REMEDIES, HEADLINES, SAID, UNSEEN } from '../messages/answers'
import type { ElementResult, StatementResult } from '../../evaluation/evaluation'
import { isOneOf } from '../../iam/call-patterns'
import { CIRCUMSTANCES, type Circumstance } from '../../knowledge/circumstances'
import type { Layer } from '../../iam/layers'
import { own } from '../../text/own'
import type { Evidence } from '../evidence'
import { evidenceOf, layerResult, samePlace, type JudgedCase } from '../judged-case'
import { say } from '../../text/phrase'
import type { Answer, Cause } from '../answer'
import { againstLayer, shownWords } from './by-the-text'
import { isOwnerAssumed, isNamedPolicyGiven, type ClaimReading } from '../words/claim-reading'
import { isNotInEffect, isOfWrongCaller } from './call-first'
import { headlineFacts } from '../words/headline'
import { organizationNotes } from '../words/organization-notes'
import { type Teller, type UnderClaim, blank, callerNotes, factOf, knownOf, usualNotes } from './answer-parts'

/** What it means that AWS says so, where the policy is not here, or another stands in its place. */
const saidAlone = (judged: JudgedCase, { result, layer, how }: ClaimReading): Answer['said'] => {
  if (result?.reason === 'layer-of-another-service') return SAID['claim-beside'](layer)
  const isPolicyless = how === 'implicitDeny' && headlineFacts(judged, layer).ownerOfPolicyless !== null
  return isPolicyless ? SAID['claim-bare']() : SAID['claim-alone'](layer, how)
}

/** In one account an identity-based policy that allows is enough, but for keys and roles, which their own policy has to open. */
const speaksOfOtherAccount = (judged: JudgedCase, { layer, how }: ClaimReading): boolean =>
  layer === 'resource' &&
  how === 'implicitDeny' &&
  (judged.evaluation.relation !== 'sameAccount' || isOwnerAssumed(judged)) &&
  !judged.accessCase.request.action.toLowerCase().startsWith('kms:') &&
  layerResult(judged.evaluation, 'identity')?.status === 'allows'

/** Is the policy that AWS names one that AWS manages? Nobody can make an exception in it. */
const isOfAws = ({ denial }: JudgedCase): boolean => /:iam::aws:policy\//.test(denial?.layerPolicyArn ?? '')

/** What is AWS's word, by what the policies of its layer make of it. */
const saidOf = (judged: JudgedCase, reading: ClaimReading): Answer['said'] => {
  const { layer, how, state, result } = reading
  if (how === 'explicitDeny' && isOfAws(judged)) return SAID['claim-of-aws']()
  const isOfBothSides = layer === 'identity' && result?.status !== 'depends' && isOwnerAssumed(judged)
  if (state === 'narrowed' && isOfBothSides)
    return say`${SAID['claim-bare']()} ${SAID['other-account-of-caller'](headlineFacts(judged, 'resource'))}`
  if (state === 'narrowed')
    return speaksOfOtherAccount(judged, reading) && result?.status === 'implicitDeny'
      ? say`${SAID['claim-bare']()} ${SAID['other-account'](headlineFacts(judged, layer))}`
      : SAID['claim-narrowed'](layer)
  return state === 'notGiven'
    ? saidAlone(judged, reading)
    : SAID['claim-elsewhere'](layer, isNamedPolicyGiven(judged, layer))
}

/** That AWS says so, and what follows from it where another layer here allows. */
const alone = (judged: JudgedCase, reading: ClaimReading): Answer['said'] => {
  const { layer, how } = reading
  if (how === 'explicitDeny' && (layer === 'scp' || layer === 'rcp'))
    return SAID['claim-of-organization'](headlineFacts(judged, layer).policy)
  const said = saidAlone(judged, reading)
  return speaksOfOtherAccount(judged, reading)
    ? say`${said} ${SAID['other-account'](headlineFacts(judged, reading.layer))}`
    : said
}

/** What a Deny is repaired with leaves a policy that allows nothing as shut as it was. */
const withLack = (judged: JudgedCase, layer: Layer, causes: readonly Cause[]) => {
  const [first, ...rest] = causes
  if (first === undefined) return causes
  const remedy = CAUSE_REMEDIES['then-allow'](first.remedy, headlineFacts(judged, layer), layer)
  return [{ ...first, remedy }, ...rest]
}

/** Does a policy given here show it by itself, without a check of another action? */
const isDecisive = ({ ground, about, decision }: Cause): boolean =>
  (ground === 'fact-shown' || ground === 'call-shown') && about === null && decision !== 'none'

/** Does a policy of the text show it that counts in no layer, whatever those of the layer show? */
const isOfPolicyBeside = ({ code }: Cause): boolean => code === 'policy-of-another' || isNotInEffect({ code })

/** The Deny of the layer that a cause speaks of: of those that test one of its keys, one that is open before others. */
function guardSpokenOf(
  { code }: Cause,
  { layer, how, result }: ClaimReading,
  shown: readonly Cause[],
): Evidence | null {
  if (how !== 'explicitDeny') return null
  const { guards = [] } = own<Circumstance>(CIRCUMSTANCES, code) ?? {}
  const isTested = ({ key }: ElementResult): boolean => key !== undefined && isOneOf(guards, key.toLowerCase())
  const denies = (result?.statements ?? []).filter(
    ({ effect, elements }) => effect === 'Deny' && elements.some(isTested),
  )
  const isOpen = (deny: StatementResult): boolean =>
    shown.some(({ evidence }) => evidence?.place && samePlace(evidence.place, deny))
  const spoken = denies.find(isOpen) ?? denies[0]
  return spoken === undefined ? null : evidenceOf(layer, spoken, spoken.elements.find(isTested))
}

/** Nothing of the layer is here. */
const NOTHING_SHOWN: UnderClaim = { shown: [], beside: null, isLacking: false, question: null }

/** What AWS's message says, narrowed by the policies that are given. */
export const tellClaimed: Teller = ({ judged, claim: reading, known, telling }) => {
  if (reading === null) return null
  const { layer, how, state } = reading
  const isElsewhere = state === 'contradicts' && how === 'explicitDeny'
  if (state === 'contradicts' && !isElsewhere) return null
  const facts = headlineFacts(judged, layer)
  const { shown, beside, isLacking, question } = telling?.underClaim(judged, reading) ?? NOTHING_SHOWN
  const ofLayer = knownOf(judged, known, layer)
  // Why the statement applies, or never does, whatever the request carries, comes before what the request could be.
  const decisive = isElsewhere
    ? []
    : ofLayer.filter((cause) => isOfPolicyBeside(cause) || (shown.length > 0 && isDecisive(cause)))
  const others = ofLayer.filter((cause) => !decisive.includes(cause))
  const found = [...decisive, ...shown, ...(beside ? [beside] : []), ...others]
  const causes = isLacking ? withLack(judged, layer, found) : found
  const [first] = [...decisive, ...shown]
  const unseen = how === 'explicitDeny' ? UNSEEN['deny-in-layer'](facts, layer) : UNSEEN['layer-lacks'](facts, layer)
  return {
    ...blank(judged),
    basis: 'claimed',
    decision: how,
    layer,
    headline: question ? HEADLINES['not-assumed'](facts) : HEADLINES.sure({ how, layer }, facts),
    question,
    fact: question
      ? factOf(judged, question.sentence, null)
      : first
        ? factOf(
            judged,
            first.sentence,
            first.evidence ?? guardSpokenOf(first, reading, shown) ?? shown[0]?.evidence ?? null,
          )
        : factOf(judged, state === 'narrowed' ? unseen : alone(judged, reading), null),
    said: question ? SAID['claim-bare']() : saidOf(judged, reading),
    causes,
    notes: [
      ...againstLayer(judged, layer, how).map((one) => SAID['text-says-otherwise'](shownWords(one))),
      ...organizationNotes(judged, layer),
      // Who should have called is said: what the caller could be given is no more asked.
      ...(causes.slice(0, 1).some(isOfWrongCaller) ? [] : callerNotes(known, layer)),
      ...(causes.length === 0 && state === 'notGiven' ? usualNotes(known, layer, how) : []),
    ],
  }
}
