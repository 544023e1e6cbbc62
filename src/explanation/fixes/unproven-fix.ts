import { LAYERS, caseLayerOf, hasLevels, holdsOne, type Layer } from '../../iam/layers'
import type { Fix, FixChange } from '../explanation'
import { documentAt } from './candidate'
import { appendStatement } from './edit-json'
import { beneathPoint } from './fit-place'
import { intoStatement } from './into-statement'
import { textDifference } from './text-difference'
import { applyEdits } from '../../text/text-edit'
import { newName } from './allow-candidates'
import { opensOf } from './opens-of-fix'
import { ownerOfFix } from './owner-of-fix'
import { isOfAnotherService } from '../../policy/other-service'
import { parsePolicy } from '../../policy/parse-policy'
import type { ConditionJson } from '../causes/condition-json'
import { whenOf, type StatementJson } from '../causes/least-statement'
import { isUnseen } from './unseen-policy'
import { namedIn, only, widthOf, type Reach, reachOfStatement } from '../../policy/reach'
import * as say from '../messages/fixes'
import { layerResult, type JudgedCase } from '../judged-case'
import { parseJson } from '../../text/parse-json'

const document = (statements: readonly StatementJson[]): string =>
  JSON.stringify({ Version: '2012-10-17', Statement: statements }, null, 2)

/** The first level that does not let the request through, or the topmost; null in a layer without levels. */
const openLevel = (judged: JudgedCase, layer: Layer): number | null => {
  if (!hasLevels(caseLayerOf(layer))) return null
  const levels = layerResult(judged.evaluation, layer)?.levels ?? []
  return Math.max(
    levels.findIndex(({ status }) => status !== 'allows'),
    0,
  )
}

/** A change apart from the policies given: the one that it changes was only supposed. */
export const asNew = (judged: JudgedCase, layer: Layer, statements: readonly StatementJson[]): FixChange => {
  const after = document(statements)
  const place = { layer: caseLayerOf(layer), level: openLevel(judged, layer), policy: null }
  return {
    ...place,
    name: newName(layer),
    before: '',
    after,
    edit: { span: [0, 0], text: after },
    ...(isUnseen(judged.accessCase, layer) && { isIntoUnseen: true as const }),
  }
}

/** A change of the one policy that a layer holds, where it is here: statements go into it, not beside it. */
const inGiven = (judged: JudgedCase, layer: Layer, statements: readonly StatementJson[]): FixChange | null => {
  const place = { layer: caseLayerOf(layer), level: null, policy: 0 }
  const document = holdsOne(layer) ? documentAt(judged, place) : null
  if (document === null || document.root?.kind !== 'object') return null
  const { statements: there } = parsePolicy(document.text, 'resource')
  const added = statements.flatMap(({ Action }) => [Action].flat().map(String))
  if (
    layer === 'resource' &&
    [judged.accessCase.request.action, ...added.slice(0, 1)].some((one) => isOfAnotherService(there, one))
  )
    return null
  let text = document.text
  for (const statement of statements.map((one) => beneathPoint(document.text, one))) {
    const { root } = parseJson(text)
    const edit = root && (intoStatement(text, root, statement) ?? appendStatement(text, root, statement))
    if (!edit) return null
    text = applyEdits(text, [edit])
  }
  return {
    ...place,
    name: document.name,
    before: document.text,
    after: text,
    edit: textDifference(document.text, text),
  }
}

const NO_REACH: Reach = { actions: only(), resources: only(), principal: null, when: [] }

/** A fix out of statements alone, where there is no whole request to prove it with. */
export const unproven = (
  judged: JudgedCase,
  layer: Layer,
  statements: readonly StatementJson[],
  proof: Fix['proof'],
  sentence: Fix['sentence'],
): Fix => {
  const change = inGiven(judged, layer, statements) ?? asNew(judged, layer, statements)
  const placed = change.policy === null ? statements : statements.map((one) => beneathPoint(change.before, one))
  const [reach = NO_REACH, ...more] = placed.map((one) => ({
    ...reachOfStatement(one),
    principal: namedIn(one),
    when: whenOf((one['Condition'] ?? null) as ConditionJson | null),
  }))
  const reaches = [reach, ...more]
  const { owner } = LAYERS[layer]
  return {
    codes: [change.policy === null ? 'new-policy' : 'add-statement'],
    layer,
    sentence,
    opens:
      reaches.length === 1
        ? say.opensAdded(layer, reach)
        : say.together(reaches.map((one) => say.opensPhrase(layer, one))),
    proof,
    owner,
    ownerText: ownerOfFix(judged, layer),
    changes: [change],
    reach,
    reaches,
    width: Math.max(...reaches.map((one) => widthOf(layer, one))),
    least: true,
    remaining: [],
    decisionAfter: 'depends',
    statement: placed.length === 1 ? (placed[0] ?? null) : null,
    isSupposed: true,
    opensTo: opensOf(judged, layer, reaches),
  }
}
