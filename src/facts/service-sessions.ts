import { matchWildcard } from '../iam/wildcard'
import type { RowSource } from '../iam/row-source'

/** Sessions of a role with which a service or its console composes the calls: nobody adds a tag or a header to them. */
export interface ServiceSession extends RowSource {
  /** Role and session as a pattern in lower case: `*` as in a policy. */
  readonly session: string
  /** Who makes the call, as people call it. */
  readonly by: string
}

const DOCS = 'https://docs.aws.amazon.com/'

const row = (session: string, by: string, page: string): ServiceSession => ({
  session,
  by,
  page: DOCS + page,
  confirmed: '2026-11-29',
})

/** The sessions, by what their names look like. */
export const SERVICE_SESSIONS: readonly ServiceSession[] = [
  row('*/sagemaker', 'SageMaker Studio', 'sagemaker/latest/dg/security_iam_id-based-policy-examples.html'),
  row('*/awsevents_*', 'EventBridge', 'eventbridge/latest/userguide/eb-events-iam-roles.html'),
  row('*/*-pipe', 'EventBridge Pipes', 'eventbridge/latest/userguide/eb-pipes-permissions.html'),
  row('*/s3-batch-operations_*', 'S3 Batch Operations', 'AmazonS3/latest/userguide/batch-ops-iam-role-policies.html'),
  row('*/awsbackup-*', 'AWS Backup', 'aws-backup/latest/devguide/iam-service-roles.html'),
  row(
    'awsservicerolefor*/*',
    'the service of this role',
    'IAM/latest/UserGuide/id_roles_create-service-linked-role.html',
  ),
]

/** Who composes the calls of a role's session, where that is no one that could change them; null of all others. */
export function composerOf(principal: string): string | null {
  const [, session] = /^arn:[^:]*:sts::[^:]*:assumed-role\/(.{1,200})$/.exec(principal) ?? []
  if (session === undefined) return null
  return SERVICE_SESSIONS.find((one) => matchWildcard(one.session, session.toLowerCase()))?.by ?? null
}
