import type { RowSource } from '../../iam/row-source'
import { firstOf, type ParameterValues } from './parameter-values'

/** A condition key that a parameter of a request fills. */
interface ParameterKey extends RowSource {
  /** The IAM actions that carry the key, in lower case. */
  readonly actions: readonly string[]
  /** The types of resources on whose checks it is; all where it is missing. */
  readonly types?: readonly string[]
  readonly key: string
  /** The parameter, and others of the same meaning, in lower case without dashes. */
  readonly parameters: readonly string[]
  /** The key is in no request of the command line that does not have the parameter. */
  readonly isAbsentWithout?: true
  /** What the request carries where the parameter is not there: the first whose other parameters are, or that takes none. */
  readonly otherwise?: readonly { readonly beside?: readonly string[]; readonly value: string }[]
  /** What an option without a value means. */
  readonly flag?: string
  /** The values that may stand in the key as the parameter writes them; any where it is missing. */
  readonly fits?: RegExp
  /** What of the parameter is the key's value; without it the request doesn't carry the key. */
  readonly part?: RegExp
}

const REFERENCE = 'https://docs.aws.amazon.com/service-authorization/latest/reference/list_'
const listOf = (name: string): RowSource => ({ page: `${REFERENCE}${name}.html`, confirmed: '2026-11-28' })
const S3 = listOf('amazons3')
const IAM = listOf('awsidentityandaccessmanagement')
const EC2 = listOf('amazonec2')
const STS = listOf('awssecuritytokenservice')
const RDS = listOf('amazonrds')
const LAMBDA = listOf('awslambda')
const SNS = listOf('amazonsns')

const WHOLE_ARN = /^arn:/
const BOOLEAN = /^(?:true|false)$/i

