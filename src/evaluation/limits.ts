import type { CaseFacts } from '../case/access-case'
import type { Circumstances } from './decide'
import type { JudgedLayer } from './judge-layer'
import type { Limit } from './reasons'
import type { EvaluatedRequest } from './request'

/** What is not modelled and bears on this request. */
export function limitsOf(
  request: EvaluatedRequest,
  facts: CaseFacts,
  judged: readonly JudgedLayer[],
  { isTrust, relation }: Circumstances,
): readonly Limit[] {
  const limits: Limit[] = []
  const { principal, service, lowerAction, arn, resource } = request
  const given = (layer: string) => judged.some((one) => one.layer === layer && one.state === 'given')
  if (principal.kind === 'roleSession' && principal.name.startsWith('AWSServiceRoleFor')) {
    const state = request.find('aws:principalarn')
    const known = state !== 'absent' && state !== 'unknown' && state.values[0]?.includes('/aws-service-role/') === true
    if (!known) limits.push('service-linked-role-by-name')
  }
  if (given('rcp') && resource === '*') limits.push('rcp-list-requests')
  if (judged.some(({ reason }) => reason === 'service-without-rcp')) limits.push('rcp-service-list')
  if (isTrust && given('boundary') && relation === 'sameAccount') limits.push('trust-boundary')
  if (service === 's3') {
    if (resource.includes(':accesspoint/')) limits.push('access-point-and-bucket')
    if (given('resource') && relation === 'crossAccount' && facts.s3RestrictPublicBuckets === undefined) {
      limits.push('s3-block-public-access')
    }
    if (arn?.resource.includes('/') === true && relation === 'crossAccount' && facts.s3ObjectOwner === undefined) {
      limits.push('s3-object-owner')
    }
  }
  if (facts.kmsGrants !== undefined && service === 'kms') limits.push('kms-grant-constraints')
  if (lowerAction === 'ec2:runinstances') limits.push('dependent-actions')
  if (lowerAction === 'iam:passrole') limits.push('passed-role-tags')
  if (principal.kind === 'federatedUser' && service === 'iam') limits.push('federated-iam-calls')
  if (principal.kind === 'user' && service === 'iam' && isSessionWithoutMfa(request)) limits.push('session-token-calls')
  for (const limit of statementLimits(judged)) if (!limits.includes(limit)) limits.push(limit)
  return limits
}

/** Temporary credentials of a user, known to carry no MFA. */
function isSessionWithoutMfa(request: EvaluatedRequest): boolean {
  const issued = request.find('aws:tokenissuetime')
  const mfa = request.find('aws:multifactorauthpresent')
  if (issued === 'absent' || issued === 'unknown' || mfa === 'unknown') return false
  return mfa === 'absent' || mfa.values[0]?.toLowerCase() !== 'true'
}

/** What matching statements bring with them. */
function statementLimits(judged: readonly JudgedLayer[]): readonly Limit[] {
  const limits = new Set<Limit>()
  for (const { levels, layer } of judged) {
    for (const { outcomes } of levels) {
      for (const { result, effect } of outcomes) {
        const principalElement = result.elements.find(
          ({ element }) => element === 'NotPrincipal' || element === 'Principal',
        )
        if (principalElement?.element === 'NotPrincipal' && effect === 'Allow') limits.add('not-principal-with-allow')
        const byAccount = principalElement?.values.some(({ reason }) => reason === 'account-named') === true
        for (const { element, key, operator, values, reason } of result.elements) {
          if (element !== 'Condition') continue
          if (reason === 'same-key-twice') limits.add('same-key-twice')
          if (operator?.toLowerCase().includes('bool') === true && values.some(({ text }) => text.includes('${'))) {
            limits.add('bool-variable')
          }
          if (byAccount && layer === 'resource' && key?.toLowerCase() === 'aws:principalarn' && effect === 'Allow') {
            limits.add('account-and-principal-arn')
          }
        }
      }
    }
  }
  return [...limits]
}
