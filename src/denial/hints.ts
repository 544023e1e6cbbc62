import { ARN_OF } from '../iam/arn-in-text'
import { TAGGING_ACTIONS } from '../facts/calls/tagging-actions'
import { CALLER_FORMS } from '../iam/printed-identities'
import { own } from '../text/own'
import { pascalCase } from '../text/letter-case'
import { templateType } from '../facts/calls/template-types'
import { bucketArn } from '../facts/calls/resource-of-request'
import { callOfFrame, STACK_FRAMES } from './stack-frames'
import type { Implied } from './denial-sentence'
import { once } from '../text/once'
import { WORKS } from '../text/said-to-work'
import { TOOL_WORDS, VERBS } from './tool-words'
import { deedOf, type Deed } from './worded-things'
import { serviceOfAction } from '../iam/action'

type Groups = Readonly<Record<string, string | undefined>>

/** What a text that holds the words of a tool holds too, by what their pattern holds: the first says most. */
const TOOL_TEXTS = [
  ...VERBS.map((verb) => [`${verb}\\s`, `${verb} `] as const),
  ['ing\\s', 'ing '] as const,
  ['ould\\snot', 'ould not '] as const,
  ['state', 'state'] as const,
]

/** What words near a refusal imply; an operation where its action hangs on the service. */
export interface HintImplied extends Implied {
  readonly operation?: string
  /** The IAM prefix of the service, where the words name it. */
  readonly service?: string
}

/** Words near a refusal that tell what it is about, where its own sentence does not. */
export interface HintRow {
  readonly pattern: RegExp
  /** The IAM prefix of the requests that they can tell of. */
  readonly service?: string
  /** Text without which the pattern need not be tried. */
  readonly text: string
  readonly implies: (groups: Groups) => HintImplied
  /** The operation whose answer they are: they tell of calls that are made with the same profile. */
  readonly answers?: string
  /** How many characters may stand between them and the refusal. */
  readonly reach: number
}

/** A bucket or an object by the groups `bucket` and `key`, which has no full stop or comma of the sentence that it ends. */
const inS3 = ({ bucket = '', key }: Groups): Implied => ({
  resource: bucketArn(bucket, key?.replace(/(?<![.,;])[.,;]$/, '') ?? null),
})

/** An S3 URL with the verb before it, of which the line does not say that it works. */
const URL_WITH_VERB = new RegExp(
  [
    String.raw`\b(?<verb>(?:up|down)load(?:ing)?|(?:read|fetch|list|open|push|pull|load|sync|transfer|get|put)(?:t?ing)?|cop(?:y|ying)|(?:writ|sav|stor|delet|remov|retriev)(?:e|ing))`,
    String.raw`(?:\s(?!s3:)[^\n]{0,160}?)?\s(?<way>(?:to|from|into|as|in|at|of)\s)?["'(]?`,
    String.raw`s3[an]?:\/\/(?<bucket>[^\s"'/),:]{1,256})(?:\/(?<key>[^\s"'),:\]]{1,1024}))?(?![^\n]{0,60}?${WORKS})`,
  ].join(''),
  'gi',
)

/** The action of a deed on an S3 URL. */
const ON_URL: Partial<Record<Deed, string>> = {
  read: 'GetObject',
  list: 'ListBucket',
  write: 'PutObject',
  delete: 'DeleteObject',
}

/** What is copied goes to the URL, or comes from it. */
const deedOfWay = (way: string): Deed => (/^(?:in)?to$/i.test(way) ? 'write' : 'read')

/** The action of the verb before an S3 URL, and the object, where it names one. */
function onUrl({ verb = '', way = '', bucket = '', key = '' }: Groups): Implied {
  const deed = deedOf(verb.toLowerCase()) ?? deedOfWay(way.trim())
  const name = ON_URL[deed]
  if (name === undefined || (deed === 'write' && /^from/i.test(way))) return {}
  if (deed === 'list') return { action: `s3:${name}`, ...inS3({ bucket }) }
  return { action: `s3:${name}`, ...inS3({ bucket, key: /(?:^|\/)$/.test(key) ? `${key}...` : key }) }
}

/** What it takes to send an event to a target of a service. */
const SENDS: Readonly<Record<string, string>> = {
  events: 'events:PutEvents',
  firehose: 'firehose:PutRecordBatch',
  kinesis: 'kinesis:PutRecord',
  lambda: 'lambda:InvokeFunction',
  sns: 'sns:Publish',
  sqs: 'sqs:SendMessage',
  states: 'states:StartExecution',
}

/** The first operation of calls of Hadoop's file system on S3; the others put an object. */
const HADOOP: Readonly<Record<string, string>> = {
  getFileStatus: 'HeadObject',
  open: 'GetObject',
  copyFile: 'CopyObject',
  rename: 'CopyObject',
  delete: 'DeleteObject',
  listStatus: 'ListObjectsV2',
}

