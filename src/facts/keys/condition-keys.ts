import type { KeyType } from '../../iam/key-type'
import { own } from '../../text/own'

/** When a request carries a key: `always`, in every `signed` request, or only `sometimes`. */
export type KeyPresence = 'always' | 'signed' | 'sometimes'

/** What AWS documents of a condition key. */
export interface ConditionKey {
  /** In AWS's spelling; a key that ends in `/` takes a tag name after it. */
  readonly name: string
  readonly type: KeyType
  readonly multivalued: boolean
  readonly presence: KeyPresence
  /** When a request carries the key, as a phrase. */
  readonly when: string
}

type Row = readonly [name: string, type: KeyType, presence: KeyPresence, when: string, multivalued?: 'multivalued']

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html */
const ROWS: readonly Row[] = [
  ['aws:PrincipalArn', 'arn', 'signed', 'in every signed request'],
  ['aws:PrincipalAccount', 'string', 'always', 'in every request'],
  ['aws:PrincipalOrgID', 'string', 'sometimes', 'when the principal’s account is in an organization'],
  ['aws:PrincipalOrgPaths', 'string', 'sometimes', 'when the principal’s account is in an organization', 'multivalued'],
  ['aws:PrincipalTag/', 'string', 'sometimes', 'when the principal or its session has that tag'],
  ['aws:PrincipalIsAWSService', 'bool', 'signed', 'in every signed request'],
  ['aws:PrincipalServiceName', 'string', 'sometimes', 'when a service principal calls directly'],
  ['aws:PrincipalServiceNamesList', 'string', 'sometimes', 'when a service principal calls directly', 'multivalued'],
  ['aws:PrincipalType', 'string', 'always', 'in every request'],
  ['aws:userid', 'string', 'always', 'in every request'],
  ['aws:username', 'string', 'sometimes', 'for IAM users only, never for roles'],
  ['aws:AssumedRoot', 'bool', 'sometimes', 'in sessions of AssumeRoot'],
  ['aws:FederatedProvider', 'string', 'sometimes', 'in role sessions of an OIDC provider'],
  ['aws:TokenIssueTime', 'date', 'sometimes', 'with temporary credentials'],
  ['aws:SignInSessionArn', 'arn', 'sometimes', 'in sessions of AWS Sign-In'],
  ['aws:MultiFactorAuthAge', 'numeric', 'sometimes', 'with temporary credentials that carry MFA information'],
  ['aws:MultiFactorAuthPresent', 'bool', 'sometimes', 'with temporary credentials, never with long-term access keys'],
  ['aws:ChatbotSourceArn', 'arn', 'sometimes', 'in Amazon Q Developer chat sessions'],
  ['aws:Ec2InstanceSourceVpc', 'string', 'sometimes', 'with credentials of an EC2 instance role'],
  ['aws:Ec2InstanceSourcePrivateIPv4', 'ip', 'sometimes', 'with credentials of an EC2 instance role'],
  ['aws:SourceIdentity', 'string', 'sometimes', 'in role sessions that set a source identity'],
  ['aws:ViaCustomerDomain', 'string', 'sometimes', 'with temporary access delegation'],
  ['ec2:RoleDelivery', 'numeric', 'sometimes', 'in EC2 role sessions'],
  ['ec2:SourceInstanceArn', 'arn', 'sometimes', 'in EC2 role sessions'],
  ['lambda:SourceFunctionArn', 'arn', 'sometimes', 'in calls from a Lambda function’s environment'],
  ['ssm:SourceInstanceArn', 'arn', 'sometimes', 'with credentials of an SSM managed instance'],
  ['codebuild:BuildArn', 'arn', 'sometimes', 'in CodeBuild role sessions'],
  ['codebuild:ProjectArn', 'arn', 'sometimes', 'in CodeBuild role sessions'],
  ['glue:RoleAssumedBy', 'string', 'sometimes', 'in Glue service role sessions'],
  ['glue:CredentialIssuingService', 'string', 'sometimes', 'in Glue service role sessions'],
  ['identitystore:UserId', 'string', 'sometimes', 'for IAM Identity Center users'],
  ['aws:SourceIp', 'ip', 'sometimes', 'when the request does not come through a VPC endpoint'],
  ['aws:SourceVpc', 'string', 'sometimes', 'when the request comes through a VPC endpoint'],
  ['aws:SourceVpcArn', 'arn', 'sometimes', 'through a VPC endpoint, for some services'],
  ['aws:SourceVpce', 'string', 'sometimes', 'when the request comes through a VPC endpoint'],
  ['aws:VpceAccount', 'string', 'sometimes', 'through a VPC endpoint, for some services'],
  ['aws:VpceOrgID', 'string', 'sometimes', 'through a VPC endpoint, for some services'],
  ['aws:VpceOrgPaths', 'string', 'sometimes', 'through a VPC endpoint, for some services', 'multivalued'],
  ['aws:VpcSourceIp', 'ip', 'sometimes', 'when the request comes through a VPC endpoint'],
  ['aws:ResourceAccount', 'string', 'sometimes', 'for most actions'],
  ['aws:ResourceOrgID', 'string', 'sometimes', 'when the resource’s account is in an organization'],
  ['aws:ResourceOrgPaths', 'string', 'sometimes', 'when the resource’s account is in an organization', 'multivalued'],
  ['aws:ResourceTag/', 'string', 'sometimes', 'when the resource has that tag and the service supports it'],
  ['aws:CalledVia', 'string', 'sometimes', 'when a service calls on the principal’s behalf', 'multivalued'],
  ['aws:CalledViaFirst', 'string', 'sometimes', 'when a service calls on the principal’s behalf'],
  ['aws:CalledViaLast', 'string', 'sometimes', 'when a service calls on the principal’s behalf'],
  ['aws:ViaAWSService', 'bool', 'always', 'in every request'],
  ['aws:CalledViaAWSMCP', 'string', 'sometimes', 'in calls through an AWS MCP service'],
  ['aws:ViaAWSMCPService', 'bool', 'sometimes', 'in calls through an AWS MCP server'],
  ['aws:IsMcpServiceAction', 'bool', 'sometimes', 'for actions of an MCP service'],
  ['aws:CurrentTime', 'date', 'always', 'in every request'],
  ['aws:EpochTime', 'date', 'always', 'in every request'],
  ['aws:referer', 'string', 'sometimes', 'in browser requests with a Referer header'],
  ['aws:RequestedRegion', 'string', 'always', 'in every request'],
  ['aws:RequestTag/', 'string', 'sometimes', 'when the request passes that tag'],
  ['aws:TagKeys', 'string', 'sometimes', 'when the request passes tags', 'multivalued'],
  ['aws:SecureTransport', 'bool', 'always', 'in every request'],
  ['aws:SourceAccount', 'string', 'sometimes', 'when a service principal calls on behalf of a resource'],
  ['aws:SourceArn', 'arn', 'sometimes', 'when a service principal calls on behalf of a resource'],
  ['aws:SourceOrgID', 'string', 'sometimes', 'when a service principal calls on behalf of a resource'],
  [
    'aws:SourceOrgPaths',
    'string',
    'sometimes',
    'when a service principal calls on behalf of a resource',
    'multivalued',
  ],
  ['aws:UserAgent', 'string', 'always', 'in every request'],
  ['sts:ExternalId', 'string', 'sometimes', 'when the caller passes an external id'],
  ['sts:RoleSessionName', 'string', 'sometimes', 'when a role is assumed'],
  ['sts:SourceIdentity', 'string', 'sometimes', 'when the caller sets a source identity'],
  ['sts:TransitiveTagKeys', 'string', 'sometimes', 'when the caller passes transitive session tags', 'multivalued'],
  ['iam:PassedToService', 'string', 'sometimes', 'when a role is passed to a service'],
  ['iam:AssociatedResourceArn', 'arn', 'sometimes', 'when a role is passed to a service'],
  ['kms:ViaService', 'string', 'sometimes', 'when a service calls KMS on the principal’s behalf'],
  ['kms:CallerAccount', 'string', 'always', 'in every KMS request'],
  ['kms:EncryptionContext:', 'string', 'sometimes', 'when the request passes that encryption context pair'],
  ['kms:EncryptionContextKeys', 'string', 'sometimes', 'when the request passes an encryption context', 'multivalued'],
  ['s3:prefix', 'string', 'sometimes', 'when a listing asks for a prefix'],
]

