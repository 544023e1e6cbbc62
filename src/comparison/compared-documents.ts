import type { AccessCase } from '../case/access-case'
import { readCase } from '../case/read-case'
import type { CaseLayer } from '../iam/layers'
import { fieldsOf } from '../text/fields'
import { valueOfNode } from '../text/json-value'
import { findPolicies } from '../policy/find-policies'
import { parsePolicy } from '../policy/parse-policy'
import { parseJson } from '../text/parse-json'
import type { AccessQuestion } from './comparison'
import { likelyLayer, policiesOfText } from './policies-of-text'

function valueOf(document: unknown): unknown {
  if (typeof document !== 'string') return document
  const { root } = parseJson(document)
  return root && valueOfNode(root)
}

const isCase = (value: unknown): boolean => Object.hasOwn(fieldsOf(value), 'policies')

/** A case that can be read and says who calls; null for any other value. */
function readable(value: unknown): AccessCase | null {
  const { problems } = readCase(value)
  const { request } = value as AccessCase
  return problems.some(({ severity }) => severity === 'error') || !request.principal ? null : (value as AccessCase)
}

/** Two cases, compared over all their layers for the caller of the second. */
function questionOfCases(first: unknown, second: unknown): AccessQuestion | null {
  const [before, after] = [readable(first), readable(second)]
  if (before === null || after === null) return null
  const { principal, context = {} } = after.request
  const role = context['aws:PrincipalArn']
  const holes = [...(before.holes ?? []), ...(after.holes ?? [])]
  return {
    before: before.policies,
    after: after.policies,
    layer: null,
    isOfCases: true,
    principal,
    ...(typeof role === 'string' ? { role } : {}),
    ...(after.facts === undefined ? {} : { facts: after.facts }),
    ...(holes.length === 0 ? {} : { holes }),
  }
}

/** The policy of a text that is no policy itself but holds one, as what a command of AWS printed does; else the text. */
function documentIn(text: string): string {
  const found = parsePolicy(text).valid ? [] : findPolicies(text).filter(({ text: own }) => own !== '')
  return found.length === 1 ? (found[0]?.text ?? text) : text
}

/**
 * Two versions as they are given, as JSON texts or values: two policies of one layer, or two cases with all their layers.
 * Null where a case cannot be read, or only one is a case.
 */
export function comparedDocuments(before: unknown, after: unknown, layer: CaseLayer | null): AccessQuestion | null {
  const [first, second] = [valueOf(before), valueOf(after)]
  if (isCase(first) || isCase(second)) return isCase(first) && isCase(second) ? questionOfCases(first, second) : null
  const [one, other] = [before, after].map((given) =>
    typeof given === 'string' ? given : JSON.stringify(given ?? null),
  )
  if (one === undefined || other === undefined) return null
  return questionOfPolicies(documentIn(one), documentIn(other), layer)
}

function questionOfPolicies(one: string, other: string, layer: CaseLayer | null): AccessQuestion {
  const of = layer ?? likelyLayer(one)
  return { before: policiesOfText(one, of), after: policiesOfText(other, of), layer: of }
}
