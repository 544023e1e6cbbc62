import { isLinkedRoleName } from '../../iam/principal'
import { lastInPath } from '../../iam/arn'
import type { CaseFacts } from '../../case/access-case'
import { makesSeveralChecks } from '../../facts/calls/needs-of-call'
import { findConditionKey } from '../../facts/keys/condition-keys'
import type { Circumstances } from '../decide/decide'
import type { ElementResult, StatementResult, ValueResult } from '../evaluation'
import type { JudgedLayer } from '../decide/judge-layer'
import type { RequestPrincipal } from '../../iam/principal'
import type { Limit } from '../reason-codes'
import type { EvaluatedRequest } from '../compile/request'
import { isGrantOperation } from '../services/service-operations'
import { standsForKey } from '../services/service-rules'

/** What is not modelled and bears on this request. */
export function limitsOf(
  request: EvaluatedRequest,
  facts: CaseFacts,
  judged: readonly JudgedLayer[],
  { isTrust, relation }: Circumstances,
): readonly Limit[] {
  const limits: Limit[] = []
  const { principal, service, lowerAction, resource } = request
  const given = (layer: string) => judged.some((one) => one.layer === layer && one.state === 'given')
  if (principal.kind === 'roleSession' && isLinkedRoleName(principal.name)) {
    const state = request.find('aws:principalarn')
    const known = state !== 'absent' && state !== 'unknown' && state.values[0]?.includes('/aws-service-role/') === true
    if (!known) limits.push('service-linked-role-by-name')
  }
  if (given('rcp') && resource === '*') limits.push('rcp-list-requests')
  if (judged.some(({ reason }) => reason === 'service-without-rcp')) limits.push('rcp-service-list')
  if (isTrust && given('boundary') && relation === 'sameAccount') limits.push('trust-boundary')
  if (service === 's3') {
    if (resource.includes(':accesspoint/')) limits.push('access-point-and-bucket')
    const isOutside = relation === 'crossAccount' || principal.kind === 'anonymous'
    if (given('resource') && isOutside && facts.s3RestrictPublicBuckets === undefined) {
      limits.push('s3-block-public-access')
    }
    if (isOutside && facts.s3ObjectOwner === undefined) limits.push('s3-object-owner')
  }
  if (relation === 'crossAccount' && SHARED_SERVICES.has(service)) limits.push('resource-share')
  if (standsForKey(request)) limits.push('kms-alias-for-key')
  if (facts.kmsGrants !== undefined && service === 'kms') limits.push('kms-grant-constraints')
  if (facts.kmsGrants === undefined && isGrantOperation(lowerAction)) limits.push('kms-grants-not-given')
  if (facts.canonicalUser === undefined && namesCanonicalUser(judged)) limits.push('canonical-user-not-given')
  if (facts.federatedBy === undefined && namesPossibleIssuer(judged, principal)) limits.push('issuing-user-not-given')
  if (lowerAction === 'kms:retiregrant') limits.push('kms-retire-grant')
  if (makesSeveralChecks(lowerAction)) limits.push('dependent-actions')
  if (lowerAction === 'iam:passrole') limits.push('passed-role-tags')
  if (principal.kind === 'federatedUser' && service === 'iam') limits.push('federated-iam-calls')
  if (principal.kind === 'user' && isRefusedToSessions(request)) limits.push('session-token-calls')
  if (isTrust && relation === 'sameAccount' && isOwnRole(request)) limits.push('role-assumes-itself')
  if (service === 's3-object-lambda') limits.push('object-lambda')
  if (sparesWithoutAccount(judged, principal)) limits.push('not-principal-without-account')
  addStatementLimits(limits, judged)
  return limits
}

/**
 * Services of which resources can be shared through AWS RAM; the list grows.
 * https://docs.aws.amazon.com/ram/latest/userguide/shareable.html
 */
const SHARED_SERVICES: ReadonlySet<string> = new Set([
  'acm-pca',
  'appmesh',
  'codebuild',
  'ec2',
  'glue',
  'imagebuilder',
  'license-manager',
  'network-firewall',
  'outposts',
  'rds',
  'resource-groups',
  'route53profiles',
  'route53resolver',
  'sagemaker',
  'servicecatalog',
  'servicediscovery',
  'ssm',
  'ssm-contacts',
  'ssm-incidents',
  'vpc-lattice',
])

