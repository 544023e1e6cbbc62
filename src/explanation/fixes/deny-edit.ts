import { own } from '../../text/own'
import type { ElementResult, StatementResult } from '../../evaluation/evaluation'
import { layersWhere } from '../../iam/layers'
import type { TextEdit } from '../../text/text-edit'
import type { FixCode } from '../messages/fixes'
import type { Reach } from '../../policy/reach'
import type { Obstacle } from './candidate'
import { memberOf, type CaseDocument, type ObjectNode } from '../../case/case-documents'
import { removeItem } from './edit-json'

/** A Deny that applies, in the text that it stands in. */
export interface DenyIn extends Obstacle {
  readonly deny: StatementResult
  readonly document: CaseDocument
  readonly node: ObjectNode
  readonly all: Reach
}

/** A change of one statement, and what it opens. */
export interface Change {
  readonly code: FixCode
  readonly edits: readonly (TextEdit | null)[]
  /** Statements that the policy then needs besides. */
  readonly adds?: readonly DenyJson[]
  readonly reach: Reach
  readonly value: string
  /** What the request has to carry for it, and is not known to. */
  readonly assumes?: Reach['when']
}

/** A statement as JSON. */
export type DenyJson = Readonly<Record<string, unknown>>

/** What a kind of change makes of a Deny. */
export type Generator = (one: DenyIn) => readonly Change[]

/** Are there policy variables in its version of the language? */
export const hasVariables = (text: string): boolean => text.includes('"2012-10-17"')

/** The member of a Condition in which a test stands, by its operator and key. */
export const testMember = (node: ObjectNode, { operator = '', key = '' }: ElementResult) => {
  const condition = memberOf(node, 'Condition')?.value
  const tests = condition?.kind === 'object' ? memberOf(condition, operator)?.value : undefined
  return tests?.kind === 'object' ? memberOf(tests, key) : null
}

/** Takes the one value that applies out of a list; null where others apply as well. */
export const takeOut = (
  { deny, node }: Pick<DenyIn, 'deny' | 'node'>,
  name: 'Action' | 'Resource',
): { edit: TextEdit; value: string } | null => {
  const element = deny.elements.find((one) => one.element === name)
  const list = memberOf(node, name)?.value
  const applying = element?.values.flatMap(({ matches }, index) => (matches === 'yes' ? [index] : [])) ?? []
  const [index, ...others] = applying
  if (list?.kind !== 'array' || list.items.length < 2 || index === undefined || others.length > 0) return null
  const edit = removeItem(list, index)
  return edit && { edit, value: element?.values[index]?.text ?? '' }
}

/** Is it one resource, by its ARN? Nothing is left out of a Deny by a name that is still to be found. */
export const isNamed = (resource: string): boolean => resource.startsWith('arn:') && !resource.includes('<')

/** Is it one resource, and no pattern as AWS prints it of what is made by the call (`volume/*`)? */
export const isOneResource = (resource: string): boolean => isNamed(resource) && !/[*?]/.test(resource)

/** Is it every action, or every resource? */
export const isStar = (value: unknown): boolean =>
  value === '*' || (Array.isArray(value) && value.length === 1 && value[0] === '*')

/** Layers in which a Deny may use NotAction. https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_rcps_syntax.html */
export const TAKES_NOT_ACTION = layersWhere({
  identity: true,
  resource: true,
  trust: false,
  boundary: true,
  session: true,
  scp: true,
  rcp: false,
  endpoint: false,
})

const ORDER = ['Effect', 'Principal', 'NotPrincipal', 'Action', 'NotAction', 'Resource', 'NotResource', 'Condition']

/** The elements of a statement in the order in which people write them. */
export const ordered = (statement: DenyJson): DenyJson =>
  Object.fromEntries(ORDER.flatMap((name) => (Object.hasOwn(statement, name) ? [[name, own(statement, name)]] : [])))
