import { timeOf } from './scan/seconds'

/** Of what a made-up trail is composed. */
export interface SampleTrail {
  readonly events: number
  readonly seed: number
  /** When it begins, in milliseconds since 1970; the events follow evenly over a day. */
  readonly from?: number
  /** How many of a thousand calls are refused. */
  readonly refused?: number
}

/** Numbers below a limit that look like chance, the same for the same seed. */
function dice(seed: number): (limit: number) => number {
  let state = seed | 0 || 1
  return (limit) => {
    state ^= state << 13
    state ^= state >>> 17
    state ^= state << 5
    return (state >>> 0) % limit
  }
}

const ACCOUNT = '111122223333'
const REGIONS = ['eu-west-1', 'eu-central-1', 'us-east-1'] as const
const AGENTS = [
  'aws-cli/2.30.1 md/awscrt#0.27 ua/2.1 os/linux#6.8 md/arch#x86_64 lang/python#3.13',
  'Boto3/1.40.1 md/Botocore#1.40.1 ua/2.1 os/linux#6.1 md/arch#aarch64 lang/python#3.12.3 cfg/retry-mode#standard',
  'APN/1.0 HashiCorp/1.0 Terraform/1.9.5 (+https://www.terraform.io) terraform-provider-aws/5.60.0',
  '[S3Console/0.4, aws-internal/3 aws-sdk-java/1.12.750 Linux/5.10 OpenJDK_64-Bit_Server_VM/25.412]',
] as const
const ROLES = ['orders-api', 'deploy', 'reports', 'nightly-backup', 'data-science'] as const
const USERS = ['ana', 'ben'] as const

interface Call {
  readonly source: string
  readonly name: string
  readonly category: 'Management' | 'Data'
  readonly parameters: (n: number) => Readonly<Record<string, unknown>> | null
  readonly arn?: (n: number, region: string) => string
  readonly action?: string
}

const CALLS: readonly Call[] = [
  {
    source: 's3.amazonaws.com',
    name: 'GetObject',
    category: 'Data',
    parameters: (n) => ({
      bucketName: 'harbour-orders',
      Host: 'harbour-orders.s3.eu-west-1.amazonaws.com',
      key: `2026/orders/${n % 9000}.json`,
    }),
    arn: (n) => `arn:aws:s3:::harbour-orders/2026/orders/${n % 9000}.json`,
  },
  {
    source: 's3.amazonaws.com',
    name: 'ListObjects',
    category: 'Data',
    parameters: () => ({ bucketName: 'harbour-orders', 'list-type': '2', prefix: '2026/' }),
    arn: () => 'arn:aws:s3:::harbour-orders',
    action: 's3:ListBucket',
  },
  {
    source: 'ec2.amazonaws.com',
    name: 'DescribeInstances',
    category: 'Management',
    parameters: () => ({ maxResults: 100, instancesSet: {}, filterSet: {} }),
  },
  {
    source: 'ec2.amazonaws.com',
    name: 'RunInstances',
    category: 'Management',
    parameters: (n) => ({
      instancesSet: { items: [{ imageId: 'ami-0123456789abcdef0', minCount: 1, maxCount: 1 }] },
      instanceType: n % 2 === 0 ? 't3.large' : 'p5.48xlarge',
      tagSpecificationSet: { items: [{ resourceType: 'instance', tags: [{ key: 'team', value: 'harbour' }] }] },
    }),
    arn: (_n, region) => `arn:aws:ec2:${region}:${ACCOUNT}:instance/*`,
  },
  {
    source: 'dynamodb.amazonaws.com',
    name: 'GetItem',
    category: 'Data',
    parameters: (n) => ({ tableName: 'orders', key: { id: `o-${n}` }, consistentRead: false }),
    arn: (_n, region) => `arn:aws:dynamodb:${region}:${ACCOUNT}:table/orders`,
  },
  {
    source: 'kms.amazonaws.com',
    name: 'Decrypt',
    category: 'Management',
    parameters: () => ({
      encryptionAlgorithm: 'SYMMETRIC_DEFAULT',
      encryptionContext: { 'aws:s3:arn': 'arn:aws:s3:::harbour-orders' },
    }),
    arn: (_n, region) => `arn:aws:kms:${region}:${ACCOUNT}:key/1234abcd-12ab-34cd-56ef-1234567890ab`,
  },
  {
    source: 'sts.amazonaws.com',
    name: 'AssumeRole',
    category: 'Management',
    parameters: (n) => ({
      roleArn: `arn:aws:iam::444455556666:role/partner-${n % 3}`,
      roleSessionName: `s-${n % 50}`,
      durationSeconds: 3600,
    }),
    arn: (n) => `arn:aws:iam::444455556666:role/partner-${n % 3}`,
  },
  {
    source: 'sqs.amazonaws.com',
    name: 'ReceiveMessage',
    category: 'Data',
    parameters: () => ({
      queueUrl: `https://sqs.eu-west-1.amazonaws.com/${ACCOUNT}/orders`,
      maxNumberOfMessages: 10,
      waitTimeSeconds: 20,
    }),
  },
]

const REASONS = [
  'because no identity-based policy allows the {action} action',
  'with an explicit deny in a service control policy',
  'with an explicit deny in a resource-based policy',
  'because no permissions boundary allows the {action} action',
  'because no VPC endpoint policy allows the {action} action',
] as const

