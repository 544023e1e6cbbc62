import { findHoles } from '../../iam/find-holes'
import { isRegionName } from '../../iam/regions-in-text'
import { nameOfAction, serviceOfAction } from '../../iam/action'
import { isRedshiftUser } from '../../denial/service-callers'
import { parsePrincipal } from '../../iam/principal'
import { printedRoles } from '../../iam/printed-identities'
import { onlyOne } from '../../text/only-one'
import { globalRegionOf } from '../../iam/partitions'
import type { Denial } from '../../denial/denial'
import { parseArn, regionOfArn } from '../../iam/arn'
import { isOfAnotherCall, SINGLE_REGION } from '../../iam/single-region'
import { ENDPOINT_KEY } from '../../facts/keys/condition-keys'
import { isForwardedCall } from '../../facts/forwarded-calls'
import { isOfOperation } from '../../iam/operations'
import { keysOfCall } from './call-keys'
import { isKmsCaller, isOfKeyBehindService, kmsCaller, regionOfSecret } from './kms-caller'
import { decidingRow } from './row-question'
import { bucketArn } from '../../facts/calls/resource-of-request'
import { MOST_READ, type InferenceCode, type RuleInput } from './inference'

/** The Region of a service with one endpoint. */
const singleRegionOf = (service: string, partition: string | null): string | null => {
  const region = SINGLE_REGION.get(service) ?? null
  return partition === null || region === null ? null : partition === 'aws' ? region : globalRegionOf(partition)
}

const regionOfCall = (denial: Denial | null): string => {
  const region = denial?.call?.parameters.region
  return typeof region === 'string' && isRegionName(region) ? region : ''
}

/** What a rule says of a key that the request does not carry. */
const ABSENT = Symbol('absent')

interface ContextRule {
  readonly key: string
  readonly code: InferenceCode
  /** `ABSENT`: the request does not carry it. */
  readonly infer: (known: RuleInput) => string | typeof ABSENT | null
  /** Only a part of the value follows: it is of use where a policy speaks of the key, and nowhere else. */
  readonly isPart?: true
}

/** Hosts that lead through a VPC endpoint: of a private API, and the endpoint's own names. */
const ENDPOINT_HOST =
  /\b[a-z\d]{10}-(vpce-[\da-f]{8,17})\.execute-api\.|\b(vpce-[\da-f]{8,17})-[a-z\d]{6,12}(?:-[a-z\d-]{1,40})?\.[\w.-]{3,100}\.vpce\.amazonaws\.com/g

/** The ARN of the role whose session calls, where a command shows under which path it is. */
function describedRole({ field, text = '' }: RuleInput): string | null {
  const caller = parsePrincipal(field('principal'))
  if (caller?.kind !== 'roleSession') return null
  const shown = printedRoles(text.slice(0, MOST_READ)).filter(
    (arn) => arn.includes(`:${caller.account ?? ''}:role/`) && arn.endsWith(`/${caller.name}`),
  )
  return onlyOne(shown) ?? null
}

/** Was the call that sets tags made by itself, on something that is there already? Behind one that creates, the error names that one. */
const tagsAlone = (denial: Denial | null, action: string, tagging: string): boolean =>
  action.toLowerCase() === tagging.toLowerCase() && denial?.operation === nameOfAction(tagging)

/**
 * Services that write to a bucket with this ACL, as the policies of their pages test it.
 * https://docs.aws.amazon.com/config/latest/developerguide/s3-bucket-policy.html
 * https://docs.aws.amazon.com/awscloudtrail/latest/userguide/create-s3-bucket-policy-for-cloudtrail.html
 * https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/AWS-logs-infrastructure-S3.html
 */
const SENDS_OWNER_ACL: ReadonlySet<string> = new Set([
  'config.amazonaws.com',
  'cloudtrail.amazonaws.com',
  'delivery.logs.amazonaws.com',
])

const isOfFileSystem = (action: string): boolean => /^elasticfilesystem:Client/i.test(action)

/** A command that mounts a file system, with its options. */
const MOUNT = /\bmount[ \t]{1,4}(?=-)([^\n]{0,200})/g

/** The file system's own address in the error of a mount. With TLS, the address would be 127.0.0.1, where the mount helper listens. */
const MOUNTED_DIRECTLY =
  /\bmount\.nfs4?: access denied by server while mounting (?:[\w-]{1,60}\.){0,2}fs-[\da-f]{8,40}\.efs\.[a-z\d-]{5,30}\.amazonaws\.com/

