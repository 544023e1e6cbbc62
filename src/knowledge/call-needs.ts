import type { Layer } from '../evaluation/evaluation'
import type { KnowledgeRow } from './knowledge'

/** What a call needs besides the action that bears its name. */
export interface CallNeed extends KnowledgeRow {
  /** Calls that can need it, in lower case; `*` as in a policy. */
  readonly calls: readonly string[]
  /** The further actions. */
  readonly needs: readonly string[]
  /** The resource of the statement that allows them, with gaps. */
  readonly on: string
  /** Parameters of the call that ask for it, in lower case without dashes; empty: every such call needs it. */
  readonly parameters: readonly string[]
  /** Commands of the AWS CLI that make these calls. */
  readonly commands?: readonly string[]
  /** Nobody asks for these actions directly: where AWS names one, it came with another call. */
  readonly isIndirect?: boolean
  readonly layer: Layer
  readonly condition?: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>>
}

const DOCS = 'https://docs.aws.amazon.com/'
const S3_API = `${DOCS}AmazonS3/latest/API/`
const S3_GUIDE = `${DOCS}AmazonS3/latest/userguide/`

const CHECKED = '2026-11-25'

const OBJECT = 'arn:{partition}:s3:::{bucket}/*'
const BUCKET = 'arn:{partition}:s3:::{bucket}'
const KMS_KEY = 'arn:{partition}:kms:{region}:{account}:key/{keyId}'

const WRITES = ['s3:putobject', 's3:copyobject', 's3:createmultipartupload', 's3:postobject']
const READS = ['s3:getobject', 's3:headobject']

const headObject = ['aws', 's3api', 'head-object', '--bucket', '{bucket}', '--key', '{key}'] as const
const encryption = ['aws', 's3api', 'get-bucket-encryption', '--bucket', '{bucket}', '--output', 'json'] as const
const ownership = [
  ...['aws', 's3api', 'get-bucket-ownership-controls', '--bucket', '{bucket}', '--output', 'json'],
] as const

/** The rows, the likelier of one call first. */
export const CALL_NEEDS = {
  's3-key-that-does-not-exist': {
    calls: [...READS, 's3:getobjectattributes'],
    needs: ['s3:ListBucket'],
    on: BUCKET,
    parameters: [],
    layer: 'identity',
    page: `${S3_API}API_GetObject.html`,
    checked: CHECKED,
    check: ['aws', 's3api', 'list-objects-v2', '--bucket', '{bucket}', '--prefix', '{key}', '--max-items', '1'],
  },
  's3-object-acl': {
    calls: WRITES,
    needs: ['s3:PutObjectAcl'],
    on: OBJECT,
    parameters: [
      ...['acl', 'xamzacl', 'cannedacl', 'objectacl', 'grants', 'grantread', 'grantfullcontrol'],
      ...['grantreadacp', 'grantwriteacp', 'xamzgrantread', 'xamzgrantfullcontrol'],
    ],
    layer: 'identity',
    page: `${S3_API}API_PutObject.html`,
    checked: CHECKED,
    check: ownership,
  },
  's3-object-tags': {
    calls: WRITES,
    needs: ['s3:PutObjectTagging'],
    on: OBJECT,
    parameters: ['tagging', 'xamztagging', 'tagset', 'objecttags'],
    layer: 'identity',
    page: `${S3_API}API_PutObject.html`,
    checked: CHECKED,
    check: null,
  },
  's3-write-with-kms': {
    calls: [...WRITES, 's3:uploadpart', 's3:completemultipartupload'],
    needs: ['kms:GenerateDataKey', 'kms:Decrypt'],
    on: KMS_KEY,
    parameters: ['ssekmskeyid', 'xamzserversideencryptionawskmskeyid', 'serversideencryption', 'sse', 'kmskeyid'],
    layer: 'identity',
    page: `${S3_GUIDE}UsingKMSEncryption.html`,
    checked: CHECKED,
    check: encryption,
  },
  's3-read-with-kms': {
    calls: [...READS, 's3:copyobject', 's3:uploadpartcopy'],
    needs: ['kms:Decrypt'],
    on: KMS_KEY,
    parameters: [],
    layer: 'identity',
    page: `${S3_GUIDE}UsingKMSEncryption.html`,
    checked: CHECKED,
    check: headObject,
  },
  's3-object-retention': {
    calls: WRITES,
    needs: ['s3:PutObjectRetention'],
    on: OBJECT,
    parameters: ['objectlockmode', 'objectlockretainuntildate', 'xamzobjectlockmode', 'xamzobjectlockretainuntildate'],
    layer: 'identity',
    page: `${S3_GUIDE}object-lock-managing.html`,
    checked: CHECKED,
    check: null,
  },
  's3-object-legal-hold': {
    calls: WRITES,
    needs: ['s3:PutObjectLegalHold'],
    on: OBJECT,
    parameters: ['objectlocklegalholdstatus', 'xamzobjectlocklegalhold', 'legalhold'],
    layer: 'identity',
    page: `${S3_GUIDE}object-lock-managing.html`,
    checked: CHECKED,
    check: null,
  },
  's3-read-of-version': {
    calls: [...READS, 's3:copyobject', 's3:getobjectattributes'],
    needs: ['s3:GetObjectVersion'],
    on: OBJECT,
    parameters: ['versionid'],
    layer: 'identity',
    page: `${S3_API}API_GetObject.html`,
    checked: CHECKED,
    check: null,
  },
  's3-delete-of-version': {
    calls: ['s3:deleteobject', 's3:deleteobjects'],
    needs: ['s3:DeleteObjectVersion'],
    on: OBJECT,
    parameters: ['versionid'],
    layer: 'identity',
    page: `${S3_API}API_DeleteObject.html`,
    checked: CHECKED,
    check: null,
  },
  's3-copy-reads-source': {
    calls: ['s3:copyobject', 's3:uploadpartcopy'],
    needs: ['s3:GetObject', 's3:GetObjectTagging'],
    on: 'arn:{partition}:s3:::{sourceBucket}/*',
    parameters: [],
    commands: ['s3 cp', 's3 mv', 's3 sync'],
    layer: 'identity',
    page: `${S3_API}API_CopyObject.html`,
    checked: CHECKED,
    check: null,
  },
} as const satisfies Readonly<Record<string, CallNeed>>

/** The id of a row. */
export type CallNeedId = keyof typeof CALL_NEEDS
