import { coversForm } from '../iam/claim-form'
import { onlyOne } from '../text/only-one'
import { DOCS } from '../iam/aws-docs'

/** What a policy tests so that a service lets in no other account's resources; gaps in braces. */
type SourceTest = Readonly<Record<string, Readonly<Record<string, string>>>>

/**
 * What a service sends of whom it works for, where a policy lets it in by its principal: by the kind of policy, and by the
 * service that is called where that makes a difference.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/confused-deputy.html
 */
export interface ServiceSource {
  readonly service: string
  readonly in: 'resource' | 'trust'
  /** The IAM prefix of the services that it calls; left out: all that no other row has. */
  readonly calls?: string
  /** Null: it sends neither `aws:SourceArn` nor `aws:SourceAccount`, or AWS’s page tests neither. */
  readonly test: SourceTest | null
  /** The principal as AWS’s page names it, where it holds the Region. */
  readonly principal?: string
  /** Has its principal the Region in its name where the account had to enable the Region? Its page says so. */
  readonly namesOptInRegion?: true
  readonly page: string
}

const OF_ACCOUNT = { StringEquals: { 'aws:SourceAccount': '{account}' } } as const

const ofArn = (arn: string): SourceTest => ({ ArnLike: { 'aws:SourceArn': `arn:{partition}:${arn}` } })

/** Of an ARN without an account, which another account can take over. */
const ofArnAndAccount = (arn: string): SourceTest => ({ ...OF_ACCOUNT, ...ofArn(arn) })

const used = (service: string, test: SourceTest | null, page: string, calls?: string): ServiceSource => ({
  service,
  in: 'resource',
  test,
  page: DOCS + page,
  ...(calls !== undefined && { calls }),
})

const assumes = (service: string, test: SourceTest | null, page: string): ServiceSource => ({
  service,
  in: 'trust',
  test,
  page: DOCS + page,
})

const inOptInRegions = (row: ServiceSource): ServiceSource => ({ ...row, namesOptInRegion: true })

