import { bucketOfArn } from '../../iam/arn'
import { splitAction, serviceOfAction } from '../../iam/action'
import { RCP_SERVICES } from '../../iam/rcp-services'
import type { Statement } from '../policy'
import { allows, eachStatement, replaceString, type Check, type CheckContext, type CheckHit } from './check'

/** The only Allow among resource control policies. https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_rcps_syntax.html */
function isFullAccess({ policy }: CheckContext): boolean {
  const [only, ...rest] = policy.statements
  return (
    rest.length === 0 &&
    only !== undefined &&
    only.principal?.not === false &&
    only.principal.values.every(({ names }) => names.kind === 'everyone') &&
    only.action.values.every(({ text }) => text === '*') &&
    only.resource?.values.every(({ text }) => text === '*') === true &&
    only.conditions.length === 0
  )
}

/** A check of each statement of an RCP that customers write. */
const eachControl = (find: (statement: Statement) => Iterable<CheckHit>): Check['find'] =>
  eachStatement(function* (statement, context) {
    if (!isFullAccess(context) || !allows(statement)) yield* find(statement)
  })

function* rcpAllows(statement: Statement): Iterable<CheckHit> {
  if (allows(statement)) yield { span: statement.effectSpan, fixes: replaceString(statement.effectSpan, 'Deny') }
}

function* rcpNotAction({ action }: Statement): Iterable<CheckHit> {
  if (action.not) yield { span: action.span }
}

function* rcpPrincipal({ principal }: Statement): Iterable<CheckHit> {
  for (const { names, span, text } of principal?.not === false ? principal.values : [])
    if (names.kind !== 'everyone') yield { span, data: { text }, fixes: replaceString(span, '*') }
}

function* rcpActionStar({ action }: Statement): Iterable<CheckHit> {
  for (const { text, span } of action.values) if (text === '*') yield { span }
}

function* rcpService({ action }: Statement): Iterable<CheckHit> {
  for (const { text, span } of action.values) {
    const prefix = splitAction(text)?.service
    if (prefix && !RCP_SERVICES.has(prefix)) yield { span, data: { service: prefix } }
  }
}

/** A key policy that leaves out the account: IAM policies then give nothing on the key. https://docs.aws.amazon.com/kms/latest/developerguide/key-policy-default.html */
function* keyPolicyWithoutAccount({ policy }: CheckContext): Iterable<CheckHit> {
  const { statements, root } = policy
  const isKeyPolicy =
    statements.length > 0 &&
    statements.every(({ action }) => !action.not && action.values.every(({ text }) => serviceOfAction(text) === 'kms'))
  const namesAccount = statements.some(
    (statement) =>
      allows(statement) &&
      statement.principal?.values.some(({ names }) => names.kind === 'account' || names.kind === 'everyone'),
  )
  if (isKeyPolicy && !namesAccount) yield { span: root?.span ?? null }
}

/** A bucket policy decides on S3's own actions. https://docs.aws.amazon.com/AmazonS3/latest/userguide/bucket-policies.html */
function* foreignInBucketPolicy({ action, resource }: Statement): Iterable<CheckHit> {
  if (action.not || !resource || !resource.values.some(({ text }) => bucketOfArn(text) !== null)) return
  for (const { text, span } of action.values) {
    const prefix = splitAction(text)?.service
    if (prefix && /^[\w-]+$/.test(prefix) && prefix !== 's3') yield { span, data: { text, service: prefix } }
  }
}

/** An account in the endpoint policy of a gateway endpoint is only its root user. https://docs.aws.amazon.com/vpc/latest/privatelink/vpc-endpoints-access.html */
function* endpointAccount({ principal }: Statement): Iterable<CheckHit> {
  for (const { names, span, text } of principal?.values ?? [])
    if (names.kind === 'account') yield { span, data: { text } }
}

/** Checks of one policy type alone. */
export const CONTROL_CHECKS: readonly Check[] = [
  {
    code: 'bucket-policy-action',
    severity: 'warning',
    types: ['resource'],
    find: eachStatement(foreignInBucketPolicy),
  },
  { code: 'rcp-allow', severity: 'error', types: ['rcp'], find: eachControl(rcpAllows) },
  { code: 'rcp-not-action', severity: 'error', types: ['rcp'], find: eachControl(rcpNotAction) },
  { code: 'rcp-principal', severity: 'error', types: ['rcp'], find: eachControl(rcpPrincipal) },
  { code: 'rcp-action-star', severity: 'error', types: ['rcp'], find: eachControl(rcpActionStar) },
  { code: 'rcp-service', severity: 'error', types: ['rcp'], find: eachControl(rcpService) },
  { code: 'key-policy-without-account', severity: 'warning', types: ['resource'], find: keyPolicyWithoutAccount },
  { code: 'endpoint-account', severity: 'suggestion', types: ['endpoint'], find: eachStatement(endpointAccount) },
]
