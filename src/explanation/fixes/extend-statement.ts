import { isProviderAction } from '../../iam/trust-actions'
import { ANY_PART } from '../../iam/any-part'
import type { ElementResult } from '../../evaluation/evaluation'
import { familyFacts, parseOperator } from '../../iam/condition-operators'
import { matchWildcard } from '../../iam/wildcard'
import type { Miss } from '../../evaluation/describe/nearest-miss'
import type { Reach } from '../../policy/reach'
import type { JudgedCase } from '../judged-case'
import { contextValue } from '../steps/step-facts'
import { asRange } from './address-range'
import { documentAt, edited, type FixCandidate, type Obstacle } from './candidate'
import { fieldsOf } from '../../text/fields'
import { valueOfNode } from '../../text/json-value'
import { memberOf, statementNode, type CaseDocument } from '../../case/case-documents'
import { takesMoreValues } from './edit-condition'
import { addValue } from './edit-json'
import { isPlace, whereOf } from './fit-place'
import { testedKeys } from './fix-statements'
import { isOfNoKind } from '../causes/known-resource'
import { isFence, requiredKey } from './kept-conditions'
import { lastingValue } from './lasting-value'
import { hasVariable, ownForm } from './own-part'
import { lastingResource } from '../../policy/one-off-ids'
import { parsePrincipal } from '../../iam/principal'
import { only, reachOf } from '../../policy/reach'
import { caseLayerOf, namesPrincipals, type Layer } from '../../iam/layers'

interface Extension {
  readonly code: 'add-action' | 'add-resource' | 'add-condition-value'
  readonly element: string
  readonly value: string
  readonly reach: (all: Reach) => Reach
}

const onlyFailure = ({ failed }: Miss) => (failed.length === 1 ? failed[0] : undefined)

const isRange = ({ operator = '' }: ElementResult): boolean => parseOperator(operator)?.family === 'ip'

/** What lies below what the test leaves to each caller by a variable, where that is what was asked for; null: it is not. */
const belowOwn = (judged: JudgedCase, { operator = '', values }: ElementResult, asked: string): string | null => {
  const family = parseOperator(operator)?.family
  if (family === undefined || !familyFacts(family).takesWildcards) return null
  const ofCaller = (text: string): string =>
    text.replace(/\$\{([^{}]{1,200})\}/g, (whole, key: string) => contextValue(judged.evaluation.context, key) ?? whole)
  const own = values.find(
    ({ text }) => hasVariable(text) && !/[*?]/.test(text) && asked.startsWith(`${ofCaller(text)}/`),
  )
  return own === undefined ? null : `${own.text}/*`
}

const extensionOf = (judged: JudgedCase, layer: Layer, miss: Miss): Extension | null => {
  const { action, resource } = judged.accessCase.request
  const failure = onlyFailure(miss)
  if (failure?.matches !== 'no') return null
  if (failure.element === 'Action')
    return { code: 'add-action', element: 'Action', value: action, reach: (all) => ({ ...all, actions: only(action) }) }
  if (failure.element === 'Resource' && resource !== '') {
    // Of what nobody names every one is meant.
    const value = ownForm(judged, layer) ?? lastingResource(resource, action).replaceAll(ANY_PART, '*')
    // Every resource, for what takes none, would open the other actions of the statement on everything.
    if (value === '*' && resource !== '*') return null
    return { code: 'add-resource', element: 'Resource', value, reach: (all) => ({ ...all, resources: only(value) }) }
  }
  const [actual, ...more] = failure.actual ?? []
  if (failure.element !== 'Condition' || actual === undefined || more.length > 0) return null
  if (!takesMoreValues(failure.operator ?? '') || isFence(failure.key ?? '')) return null
  // A test by a variable is for many callers: the value of one of them would be open to all.
  const isOfEach = failure.values.some(({ text }) => hasVariable(text))
  const value = isOfEach ? belowOwn(judged, failure, actual) : lastingValue(failure, actual)
  if (value === null) return null
  const key = failure.key ?? ''
  return {
    code: 'add-condition-value',
    element: 'Condition',
    value: isRange(failure) ? asRange(value) : value,
    reach: (all) => ({ ...all, when: [...all.when, { key, values: [value] }] }),
  }
}

