import { once } from '../text/once'
import { own } from '../text/own'

/** What programs do with a thing, by the verbs that their logs have for it. */
const DEEDS = {
  read: 'get getting gets fetch fetching retrieve retrieving read reading load loading download downloading open opening stat describe describing lookup query querying obtain obtaining pull pulling head heading',
  list: 'list listing enumerate enumerating iterate iterating iter find finding discover discovering scan scanning search searching walk walking',
  write:
    'put putting upload uploading write writing save saving store storing push pushing persist persisting flush flushing upsert upserting append appending ship shipping',
  create: 'create creating make making provision provisioning allocate allocating',
  delete: 'delete deleting remove removing clean cleaning prune pruning',
  update: 'update updating modify modifying change changing expand expanding resize resizing set setting',
  send: 'send sending publish publishing emit emitting enqueue enqueueing enqueuing produce producing',
  take: 'receive receiving poll polling consume consuming dequeue dequeuing',
  attach: 'attach attaching',
  detach: 'detach detaching',
  tag: 'tag tagging label labeling',
  start: 'start starting',
  launch: 'launch launching run running',
  stop: 'stop stopping terminate terminating cancel canceling cancelling',
  register: 'register registering',
  check: 'check checking verify verifying access accessing',
  deregister: 'deregister deregistering',
  encrypt: 'encrypt encrypting seal sealing wrap wrapping generate generating',
  decrypt: 'decrypt decrypting unseal unsealing unwrap unwrapping',
} as const

/** What programs do with a thing. */
export type Deed = keyof typeof DEEDS

/** Where a program asks for one thing or for many, the other will do if a thing has no action of its own for it. */
export const INSTEAD: Partial<Record<Deed, Deed>> = {
  list: 'read',
  read: 'list',
  write: 'create',
  update: 'write',
  send: 'write',
  take: 'read',
}

/** The deed of a verb. */
export const deedOf = once(
  (): ReadonlyMap<string, Deed> =>
    new Map(Object.entries(DEEDS).flatMap(([deed, verbs]) => verbs.split(' ').map((verb) => [verb, deed as Deed]))),
)

/** Kinds of things as programs name them in their logs, the service whose they are, and the action of each deed. */
const THINGS: readonly (readonly [thing: string, service: string, actions: string])[] = [
  ['bucket\\s(?:location|region)', 's3', 'read:GetBucketLocation'],
  ['bucket\\spolic(?:y|ies)', 's3', 'read:GetBucketPolicy write:PutBucketPolicy delete:DeleteBucketPolicy'],
  ['bucket\\sversioning', 's3', 'read:GetBucketVersioning write:PutBucketVersioning'],
  ['bucket\\sacl', 's3', 'read:GetBucketAcl write:PutBucketAcl'],
  ['objects?', 's3', 'read:GetObject list:ListBucket write:PutObject delete:DeleteObject tag:PutObjectTagging'],
  ['bucket', 's3', 'list:ListBucket check:ListBucket create:CreateBucket delete:DeleteBucket'],
  ['buckets', 's3', 'list:ListAllMyBuckets'],
  [
    'secrets?(?:\\svalues?)?',
    'secretsmanager',
    'read:GetSecretValue list:ListSecrets write:PutSecretValue create:CreateSecret delete:DeleteSecret',
  ],
  ['parameters\\sby\\spath', 'ssm', 'read:GetParametersByPath'],
  ['(?:ssm\\s)?parameters', 'ssm', 'read:GetParameters list:DescribeParameters'],
  ['(?:ssm\\s)?parameter', 'ssm', 'read:GetParameter write:PutParameter delete:DeleteParameter'],
  ['queue\\surl', 'sqs', 'read:GetQueueUrl'],
  ['queue\\sattributes', 'sqs', 'read:GetQueueAttributes update:SetQueueAttributes'],
  ['queues', 'sqs', 'list:ListQueues'],
  ['log\\sevents?', 'logs', 'write:PutLogEvents read:GetLogEvents'],
  ['log\\sstreams?', 'logs', 'create:CreateLogStream read:DescribeLogStreams'],
  ['log\\sgroups?', 'logs', 'create:CreateLogGroup read:DescribeLogGroups'],
  ['hosted\\szones?', 'route53', 'read:GetHostedZone list:ListHostedZones create:CreateHostedZone'],
  [
    '(?:resource\\s)?record\\ssets?|dns\\srecords?',
    'route53',
    'list:ListResourceRecordSets write:ChangeResourceRecordSets create:ChangeResourceRecordSets update:ChangeResourceRecordSets delete:ChangeResourceRecordSets',
  ],
  ['target\\shealth', 'elasticloadbalancing', 'read:DescribeTargetHealth'],
  [
    'target\\sgroups?',
    'elasticloadbalancing',
    'read:DescribeTargetGroups create:CreateTargetGroup update:ModifyTargetGroup delete:DeleteTargetGroup',
  ],
  ['targets', 'elasticloadbalancing', 'register:RegisterTargets deregister:DeregisterTargets'],
  [
    'load\\s?balancers?',
    'elasticloadbalancing',
    'read:DescribeLoadBalancers create:CreateLoadBalancer delete:DeleteLoadBalancer',
  ],
  [
    'listeners?',
    'elasticloadbalancing',
    'read:DescribeListeners create:CreateListener update:ModifyListener delete:DeleteListener',
  ],
  ['metric\\sdata', 'cloudwatch', 'write:PutMetricData read:GetMetricData'],
  ['metric\\sstatistics', 'cloudwatch', 'read:GetMetricStatistics'],
  ['metrics', 'cloudwatch', 'list:ListMetrics'],
  ['shards', 'kinesis', 'list:ListShards'],
  ['shard\\siterator', 'kinesis', 'read:GetShardIterator'],
  ['data\\skey', 'kms', 'encrypt:GenerateDataKey create:GenerateDataKey decrypt:Decrypt'],
  ['authorization\\stoken', 'ecr', 'read:GetAuthorizationToken'],
  ['image\\smanifests?', 'ecr', 'read:BatchGetImage write:PutImage'],
  [
    '(?:auto\\s?scaling\\sgroups?|asgs?)',
    'autoscaling',
    'read:DescribeAutoScalingGroups create:CreateAutoScalingGroup update:UpdateAutoScalingGroup delete:DeleteAutoScalingGroup',
  ],
  [
    'node\\s?groups?',
    'eks',
    'read:DescribeNodegroup list:ListNodegroups create:CreateNodegroup update:UpdateNodegroupConfig delete:DeleteNodegroup',
  ],
  ['(?:file\\ssystems?|filesystems?)', 'elasticfilesystem', 'read:DescribeFileSystems create:CreateFileSystem'],
  ['mount\\stargets?', 'elasticfilesystem', 'read:DescribeMountTargets'],
  ['db\\sclusters?', 'rds', 'read:DescribeDBClusters'],
  ['db\\sinstances?', 'rds', 'read:DescribeDBInstances'],
  ['partitions', 'glue', 'read:GetPartitions create:BatchCreatePartition'],
  ['cost\\sand\\susage', 'ce', 'read:GetCostAndUsage'],
]