const hex = (roll: (limit: number) => number, length: number): string =>
  Array.from({ length }, () => '0123456789abcdef'.charAt(roll(16))).join('')

function identityOf(roll: (limit: number) => number, day: string, machine: number): Record<string, unknown> {
  if (roll(8) === 0) {
    const user = USERS[roll(USERS.length)] ?? USERS[0]
    const arn = `arn:aws:iam::${ACCOUNT}:user/${user}`
    return {
      type: 'IAMUser',
      principalId: 'AIDAEXAMPLEEXAMPLE',
      arn,
      accountId: ACCOUNT,
      accessKeyId: 'AKIAIOSFODNN7EXAMPLE',
      userName: user,
    }
  }
  const role = ROLES[roll(ROLES.length)] ?? ROLES[0]
  const session = `i-0123456789abcd${String(machine).padStart(3, '0')}`
  return {
    type: 'AssumedRole',
    principalId: `AROAEXAMPLEEXAMPLE:${session}`,
    arn: `arn:aws:sts::${ACCOUNT}:assumed-role/${role}/${session}`,
    accountId: ACCOUNT,
    accessKeyId: 'ASIAIOSFODNN7EXAMPLE',
    sessionContext: {
      sessionIssuer: {
        type: 'Role',
        principalId: 'AROAEXAMPLEEXAMPLE',
        arn: `arn:aws:iam::${ACCOUNT}:role/${role}`,
        accountId: ACCOUNT,
        userName: role,
      },
      attributes: { creationDate: `${day}T0${machine % 10}:00:00Z`, mfaAuthenticated: 'false' },
    },
  }
}

/** What went wrong with a call: mostly nothing. */
function errorOf(
  roll: (limit: number) => number,
  call: Call,
  arn: string | undefined,
  caller: unknown,
  refused: number,
): Record<string, string> {
  const chance = roll(1_000)
  if (chance >= refused)
    return chance < refused + 10 ? { errorCode: 'ThrottlingException', errorMessage: 'Rate exceeded' } : {}
  if (roll(5) === 0) return { errorCode: 'AccessDenied', errorMessage: 'Access Denied' }
  const action = call.action ?? `${call.source.split('.')[0] ?? ''}:${call.name}`
  const reason = (REASONS[roll(REASONS.length)] ?? REASONS[0]).replace('{action}', action)
  const on = arn === undefined ? '' : ` on resource: ${arn}`
  const words = `User: ${String(caller)} is not authorized to perform: ${action}${on} ${reason}`
  return call.source === 'ec2.amazonaws.com'
    ? {
        errorCode: 'Client.UnauthorizedOperation',
        errorMessage: `You are not authorized to perform this operation. ${words}. Encoded authorization failure message: ${hex(roll, 400)}`,
      }
    : { errorCode: 'AccessDenied', errorMessage: words }
}

/** The events of a made-up trail of one day, as CloudTrail writes them. */
export function* sampleTrail({
  events,
  seed,
  from = 1_767_312_000_000,
  refused = 30,
}: SampleTrail): Generator<Record<string, unknown>> {
  const roll = dice(seed)
  for (let n = 0; n < events; n++) {
    const call = CALLS[roll(CALLS.length)] as Call
    const region = REGIONS[roll(REGIONS.length)] ?? REGIONS[0]
    const time = timeOf(Math.floor((from + (n * 86_400_000) / events) / 1_000))
    const machine = roll(240)
    const userIdentity = identityOf(roll, time.slice(0, 10), machine)
    const arn = call.arn?.(n, region)
    const isEndpoint = machine % 3 === 0
    yield {
      eventVersion: '1.11',
      userIdentity,
      eventTime: time,
      eventSource: call.source,
      eventName: call.name,
      awsRegion: region,
      sourceIPAddress: isEndpoint ? `10.0.4.${machine}` : `198.51.100.${machine % 40}`,
      userAgent: AGENTS[machine % AGENTS.length],
      ...errorOf(roll, call, arn, userIdentity.arn, refused),
      requestParameters: call.parameters(n),
      responseElements: null,
      additionalEventData: {
        SignatureVersion: 'SigV4',
        CipherSuite: 'TLS_AES_128_GCM_SHA256',
        bytesTransferredIn: 0,
        'x-amz-id-2': hex(roll, 60),
        bytesTransferredOut: roll(90_000),
      },
      requestID: hex(roll, 16).toUpperCase(),
      eventID: `${hex(roll, 8)}-${hex(roll, 4)}-4${hex(roll, 3)}-8${hex(roll, 3)}-${hex(roll, 12)}`,
      readOnly: /^(?:Get|List|Describe|Receive|Decrypt)/.test(call.name),
      ...(call.category === 'Data' && arn !== undefined
        ? { resources: [{ accountId: ACCOUNT, type: 'AWS::S3::Object', ARN: arn }] }
        : {}),
      eventType: 'AwsApiCall',
      managementEvent: call.category === 'Management',
      recipientAccountId: ACCOUNT,
      ...(isEndpoint ? { vpcEndpointId: 'vpce-0123456789abcdef0' } : {}),
      eventCategory: call.category,
      tlsDetails: {
        tlsVersion: 'TLSv1.3',
        cipherSuite: 'TLS_AES_128_GCM_SHA256',
        clientProvidedHostHeader: call.source,
      },
    }
  }
}
