import type { AccessCase, CaseLevel, CasePolicies, CasePolicy, PolicyLayer } from '../../case/access-case'
import type { StatementPlace } from '../../evaluation/evaluation'
import type { JsonNode } from '../../text/json-node'
import { parseJson } from '../../text/parse-json'

/** A document of a case. A null policy is one that does not exist yet. */
export interface DocumentPlace {
  readonly layer: PolicyLayer
  readonly level: number | null
  readonly policy: number | null
}

/** A document as text and as tree. */
export interface CaseDocument {
  readonly place: DocumentPlace
  readonly name: string
  readonly text: string
  readonly root: JsonNode | null
}

/** The text of a document: as it was typed, or a value written out. */
export const documentText = (document: unknown): string =>
  typeof document === 'string' ? document : JSON.stringify(document, null, 2)

const asList = (policy: CasePolicy | undefined): readonly CasePolicy[] => (policy ? [policy] : [])

/** The policies of a layer, or of one level of it. */
export const policiesAt = (
  { policies }: AccessCase,
  layer: PolicyLayer,
  level: number | null,
): readonly CasePolicy[] => {
  if (layer === 'scps' || layer === 'rcps') return policies[layer]?.[level ?? 0]?.policies ?? []
  if (layer === 'identity' || layer === 'session') return policies[layer] ?? []
  return asList(policies[layer])
}

/** Reads the document at a place. */
export const readDocument = (accessCase: AccessCase, place: DocumentPlace): CaseDocument | null => {
  const policy = place.policy === null ? undefined : policiesAt(accessCase, place.layer, place.level)[place.policy]
  if (policy === undefined) return null
  const text = documentText(policy.document)
  return { place, name: policy.name, text, root: parseJson(text).root }
}

/** A JSON object in a document. */
export type ObjectNode = Extract<JsonNode, { kind: 'object' }>

/** The value of a member, the last where a key stands twice. */
export const memberOf = (node: ObjectNode, key: string) => node.members.findLast((member) => member.key === key) ?? null

/** The node of a statement. */
export const statementNode = (
  { root }: CaseDocument,
  { statement }: Pick<StatementPlace, 'statement'>,
): ObjectNode | null => {
  if (root?.kind !== 'object') return null
  const held = memberOf(root, 'Statement')?.value
  const node = held?.kind === 'array' ? held.items[statement] : statement === 0 ? held : undefined
  return node?.kind === 'object' ? node : null
}

const put = (list: readonly CasePolicy[], index: number | null, policy: CasePolicy): readonly CasePolicy[] =>
  index === null
    ? [...list, policy]
    : list.map((one, at) => (at === index ? { ...one, document: policy.document } : one))

const putInLevel = (levels: readonly CaseLevel[], place: DocumentPlace, policy: CasePolicy): readonly CaseLevel[] =>
  levels.map((level, at) =>
    at === (place.level ?? 0) ? { ...level, policies: put(level.policies, place.policy, policy) } : level,
  )

const changed = (policies: CasePolicies, place: DocumentPlace, policy: CasePolicy): CasePolicies => {
  const { layer } = place
  if (layer === 'scps' || layer === 'rcps')
    return { ...policies, [layer]: putInLevel(policies[layer] ?? [], place, policy) }
  if (layer === 'identity' || layer === 'session')
    return { ...policies, [layer]: put(policies[layer] ?? [], place.policy, policy) }
  return { ...policies, [layer]: { ...policies[layer], ...policy } }
}

/** The case with another text in one document. */
export const withDocument = (accessCase: AccessCase, place: DocumentPlace, name: string, text: string): AccessCase => {
  const policies = changed(accessCase.policies, place, { name, document: text })
  const noneAttached = policies.noneAttached?.filter((layer) => layer !== place.layer)
  return { ...accessCase, policies: noneAttached ? { ...policies, noneAttached } : policies }
}