/** What shows that an error is of S3: its own ids, its class, its driver. */
export const OF_S3 = /\bhost\sid:|<HostId>|\bS3\sExtended\sRequest\sID|\bAws::S3::|\bs3aws:/i

/** Things of DynamoDB and SQS have names that others have too: only where the text names the service. */
const NAMED_THINGS: readonly (readonly [sign: RegExp, thing: string, service: string, actions: string])[] = [
  [
    new RegExp(`${OF_S3.source}|\\bs3\\b`, 'i'),
    '(?:chunks?|blocks?|blobs?|files?|parts?|segments?|archives?|backups?|cache|artifacts?)',
    's3',
    'read:GetObject write:PutObject delete:DeleteObject',
  ],
  [
    /dynamo/i,
    '(?:items?|rows?|records?)',
    'dynamodb',
    'read:GetItem list:Query write:PutItem update:UpdateItem delete:DeleteItem',
  ],
  [/dynamo/i, 'table', 'dynamodb', 'read:DescribeTable list:Scan create:CreateTable'],
  [
    /sqs|\bqueue/i,
    'messages?',
    'sqs',
    'take:ReceiveMessage read:ReceiveMessage send:SendMessage write:SendMessage delete:DeleteMessage',
  ],
  [/sns|\btopic/i, '(?:messages?|notifications?)', 'sns', 'send:Publish'],
  [/kinesis/i, 'records?', 'kinesis', 'read:GetRecords take:GetRecords write:PutRecords send:PutRecords'],
  [/firehose/i, 'records?', 'firehose', 'write:PutRecordBatch send:PutRecordBatch'],
  [
    /\bkms\b/i,
    '(?:\\w{1,30}\\s)?(?:key|data|values?|secrets?|token|ciphertext|blob)',
    'kms',
    'decrypt:Decrypt encrypt:Encrypt',
  ],
]

/** Things of EC2, whose actions are called after them; their denials have a code of their own. */
const OF_EC2 =
  'volume snapshot instance image subnet vpc security\\sgroup network\\sinterface route\\stable key\\spair launch\\stemplate availability\\szone instance\\stype region vpc\\sendpoint nat\\sgateway internet\\sgateway placement\\sgroup'

const pascal = (thing: string): string =>
  thing
    .split('\\s')
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join('')

const EC2_DEEDS: Readonly<Record<string, string>> = {
  instance: 'create:RunInstances launch:RunInstances start:StartInstances stop:StopInstances delete:TerminateInstances',
  volume: 'create:CreateVolume delete:DeleteVolume attach:AttachVolume detach:DetachVolume update:ModifyVolume',
}

const ec2Things = (): readonly (readonly [thing: string, actions: string])[] =>
  OF_EC2.split(' ').map((thing) => {
    const name = pascal(thing)
    const more = own(EC2_DEEDS, thing) ?? `create:Create${name} delete:Delete${name}`
    return [`${thing}s?`, `read:Describe${name}s tag:CreateTags ${more}`] as const
  })

/** What is said of a thing that is no other thing. */
export interface WordedThing {
  readonly pattern: RegExp
  readonly service: string
  readonly actions: ReadonlyMap<string, string>
  readonly sign?: RegExp
}

const thingOf = (thing: string, service: string, actions: string, sign?: RegExp): WordedThing => ({
  pattern: new RegExp(`(?<![\\w-])(?:${thing})(?![\\w-])`, 'i'),
  service,
  actions: new Map(actions.split(' ').map((one) => one.split(':', 2) as [string, string])),
  ...(sign && { sign }),
})

/** All kinds of things. */
export const wordedThings = once((): readonly WordedThing[] => [
  ...NAMED_THINGS.map(([sign, thing, service, actions]) => thingOf(thing, service, actions, sign)),
  ...THINGS.map(([thing, service, actions]) => thingOf(thing, service, actions)),
  ...ec2Things().map(([thing, actions]) => thingOf(thing, 'ec2', actions)),
])
