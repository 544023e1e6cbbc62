import type { Decision } from '../evaluation/evaluation'
import type { ExpectedAnswer } from './deck'
import { READING_ORDER, type Layer } from '../iam/layers'
import { layerTitle } from '../iam/layer-titles'

const DECISIONS: Readonly<Record<Exclude<Decision, 'allowed'>, string>> = {
  explicitDeny: 'an explicit deny',
  implicitDeny: 'an implicit deny',
  depends: 'depends on what is not known',
}

/** An answer in words: "SCPs: an explicit deny". */
export function answerText({ decision, layer }: ExpectedAnswer): string {
  if (decision === 'allowed') return 'It is allowed'
  if (layer === 'none')
    return decision === 'depends' ? 'It depends on what is not known' : `It is denied: ${DECISIONS[decision]}`
  return `${layerTitle(layer)}: ${DECISIONS[decision]}`
}

/** The answers to choose from: allowed, and each of these layers with both kinds of deny. The right one is among them. */
export function answerOptions(layers: readonly Layer[], right: ExpectedAnswer): readonly ExpectedAnswer[] {
  const gates = READING_ORDER.filter((layer) => layers.includes(layer) || layer === right.layer)
  const denials = gates.flatMap((layer): readonly ExpectedAnswer[] => [
    { decision: 'implicitDeny', layer },
    { decision: 'explicitDeny', layer },
  ])
  const all: readonly ExpectedAnswer[] = [
    { decision: 'allowed', layer: 'none' },
    ...denials,
    { decision: 'depends', layer: 'none' },
  ]
  return all.some((option) => isSameAnswer(option, right)) ? all : [...all, right]
}

/** Are two answers the same? Of what depends, no layer is asked. */
export function isSameAnswer(one: ExpectedAnswer, other: ExpectedAnswer): boolean {
  return one.decision === other.decision && (one.decision === 'depends' || one.layer === other.layer)
}
