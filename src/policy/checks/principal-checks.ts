import { keysWith } from '../../facts/keys/condition-keys'
import { own } from '../../text/own'
import { isServicePrincipal } from '../../iam/principal'
import type { PrincipalText, Statement } from '../policy'
import { allows, eachStatement, testsKey, WITH_PRINCIPAL, type Check, type CheckContext, type CheckHit } from './check'
import { canGrant } from '../../iam/layers'

/** A check of each value of Principal and NotPrincipal. */
const eachPrincipal = (
  find: (value: PrincipalText, statement: Statement, context: CheckContext) => Iterable<CheckHit>,
): Check['find'] =>
  eachStatement(function* (statement, context) {
    for (const value of statement.principal?.values ?? []) yield* find(value, statement, context)
  })

function* unreadable({ text, span, names }: PrincipalText): Iterable<CheckHit> {
  if (names.kind === 'unreadable' && !text.includes('*')) yield { span, data: { text } }
}

function* badService({ key, text, span }: PrincipalText): Iterable<CheckHit> {
  if (key === 'Service' && !isServicePrincipal(text)) yield { span, data: { text } }
}

function* federated({ key, text, span }: PrincipalText): Iterable<CheckHit> {
  if (key === 'Federated') yield { span, data: { text } }
}

function* canonicalUser({ key, text, span }: PrincipalText): Iterable<CheckHit> {
  if (key === 'CanonicalUser') yield { span, data: { text } }
}

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_identifiers.html#identifiers-unique-ids */
function* deleted({ text, span, names }: PrincipalText): Iterable<CheckHit> {
  if (names.kind === 'uniqueId') yield { span, data: { text } }
}

/** Keys that say for whom a service acts. https://docs.aws.amazon.com/IAM/latest/UserGuide/confused-deputy.html */
const FOR_WHOM = [...keysWith('ofSource'), 'aws:sourceowner', 'sts:externalid', 'kms:viaservice', 'kms:calleraccount']

function* confusedDeputy({ key, text, span }: PrincipalText, statement: Statement): Iterable<CheckHit> {
  if (key === 'Service' && allows(statement) && !testsKey(statement, FOR_WHOM)) yield { span, data: { service: text } }
}

/** Keys that bind everybody to somebody: with one of them "*" is not public. */
const BINDING =
  /^(?:aws:(?:principal\w+(?:\/.+)?|source\w+|userid|username|vpce\w+|vpcsourceip)|kms:calleraccount|s3:dataaccesspoint\w+|lambda:functionurlauthtype|sts:externalid)$/

function* publicAccess({ names, span }: PrincipalText, statement: Statement): Iterable<CheckHit> {
  const isOpen = names.kind === 'everyone' && allows(statement) && statement.principal?.not === false
  if (
    isOpen &&
    !statement.conditions.some(
      ({ lowerKey, operator }) => BINDING.test(lowerKey) && !operator.negated && !operator.ifExists,
    )
  )
    yield { span }
}

/** A provider serves many tenants: without its subject or audience each of them may come in. https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_create_for-idp_oidc.html */
function* openProvider({ key, text, span }: PrincipalText, statement: Statement): Iterable<CheckHit> {
  if (key !== 'Federated' || !allows(statement) || text.includes(':saml-provider/')) return
  const host = text
    .slice(text.indexOf('oidc-provider/') + (text.includes('oidc-provider/') ? 'oidc-provider/'.length : 1))
    .toLowerCase()
  const keys = statement.conditions.map(({ lowerKey }) => lowerKey)
  const narrows = keys.some((each) => each.startsWith(`${host}:`) && !each.endsWith(':aud'))
  const isShared = SHARED.some((known) => host.startsWith(known))
  if (!narrows && (isShared || !keys.some((each) => each === `${host}:aud`))) yield { span, data: { provider: host } }
}

