import type { TopicCode } from '../denial/topics'
import type { Confirmed, RowSource } from './knowledge'

/** One thing to change where no policy is the cause: in the call, in a setting, in the credentials. */
export interface TopicChange extends RowSource {
  /** What to do. Text in backticks is code; a gap in braces is filled from the facts. */
  readonly says: string
  /** The command that does it; null: none does. A gap that nothing fills becomes a blank to fill in. */
  readonly run: readonly string[] | null
  /** Words to add to the call, or to leave out of it. */
  readonly option?: { readonly is: 'added' | 'left out'; readonly words: readonly string[] }
}

const DOCS = 'https://docs.aws.amazon.com/'

const change = (
  says: string,
  page: string,
  confirmed: Confirmed,
  run: readonly string[] | null = null,
): TopicChange => ({
  says,
  run,
  page: page.startsWith('https:') ? page : DOCS + page,
  confirmed,
})

const SIGN_IN: readonly [TopicChange, TopicChange] = [
  change('With IAM Identity Center: sign in again.', 'cli/latest/userguide/cli-configure-sso.html', '2026-11-26', [
    'aws',
    'sso',
    'login',
    '--profile',
    '<profile>',
  ]),
  change(
    'With a role: assume it again, and use the new credentials, all three of them.',
    'IAM/latest/UserGuide/id_credentials_temp_use-resources.html',
    '2026-11-26',
    ['aws', 'sts', 'assume-role', '--role-arn', '<ARN of the role>', '--role-session-name', '<name>'],
  ),
]

