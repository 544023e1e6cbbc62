import { isProviderAction } from '../../iam/trust-actions'
import { memberOf } from '../../case/case-documents'
import type { ElementResult } from '../../evaluation/evaluation'
import { keyRow } from '../../facts/keys/condition-keys'
import { parseOperator } from '../../iam/condition-operators'
import { parsePrincipal, type PrincipalKind } from '../../iam/principal'
import { only } from '../../policy/reach'
import { valueOfNode } from '../../text/json-value'
import { BETWEEN_VALUES } from '../messages/fixes'
import { FORWARDED, isOfForwarder } from '../steps/forwarded-call'
import type { DenyIn, Generator } from './deny-edit'
import { appendMember, replaceValue } from './edit-json'

const kindOf = ({ judged: { accessCase } }: DenyIn): PrincipalKind | null => {
  const { action, principal } = accessCase.request
  return isProviderAction(action) ? 'identityProvider' : (parsePrincipal(principal)?.kind ?? null)
}

/** Does a test hold of every caller of a kind, as none of them carries the key? */
const isAbsentOf = (
  kind: PrincipalKind,
  { element, operator = '', key = '', actual, matches }: ElementResult,
): boolean =>
  element === 'Condition' &&
  matches !== 'no' &&
  (actual === null || actual === undefined) &&
  parseOperator(operator)?.negated === true &&
  keyRow(key)?.never?.includes(kind) === true

const hitsAll = (one: DenyIn, kind: PrincipalKind): boolean =>
  kindOf(one) === kind && one.deny.elements.some((element) => isAbsentOf(kind, element))

const IS_SERVICE = 'aws:PrincipalIsAWSService'
const IF_NOT = 'BoolIfExists'

/**
 * A Deny on callers from elsewhere that hits the services of AWS, which never carry the key: it leaves them out, and the
 * Allows of the resource say which of them come in, and for whom.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html#condition-keys-principalisawsservice
 */
const exemptServices: Generator = (one) => {
  const condition = memberOf(one.node, 'Condition')?.value
  const isTested = one.deny.elements.some(({ key }) => key?.toLowerCase() === IS_SERVICE.toLowerCase())
  if (condition?.kind !== 'object' || isTested || !hitsAll(one, 'service')) return []
  const tests = memberOf(condition, IF_NOT)?.value
  const edit =
    tests?.kind === 'object'
      ? appendMember(one.document.text, tests, IS_SERVICE, 'false')
      : appendMember(one.document.text, condition, IF_NOT, { [IS_SERVICE]: 'false' })
  const reach = { ...one.all, when: [{ key: IS_SERVICE, values: ['true'] }] }
  return [{ code: 'exempt-services', edits: [edit], reach, value: IS_SERVICE }]
}

/**
 * A Deny on all networks but some that hits what a service does for the caller: it leaves such calls out, and still binds what
 * the caller does.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_examples_aws_deny-ip.html
 */
const exemptForwarded: Generator = (one) => {
  const condition = memberOf(one.node, 'Condition')?.value
  const isHit = one.deny.elements.some(
    ({ element, key = '', operator = '', matches }) =>
      element === 'Condition' &&
      matches !== 'no' &&
      parseOperator(operator)?.negated === true &&
      isOfForwarder(one.judged, key),
  )
  const isTested = one.deny.elements.some(({ key }) => key?.toLowerCase() === FORWARDED.toLowerCase())
  if (condition?.kind !== 'object' || isTested || !isHit) return []
  const tests = memberOf(condition, 'Bool')?.value
  const edit =
    tests?.kind === 'object'
      ? appendMember(one.document.text, tests, FORWARDED, 'false')
      : appendMember(one.document.text, condition, 'Bool', { [FORWARDED]: 'false' })
  const reach = { ...one.all, when: [{ key: FORWARDED, values: ['true'] }] }
  return [{ code: 'exempt-forwarded', edits: [edit], reach, value: FORWARDED }]
}

/**
 * A Deny on callers from elsewhere that lists actions of callers who are no principal of IAM yet, so that they never carry the
 * key: all of these actions leave the list.
 */
const takeTokenActions: Generator = (one) => {
  const list = memberOf(one.node, 'Action')?.value
  if (list?.kind !== 'array' || !hitsAll(one, 'identityProvider')) return []
  const actions = list.items.map((item) => String(valueOfNode(item)))
  const [taken, kept] = [true, false].map((is) => actions.filter((action) => isProviderAction(action) === is))
  if (!taken?.length || !kept?.length) return []
  return [
    {
      code: 'take-action-out',
      edits: [replaceValue(one.document.text, list, kept.length === 1 ? kept[0] : kept)],
      reach: { ...one.all, actions: only(...taken) },
      value: taken.join(BETWEEN_VALUES),
    },
  ]
}

/** What takes out of a Deny the callers who can never meet it, and no one else: in place of any other exception. */
export const exemptAbsent: Generator = (one) => [
  ...exemptServices(one),
  ...exemptForwarded(one),
  ...takeTokenActions(one),
]
