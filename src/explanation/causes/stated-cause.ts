import { isDenial } from '../../iam/how-denied'
import { CONDITION_TRAPS, type ConditionTrap } from '../../knowledge/condition-traps'
import { CIRCUMSTANCES, type Circumstance } from '../../knowledge/circumstances'
import type { ElementResult, StatementResult } from '../../evaluation/evaluation'
import { own } from '../../text/own'
import { callTitle, isNotInEffect, isOfWrongCaller } from './call-first'
import { CAUSE_REMEDIES, HEADLINES, SPEAKS, UNSEEN } from '../messages/answers'
import { writtenValues } from '../messages/conditions'
import { LAYER_PHRASES } from '../messages/layers'
import type { Answer, Cause } from '../answer'
import type { Layer } from '../../iam/layers'
import { layerResult, type JudgedCase } from '../judged-case'
import { headlineFacts } from '../words/headline'
import type { Telling } from './answer-parts'
import { OF_REQUEST } from './cause-of-request'
import { plainText } from '../../text/phrase'
import { layerCheck } from './checks'
import { SAID_WEIGHT } from './clue-weights'

/** Denies of which each exempts other values of one key, so that together they deny every request. */
export function opposedLists(
  statements: readonly StatementResult[],
): { key: string; values: readonly string[] } | null {
  const open = statements.filter(({ effect, matches }) => effect === 'Deny' && matches === 'unknown')
  const tests = open.map(({ elements }) => elements.filter(({ matches }) => matches === 'unknown'))
  const key = tests[0]?.[0]?.key
  const isOfKey = (one: ElementResult | undefined): boolean => one?.key === key && /Not/.test(one?.operator ?? '')
  if (key === undefined || tests.length < 2 || !tests.every((one) => one.length === 1 && isOfKey(one[0]))) return null
  return { key, values: [...new Set(tests.flat().flatMap(writtenValues))] }
}

/** What would repair it: an Allow where one is missing; a Deny is found first. */
const remedyOf = (judged: JudgedCase, layer: Layer, decision: Answer['decision'], telling: Telling | undefined) =>
  telling?.statedRemedy(judged, layer, decision) ??
  (decision === 'explicitDeny'
    ? CAUSE_REMEDIES['find-deny']()
    : CAUSE_REMEDIES['add-allow'](headlineFacts(judged, layer), layer))

const codeOf = (decision: Answer['decision'], basis: Cause['basis']): Cause['code'] => {
  if (decision === 'explicitDeny') return basis === 'claimed' ? 'deny-elsewhere' : 'deny-shown'
  return basis === 'claimed' ? 'layer-not-given' : 'layer-lacks'
}

/** Is it what usually lies behind such a denial, and neither in the text nor in a policy? Then AWS's word does not cover it. */
const isGuess = ({ ground, weight }: Cause): boolean =>
  (ground === 'fact-possible' || ground === 'fact-supported') && weight < SAID_WEIGHT

const ROWS: Readonly<Record<string, Circumstance>> = CIRCUMSTANCES

/** What is known of AWS, as the reason behind what AWS says. */
const reasonOf = (behind: Cause): Cause['sentence'] =>
  isGuess(behind) ? UNSEEN['likely-reason'](behind.sentence) : behind.sentence

/** What a sentence adds to another one: nothing where they are the same. */
const besides = (said: Cause['sentence'], other: Cause['sentence']): readonly Cause['sentence'][] =>
  plainText(said) === plainText(other) ? [] : [other]

/** Does it say why what a policy here lacks is no answer? */
const saysMore = (behind: Cause): boolean =>
  isOfWrongCaller(behind) || isNotInEffect(behind) || callTitle(behind) !== null

/** What a policy shows is the cause itself, and what is known of AWS explains it; that AWS says so is a ground and no cause. */
const saidAs = (
  judged: JudgedCase,
  { basis, fact, decision }: Answer,
  layer: Layer,
  behind: Cause | null,
): Pick<Cause, 'sentence' | 'speaksFor'> => {
  if (behind && saysMore(behind) && fact?.evidence)
    return { sentence: behind.sentence, speaksFor: [fact.sentence, ...behind.speaksFor] }
  if (fact && (basis === 'proven' || fact.evidence !== null))
    return {
      sentence: fact.sentence,
      speaksFor: behind ? [...besides(fact.sentence, behind.sentence), ...behind.speaksFor] : [],
    }
  const unseen = decision === 'explicitDeny' ? UNSEEN['deny-in-layer'] : UNSEEN['layer-lacks']
  const lacks = unseen(headlineFacts(judged, layer), layer)
  if (behind === null) return { sentence: lacks, speaksFor: [SPEAKS['aws-says']()] }
  // What the text shows of the call is no word of AWS.
  const isOfText = isGuess(behind) || behind.ground === 'call-shown'
  const speaksFor = isOfText ? behind.speaksFor : [SPEAKS['aws-says'](), ...behind.speaksFor]
  return { sentence: reasonOf(behind), speaksFor }
}

