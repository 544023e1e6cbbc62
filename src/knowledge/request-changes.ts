import type { RowSource } from '../iam/row-source'

/** Words to add to a call, and the calls that take them. */
export interface CallOption {
  /** The action, `*` as in a policy, in lower case; absent: any. */
  readonly actions?: readonly string[]
  /** The command that takes it so, where several spell it otherwise. */
  readonly command?: string
  /** `{value}` is a value that the policy accepts, `{tag}` what stands behind the slash of the key. */
  readonly words: readonly string[]
}

/** How whoever calls brings a condition key to a value that a policy accepts: no policy changes. */
export interface RequestChange extends RowSource {
  /** The values that a call can bring it to, in lower case; absent: any. */
  readonly reaches?: readonly string[]
  /** Values that no request has, as patterns. */
  readonly never?: readonly string[]
  /** Callers that can, as kinds of principals; absent: all. */
  readonly callers?: readonly string[]
  /** Services whose calls cannot, by their prefix. */
  readonly notOf?: readonly string[]
  /** The only actions whose calls can, in lower case, `*` as in a policy; absent: any. */
  readonly of?: readonly string[]
  /** The first row whose actions fit, and all after it with the same actions. */
  readonly adds: readonly CallOption[]
  /** A command that brings it about; text in angle brackets is to be filled in. */
  readonly run: readonly string[] | null
  /** What stands in a command for a value that is not a literal one. */
  readonly blank: string
}

const DOCS = 'https://docs.aws.amazon.com/'
const GLOBAL_KEYS = `${DOCS}IAM/latest/UserGuide/reference_policies_condition-keys.html`
const REFERENCE = `${DOCS}service-authorization/latest/reference/`
/** Services that have one address for all Regions: their requests count as made in one Region. */
const WITHOUT_REGION = [
  ...['account', 'artifact', 'aws-portal', 'billing', 'budgets', 'ce', 'chime', 'cloudfront', 'cur', 'freetier'],
  ...['globalaccelerator', 'health', 'iam', 'importexport', 'invoicing', 'networkmanager', 'organizations', 'payments'],
  ...['pricing', 'route53', 'route53domains', 'shield', 'support', 'tax', 'trustedadvisor', 'waf', 'wellarchitected'],
]

/** Addresses of which no request comes over the internet. */
const PRIVATE_ADDRESSES = ['10.*', '192.168.*', '172.1?.*', '172.2?.*', '172.30.*', '172.31.*', '127.*']

const MFA_SESSION = [
  ...['aws', 'sts', 'get-session-token', '--serial-number', '<ARN of the MFA device>'],
  ...['--token-code', '<code of the MFA device>'],
]

const BY_REGION = {
  adds: [{ words: ['--region', '{value}'] }],
  run: null,
  blank: 'Region',
  notOf: WITHOUT_REGION,
} as const

const BY_TAG = {
  adds: [
    {
      actions: ['ec2:*'],
      words: ['--tag-specifications', 'ResourceType=<type of resource>,Tags=[{Key={tag},Value={value}}]'],
    },
    { actions: ['s3:*'], words: ['--tagging', '{tag}={value}'] },
    { actions: ['lambda:*', 'eks:*', 'apigateway:*'], words: ['--tags', '{tag}={value}'] },
    { words: ['--tags', 'Key={tag},Value={value}'] },
  ],
  run: null,
  blank: 'value',
} as const

const NOTHING_TO_ADD = { adds: [], run: null, blank: 'value' } as const

const option = (...words: readonly string[]) => ({ adds: [{ words }], run: null, blank: 'value' }) as const

