import { parsePrincipalValue } from '../iam/principal'
import type { JsonNode } from '../text/json-node'
import { spanOrNull } from '../text/span'
import type { PrincipalElement, PrincipalText } from './policy'
import { kindInWords, type PolicyProblems } from './policy-problems'

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html */
const KEYS: ReadonlySet<string> = new Set(['AWS', 'Service', 'Federated', 'CanonicalUser'])

/** Reads the value of Principal or NotPrincipal. */
export function parsePrincipalElement(node: JsonNode, not: boolean, problems: PolicyProblems): PrincipalElement {
  const span = spanOrNull(node.span)
  const values: PrincipalText[] = []
  const add = (key: string, item: JsonNode) => {
    if (item.kind !== 'string') {
      problems.fatal('element-not-text', item.span, { element: 'Principal', found: kindInWords(item) })
      return
    }
    const names = parsePrincipalValue(key, item.value)
    values.push({ key, text: item.value, span: spanOrNull(item.span), names })
    if (names.kind === 'group') problems.warn('principal-group', item.span, { text: item.value })
    else if (item.value.includes('*') && names.kind !== 'everyone') {
      problems.warn('principal-wildcard', item.span, { text: item.value })
    }
  }
  if (node.kind === 'string' && node.value === '*') add('AWS', node)
  else if (node.kind === 'object') {
    for (const { key, keySpan, value } of node.members) {
      if (!KEYS.has(key)) problems.fatal('principal-unknown-key', keySpan, { key })
      else if (value.kind === 'array') value.items.forEach((item) => add(key, item))
      else add(key, value)
    }
  } else problems.fatal('principal-not-readable', node.span)
  return { not, span, values }
}
