import { serviceOfArn } from '../../iam/arn'
import { familyFacts } from '../../iam/condition-operators'
import { findConditionKey, isMultivaluedKey } from '../../facts/keys/condition-keys'
import { parseIpRange } from '../../iam/ip-address'
import { parseVariables } from '../../iam/policy-variables'
import type { ConditionEntry, PolicyText, Statement } from '../policy'
import { WITH_PRINCIPAL, allows, eachStatement, type Check, type CheckContext, type CheckHit } from './check'
import { eachCondition } from './condition-checks'

/** A check of each value under each operator. */
const eachValue = (
  find: (value: PolicyText, entry: ConditionEntry, statement: Statement, context: CheckContext) => Iterable<CheckHit>,
) =>
  eachCondition(function* (entry, statement, context) {
    for (const value of entry.values) yield* find(value, entry, statement, context)
  })

const unreadable = (becomes: 'refused' | 'false') =>
  eachValue(function* ({ text, span }, { operator, operatorText }) {
    const { isWellFormed, malformed } = familyFacts(operator.family)
    if (malformed === becomes && isWellFormed?.(text) === false) yield { span, data: { text, operator: operatorText } }
  })

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html#condition-keys-sourceip */
const PRIVATE = /^(?:10\.|127\.|192\.168\.|172\.(?:1[6-9]|2\d|3[01])\.|f[cd][0-9a-f]{2}:)/i

function* privateAddress({ text, span }: PolicyText, { lowerKey, operator }: ConditionEntry): Iterable<CheckHit> {
  if (lowerKey === 'aws:sourceip' && operator.family === 'ip' && PRIVATE.test(text)) yield { span, data: { text } }
}

function* anyAddress(
  { text, span }: PolicyText,
  { lowerKey, operator }: ConditionEntry,
  statement: Statement,
): Iterable<CheckHit> {
  const isOpen = lowerKey === 'aws:sourceip' && operator.family === 'ip' && !operator.negated && allows(statement)
  if (isOpen && parseIpRange(text)?.prefix === 0) yield { span, data: { text } }
}

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html#condition-keys-principalarn */
function* sessionArn({ text, span }: PolicyText, { lowerKey }: ConditionEntry): Iterable<CheckHit> {
  if (lowerKey === 'aws:principalarn' && serviceOfArn(text) === 'sts') yield { span, data: { text } }
}

const isFalse = ({ values }: ConditionEntry) =>
  values.length > 0 && values.every(({ text }) => text.toLowerCase() === 'false')
const MFA = 'aws:multifactorauthpresent'

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html#condition-keys-multifactorauthpresent */
function* mfaDenySpares(entry: ConditionEntry, statement: Statement): Iterable<CheckHit> {
  const { lowerKey, operator, span } = entry
  if (lowerKey === MFA && operator.name === 'Bool' && !allows(statement) && isFalse(entry)) yield { span }
}

function* mfaAllowWithout(entry: ConditionEntry, statement: Statement): Iterable<CheckHit> {
  const { lowerKey, operator, span } = entry
  if (lowerKey === MFA && operator.name === 'BoolIfExists' && allows(statement) && !isFalse(entry)) yield { span }
}

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html#condition-keys-principalorgid */
const PRINCIPALS_HOME = ['aws:principalorgid', 'aws:principalorgpaths', 'aws:principalaccount']
const SPARES_SERVICES = ['aws:principalisawsservice', 'aws:principalservicename', 'aws:principalservicenameslist']

function* denyHitsServices(
  { lowerKey, operator, span, key }: ConditionEntry,
  { effect, conditions }: Statement,
): Iterable<CheckHit> {
  if (effect !== 'Deny' || !operator.negated || operator.set === 'any' || !PRINCIPALS_HOME.includes(lowerKey)) return
  if (!conditions.some((each) => SPARES_SERVICES.includes(each.lowerKey))) yield { span, data: { key } }
}