/** The services that the tables let in. */
export const SERVICE_SOURCES: readonly ServiceSource[] = [
  used(
    's3.amazonaws.com',
    ofArnAndAccount('s3:::{sourceBucket}'),
    'AmazonS3/latest/userguide/grant-destinations-permissions-to-s3.html',
  ),
  assumes('monitoring.rds.amazonaws.com', null, 'AmazonRDS/latest/UserGuide/USER_Monitoring.OS.Enabling.html'),
  used('route53.amazonaws.com', OF_ACCOUNT, 'Route53/latest/DeveloperGuide/query-logs.html'),
  used(
    'dnssec-route53.amazonaws.com',
    ofArnAndAccount('route53:::hostedzone/*'),
    'Route53/latest/DeveloperGuide/access-control-managing-permissions.html',
  ),
  used('serverlessrepo.amazonaws.com', OF_ACCOUNT, 'serverlessrepo/latest/devguide/serverlessrepo-how-to-publish.html'),
  used(
    'ssm.amazonaws.com',
    ofArnAndAccount('ssm:*:{account}:resource-data-sync/*'),
    'systems-manager/latest/userguide/inventory-create-resource-data-sync.html',
    's3',
  ),
  used(
    'bedrock.amazonaws.com',
    ofArn('bedrock:{region}:{account}:agent/*'),
    'bedrock/latest/userguide/agents-permissions.html',
    'lambda',
  ),
  used(
    'connect.amazonaws.com',
    ofArn('connect:{region}:{account}:instance/*'),
    'connect/latest/adminguide/connect-lambda-functions.html',
    'lambda',
  ),
  assumes(
    'pinpoint.amazonaws.com',
    ofArnAndAccount('mobiletargeting:{region}:{account}:apps/*'),
    'pinpoint/latest/developerguide/permissions-streams.html',
  ),
  assumes(
    'bedrock-agentcore.amazonaws.com',
    ofArnAndAccount('bedrock-agentcore:{region}:{account}:*'),
    'bedrock-agentcore/latest/devguide/runtime-permissions.html',
  ),
  assumes(
    'gameliftstreams.amazonaws.com',
    ofArnAndAccount('gameliftstreams:*:{account}:streamsession/*'),
    'gameliftstreams/latest/developerguide/session-credentials-setup.html',
  ),
  assumes(
    'codecatalyst-runner.amazonaws.com',
    ofArn('codecatalyst:::space/{spaceId}/project/*'),
    'codecatalyst/latest/userguide/trust-model.html',
  ),
  assumes(
    'budgets.amazonaws.com',
    ofArnAndAccount('budgets::{account}:budget/*'),
    'cost-management/latest/userguide/cross-service-confused-deputy-prevention.html',
  ),
  // The account is that of the workload’s owner; the role is in another one, whose checks it reads.
  assumes(
    'wellarchitected.amazonaws.com',
    {
      StringEquals: { 'aws:SourceAccount': '{workloadAccount}' },
      ...ofArn('wellarchitected:*:{workloadAccount}:workload/*'),
    },
    'wellarchitected/latest/userguide/activate-ta-in-iam.html',
  ),
  assumes('edgelambda.amazonaws.com', null, 'AmazonCloudFront/latest/DeveloperGuide/lambda-edge-permissions.html'),
  assumes('dsql.amazonaws.com', null, 'aurora-dsql/latest/userguide/cdc-monitoring.html'),
  assumes('omics.amazonaws.com', null, 'omics/latest/dev/permissions-service.html'),
  used('omics.amazonaws.com', null, 'omics/latest/dev/permissions-resource.html'),
  assumes('quicksight.amazonaws.com', null, 'quicksight/latest/developerguide/run-as-role-data-source.html'),
  inOptInRegions(
    used(
      'inspector2.amazonaws.com',
      ofArnAndAccount('inspector2:{region}:{account}:report/*'),
      'inspector/latest/user/findings-managing-exporting-reports.html',
    ),
  ),
  assumes('inspector.amazonaws.com', null, 'inspector/v1/userguide/inspector_settingup.html'),
  used(
    'bcm-data-exports.amazonaws.com',
    ofArnAndAccount('bcm-data-exports:us-east-1:{account}:export/*'),
    'cur/latest/userguide/dataexports-s3-bucket.html',
  ),
  assumes('tasks.apprunner.amazonaws.com', null, 'apprunner/latest/dg/security_iam_service-with-iam.html'),
  assumes(
    'appstream.amazonaws.com',
    null,
    'appstream2/latest/developerguide/using-iam-roles-to-grant-permissions-to-applications-scripts-streaming-instances.html',
  ),
  assumes(
    'eks-fargate-pods.amazonaws.com',
    ofArn('eks:{region}:{account}:fargateprofile/{cluster}/*'),
    'eks/latest/userguide/pod-execution-role.html',
  ),
  assumes('scheduler.redshift.amazonaws.com', null, 'redshift/latest/mgmt/managing-cluster-operations.html'),
  assumes('s3.amazonaws.com', null, 'AmazonS3/latest/userguide/setting-repl-config-perm-overview.html'),
  used(
    'logging.s3.amazonaws.com',
    ofArnAndAccount('s3:::{sourceBucket}'),
    'AmazonS3/latest/userguide/enable-server-access-logging.html',
  ),
  used(
    'cloudfront.amazonaws.com',
    ofArn('cloudfront::{account}:distribution/{distribution}'),
    'AmazonCloudFront/latest/DeveloperGuide/private-content-restricting-access-to-s3.html',
  ),
  used(
    'apigateway.amazonaws.com',
    ofArn('execute-api:{region}:{account}:{api}/*'),
    'apigateway/latest/developerguide/api-gateway-control-access-using-iam-policies-to-invoke-api.html',
  ),
  used(
    'cognito-idp.amazonaws.com',
    ofArn('cognito-idp:{region}:{account}:userpool/{userPool}'),
    'cognito/latest/developerguide/cognito-user-pools-working-with-lambda-triggers.html',
  ),
  used(
    'logs.amazonaws.com',
    ofArn('logs:{region}:{account}:log-group:{logGroup}:*'),
    'AmazonCloudWatch/latest/logs/SubscriptionFilters.html',
  ),
  {
    // Logs names the log group in the encryption context.
    ...used(
      'logs.amazonaws.com',
      {
        ArnLike: {
          'kms:EncryptionContext:aws:logs:arn': 'arn:{partition}:logs:{region}:{account}:log-group:{logGroup}',
        },
      },
      'AmazonCloudWatch/latest/logs/encrypt-log-data-kms.html',
      'kms',
    ),
    principal: 'logs.{region}.amazonaws.com',
  },
  used('dms.amazonaws.com', OF_ACCOUNT, 'dms/latest/userguide/CHAP_Events.html', 'kms'),
  used('config.amazonaws.com', OF_ACCOUNT, 'config/latest/developerguide/s3-bucket-policy.html'),
  used(
    'secretsmanager.amazonaws.com',
    OF_ACCOUNT,
    'secretsmanager/latest/userguide/rotating-secrets-required-permissions-function.html',
  ),
  used(
    'elasticloadbalancing.amazonaws.com',
    ofArn('elasticloadbalancing:{region}:{account}:targetgroup/{targetGroup}'),
    'elasticloadbalancing/latest/application/lambda-functions.html',
  ),
  used(
    'lambda.amazonaws.com',
    ofArn('lambda:{region}:{account}:function:{function}'),
    'lambda/latest/dg/images-create.html',
    'ecr',
  ),
  used(
    'lambda.alarms.cloudwatch.amazonaws.com',
    ofArnAndAccount('cloudwatch:{region}:{account}:alarm:{alarm}'),
    'AmazonCloudWatch/latest/monitoring/alarms-and-actions-Lambda.html',
    'lambda',
  ),
  used(
    'cloudwatch.amazonaws.com',
    ofArn('cloudwatch:{region}:{account}:alarm:{alarm}'),
    'sns/latest/dg/sns-access-policy-use-cases.html',
  ),
  used(
    'events.amazonaws.com',
    ofArn('events:{region}:{account}:rule/{rule}'),
    'eventbridge/latest/userguide/eb-use-resource-based.html',
  ),
  // To an encrypted topic the keys are not supported.
  used('events.amazonaws.com', null, 'sns/latest/dg/sns-key-management.html', 'kms'),
  used(
    'sns.amazonaws.com',
    ofArn('sns:{region}:{account}:{topic}'),
    'sns/latest/dg/subscribe-sqs-queue-to-sns-topic.html',
  ),
  // AWS's page tests nothing; who adds the permission names the alias of the bot.
  used(
    'lexv2.amazonaws.com',
    ofArn('lex:{region}:{account}:bot-alias/*'),
    'lexv2/latest/dg/lambda-attach-api.html',
    'lambda',
  ),
  used('ses.amazonaws.com', OF_ACCOUNT, 'ses/latest/dg/receiving-email-permissions.html'),
  used(
    'iot.amazonaws.com',
    ofArnAndAccount('iot:{region}:{account}:rule/{rule}'),
    'iot/latest/developerguide/cross-service-confused-deputy-prevention.html',
  ),
  used(
    'delivery.logs.amazonaws.com',
    ofArnAndAccount('logs:{region}:{account}:*'),
    'AmazonCloudWatch/latest/logs/AWS-logs-and-resource-policy.html',
  ),
  used(
    'es.amazonaws.com',
    ofArnAndAccount('es:{region}:{account}:domain/{domain}'),
    'opensearch-service/latest/developerguide/createdomain-configure-slow-logs.html',
  ),
  used(
    'redshift.amazonaws.com',
    ofArn('redshift:{region}:{account}:cluster:{cluster}'),
    'redshift/latest/mgmt/db-auditing.html',
  ),
  used(
    'cloudtrail.amazonaws.com',
    ofArn('cloudtrail:{region}:{account}:trail/{trail}'),
    'awscloudtrail/latest/userguide/create-s3-bucket-policy-for-cloudtrail.html',
  ),
  inOptInRegions(
    used(
      'guardduty.amazonaws.com',
      ofArnAndAccount('guardduty:{region}:{account}:detector/{detector}'),
      'guardduty/latest/ug/guardduty_exportfindings.html',
    ),
  ),
  used(
    'logdelivery.elasticloadbalancing.amazonaws.com',
    ofArn('elasticloadbalancing:{region}:{account}:loadbalancer/*'),
    'elasticloadbalancing/latest/application/enable-access-logging.html',
  ),
  used(
    'codebuild.amazonaws.com',
    ofArnAndAccount('codebuild:{region}:{account}:project/{project}'),
    'codebuild/latest/userguide/sample-ecr.html',
  ),
  used('acm.amazonaws.com', OF_ACCOUNT, 'privateca/latest/userguide/pca-rbp.html'),
  used(
    'mediapipelines.chime.amazonaws.com',
    ofArnAndAccount('chime:*:{account}:*'),
    'chime-sdk/latest/dg/mp-s3-bucket-policy.html',
  ),
  used(
    'billingreports.amazonaws.com',
    ofArnAndAccount('cur:us-east-1:{account}:definition/*'),
    'cur/latest/userguide/cur-s3.html',
  ),
  assumes(
    'ecs-tasks.amazonaws.com',
    ofArnAndAccount('ecs:{region}:{account}:*'),
    'AmazonECS/latest/developerguide/task-iam-roles.html',
  ),
  assumes(
    'eks.amazonaws.com',
    ofArn('eks:{region}:{account}:cluster/{cluster}'),
    'eks/latest/userguide/cross-service-confused-deputy-prevention.html',
  ),
  // What it sends are tags of the pod, which the same page tests.
  assumes('pods.eks.amazonaws.com', null, 'eks/latest/userguide/pod-id-role.html'),
  assumes(
    'logs.amazonaws.com',
    ofArn('logs:{region}:{account}:*'),
    'AmazonCloudWatch/latest/logs/SubscriptionFilters.html',
  ),
  assumes(
    'datasync.amazonaws.com',
    ofArnAndAccount('datasync:{region}:{account}:*'),
    'datasync/latest/userguide/create-s3-location.html',
  ),
  // A user pool sends the external id that its settings have.
  assumes(
    'cognito-idp.amazonaws.com',
    {
      StringEquals: { ...OF_ACCOUNT.StringEquals, 'sts:ExternalId': '{externalId}' },
      ...ofArn('cognito-idp:{region}:{account}:userpool/{userPool}'),
    },
    'cognito/latest/developerguide/cognito-user-pool-settings-mfa-sms-text-message.html',
  ),
  assumes(
    'events.amazonaws.com',
    ofArnAndAccount('events:{region}:{account}:rule/{rule}'),
    'eventbridge/latest/userguide/eb-events-iam-roles.html',
  ),
  assumes(
    'scheduler.amazonaws.com',
    OF_ACCOUNT,
    'scheduler/latest/UserGuide/cross-service-confused-deputy-prevention.html',
  ),
  assumes(
    'states.amazonaws.com',
    ofArnAndAccount('states:{region}:{account}:stateMachine:*'),
    'step-functions/latest/dg/procedure-create-iam-role.html',
  ),
  assumes(
    'firehose.amazonaws.com',
    ofArnAndAccount('firehose:{region}:{account}:deliverystream/{stream}'),
    'firehose/latest/dev/confused-deputy.html',
  ),
  assumes(
    'kinesisanalytics.amazonaws.com',
    ofArnAndAccount('kinesisanalytics:{region}:{account}:*'),
    'managed-flink/latest/java/iam-cross-service-confused-deputy-prevention.html',
  ),
  assumes(
    'airflow-env.amazonaws.com',
    ofArnAndAccount('airflow:{region}:{account}:environment/{environment}'),
    'mwaa/latest/userguide/cross-service-confused-deputy-prevention.html',
  ),
  assumes('sagemaker.amazonaws.com', OF_ACCOUNT, 'sagemaker/latest/dg/security-confused-deputy-prevention.html'),
  assumes(
    'bedrock.amazonaws.com',
    ofArnAndAccount('bedrock:{region}:{account}:agent/*'),
    'bedrock/latest/userguide/agents-permissions.html',
  ),
  assumes(
    'codebuild.amazonaws.com',
    ofArnAndAccount('codebuild:{region}:{account}:project/{project}'),
    'codebuild/latest/userguide/cross-service-confused-deputy-prevention.html',
  ),
  assumes(
    'greengrass.amazonaws.com',
    ofArnAndAccount('greengrass:{region}:{account}:*'),
    'greengrass/v2/developerguide/greengrass-service-role.html',
  ),
  assumes(
    'ssm.amazonaws.com',
    ofArnAndAccount('ssm:*:{account}:*'),
    'systems-manager/latest/userguide/automation-setup-iam.html',
  ),
  assumes(
    'vpc-flow-logs.amazonaws.com',
    ofArnAndAccount('ec2:{region}:{account}:vpc-flow-log/*'),
    'vpc/latest/userguide/flow-logs-iam-role.html',
  ),
  assumes(
    'dms.amazonaws.com',
    ofArnAndAccount('dms:{region}:{account}:*'),
    'dms/latest/userguide/cross-service-confused-deputy-prevention.html',
  ),
  assumes(
    'application-autoscaling.amazonaws.com',
    ofArnAndAccount('application-autoscaling:{region}:{account}:scalable-target/*'),
    'emr/latest/ManagementGuide/emr-iam-role-automatic-scaling.html',
  ),
  assumes(
    'storagegateway.amazonaws.com',
    ofArnAndAccount('storagegateway:{region}:{account}:gateway/*'),
    'filegateway/latest/files3/cross-service-confused-deputy-prevention.html',
  ),
  assumes(
    'amplify.amazonaws.com',
    ofArnAndAccount('amplify:{region}:{account}:apps/*'),
    'amplify/latest/userguide/amplify-service-role.html',
  ),
  used(
    'personalize.amazonaws.com',
    ofArnAndAccount('personalize:{region}:{account}:*'),
    'personalize/latest/dg/granting-personalize-s3-access.html',
  ),
  // The trust policies on these pages have no test; a role can be passed in its own account alone.
  // https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_use_passrole.html
  assumes('mediaconvert.amazonaws.com', null, 'mediaconvert/latest/ug/creating-the-iam-role-in-iam.html'),
  assumes('lambda.amazonaws.com', null, 'lambda/latest/dg/lambda-intro-execution-role.html'),
  assumes('batchoperations.s3.amazonaws.com', null, 'AmazonS3/latest/userguide/batch-ops-iam-role-policies.html'),
  assumes('ecs.amazonaws.com', null, 'AmazonECS/latest/developerguide/using-service-linked-roles.html'),
  assumes('batch.amazonaws.com', null, 'batch/latest/userguide/service_IAM_role.html'),
  assumes('build.apprunner.amazonaws.com', null, 'apprunner/latest/dg/security_iam_service-with-iam.html'),
  assumes('spotfleet.amazonaws.com', null, 'AWSEC2/latest/UserGuide/spot-fleet-prerequisites.html'),
  assumes('apigateway.amazonaws.com', null, 'apigateway/latest/developerguide/set-up-logging.html'),
  assumes('glue.amazonaws.com', null, 'glue/latest/dg/create-an-iam-role.html'),
  assumes('servicecatalog.amazonaws.com', null, 'servicecatalog/latest/adminguide/constraints-launch.html'),
  assumes('redshift.amazonaws.com', null, 'redshift/latest/mgmt/authorizing-redshift-service.html'),
  assumes('redshift-serverless.amazonaws.com', null, 'redshift/latest/mgmt/authorizing-redshift-service.html'),
  assumes(
    'rekognition.amazonaws.com',
    ofArnAndAccount('rekognition:{region}:{account}:streamprocessor/*'),
    'rekognition/latest/dg/cross-service-confused-deputy-prevention.html',
  ),
  assumes('config.amazonaws.com', null, 'config/latest/developerguide/iamrole-permissions.html'),
  used('acm-pca.amazonaws.com', OF_ACCOUNT, 'privateca/latest/userguide/crl-planning.html'),
  assumes('export.rds.amazonaws.com', null, 'AmazonRDS/latest/UserGuide/USER_ExportSnapshot.Setup.html'),
  assumes('emr-serverless.amazonaws.com', null, 'emr/latest/EMR-Serverless-UserGuide/getting-started.html'),
  assumes('rds.amazonaws.com', null, 'AmazonRDS/latest/UserGuide/USER_Monitoring.OS.Enabling.html'),
  assumes('cloudformation.amazonaws.com', null, 'AWSCloudFormation/latest/UserGuide/using-iam-servicerole.html'),
  assumes('ec2.amazonaws.com', null, 'IAM/latest/UserGuide/id_roles_use_switch-role-ec2.html'),
  assumes('opensearchservice.amazonaws.com', null, 'opensearch-service/latest/developerguide/cognito-auth.html'),
  assumes(
    'mq.amazonaws.com',
    ofArnAndAccount('mq:{region}:{account}:broker:*'),
    'amazon-mq/latest/developer-guide/arn-support-rabbitmq-configuration.html',
  ),
  used(
    'backups.rds.amazonaws.com',
    {
      ...ofArn('rds:{region}:{account}:db:*'),
      StringEquals: { 'aws:SourceAccount': '{account}', 's3:x-amz-acl': 'bucket-owner-full-control' },
    },
    'AmazonRDS/latest/UserGuide/USER_SQLServer.AddlFeat.TransactionLogAccess.html',
    's3',
  ),
  // Whoever signs in is named by the audience of the token.
  assumes('cognito-identity.amazonaws.com', null, 'cognito/latest/developerguide/role-trust-and-permissions.html'),
]