/** Does the statement speak of other resources for certain, whatever else is added to it? Variables can stand for anything. */
const isElsewhere = ({ accessCase }: JudgedCase, { resources: { not, patterns } }: Reach): boolean => {
  const isOpen = not || patterns.some((pattern) => pattern.includes('${') || pattern.split(':').length < 6)
  return !isOpen && !patterns.some((pattern) => matchWildcard(pattern, accessCase.request.resource))
}

/** Is the statement on things alone that the action is never asked for? */
const isOfOtherKinds = (judged: JudgedCase, action: string, { resources: { not, patterns } }: Reach): boolean =>
  !not && patterns.length > 0 && patterns.every((one) => one.startsWith('arn:') && isOfNoKind(judged, action, one))

/** Does the statement name only callers of another kind than those of the action? */
const isForOthers = (node: NonNullable<ReturnType<typeof statementNode>>, action: string): boolean => {
  const principal = isProviderAction(action) ? memberOf(node, 'Principal')?.value : undefined
  return principal?.kind === 'object' && memberOf(principal, 'Federated') === null
}

/** Does the statement let in services alone, while no service is known to have called? It speaks of other callers. */
const isForServices = (node: NonNullable<ReturnType<typeof statementNode>>, { accessCase }: JudgedCase): boolean => {
  const named = fieldsOf(fieldsOf(valueOfNode(node))['Principal'])
  return Object.keys(named).join() === 'Service' && parsePrincipal(accessCase.request.principal)?.kind !== 'service'
}

/** Does the statement name whom it lets in, where the layer is of the caller’s own policies? It is one of a trust policy beside these. */
const isOfTrust = (node: NonNullable<ReturnType<typeof statementNode>>, layer: Layer): boolean =>
  !namesPrincipals(layer) && memberOf(node, 'Principal') !== null

/** Is the statement for every resource, and the request for one? Another action in it would reach far beyond the request. */
const isForAll = (node: NonNullable<ReturnType<typeof statementNode>>, { accessCase }: JudgedCase): boolean => {
  if (accessCase.request.resource === '*' || memberOf(node, 'Resource') === null) return false
  return reachOf(node).resources.patterns.includes('*')
}

/** Adds a value to the element of a statement that the request fails on. */
export const extend = (obstacle: Obstacle, miss: Miss): FixCandidate | null => {
  const extension = extensionOf(obstacle.judged, obstacle.layer, miss)
  const { level, policy } = miss.statement
  const place = { layer: caseLayerOf(obstacle.layer), level, policy }
  const document = documentAt(obstacle.judged, place)
  if (extension === null || document === null || !isPlace(obstacle, document)) return null
  const node = statementNode(document, miss.statement)
  const element = node && memberOf(node, extension.element)?.value
  if (!node || !element || isOfTrust(node, obstacle.layer) || isForServices(node, obstacle.judged)) return null
  if (extension.element !== 'Resource' && isElsewhere(obstacle.judged, reachOf(node))) return null
  if (extension.element === 'Action' && isForAll(node, obstacle.judged)) return null
  if (extension.element === 'Action' && isOfOtherKinds(obstacle.judged, extension.value, reachOf(node))) return null
  if (extension.element === 'Action' && isForOthers(node, extension.value)) return null
  const required = requiredKey(obstacle.layer, obstacle.judged.accessCase.request.action)
  const tests = testKeys(node)
  if (required !== null && !tests.some((key) => key.toLowerCase() === required.toLowerCase())) return null
  const values = extension.element === 'Condition' ? conditionValues(element, miss) : element
  const after = values && edited(document, addValue(document.text, values, extension.value))
  if (!after) return null
  return {
    code: extension.code,
    place,
    name: document.name,
    after,
    reach: extension.reach({ ...reachOf(node), tests }),
    value: extension.value,
    where: whereOf(obstacle, place),
    statement: null,
  }
}

/** The keys that a statement goes on testing. */
const testKeys = (node: NonNullable<ReturnType<typeof statementNode>>): readonly string[] => [
  ...new Set(testedKeys(fieldsOf(valueOfNode(node))).map(({ written }) => written)),
]

const conditionValues = (condition: NonNullable<CaseDocument['root']>, miss: Miss) => {
  const failure = onlyFailure(miss)
  if (condition.kind !== 'object' || failure === undefined) return null
  const operator = memberOf(condition, failure.operator ?? '')?.value
  return operator?.kind === 'object' ? (memberOf(operator, failure.key ?? '')?.value ?? null) : null
}
