import { firstInPath, parseArn } from '../../iam/arn'
import type { Answer, Cause, Ground } from '../answer'
import { HEADLINES } from '../messages/answers'
import { layerResult, type JudgedCase } from '../judged-case'
import { headlineFacts } from '../words/headline'
import { blank, factOf } from './answer-parts'
import { againstLayer, lookInstead } from './by-the-text'
import { openSentence } from './open-sentence'

/** Do the caller's own policies allow it, as far as they are given? That is known, whatever else denied. */
const isAllowedByOwn = ({ evaluation }: JudgedCase): boolean => layerResult(evaluation, 'identity')?.status === 'allows'

/** Causes of which nothing here shows more than that they are left. */
const LEFT_OVER: ReadonlySet<Ground> = new Set<Ground>(['unseen-deny', 'unseen-account', 'fact-possible'])

/** Does an Allow hang on the resource alone, and does the text name the resource of that Allow? Then people mean that one, and it is allowed. */
const isOfNamedResource = ({ accessCase: { error = '' }, evaluation }: JudgedCase, { ground, layer }: Cause): boolean =>
  ground === 'open-resource' &&
  evaluation.layers
    .filter((one) => one.layer === layer)
    .flatMap(({ statements }) => statements)
    .filter(({ effect, matches }) => effect === 'Allow' && matches === 'unknown')
    .flatMap(({ elements }) => elements.filter(({ element }) => element === 'Resource'))
    .flatMap(({ values }) => values)
    .some(({ text }) => isNamedIn(error, text))

const LEAST_NAME = 4

/** Does a text hold the name with which the resource of an ARN begins, as that of a bucket? */
const isNamedIn = (error: string, arn: string): boolean => {
  const name = firstInPath(parseArn(arn)?.resource ?? '').replace(/\*$/, '')
  return name.length >= LEAST_NAME && !name.includes('*') && error.includes(name)
}

/** What the text shows against it that the caller's own policies, which are not given, lack an Allow; with where to look instead. */
const ruledOut = (judged: JudgedCase) => lookInstead(againstLayer(judged, 'identity', 'implicitDeny'))

/**
 * Is the first cause no more than what is left, where AWS speaks of no Deny: a Deny that nobody has seen, another resource than
 * the one that the text names, or what is only possible though the caller's own policies allow? Nothing shows such a cause.
 */
export const isLeftOver = (judged: JudgedCase, first: Cause): boolean =>
  judged.denial?.decision !== 'explicit' &&
  (first.ground === 'unseen-deny' ||
    isOfNamedResource(judged, first) ||
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

/** Nothing here shows what denied: what is known for certain is said, and what of the rest can be. */
export const unexplained = (judged: JudgedCase, causes: readonly Cause[]): Answer => {
  const isAllowed = isAllowedByOwn(judged)
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
          : HEADLINES[isAllowed ? 'allowed-here' : 'unexplained'](headlineFacts(judged, null)),
    fact: factOf(judged, (isAllowed ? null : instead) ?? told?.sentence ?? openSentence(judged), null),
    causes,
  }
}
