import { bucketArn } from '../facts/calls/resource-of-request'
import { serviceOfAction } from '../iam/action'
import { serviceOfArn } from '../iam/arn'
import { actionOfWritten } from '../iam/operations'
import type { Target } from '../facts/service-reach'
import { BUCKET_SETTINGS } from './bucket-settings'
import { actionInWords, actionOnArn } from './operation-phrase'
import { inWords } from './speaking-service'

/** What a service wanted, as far as its sentence says it: the kind of thing, its ARN, what it wanted to do with it. */
export interface SoughtThing {
  readonly target: Target | null
  readonly resource: string | undefined
  readonly action: string | undefined
}

const ACTION =
  /(?<![\w:/])[a-z][a-z\d-]{1,40}:(?!AccessDenied\b|Unauthori[sz]ed\w{0,20}\b|Forbidden\b|NoSuch\w|\w{0,60}(?:Exception|Error|Fault)\b)[A-Z][A-Za-z\d]{2,80}\b(?!\*)/
const ROLE_ARN = /arn:aws[\w-]*:iam::[^\s"',]{1,300}:role\/[^\s"',]{0,300}[\w>*]/g
const ARN = /arn:aws[\w-]*:[a-z][a-z\d-]{1,40}:[^\s"'`<>\])]{1,400}[\w*]/
const BUCKET =
  /\bs3[an]?:\/\/(?<path>[\w.-]{2,62}\w(?:\/(?:[^\s"'\]),]{0,399}[^\s"'\]),:;.])?)?)|\bbucket:?\s(?:["'`](?<quoted>[a-z\d][a-z\d.-]{1,61}[a-z\d])["'`]|(?<name>(?=[a-z.]{0,60}[\d-])[a-z\d][a-z\d.-]{1,61}[a-z\d])\b|(?<last>[a-z\d][a-z\d.-]{1,61}[a-z\d])(?=\.?$))/i

/** By the words for a kind of thing; the first that stands in the sentence. */
const TARGETS: readonly (readonly [RegExp, Target])[] = [
  [/\bbuckets?\b|\bs3\b/i, 'bucket'],
  [/\bfunctions?\b|:lambda:/i, 'function'],
  [/\btopics?\b|:sns:/i, 'topic'],
  [/\bqueues?\b|:sqs:/i, 'queue'],
  [/\blog\s?(?:groups?|streams?)\b|\bto\s(?:Amazon\s)?CloudWatch\sLogs\b/i, 'logs'],
  [/\bsecrets?\b/i, 'secret'],
  [/\bevent\s?bus\b/i, 'bus'],
  [/\b(?:KMS|encryption|customer\smanaged)\skeys?\b|:kms:/i, 'key'],
  [/\b(?:data|delivery|Kinesis)\s?streams?\b|:kinesis:|:firehose:/i, 'stream'],
  [/\b(?:container|ECR|Docker)\s(?:image|repository)\b|\bimage\sURI\b|:ecr:/i, 'image'],
]

/** What is done with a bucket, by the words for it. */
const OF_BUCKET: readonly (readonly [RegExp, string])[] = [
  ...BUCKET_SETTINGS,
  [/\bACLs?\b/, 's3:GetBucketAcl'],
  [/\bencryption\son\b/i, 's3:GetEncryptionConfiguration'],
  [
    /\b(?:bucket(?:['\u2019]s)?\slocation|location\sof\s(?:the\s|your\s|this\s)?(?:S3\s)?bucket|region\sof\s(?:the\s|your\s)?(?:S3\s)?bucket)\b/i,
    's3:GetBucketLocation',
  ],
  [/\bdelet/i, 's3:DeleteObject'],
  [
    /\b(?:write|writing|put|upload|deliver|(?<!(?:bucket|backup|block|object|chunk)\s)stor(?:e|ing)|export|sav(?:e|ing)|output|destination)/i,
    's3:PutObject',
  ],
  [/\blist(?:ing|ed)?\b/i, 's3:ListBucket'],
  [/\b(?:read|get|download|open|load|fetch|input|source|import|HeadObject)/i, 's3:GetObject'],
]

/** What a service wants of other things: what a verb says, else what is usual. */
const WANTED: Readonly<
  Record<
    Exclude<Target, 'bucket'>,
    { readonly verbs?: readonly (readonly [RegExp, string])[]; readonly usual?: string }
  >
> = {
  function: { usual: 'lambda:InvokeFunction' },
  topic: { usual: 'sns:Publish' },
  queue: { verbs: [[/\b(?:receiv|read|poll|consum)/i, 'sqs:ReceiveMessage']], usual: 'sqs:SendMessage' },
  logs: { usual: 'logs:CreateLogStream' },
  secret: { usual: 'secretsmanager:GetSecretValue' },
  bus: { usual: 'events:PutEvents' },
  key: { verbs: [[/\b(?:encrypt|writ|publish|send|put)/i, 'kms:GenerateDataKey']], usual: 'kms:Decrypt' },
  stream: {
    verbs: [
      [/\b(?:read|get|consum|receiv)/i, 'kinesis:GetRecords'],
      [/\b(?:writ|put|publish|send|deliver)/i, 'kinesis:PutRecords'],
    ],
  },
  image: { usual: 'ecr:BatchGetImage' },
}

const firstOf = (rows: readonly (readonly [RegExp, string])[], words: string): string | undefined =>
  rows.find(([pattern]) => pattern.test(words))?.[1]

/** What it takes to tag each of them: where the words speak of tags, it is not what is usual. */
const TAGS: Readonly<Record<Target, string>> = {
  bucket: 's3:PutBucketTagging',
  function: 'lambda:TagResource',
  topic: 'sns:TagResource',
  queue: 'sqs:TagQueue',
  logs: 'logs:TagResource',
  secret: 'secretsmanager:TagResource',
  bus: 'events:TagResource',
  key: 'kms:TagResource',
  stream: 'kinesis:AddTagsToStream',
  image: 'ecr:TagResource',
}
const OF_TAGS =
  /\b(?:process|add|set|put|appl(?:y|ying)|attach|updat(?:e|ing)|manag(?:e|ing))\s(?:the\s)?tags\s(?:on|to)\b|\bto\stag\b/i

const wantedOf = (target: Target, words: string): string | undefined => {
  if (target === 'bucket' || OF_TAGS.test(words)) return TAGS[target]
  return firstOf(WANTED[target].verbs ?? [], words) ?? WANTED[target].usual
}

/** An operation of S3 by its name. */
const OF_S3 = /\b(?:Get|Put|List|Head|Delete)(?:Bucket|Object)[A-Za-z]{0,40}\b/

/** Words behind "bucket" at the end of a sentence that are no name. */
const NO_NAME =
  /^(?:polic(?:y|ies)|permissions?|location|owner|name|exists?|access|acls?|prefix|path|objects?|keys?|configuration|encryption|settings?|resources?)$/i

const AT_KEY = /\b(?:(?:at|with|and)\skey|file\s?key):?\s["'`]?([^\s"'`,;]{0,400}[\w-])/i

/** A role that a service makes for itself, in the name of whoever calls. */
const OF_LINKED_ROLE = /\bcreat(?:e|ing)\s[^.\n]{0,60}\bservice-linked\srole\b/i

/** Names of things, whose words say nothing of what is done with them. */
const NAMES = /\bs3[an]?:\/\/\S{1,400}|\barn:aws\S{1,400}|\bhttps?:\/\/\S{1,400}/g

/** The bucket that a sentence names, with the key where it names one. */
function bucketOf(words: string): string | undefined {
  const { path, quoted, name, last } = BUCKET.exec(words)?.groups ?? {}
  const named = quoted ?? name ?? (last !== undefined && NO_NAME.test(last) ? undefined : last)
  if (named !== undefined) return bucketArn(named, AT_KEY.exec(words)?.[1] ?? null)
  const [bucket = '', ...key] = (path ?? '').split('/')
  return bucket === '' ? undefined : bucketArn(bucket, key.join('/') || null)
}

/** Where a service is given something it has to have: what is denied may be further on in the sentence. */
const targetIn = (words: string): Target | null => {
  const found = TARGETS.flatMap(([pattern, target]) => {
    const at = words.search(pattern)
    return at < 0 ? [] : [{ at, target }]
  })
  return found.toSorted((a, b) => a.at - b.at)[0]?.target ?? null
}

/** What a sentence is about, from its verb on, else before it; the ARN can stand in what the error says next. */
export function readThing({
  words,
  rest,
  context,
  verb,
  operations = [],
}: {
  readonly words: string
  readonly rest: string
  readonly context: string
  readonly verb: number
  readonly operations?: readonly string[]
}): SoughtThing {
  const plain = words.replace(ROLE_ARN, '')
  const target = targetIn(words.slice(verb).replace(ROLE_ARN, '')) ?? targetIn(plain) ?? targetIn(context)
  const written = (ACTION.exec(plain) ?? ACTION.exec(rest))?.[0]
  const named = written === undefined ? undefined : (actionOfWritten(written) ?? written)
  const operation = target === 'bucket' ? OF_S3.exec(context)?.[0] : undefined
  const said = plain.replaceAll(NAMES, ' ')
  const usual =
    target === 'bucket' && !OF_TAGS.test(said)
      ? (firstOf(OF_BUCKET, said) ?? firstOf(OF_BUCKET, inWords(operations.join(' ')).replaceAll(/\bStores?\b/g, '')))
      : target && wantedOf(target, said)
  const action =
    named ??
    (OF_LINKED_ROLE.test(plain) ? 'iam:CreateServiceLinkedRole' : undefined) ??
    actionOnArn(plain)?.action ??
    (operation === undefined ? (actionInWords(plain.slice(verb)) ?? usual ?? undefined) : `s3:${operation}`)
  const resource = [bucketOf(plain), ARN.exec(plain)?.[0], ARN.exec(rest.replace(ROLE_ARN, ''))?.[0]].find(
    (one) => one !== undefined && isOfAction(one, action, target),
  )
  return { target, action, resource }
}

/** Things by the service whose ARNs are of their kind. */
const SERVICE_OF: Readonly<Record<Target, readonly string[]>> = {
  bucket: ['s3'],
  function: ['lambda'],
  topic: ['sns'],
  queue: ['sqs'],
  logs: ['logs'],
  key: ['kms'],
  secret: ['secretsmanager'],
  bus: ['events'],
  stream: ['kinesis', 'firehose'],
  image: ['ecr'],
}

/** Can it be what was sought? The ARN of something else is of who speaks, or of what works. */
function isOfAction(arn: string, action: string | undefined, target: Target | null): boolean {
  const service = serviceOfArn(arn)
  if (action !== undefined) return serviceOfAction(action) === service
  return target !== null && SERVICE_OF[target].includes(service)
}

/** The role that a sentence names. */
export const roleIn = (words: string): string | undefined => {
  const role = words.match(ROLE_ARN)?.[0]
  // An angle bracket that opens before the ARN closes behind it; one inside stands for a part that is to be filled in.
  return role?.endsWith('>') && !role.includes('<') ? role.slice(0, -1) : role
}
