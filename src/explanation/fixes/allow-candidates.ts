import type { ElementResult, LayerResult } from '../../evaluation/evaluation'
import { familyFacts, parseOperator } from '../../iam/condition-operators'
import { ANY_PART } from '../../iam/any-part'
import { matchWildcard } from '../../iam/wildcard'
import { targetPhrase } from '../messages/statements'
import { missesOf, type Miss } from '../../evaluation/describe/nearest-miss'
import type { Reach } from '../../policy/reach'
import type { Situation } from '../situation'
import { stepFacts } from '../steps/step-facts'
import { asRange } from './address-range'
import { documentAt, edited, type FixCandidate, type Obstacle } from './candidate'
import { memberOf, statementNode, type CaseDocument } from '../../case/case-documents'
import { addValue, appendStatement } from './edit-json'
import { keptTests, requiredKey } from './kept-tests'
import { ownPart } from './own-part'
import { placeFacts } from './policy-place'
import { lastingResource } from '../../policy/one-off-ids'
import { whyNotEditable } from '../../policy/policy-documents'
import { isOfAnotherService } from '../../policy/other-service'
import { parsePolicy } from '../../policy/parse-policy'
import { exactly, leastStatement, type LeastStatement, type StatementJson } from '../causes/least-statement'
import { only, reachOf } from '../../policy/reach'
import { LAYERS, caseLayerOf, holdsOne, type Layer } from '../../iam/layers'
import type { PolicyTarget } from '../../case/policy-ref'
import { levelsOf, policiesIn } from '../../case/layer-policies'

/** Can somebody edit it? */
const isEditable = (situation: Situation, layer: Layer, { name, root }: CaseDocument): boolean =>
  root?.kind === 'object' && whyNotEditable(placeFacts(situation, layer, name)) === null

/** The policy of another resource that stands where that of this one has to. */
const isMisplaced = ({ situation, layer }: Obstacle, document: CaseDocument): boolean =>
  layer === 'resource' &&
  isOfAnotherService(parsePolicy(document.text, 'resource').statements, situation.accessCase.request.action)

/** Is it a place for a statement on what is asked for? */
const isPlace = (obstacle: Obstacle, document: CaseDocument): boolean =>
  isEditable(obstacle.situation, obstacle.layer, document) && !isMisplaced(obstacle, document)

const isHeld = (obstacle: Obstacle, place: PolicyTarget): boolean => {
  const document = documentAt(obstacle.situation, place)
  return document === null || !isMisplaced(obstacle, document)
}

/** The first level whose policies allow nothing here; null in a layer without levels. */
const levelOf = ({ levels }: LayerResult): number | null => {
  const index = levels?.findIndex(({ status }) => status === 'implicitDeny') ?? -1
  return index < 0 ? null : index
}

const places = ({ situation, layer, result }: Obstacle): readonly PolicyTarget[] => {
  const level = levelOf(result)
  const of = caseLayerOf(layer)
  return policiesIn(situation.accessCase.policies, { layer: of, level }).map((_, policy) => ({
    layer: of,
    level,
    policy,
  }))
}

const policyDocument = (statement: StatementJson): string =>
  JSON.stringify({ Version: '2012-10-17', Statement: [statement] }, null, 2)

/** A name for a policy that does not exist yet. */
export const newName = (layer: Layer): string =>
  holdsOne(layer) ? LAYERS[layer].policy : `new ${LAYERS[layer].policy}`

/** The document to edit: the one that holds the nearest miss, else the first that can be edited. */
const targetDocument = (obstacle: Obstacle, misses: readonly Miss[]): CaseDocument | null => {
  const near = misses[0]?.statement.policy
  const all = places(obstacle)
  for (const place of [...all.filter(({ policy }) => policy === near), ...all]) {
    const document = documentAt(obstacle.situation, place)
    if (document !== null && isPlace(obstacle, document)) return document
  }
  return null
}

const where = ({ situation, layer }: Obstacle, place: PolicyTarget) =>
  targetPhrase(
    place.level === null ? null : (levelsOf(situation.accessCase.policies, layer)[place.level]?.target ?? null),
  )

const hasVariables = (text: string): boolean => text.includes('"2012-10-17"')

