import { splitArn } from '../iam/arn'
import { takesNoResource } from '../iam/no-resource-actions'

/** Ids that are made for one use and never come again: a statement for one of them would never count again. */
interface OneOffIds {
  readonly service: string
  /** The last part of the ARN: what stays, and the id. */
  readonly id: RegExp
  /** Is the id made anew by each try to create the thing, and stays with what is there? */
  readonly isOfCreation?: true
  /** Actions that are meant for the one thing alone. */
  readonly unless?: RegExp
}

const UUID = '[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}'

/** What CloudFormation puts behind the name of a stack and of a thing in it where the template gives no name: letters of both cases and digits. */
const SUFFIX = '(?=[A-Za-z]*\\d)(?=(?:[^A-Z]*[A-Z]){3})[A-Za-z\\d]{12,13}$'

/** What Terraform puts behind a prefix: the moment and a counter. */
const STAMP = '\\d{26}$'

const GENERATED = ['iam', 'lambda', 'sqs', 'sns', 'dynamodb', 'states'].map((service): OneOffIds => ({
  service,
  id: new RegExp(`^((?:[a-zA-Z-]{1,20}[/:])?[\\w+=,.@-]{1,60}-)(?:${SUFFIX}|${STAMP})`),
  isOfCreation: true,
  // https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-properties-name.html
}))

const MONTH = '(?:0[1-9]|1[0-2])'
const OF_MONTH = '(?:0[1-9]|[12]\\d|3[01])'

/** A day, as names of files and folders have it: `2026-03-04`, `2026/03/04`, `20260304`. */
const DAY = `(?<!\\d)(?:19|20)\\d\\d(?:${['-', '_', '/', '\\.', ''].map((sign) => sign + MONTH + sign + OF_MONTH).join('|')})(?!\\d)`

/** What the name of one run ends in, behind what stays: a day, the moment of its start, or an id; of an id alone nothing stays. */
const RUN = `[\\w.-]{2,100}?[-_.])(?:${DAY}[\\w.:-]{0,60}|(?<!\\d)1\\d{9}(?:\\d{3})?(?:-[\\w-]{1,40})?|${UUID})$`

/** Jobs that are started by a name of their own each time. */
const NAMED_RUNS = [
  ['sagemaker', '(?:[a-z-]{3,30}-job|model|endpoint-config|experiment|experiment-trial)/'],
  ['transcribe', '(?:transcription|medical-transcription|call-analytics|analytics)-?job/'],
  ['comprehend', '[a-z-]{3,40}-job/'],
  ['rds', '(?:cluster-)?snapshot:'],
  ['redshift', 'snapshot:[a-z][a-z\\d-]{0,62}/'],
  ['elasticache', 'snapshot:'],
  ['iot', 'job/'],
  ['glue', 'session/'],
  ['databrew', '[a-z-]{0,20}job/'],
  ['forecast', '[a-z-]{3,40}-job/'],
  ['personalize', '[a-z-]{3,40}-job/'],
  ['macie2', 'classification-job/'],
  ['dms', '(?:assessment-)?run:'],
].map(([service = '', kind = '']): OneOffIds => ({
  service,
  id: new RegExp(`^(${kind}(?=${UUID}$)|${kind}${RUN}`, 'i'),
  unless: /:(?:Delete|Modify|Restore|Share)/i,
  // https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_resource.html
}))

const BUCKET = '[a-z\\d.-]{3,63}/'