/** The Region in the name of a service, or the gap or blank for it. */
const REGION_OF_NAME = /\.(?:[a-z]{2,4}-[a-z-]{3,20}-\d|[{<]region[}>])(?=\.amazonaws\.com)/

/** The row of a service that a policy lets in to call another; null: none is known. `logs.eu-west-1.amazonaws.com` is `logs.amazonaws.com`. */
export const serviceSource = (service: string, place: ServiceSource['in'], calls: string): ServiceSource | null => {
  const name = service.toLowerCase().replace(REGION_OF_NAME, '')
  const rows = SERVICE_SOURCES.filter((row) => row.in === place && row.service === name)
  return rows.find((row) => row.calls === calls) ?? rows.find((row) => row.calls === undefined) ?? null
}

/** The form of the ARN that a row tests; null: it tests none, or any of a kind. */
const formOf = ({ test }: ServiceSource): string | null => {
  const form = test?.['ArnLike']?.['aws:SourceArn']
  return form === undefined || form.endsWith(':*') ? null : form
}

/** The form of the ARN that a service sends as the source of a call, with gaps; null: no table has it. */
export function sourceForm(service: string, place: ServiceSource['in'], calls: string): string | null {
  const row = serviceSource(service, place, calls)
  return row === null ? null : formOf(row)
}

/** The same, also where the table tests any resource of the account: `arn:{partition}:logs:{region}:{account}:*`. */
export const sourcePattern = (service: string, place: ServiceSource['in'], calls: string): string | null =>
  serviceSource(service, place, calls)?.test?.['ArnLike']?.['aws:SourceArn'] ?? null

/**
 * The service that calls another one for a resource of its own, which no policy can name as its principal: an alarm
 * publishes as `cloudwatch.amazonaws.com`. Null: none, or several, send such an ARN.
 */
export const serviceOfSource = (arn: string, calls: string): string | null => {
  const rows = SERVICE_SOURCES.filter((row) => {
    const form = formOf(row)
    return row.in === 'resource' && form !== null && coversForm(arn, form, false)
  })
  const own = rows.filter((row) => row.calls === calls)
  const found = own.length > 0 ? own : rows.filter((row) => row.calls === undefined)
  return onlyOne(found.map(({ service }) => service)) ?? null
}
