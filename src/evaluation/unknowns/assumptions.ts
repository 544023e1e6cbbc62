import type { Outcome } from '../match/evaluate-statement'
import { kleene, NO, UNKNOWN, YES, type Kleene } from '../kleene'
import type { LayerOutcomes, LayerVerdict, Reading } from '../decide/layer-verdict'
import type { Question } from '../question'
import type { Assumption, Scenario } from './scenarios'
import type { Layer } from '../../iam/layers'

/** Layers of which something is open, as they are while some of it is assumed. */
export interface AssumedLayers {
  readonly layers: readonly LayerOutcomes[]
  readonly reading: Reading
}

/** Layers that follow what is assumed of them, and taken back. */
export interface Assumptions extends AssumedLayers {
  readonly assume: (scenario: Scenario) => void
  readonly takeBack: (scenario: Scenario) => void
}

/** An outcome of which it is open whether it happens: it does when every question that it hangs on is answered so. */
interface OpenOutcome extends Outcome {
  matches: Kleene
  unanswered: number
  failed: number
}

/** A question, and all that hangs on it. */
interface Asked {
  answer: Kleene
  readonly outcomes: OpenOutcome[]
}

/** Layers of which nothing has been assumed yet. */
export function newAssumptions(open: readonly LayerOutcomes[], plain: Reading): Assumptions {
  const asked = new Map<string, Asked>()
  const verdicts = new Map<Layer, LayerVerdict>()
  const ask = ({ id }: Question): Asked => {
    let one = asked.get(id)
    if (one === undefined) asked.set(id, (one = { answer: UNKNOWN, outcomes: [] }))
    return one
  }
  const follow = (outcome: Outcome): Outcome => {
    const { effect, matches, grants, questions } = outcome
    if (matches !== UNKNOWN) return outcome
    const copy: OpenOutcome = { effect, matches, grants, questions, unanswered: questions.length, failed: 0 }
    for (const question of questions) ask(question).outcomes.push(copy)
    return copy
  }
  const layers = open.map(({ layer, state, reason, levels, grants, maybeExempt }) => ({
    layer,
    state,
    reason,
    levels: levels.map(({ unreadable, outcomes }) => ({ unreadable, outcomes: outcomes.map(follow) })),
    grants: grants.map(follow),
    maybeExempt,
  }))
  const layerOf = (layer: Layer): LayerVerdict => verdicts.get(layer) ?? plain.layer(layer)
  return {
    layers,
    reading: {
      answer: ({ id }) => asked.get(id)?.answer ?? UNKNOWN,
      layer: layerOf,
      unreadable: plain.unreadable === null ? null : layerOf,
    },
    assume: ({ assumptions }) => {
      for (const assumption of assumptions) {
        if (assumption.kind === 'layer') verdicts.set(assumption.layer, assumption.verdict)
        else if (assumption.kind === 'answer') answer(ask(assumption.question), assumption, 1)
      }
    },
    takeBack: ({ assumptions }) => {
      for (const assumption of assumptions) {
        if (assumption.kind === 'layer') verdicts.delete(assumption.layer)
        else if (assumption.kind === 'answer') answer(ask(assumption.question), assumption, -1)
      }
    },
  }
}

/** Counts an answer, or takes it back. */
function answer(asked: Asked, { holds }: Extract<Assumption, { kind: 'answer' }>, by: 1 | -1): void {
  asked.answer = by === 1 ? kleene(holds) : UNKNOWN
  for (const outcome of asked.outcomes) {
    outcome.unanswered -= by
    if (!holds) outcome.failed += by
    outcome.matches = outcome.failed > 0 ? NO : outcome.unanswered > 0 ? UNKNOWN : YES
  }
}

/** The open layers where exactly these scenarios are met. */
export function assuming(
  scenarios: readonly Scenario[],
  open: readonly LayerOutcomes[],
  plain: Reading,
): AssumedLayers {
  const assumed = newAssumptions(open, plain)
  scenarios.forEach(assumed.assume)
  return assumed
}
