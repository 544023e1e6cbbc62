import { tokenIssuerOf } from '../facts/keys/token-issuers'
import { isProviderAction } from '../iam/trust-actions'
import { serviceOfAction } from '../iam/action'
import type { JsonNode } from '../text/json-node'
import { LEFT_OUT } from '../text/loose/values'
import { member, stringsOf, type JsonObject } from '../text/json-tree'
import { documentRow } from './policy-documents'
import { listNode, objectNode, textNode } from './tree-parts'

/** The elements of a statement. https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_grammar.html */
export const STATEMENT_KEYS: ReadonlySet<string> = new Set([
  'Sid',
  'Effect',
  'Action',
  'NotAction',
  'Resource',
  'NotResource',
  'Principal',
  'NotPrincipal',
  'Condition',
])

/** The elements of a document. */
export const DOCUMENT_KEYS: ReadonlySet<string> = new Set(['Version', 'Id', 'Statement'])

const has = (node: JsonNode, ...keys: readonly string[]): boolean => keys.some((key) => member(node, key) !== undefined)

/** Does a condition test what a token says? Of a policy of which nothing else is there, that is a role’s trust. */
const testsTokens = (node: JsonNode): boolean => {
  const condition = member(node, 'Condition')
  const tests = condition?.kind === 'object' ? condition.members.map(({ value }) => value) : []
  const keys = tests.flatMap((test) => (test.kind === 'object' ? test.members.map(({ key }) => key) : []))
  return keys.some((key) => key.includes(':') && tokenIssuerOf(key.slice(0, key.lastIndexOf(':'))) !== null)
}

const letsProvidersIn = (node: JsonNode): boolean => {
  if (!has(node, 'Action', 'NotAction', 'Resource', 'NotResource')) return testsTokens(node)
  const actions = stringsOf(member(node, 'Action'))
  return (
    actions.some((action) => isProviderAction(action)) && actions.every((action) => serviceOfAction(action) === 'sts')
  )
}

/** Are the policies of a service's resources, or of its roles, about the thing that they stand on, which they don't name? */
const namesNoResource = (service: string): boolean =>
  service === 'sts' || documentRow('resource', service).resource === 'no element'

/** Does a policy of this kind name no resource: a role's trust policy, the policy of a repository? */
const isOfOneThing = (node: JsonNode): boolean =>
  letsProvidersIn(node) ||
  (has(node, 'Principal', 'NotPrincipal') &&
    stringsOf(member(node, 'Action')).every(
      (action) => action === LEFT_OUT || namesNoResource(serviceOfAction(action).toLowerCase()),
    ))

/** Which elements a statement lacks; each is then something that is not known. */
const NEEDED: readonly {
  readonly element: string
  readonly isThere: (node: JsonNode) => boolean
  /** The key under which its value stands. */
  readonly under?: string
}[] = [
  { element: 'Effect', isThere: (node) => has(node, 'Effect') },
  {
    element: 'Principal',
    isThere: (node) => has(node, 'Principal', 'NotPrincipal') || !letsProvidersIn(node),
    under: 'Federated',
  },
  { element: 'Action', isThere: (node) => has(node, 'Action', 'NotAction') },
  { element: 'Resource', isThere: (node) => has(node, 'Resource', 'NotResource') || isOfOneThing(node) },
]

/** A list of which a part is left out ends with what stands for it; so does a value that is missing. */
function withRest(node: JsonNode, cut: ReadonlySet<JsonNode>): JsonNode {
  if (node.kind === 'array') {
    const items = node.items.map((item) => withRest(item, cut))
    const isKnown = !cut.has(node) || stringsOf(node).some((text) => text.endsWith(LEFT_OUT))
    return listNode(isKnown ? items : [...items, textNode(LEFT_OUT, node.span)], node.span)
  }
  if (node.kind === 'null') return textNode(LEFT_OUT, node.span)
  if (node.kind !== 'object') return node
  return { ...node, members: node.members.map((each) => ({ ...each, value: withRest(each.value, cut) })) }
}

const anyCondition = ({ span }: JsonNode): JsonObject =>
  objectNode([[LEFT_OUT, objectNode([[LEFT_OUT, textNode(LEFT_OUT, span)]], span)]], span)

function hasCut(node: JsonNode, cut: ReadonlySet<JsonNode>): boolean {
  if (cut.has(node)) return true
  if (node.kind === 'array') return node.items.some((item) => hasCut(item, cut))
  return node.kind === 'object' && node.members.some(({ value }) => hasCut(value, cut))
}

/** A condition of which a part is left out has a part that nobody knows. */
function conditionWithRest(condition: JsonNode, cut: ReadonlySet<JsonNode>): JsonNode {
  if (condition.kind !== 'object') return anyCondition(condition)
  if (!hasCut(condition, cut)) return condition
  const { members } = withRest(condition, cut) as JsonObject
  return { ...condition, members: [...members, ...anyCondition(condition).members] }
}

/**
 * A statement of which a part is missing, with an ellipsis in the place of each: what it does hangs on them. Without its
 * end it may have had a condition.
 */
export function completeStatement(node: JsonObject, cut: ReadonlySet<JsonNode>): JsonObject {
  const members = node.members.map(({ key, keySpan, value }) => ({
    key,
    keySpan,
    value: key === 'Condition' ? conditionWithRest(value, cut) : withRest(value, cut),
  }))
  const read: JsonObject = { ...node, members }
  const added = NEEDED.filter(({ isThere }) => !isThere(read)).map(({ element, under }) => {
    const unknown = textNode(LEFT_OUT, node.span)
    return [element, under === undefined ? unknown : objectNode([[under, unknown]], node.span)] as const
  })
  const condition = cut.has(node) && !has(node, 'Condition') ? [['Condition', anyCondition(node)] as const] : []
  if (added.length + condition.length === 0) return read
  return { ...read, members: [...members, ...objectNode([...added, ...condition], node.span).members] }
}

/** A statement of which nothing can be read. */
export const unknownStatement = ({ span }: JsonNode): JsonObject =>
  completeStatement({ kind: 'object', members: [], span }, new Set())
