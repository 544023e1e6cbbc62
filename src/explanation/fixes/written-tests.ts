import { own } from '../../text/own'
import type { Miss } from '../../evaluation/describe/nearest-miss'
import type { ElementResult } from '../../evaluation/evaluation'
import { keyRow, keysNeverOf } from '../../facts/keys/condition-keys'
import { isUntoldSource } from '../../facts/keys/untold-sources'
import { nameOfAction } from '../../iam/action'
import { parsePrincipal } from '../../iam/principal'
import { isOfCenterMfa, isTagOfMade } from '../causes/instead-keys'
import { memberOf, statementNode } from '../../case/case-documents'
import { caseLayerOf, type Layer } from '../../iam/layers'
import { valueOfNode } from '../../text/json-value'
import type { ConditionJson } from '../causes/condition-json'
import type { JudgedCase } from '../judged-case'
import { documentAt } from './candidate'
import { isOwnedByAws } from './owned-by-aws'

/** The tests as they are written. */
export const written = (judged: JudgedCase, layer: Layer, { statement }: Miss): ConditionJson => {
  const place = { layer: caseLayerOf(layer), level: statement.level, policy: statement.policy }
  const document = documentAt(judged, place)
  const node = document && statementNode(document, statement)
  const condition = node && memberOf(node, 'Condition')?.value
  return condition?.kind === 'object' ? (valueOfNode(condition) as ConditionJson) : {}
}

/** One test of a condition as it is written. */
export const testOf = (condition: ConditionJson, { operator = '', key = '' }: ElementResult): ConditionJson | null => {
  const value = own(own(condition, operator) ?? {}, key)
  return value === undefined ? null : { [operator]: { [key]: value } }
}

/** Keys that KMS sets where a service calls it, or makes the grant. */
const OF_SERVICES: ReadonlySet<string> = new Set(['kms:grantisforawsresource', 'kms:viaservice'])

/** A call of KMS itself, without a service between. */
const isOfServices = ({ accessCase, denial }: JudgedCase, key: string): boolean =>
  OF_SERVICES.has(key.toLowerCase()) &&
  nameOfAction(accessCase.request.action).toLowerCase() === (denial?.operation ?? '').toLowerCase()

/** A key of whoever signs, where nobody signs the request. */
const isOfSigned = ({ accessCase }: JudgedCase, key: string): boolean =>
  parsePrincipal(accessCase.request.principal)?.kind === 'anonymous' &&
  (keyRow(key)?.presence === 'signed' || keysNeverOf('anonymous').has(key.toLowerCase()))

/** A key of who owns the resource, where that is AWS, which is in nobody's organization. */
const isOfOwner = ({ accessCase }: JudgedCase, key: string): boolean =>
  /^aws:resourceorg(?:id|paths)$/i.test(key) && isOwnedByAws(accessCase.request.resource)

/** Can no such request carry the key of a test, or not the value that is asked? */
export const isAbsent = (judged: JudgedCase, { isNever, key = '', matches }: ElementResult): boolean => {
  const { request } = judged.accessCase
  if (matches === 'yes') return false
  return (
    isNever === true ||
    isUntoldSource(request.principal, request.action, key.toLowerCase()) ||
    isOfServices(judged, key) ||
    isOfSigned(judged, key) ||
    isOfOwner(judged, key) ||
    isTagOfMade(judged, key) ||
    isOfCenterMfa(judged, key)
  )
}

/** Does an Allow miss the request by its tests alone, as far as it is known? */
export const isByTests = ({ failed }: Miss): boolean => {
  const tests = failed.filter(({ element }) => element === 'Condition')
  const isOpen = ({ element, matches }: ElementResult) =>
    element === 'Condition' || (matches === 'unknown' && !element.endsWith('Action') && element !== 'Effect')
  return tests.length > 0 && failed.every(isOpen)
}