/** The calls of EMR's file system on S3 that aren't called after their operation. */
const EMRFS: Readonly<Record<string, string>> = {
  GetObjectMetadata: 'HeadObject',
  InitiateMultipartUpload: 'CreateMultipartUpload',
  ListObjects: 'ListObjectsV2',
}

/** What a method does with the layers of an image. https://docs.aws.amazon.com/AmazonECR/latest/userguide/image-push-iam.html */
const PUSHES: Readonly<Record<string, string>> = {
  POST: 'ecr:InitiateLayerUpload',
  PATCH: 'ecr:UploadLayerPart',
  PUT: 'ecr:CompleteLayerUpload',
}

/** What the calls of Amplify's storage need. */
const AMPLIFY: Readonly<Record<string, string>> = {
  put: 's3:PutObject',
  remove: 's3:DeleteObject',
  list: 's3:ListBucket',
}

/** What the errors of Vector are called after, and the action of each. */
const VECTOR: Readonly<Record<string, string>> = {
  CreateStream: 'logs:CreateLogStream',
  CreateGroup: 'logs:CreateLogGroup',
  Describe: 'logs:DescribeLogStreams',
}

/** The operation that makes or deletes a resource of a template. */
function ofTemplate({ how, type }: Groups): HintImplied {
  const found = templateType(type ?? '')
  return found === null ? {} : { operation: how === 'DELETE' ? found.deletes : found.creates, service: found.service }
}

const action = (name: string) => (): Implied => ({ action: name })

/** What the log of AWS IoT says that a device asked for: a topic, a filter of topics, or its own client ID. */
const ofDevice = (type: string, log: string): Implied => {
  const name = type === 'Connect' ? 'clientId' : 'topicName'
  const value = new RegExp(`"${name}"\\s?:\\s?"([^"\\s]{1,256})"`).exec(log)?.[1]
  const kind = type === 'Connect' ? 'client' : type === 'Subscribe' ? 'topicfilter' : 'topic'
  return value === undefined ? {} : { resource: `arn:aws:iot:<region>:<account>:${kind}/${value}` }
}