/** Does what failed mount with TLS, or do the commands of a text? Null: it shows none, or of both kinds. */
function mountsWithTls(text: string): string | null {
  if (MOUNTED_DIRECTLY.test(text.slice(0, MOST_READ))) return 'false'
  const options = [...text.slice(0, MOST_READ).matchAll(MOUNT)].map(([, rest = '']) => rest)
  return onlyOne(options.map((rest) => String(/(?:^|[\s,])(?:tls|stunnel)(?=[\s,]|$)/.test(rest)))) ?? null
}

/** The address of AWS that a client or a command was given, without TLS. */
const PLAIN_ADDRESS =
  /\bendpoint(?:[-_ ]?url)?["']?\s{0,3}[:=]?\s{0,3}["']?http:\/\/[\w.-]{1,120}\.amazonaws\.com\b|\bcurl\b[^\n|;]{0,120}\shttp:\/\/[\w.-]{1,120}\.amazonaws\.com\b/i

/** How Terraform names the bucket in the title of its error. */
const BUCKET_OF_TERRAFORM = /\bS3 Bucket \(([a-z\d][a-z\d.-]{1,61}[a-z\d])\)/g

const CONTEXT_RULES: readonly ContextRule[] = [
  {
    key: 'aws:RequestedRegion',
    code: 'region-of-global-service',
    infer: ({ field }) =>
      isOfAnotherCall(field('action').toLowerCase())
        ? null
        : singleRegionOf(serviceOfAction(field('action')), parseArn(field('principal'))?.partition ?? null),
  },
  {
    key: 'aws:RequestedRegion',
    code: 'region-of-resource',
    infer: ({ field }) => {
      const region = regionOfArn(field('resource'))
      return isRegionName(region) ? region : null
    },
  },
  {
    key: 'aws:RequestedRegion',
    code: 'region-of-call',
    infer: ({ denial, field }) => {
      const call = denial?.call
      const isOfCall = call !== undefined && isOfOperation(field('action'), call.service, call.operation)
      return (isOfCall && regionOfCall(denial)) || null
    },
  },
  {
    // S3 sends as the bucket that the notification is set on.
    key: 'aws:SourceArn',
    code: 'row-of-words',
    infer: ({ denial, field, text = '' }) => {
      const called = denial?.call?.service === 's3' ? denial.call.parameters.bucket : undefined
      const bucket =
        called ?? onlyOne([...text.slice(0, MOST_READ).matchAll(BUCKET_OF_TERRAFORM)].map(([, name]) => name))
      const isOfRow = decidingRow(denial)?.refused === 's3.amazonaws.com' && field('principal') === 's3.amazonaws.com'
      return isOfRow && typeof bucket === 'string' ? bucketArn(bucket, null) : null
    },
  },
  { key: 'aws:PrincipalArn', code: 'role-with-path', infer: describedRole },
  {
    // https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_variables.html#policy-vars-tableidentifiers
    key: 'aws:userid',
    code: 'session-of-caller',
    isPart: true,
    infer: ({ field }) => {
      const session = /:assumed-role\/[^/]{1,200}\/([\w+=,.@-]{2,64})$/.exec(field('principal'))?.[1]
      return session === undefined || findHoles(session, 'request').length > 0 ? null : `<id of the role>:${session}`
    },
  },
  {
    // https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_create-service-linked-role.html
    key: 'iam:AWSServiceName',
    code: 'service-of-linked-role',
    infer: ({ field }) =>
      field('action').toLowerCase() === 'iam:createservicelinkedrole'
        ? (/:role\/aws-service-role\/([a-z\d.-]{1,100}\.amazonaws\.com)\//.exec(field('resource'))?.[1] ?? null)
        : null,
  },
  {
    key: ENDPOINT_KEY,
    code: 'endpoint-of-call',
    infer: ({ denial, text = '' }) => {
      const ids = [...text.slice(0, MOST_READ).matchAll(ENDPOINT_HOST)].map(
        ([, ofApi, ofEndpoint]) => ofApi ?? ofEndpoint,
      )
      return denial === null ? null : (onlyOne(ids) ?? null)
    },
  },
  {
    // A file system is mounted over NFS: with TLS where the mount helper is told to. https://docs.aws.amazon.com/efs/latest/ug/encryption-in-transit.html
    key: 'aws:SecureTransport',
    code: 'option-of-mount',
    infer: ({ field, text = '' }) => (isOfFileSystem(field('action')) ? mountsWithTls(text) : null),
  },
  {
    key: 'aws:SecureTransport',
    code: 'address-without-tls',
    infer: ({ field, text = '' }) =>
      !isOfFileSystem(field('action')) && PLAIN_ADDRESS.test(text.slice(0, MOST_READ)) ? 'false' : null,
  },
  {
    key: 'aws:ViaAWSService',
    code: 'made-by-service',
    infer: ({ denial, field, text = '' }) =>
      denial !== null &&
      (isForwardedCall(text.slice(0, MOST_READ), field('action'), denial.principal) ||
        isOfKeyBehindService(denial, field('action')))
        ? 'true'
        : null,
  },
  {
    key: 'aws:SecureTransport',
    code: 'https-is-usual',
    infer: ({ denial, field }) => (denial === null || isOfFileSystem(field('action')) ? null : 'true'),
  },
  {
    key: 's3:x-amz-acl',
    code: 'sent-by-service',
    infer: ({ field }) =>
      SENDS_OWNER_ACL.has(field('principal')) && field('action').toLowerCase() === 's3:putobject'
        ? 'bucket-owner-full-control'
        : null,
  },
  {
    // The tags of an object that comes in parts are sent when the upload begins. https://docs.aws.amazon.com/AmazonS3/latest/API/API_UploadPart.html
    key: 's3:RequestObjectTagKeys',
    code: 'not-with-parts',
    infer: ({ denial, field }) =>
      /^UploadPart(?:Copy)?$/.test(denial?.operation ?? '') && field('action').toLowerCase() === 's3:putobject'
        ? ABSENT
        : null,
  },
  {
    key: 'sts:ExternalId',
    code: 'external-id-of-redshift',
    infer: ({ denial }) => {
      const principal = denial?.principal ?? ''
      return isRedshiftUser(principal) ? principal : null
    },
  },
  {
    // Tags on what is there already come with no creating operation. https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/supported-iam-actions-tagging.html
    key: 'ec2:CreateAction',
    code: 'tags-alone',
    infer: ({ denial, field }) => (tagsAlone(denial, field('action'), 'ec2:CreateTags') ? ABSENT : null),
  },
  {
    key: 'elasticloadbalancing:CreateAction',
    code: 'tags-alone',
    infer: ({ denial, field }) => (tagsAlone(denial, field('action'), 'elasticloadbalancing:AddTags') ? ABSENT : null),
  },
  {
    // https://docs.aws.amazon.com/kms/latest/developerguide/conditions-kms.html#conditions-kms-grant-is-for-aws-resource
    key: 'kms:GrantIsForAWSResource',
    code: 'called-directly',
    infer: ({ denial, field, text }) =>
      field('action').toLowerCase() === 'kms:creategrant' && isKmsCaller(denial, text) ? 'false' : null,
  },
  {
    key: 'kms:ViaService',
    code: 'called-directly',
    infer: ({ denial, field, text }) =>
      serviceOfAction(field('action')) === 'kms' && isKmsCaller(denial, text) ? ABSENT : null,
  },
  {
    key: 'kms:ViaService',
    code: 'service-that-calls-kms',
    infer: ({ denial, field, text = '' }) => {
      const secret = regionOfSecret(denial, text)
      const caller = secret ? 'secretsmanager' : denial && kmsCaller(denial)
      // A key is asked for in the Region of the call.
      const region = regionOfArn(field('resource')) || secret || regionOfCall(denial)
      return caller && region && serviceOfAction(field('action')) === 'kms' ? `${caller}.${region}.amazonaws.com` : null
    },
  },
]

/** A condition key that follows from the request; without values the request does not carry it. */
export interface InferredKey {
  readonly key: string
  readonly state: 'known' | 'absent'
  readonly values: readonly string[]
  readonly code: InferenceCode
  readonly isPart?: true
}

/** The context keys that follow from the request; of several rules for one key the first that applies. */
export function inferContext(denial: Denial | null, field: RuleInput['field'], text = ''): readonly InferredKey[] {
  const found = new Map<string, InferredKey>()
  for (const { key, code, infer, isPart } of CONTEXT_RULES) {
    const value = found.has(key) ? null : infer({ denial, field, text })
    if (value === ABSENT) found.set(key, { key, state: 'absent', values: [], code })
    else if (value !== null) found.set(key, { key, state: 'known', values: [value], code, ...(isPart && { isPart }) })
  }
  const told = keysOfCall(denial?.call, field('action'), field('resource')).map(({ key, value }): InferredKey => {
    return value === null
      ? { key, state: 'absent', values: [], code: 'not-in-call' }
      : { key, state: 'known', values: [value], code: 'parameter-of-call' }
  })
  return [...found.values(), ...told]
}
