import type { AccessCase } from './access-case'
import type { JsonNode } from '../text/json-node'
import { parseJson } from '../text/parse-json'
import type { PolicyTarget, StatementRef } from './policy-ref'
import { policiesIn, withPolicy } from './layer-policies'

/** A document as text and as tree. */
export interface CaseDocument {
  readonly place: PolicyTarget
  readonly name: string
  readonly text: string
  readonly root: JsonNode | null
}

/** The text of a document: as it was typed, or a value written out. */
export const documentText = (document: unknown): string =>
  typeof document === 'string' ? document : JSON.stringify(document, null, 2)

/** Reads the document at a place. */
export const readDocument = (accessCase: AccessCase, place: PolicyTarget): CaseDocument | null => {
  const policy = place.policy === null ? undefined : policiesIn(accessCase.policies, place)[place.policy]
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
  { statement }: Pick<StatementRef, 'statement'>,
): ObjectNode | null => {
  if (root?.kind !== 'object') return null
  const held = memberOf(root, 'Statement')?.value
  const node = held?.kind === 'array' ? held.items[statement] : statement === 0 ? held : undefined
  return node?.kind === 'object' ? node : null
}

/** The case with another text in one document. */
export const withDocument = (accessCase: AccessCase, place: PolicyTarget, name: string, text: string): AccessCase => ({
  ...accessCase,
  policies: withPolicy(accessCase.policies, place, { name, document: text }),
})