/**
 * A call that AWS does not take from a user's temporary credentials: of IAM where they are known to carry no MFA, and of
 * most of STS. https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_sts-comparison.html
 */
function isRefusedToSessions({ service, lowerAction, find }: EvaluatedRequest): boolean {
  const issued = find('aws:tokenissuetime')
  if (issued === 'absent' || issued === 'unknown') return false
  if (service === 'sts') return lowerAction !== 'sts:assumerole' && lowerAction !== 'sts:getcalleridentity'
  const mfa = find('aws:multifactorauthpresent')
  return service === 'iam' && mfa !== 'unknown' && (mfa === 'absent' || mfa.values[0]?.toLowerCase() !== 'true')
}

/** Does a role assume itself? */
const isOwnRole = ({ principal, arn }: EvaluatedRequest): boolean =>
  (principal.kind === 'roleSession' || principal.kind === 'role') &&
  arn !== null &&
  lastInPath(arn.resource) === principal.name

/** The Principal or NotPrincipal of a judged statement, which stands first. */
function principalOf({ elements }: StatementResult): ElementResult | null {
  const first = elements[0]
  return first?.element === 'Principal' || first?.element === 'NotPrincipal' ? first : null
}

/** Does any statement have a Principal or NotPrincipal of this kind? */
function somePrincipal(
  judged: readonly JudgedLayer[],
  test: (principal: ElementResult, statement: StatementResult) => boolean,
): boolean {
  for (const { statements } of judged) {
    for (const statement of statements.reached) {
      const principal = principalOf(statement)
      if (principal !== null && test(principal, statement)) return true
    }
  }
  return false
}

/** Does a Deny spare the caller by its own name, without that of its account? */
function sparesWithoutAccount(judged: readonly JudgedLayer[], { account }: RequestPrincipal): boolean {
  if (account === null) return false
  const isAccount = ({ text }: ValueResult) => text === account || text.endsWith(`::${account}:root`)
  return somePrincipal(
    judged,
    ({ element, reason, values }, { effect }) =>
      effect === 'Deny' && element === 'NotPrincipal' && reason === 'not-element-excludes' && !values.some(isAccount),
  )
}

/** Does a policy name a user who may be the one behind the caller's federated session? */
const namesPossibleIssuer = (judged: readonly JudgedLayer[], { kind, account }: RequestPrincipal): boolean =>
  kind === 'federatedUser' &&
  somePrincipal(judged, ({ values }) => values.some(({ text }) => text.includes(`:iam::${account}:user/`)))

/** Does a policy name an account by a canonical user ID, of which it is not given whose it is? */
const namesCanonicalUser = (judged: readonly JudgedLayer[]): boolean =>
  somePrincipal(judged, ({ values }) => values.some(({ reason }) => reason === 'canonical-user-unknown'))

const NEITHER_NUMBER_NOR_DATE: ReadonlySet<string> = new Set(['arn', 'bool', 'ip'])

/** Is it a negated operator for numbers or dates, on a key that holds neither? */
function isOfAnotherType(operator: string | undefined, key: string | undefined): boolean {
  if (operator === undefined || key === undefined || !/(?:numeric|date)notequals/i.test(operator)) return false
  return NEITHER_NUMBER_NOR_DATE.has(findConditionKey(key)?.type ?? '')
}

/** Adds what matching statements bring with them. */
function addStatementLimits(limits: Limit[], judged: readonly JudgedLayer[]): void {
  const add = (limit: Limit) => {
    if (!limits.includes(limit)) limits.push(limit)
  }
  for (const { levels, layer } of judged) {
    for (const { outcomes } of levels) {
      for (const { result, effect } of outcomes) {
        const principal = principalOf(result)
        if (principal?.element === 'NotPrincipal' && effect === 'Allow') add('not-principal-with-allow')
        const byAccount = principal?.values.some(({ reason }) => reason === 'account-named') === true
        for (const { element, key, operator, values, reason } of result.elements) {
          if (element !== 'Condition') continue
          if (reason === 'same-key-twice') add('same-key-twice')
          if (values.some(({ text }) => text.includes('${')) && operator?.toLowerCase().includes('bool') === true) {
            add('bool-variable')
          }
          if (isOfAnotherType(operator, key)) add('operator-of-another-type')
          if (byAccount && layer === 'resource' && key?.toLowerCase() === 'aws:principalarn' && effect === 'Allow') {
            add('account-and-principal-arn')
          }
        }
      }
    }
  }
}
