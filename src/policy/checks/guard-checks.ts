import { findConditionKey, isKeyWith, keysWith } from '../../facts/keys/condition-keys'
import type { ConditionEntry, Statement } from '../policy'
import { allows, type Check, type CheckHit } from './check'
import { eachCondition } from './condition-checks'
import { ROLES_ANYWHERE } from './trust-checks'

/** Does the condition hold where the request carries no such key? */
const passesWithoutKey = ({ operator: { family, ifExists, negated, set } }: ConditionEntry): boolean =>
  family !== 'null' && (ifExists || set === 'all' || (negated && set === 'none'))

const says = ({ values }: ConditionEntry, word: string) =>
  values.length > 0 && values.every(({ text }) => text.toLowerCase() === word)

/** Does another condition of the statement fail where the request carries none of these keys? */
const demandsKey = ({ conditions }: Statement, keys: readonly string[]): boolean =>
  conditions.some(
    (entry) =>
      keys.includes(entry.lowerKey) &&
      (entry.operator.family === 'null' ? says(entry, 'false') : !passesWithoutKey(entry)),
  )

/** Only services act for somebody. https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html#condition-keys-sourceaccount */
const FOR_WHOM = [...keysWith('ofSource')]

const isOnlyServices = ({ principal }: Statement): boolean =>
  principal !== null &&
  !principal.not &&
  principal.values.length > 0 &&
  principal.values.every(({ key }) => key === 'Service')

/** https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_rcps_examples.html */
function* sourceDenyHitsAll(entry: ConditionEntry, statement: Statement): Iterable<CheckHit> {
  if (statement.effect !== 'Deny' || !FOR_WHOM.includes(entry.lowerKey) || !passesWithoutKey(entry)) return
  if (isOnlyServices(statement) || demandsKey(statement, FOR_WHOM)) return
  const isForServices = statement.conditions.some(
    (each) =>
      each.lowerKey.startsWith('aws:principalservicename') ||
      (each.lowerKey === 'aws:principalisawsservice' && says(each, 'true')),
  )
  if (!isForServices) yield { span: entry.span, data: { key: entry.key } }
}

/** Its sessions have the names in a certificate as tags. https://docs.aws.amazon.com/rolesanywhere/latest/userguide/trust-model.html */
const hasTagsOfItsOwn = ({ principal }: Statement): boolean =>
  principal?.values.some(({ text }) => text === ROLES_ANYWHERE) ?? false

/** What a service principal does not have. https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html#condition-keys-principalorgid */
const OF_ACCOUNTS = /^aws:(?:principalorgid|principalorgpaths|username|principaltag\/.+)$/

function* keyNeverOfService(entry: ConditionEntry, statement: Statement): Iterable<CheckHit> {
  const { lowerKey, operator, span, key } = entry
  if (!allows(statement) || !isOnlyServices(statement) || !OF_ACCOUNTS.test(lowerKey)) return
  if (lowerKey.startsWith('aws:principaltag/') && hasTagsOfItsOwn(statement)) return
  const fails = operator.family === 'null' ? says(entry, 'false') : !passesWithoutKey(entry)
  if (fails) yield { span, data: { key } }
}

function* keyOfFewServices({ lowerKey, key, operator, span }: ConditionEntry): Iterable<CheckHit> {
  if (isKeyWith(lowerKey, 'ofFewServices') && operator.family !== 'null') yield { span, data: { key } }
}

function* setByCaller({ lowerKey, key, operator, span }: ConditionEntry, statement: Statement): Iterable<CheckHit> {
  if (allows(statement) && isKeyWith(lowerKey, 'setByCaller') && operator.family !== 'null')
    yield { span, data: { key } }
}

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html#Conditions_IfExists */
function* allowWithoutKey(entry: ConditionEntry, statement: Statement): Iterable<CheckHit> {
  const { lowerKey, key, operator, operatorText, span } = entry
  if (!allows(statement) || !isKeyWith(lowerKey, 'tellsWho') || operator.set === 'all' || !passesWithoutKey(entry))
    return
  // A tag that takes somebody out is meant to be absent from all others, as in AWS's own policies.
  if (demandsKey(statement, [lowerKey]) || (lowerKey.startsWith('aws:principaltag/') && !operator.ifExists)) return
  yield { span, data: { key, operator: operatorText, when: findConditionKey(key)?.when ?? 'sometimes' } }
}

/** Checks of conditions that hold for others than they look. */
export const GUARD_CHECKS: readonly Check[] = [
  {
    code: 'source-deny-hits-everybody',
    severity: 'warning',
    types: ['resource', 'rcp'],
    find: eachCondition(sourceDenyHitsAll),
  },
  {
    code: 'key-never-of-service',
    severity: 'warning',
    types: ['resource', 'trust'],
    find: eachCondition(keyNeverOfService),
  },
  { code: 'key-of-few-services', severity: 'suggestion', find: eachCondition(keyOfFewServices) },
  {
    code: 'key-set-by-caller',
    severity: 'securityWarning',
    types: ['identity', 'resource', 'trust'],
    find: eachCondition(setByCaller),
  },
  {
    code: 'allow-without-key',
    severity: 'securityWarning',
    types: ['identity', 'resource', 'trust'],
    find: eachCondition(allowWithoutKey),
  },
]
