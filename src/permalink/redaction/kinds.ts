/** What can be replaced before a case is shared. */
export const REDACTION_KINDS = {
  accounts: { label: 'Account ids' },
  organization: { label: 'Organization, root and OU ids' },
  users: { label: 'User and group names' },
  roles: { label: 'Role names, paths and sessions' },
  buckets: { label: 'Bucket and access point names' },
  objects: { label: 'Object keys' },
  keys: { label: 'KMS keys and aliases' },
  accessKeys: { label: 'Access key ids and unique ids' },
  addresses: { label: 'IP addresses' },
  ids: { label: 'Ids of networks, instances and requests' },
  words: { label: 'All other words that are not AWS’s own' },
} as const

/** The kinds by which a person chooses. */
export type RedactionKind = keyof typeof REDACTION_KINDS

/** One way to find names in a text: the first group holds the name, or a path of names. */
export interface Finder {
  readonly kind: RedactionKind
  /** Form of the stand-in; {n} is a number. */
  readonly form: string
  readonly pattern: RegExp
  /** The group is a path: each part between slashes is a name of its own; `last` has a form of its own. */
  readonly path?: { readonly last: string }
}

/** Where names stand. The order counts: the first finder that finds a name gives it its kind. */
export const FINDERS: readonly Finder[] = [
  { kind: 'accounts', form: 'account', pattern: /(?<!\d)(\d{12})(?!\d)/g },
  { kind: 'accounts', form: 'account', pattern: /(?<![\w-])(\d{4}-\d{4}-\d{4})(?![\w-])/g },
  { kind: 'organization', form: 'o-exampleorg{n}', pattern: /(?<![\w-])(o-[a-z\d]{10,32})(?![\w-])/g },
  {
    kind: 'organization',
    form: 'ou-ex{r}-exampleou{n}',
    pattern: /(?<![\w-])(ou-[a-z\d]{4,32}-[a-z\d]{8,32})(?![\w-])/g,
  },
  {
    kind: 'organization',
    form: 'p-examplepolicy{n}',
    pattern: /(?<=_control_policy\/|"p?olicyId\\?"\s?:\s?\\?"|--policy-id )(p-[a-z\d]{8,128})(?![\w-])/gi,
  },
  { kind: 'organization', form: 'r-ex{r}', pattern: /(?<=\/)(r-[a-z\d]{4,32})(?![\w-])/g },
  { kind: 'keys', form: 'uuid', pattern: /(?<=:key\/)([\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12})(?![\w-])/g },
  { kind: 'keys', form: 'mrk', pattern: /(?<![\w-])(mrk-[\da-f]{32})(?![\w-])/g },
  { kind: 'keys', form: 'example-key-{n}', pattern: /(?<=alias\/)(?!aws\/)([\w/*?-]+)/g },
  {
    kind: 'accessKeys',
    form: 'unique-id',
    pattern:
      /(?<![A-Za-z\d])((?:AKIA|ASIA|AIDA|AROA|AGPA|AIPA|ANPA|ANVA|ABIA|ACCA|APKA|ASCA)[A-Z\d]{12,28})(?![A-Za-z\d])/g,
  },
  {
    kind: 'users',
    form: 'path-{n}',
    path: { last: 'user-{n}' },
    pattern: /(?<=:)(?:user|federated-user)\/((?:[\w+=,.@/*?-]|\$\{[^{}]{0,200}\})+)/g,
  },
  {
    kind: 'users',
    form: 'path-{n}',
    path: { last: 'group-{n}' },
    pattern: /(?<=:)group\/((?:[\w+=,.@/*?-]|\$\{[^{}]{0,200}\})+)/g,
  },
  {
    kind: 'users',
    form: 'user-{n}',
    pattern: /"aws:username"\s{0,40}:\s{0,40}(?:\[\s{0,40})?"((?:[\w+=,.@*?-]|\$\{[^{}]{0,200}\})+)"/gi,
  },
  { kind: 'users', form: 'group-{n}', pattern: /^group:([\w+=,.@-]+)$/g },
  { kind: 'roles', form: 'sso-role', pattern: /(?<![\w*?-])(AWSReservedSSO_[\w+=,.@-]{1,64}_[\da-f]{16})(?![\w*?-])/g },
  {
    kind: 'roles',
    form: 'role-{n}',
    path: { last: 'session-{n}' },
    pattern: /(?<=:)assumed-role\/((?:[\w+=,.@/*?-]|\$\{[^{}]{0,200}\})+)/g,
  },
  {
    kind: 'roles',
    form: 'path-{n}',
    path: { last: 'role-{n}' },
    pattern: /(?<=:)(?:role|instance-profile)\/((?:[\w+=,.@/*?-]|\$\{[^{}]{0,200}\})+)/g,
  },
  { kind: 'buckets', form: 'example-bucket-{n}', pattern: /(?<=:s3:::)((?:[\w.*?-]|\$\{[^{}]{0,200}\})+)/g },
  { kind: 'buckets', form: 'example-bucket-{n}', pattern: /(?<=s3:\/\/)([\w.-]+)/g },
  {
    kind: 'buckets',
    form: 'example-bucket-{n}',
    pattern: /(?<![\w.-])([\w-][\w.-]{1,62}?)\.s3[.-](?:[\w-]{1,30}\.){0,3}amazonaws\.com/g,
  },
  {
    kind: 'buckets',
    form: 'example-bucket-{n}',
    pattern: /(?<=\/\/s3[.-](?:[\w-]{1,30}\.){0,3}amazonaws\.com\/)([\w.-]{3,63})/g,
  },
  { kind: 'buckets', form: 'example-bucket-{n}', pattern: /"bucketName\\?"\s?:\s?\\?"([\w.-]+)/g },
  { kind: 'buckets', form: 'access-point-{n}', pattern: /(?<=:accesspoint\/)((?:[\w.*?-]|\$\{[^{}]{0,200}\})+)/g },
  {
    kind: 'objects',
    form: 'folder-{n}',
    path: { last: 'object-{n}' },
    pattern: /:s3:::(?:[\w.*?-]|\$\{[^{}]{0,200}\})+\/((?:[\w+=,.@/*?:!()~&;-]|\$\{[^{}]{0,200}\})+)/g,
  },
  {
    kind: 'objects',
    form: 'folder-{n}',
    path: { last: 'object-{n}' },
    pattern: /(?<=:accesspoint\/[\w.-]{1,63}\/object\/)((?:[\w+=,.@/*?:!()~&;-]|\$\{[^{}]{0,200}\})+)/g,
  },
  {
    kind: 'objects',
    form: 'folder-{n}',
    path: { last: 'object-{n}' },
    pattern: /"bucketName\\?"\s?:\s?[^{}]{1,300}?"key\\?"\s?:\s?\\?"([^"\\\s]{1,1024})/g,
  },
  {
    kind: 'addresses',
    form: 'address',
    pattern: /(?<![\w.:-])(\d{1,3}(?:\.\d{1,3}){3}(?:\/\d{1,2})?)(?![\w:]|\.\d)/g,
  },
  {
    kind: 'addresses',
    form: 'address',
    pattern: /(?<![\w:.])((?:[\da-f]{1,4}:){2,7}(?::|[\da-f]{1,4})[\da-f:]{0,34}(?:\/\d{1,3})?)(?![\w:.])/gi,
  },
  {
    kind: 'ids',
    form: 'exampleauthorization{n}',
    pattern: /(?:\bauthorization\sid:\s?|#\/authorization-details\/|--authorization-id\s)([a-z\d]{8,64})\b/gi,
  },
  { kind: 'ids', form: 'uuid', pattern: /(?<![\w-])([\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12})(?![\w-])/gi },
  {
    kind: 'ids',
    form: 'resource-id',
    pattern: /(?<![\w-])([a-z]{1,12}(?:-svc)?-(?:[\da-f]{17}|[\da-f]{8}))(?![\w-])/g,
  },
]

/** Names that AWS gives, or that mean the same in every account: they say nothing of anybody, and policies rely on them. */
export const PUBLIC_NAMES: ReadonlySet<string> = new Set([
  'aws-reserved',
  'sso.amazonaws.com',
  'aws-service-role',
  'service-role',
  'OrganizationAccountAccessRole',
  'AWSControlTowerExecution',
  'root',
])

/** Policies that AWS manages, by the beginnings and ends that it gives their names. */
const MANAGED_POLICY =
  /^(?:FullAWSAccess|RCPFullAWSAccess|(?:Amazon|AWS)[A-Z][A-Za-z\d]{0,80}(?:FullAccess|ReadOnlyAccess|ReadOnly|ServiceRole|ExecutionRole|Policy|PolicyFor[A-Za-z\d]{1,60}|RoleFor[A-Za-z\d]{1,60}))$/

/** Is it the name of a policy that AWS manages? */
export const isManagedPolicy = (name: string): boolean => MANAGED_POLICY.test(name) || PREDEFINED_SETS.has(name)

/** Names of which AWS made all: roles linked to services, and what is common to all roles of permission sets. */
export const PUBLIC_PATTERN =
  /^(?:\*?AWSReservedSSO_\*?|\*?AWSAdministratorAccess(?:_\*)?|AWSServiceRoleFor[A-Za-z\d]*)$/

/** Values that AWS gives a form of their own: types of instances, suites of ciphers, models of Bedrock by their provider. */
const PUBLIC_VALUE =
  /^(?:(?:(?:db|cache|ml|dax)\.)?[a-z][a-z\d-]{1,12}\.(?:\d{0,3}x?large|nano|micro|small|medium|metal(?:-\d{1,2}xl)?)|(?:TLS|ECDHE|DHE)[-_][A-Z\d_-]{5,50}|(?:(?:us|eu|apac|global|us-gov)\.)?(?:ai21|amazon|anthropic|cohere|deepseek|luma|meta|mistral|openai|qwen|stability|twelvelabs|writer)\.[a-z\d][a-z\d.-]{1,60})$/

/** Is it a value that AWS made, the same in every account? */
export const isPublicValue = (text: string): boolean => PUBLIC_VALUE.test(text)

/**
 * Permission sets that IAM Identity Center offers ready made.
 * https://docs.aws.amazon.com/singlesignon/latest/userguide/permissionsetpredefined.html
 */
export const PREDEFINED_SETS: ReadonlySet<string> = new Set(
  (
    'AdministratorAccess Billing DatabaseAdministrator DataScientist NetworkAdministrator PowerUserAccess ReadOnlyAccess ' +
    'SecurityAudit SupportUser SystemAdministrator ViewOnlyAccess'
  ).split(' '),
)

/** Words of IAM's own language: a user or bucket of this name cannot be told from them. */
export const IAM_WORDS: ReadonlySet<string> = new Set(
  (
    'user role group key alias policy bucket arn aws aws-cn aws-us-gov iam sts s3 kms ec2 assumed-role federated-user ' +
    'true false session User Role Allow Deny Effect Action Resource Principal Condition Statement Version Sid AWS Service ' +
    'resource action operation error a an the is not to on in with because no policy allows authorized perform'
  ).split(' '),
)