/** What an answer states, as the first of its causes; what is known of AWS and fits it stands behind it. */
const statedCause = (
  judged: JudgedCase,
  answer: Answer,
  layer: Layer,
  basis: Cause['basis'],
  { behind, telling }: { readonly behind: Cause | null; readonly telling: Telling | undefined },
): Cause => ({
  ...OF_REQUEST,
  code: behind?.code ?? codeOf(answer.decision, basis),
  ground: basis === 'claimed' ? 'claimed' : 'shown',
  basis,
  layer,
  decision: answer.decision,
  ...(behind?.title !== undefined && { title: behind.title }),
  ...saidAs(judged, answer, layer, behind),
  speaksAgainst: behind?.speaksAgainst ?? [],
  note: behind?.note ?? [],
  evidence: answer.fact?.evidence ?? null,
  check: behind ? behind.check : basis === 'claimed' ? layerCheck(judged, layer, null) : null,
  remedy: behind?.remedy ?? remedyOf(judged, layer, answer.decision, telling),
  statements: behind?.statements ?? [],
  ...(behind?.run && { run: behind.run }),
  ...(behind?.isOfPolicy && { isOfPolicy: behind.isOfPolicy }),
  page: behind?.page ?? LAYER_PHRASES[layer].page,
})

/** Is it about the request itself, and about no further check? */
const isOfRequest = ({ accessCase: { request } }: JudgedCase, { about }: Cause): boolean =>
  about === null ||
  (about.action.toLowerCase() === request.action.toLowerCase() &&
    (about.principal === null || about.principal === request.principal))

/** Is it about what the request has for a key? Where no value of it passes, it helps nobody. */
const isOfKey = ({ code }: Cause, key: string): boolean =>
  own<ConditionTrap>(CONDITION_TRAPS, code)?.keys.includes(key.toLowerCase()) === true

const isOf = (judged: JudgedCase, one: Cause, layer: Layer): boolean =>
  one.layer === layer && one.evidence === null && isOfRequest(judged, one)

/** AWS says that a policy denies, and not which: that comes before what it can be. */
const unnamedFirst = (causes: readonly Cause[]): readonly Cause[] => {
  const unnamed = causes.find(({ layer, decision }) => layer === 'none' && decision === 'explicitDeny')
  return unnamed ? [{ ...unnamed, basis: 'claimed' }, ...causes.filter((one) => one !== unnamed)] : []
}

/** Causes of which none says what one before it says: what speaks for it speaks for that one. */
export const saidOnce = (causes: readonly Cause[]): readonly Cause[] => {
  const bySentence = new Map<string, Cause>()
  for (const one of causes) {
    const said = `${one.layer} ${plainText(one.sentence)}`
    const before = bySentence.get(said)
    const known = new Set(before?.speaksFor.map(plainText))
    const more = one.speaksFor.filter((ground) => !known.has(plainText(ground)))
    bySentence.set(said, before ? { ...before, speaksFor: [...before.speaksFor, ...more] } : one)
  }
  return [...bySentence.values()]
}

/**
 * The answer with what it states as its first cause: headline, first cause and first fix are one. What the policies leave of
 * AWS's word is that cause already.
 */
export const withStatedCause = (judged: JudgedCase, answer: Answer, telling: Telling | undefined): Answer => {
  const { basis, layer, decision, causes } = answer
  if (layer === 'none' && basis === 'claimed' && decision === 'explicitDeny')
    return { ...answer, causes: unnamedFirst(causes) }
  if (layer === 'none' || (basis !== 'proven' && basis !== 'claimed')) return answer
  if (!isDenial(decision)) return answer
  const [first, ...rest] = causes
  // Why the policies here differ from AWS's word stands behind it.
  const isDifference = first?.code === 'claim-differs'
  const isOfAnswer = first?.layer === layer && !isDifference && (first.evidence !== null || first.ground === 'claimed')
  if (basis === 'claimed' && first && isOfAnswer) return { ...answer, causes: [{ ...first, basis }, ...rest] }
  // Why a Deny applies is shown by its line.
  const isShown = decision === 'explicitDeny' && basis === 'proven' && answer.fact?.evidence !== null
  const isBeside = isShown && first !== undefined && own(ROWS, first.code)?.isWithoutDeny === true
  const lists = isShown ? opposedLists(layerResult(judged.evaluation, layer)?.statements ?? []) : null
  const isBehind = first !== undefined && !isDifference && isOf(judged, first, layer)
  const behind = isBehind && !isBeside && lists === null ? first : null
  const stated = statedCause(judged, answer, layer, basis, { behind, telling })
  const title = callTitle(stated)
  return {
    ...answer,
    ...(title !== null && { headline: HEADLINES.situation(title) }),
    ...(behind &&
      answer.fact &&
      (saysMore(behind) || (basis === 'claimed' && answer.fact.evidence === null)) && {
        fact: { ...answer.fact, sentence: reasonOf(behind) },
      }),
    causes: [stated, ...(behind ? rest : causes).filter((one) => lists === null || !isOfKey(one, lists.key))],
  }
}