const inNewPolicy = (obstacle: Obstacle, least: LeastStatement): FixCandidate => {
  const place = { layer: caseLayerOf(obstacle.layer), level: levelOf(obstacle.result), policy: null }
  return {
    code: 'new-policy',
    place,
    name: newName(obstacle.layer),
    after: policyDocument(least.statement),
    reach: { ...least.reach, principal: least.reach.principal ?? attachedTo(obstacle) },
    assumes: assumedBy(obstacle.situation, least),
    value: '',
    where: where(obstacle, place),
    statement: least.statement,
  }
}

/** What the request has to carry for a statement to cover it, and is not known to carry. */
const assumedBy = ({ evaluation }: Situation, { reach }: LeastStatement): Reach['when'] =>
  reach.when.filter(({ key, values }) => {
    const known = evaluation.context.find((entry) => entry.key.toLowerCase() === key.toLowerCase())
    return known === undefined || known.values === null || values.some((value) => value.includes('<'))
  })

/** A new identity-based policy hangs on the caller alone. */
const attachedTo = ({ situation, layer }: Obstacle): string | null =>
  layer === 'identity' ? (stepFacts(situation).entity?.arn ?? null) : null

const inDocument = (obstacle: Obstacle, document: CaseDocument, least: LeastStatement): FixCandidate | null => {
  const after = edited(document, appendStatement(document.text, document.root, least.statement))
  if (after === null) return null
  return {
    code: 'add-statement',
    place: document.place,
    name: document.name,
    after,
    reach: least.reach,
    assumes: assumedBy(obstacle.situation, least),
    value: '',
    where: where(obstacle, document.place),
    statement: least.statement,
  }
}

/** The statement that allows the request, and nothing wider. */
const statements = (obstacle: Obstacle, document: CaseDocument | null): readonly FixCandidate[] => {
  const { situation, layer } = obstacle
  const text = document?.text ?? ''
  const asked = exactly(situation, document === null || hasVariables(text)).replaceAll(ANY_PART, '*')
  const resource = lastingResource(asked)
  const { condition, unmet } = keptTests(obstacle, levelOf(obstacle.result))
  // What its tests keep shut is opened by what meets them, and never by a statement without them.
  if (unmet.length > 0) return []
  const least = leastStatement(situation, layer, resource === '' ? '*' : resource, text, condition)
  if (least === null) return []
  const candidate = document ? inDocument(obstacle, document, least) : inNewPolicy(obstacle, least)
  return candidate ? [candidate] : []
}

interface Extension {
  readonly code: 'add-action' | 'add-resource' | 'add-condition-value'
  readonly element: string
  readonly value: string
  readonly reach: (all: Reach) => Reach
}

const onlyFailure = ({ failed }: Miss) => (failed.length === 1 ? failed[0] : undefined)

const isRange = ({ operator = '' }: ElementResult): boolean => parseOperator(operator)?.family === 'ip'

/** Words after which a value can be added to a test without weakening the others. */
const isListOperator = (operator: string): boolean => {
  const parsed = parseOperator(operator)
  return parsed !== null && !parsed.negated && parsed.set === 'none' && familyFacts(parsed.family).listsThings
}

const extensionOf = (situation: Situation, miss: Miss): Extension | null => {
  const { action, resource } = situation.accessCase.request
  const failure = onlyFailure(miss)
  if (failure?.matches !== 'no') return null
  if (failure.element === 'Action')
    return { code: 'add-action', element: 'Action', value: action, reach: (all) => ({ ...all, actions: only(action) }) }
  if (failure.element === 'Resource' && resource !== '') {
    const value = lastingResource(resource)
    return { code: 'add-resource', element: 'Resource', value, reach: (all) => ({ ...all, resources: only(value) }) }
  }
  const [value, ...more] = failure.actual ?? []
  if (failure.element !== 'Condition' || value === undefined || more.length > 0) return null
  if (!isListOperator(failure.operator ?? '')) return null
  const key = failure.key ?? ''
  return {
    code: 'add-condition-value',
    element: 'Condition',
    value: isRange(failure) ? asRange(value) : value,
    reach: (all) => ({ ...all, when: [...all.when, { key, values: [value] }] }),
  }
}

/** Does the statement speak of other resources for certain, whatever else is added to it? Variables can stand for anything. */
const isElsewhere = ({ accessCase }: Situation, { resources: { not, patterns } }: Reach): boolean => {
  const isOpen = not || patterns.some((pattern) => pattern.includes('${') || pattern.split(':').length < 6)
  return !isOpen && !patterns.some((pattern) => matchWildcard(pattern, accessCase.request.resource))
}

