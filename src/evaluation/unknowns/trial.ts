import type { Outcome } from '../match/evaluate-statement'
import { kleene, NO, UNKNOWN, YES, type Kleene } from '../kleene'
import type { LayerOutcomes, LayerVerdict, Reading } from '../decide/layer-verdict'
import type { Question } from '../operators/question'
import type { Literal, Scenario } from './scenarios'
import type { Layer } from '../../iam/layers'

/** Layers of which something is open, as they are while some of it is supposed. */
export interface Supposed {
  readonly layers: readonly LayerOutcomes[]
  readonly reading: Reading
}

/** Layers that follow what is learned and forgotten. */
export interface Trial extends Supposed {
  readonly learn: (scenario: Scenario) => void
  readonly forget: (scenario: Scenario) => void
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

/** A trial in which nothing has been learned yet. */
export function newTrial(open: readonly LayerOutcomes[], plain: Reading): Trial {
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
      exempt: ({ id }) => asked.get(id)?.answer ?? UNKNOWN,
      layer: layerOf,
      unreadable: plain.unreadable === null ? null : layerOf,
    },
    learn: ({ literals }) => {
      for (const literal of literals) {
        if (literal.kind === 'layer') verdicts.set(literal.layer, literal.verdict)
        else if (literal.kind === 'answer') answer(ask(literal.question), literal, 1)
      }
    },
    forget: ({ literals }) => {
      for (const literal of literals) {
        if (literal.kind === 'layer') verdicts.delete(literal.layer)
        else if (literal.kind === 'answer') answer(ask(literal.question), literal, -1)
      }
    },
  }
}

/** Counts an answer, or takes it back. */
function answer(asked: Asked, { holds }: Extract<Literal, { kind: 'answer' }>, by: 1 | -1): void {
  asked.answer = by === 1 ? kleene(holds) : UNKNOWN
  for (const outcome of asked.outcomes) {
    outcome.unanswered -= by
    if (!holds) outcome.failed += by
    outcome.matches = outcome.failed > 0 ? NO : outcome.unanswered > 0 ? UNKNOWN : YES
  }
}

/** The open layers where exactly these scenarios are met. */
export function supposing(scenarios: readonly Scenario[], open: readonly LayerOutcomes[], plain: Reading): Supposed {
  const trial = newTrial(open, plain)
  scenarios.forEach(trial.learn)
  return trial
}
