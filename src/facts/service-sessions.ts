import { roleAndSession } from '../iam/arn'
import { matchWildcard } from '../iam/wildcard'
import { onlyOne } from '../text/only-one'
import type { Confirmed, RowSource } from '../iam/row-source'
import { DOCS } from '../iam/aws-docs'

/** Sessions of a role with which a service or its console composes the calls: nobody adds a tag or a header to them. */
export interface ServiceSession extends RowSource {
  /** Role and session as a pattern in lower case: `*` as in a policy. */
  readonly session: string
  /** Who makes the call, as people call it. */
  readonly by: string
  /** The only resources that it composes calls for, as patterns, where people's own code calls in the same session. */
  readonly on?: readonly string[]
}

/** Unconfirmed unless said otherwise: the pages tell of the role, and errors that people show of the session's name. */
const row = (session: string, by: string, page: string, confirmed: Confirmed = 'unconfirmed'): ServiceSession => ({
  session,
  by,
  page: DOCS + page,
  confirmed,
})

/** The sessions, by what their names look like. */
const SERVICE_SESSIONS: readonly ServiceSession[] = [
  {
    ...row('*/sagemaker', 'SageMaker Studio', 'sagemaker/latest/dg/security_iam_id-based-policy-examples.html'),
    on: ['arn:*:sagemaker:*:space/*', 'arn:*:sagemaker:*:app/*'],
  },
  row('*/awsevents_*', 'EventBridge', 'eventbridge/latest/userguide/eb-events-iam-roles.html'),
  row('*/s3-batch-operations_*', 'S3 Batch Operations', 'AmazonS3/latest/userguide/batch-ops-iam-role-policies.html'),
  row('*/awsbackup-*', 'AWS Backup', 'aws-backup/latest/devguide/iam-service-roles.html'),
  row(
    'awsservicerolefor*/*',
    'the service of this role',
    'IAM/latest/UserGuide/id_roles_create-service-linked-role.html',
    '2026-11-29',
  ),
]

/** Who composes a call that a role's session makes, where that is no one that could change it; null of all others. */
export function composerOf(principal: string, resource: string): string | null {
  const session = roleAndSession(principal)
  if (session === null) return null
  const found = SERVICE_SESSIONS.find((one) => matchWildcard(one.session, session.toLowerCase()))
  return found === undefined || found.on?.every((one) => !matchWildcard(one, resource)) ? null : found.by
}

/** Sessions for which a service passes a session policy of its own: it limits the role, and nobody else can edit it. */
const LIMITED_SESSIONS: readonly ServiceSession[] = [
  row('*/cognitoidentitycredentials', 'Amazon Cognito', 'cognito/latest/developerguide/iam-roles.html', '2026-11-29'),
  row('*/amplifyhostingcompute', 'Amplify Hosting', 'amplify/latest/userguide/amplify-ssr-compute-role.html'),
  row('*/access-grants-*', 'S3 Access Grants', 'AmazonS3/latest/userguide/access-grants-credentials.html'),
  row('*/awslf-*', 'Lake Formation', 'lake-formation/latest/dg/registration-role.html'),
  row(
    'awskinesisanalyticskubern*/flinkapplicationstatesession*',
    'Managed Service for Apache Flink',
    'managed-flink/latest/java/reference-flink-settings.title.html',
  ),
  row('*devopsagent*/*', 'AWS DevOps Agent', 'IAM/latest/UserGuide/access_policies.html#policies_session'),
  row(
    'awsservicerolefor*/*',
    'the service of this role',
    'IAM/latest/UserGuide/id_roles_create-service-linked-role.html',
    '2026-11-29',
  ),
]

/** So much of a text is looked through for the event. */
const MOST_READ = 20_000

const BY_SERVICE = /"invokedBy"\s{0,3}:\s{0,3}"([\w.-]{1,60}\.amazonaws\.com)"/g

/**
 * The service that started the session of a role, as the event of it shows: what is passed with the session it passes.
 * https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudtrail-event-reference-user-identity.html
 */
function starterIn(text: string, session: string): string | null {
  const read = text.slice(0, MOST_READ)
  const role = session.slice(0, session.indexOf('/'))
  const isOfRole = /"eventName"\s{0,3}:\s{0,3}"AssumeRole"/.test(read) && read.includes(`:role/${role}"`)
  const isByService = /"type"\s{0,3}:\s{0,3}"AWSService"/.test(read)
  return isOfRole && isByService ? (onlyOne([...read.matchAll(BY_SERVICE)].map(([, name]) => name!)) ?? null) : null
}

/** Who writes the session policy of a role's session, where that is a service, by its name or by the event in a text; null of all others. */
export function limiterOf(principal: string, text = ''): string | null {
  const session = roleAndSession(principal)
  if (session === null) return null
  const named = LIMITED_SESSIONS.find((one) => matchWildcard(one.session, session.toLowerCase()))
  return named?.by ?? starterIn(text, session)
}