/** Providers whose audience says nothing about who asks. */
const SHARED = [
  'token.actions.githubusercontent.com',
  'gitlab.com',
  'app.terraform.io',
  'oidc.circleci.com',
  'agent.buildkite.com',
]

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_notprincipal.html */
function* notPrincipalDeny({ principal, effect }: Statement): Iterable<CheckHit> {
  if (principal?.not && effect === 'Deny') yield { span: principal.span }
}

function* notPrincipal({ principal }: Statement): Iterable<CheckHit> {
  if (principal?.not) yield { span: principal.span }
}

const ASSUME: Readonly<Record<string, readonly string[]>> = {
  'sts:assumerole': ['AWS', 'Service'],
  'sts:assumerolewithwebidentity': ['Federated'],
  'sts:assumerolewithsaml': ['Federated'],
}
const BESIDE = ['sts:tagsession', 'sts:setsourceidentity', 'sts:setcontext']

function* trustAction({ action }: Statement): Iterable<CheckHit> {
  for (const { text, span } of action.not ? [] : action.values) {
    const lower = text.toLowerCase()
    if (!lower.includes('*') && !lower.includes('?') && !(lower in ASSUME) && !BESIDE.includes(lower))
      yield { span, data: { text } }
  }
}

/** An action that none of the statement's principals can call. */
function* trustActionForPrincipal({ action, principal }: Statement): Iterable<CheckHit> {
  if (action.not || !principal || principal.not) return
  const kinds = new Set(principal.values.map(({ key }) => key))
  for (const { text, span } of action.values) {
    const callers = own(ASSUME, text.toLowerCase())
    if (
      callers &&
      kinds.size > 0 &&
      !callers.some((kind) => kinds.has(kind)) &&
      !principal.values.some(({ names }) => names.kind === 'everyone')
    )
      yield { span, data: { action: text, principal: [...kinds].join(', ') } }
  }
}

/** Checks of who is named. */
export const PRINCIPAL_CHECKS: readonly Check[] = [
  { code: 'principal-unreadable', severity: 'error', types: WITH_PRINCIPAL, find: eachPrincipal(unreadable) },
  { code: 'principal-service-name', severity: 'error', types: WITH_PRINCIPAL, find: eachPrincipal(badService) },
  {
    code: 'principal-federated',
    severity: 'error',
    types: WITH_PRINCIPAL.filter((type) => type !== 'trust'),
    find: eachPrincipal(federated),
  },
  {
    code: 'principal-canonical-user',
    severity: 'error',
    types: WITH_PRINCIPAL.filter((type) => type !== 'resource'),
    find: eachPrincipal(canonicalUser),
  },
  { code: 'principal-deleted', severity: 'warning', types: WITH_PRINCIPAL, find: eachPrincipal(deleted) },
  { code: 'confused-deputy', severity: 'securityWarning', types: ['resource'], find: eachPrincipal(confusedDeputy) },
  { code: 'confused-deputy-role', severity: 'suggestion', types: ['trust'], find: eachPrincipal(confusedDeputy) },
  {
    code: 'public-access',
    severity: 'securityWarning',
    types: WITH_PRINCIPAL.filter(canGrant),
    find: eachPrincipal(publicAccess),
  },
  {
    code: 'provider-without-subject',
    severity: 'securityWarning',
    types: ['trust'],
    find: eachPrincipal(openProvider),
  },
  {
    code: 'not-principal-hits-boundaries',
    severity: 'warning',
    types: WITH_PRINCIPAL.filter((type) => type !== 'trust' && type !== 'rcp'),
    find: eachStatement(notPrincipalDeny),
  },
  {
    code: 'trust-not-principal',
    severity: 'warning',
    types: ['trust'],
    find: eachStatement(notPrincipal),
  },
  { code: 'trust-action', severity: 'error', types: ['trust'], find: eachStatement(trustAction) },
  {
    code: 'trust-action-for-principal',
    severity: 'warning',
    types: ['trust'],
    find: eachStatement(trustActionForPrincipal),
  },
]
