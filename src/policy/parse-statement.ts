import type { PolicyTypeRow } from '../iam/policy-types'
import type { JsonNode } from '../text/json-node'
import { spanOrNull, type Span } from '../text/span'
import { parseConditions } from './parse-conditions'
import { parsePrincipalElement } from './parse-principal-element'
import type { ConditionEntry, PolicyText, PrincipalElement, Statement, ValuesElement } from './policy'
import { kindInWords, type PolicyProblems } from './policy-problems'

const NO_CONDITIONS: readonly ConditionEntry[] = []

/** Reads one statement by the rules of its policy type; null when it says too little to be judged. */
export function parseStatement(
  node: JsonNode,
  index: number,
  rules: PolicyTypeRow,
  problems: PolicyProblems,
): Statement | null {
  if (node.kind !== 'object') {
    problems.fatal('statement-not-object', node.span, { found: kindInWords(node) })
    return null
  }
  let sid: string | null = null
  let effect: Statement['effect'] | null = null
  let effectSpan: Span | null = null
  let hasEffect = false
  let principal: PrincipalElement | null = null
  let action: ValuesElement | null = null
  let resource: ValuesElement | null = null
  let conditions = NO_CONDITIONS
  for (const { key, keySpan, value } of node.members) {
    switch (key) {
      case 'Sid':
        if (value.kind === 'string') sid = value.value
        else problems.fatal('element-not-text', value.span, { element: key, found: kindInWords(value) })
        break
      case 'Effect':
        hasEffect = true
        effectSpan = spanOrNull(value.span)
        if (value.kind === 'string' && (value.value === 'Allow' || value.value === 'Deny')) effect = value.value
        else {
          const found = value.kind === 'string' ? value.value : kindInWords(value)
          problems.fatal('statement-invalid-effect', value.span, { found })
        }
        break
      case 'Action':
      case 'NotAction':
        if (action !== null) problems.fatal('statement-both-elements', keySpan, { element: 'Action' })
        action = parseValues(key, key === 'NotAction', value, problems)
        break
      case 'Resource':
      case 'NotResource':
        if (resource !== null) problems.fatal('statement-both-elements', keySpan, { element: 'Resource' })
        resource = parseValues(key, key === 'NotResource', value, problems)
        if (rules.resource === 'forbidden') {
          problems.warn('statement-resource-forbidden', keySpan, { type: rules.name, element: key })
        }
        break
      case 'Principal':
      case 'NotPrincipal':
        if (principal !== null) problems.fatal('statement-both-elements', keySpan, { element: 'Principal' })
        principal = parsePrincipalElement(value, key === 'NotPrincipal', problems)
        if ((key === 'Principal' ? rules.principal : rules.notPrincipal) === 'forbidden') {
          problems.fatal('statement-principal-forbidden', keySpan, { type: rules.name, element: key })
        }
        break
      case 'Condition':
        conditions = parseConditions(value, problems)
        break
      default:
        problems.fatal('policy-unknown-element', keySpan, { key })
    }
  }
  if (!hasEffect) problems.fatal('statement-without-effect', node.span)
  if (action === null) problems.fatal('statement-without-action', node.span)
  if (resource === null && rules.resource === 'required') problems.fatal('statement-without-resource', node.span)
  if (principal === null && rules.principal === 'required') {
    problems.fatal('statement-without-principal', node.span, { type: rules.name })
  }
  if (principal?.not === true && effect === 'Allow') {
    problems.warn('statement-not-principal-with-allow', principal.span)
  }
  if (effect === null || action === null) return null
  return { index, span: spanOrNull(node.span), sid, effect, effectSpan, principal, action, resource, conditions }
}

function parseValues(element: string, not: boolean, node: JsonNode, problems: PolicyProblems): ValuesElement {
  const span = spanOrNull(node.span)
  if (node.kind === 'string') return { not, span, values: [{ text: node.value, span }] }
  if (node.kind !== 'array') {
    problems.fatal('element-not-text', node.span, { element, found: kindInWords(node) })
    return { not, span, values: [] }
  }
  const values: PolicyText[] = []
  for (const item of node.items) {
    if (item.kind === 'string') values.push({ text: item.value, span: spanOrNull(item.span) })
    else problems.fatal('element-not-text', item.span, { element, found: kindInWords(item) })
  }
  if (node.items.length === 0) problems.warn('element-empty', node.span, { element })
  return { not, span, values }
}