const PARAMETER_KEYS: readonly ParameterKey[] = [
  { actions: ['s3:putobject'], key: 's3:x-amz-acl', parameters: ['acl', 'xamzacl'], isAbsentWithout: true, ...S3 },
  {
    actions: ['s3:putobject'],
    key: 's3:x-amz-server-side-encryption',
    parameters: ['serversideencryption', 'sse', 'xamzserversideencryption'],
    isAbsentWithout: true,
    flag: 'AES256',
    ...S3,
  },
  {
    actions: ['s3:putobject'],
    key: 's3:x-amz-server-side-encryption-aws-kms-key-id',
    parameters: ['ssekmskeyid', 'xamzserversideencryptionawskmskeyid'],
    isAbsentWithout: true,
    fits: WHOLE_ARN,
    ...S3,
  },
  {
    actions: ['s3:getobject', 's3:putobject', 's3:listbucket'],
    key: 'aws:Referer',
    parameters: ['referer'],
    isAbsentWithout: true,
    page: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html#condition-keys-referer',
    confirmed: '2026-11-28',
  },
  { actions: ['s3:putobject'], key: 's3:x-amz-storage-class', parameters: ['storageclass', 'xamzstorageclass'], ...S3 },
  { actions: ['s3:listbucket'], key: 's3:prefix', parameters: ['prefix'], ...S3 },
  { actions: ['s3:listbucket'], key: 's3:delimiter', parameters: ['delimiter'], ...S3 },
  { actions: ['s3:getobjectversion', 's3:deleteobjectversion'], key: 's3:VersionId', parameters: ['versionid'], ...S3 },
  { actions: ['sts:assumerole'], key: 'sts:ExternalId', parameters: ['externalid'], isAbsentWithout: true, ...STS },
  { actions: ['sts:assumerole'], key: 'sts:RoleSessionName', parameters: ['rolesessionname'], ...STS },
  {
    actions: ['sts:assumerole'],
    key: 'sts:SourceIdentity',
    parameters: ['sourceidentity'],
    isAbsentWithout: true,
    ...STS,
  },
  {
    actions: ['iam:createrole', 'iam:createuser'],
    key: 'iam:PermissionsBoundary',
    parameters: ['permissionsboundary'],
    isAbsentWithout: true,
    // A module takes a name, and makes an ARN of it or not.
    fits: WHOLE_ARN,
    ...IAM,
  },
  {
    actions: ['iam:attachrolepolicy', 'iam:attachuserpolicy', 'iam:attachgrouppolicy', 'iam:detachrolepolicy'],
    key: 'iam:PolicyARN',
    parameters: ['policyarn'],
    ...IAM,
  },
  { actions: ['iam:createservicelinkedrole'], key: 'iam:AWSServiceName', parameters: ['awsservicename'], ...IAM },
  { actions: ['ec2:runinstances'], types: ['instance'], key: 'ec2:InstanceType', parameters: ['instancetype'], ...EC2 },
  {
    actions: ['ec2:runinstances'],
    key: 'ec2:LaunchTemplate',
    parameters: ['launchtemplate', 'launchtemplate.launchtemplateid', 'launchtemplate.launchtemplatename'],
    isAbsentWithout: true,
    fits: WHOLE_ARN,
    ...EC2,
  },
  {
    actions: ['ec2:runinstances'],
    types: ['instance'],
    key: 'ec2:MetadataHttpTokens',
    parameters: ['metadataoptions.httptokens'],
    ...EC2,
  },
  {
    actions: ['ec2:runinstances'],
    types: ['instance'],
    key: 'ec2:InstanceProfile',
    parameters: ['iaminstanceprofile.arn'],
    fits: WHOLE_ARN,
    ...EC2,
  },
  { actions: ['ec2:createvolume'], types: ['volume'], key: 'ec2:VolumeType', parameters: ['volumetype'], ...EC2 },
  { actions: ['ec2:createvolume'], types: ['volume'], key: 'ec2:VolumeSize', parameters: ['size'], ...EC2 },
  {
    actions: ['ec2:createvolume'],
    types: ['volume'],
    key: 'ec2:Encrypted',
    parameters: ['encrypted'],
    flag: 'true',
    fits: BOOLEAN,
    ...EC2,
  },
  { actions: ['rds:createdbinstance'], types: ['db'], key: 'rds:DatabaseEngine', parameters: ['engine'], ...RDS },
  {
    actions: ['rds:createdbinstance'],
    types: ['db'],
    key: 'rds:DatabaseClass',
    parameters: ['dbinstanceclass'],
    ...RDS,
  },
  {
    actions: ['rds:createdbinstance'],
    types: ['db'],
    key: 'rds:StorageEncrypted',
    parameters: ['storageencrypted'],
    flag: 'true',
    fits: BOOLEAN,
    ...RDS,
  },
  { actions: ['lambda:addpermission'], key: 'lambda:Principal', parameters: ['principal'], ...LAMBDA },
  {
    actions: ['lambda:createeventsourcemapping'],
    key: 'lambda:FunctionArn',
    parameters: ['functionname'],
    fits: WHOLE_ARN,
    ...LAMBDA,
  },
  {
    actions: ['ecs:runtask', 'ecs:starttask'],
    key: 'ecs:cluster',
    parameters: ['cluster'],
    fits: WHOLE_ARN,
    ...listOf('amazonelasticcontainerservice'),
  },
  { actions: ['sns:subscribe'], key: 'sns:Protocol', parameters: ['protocol'], ...SNS },
  { actions: ['sns:subscribe'], key: 'sns:Endpoint', parameters: ['notificationendpoint', 'endpoint'], ...SNS },
  // Only a request that names the key by an alias carries it.
  {
    actions: [
      ...['kms:decrypt', 'kms:encrypt', 'kms:generatedatakey', 'kms:generatedatakeywithoutplaintext', 'kms:sign'],
      ...['kms:verify', 'kms:generatemac', 'kms:verifymac', 'kms:getpublickey', 'kms:describekey'],
    ],
    key: 'kms:RequestAlias',
    parameters: ['keyid'],
    isAbsentWithout: true,
    part: /(?:^|:)(alias\/[\w/-]{1,256})$/,
    page: 'https://docs.aws.amazon.com/kms/latest/developerguide/conditions-kms.html',
    confirmed: '2026-11-29',
  },
  {
    actions: ['dynamodb:query', 'dynamodb:scan'],
    key: 'dynamodb:Select',
    parameters: ['select'],
    otherwise: [
      { beside: ['projectionexpression', 'attributestoget'], value: 'SPECIFIC_ATTRIBUTES' },
      { beside: ['indexname'], value: 'ALL_PROJECTED_ATTRIBUTES' },
      { value: 'ALL_ATTRIBUTES' },
    ],
    page: 'https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_Query.html',
    confirmed: 'unconfirmed',
  },
  {
    actions: ['bedrock:invokemodel', 'bedrock:invokemodelwithresponsestream'],
    key: 'bedrock:GuardrailIdentifier',
    parameters: ['guardrailidentifier', 'guardrailconfig'],
    isAbsentWithout: true,
    // The key holds the version too.
    fits: /^arn:[^:]{1,20}:bedrock:[^:]{1,30}:\d{12}:guardrail\/\w{1,60}:\w{1,10}$/,
    page: 'https://docs.aws.amazon.com/bedrock/latest/userguide/guardrails-permissions-id.html',
    confirmed: 'unconfirmed',
  },
  {
    actions: ['secretsmanager:getsecretvalue'],
    key: 'secretsmanager:VersionStage',
    parameters: ['versionstage'],
    isAbsentWithout: true,
    ...listOf('awssecretsmanager'),
  },
  {
    actions: ['secretsmanager:getsecretvalue'],
    key: 'secretsmanager:VersionId',
    parameters: ['versionid'],
    isAbsentWithout: true,
    ...listOf('awssecretsmanager'),
  },
  {
    actions: ['secretsmanager:createsecret'],
    key: 'secretsmanager:Name',
    parameters: ['name'],
    ...listOf('awssecretsmanager'),
  },
]

