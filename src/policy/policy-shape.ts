import { serviceOfAction } from '../iam/action'
import type { JsonNode } from '../text/json-node'
import { LEFT_OUT } from '../text/loose/values'
import { listOf, member, stringsOf, textMember } from '../text/json-tree'
import { CASE_LAYERS, namesPrincipals, type CaseLayer } from '../iam/layers'

/** Is it a policy document: an object whose Statement holds something that has an Effect, or nothing at all? */
export function isDocument(node: JsonNode): boolean {
  const statement = member(node, 'Statement')
  if (statement === undefined) return false
  return (
    statement.kind === 'object' ||
    (statement.kind === 'array' && statement.items.every((item) => item.kind === 'object'))
  )
}

/** Is it a statement that stands alone? */
export function isStatement(node: JsonNode): boolean {
  const effect = textMember(node, 'Effect')
  const hasAction = member(node, 'Action') !== undefined || member(node, 'NotAction') !== undefined
  return hasAction && (effect === 'Allow' || effect === 'Deny' || effect === LEFT_OUT)
}

/** What the form of a document says of the layer it belongs to. */
export interface Shape {
  readonly layer: CaseLayer | null
  readonly candidates: readonly CaseLayer[]
  /** The service that all its actions are of. */
  readonly service: string | null
}

const either = (statement: JsonNode, element: string): JsonNode | undefined =>
  member(statement, element) ?? member(statement, `Not${element}`)

/** The one service that every action names; null where there are several, or a wildcard. */
function serviceOf(statements: readonly JsonNode[]): string | null {
  const services = new Set(
    statements.flatMap((statement) => stringsOf(either(statement, 'Action')).map((action) => serviceOfAction(action))),
  )
  const [service] = services
  return services.size === 1 && service !== undefined && /^[a-z\d-]+$/.test(service) ? service : null
}

/** RCPs and the policies of gateway endpoints name everybody: "*" or {"AWS": "*"}. */
function namesSomebody(statement: JsonNode): boolean {
  const principal = either(statement, 'Principal')
  if (principal?.kind !== 'object') return stringsOf(principal).some((name) => name !== '*')
  return principal.members.some(({ key, value }) => key !== 'AWS' || stringsOf(value).some((name) => name !== '*'))
}

/** The layers that a policy may belong to: these, then all others whose policies name principals likewise, or name none. */
export function likelyLayers(first: readonly [CaseLayer, ...CaseLayer[]]): readonly CaseLayer[] {
  const alike = CASE_LAYERS.filter((layer) => namesPrincipals(layer) === namesPrincipals(first[0]))
  return [...new Set([...first, ...alike])]
}

interface ShapeRule {
  readonly layer: CaseLayer | null
  readonly candidates: readonly CaseLayer[]
  readonly when: (statements: readonly JsonNode[], service: string | null) => boolean
}

const hasPrincipal = (statement: JsonNode) => either(statement, 'Principal') !== undefined
const hasResource = (statement: JsonNode) => either(statement, 'Resource') !== undefined
/** Does a statement name one resource, as the policy of that resource does? RCPs are for many. */
const isSpecific = (statement: JsonNode) => {
  const resources = stringsOf(either(statement, 'Resource'))
  return resources.length > 0 && resources.every((each) => /^arn:[^:]*:[^:]*:[^:]*:[^:]*:(?:\$\{|[^*?])/.test(each))
}

/** Keys that only the request to assume a role has, of tokens and assertions. */
const TRUST_KEY = /:(?:aud|sub|amr|oaud|azp)$|^saml:|^sts:(?:ExternalId|RoleSessionName|SourceIdentity)$/i
const asksTrust = (statement: JsonNode) => {
  const condition = member(statement, 'Condition')
  const operators = condition?.kind === 'object' ? condition.members.map(({ value }) => value) : []
  return operators.some((each) => each.kind === 'object' && each.members.some(({ key }) => TRUST_KEY.test(key)))
}
const denies = (statement: JsonNode) => textMember(statement, 'Effect') === 'Deny'

/** The first rule that fits decides. Only a principal tells a layer for certain: identity-based policies, boundaries, session policies and SCPs have none. */
const SHAPE_RULES: readonly ShapeRule[] = [
  {
    layer: 'resource',
    candidates: ['resource'],
    when: (statements, service) => service === 'sts' && statements.some(hasPrincipal) && !statements.some(hasResource),
  },
  {
    layer: 'resource',
    candidates: likelyLayers(['resource', 'endpoint']).filter((layer) => layer !== 'rcp'),
    when: (statements) => statements.some(namesSomebody),
  },
  {
    layer: null,
    candidates: likelyLayers(['resource', 'endpoint']),
    when: (statements) => statements.some(hasPrincipal) && statements.every(denies) && statements.every(isSpecific),
  },
  {
    layer: null,
    candidates: likelyLayers(['rcp', 'resource']),
    when: (statements) => statements.some(hasPrincipal) && statements.every(denies),
  },
  {
    layer: null,
    candidates: likelyLayers(['resource', 'endpoint']),
    when: (statements) => statements.some(hasPrincipal),
  },
  {
    layer: null,
    candidates: ['resource', ...likelyLayers(['identity'])],
    when: (statements) => statements.some(asksTrust),
  },
  {
    layer: null,
    candidates: likelyLayers(['scp']),
    when: (statements) => statements.length > 0 && statements.every(denies),
  },
  { layer: null, candidates: likelyLayers(['identity']), when: () => true },
]

/** Reads the layer off a document's form. */
export function shapeOf(document: JsonNode): Shape {
  const statements = listOf(member(document, 'Statement'))
  const service = serviceOf(statements)
  const rule = SHAPE_RULES.find(({ when }) => when(statements, service))!
  return { layer: rule.layer, candidates: rule.candidates, service }
}