/** What to change, for each topic; the first is what to do first. */
export const TOPIC_CHANGES = {
  'dry-run-passed': [
    change(
      'Make the call once more without the dry run: it is allowed.',
      'AWSEC2/latest/APIReference/API_RunInstances.html',
      '2026-11-26',
    ),
  ],
  'block-public-access': [
    change(
      'Keep it on where the public is not meant: let the policy name accounts, users or roles instead of `"*"`, and leave public ACLs such as `public-read` out of the call.',
      'AmazonS3/latest/userguide/access-control-block-public-access.html',
      '2026-11-26',
    ),
    change(
      'Only if it is meant to be public: turn Block Public Access off for the bucket, and for the account where it is on there too.',
      'AmazonS3/latest/userguide/configuring-block-public-access-bucket.html',
      '2026-11-26',
      [
        ...['aws', 's3api', 'put-public-access-block', '--bucket', '{bucket}', '--public-access-block-configuration'],
        'BlockPublicAcls=false,IgnorePublicAcls=false,BlockPublicPolicy=false,RestrictPublicBuckets=false',
      ],
    ),
  ],
  'object-lock': [
    change(
      'Wait until the retention period is over, or take the legal hold away.',
      'AmazonS3/latest/userguide/object-lock-managing.html',
      '2026-11-26',
      [
        ...['aws', 's3api', 'put-object-legal-hold', '--bucket', '{bucket}', '--key', '{key}'],
        ...['--legal-hold', 'Status=OFF'],
      ],
    ),
    {
      ...change(
        'In governance mode, with `s3:BypassGovernanceRetention` allowed, say in the call that the retention is to be passed over.',
        'AmazonS3/latest/userguide/object-lock-managing.html',
        '2026-11-26',
      ),
      option: { is: 'added', words: ['--bypass-governance-retention'] },
    },
  ],
  'lake-formation': [
    change(
      'Grant the permission in Lake Formation to the caller, on the database, table or location that the message names.',
      'lake-formation/latest/APIReference/API_GrantPermissions.html',
      '2026-11-26',
      [
        ...['aws', 'lakeformation', 'grant-permissions', '--principal', 'DataLakePrincipalIdentifier={principalArn}'],
        ...['--permissions', '{permission}', '--resource', '{"Table":{"DatabaseName":"<database>","Name":"<table>"}}'],
      ],
    ),
  ],
  'bedrock-model-access': [
    change(
      'Give who calls `aws-marketplace:Subscribe` and `aws-marketplace:ViewSubscriptions` for the first call of the model, fill in the form for first use where the model is Anthropic’s, and see that the account can pay by AWS Marketplace; it takes minutes to count.',
      'bedrock/latest/userguide/model-access.html',
      '2026-11-26',
    ),
  ],
  'root-assumes-no-role': [
    change(
      'Assume the role as an IAM user, from IAM Identity Center or from another role, instead of as the root user.',
      'IAM/latest/UserGuide/id_roles_use_permissions-to-switch.html',
      '2026-11-26',
    ),
  ],
  'role-not-assumable': [
    change(
      'Let the trust policy of the role name the service as its principal.',
      'IAM/latest/UserGuide/reference_policies_elements_principal.html#principal-services',
      '2026-11-26',
      [
        ...['aws', 'iam', 'update-assume-role-policy', '--role-name', '<role>'],
        ...['--policy-document', 'file://trust.json'],
      ],
    ),
  ],
  'acls-disabled': [
    {
      ...change(
        'Leave the ACL out of the call, and give access by the bucket policy.',
        'AmazonS3/latest/userguide/about-object-ownership.html',
        '2026-11-26',
      ),
      option: { is: 'left out', words: ['--acl', '<ACL>'] },
    },
    change(
      'Only if ACLs are needed: turn them on for the bucket.',
      'AmazonS3/latest/userguide/object-ownership-existing-bucket.html',
      '2026-11-26',
      [
        ...['aws', 's3api', 'put-bucket-ownership-controls', '--bucket', '{bucket}'],
        ...['--ownership-controls', 'Rules=[{ObjectOwnership=BucketOwnerPreferred}]'],
      ],
    ),
  ],
  'kms-key-pending-deletion': [
    change(
      'If the key is still needed, cancel its deletion; it is disabled then, and has to be enabled.',
      'kms/latest/developerguide/deleting-keys-cancelling-key-deletion.html',
      '2026-11-26',
      ['aws', 'kms', 'cancel-key-deletion', '--key-id', '{keyId}'],
    ),
    change('Enable the key again.', 'kms/latest/developerguide/enabling-keys.html', '2026-11-26', [
      'aws',
      'kms',
      'enable-key',
      '--key-id',
      '{keyId}',
    ]),
    change(
      'If it is to go, encrypt anew with another key what it still protects.',
      'kms/latest/developerguide/deleting-keys.html',
      '2026-11-26',
    ),
  ],
  'kms-key-state': [
    change(
      'See the state of the key, and bring it to `Enabled`: by enabling it, cancelling its deletion or importing its material again.',
      'kms/latest/developerguide/key-state.html',
      '2026-11-26',
      ['aws', 'kms', 'describe-key', '--key-id', '{keyId}', '--query', 'KeyMetadata.KeyState', '--output', 'text'],
    ),
  ],
  'kms-key-disabled': [
    change(
      'Enable the key, or let the resource use another one.',
      'kms/latest/developerguide/enabling-keys.html',
      '2026-11-26',
      ['aws', 'kms', 'enable-key', '--key-id', '{keyId}'],
    ),
  ],
  'region-disabled': [
    change(
      'Enable the Region for the account, which takes minutes, at times hours, or make the request in another Region.',
      'accounts/latest/reference/API_EnableRegion.html',
      '2026-11-26',
      ['aws', 'account', 'enable-region', '--region-name', '<Region>'],
    ),
  ],
  'policy-lockout': [
    change(
      'Let the new key policy allow the caller `kms:PutKeyPolicy`, best as the root of the account: the check that refused it keeps a key from becoming unmanageable.',
      'kms/latest/APIReference/API_PutKeyPolicy.html',
      '2026-11-26',
    ),
  ],
  'object-archived': [
    change(
      'Restore the object first, and read it once it is restored.',
      'AmazonS3/latest/userguide/restoring-objects.html',
      '2026-11-26',
      [
        ...['aws', 's3api', 'restore-object', '--bucket', '{bucket}', '--key', '{key}'],
        ...['--restore-request', 'Days=7'],
      ],
    ),
  ],
  'ses-not-verified': [
    change(
      'Verify the address or its domain in that Region; in the sandbox the addresses of the recipients too.',
      'ses/latest/APIReference-V2/API_CreateEmailIdentity.html',
      '2026-11-26',
      ['aws', 'sesv2', 'create-email-identity', '--email-identity', '<address or domain>'],
    ),
  ],
  'signed-url': [
    change(
      'Sign the URL with a key of a trusted key group of the distribution, or lift the restriction of its viewers.',
      'AmazonCloudFront/latest/DeveloperGuide/private-content-signed-urls.html',
      '2026-11-26',
      [
        ...['aws', 'cloudfront', 'sign', '--url', '<URL>', '--key-pair-id', '<key pair id>'],
        ...['--private-key', 'file://key.pem', '--date-less-than', '<end>'],
      ],
    ),
  ],
  'cloudfront-blocked': [
    change(
      'See which rule it was, AWS WAF’s, the geographic restriction’s, the method’s or that of the host name, and change that one in the distribution.',
      'AmazonCloudFront/latest/DeveloperGuide/http-403-permission-denied.html',
      'unconfirmed',
    ),
  ],
  'opensearch-permissions': [
    change(
      'Map the IAM role or user, as a backend role, to a role of OpenSearch that has the permission: in the security settings of Dashboards, or by the REST API of the domain.',
      'opensearch-service/latest/developerguide/fgac.html',
      '2026-11-26',
    ),
  ],
  'volume-gone': [
    change(
      'Where the volume was only just made: allow who made it `kms:CreateGrant`, `kms:GenerateDataKeyWithoutPlaintext`, `kms:Decrypt`, `kms:ReEncrypt*` and `kms:DescribeKey` on the KMS key of its encryption, which the account can have set by default.',
      'ebs/latest/userguide/ebs-encryption-requirements.html',
      '2026-11-26',
      ['aws', 'ec2', 'get-ebs-default-kms-key-id', '--output', 'json'],
    ),
    change(
      'Else correct the id, or the account and Region in which it is looked for.',
      'ebs/latest/userguide/ebs-volume-lifecycle.html',
      'unconfirmed',
    ),
  ],
  'database-permissions': [
    change(
      'Grant the permission in the database to the user that signed in, or sign in as another one.',
      'redshift/latest/dg/r_GRANT.html',
      'unconfirmed',
    ),
  ],
  'operating-system': [
    change(
      'Give the file to the user that runs the program, or offer the SSH key that the host expects.',
      'AWSEC2/latest/UserGuide/TroubleshootingInstancesConnecting.html',
      'unconfirmed',
    ),
  ],
  'code-host': [
    change(
      'Sign in to that host as a user who may write to the repository.',
      'codecommit/latest/userguide/troubleshooting-gc.html',
      'unconfirmed',
    ),
  ],
  'saml-response': [
    change(
      'Compare the response with what AWS asks of it, and the metadata of the provider in IAM with the newest.',
      'IAM/latest/UserGuide/troubleshoot_saml.html',
      '2026-11-26',
    ),
  ],
  'wrong-region': [
    {
      ...change(
        'Send the request to the Region of the bucket; this command says which one it is, `None` for `us-east-1`.',
        'AmazonS3/latest/API/API_GetBucketLocation.html',
        '2026-11-26',
        ['aws', 's3api', 'get-bucket-location', '--bucket', '{bucket}', '--output', 'text'],
      ),
      option: { is: 'added', words: ['--region', '<Region>'] },
    },
  ],
  'mfa-code-rejected': [
    {
      ...change(
        'Take the ARN of the MFA device from the list, and enter a fresh code of it; each code counts once.',
        'STS/latest/APIReference/API_GetSessionToken.html',
        '2026-11-26',
        ['aws', 'iam', 'list-mfa-devices', '--output', 'json'],
      ),
      option: { is: 'added', words: ['--serial-number', '<ARN of the MFA device>', '--token-code', '<code>'] },
    },
  ],
  'unknown-api-path': [
    change(
      'Correct the URL: the host of the service, the path and the method, and sign the request where the API asks for it.',
      'https://repost.aws/knowledge-center/api-gateway-authentication-token-errors',
      '2026-11-26',
    ),
  ],
  azure: [
    change(
      'Assign the role in Azure to the identity that calls.',
      'https://learn.microsoft.com/azure/role-based-access-control/troubleshooting',
      'unconfirmed',
    ),
  ],
  'google-cloud': [
    change(
      'Grant the role in Google Cloud to the account that calls.',
      'https://cloud.google.com/iam/docs/permission-error-messages',
      'unconfirmed',
    ),
  ],
  'ibm-cloud': [
    change(
      'Give the identity that calls an access policy in IBM Cloud.',
      'https://cloud.ibm.com/docs/account?topic=account-userroles',
      'unconfirmed',
    ),
  ],
  'other-cloud': [
    change(
      'Change the policy at the provider that answered, or set the endpoint of the client to AWS.',
      'cli/latest/userguide/cli-configure-options.html',
      '2026-11-26',
    ),
  ],
  vault: [
    change(
      'Let a policy of the Vault token allow the path, or take a token that may.',
      'https://developer.hashicorp.com/vault/docs/concepts/policies',
      'unconfirmed',
    ),
  ],
  'kubernetes-nodes': [
    change(
      'Give the role of the nodes an access entry of the cluster.',
      'eks/latest/userguide/creating-access-entries.html',
      '2026-11-26',
      [
        ...['aws', 'eks', 'create-access-entry', '--cluster-name', '<cluster>', '--principal-arn', '<ARN of the role>'],
        ...['--type', 'EC2_LINUX'],
      ],
    ),
  ],
  'kubernetes-rbac': [
    change(
      'Give the IAM role or user an access entry of the cluster, and with it an access policy or a group that RBAC knows.',
      'eks/latest/userguide/creating-access-entries.html',
      '2026-11-26',
      [
        ...['aws', 'eks', 'create-access-entry', '--cluster-name', '<cluster>', '--principal-arn', '<ARN of the role>'],
        ...['--kubernetes-groups', '<group>'],
      ],
    ),
    change(
      'For a service account bind a role of Kubernetes to it.',
      'https://kubernetes.io/docs/reference/access-authn-authz/rbac/',
      'unconfirmed',
      [
        ...['kubectl', 'create', 'rolebinding', '<name>', '--clusterrole', '<role>'],
        ...['--serviceaccount', '<namespace>:<name>', '--namespace', '<namespace>'],
      ],
    ),
  ],
  'request-signature': [
    change(
      'Set access key, secret key and session token anew, all from the same place; see that the clock is right, and that the Region and the service are those of the address.',
      'IAM/latest/UserGuide/reference_sigv-troubleshooting.html',
      '2026-11-26',
      ['aws', 'sts', 'get-caller-identity', '--output', 'json'],
    ),
  ],
  'expired-link': [
    change(
      'Sign a new URL, with credentials that last as long as it is meant to.',
      'AmazonS3/latest/userguide/ShareObjectPreSignedURL.html',
      '2026-11-26',
      ['aws', 's3', 'presign', 's3://<bucket>/<key>', '--expires-in', '3600'],
    ),
  ],
  'expired-credentials': SIGN_IN,
  'wrong-credentials': [
    change(
      'See which credentials are used, and from where; old ones in environment variables come before a profile.',
      'cli/latest/userguide/cli-chap-troubleshooting.html',
      '2026-11-26',
      ['aws', 'configure', 'list'],
    ),
    change(
      'In a Region that has to be enabled: take a session from the STS endpoint of that Region; one from the global endpoint is known only in the Regions that are enabled by default.',
      'IAM/latest/UserGuide/id_credentials_temp_enable-regions.html',
      '2026-11-26',
    ),
    ...SIGN_IN,
    change(
      'With access keys: set active ones of an IAM user.',
      'cli/latest/userguide/cli-authentication-user.html',
      '2026-11-26',
      ['aws', 'configure', '--profile', '<profile>'],
    ),
    change(
      'With a registry of ECR: sign in to it before the pull or push.',
      'AmazonECR/latest/userguide/registry_auth.html',
      '2026-11-26',
      ['aws', 'ecr', 'get-login-password', '--region', '<Region>'],
    ),
  ],
  'zone-of-another-account': [
    change(
      'With credentials of the account of the zone: authorize the association; then make the call again.',
      'Route53/latest/DeveloperGuide/hosted-zone-private-associate-vpcs-different-accounts.html',
      '2026-11-26',
      [
        ...['aws', 'route53', 'create-vpc-association-authorization', '--hosted-zone-id', '<zone>'],
        ...['--vpc', 'VPCRegion=<Region>,VPCId=<VPC>'],
      ],
    ),
  ],
  'application-authorization': [
    change(
      'Send what the application asks for: a valid token of its authorizer or user pool, its API key, or a signed request.',
      'apigateway/latest/developerguide/apigateway-control-access-to-api.html',
      '2026-11-26',
    ),
  ],
  'encoded-message-invalid': [
    change(
      'Copy the whole message from the error itself, and decode it with credentials of the account in which the call was made.',
      'STS/latest/APIReference/API_DecodeAuthorizationMessage.html',
      '2026-11-26',
      [
        ...['aws', 'sts', 'decode-authorization-message', '--encoded-message', '<message>'],
        ...['--query', 'DecodedMessage', '--output', 'text'],
      ],
    ),
  ],
  throttling: [
    change(
      'Make fewer calls at once, and let the client retry with growing pauses.',
      'cli/latest/userguide/cli-configure-retries.html',
      '2026-11-26',
      ['aws', 'configure', 'set', 'retry_mode', 'adaptive'],
    ),
  ],
  certificate: [
    {
      ...change(
        'Behind a proxy that opens TLS: give the client the certificates of the proxy too.',
        'cli/latest/userguide/cli-configure-options.html',
        'unconfirmed',
      ),
      option: { is: 'added', words: ['--ca-bundle', '<file>'] },
    },
  ],
  'function-timeout': [
    change(
      'See in its log which call it waited for: in a VPC it reaches AWS only by a route to the internet or a VPC endpoint of that service.',
      'lambda/latest/dg/troubleshooting-networking.html',
      'unconfirmed',
    ),
  ],
  network: [
    change(
      'Open the way to the service: a route to the internet or a VPC endpoint, DNS, the security group, the proxy.',
      'vpc/latest/privatelink/create-interface-endpoint.html',
      'unconfirmed',
    ),
  ],
  quota: [
    change(
      'Remove what is not needed, or ask for a higher quota.',
      'servicequotas/2019-06-24/apireference/API_RequestServiceQuotaIncrease.html',
      '2026-11-26',
      [
        ...['aws', 'service-quotas', 'request-service-quota-increase', '--service-code', '<service>'],
        ...['--quota-code', '<quota>', '--desired-value', '<value>'],
      ],
    ),
  ],
  'account-blocked': [
    change(
      'Look for a message of AWS to the owner of the account, pay open bills, and open a case with AWS Support.',
      'awssupport/latest/user/case-management.html',
      'unconfirmed',
    ),
  ],
  'account-verification': [
    change(
      'Wait until AWS has verified the account, at most some hours; then open a case with AWS Support.',
      'awssupport/latest/user/case-management.html',
      'unconfirmed',
    ),
  ],
  'not-subscribed': [
    change(
      'Enable the service, or the Region, for the account; for a product of AWS Marketplace accept its terms.',
      'accounts/latest/reference/API_EnableRegion.html',
      '2026-11-26',
      ['aws', 'account', 'list-regions', '--output', 'json'],
    ),
  ],
  'organization-state': [
    change(
      'Make the call with credentials of the management account, or of the account that is registered as its delegate.',
      'organizations/latest/APIReference/API_ListAccounts.html',
      '2026-11-26',
      ['aws', 'organizations', 'describe-organization', '--output', 'json'],
    ),
  ],
  'policy-document': [
    change(
      'Correct the policy, and have it checked before it is set; a policy of a resource is a `RESOURCE_POLICY`.',
      'IAM/latest/UserGuide/access-analyzer-policy-validation.html',
      '2026-11-26',
      [
        ...['aws', 'accessanalyzer', 'validate-policy', '--policy-type', 'IDENTITY_POLICY'],
        ...['--policy-document', 'file://policy.json'],
      ],
    ),
  ],
  'not-found': [
    change(
      'Correct the name, or the account and Region in which it is looked for; this shows whose credentials are used.',
      'cli/latest/userguide/cli-chap-troubleshooting.html',
      '2026-11-26',
      ['aws', 'sts', 'get-caller-identity', '--output', 'json'],
    ),
  ],
  'invalid-request': [
    {
      ...change(
        'Change the request as the message of the service says; with this option the AWS CLI shows all that it sends.',
        'cli/latest/userguide/cli-chap-troubleshooting.html',
        '2026-11-26',
      ),
      option: { is: 'added', words: ['--debug'] },
    },
  ],
  'git-credentials': [
    change(
      'Let Git take its credentials from the AWS CLI, and then see whether `codecommit:GitPull` or `codecommit:GitPush` is missing.',
      'codecommit/latest/userguide/setting-up-https-unixes.html',
      '2026-11-26',
      ['git', 'config', '--global', 'credential.helper', '!aws codecommit credential-helper $@'],
    ),
  ],
  'perhaps-denied': [
    change(
      'See what the role that the service works with, or the caller, may do, and look for the denial in CloudTrail.',
      'IAM/latest/UserGuide/troubleshoot_access-denied.html',
      'unconfirmed',
      ['aws', 'cloudtrail', 'lookup-events', '--max-results', '20', '--output', 'json'],
    ),
  ],
  'unknown-error': [
    change(
      'Paste more of what was printed: the call that failed, and the address that it went to.',
      'IAM/latest/UserGuide/troubleshoot_access-denied.html',
      'unconfirmed',
    ),
  ],
  'other-error': [
    change(
      'Change the request as the message of the service says.',
      'cli/latest/userguide/cli-chap-troubleshooting.html',
      '2026-11-26',
    ),
  ],
} as const satisfies Readonly<Record<TopicCode, readonly [TopicChange, ...TopicChange[]]>>