/** The actions of callers who come with a token, whom an identity provider vouches for. */
const WITH_TOKEN = /^sts:AssumeRoleWith(?:WebIdentity|SAML)$/i

/** Does the statement name only callers of another kind than those of the action? */
const isForOthers = (node: NonNullable<ReturnType<typeof statementNode>>, action: string): boolean => {
  const principal = WITH_TOKEN.test(action) ? memberOf(node, 'Principal')?.value : undefined
  return principal?.kind === 'object' && memberOf(principal, 'Federated') === null
}

/** Adds a value to the element of a statement that the request fails on. */
const extend = (obstacle: Obstacle, miss: Miss): FixCandidate | null => {
  const extension = extensionOf(obstacle.situation, miss)
  const { level, policy } = miss.statement
  const place = { layer: caseLayerOf(obstacle.layer), level, policy }
  const document = documentAt(obstacle.situation, place)
  if (extension === null || document === null || !isPlace(obstacle, document)) return null
  const node = statementNode(document, miss.statement)
  const element = node && memberOf(node, extension.element)?.value
  if (!node || !element) return null
  if (extension.element !== 'Resource' && isElsewhere(obstacle.situation, reachOf(node))) return null
  if (extension.element === 'Action' && isForOthers(node, extension.value)) return null
  const required = requiredKey(obstacle.layer, obstacle.situation.accessCase.request.action)
  if (required !== null && !testKeys(miss).some((key) => key.toLowerCase() === required.toLowerCase())) return null
  const values = extension.element === 'Condition' ? conditionValues(element, miss) : element
  const after = values && edited(document, addValue(document.text, values, extension.value))
  if (!after) return null
  return {
    code: extension.code,
    place,
    name: document.name,
    after,
    reach: extension.reach({ ...reachOf(node), tests: testKeys(miss) }),
    value: extension.value,
    where: where(obstacle, place),
    statement: null,
  }
}

/** The keys that a statement goes on testing. */
const testKeys = ({ statement }: Miss): readonly string[] => [
  ...new Set(statement.elements.flatMap(({ element, key }) => (element === 'Condition' ? (key ?? []) : []))),
]

const conditionValues = (condition: NonNullable<CaseDocument['root']>, miss: Miss) => {
  const failure = onlyFailure(miss)
  if (condition.kind !== 'object' || failure === undefined) return null
  const operator = memberOf(condition, failure.operator ?? '')?.value
  return operator?.kind === 'object' ? (memberOf(operator, failure.key ?? '')?.value ?? null) : null
}

const FULL_ACCESS: StatementJson = { Effect: 'Allow', Action: '*', Resource: '*' }

/** A level that allows nothing at all usually lost FullAWSAccess. */
const fullAccess = (obstacle: Obstacle): readonly FixCandidate[] => {
  if (obstacle.layer !== 'scp') return []
  const place: PolicyTarget = { layer: 'scp', level: levelOf(obstacle.result), policy: null }
  return [
    {
      code: 'attach-full-access',
      place,
      name: 'FullAWSAccess',
      after: policyDocument(FULL_ACCESS),
      reach: { actions: only('*'), resources: only('*'), principal: null, when: [] },
      value: '',
      where: where(obstacle, place),
      statement: null,
    },
  ]
}

/** How many near misses are tried for an extension. */
const MAX_MISSES = 3

/** Changes that may give a layer the Allow that it lacks. */
export const allowCandidates = (obstacle: Obstacle): readonly FixCandidate[] => {
  const { situation, layer, result } = obstacle
  const misses = missesOf(result, situation.accessCase.request.action, levelOf(result))
  const document = targetDocument(obstacle, misses)
  // Where a layer holds one policy, it is the one to edit.
  const isTaken = document === null && holdsOne(layer) && places(obstacle).some((place) => isHeld(obstacle, place))
  // Of a part that each caller has of its own nobody is given that of another.
  const isOfEach = ownPart(situation, layer) !== null
  const extended = misses.slice(0, MAX_MISSES).flatMap((miss) => extend(obstacle, miss) ?? [])
  return [
    ...(isTaken || isOfEach ? [] : statements(obstacle, document)),
    ...extended.filter(({ code }) => !isOfEach || code !== 'add-resource'),
    ...fullAccess(obstacle),
  ]
}