type Place = { readonly value: PolicyText; readonly takes: boolean; readonly place: string }

/** Every text of a statement in which somebody may write a policy variable, and whether it works there. */
function* placesOf({ action, principal, resource, conditions }: Statement): Iterable<Place> {
  for (const value of action.values) yield { value, takes: false, place: action.not ? 'NotAction' : 'Action' }
  for (const value of principal?.values ?? [])
    yield { value, takes: false, place: principal?.not ? 'NotPrincipal' : 'Principal' }
  for (const value of resource?.values ?? []) yield { value, takes: true, place: 'Resource' }
  for (const { operator, operatorText, values } of conditions)
    for (const value of values)
      yield {
        value,
        takes: familyFacts(operator.family).takesVariables,
        place: operatorText,
      }
}

const eachPlace = (find: (place: Place) => Iterable<CheckHit>): Check['find'] =>
  eachStatement(function* (statement) {
    for (const place of placesOf(statement)) if (place.value.text.includes('${')) yield* find(place)
  })

function* malformedVariable({ value: { text, span } }: Place): Iterable<CheckHit> {
  const bad = parseVariables(text)?.find(({ kind }) => kind === 'malformed')
  if (bad?.kind === 'malformed') yield { span, data: { text: bad.text } }
}

function* misplacedVariable({ value: { text, span }, takes, place }: Place): Iterable<CheckHit> {
  if (!takes) yield { span, data: { text, place } }
}

const variables = ({ value, takes }: Place) =>
  takes ? (parseVariables(value.text) ?? []).flatMap((part) => (part.kind === 'variable' ? [part] : [])) : []

function* multivaluedVariable(place: Place): Iterable<CheckHit> {
  for (const { key, lowerKey } of variables(place))
    if (isMultivaluedKey(lowerKey)) yield { span: place.value.span, data: { key } }
}

function* unknownVariable(place: Place): Iterable<CheckHit> {
  for (const { key, lowerKey } of variables(place)) {
    const isUnknown = lowerKey.startsWith('aws:') ? !findConditionKey(key) : !lowerKey.includes(':')
    if (isUnknown) yield { span: place.value.span, data: { key } }
  }
}

/** AWS's pages disagree on Bool: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html */
function* booleanVariable({ text, span }: PolicyText, { operator, operatorText }: ConditionEntry): Iterable<CheckHit> {
  if (operator.family === 'bool' && text.includes('${')) yield { span, data: { text, operator: operatorText } }
}

/** Checks of what stands as a value under an operator, and of policy variables. */
export const VALUE_CHECKS: readonly Check[] = [
  { code: 'value-unreadable', severity: 'error', find: unreadable('refused') },
  { code: 'value-read-as-false', severity: 'warning', find: unreadable('false') },
  { code: 'source-ip-private', severity: 'warning', find: eachValue(privateAddress) },
  { code: 'source-ip-everywhere', severity: 'warning', find: eachValue(anyAddress) },
  { code: 'principal-arn-of-session', severity: 'warning', find: eachValue(sessionArn) },
  { code: 'mfa-deny-spares-access-keys', severity: 'warning', find: eachCondition(mfaDenySpares) },
  { code: 'mfa-allow-without-mfa', severity: 'securityWarning', find: eachCondition(mfaAllowWithout) },
  {
    code: 'deny-hits-services',
    severity: 'warning',
    types: WITH_PRINCIPAL,
    find: eachCondition(denyHitsServices),
  },
  { code: 'variable-malformed', severity: 'error', find: eachPlace(malformedVariable) },
  { code: 'variable-not-supported', severity: 'error', find: eachPlace(misplacedVariable) },
  { code: 'variable-under-bool', severity: 'warning', find: eachValue(booleanVariable) },
  { code: 'variable-multivalued', severity: 'error', find: eachPlace(multivaluedVariable) },
  { code: 'variable-unknown', severity: 'warning', find: eachPlace(unknownVariable) },
]