const ONE_OFF: readonly OneOffIds[] = [
  {
    service: 's3',
    // A rule replicates each object anew.
    id: new RegExp(`^(${BUCKET}).`),
    unless: /^(?!s3:Replicate)/i,
    // https://docs.aws.amazon.com/AmazonS3/latest/userguide/setting-repl-config-perm-overview.html
  },
  {
    service: 'ssm',
    // The name of the user or of the role session, and an id.
    id: /^(session\/.{1,200}-)[0-9a-f]{17}$/,
    // https://docs.aws.amazon.com/systems-manager/latest/userguide/getting-started-restrict-access-examples.html
  },
  {
    service: 'ssm',
    id: new RegExp(`^(automation-execution/)${UUID}$`),
    // https://docs.aws.amazon.com/service-authorization/latest/reference/list_awssystemsmanager.html
  },
  {
    service: 'ecs',
    id: /^(task\/[\w-]{1,255}\/)[0-9a-f]{12,36}$/,
    // https://docs.aws.amazon.com/AmazonECS/latest/developerguide/security_iam_id-based-policy-examples.html
  },
  {
    service: 'ecs',
    id: /^(task-definition\/[\w-]{1,255}:)\d{1,9}$/,
    // https://docs.aws.amazon.com/AmazonECS/latest/developerguide/security_iam_id-based-policy-examples.html
  },
  {
    service: 'cloudformation',
    id: new RegExp(`^(stack/[\\w-]{1,128}/)${UUID}$`),
    // https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/control-access-with-iam.html
  },
  {
    service: 'states',
    id: /^(execution:[^:*?]{1,80}:)[^:*?]{1,80}$/,
    // https://docs.aws.amazon.com/step-functions/latest/dg/concept-create-iam-advanced.html
  },
  {
    service: 'states',
    // Of an express workflow the execution has two ids.
    id: /^(express:[^:*?]{1,80}:)[^:*?]{1,80}:[^:*?]{1,80}$/,
    // https://docs.aws.amazon.com/step-functions/latest/dg/concept-create-iam-advanced.html
  },
  {
    service: 'logs',
    // A stream is made anew by each instance, task or function.
    id: /^(log-group:[\w./#-]{1,512}:log-stream:)[^:*]{1,512}$/,
    // https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazoncloudwatchlogs.html
  },
  {
    service: 'logs',
    // What is listed has no name: the ARN that AWS prints for it is empty behind its type.
    id: /^(log-group:):log-stream:$/,
    // https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazoncloudwatchlogs.html
  },
  {
    service: 'route53',
    id: /^(change\/)[A-Z\d]{1,32}$/,
    // https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/access-control-managing-permissions.html
  },
  {
    service: 'cloudformation',
    id: new RegExp(`^(changeSet/[\\w-]{1,128}/)${UUID}$`),
    // https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/control-access-with-iam.html
  },
  {
    service: 'cloudfront',
    id: /^(distribution\/[A-Z\d]{1,20}\/invalidation\/)[A-Z\d]{1,40}$/,
    // https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazoncloudfront.html
  },
  {
    service: 'emr-serverless',
    id: /^(\/applications\/[\da-z]{1,64}\/jobruns\/)[\da-z]{1,64}$/,
    // https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazonemrserverless.html
  },
  {
    service: 'es',
    // The id of a document.
    id: /^(domain\/[a-z][a-z\d-]{2,27}\/[^/*?]{1,255}\/_(?:doc|create|update|source)\/)[^/*?]{1,512}$/,
    // https://docs.aws.amazon.com/opensearch-service/latest/developerguide/ac.html
  },
  {
    service: 'bedrock',
    id: /^(model-invocation-job\/)[a-z\d]{12}$/,
    // https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazonbedrock.html
  },
  {
    service: 'elasticloadbalancing',
    // The controller of a cluster names what it makes for each Ingress or Service.
    id: /^((?:targetgroup|(?:loadbalancer|listener|listener-rule)\/(?:app|net))\/k8s-)[\da-z-]{3,60}\/.+$/,
    // https://docs.aws.amazon.com/eks/latest/userguide/aws-load-balancer-controller.html
  },
  {
    service: 'codebuild',
    id: new RegExp(`^(build/[^:*?]{1,255}:)${UUID}$`),
    // https://docs.aws.amazon.com/codebuild/latest/userguide/auth-and-access-control-iam-access-control-identity-based.html
  },
  {
    service: 'lambda',
    // Each publication of a function is a version of its own.
    id: /^(function:[\w-]{1,140}:)\d{1,9}$/,
    unless: /:(?:Delete|Put|Add|Remove|Update)/i,
    // https://docs.aws.amazon.com/lambda/latest/dg/configuration-versions.html
  },
  {
    service: 'batch',
    id: new RegExp(`^(job/)${UUID}$`),
    // https://docs.aws.amazon.com/batch/latest/userguide/batch-supported-iam-actions-resources.html
  },
  {
    service: 'batch',
    // Each change of a definition is a revision of its own.
    id: /^(job-definition\/[\w-]{1,128}:)\d{1,9}$/,
    // https://docs.aws.amazon.com/batch/latest/userguide/batch-supported-iam-actions-resources.html
  },
  {
    service: 'sagemaker',
    // A version of a model.
    id: /^(model-package\/[\w-]{1,63}\/)\d{1,9}$/,
    // https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazonsagemaker.html
  },
  {
    service: 'kinesis',
    // The second in which a consumer was registered.
    id: /^(stream\/[\w.-]{1,128}\/consumer\/[\w.-]{1,128}:)\d{9,11}$/,
    // https://docs.aws.amazon.com/streams/latest/dev/controlling-access.html
  },
  {
    service: 'dynamodb',
    // The moment in which the stream was turned on.
    id: /^(table\/[\w.-]{3,255}\/stream\/)\d{4}-\d\d-\d\dT[\d:.]{6,16}$/,
    // https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazondynamodb.html
  },
  {
    service: 'dynamodb',
    id: /^(table\/[\w.-]{3,255}\/(?:backup|export|import)\/)\d{10,16}-[\da-f]{6,10}$/,
    // https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazondynamodb.html
  },
  {
    service: 'sagemaker',
    // A space is made by each user of a domain.
    id: /^(space\/d-[\da-z]{1,62}\/)[^/*?]{1,63}$/,
    // https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazonsagemaker.html
  },
  {
    service: 'sagemaker',
    id: /^(app\/d-[\da-z]{1,62}\/[^/*?]{1,63}\/[^/*?]{1,63}\/)[^/*?]{1,63}$/,
    // https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazonsagemaker.html
  },
  {
    service: 'emr-containers',
    id: /^(\/virtualclusters\/[\da-z]{1,64}\/jobruns\/)[\da-z]{1,64}$/,
    // https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazonemroneksemrcontainers.html
  },
  {
    service: 'omics',
    id: /^(run\/)\d{1,20}$/,
    // https://docs.aws.amazon.com/service-authorization/latest/reference/list_awshealthomics.html
  },
  {
    service: 'datasync',
    id: /^(task\/task-[\da-f]{17}\/execution\/)exec-[\da-f]{17}$/,
    // https://docs.aws.amazon.com/service-authorization/latest/reference/list_awsdatasync.html
  },
  {
    service: 'ecs',
    id: /^(service-(?:deployment|revision)\/[\w-]{1,255}\/[\w-]{1,255}\/)[\w-]{1,64}$/,
    // https://docs.aws.amazon.com/AmazonECS/latest/developerguide/security_iam_id-based-policy-examples.html
  },
  {
    service: 'imagebuilder',
    // The builds of one version.
    id: /^(image\/[\da-z-]{1,126}\/\d{1,9}\.\d{1,9}\.\d{1,9}\/)\d{1,9}$/,
    // https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazonec2imagebuilder.html
  },
  {
    service: 'bedrock',
    id: /^((?:evaluation-job|model-copy-job|model-import-job|async-invoke)\/)[a-z\d]{12}$/,
    // https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazonbedrock.html
  },
  ...NAMED_RUNS,
  {
    service: 'eks',
    id: new RegExp(`^((?:nodegroup|fargateprofile|addon)/[\\w-]{1,100}/[\\w-]{1,100}/)${UUID}$`),
    // https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazonelastickubernetesservice.html
  },
  {
    service: 'states',
    id: new RegExp(`^(mapRun:[^:*?]{1,80}/[^:*?]{1,80}:)${UUID}$`),
    // https://docs.aws.amazon.com/step-functions/latest/dg/concept-create-iam-advanced.html
  },
  {
    service: 'backup',
    id: new RegExp(`^(recovery-point:)${UUID}$`),
    // https://docs.aws.amazon.com/service-authorization/latest/reference/list_awsbackup.html
  },
  {
    service: 'rds',
    // The moment of an automated snapshot.
    id: /^((?:cluster-)?snapshot:rds:[a-z][\da-z-]{0,62}-)\d{4}-\d\d-\d\d(?:-\d\d-\d\d)?$/,
    // https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazonrds.html
  },
  {
    service: 'sns',
    // A subscription.
    id: new RegExp(`^([\\w.-]{1,256}:)${UUID}$`),
    // https://docs.aws.amazon.com/sns/latest/dg/sns-using-identity-based-policies.html
  },
  {
    service: 'ecs',
    id: /^(container-instance\/[\w-]{1,255}\/)[0-9a-f]{32}$/,
    // https://docs.aws.amazon.com/AmazonECS/latest/developerguide/security_iam_id-based-policy-examples.html
  },
  {
    service: 's3',
    // AWS's own bucket of a Region with the layers of images.
    id: /^(prod-[a-z\d-]{5,30}-starport-layer-bucket\/).+$/,
    // https://docs.aws.amazon.com/AmazonECR/latest/userguide/vpc-endpoints.html
  },
  {
    service: 'execute-api',
    // A connection of a WebSocket API.
    id: /^([a-z\d]{4,12}\/[^/*?]{1,128}\/(?:POST|GET|DELETE|\*)\/@connections\/)[^/*?]{4,200}$/,
    // https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-websocket-control-access-iam.html
  },
  {
    service: 's3',
    // What the CDK uploads is named by the hash of its contents.
    id: /^(cdk-[a-z\d]{3,20}-assets-\d{12}-[a-z\d-]{5,30}\/)[\da-f]{4,64}(?:\.[a-z]{1,8})?$/,
    // https://docs.aws.amazon.com/cdk/v2/guide/assets.html
  },
  {
    service: 's3',
    // AWS's own buckets with the packages of Amazon Linux.
    id: /^((?:al2023-repos-[a-z\d-]{5,40}|amazonlinux(?:-2-repos)?[.-][a-z\d.-]{5,40}|(?:packages|repo)\.[a-z\d-]{5,30}\.amazonaws\.com)\/).+$/,
    // https://docs.aws.amazon.com/linux/al2023/ug/managing-repos-os-updates.html
  },
  {
    service: 's3',
    // Where Hadoop and Spark put parts until a job is done: they are moved to the folder itself.
    id: /^([a-z\d.-]{3,63}\/(?:[^/*?]{1,255}\/){0,20}?)(?:_temporary|\.hive-staging[^/*?]{0,100}|\.spark-staging[^/*?]{0,100})(?:\/.*)?$/,
    // https://docs.aws.amazon.com/emr/latest/ReleaseGuide/emr-spark-s3-optimized-commit-protocol.html
  },
  {
    service: 's3',
    // AWS's own buckets of a Region that custom resources and wait conditions answer through.
    id: /^(cloudformation-(?:custom-resource-response|waitcondition)-[a-z\d-]{5,30}\/).+$/,
    // https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/cfn-vpce-bucketnames.html
  },
  {
    service: 's3',
    // A partition of a table is a folder of its objects, and the next one comes by itself.
    id: /^([a-z\d.-]{3,63}\/(?:[^/=*?]{1,255}\/){0,20})[^/=*?]{1,128}=[^/=*?]{0,255}(?:\/[^/=*?]{1,128}=[^/=*?]{0,255}){0,9}\/?$/,
    // https://docs.aws.amazon.com/athena/latest/ug/partitions.html
  },
  {
    service: 's3',
    // What is written each day or with an id of its own, in a folder of its kind: the next one has another name.
    id: new RegExp(
      `^(?!${BUCKET}(?:${DAY}|${UUID}))(${BUCKET}(?:[^/*?]{1,255}/){0,20}?(?:[^/*?]{1,200}?[._-])?)(?:${DAY}|${UUID})[^*?]{0,500}$`,
    ),
    unless: /:(?:Delete|Bypass|PutObject(?:\w{0,20}Acl|Retention|LegalHold))/i,
    // https://docs.aws.amazon.com/AmazonS3/latest/userguide/example-policies-s3.html
  },
  {
    service: 'sts',
    // The name of the session.
    id: /^(assumed-role\/[\w+=,.@-]{1,64}\/)[\w+=,.@-]{2,64}$/,
    // https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html
  },
  {
    service: 'mediaconvert',
    id: /^(jobs\/)\d{13}-[\da-z]{6}$/,
    // https://docs.aws.amazon.com/service-authorization/latest/reference/list_awselementalmediaconvert.html
  },
  ...GENERATED,
]

/** A call that makes what it names. */
const CREATES = /^[\w-]+:Create[A-Z]/i

const isSession = ([, , service, , , part]: NonNullable<ReturnType<typeof splitArn>>): boolean =>
  service === 'sts' && part.startsWith('assumed-role/')

/**
 * The pattern by which AWS’s pages name a resource whose id never comes again for an action; any other resource as it is.
 */
export function lastingResource(resource: string, action: string): string {
  const fields = splitArn(resource)
  if (fields === null) return resource
  const [, , service, , , part] = fields
  // A session is no resource that a statement can name, and all that a service has is none that AWS's list names.
  if ((isSession(fields) || part === '*') && takesNoResource(action)) return '*'
  const kept = ONE_OFF.find(
    (row) =>
      row.service === service &&
      row.id.test(part) &&
      (row.isOfCreation !== true || CREATES.test(action)) &&
      row.unless?.test(action) !== true,
  )?.id.exec(part)?.[1]
  return kept === undefined ? resource : [...fields.slice(0, 5), `${kept}*`].join(':')
}
