import { memberOf, statementNode } from '../../case/case-documents'
import type { Miss } from '../../evaluation/describe/nearest-miss'
import { caseLayerOf } from '../../iam/layers'
import { only, reachOf } from '../../policy/reach'
import { BETWEEN_VALUES } from '../messages/fixes'
import { misspeltAction } from '../words/misspelt-action'
import { documentAt, edited, type FixCandidate, type Obstacle } from './candidate'
import { replaceValue } from './edit-json'
import { isPlace, whereOf } from './fit-place'
import { keysOfTests } from './fix-statements'

/** An Allow whose action is written with a slip, so that it never matches: the action is spelled as AWS spells it. */
export function correctAction(obstacle: Obstacle, misses: readonly Miss[]): readonly FixCandidate[] {
  const { judged, layer } = obstacle
  const slip = misspeltAction(judged, misses)
  if (slip === null) return []
  const place = { layer: caseLayerOf(layer), level: slip.statement.level, policy: slip.statement.policy }
  const document = documentAt(judged, place)
  const node = document && statementNode(document, slip.statement)
  const held = node && memberOf(node, 'Action')?.value
  const written = held?.kind === 'array' ? held.items : [held]
  const value = written.find((one) => one?.kind === 'string' && one.value === slip.value.text)
  if (!document || !node || !value || !isPlace(obstacle, document)) return []
  const { action } = judged.accessCase.request
  const after = edited(document, replaceValue(document.text, value, action))
  return after === null
    ? []
    : [
        {
          code: 'correct-action',
          place,
          name: document.name,
          after,
          reach: { ...reachOf(node), actions: only(action), tests: keysOfTests(slip.statement) },
          value: [slip.value.text, action].join(BETWEEN_VALUES),
          where: whereOf(obstacle, place),
          statement: null,
        },
      ]
}