/** Lines that name an object, a bucket or an operation beside an error, in the order in which they are tried. */
export const HINTS: readonly HintRow[] = [
  // What EventBridge writes beside an event that it could not hand on. https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-rule-dlq.html
  {
    pattern:
      /\bTARGET_ARN["']?\s{0,3}[:=]\s{0,3}(?:\{\s{0,9}"StringValue"\s{0,3}:\s{0,3})?["']?(?<target>arn:aws[\w-]{0,12}:[\w+=,.@:/-]{8,300})/g,
    text: 'TARGET_ARN',
    implies: ({ target = '' }) => ({ resource: target }),
    reach: 2000,
  },
  {
    // Transfer to S3.
    text: 's3://',
    pattern:
      /\b(?:upload|copy|move)\sfailed:\s(?:s3:\/\/(?<from>[^\s"']{3,1300})|[^\n]{1,300}?)\sto\ss3:\/\/(?<bucket>[^\s/]{1,256})(?:\/(?<key>[^\s"']{1,1024}))?/g,
    service: 's3',
    implies: ({ from, ...place }) => ({
      ...inS3(place),
      ...(from === undefined ? {} : { source: bucketArn(from, null) }),
    }),
    reach: 120,
  },
  {
    // Object of Arrow and the like.
    text: 'in bucket',
    pattern: /\bkey\s["'](?<key>[^"'\n]{1,1024})["']\sin\sbucket\s["'](?<bucket>[a-z\d][\w.-]{1,61}[a-z\d])["']/g,
    service: 's3',
    implies: inS3,
    reach: 120,
  },
  {
    // Transfer from S3.
    text: 's3://',
    pattern:
      /\b(?:download|delete|remove_bucket|make_bucket)\sfailed:\ss3:\/\/(?<bucket>[^\s/]{1,256})(?:\/(?<key>[^\s"']{1,1024}))?/g,
    service: 's3',
    implies: inS3,
    reach: 120,
  },
  {
    // Transfer of boto3.
    text: 'Failed to upload',
    pattern: /\bFailed\sto\supload\s\S{1,300}\sto\s(?<bucket>[a-z\d][\w.-]{1,61}[a-z\d])\/(?<key>[^\s"':]{1,1024})/g,
    service: 's3',
    implies: inS3,
    reach: 120,
  },
  {
    // Call of Hadoop's file system on an object.
    text: 's3a://',
    pattern:
      /\b(?<call>getFileStatus|open|innerMkdirs|mkdirs|create|copyFile|rename|delete|listStatus|initiate\s?MultiPartUpload|PUT\s\d{1,12}-byte\sobject)(?:\s\S{1,200})?\son\ss3a:\/\/(?<bucket>[^\s"'/),:]{1,256})\/(?<key>[^\s"'),:]{1,1024})/g,
    service: 's3',
    implies: ({ call = '', ...place }) => ({ ...inS3(place), operation: own(HADOOP, call) ?? 'PutObject' }),
    reach: 600,
  },
  {
    // Calls of EMR's file system on S3, as its frames name them.
    text: 'com.amazon.ws.emr.hadoop.fs.s3',
    pattern:
      /\bcom\.amazon\.ws\.emr\.hadoop\.fs\.s3(?:\.lite\.call\.(?<call>[A-Z]\w{3,40}?)Call\.perform|n2?\.Jets3tNativeFileSystemStore\.(?<store>storeFile|storeEmptyFile|retrieveMetadata))\(/g,
    service: 's3',
    implies: ({ call, store }) => ({
      operation:
        call === undefined ? (store === 'retrieveMetadata' ? 'HeadObject' : 'PutObject') : (own(EMRFS, call) ?? call),
    }),
    reach: 4_000,
  },
  {
    // What a Glue job was doing.
    text: 'pyWriteDynamicFrame',
    pattern: /\bAn error occurred while calling o\d{1,6}\.pyWriteDynamicFrame\b/g,
    service: 's3',
    implies: () => ({ operation: 'PutObject' }),
    reach: 400,
  },
  {
    // A method of an SDK's client that a sentence names.
    text: 's3.',
    pattern:
      /\b(?:on|calling|call|calls|from|at|in|for|with|during|when)\s(?:the\s)?[`"'\u2018]?(?:boto3\.)?s3\.(?<call>(?:get|put|head|delete|copy)_object|list_objects(?:_v2)?)(?:\(\))?(?![\w(.])/g,
    service: 's3',
    implies: ({ call = '' }) => ({ operation: pascalCase(call.split('_')) }),
    reach: 200,
  },
  {
    // Whose policies the simulator asked.
    text: 'policy-source-arn',
    pattern: new RegExp(String.raw`--policy-source-arn[\s=]["']?(?<arn>${ARN_OF.identity})`, 'g'),
    implies: ({ arn }) => (arn === undefined ? {} : { principal: arn }),
    reach: 4_000,
  },
  {
    // Answer of S3 without a body, as to a HEAD request.
    text: 'S3',
    pattern:
      /\bS3Exception:\s(?:null|Forbidden)\s\(Service:\s(?:Amazon\s)?S3[;,]\sStatus\sCode:\s403\b(?![\s\S]{1,1500}(?:[hH]eadBucket|doesBucketExist))/g,
    service: 's3',
    implies: () => ({ operation: 'HeadObject' }),
    reach: 50,
  },
  {
    // What is done with an S3 URL, in a verb.
    text: 's3',
    pattern: URL_WITH_VERB,
    service: 's3',
    implies: onUrl,
    reach: 400,
  },
  {
    // Hadoop's file system, where it deletes.
    text: 'S3AFileSystem.delete',
    pattern: /\bS3AFileSystem\.delete/g,
    service: 's3',
    implies: action('s3:DeleteObject'),
    reach: 600,
  },
  {
    // Bucket that a tool says it makes or deletes.
    text: 'ucket ',
    pattern:
      /\b(?<how>Creating|Deleting)\s(?:the\s)?(?:S3\s)?[Bb]ucket:?\s["'`]?(?<bucket>[a-z\d][a-z\d.-]{1,61}[a-z\d])(?![\w/])/g,
    service: 's3',
    implies: ({ how, bucket }) => ({
      ...inS3({ bucket }),
      action: how === 'Creating' ? 's3:CreateBucket' : 's3:DeleteBucket',
    }),
    reach: 300,
  },
  {
    // Request of a mounted bucket.
    text: '_request{',
    pattern:
      /\b(?<operation>put_object|get_object|head_object|delete_object|list_objects)(?:_request)?\{[^{}\n]{0,80}?\bbucket=(?<bucket>[a-z\d][\w.-]{1,61}[a-z\d])(?:\s(?:key|prefix)=(?<key>[^\s{}]{1,1024}))?/g,
    service: 's3',
    implies: ({ operation = '', ...place }) => ({
      ...inS3(place),
      operation: operation.replaceAll(/(?:^|_)([a-z])/g, (_, first: string) => first.toUpperCase()),
    }),
    reach: 600,
  },
  {
    // Storage of Amplify, whose levels are folders. https://docs.amplify.aws/gen1/javascript/build-a-backend/storage/configure-access/
    text: 'Storage.',
    pattern:
      /\bStorage\.(?<call>put|get|remove|list)\(\s?["'](?<key>[^"'\n]{1,300})["'][^\n]{0,300}?\blevel:\s?["'](?<level>public|protected|private)["']/g,
    service: 's3',
    implies: ({ call = '', key = '', level }) => ({
      action: own(AMPLIFY, call) ?? 's3:GetObject',
      resource: `arn:aws:s3:::<bucket>/${level === 'public' ? 'public' : `${level}/<identity>`}/${key}`,
    }),
    reach: 900,
  },
  {
    // Daemon of X-Ray.
    text: 'segment batch',
    pattern: /\bSending\ssegment\sbatch\sfailed\b/g,
    service: 'xray',
    implies: action('xray:PutTraceSegments'),
    reach: 200,
  },
  {
    // Event of S3 of an object that was not replicated. https://docs.aws.amazon.com/AmazonS3/latest/userguide/notification-content-structure.html
    text: 'replicationEventData',
    pattern:
      /"key":\s{0,2}"(?<key>[^"\s]{1,1024})"[^"]{0,20}(?:"[^"]{1,100}"[^"]{1,40}){0,24}?"replicationEventData":[^"]{1,40}(?:"[^"]{1,100}"[^"]{1,40}){0,6}?"destinationBucket":\s{0,2}"arn:aws[\w-]{0,10}:s3:::(?<bucket>[a-z\d][\w.-]{1,61}[a-z\d])"/g,
    service: 's3',
    implies: (place) => ({ ...inS3(place), action: 's3:ReplicateObject' }),
    reach: 600,
  },
  {
    // What a deletion of many versions lists of those that it could not delete.
    text: 'VersionId',
    pattern:
      /\{\s?["']Key["']:\s?["'][^"'\n]{1,1024}["'],\s?["']VersionId["']:\s?["'][\w.-]{1,1024}["'],\s?["']Code["']:\s?["']AccessDenied["']/g,
    service: 's3',
    implies: action('s3:DeleteObjectVersion'),
    reach: 60,
  },
  {
    // What a deletion of many objects lists of those that it could not delete.
    text: 'Errors',
    pattern: /\bdelete_objects\b[^\n]{1,200}?["']Errors["']/g,
    service: 's3',
    implies: action('s3:DeleteObject'),
    reach: 300,
  },
  {
    // S3 URL.
    text: 's3',
    pattern: /\bs3[an]?:\/\/(?<bucket>[^\s"'/),:]{1,256})(?:\/(?<key>[^\s"'),:\]]{1,1024}))?/g,
    service: 's3',
    implies: inS3,
    reach: 400,
  },
  {
    // File system of Python on a bucket.
    text: 'S3FileSystem',
    pattern:
      /\bS3FileSystem\([^()\n]{0,200}\)\.\w{1,30}\(\s{0,2}["'](?:s3:\/\/)?(?<bucket>[a-z\d][\w.-]{1,61}[a-z\d])\/(?<key>[^"'\n]{1,1024})["']/g,
    service: 's3',
    implies: inS3,
    reach: 1_500,
  },
  {
    // Path of an object in a mounted bucket.
    text: 'tpath=',
    pattern: /\[tpath=\/(?<path>[^\]\s]{1,1024})\]/g,
    service: 's3',
    implies: ({ path }) => ({ resource: `arn:aws:s3:::<bucket>/${path}` }),
    reach: 600,
  },
  {
    // Host of a bucket.
    text: 'amazonaws.com',
    pattern:
      /\bhttps?:\/\/(?<bucket>[a-z\d][\w.-]{1,61}[a-z\d])\.s3(?:\.dualstack)?[.-](?:[a-z\d-]{1,30}\.)?amazonaws\.com(?:\.cn)?(?:\/(?<key>[^\s"'`?<>]{0,1023}[^\s"'`?<>:,]))?/g,
    service: 's3',
    implies: inS3,
    reach: 600,
  },
  {
    // Path of a bucket.
    text: 'amazonaws.com',
    pattern:
      /\bhttps?:\/\/s3(?:\.dualstack)?[.-](?:[a-z\d-]{1,30}\.)?amazonaws\.com(?:\.cn)?\/(?<bucket>[a-z\d][\w.-]{1,61}[a-z\d])(?:\/(?<key>[^\s"'`?<>]{0,1023}[^\s"'`?<>:,]))?/g,
    service: 's3',
    implies: inS3,
    reach: 600,
  },
  {
    // Credentials of a machine by its certificate. https://docs.aws.amazon.com/rolesanywhere/latest/userguide/trust-model.html
    text: ':rolesanywhere:',
    pattern: /\barn:aws[\w-]{0,10}:rolesanywhere:[a-z\d-]{1,30}:\d{12}:(?:trust-anchor|profile)\//g,
    service: 'sts',
    implies: () => ({ principal: 'rolesanywhere.amazonaws.com', action: 'sts:AssumeRole' }),
    reach: 1_000,
  },
  {
    // Action on an object, as logs write it.
    text: 's3:',
    pattern:
      /(?<![^\s(])(?<action>s3:(?:Get|Put|Delete|Restore|Replicate|Abort|List)[A-Za-z]{4,40})\s(?:on\s)?(?<bucket>[a-z\d][\w.-]{1,61}[a-z\d])\/(?<key>[^\s"',]{1,1024})/g,
    service: 's3',
    implies: ({ action = '', ...place }) => ({ ...inS3(place), action }),
    reach: 400,
  },
  {
    // Step of Jenkins that uploads.
    text: 's3Upload',
    pattern:
      /\bs3Upload\s?\(\s?(?:\w{1,30}:[^,()\n]{1,200},\s?){0,8}?bucket:\s?["'](?<bucket>[a-z\d][\w.-]{1,61}[a-z\d])["']/g,
    service: 's3',
    implies: ({ bucket }) => ({ resource: bucketArn(bucket ?? '', '...'), action: 's3:PutObject' }),
    reach: 1_500,
  },
  {
    // Upload to a bucket, in words.
    text: 'pload',
    pattern:
      /\b[Uu]pload(?:ing|ed)?\s[^\n]{0,80}?\bto\s(?:the\s)?[Ss]3\s[Bb]ucket:?\s[["'(]?(?<bucket>[a-z\d][\w.-]{1,61}[a-z\d])/g,
    service: 's3',
    implies: ({ bucket }) => ({ resource: bucketArn(bucket ?? '', '...'), action: 's3:PutObject' }),
    reach: 600,
  },
  {
    // Lists of packages.
    text: 'mirror',
    pattern: /\b(?:mirror\.list|retrieve\smirrorlist)\b/g,
    service: 's3',
    implies: action('s3:GetObject'),
    reach: 600,
  },
  {
    // Bucket by its name.
    text: 'ucket',
    pattern: /\b(?:S3\s[Bb]ucket\s\(|S3\s[Bb]ucket\s["']|[Bb]ucket\snamed\s["'])(?<bucket>[a-z\d][\w.-]{1,61}[a-z\d])/g,
    service: 's3',
    implies: inS3,
    reach: 400,
  },
  {
    // Bucket in the settings of a program.
    text: 'ucket',
    pattern:
      /(?<![\w.-])["']?(?:s3[_.]?)?[Bb]ucket(?:[_-]?[Nn]ames?)?["']?\s?(?:=>|[:=])\s?\[?["']?(?<bucket>(?!(?:true|false|null|none|string|s3|aws|name|arn|policy)\b)[a-z\d][a-z\d.-]{1,61}[a-z\d])(?![\w/.:*-])/g,
    service: 's3',
    implies: inS3,
    reach: 1_500,
  },
  {
    // Operation that a program says has failed.
    text: 'ailed',
    pattern:
      /\b(?<operation>(?:Get|Put|List|Head|Delete|Create|Describe|Update|Copy|Upload|Complete|Abort|Send|Receive|Publish|Query|Scan|Invoke|Start|Stop|Run|Assume|Decrypt|Encrypt|Generate|Register|Attach|Detach|Modify)[A-Z][A-Za-z\d]{2,50}?)(?:Input|Request)?\s(?:API\s)?(?:(?:call|request|operation)\s)?(?:has\s)?failed\b/g,
    implies: ({ operation }) => (operation === undefined ? {} : { operation }),
    reach: 300,
  },
  {
    // Operation that a program says its error is from, and the bucket.
    text: 'rror',
    pattern:
      /\b[Ee]rror\s(?:from|in|on|during|while|when)\s(?:calling\s)?(?<operation>(?:Get|Put|List|Head|Delete|Create|Copy|Upload|Complete|Abort)(?:Object|Bucket|MultipartUpload|Part)[A-Za-z\d]{0,30})(?:\son\s(?:bucket\s)?["']?(?<bucket>[a-z\d][a-z\d.-]{1,61}[a-z\d])(?=["':\s]))?/g,
    service: 's3',
    implies: ({ operation, bucket }) => ({
      ...(operation === undefined ? {} : { operation }),
      ...(bucket === undefined ? {} : inS3({ bucket })),
    }),
    reach: 300,
  },
  {
    // Call of Vector to CloudWatch Logs.
    text: 'aws_cloudwatch_logs',
    pattern: /\baws_cloudwatch_logs\b[^\n]{1,300}?\b(?<what>CreateStream|CreateGroup|Describe|Put)Error\b/g,
    service: 'logs',
    implies: ({ what = '' }) => ({ action: own(VECTOR, what) ?? 'logs:PutLogEvents' }),
    reach: 300,
  },
  {
    // Listing of a bucket.
    text: 'Listing bucket=',
    pattern: /\bListing\sbucket=(?<bucket>[a-z\d][\w.-]{1,61}[a-z\d])/g,
    service: 's3',
    implies: (groups) => ({ ...inS3(groups), action: 's3:ListBucket' }),
    reach: 400,
  },
  {
    // Bucket that Terraform made.
    text: 'aws_s3_bucket.',
    pattern: /\baws_s3_bucket\.[^\s:]{1,120}:\s[^\n]{1,100}?\[id=(?<bucket>[a-z\d][\w.-]{1,61}[a-z\d])\]/g,
    service: 's3',
    implies: inS3,
    reach: 900,
  },
  {
    // Source of a build.
    text: 'source version',
    pattern: /\bsource\sversion\s(?<arn>arn:aws[\w-]*:s3:::[^\s"']{1,1024})/g,
    service: 's3',
    implies: ({ arn }) => (arn === undefined ? {} : { resource: arn }),
    reach: 200,
  },
  {
    // Role of a workflow.
    text: 'role-to-assume',
    pattern: /\brole-to-assume["']?\s?:\s["']?(?<arn>arn:[^\s"']{1,300})/g,
    service: 'sts',
    implies: ({ arn }) => (arn === undefined ? {} : { resource: arn }),
    reach: 2_000,
  },
  {
    // Role that cannot be assumed.
    text: 'cannot be assumed',
    pattern: /\bIAM\sRole\s\((?<arn>arn:[^\s()]{1,300})\)\scannot\sbe\sassumed/g,
    service: 'sts',
    implies: ({ arn }) => (arn === undefined ? {} : { resource: arn }),
    reach: 900,
  },
  {
    // Image of a registry that is pushed.
    text: '.dkr.ecr.',
    pattern:
      /\b(?<method>PUT|POST|PATCH)\s(?:request\sto\s)?["']?https:\/\/(?<account>\d{12})\.dkr\.ecr\.(?<region>[a-z\d-]{1,30})\.amazonaws\.com(?:\.cn)?\/v2\/(?<repository>[\w./-]{1,200}?)\/(?<part>manifests|blobs)\//g,
    service: 'ecr',
    implies: ({ method = '', account, region, repository, part }) => ({
      action: part === 'manifests' ? 'ecr:PutImage' : (own(PUSHES, method) ?? 'ecr:InitiateLayerUpload'),
      resource: `arn:aws:ecr:${region}:${account}:repository/${repository}`,
    }),
    reach: 400,
  },
  {
    // Image of a registry.
    text: '.dkr.ecr.',
    pattern:
      /\bhttps:\/\/(?<account>\d{12})\.dkr\.ecr\.(?<region>[a-z\d-]{1,30})\.amazonaws\.com(?:\.cn)?\/v2\/(?<repository>[\w./-]{1,200}?)\/(?<part>manifests|blobs)\//g,
    service: 'ecr',
    implies: ({ account, region, repository, part }) => ({
      action: part === 'blobs' ? 'ecr:GetDownloadUrlForLayer' : 'ecr:BatchGetImage',
      resource: `arn:aws:ecr:${region}:${account}:repository/${repository}`,
    }),
    reach: 400,
  },
  {
    // What a distribution passes on of its bucket, which it reads as a service.
    text: 'cloudfront.net',
    pattern:
      /\b[a-z\d]{6,20}\.cloudfront\.net\b[^<]{0,300}(?:<\?xml[^<]{0,60})?<Error>\s{0,4}<Code>AccessDenied<\/Code>/g,
    service: 's3',
    // https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/private-content-restricting-access-to-s3.html
    implies: () => ({ principal: 'cloudfront.amazonaws.com', action: 's3:GetObject' }),
    reach: 10,
  },
  {
    // The same, with the address behind what S3 answered.
    text: 'cloudfront.net',
    pattern: /<Error>\s{0,4}<Code>AccessDenied<\/Code>[^\0]{0,600}?\bhttps?:\/\/[a-z\d]{6,20}\.cloudfront\.net\b/g,
    service: 's3',
    implies: () => ({ principal: 'cloudfront.amazonaws.com', action: 's3:GetObject' }),
    reach: 10,
  },
  {
    // State of Terraform, by its key and its bucket.
    text: ' in S3 bucket "',
    pattern: /\bobject\s"(?<key>[^"\s]{1,400})"\sin\sS3\sbucket\s"(?<bucket>[\w.-]{3,63})"/g,
    service: 's3',
    implies: inS3,
    reach: 600,
  },
  {
    // Action of an alarm.
    text: 'execute action',
    pattern: /\bFailed\sto\sexecute\saction\sarn:aws[\w-]*:sns:/g,
    service: 'kms',
    // https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/AlarmThatSendsEmail.html
    implies: () => ({ principal: 'cloudwatch.amazonaws.com', action: 'kms:GenerateDataKey' }),
    reach: 300,
  },
  {
    // Secret of a task, its key.
    text: 'from asm',
    pattern: /\bunable\sto\sretrieve\ssecrets?\sfrom\sasm\b/g,
    service: 'kms',
    implies: action('kms:Decrypt'),
    reach: 600,
  },
  {
    // Target of a rule.
    text: 'TARGET_ARN',
    pattern: /"TARGET_ARN"\s?:\s?"(?<arn>arn:aws[\w-]*:(?<service>[a-z\d-]{2,40}):[^\s"]{1,300})"/g,
    // https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-rule-dlq.html
    implies: ({ arn, service }) => ({
      principal: 'events.amazonaws.com',
      ...(arn === undefined ? {} : { resource: arn }),
      ...(own(SENDS, service ?? '') === undefined ? {} : { action: own(SENDS, service ?? '') ?? '' }),
    }),
    reach: 600,
  },
  {
    // Delivery of a topic to a queue.
    text: 'providerResponse',
    pattern: /"destination"\s?:\s?"(?<arn>arn:aws[\w-]*:sqs:[^\s"]{1,300})"/g,
    service: 'sqs',
    // https://docs.aws.amazon.com/sns/latest/dg/sns-topic-attributes.html
    implies: ({ arn }) => ({
      principal: 'sns.amazonaws.com',
      action: 'sqs:SendMessage',
      ...(arn === undefined ? {} : { resource: arn }),
    }),
    reach: 600,
  },
  ...CALLER_FORMS.map(({ text, pattern }): HintRow => ({
    text,
    pattern,
    implies: ({ arn }) => (arn === undefined ? {} : { principal: arn }),
    answers: 'GetCallerIdentity',
    reach: 4_000,
  })),
  {
    // Session, as AssumeRole and GetFederationToken tell it.
    text: 'Credentials',
    pattern:
      /"(?:AssumedRoleUser|FederatedUser)"\s{0,4}:\s{0,4}\{[^{}]{0,400}?"Arn"\s{0,4}:\s{0,4}"(?<arn>arn:aws[\w-]{0,10}:sts::\d{12}:[^"\s]{1,200})"/g,
    implies: ({ arn }) => (arn === undefined ? {} : { principal: arn }),
    reach: 4_000,
  },
  {
    // Request to a domain of OpenSearch, with its host.
    text: '.es.amazonaws.com',
    pattern:
      /(?:\b(?:GET|PUT|POST|HEAD|DELETE|PATCH)\s(?<before>\/[^\s?"']{0,300})[^\n]{0,40}\n\s{0,4}[Hh]ost:\s)?\b(?:https:\/\/)?(?:search|vpc)-(?<domain>[a-z][a-z\d-]{2,27})-[a-z\d]{6,40}\.(?<region>[a-z\d-]{5,30})\.es\.amazonaws\.com(?::\d{2,5})?(?<path>\/[^\s?"'<>)]{0,300})?/g,
    service: 'es',
    // https://docs.aws.amazon.com/opensearch-service/latest/developerguide/ac.html
    implies: ({ domain, region, before, path }) => ({
      resource: `arn:aws:es:${region}:<account>:domain/${domain}${path ?? before ?? '/<path>'}`,
    }),
    reach: 1_500,
  },
  {
    // Request to a domain of OpenSearch, by its path alone.
    text: 'URI=',
    pattern: /\bopensearch\b[^\n]{1,200}?\bURI=(?<path>\/[^\s,?"']{0,300})/g,
    service: 'es',
    implies: ({ path }) => ({ resource: `arn:aws:es:<region>:<account>:domain/<domain>${path}` }),
    reach: 600,
  },
  {
    // A list of events without types: the policy of a bucket is mostly called after what it is.
    text: 'BucketPolicy',
    pattern: /(?<![\w:])[A-Za-z]\w{0,60}?BucketPolicy\w{0,12}[ \t|]{1,30}CREATE_FAILED\b(?![^\n]{1,160}\bAWS::)/g,
    implies: action('s3:PutBucketPolicy'),
    reach: 300,
  },
  {
    // Resource of a stack that could not be made or deleted.
    text: '_FAILED',
    pattern: /\b(?<how>CREATE|DELETE)_FAILED\b[^\n]{1,120}?\b(?<type>AWS::[A-Za-z\d]{1,40}::[A-Za-z\d]{1,60})/g,
    implies: ofTemplate,
    reach: 600,
  },
  {
    // The same where a table has the type before the status.
    text: '_FAILED',
    pattern:
      /(?<![^\s|])(?<type>AWS::[A-Za-z\d]{1,40}::[A-Za-z\d]{1,60})[ \t|]{1,80}(?<how>CREATE|DELETE)_FAILED\b(?![^\n]{1,120}AWS::)/g,
    implies: ofTemplate,
    reach: 600,
  },
  {
    // Resource of a stack that was made, and whose tags were refused.
    text: 'tagging operation',
    pattern:
      /\b(?:CREATE|UPDATE)_FAILED\b[^\n]{1,120}?\b(?<type>AWS::[A-Za-z\d]{1,40}::[A-Za-z\d]{1,60})\W[^\0]{0,300}?\btagging\soperation\b/g,
    implies: ({ type = '' }) => {
      const tags = own(TAGGING_ACTIONS, type)
      return tags === undefined ? {} : { action: tags }
    },
    reach: 600,
  },
  {
    // Function that rotates a secret, with its version or alias, each of which has a policy of its own.
    text: 'otation',
    pattern: new RegExp(String.raw`\brotation[-_]?lambda[-_]?arn["']?[\s:=]{1,4}["']?(?<arn>${ARN_OF.function})`, 'gi'),
    service: 'lambda',
    implies: ({ arn = '' }) => ({ resource: arn }),
    reach: 600,
  },
  {
    // Resource of a stack that could not be made or deleted, in the events of the stack.
    text: '_FAILED',
    pattern:
      /\bResourceType["']?\s?:\s?["']?(?<type>AWS::[A-Za-z\d]{1,40}::[A-Za-z\d]{1,60})["']?,?(?:\n\s{0,20}["']?\w{1,40}["']?\s?:[^\n]{0,300}){0,4}\n\s{0,20}["']?ResourceStatus["']?\s?:\s?["']?(?<how>CREATE|DELETE)_FAILED/g,
    implies: ofTemplate,
    reach: 900,
  },
  {
    // Bucket of a stack, by its physical name.
    text: '_FAILED',
    pattern: /\bDELETE_FAILED\s[|\s]{0,4}AWS::S3::Bucket\s[|\s]{0,4}(?<bucket>[a-z\d][a-z\d.-]{1,61}[a-z\d])(?=\s)/g,
    service: 's3',
    implies: inS3,
    reach: 600,
  },
  {
    // Object store of a program that keeps metrics or logs.
    text: 'iter bucket',
    pattern: /\biter\sbucket\b/g,
    service: 's3',
    implies: action('s3:ListBucket'),
    reach: 300,
  },
  {
    // Collection of OpenSearch Serverless.
    text: '.aoss.',
    pattern: /\.aoss\.amazonaws\.com/g,
    service: 'aoss',
    implies: action('aoss:APIAccessAll'),
    reach: 2_500,
  },
  {
    // Key that a service may not use for the caller.
    text: 'KMS',
    pattern: /\bAccess\sto\sKMS\sis\snot\sallowed/g,
    service: 'kms',
    implies: action('kms:Decrypt'),
    reach: 10,
  },
  {
    // Credentials of a device of IoT.
    text: 'TES',
    pattern: /\bTES\sresponded\swith\sstatus\scode:\s403/g,
    service: 'iot',
    implies: action('iot:AssumeRoleWithCertificate'),
    reach: 200,
  },
  {
    // Request of a client of IoT, in the log of IoT.
    text: 'eventType',
    pattern:
      /"eventType"\s?:\s?"(?<type>Connect|Publish|Subscribe|Receive)(?<out>-Out)?(?<rest>(?:-In)?"[^\n{}]{0,800})?/g,
    service: 'iot',
    implies: ({ type = '', out, rest = '' }) => ({
      action: `iot:${out === undefined ? type : 'Receive'}`,
      ...ofDevice(type, rest),
    }),
    reach: 400,
  },
  {
    // Publish of a device over HTTPS, whose topic stands in the address. https://docs.aws.amazon.com/iot/latest/developerguide/http.html
    text: '/topics/',
    pattern:
      /\.iot\.(?<region>[a-z]{2,4}(?:-[a-z]{2,9}){1,3}-\d)\.amazonaws\.com(?::\d{2,5})?\/topics\/(?<topic>[^\s"'?&#<>%]{1,256})(?=[\s"'?&#<>]|$)/g,
    service: 'iot',
    implies: ({ region = '', topic = '' }) => ({
      action: 'iot:Publish',
      resource: `arn:aws:iot:${region}:<account>:topic/${topic}`,
    }),
    reach: 400,
  },
  ...STACK_FRAMES.map(({ text, pattern }): HintRow => ({
    text,
    pattern,
    implies: (groups) => {
      const { operation, service } = callOfFrame(groups)
      return service === null ? { operation } : { operation, service }
    },
    reach: 2_500,
  })),
  ...TOOL_WORDS.map(([words, name]): HintRow => {
    const pattern = once(() => new RegExp(`\\b${words}\\b`, 'g'))
    return {
      text: TOOL_TEXTS.find(([within]) => words.includes(within))?.[1] ?? '',
      get pattern() {
        return pattern()
      },
      service: serviceOfAction(name),
      implies: action(name),
      reach: 300,
    }
  }),
]
