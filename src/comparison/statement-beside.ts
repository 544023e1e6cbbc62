import type { CasePolicies } from '../case/access-case'
import { policiesIn, withPolicy } from '../case/layer-policies'
import { hasLevels, namesPrincipals, type CaseLayer } from '../iam/layers'
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
  const first = { layer, level: hasLevels(layer) ? 0 : null, policy: 0 }
  const [there] = policiesIn(policies, first)
  return there === undefined
    ? policies
    : withPolicy(policies, first, { ...there, document: joined(there.document, statement) })
}

/** The policies of a layer beside a statement that allows everything: what they then stop, their Deny statements stop. */
export function withAllAllowed(policies: CasePolicies, layer: CaseLayer, hasResource: boolean): CasePolicies {
  return withStatementBeside(policies, layer, {
    Effect: 'Allow',
    ...(namesPrincipals(layer) ? { Principal: '*' } : {}),
    Action: '*',
    ...(hasResource ? { Resource: '*' } : {}),
  })
}
