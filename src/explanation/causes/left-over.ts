import { firstInPath, parseArn } from '../../iam/arn'
import type { Answer, Cause, Ground } from '../answer'
import { HEADLINES } from '../messages/answers'
import { layerResult, type Situation } from '../situation'
import { headlineFacts } from '../words/headline'
import { blank, factOf } from './answer-parts'
import { openSentence } from './open-sentence'

/** Do the caller's own policies allow it, as far as they are given? That is known, whatever else denied. */
const isAllowedByOwn = ({ evaluation }: Situation): boolean => layerResult(evaluation, 'identity')?.status === 'allows'

/** Causes of which nothing here shows more than that they are left. */
const LEFT_OVER: ReadonlySet<Ground> = new Set<Ground>(['unseen-deny', 'unseen-account', 'fact-possible'])

/** Does an Allow hang on the resource alone, and does the text name the resource of that Allow? Then people mean that one, and it is allowed. */
const isOfNamedResource = ({ accessCase: { error = '' }, evaluation }: Situation, { ground, layer }: Cause): boolean =>
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

/**
 * Is the first cause no more than what is left, where AWS speaks of no Deny: a Deny that nobody has seen, another resource than
 * the one that the text names, or what is only possible though the caller's own policies allow? Nothing shows such a cause.
 */
export const isLeftOver = (situation: Situation, first: Cause): boolean =>
  situation.denial?.decision !== 'explicit' &&
  (first.ground === 'unseen-deny' ||
    isOfNamedResource(situation, first) ||
    (LEFT_OVER.has(first.ground) && isAllowedByOwn(situation)))

/** Nothing here shows what denied: what is known for certain is said, and what of the rest can be. */
export const unexplained = (situation: Situation, causes: readonly Cause[]): Answer => {
  const isAllowed = isAllowedByOwn(situation)
  const left = causes.find(({ ground, isRefuted }) => ground === 'unseen-deny' && !isRefuted)
  return {
    ...blank(situation),
    basis: 'open',
    decision: 'none',
    layer: 'none',
    headline: HEADLINES[isAllowed ? 'allowed-here' : 'unexplained'](headlineFacts(situation, null)),
    fact: factOf(situation, isAllowed && left ? left.sentence : openSentence(situation), null),
    causes,
  }
}