/** A condition key of which the call tells whether the request carries it, and with which value. */
export interface ToldKey {
  readonly key: string
  /** Null: the request does not carry it. */
  readonly value: string | null
}

/** Does the call set one of the parameters to what the text does not show? */
const isUnread = ({ parameters, otherwise = [] }: ParameterKey, unread: readonly string[]): boolean =>
  [...parameters, ...otherwise.flatMap(({ beside = [] }) => beside)].some((name) =>
    unread.includes(name.split('.', 1)[0] ?? name),
  )

/** What a request carries that does not have the parameter. */
function withoutIt(
  { key, isAbsentWithout, otherwise = [] }: ParameterKey,
  values: ParameterValues,
): readonly ToldKey[] {
  const implied = otherwise.find(({ beside }) => beside === undefined || beside.some((name) => values.has(name)))
  if (implied !== undefined) return [{ key, value: implied.value }]
  return isAbsentWithout === true ? [{ key, value: null }] : []
}

/**
 * What the parameters of a call tell of the condition keys of an action on a type of resource; `isWhole` where a parameter
 * that is not there was not given, `unread` those that are there with a value that the text does not show.
 */
export const keysOfParameters = (
  values: ParameterValues,
  action: string,
  type: string | null,
  isWhole: boolean,
  unread: readonly string[] = [],
): readonly ToldKey[] =>
  PARAMETER_KEYS.filter(
    ({ actions, types }) =>
      actions.includes(action.toLowerCase()) && (types === undefined || type === null || types.includes(type)),
  ).flatMap((row): readonly ToldKey[] => {
    const [written] = firstOf(values, row.parameters)
    if (written === undefined) return isWhole && !isUnread(row, unread) ? withoutIt(row, values) : []
    const value = written === 'true' && row.flag !== undefined ? row.flag : written
    if (row.part !== undefined) return [{ key: row.key, value: row.part.exec(value)?.[1] ?? null }]
    return row.fits?.test(value) === false ? [] : [{ key: row.key, value }]
  })