/** The rows, by condition key in lower case; a key with a part of its own, such as a tag, up to the slash or colon. */
export const REQUEST_CHANGES = {
  'aws:requestedregion': {
    ...BY_REGION,
    page: `${GLOBAL_KEYS}#condition-keys-requestedregion`,
    confirmed: '2026-11-26',
  },
  'ec2:region': { ...BY_REGION, page: `${REFERENCE}list_amazonec2.html`, confirmed: '2026-11-26' },
  'aws:multifactorauthpresent': {
    reaches: ['true'],
    callers: ['user'],
    adds: [],
    run: MFA_SESSION,
    blank: 'value',
    page: `${GLOBAL_KEYS}#condition-keys-multifactorauthpresent`,
    confirmed: '2026-11-26',
  },
  'aws:multifactorauthage': {
    callers: ['user'],
    adds: [],
    run: MFA_SESSION,
    blank: 'value',
    page: `${GLOBAL_KEYS}#condition-keys-multifactorauthage`,
    confirmed: '2026-11-26',
  },
  'aws:tokenissuetime': {
    ...NOTHING_TO_ADD,
    page: `${DOCS}IAM/latest/UserGuide/id_roles_use_revoke-sessions.html`,
    confirmed: '2026-11-26',
  },
  'aws:currenttime': { ...NOTHING_TO_ADD, page: `${GLOBAL_KEYS}#condition-keys-currenttime`, confirmed: '2026-11-26' },
  'aws:securetransport': {
    ...NOTHING_TO_ADD,
    reaches: ['true'],
    page: `${GLOBAL_KEYS}#condition-keys-securetransport`,
    confirmed: '2026-11-26',
  },
  'aws:sourceip': {
    ...NOTHING_TO_ADD,
    never: PRIVATE_ADDRESSES,
    page: `${GLOBAL_KEYS}#condition-keys-sourceip`,
    confirmed: '2026-11-26',
  },
  'aws:vpcsourceip': { ...NOTHING_TO_ADD, page: `${GLOBAL_KEYS}#condition-keys-vpcsourceip`, confirmed: '2026-11-26' },
  'aws:sourcevpc': { ...NOTHING_TO_ADD, page: `${GLOBAL_KEYS}#condition-keys-sourcevpc`, confirmed: '2026-11-26' },
  'aws:sourcevpce': { ...NOTHING_TO_ADD, page: `${GLOBAL_KEYS}#condition-keys-sourcevpce`, confirmed: '2026-11-26' },
  'aws:viaawsservice': {
    ...NOTHING_TO_ADD,
    reaches: ['true'],
    page: `${GLOBAL_KEYS}#condition-keys-viaawsservice`,
    confirmed: '2026-11-26',
  },
  'aws:calledvia': { ...NOTHING_TO_ADD, page: `${GLOBAL_KEYS}#condition-keys-calledvia`, confirmed: '2026-11-26' },
  'aws:requesttag/': { ...BY_TAG, page: `${GLOBAL_KEYS}#condition-keys-requesttag`, confirmed: '2026-11-26' },
  'aws:tagkeys': { ...NOTHING_TO_ADD, page: `${GLOBAL_KEYS}#condition-keys-tagkeys`, confirmed: '2026-11-26' },
  'sts:externalid': {
    ...option('--external-id', '{value}'),
    blank: 'external id',
    page: `${DOCS}IAM/latest/UserGuide/confused-deputy.html`,
    confirmed: '2026-11-26',
  },
  'sts:rolesessionname': {
    ...option('--role-session-name', '{value}'),
    page: `${DOCS}IAM/latest/UserGuide/reference_policies_iam-condition-keys.html`,
    confirmed: '2026-11-26',
  },
  'sts:sourceidentity': {
    ...option('--source-identity', '{value}'),
    page: `${DOCS}IAM/latest/UserGuide/id_credentials_temp_control-access_monitor.html`,
    confirmed: '2026-11-26',
  },
  'sts:transitivetagkeys': {
    ...option('--transitive-tag-keys', '{value}'),
    page: `${DOCS}IAM/latest/UserGuide/id_session-tags.html`,
    confirmed: '2026-11-26',
  },
  'iam:permissionsboundary': {
    ...option('--permissions-boundary', '{value}'),
    // With any other action the key is the boundary that the user or the role has already.
    of: ['iam:createrole', 'iam:createuser', 'iam:put*permissionsboundary'],
    blank: 'ARN of the boundary',
    page: `${DOCS}IAM/latest/UserGuide/access_policies_boundaries.html`,
    confirmed: '2026-11-26',
  },
  'iam:policyarn': {
    ...option('--policy-arn', '{value}'),
    blank: 'ARN of the policy',
    page: `${DOCS}IAM/latest/UserGuide/access_controlling.html`,
    confirmed: '2026-11-26',
  },
  'iam:passedtoservice': {
    ...NOTHING_TO_ADD,
    page: `${DOCS}IAM/latest/UserGuide/id_roles_use_passrole.html`,
    confirmed: '2026-11-26',
  },
  's3:x-amz-server-side-encryption': {
    adds: [
      { command: 'aws s3 cp', words: ['--sse', '{value}'] },
      { command: 'aws s3api', words: ['--server-side-encryption', '{value}'] },
    ],
    run: null,
    blank: 'AES256 or aws:kms',
    page: `${DOCS}AmazonS3/latest/userguide/UsingKMSEncryption.html`,
    confirmed: '2026-11-26',
  },
  's3:x-amz-server-side-encryption-aws-kms-key-id': {
    adds: [
      { command: 'aws s3 cp', words: ['--sse', 'aws:kms', '--sse-kms-key-id', '{value}'] },
      {
        command: 'aws s3api',
        words: ['--server-side-encryption', 'aws:kms', '--ssekms-key-id', '{value}'],
      },
    ],
    run: null,
    blank: 'ARN of the key',
    page: `${DOCS}AmazonS3/latest/userguide/UsingKMSEncryption.html`,
    confirmed: '2026-11-26',
  },
  's3:x-amz-acl': {
    ...option('--acl', '{value}'),
    blank: 'ACL',
    page: `${REFERENCE}list_amazons3.html`,
    confirmed: '2026-11-26',
  },
  's3:x-amz-storage-class': {
    ...option('--storage-class', '{value}'),
    page: `${REFERENCE}list_amazons3.html`,
    confirmed: '2026-11-26',
  },
  's3:if-none-match': {
    ...option('--if-none-match', '*'),
    page: `${REFERENCE}list_amazons3.html`,
    confirmed: '2026-11-26',
  },
  's3:requestobjecttag/': {
    ...option('--tagging', '{tag}={value}'),
    page: `${REFERENCE}list_amazons3.html`,
    confirmed: '2026-11-26',
  },
  's3:prefix': {
    ...option('--prefix', '{value}'),
    blank: 'prefix',
    page: `${DOCS}AmazonS3/latest/userguide/amazon-s3-policy-keys.html`,
    confirmed: '2026-11-26',
  },
  's3:delimiter': {
    ...option('--delimiter', '{value}'),
    page: `${REFERENCE}list_amazons3.html`,
    confirmed: '2026-11-26',
  },
  's3:max-keys': {
    ...option('--max-keys', '{value}'),
    page: `${DOCS}AmazonS3/latest/userguide/amazon-s3-policy-keys.html`,
    confirmed: '2026-11-26',
  },
  's3:locationconstraint': {
    ...option('--create-bucket-configuration', 'LocationConstraint={value}'),
    blank: 'Region',
    page: `${DOCS}AmazonS3/latest/userguide/amazon-s3-policy-keys.html`,
    confirmed: '2026-11-26',
  },
  's3:tlsversion': {
    ...NOTHING_TO_ADD,
    page: `${DOCS}AmazonS3/latest/userguide/amazon-s3-policy-keys.html`,
    confirmed: '2026-11-26',
  },
  's3:signatureage': {
    ...NOTHING_TO_ADD,
    page: `${DOCS}AmazonS3/latest/userguide/using-presigned-url.html`,
    confirmed: '2026-11-26',
  },
  's3:authtype': {
    ...NOTHING_TO_ADD,
    page: `${REFERENCE}list_amazons3.html`,
    confirmed: '2026-11-26',
  },
  'ec2:metadatahttptokens': {
    ...option('--metadata-options', 'HttpTokens={value}'),
    reaches: ['required'],
    page: `${DOCS}AWSEC2/latest/UserGuide/ExamplePolicies_EC2.html`,
    confirmed: '2026-11-26',
  },
  'ec2:metadatahttpputresponsehoplimit': {
    ...option('--metadata-options', 'HttpPutResponseHopLimit={value}'),
    page: `${DOCS}AWSEC2/latest/UserGuide/ExamplePolicies_EC2.html`,
    confirmed: '2026-11-26',
  },
  'ec2:instancetype': {
    ...option('--instance-type', '{value}'),
    blank: 'instance type',
    page: `${DOCS}AWSEC2/latest/UserGuide/ExamplePolicies_EC2.html`,
    confirmed: '2026-11-26',
  },
  'ec2:encrypted': {
    adds: [
      { actions: ['ec2:createvolume', 'ec2:copysnapshot'], words: ['--encrypted'] },
      { words: ['--block-device-mappings', 'DeviceName=<device>,Ebs={Encrypted=true}'] },
    ],
    run: null,
    blank: 'value',
    reaches: ['true'],
    page: `${REFERENCE}list_amazonec2.html`,
    confirmed: '2026-11-26',
  },
  'ec2:volumetype': {
    ...option('--volume-type', '{value}'),
    page: `${REFERENCE}list_amazonec2.html`,
    confirmed: '2026-11-26',
  },
  'ec2:associatepublicipaddress': {
    ...option('--no-associate-public-ip-address'),
    reaches: ['false'],
    page: `${REFERENCE}list_amazonec2.html`,
    confirmed: '2026-11-26',
  },
  'rds:storageencrypted': {
    ...option('--storage-encrypted'),
    reaches: ['true'],
    page: `${REFERENCE}list_amazonrds.html`,
    confirmed: '2026-11-26',
  },
  'rds:databaseclass': {
    ...option('--db-instance-class', '{value}'),
    page: `${REFERENCE}list_amazonrds.html`,
    confirmed: '2026-11-26',
  },
  'rds:databaseengine': {
    ...option('--engine', '{value}'),
    page: `${REFERENCE}list_amazonrds.html`,
    confirmed: '2026-11-26',
  },
  'elasticfilesystem:encrypted': {
    ...option('--encrypted'),
    reaches: ['true'],
    page: `${REFERENCE}list_amazonelasticfilesystem.html`,
    confirmed: '2026-11-26',
  },
  'kms:viaservice': {
    ...NOTHING_TO_ADD,
    page: `${DOCS}kms/latest/developerguide/conditions-kms.html`,
    confirmed: '2026-11-26',
  },
  'kms:grantisforawsresource': {
    ...NOTHING_TO_ADD,
    reaches: ['true'],
    page: `${DOCS}kms/latest/developerguide/conditions-kms.html`,
    confirmed: '2026-11-26',
  },
  'kms:encryptioncontext:': {
    ...option('--encryption-context', '{tag}={value}'),
    page: `${DOCS}kms/latest/developerguide/conditions-kms.html`,
    confirmed: '2026-11-26',
  },
  'kms:recipientattestation:': {
    ...NOTHING_TO_ADD,
    page: `${REFERENCE}list_awskeymanagementservice.html`,
    confirmed: '2026-11-26',
  },
  'lambda:functionurlauthtype': {
    ...option('--auth-type', '{value}'),
    page: `${REFERENCE}list_awslambda.html`,
    confirmed: '2026-11-26',
  },
  'lambda:vpcids': {
    adds: [{ words: ['--vpc-config', 'SubnetIds=<subnet>,SecurityGroupIds=<security group>'] }],
    run: null,
    blank: 'VPC',
    page: `${REFERENCE}list_awslambda.html`,
    confirmed: '2026-11-26',
  },
  'lambda:subnetids': {
    adds: [{ words: ['--vpc-config', 'SubnetIds={value},SecurityGroupIds=<security group>'] }],
    run: null,
    blank: 'subnet',
    page: `${REFERENCE}list_awslambda.html`,
    confirmed: '2026-11-26',
  },
  'cloudformation:rolearn': {
    ...option('--role-arn', '{value}'),
    blank: 'ARN of the role',
    page: `${REFERENCE}list_awscloudformation.html`,
    confirmed: '2026-11-26',
  },
  'cloudformation:templateurl': {
    ...option('--template-url', '{value}'),
    page: `${REFERENCE}list_awscloudformation.html`,
    confirmed: '2026-11-26',
  },
  'dynamodb:leadingkeys': {
    ...NOTHING_TO_ADD,
    page: `${DOCS}amazondynamodb/latest/developerguide/specifying-conditions.html`,
    confirmed: '2026-11-26',
  },
  'dynamodb:attributes': {
    ...NOTHING_TO_ADD,
    page: `${DOCS}amazondynamodb/latest/developerguide/specifying-conditions.html`,
    confirmed: '2026-11-26',
  },
  'sns:protocol': {
    ...option('--protocol', '{value}'),
    page: `${REFERENCE}list_amazonsns.html`,
    confirmed: '2026-11-26',
  },
} as const satisfies Readonly<Record<string, RequestChange>>

/** A key of the table. */
export type RequestChangeKey = keyof typeof REQUEST_CHANGES

const KEYS = Object.keys(REQUEST_CHANGES) as readonly RequestChangeKey[]

/** The row of a condition key in any letter case, with the part of the key that is not the row's; null: none. */
export const requestChangeOf = (
  key: string,
): { readonly id: RequestChangeKey; readonly row: RequestChange; readonly rest: string } | null => {
  const id = KEYS.find((one) => (/[/:]$/.test(one) ? key.toLowerCase().startsWith(one) : key.toLowerCase() === one))
  return id === undefined ? null : { id, row: REQUEST_CHANGES[id], rest: key.slice(id.length) }
}
