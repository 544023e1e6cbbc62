import type { StatementResult } from '../../evaluation/evaluation'
import type { NextStep } from '../explanation'
import { keyStepsOf, layerSteps } from '../steps/layer-steps'
import { stepFacts } from '../steps/step-facts'
import type { JudgedCase } from '../judged-case'
import type { CauseCheck } from '../answer'
import type { Layer } from '../../iam/layers'

const toCheck = ({ sentence, commands, isPasted }: NextStep): CauseCheck => ({
  sentence,
  command: commands[0] ?? null,
  isPasted,
})

/** How to see whether a layer is the cause: what its statement hangs on, or the policies that are not given. */
export const layerCheck = (judged: JudgedCase, layer: Layer, statement: StatementResult | null): CauseCheck | null => {
  const facts = stepFacts(judged)
  const keys = (statement?.elements ?? []).flatMap(({ key, matches }) =>
    key !== undefined && matches === 'unknown' ? [key] : [],
  )
  const [step] = statement === null ? layerSteps(facts, [layer]) : keyStepsOf(facts, keys)
  return step === undefined ? null : toCheck(step)
}
