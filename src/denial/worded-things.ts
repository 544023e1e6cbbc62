import { once } from '../text/once'
import { own } from '../text/own'
import { pascalCase } from '../text/letter-case'

/** What programs do with a thing, by the verbs that their logs have for it. */
const DEEDS = {
  read: 'get fetch retrieve read load download open stat describe lookup query obtain pull head',
  list: 'list enumerate iterate iter find discover scan search walk',
  write: 'put upload write save store push persist flush upsert append ship',
  create: 'create make provision allocate',
  delete: 'delete remove clean prune',
  update: 'update modify change expand resize set',
  send: 'send publish emit enqueue produce',
  take: 'receive poll consume dequeue',
  attach: 'attach',
  detach: 'detach',
  tag: 'tag label',
  start: 'start',
  launch: 'launch run',
  stop: 'stop terminate cancel',
  register: 'register',
  check: 'check verify access',
  deregister: 'deregister',
  encrypt: 'encrypt seal wrap generate',
  decrypt: 'decrypt unseal unwrap',
} as const

/** What programs do with a thing. */
export type Deed = keyof typeof DEEDS

/** The deed whose action does for a thing that has none for the deed itself: what is listed can also be read. */
export const INSTEAD: Partial<Record<Deed, Deed>> = {
  list: 'read',
  read: 'list',
  write: 'create',
  update: 'write',
  send: 'write',
  take: 'read',
}

const deeds = once(
  (): ReadonlyMap<string, Deed> =>
    new Map(Object.entries(DEEDS).flatMap(([deed, verbs]) => verbs.split(' ').map((verb) => [verb, deed as Deed]))),
)

/** The deed of a verb, also as it ends in -ing: `writing`, `getting`, `listing`. */
export function deedOf(verb: string): Deed | undefined {
  const stem = /^(.{2,12})ing$/.exec(verb)?.[1]
  const forms = stem === undefined ? [verb] : [stem, `${stem}e`, stem.slice(0, -1)]
  return forms.map((form) => deeds().get(form)).find((deed) => deed !== undefined)
}

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
]

/** What shows that an error is of S3: the ids that S3 alone gives, a class of an SDK's, a driver for it. */
export const OF_S3 = /\bhost\sid:|<HostId>|\bS3\sExtended\sRequest\sID|\bAws::S3::|\bs3aws:/i

/** Things whose names mean little by themselves: they are a service's only where the text shows that it speaks of it. */
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

const pascal = (thing: string): string => pascalCase(thing.split('\\s'))

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

/** A kind of things that programs name in their logs. */
export interface WordedThing {
  /** How they name it. */
  readonly pattern: RegExp
  readonly service: string
  /** The name of the action of each deed. */
  readonly actions: ReadonlyMap<string, string>
  /** What has to stand near, where the name alone could mean something else. */
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
