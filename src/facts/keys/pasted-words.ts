/** How texts name the value of a condition key where they do not name it as the key does. */
export interface PastedWords {
  /** In lower case. */
  readonly key: string
  /** Names of parameters, fields and columns, as their words in singular. */
  readonly names?: readonly (readonly string[])[]
  /** The values that may stand behind such a name; any where it is missing. Of one with a group the group is the value. */
  readonly fits?: RegExp
  /** They say what the resource is, and no call sets it. */
  readonly isOfResource?: true
  /** Words of a text that show the value. */
  readonly shows?: RegExp
  /** What they show, with `{1}` for their first group; where it is missing, what stands in that. */
  readonly value?: string
  /** What they show beside a value that a policy writes: `{written}` is its first group, the others those of the words. */
  readonly beside?: { readonly written: RegExp; readonly value: string }
}

const RECORD_TYPE = /^(?:A|AAAA|CAA|CNAME|DS|HTTPS|MX|NAPTR|NS|PTR|SOA|SPF|SRV|SSHFP|SVCB|TLSA|TXT)$/
const ADDRESS = /^\d{1,3}(?:\.\d{1,3}){3}$/

/** A part of the names in a certificate, as `openssl x509` prints them. */
const nameOf = (whose: 'subject' | 'issuer', part: string): PastedWords => ({
  key: `aws:principaltag/x509${whose}/${part.toLowerCase()}`,
  shows: new RegExp(`\\b${whose}\\s?=[^\\n]{0,200}?\\b${part}\\s?=\\s?([^\\s,/][^\\n,/]{0,120})`, 'i'),
})

