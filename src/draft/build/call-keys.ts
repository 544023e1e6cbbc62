import type { Call } from '../../denial/call'
import { actionsOfOperation } from '../../iam/operations'
import { own } from '../../text/own'

/** A condition key that a parameter of a request fills. */
interface CallKey {
  /** The IAM actions that carry the key. */
  readonly actions: readonly string[]
  readonly key: string
  /** The parameter, and others of the same meaning, in camel case. */
  readonly parameters: readonly string[]
  /** The key is in no request of the command line that does not have the parameter. */
  readonly isAbsentWithout?: true
  /** What an option without a value means. */
  readonly flag?: string
  /** The values that may stand in the key as the parameter writes them; any where it is missing. */
  readonly fits?: RegExp
}

/**
 * https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazons3.html,
 * https://docs.aws.amazon.com/service-authorization/latest/reference/list_awsidentityandaccessmanagement.html,
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_iam-condition-keys.html
 */
const CALL_KEYS: readonly CallKey[] = [
  { actions: ['s3:PutObject'], key: 's3:x-amz-acl', parameters: ['acl'], isAbsentWithout: true },
  {
    actions: ['s3:PutObject'],
    key: 's3:x-amz-server-side-encryption',
    parameters: ['serverSideEncryption', 'sse'],
    isAbsentWithout: true,
    flag: 'AES256',
  },
  {
    actions: ['s3:PutObject'],
    key: 's3:x-amz-server-side-encryption-aws-kms-key-id',
    parameters: ['ssekmsKeyId', 'sseKmsKeyId'],
    isAbsentWithout: true,
    fits: /^arn:/,
  },
  { actions: ['s3:PutObject'], key: 's3:x-amz-storage-class', parameters: ['storageClass'] },
  { actions: ['s3:ListBucket'], key: 's3:prefix', parameters: ['prefix'] },
  { actions: ['sts:AssumeRole'], key: 'sts:ExternalId', parameters: ['externalId'], isAbsentWithout: true },
  { actions: ['sts:AssumeRole'], key: 'sts:RoleSessionName', parameters: ['roleSessionName'] },
  { actions: ['sts:AssumeRole'], key: 'sts:SourceIdentity', parameters: ['sourceIdentity'], isAbsentWithout: true },
  {
    actions: ['iam:CreateRole', 'iam:CreateUser'],
    key: 'iam:PermissionsBoundary',
    parameters: ['permissionsBoundary'],
    isAbsentWithout: true,
  },
  {
    actions: ['iam:AttachRolePolicy', 'iam:AttachUserPolicy', 'iam:AttachGroupPolicy', 'iam:DetachRolePolicy'],
    key: 'iam:PolicyARN',
    parameters: ['policyArn'],
  },
]

/** A condition key of which the call tells whether the request carries it, and with which value. */
export interface ToldKey {
  readonly key: string
  readonly value: string | null
}

/** What the call tells of the condition keys of its action; a value of null is a key that it does not carry. */
export function keysOfCall(call: Call | undefined, action: string): readonly ToldKey[] {
  if (call === undefined || !actionsOfOperation(call.service, call.operation).includes(action)) return []
  return CALL_KEYS.filter(({ actions }) => actions.includes(action)).flatMap((row): ToldKey[] => {
    const name = row.parameters.find((one) => Object.hasOwn(call.parameters, one))
    if (name === undefined) return row.isAbsentWithout && call.isWhole ? [{ key: row.key, value: null }] : []
    const given = own(call.parameters, name)
    const value = given === true ? row.flag : given
    return value === undefined || row.fits?.test(value) === false ? [] : [{ key: row.key, value }]
  })
}