/** All keys in the table. */
export const CONDITION_KEYS: readonly ConditionKey[] = ROWS.map(([name, type, presence, when, multivalued]) => ({
  name,
  type,
  presence,
  when,
  multivalued: multivalued === 'multivalued',
}))

const BY_NAME = new Map(CONDITION_KEYS.map((key) => [key.name.toLowerCase(), key]))

/** What is known of a key, whatever its case; null for a key that is not in the table. */
export function findConditionKey(name: string): ConditionKey | null {
  const lower = name.toLowerCase()
  const exact = BY_NAME.get(lower)
  if (exact !== undefined) return exact
  const slash = lower.indexOf('/')
  if (slash >= 0) return BY_NAME.get(lower.slice(0, slash + 1)) ?? null
  const colon = lower.indexOf(':', lower.indexOf(':') + 1)
  return colon < 0 ? null : (BY_NAME.get(lower.slice(0, colon + 1)) ?? null)
}

/** The key that AWS documents as of two types: a date that is also a number. */
const SECOND_TYPES: Readonly<Record<string, KeyType>> = { 'aws:epochtime': 'numeric' }

/** The types of a key's value, by its name and the type that is documented first. */
export const typesOf = (lowerName: string, first: KeyType): readonly KeyType[] => {
  const second = own(SECOND_TYPES, lowerName)
  return second === undefined ? [first] : [first, second]
}

const MULTIVALUED: ReadonlySet<string> = new Set(
  CONDITION_KEYS.filter((key) => key.multivalued).map((key) => key.name.toLowerCase()),
)

/** Is the key multivalued by AWS's documentation? The name in lower case. */
export const isMultivaluedKey = (lowerName: string): boolean => MULTIVALUED.has(lowerName)

/** Keys with a service's prefix that the caller's session carries into calls of every service. */
const OF_SESSION: ReadonlySet<string> = new Set(
  CONDITION_KEYS.map(({ name }) => name.toLowerCase()).filter((name) =>
    /^(?:ec2|lambda|ssm|codebuild|glue|identitystore):/.test(name),
  ),
)

/** Does a session bring the key, in lower case, whatever it calls? */
export const isOfSession = (lowerName: string): boolean => OF_SESSION.has(lowerName)
