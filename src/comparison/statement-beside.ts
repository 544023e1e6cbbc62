import type { CasePolicies, CasePolicy } from '../case/access-case'
import { levelsOf, policiesIn } from '../case/layer-policies'
import { hasLevels, holdsOne, LAYERS, type CaseLayer } from '../iam/layers'
import { fieldsOf } from '../text/fields'
import { valueOfNode } from '../text/json-value'
import { parseJson } from '../text/parse-json'

/** A document as a value with one more statement. */
function joined(document: unknown, statement: unknown): unknown {
  const { root } = typeof document === 'string' ? parseJson(document) : { root: null }
  const fields = fieldsOf(root === null ? document : valueOfNode(root))
  return { ...fields, Statement: [fields['Statement'] ?? [], statement].flat() }
}

/** The policies of a layer with one more statement in the first of them. */
export function withStatementBeside(policies: CasePolicies, layer: CaseLayer, statement: unknown): CasePolicies {
  const { key } = LAYERS[layer]
  const put = (list: readonly CasePolicy[]): readonly CasePolicy[] =>
    list.map((policy, at) => (at === 0 ? { ...policy, document: joined(policy.document, statement) } : policy))
  if (hasLevels(layer)) {
    const levels = levelsOf(policies, layer)
    return {
      ...policies,
      [key]: levels.map((level, at) => (at === 0 ? { ...level, policies: put(level.policies) } : level)),
    }
  }
  const put1 = put(policiesIn(policies, { layer, level: null }))
  return { ...policies, [key]: holdsOne(layer) ? put1[0] : put1 }
}
