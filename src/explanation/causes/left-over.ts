import { howDenied } from '../../denial/denial'
import { isServicePrincipal } from '../../iam/principal'
import { join, type Phrase } from '../../text/phrase'
import type { Answer, AnswerFact, Cause, Ground } from '../answer'
import { HEADLINES } from '../messages/answers'
import { layerResult, type JudgedCase } from '../judged-case'
import { headlineFacts } from '../words/headline'
import { blank, factOf } from './answer-parts'
import { againstLayer, lookInstead } from './by-the-text'
import { evidenceOfGrant, grantOf, isGrantedHere, saidOfGrant, type Grant } from './granted'
import { openSentence } from './open-sentence'

/** Do the caller's own policies allow it, as far as they are given? That is known, whatever else denied. */
const isAllowedByOwn = (judged: JudgedCase): boolean => isGrantedHere(judged, 'identity')

/** Causes of which nothing here shows more than that they are left. */
const LEFT_OVER: ReadonlySet<Ground> = new Set<Ground>(['unseen-deny', 'unseen-account', 'fact-possible'])

/** What the text shows against it that the caller's own policies, which are not given, lack an Allow; with where to look instead. */
const ruledOut = (judged: JudgedCase) => lookInstead(againstLayer(judged, 'identity', 'implicitDeny'))

/**
 * Is the first cause no more than what is left, where AWS speaks of no Deny: a Deny that nobody has seen, or what is only
 * possible though the caller's own policies allow? Nothing shows such a cause.
 */
export const isLeftOver = (judged: JudgedCase, first: Cause): boolean =>
  howDenied(judged.denial) !== 'explicitDeny' &&
  (first.ground === 'unseen-deny' ||
    (LEFT_OVER.has(first.ground) && (isAllowedByOwn(judged) || ruledOut(judged) !== null)))

/** The policies that allow it where, by their names, they are one role's and others here another's, and nobody knows who called. */
const ofOneRole = ({ accessCase, evaluation }: JudgedCase): readonly string[] => {
  if (accessCase.request.principal !== '') return []
  const roles = (accessCase.policies.identity ?? []).map(({ name }) => name).filter((name) => /\brole\b/i.test(name))
  const allows = (layerResult(evaluation, 'identity')?.statements ?? []).filter(
    ({ effect, matches }) => effect === 'Allow' && matches === 'yes',
  )
  const allowing = [...new Set(allows.map(({ policyName }) => policyName))]
  const isApart = allowing.every((name) => roles.includes(name)) && roles.some((name) => !allowing.includes(name))
  return isApart ? allowing : []
}

/** What the policies given here grant: those of the caller, or of the resource that an AWS service comes to. */
const grantHere = (judged: JudgedCase): Grant | null =>
  grantOf(judged, 'identity') ??
  (isServicePrincipal(judged.accessCase.request.principal) ? grantOf(judged, 'resource') : null)

const allowedHeadline = (judged: JudgedCase, { result: { layer }, statement }: Grant): Answer['headline'] => {
  const facts = headlineFacts(judged, layer)
  return statement.matches === 'yes' ? HEADLINES['allowed-here'](facts, layer) : HEADLINES['allowed-as-shown'](facts)
}

/** The line that grants it, before what is left. */
const grantedFact = (judged: JudgedCase, grant: Grant, left: Phrase): AnswerFact => {
  const lead = saidOfGrant(judged, grant, judged.accessCase.request.action, null)
  return factOf(judged, left.length === 0 ? lead : join(lead, ' ', left), evidenceOfGrant(grant))
}

/** Nothing here shows what denied: what is known for certain is said, and what of the rest can be. */
export const unexplained = (judged: JudgedCase, causes: readonly Cause[]): Answer => {
  const grant = grantHere(judged)
  const isAllowed = grant !== null
  const roles = isAllowed ? ofOneRole(judged) : []
  const left = causes.find(({ ground, isRefuted }) => ground === 'unseen-deny' && !isRefuted)
  const instead = ruledOut(judged)
  const told = roles.length > 0 ? causes.find(({ isRefuted }) => !isRefuted) : isAllowed ? left : undefined
  return {
    ...blank(judged),
    basis: 'open',
    decision: 'none',
    layer: 'none',
    headline:
      instead !== null && !isAllowed
        ? HEADLINES['not-the-usual'](headlineFacts(judged, null))
        : roles.length > 0
          ? HEADLINES['allowed-for-one-role'](headlineFacts(judged, null), roles)
          : isAllowed
            ? allowedHeadline(judged, grant)
            : HEADLINES.unexplained(headlineFacts(judged, null)),
    fact:
      isAllowed && roles.length === 0
        ? grantedFact(judged, grant, told?.sentence ?? [])
        : factOf(judged, (isAllowed ? null : instead) ?? told?.sentence ?? openSentence(judged), null),
    causes,
  }
}