/** One row a way in which texts show a value. */
export const PASTED_WORDS: readonly PastedWords[] = [
  {
    key: 'aws:sourceip',
    names: [
      ...[
        ['source', 'ip'],
        ['source', 'ip', 'address'],
        ['client', 'ip'],
        ['public', 'ip'],
        ['my', 'ip'],
        ['my', 'public', 'ip'],
      ],
      ...[
        ['egress', 'ip'],
        ['nat', 'ip'],
        ['remote', 'ip'],
        ['remote', 'addr'],
      ],
    ],
    fits: ADDRESS,
  },
  // https://docs.aws.amazon.com/STS/latest/APIReference/API_GetCallerIdentity.html
  {
    key: 'aws:userid',
    names: [
      ['user', 'id'],
      ['principal', 'id'],
      ['assumed', 'role', 'id'],
    ],
    fits: /^A[A-Z\d]{6,30}(?::[\w+=,.@-]{1,64})?$/,
  },
  // https://docs.aws.amazon.com/cognito/latest/developerguide/role-trust-and-permissions.html
  {
    key: 'cognito-identity.amazonaws.com:amr',
    shows:
      /\b(?:only|just)\s(?:(?:hits|happens|fails|for|with|affects|as|to)\s){0,2}(?:(?:the|our)\s)?(?:guests?\b|unauthenticated\b|(?:visitors?|users?|people)\s(?:who|that)\s(?:(?:are|have|were|is|has)\s)?(?:not|n['’]t)\s(?:yet\s)?(?:been\s)?(?:logged|signed))/i,
    value: 'unauthenticated',
  },
  { key: 'aws:multifactorauthpresent', names: [['mfa', 'authenticated']], fits: /^(?:true|false)$/i },
  { key: 'aws:principalorgid', names: [['organization'], ['org'], ['principal', 'org']], fits: /^o-[a-z\d]{10,32}$/ },
  {
    key: 'aws:resourceorgid',
    names: [
      ['resource', 'org'],
      ['resource', 'organization'],
    ],
    fits: /^o-[a-z\d]{10,32}$/,
  },
  // How ExternalDNS logs each record that it is about to change.
  { key: 'route53:changeresourcerecordsetsactions', shows: /\bDesired change: (CREATE|DELETE|UPSERT) / },
  {
    key: 'route53:changeresourcerecordsetsrecordtypes',
    shows: /\bDesired change: [A-Z]{6} [\w.*-]{1,255} ([A-Z]{1,6})\b/,
  },
  {
    key: 'route53:changeresourcerecordsetsnormalizedrecordnames',
    shows: /\bDesired change: [A-Z]{6} ([\w.*-]{1,255}) /,
  },
  // What a DNS-01 challenge writes is a TXT record. https://datatracker.ietf.org/doc/html/rfc8555#section-8.4
  {
    key: 'route53:changeresourcerecordsetsrecordtypes',
    names: [['type']],
    fits: RECORD_TYPE,
  },
  { key: 'route53:changeresourcerecordsetsrecordtypes', shows: /\bDNS-?01\b|\b_acme-challenge\./i, value: 'TXT' },
  {
    key: 'route53:changeresourcerecordsetsnormalizedrecordnames',
    names: [['name'], ['record', 'name']],
    fits: /^(?:[\w*-]{1,63}\.){1,8}[a-z]{2,24}\.?$/i,
  },
  {
    key: 'route53:changeresourcerecordsetsnormalizedrecordnames',
    shows: /(?<![\w.-])(_acme-challenge(?:\.[a-z\d-]{1,63}){2,8})/i,
  },
  { key: 'route53:changeresourcerecordsetsactions', names: [['action']], fits: /^(?:CREATE|DELETE|UPSERT)$/ },
  // https://docs.aws.amazon.com/ses/latest/dg/sending-authorization-policies.html
  {
    key: 'ses:fromaddress',
    names: [['source'], ['from'], ['from', 'email', 'address'], ['from', 'address']],
    fits: /([\w.+-]{1,64}@[\w.-]{3,200})/,
  },
  // https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_Image.html
  {
    key: 'ec2:owner',
    names: [
      ['owner', 'id'],
      ['image', 'owner', 'alias'],
      ['owner', 'alias'],
    ],
    isOfResource: true,
    fits: /^(?:\d{12}|amazon|aws-marketplace|aws-backup-vault|self)$/,
  },
  // https://docs.aws.amazon.com/organizations/latest/APIReference/API_PolicySummary.html
  {
    key: 'organizations:policytype',
    names: [['type'], ['policy', 'type'], ['filter']],
    isOfResource: true,
    fits: /^[A-Z]{2,12}(?:_[A-Z\d]{2,12}){0,4}_?POLICY(?:_[A-Z\d]{2,12})?$/,
  },
  // The service whose command asks for the token. https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_iam-condition-keys.html
  { key: 'sts:awsservicename', shows: /\baws (ecr-public|codeartifact)\b/, value: '{1}.amazonaws.com' },
  // https://docs.aws.amazon.com/rolesanywhere/latest/userguide/trust-model.html
  ...(['CN', 'OU', 'O'] as const).flatMap((part) => [nameOf('subject', part), nameOf('issuer', part)]),
  {
    key: 'sts:externalid',
    shows:
      /(?<!\b(?:if|do|when|unless|should|must|whether)\s(?:the\s)?)\b(?:they|we|I|it|vendor|partner|customer)\s(?:\(\d{12}\)\s)?(?:(?:do|does|really|already|also|correctly)\s){0,2}(?:sends?|pass(?:es)?|uses?)\s(?:(?:the|an?|our|their)\s)?(?:sts:)?external[ _-]?id\s?(?:(?:is|=|:|of)\s?)?["'`]?((?=[\w+=,@:/-]*\d)[\w+=,@:/-]{2,1223}\w)(?!\w|[^\n]{0,60}\?)/i,
  },
  // What an integration or a partner’s page prints for the trust policy. https://docs.snowflake.com/en/user-guide/data-load-s3-config-storage-integration
  {
    key: 'sts:externalid',
    shows: /\b(?:[A-Z]{2,20}_){1,3}EXTERNAL_ID["'|]?\s{0,3}[|:=]?\s{1,20}["']?([\w+=,.@:/-]{2,1224})/,
  },
  // https://docs.aws.amazon.com/eks/latest/userguide/pod-id-abac.html
  ...(
    [
      ['kubernetes-namespace', 'namespace', 4],
      ['kubernetes-service-account', 'service account', 5],
      ['eks-cluster-name', 'cluster name', 3],
    ] as const
  ).map(([tag, name, column]): PastedWords => ({
    key: `aws:requesttag/${tag}`,
    names: [name.split(' ')],
    fits: /^[a-z\d][\w.-]{0,252}$/i,
    shows: new RegExp(`^ASSOCIATIONS(?:[ \\t]{1,8}\\S{1,300}){${column - 1}}[ \\t]{1,8}(\\S{1,253})`, 'm'),
  })),
  // The agent’s own namespace, where its configuration sets none. https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/CloudWatch-Agent-Configuration-File-Details.html
  {
    key: 'cloudwatch:namespace',
    shows: /(?<!"namespace"[^\0]{0,2000})\bmetrics_collected\b(?![^\0]{0,2000}"namespace"\s?:)/,
    value: 'CWAgent',
  },
  { key: 's3:tlsversion', shows: /\bTLSv?(1\.[0-3])\b/ },
  // What API Gateway sends is the method and the path of the call; a test in its console has a stage of its own.
  {
    key: 'aws:sourcearn',
    shows: /\bHTTP Method: (?<method>[A-Z]{3,7}), Resource Path: (?<path>\/[^\s,]{0,200})/,
    beside: {
      written: /^(arn:[^:]{1,20}:execute-api:[a-z\d-]{1,30}:\d{12}:[a-z\d]{4,20})\/[^/]{1,60}\//,
      value: '{written}/test-invoke-stage/{method}{path}',
    },
  },
  // A subscription filter sends for its log group. https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/SubscriptionFilters.html
  {
    key: 'aws:sourcearn',
    shows: /--log-group-name[ =]["']?(?<path>[\w./#-]{1,500})/,
    beside: { written: /^(arn:[^:]{1,20}:logs:[a-z\d-]{1,30}:\d{12}:log-group):/, value: '{written}:{path}:*' },
  },
  // A schedule sends for its group. https://docs.aws.amazon.com/scheduler/latest/UserGuide/cross-service-confused-deputy-prevention.html
  {
    key: 'aws:sourcearn',
    shows: /(?:\bGroupName["']?\s{0,2}[:=]|--group-name[ =])\s{0,2}["']?(?<path>[\w.-]{1,64})/,
    beside: {
      written: /^(arn:[^:]{1,20}:scheduler:[a-z\d-]{1,30}:\d{12}):schedule(?:-group)?\//,
      value: '{written}:schedule-group/{path}',
    },
  },
  // A topic sends for itself. https://docs.aws.amazon.com/sns/latest/dg/subscribe-sqs-queue-to-sns-topic.html
  {
    key: 'aws:sourcearn',
    shows:
      /\btopic[-_ ]?arn["']?\s{0,2}[:=]?\s{0,3}["']?(?<path>arn:[^:\s]{1,20}:sns:[a-z\d-]{1,30}:\d{12}:[\w.-]{1,256})/i,
    beside: { written: /^(arn:[^:]{1,20}:sns):/, value: '{path}' },
  },
  // https://docs.aws.amazon.com/vpc-lattice/latest/ug/auth-policies.html
  {
    key: 'vpc-lattice-svcs:requestmethod',
    shows: /\s(?:-X\s?|--request[ =])["']?(GET|HEAD|PUT|POST|PATCH|DELETE|OPTIONS)\b/,
  },
  // https://docs.aws.amazon.com/efs/latest/ug/mounting-access-points.html
  {
    key: 'elasticfilesystem:accesspointarn',
    shows: /\baccesspoint=(?<path>fsap-[\da-f]{8,40})\b/,
    beside: {
      written: /^(arn:[^:]{1,20}:elasticfilesystem:[a-z\d-]{1,30}:\d{12}:access-point)\//,
      value: '{written}/{path}',
    },
  },
  // https://docs.aws.amazon.com/efs/latest/ug/iam-access-control-nfs-efs.html
  {
    key: 'elasticfilesystem:accessedviamounttarget',
    shows: /\bmount[ \t]{1,4}-t[ \t]{1,4}(?:efs|nfs4?)\b/,
    value: 'true',
  },
  // Terraform lists its workspaces below `env:/`, unless the backend has another prefix. https://developer.hashicorp.com/terraform/language/backend/s3
  {
    key: 's3:prefix',
    shows:
      /(?<!workspace_key_prefix[^\0]{1,4000})\bFailed to get existing workspaces\b(?![^\0]{1,4000}workspace_key_prefix)/,
    value: 'env:/',
  },
  // With a bucket key the context holds the bucket. https://docs.aws.amazon.com/AmazonS3/latest/userguide/bucket-key.html
  {
    key: 'kms:encryptioncontext:aws:s3:arn',
    shows:
      /\bbucket[-_ ]?key(?:[-_ ]?enabled)?["'*]{0,3}\s{0,3}[:=]\s{0,3}["']?(?:true|enabled?|on)\b|\b(?:enabled|turned on|switched on|activated) (?:the |an? )?(?:S3 )?bucket keys?\b|\bbucket keys? (?:is|are) (?:on|enabled|active)\b/i,
    beside: { written: /^(arn:[^:]{1,20}:s3:::[^/*?]{3,63})\/./, value: '{written}' },
  },
  {
    key: 'iot:connection.thing.thingname',
    names: [['thing'], ['thing', 'name']],
    shows: /\bthing ["'`]?([\w:.-]{1,128}?)["'`]?(?=[\s,)](?!is attached$)|\.?$)/m,
  },
  // It is the Recipient of an assertion, not its Audience. https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_iam-condition-keys.html
  { key: 'saml:aud', shows: /\bRecipient\s?=\s?["'](https:\/\/[^"'\s]{5,200})["']/ },
  { key: 'saml:iss', shows: /<(?:\w{1,10}:)?Issuer(?:\s[^<>]{0,200})?>\s?([^<>\s]{3,200})\s?</ },
  // https://docs.aws.amazon.com/cognito/latest/developerguide/role-trust-and-permissions.html
  {
    key: 'cognito-identity.amazonaws.com:aud',
    names: [['identity', 'pool']],
    fits: /^[a-z]{2}(?:-[a-z]{2,12}){1,3}-\d:[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/,
  },
]
