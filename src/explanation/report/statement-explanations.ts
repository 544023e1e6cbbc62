import type { ElementResult, StatementResult } from '../../evaluation/evaluation'
import type { StatementStory } from '../explanation'
import { elementSentence, valueClause } from '../messages/elements'
import { STORY_SUMMARIES } from '../messages/statement-explanations'
import { samePlace, targetOf, type JudgedCase } from '../judged-case'
import { targetPhrase } from '../messages/statements'
import { caseLayerOf, type Layer } from '../../iam/layers'

const elementName = (element: ElementResult): string =>
  element.element === 'Condition' ? `${element.operator ?? ''} ${element.key ?? ''}`.trim() : element.element

const story = (judged: JudgedCase, layer: Layer, statement: StatementResult): StatementStory => {
  const { evaluation } = judged
  const failed = statement.elements.filter((element) => element.matches !== 'yes').map(elementName)
  const { level, policy, statement: index } = statement
  return {
    layer: caseLayerOf(layer),
    evaluated: layer,
    place: { level, policy, statement: index },
    policyName: statement.policyName,
    sid: statement.sid === '' ? null : statement.sid,
    effect: statement.openEffect === true ? null : statement.effect,
    matches: statement.matches,
    summary: STORY_SUMMARIES[statement.effect][statement.matches]({
      target: targetPhrase(targetOf(judged, layer, statement)),
      failed,
    }),
    elements: statement.elements.map((element) => ({
      element: elementName(element),
      matches: element.matches,
      sentence: elementSentence(element, judged.accessCase.request),
      span: element.span,
      values: element.values.map((value) => ({
        text: value.text,
        matches: value.matches,
        clause: valueClause(element, value, judged.accessCase.request),
        span: value.span,
      })),
    })),
    decisive: evaluation.layer === layer && evaluation.decisive !== null && samePlace(evaluation.decisive, statement),
  }
}

/** Each statement of each layer, with each element in words. */
export const explainStatements = (judged: JudgedCase): readonly StatementStory[] =>
  judged.evaluation.layers.flatMap(({ layer, statements }) =>
    statements.map((statement) => story(judged, layer, statement)),
  )
