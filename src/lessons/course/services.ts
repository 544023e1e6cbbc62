import { FULL_AWS_ACCESS } from '../../policy/organizations'
import type { Lesson } from '../lesson'
import { draftOf, KEY_ADMINISTRATORS, policy, type WrittenStatement } from '../sketch'

const key = 'arn:aws:kms:eu-west-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab'
const useKey = (principal: string, actions: readonly string[]): WrittenStatement => ({
  Sid: 'UseOfTheKey',
  Effect: 'Allow',
  Principal: { AWS: principal },
  Action: actions,
  Resource: '*',
})
const decryptFilms = { Sid: 'DecryptFilms', Effect: 'Allow', Action: 'kms:Decrypt', Resource: key }
const readFilms = {
  Sid: 'ReadFilms',
  Effect: 'Allow',
  Action: 's3:GetObject',
  Resource: 'arn:aws:s3:::harbour-films/*',
}

const kms: Lesson = {
  id: 'the-key-behind-the-bucket',
  title: 'The key behind the bucket',
  idea: 'An object encrypted with a KMS key needs two permissions: one for S3, one for the key. The key’s policy must agree.',
  draft: draftOf({
    title: 'The key behind the bucket',
    error:
      'An error occurred (AccessDenied) when calling the GetObject operation: ' +
      'User: arn:aws:sts::111122223333:assumed-role/projector/screen-1 is not authorized to perform: kms:Decrypt ' +
      `on resource: ${key} because no resource-based policy allows the kms:Decrypt action`,
    context: { 'kms:ViaService': 's3.eu-west-1.amazonaws.com' },
    identity: [policy('projector', [readFilms, decryptFilms], 'role')],
    resource: [policy('films key policy', [KEY_ADMINISTRATORS])],
  }),
  expect: { decision: 'implicitDeny', layer: 'resource' },
  look: [
    { text: 'The operation is GetObject, the action in the error is kms:Decrypt.' },
    { text: 'The role allows both.', layer: 'identity' },
    { text: 'Whom the key policy names.', layer: 'resource' },
  ],
  question: {
    text: 'For a bucket of the same account, the role’s Allow would be enough. For a key?',
    options: [
      { text: 'It is enough as well.', reply: 'KMS keys are an exception: their policy must take part.' },
      {
        text: 'No: the key policy must allow the role, or leave it to the account’s IAM policies.',
        right: true,
        reply: 'Right. A key policy gives nothing to anybody whom it does not name.',
      },
      { text: 'Only the root user may decrypt.', reply: 'Not even the root user, unless the key policy says so.' },
    ],
  },
  reveal: [
    { text: 'S3 fetches the object and asks KMS to decrypt it, as the caller.' },
    { text: 'The role allows kms:Decrypt on the key.', gate: 'identity' },
    { text: 'The key policy names key-admin only; it names neither the role nor the account.', gate: 'resource' },
    {
      text: 'Without the key policy’s word, an Allow in an IAM policy has no effect on the key. A Deny has.',
      gate: 'resource',
    },
  ],
  repair: {
    task: 'Let the role projector decrypt with this key, and nothing more.',
    hint: 'One statement in the key policy: the role as the principal, kms:Decrypt as the action.',
    layers: ['resource', 'identity'],
    probes: [
      { opens: 'deleting the key', request: { action: 'kms:ScheduleKeyDeletion' } },
      { opens: 'encrypting with the key', request: { action: 'kms:Encrypt' } },
      {
        opens: 'other roles',
        request: { principal: 'arn:aws:sts::111122223333:assumed-role/usher/screen-1' },
        hasNoPolicy: true,
      },
    ],
    wants: [
      {
        what: 'what the key’s administrators do',
        request: { principal: 'arn:aws:sts::111122223333:assumed-role/key-admin/ada', action: 'kms:DescribeKey' },
        context: { 'kms:ViaService': null },
      },
    ],
    solution: {
      layers: {
        resource: [
          policy('films key policy', [
            KEY_ADMINISTRATORS,
            useKey('arn:aws:iam::111122223333:role/projector', ['kms:Decrypt']),
          ]),
        ],
      },
    },
    tooOpen: {
      layers: {
        resource: [
          policy('films key policy', [
            KEY_ADMINISTRATORS,
            useKey('arn:aws:iam::111122223333:role/projector', ['kms:*']),
          ]),
        ],
      },
    },
  },
  remember: 'An S3 error that names a kms: action is about the key. Read its policy.',
  page: {
    title: 'Default key policy',
    url: 'https://docs.aws.amazon.com/kms/latest/developerguide/key-policy-default.html',
  },
}

const endpointPolicy = (resources: readonly string[]) =>
  policy('vpce-0a1b2c3d4e5f60718', [
    {
      Sid: 'OurBuckets',
      Effect: 'Allow',
      Principal: '*',
      Action: ['s3:GetObject', 's3:PutObject'],
      Resource: resources,
    },
  ])

const endpoints: Lesson = {
  id: 'the-road-has-a-gate',
  title: 'The road has a policy of its own',
  idea: 'A request that takes a VPC endpoint must also be allowed by the endpoint’s policy. It never grants.',
  draft: draftOf({
    title: 'The road has a policy of its own',
    error:
      'An error occurred (AccessDenied) when calling the GetObject operation: ' +
      'User: arn:aws:sts::111122223333:assumed-role/installer/i-0abcd1234ef567890 is not authorized to perform: ' +
      's3:GetObject on resource: "arn:aws:s3:::harbour-packages/engine.rpm" ' +
      'because no VPC endpoint policy allows the s3:GetObject action',
    request: { resourceAccount: '111122223333' },
    context: { 'aws:SourceVpce': 'vpce-0a1b2c3d4e5f60718' },
    identity: [
      policy(
        'installer',
        [
          {
            Effect: 'Allow',
            Action: 's3:GetObject',
            Resource: ['arn:aws:s3:::harbour-*/*', 'arn:aws:s3:::mirror-*/*'],
          },
        ],
        'role',
      ),
    ],
    endpoint: [endpointPolicy(['arn:aws:s3:::harbour-data/*'])],
  }),
  expect: { decision: 'implicitDeny', layer: 'endpoint' },
  look: [
    { text: 'The request came through vpce-0a1b2c3d4e5f60718.' },
    { text: 'Which buckets the endpoint’s policy lets through.', layer: 'endpoint' },
  ],
  question: {
    text: 'From a laptop outside the VPC the same role can read the object. Why?',
    options: [
      { text: 'The role has other policies there.', reply: 'A role has the same policies everywhere.' },
      {
        text: 'Outside, the request does not pass the endpoint and its policy.',
        right: true,
        reply: 'Right. The endpoint’s policy judges only what travels through it.',
      },
      { text: 'S3 trusts public addresses more.', reply: 'No address is trusted unless a policy says so.' },
    ],
  },
  reveal: [
    { text: 'The role allows the object.', gate: 'identity' },
    {
      text: 'The endpoint’s policy lets requests for harbour-data through. This one is for harbour-packages.',
      gate: 'endpoint',
    },
    { text: 'No Allow in this layer, so the request ends here.', gate: 'endpoint' },
  ],
  repair: {
    task: 'Let packages pass the endpoint. Buckets that are not ours must stay out of reach.',
    hint: 'Add the objects of harbour-packages to the endpoint’s policy.',
    layers: ['endpoint'],
    probes: [{ opens: 'buckets of others', request: { resource: 'arn:aws:s3:::mirror-of-somebody/x' } }],
    wants: [{ what: 'reading harbour-data, as before', request: { resource: 'arn:aws:s3:::harbour-data/tides.csv' } }],
    solution: {
      layers: { endpoint: [endpointPolicy(['arn:aws:s3:::harbour-data/*', 'arn:aws:s3:::harbour-packages/*'])] },
    },
    tooOpen: { layers: { endpoint: [endpointPolicy(['*'])] } },
  },
  remember: 'Works here and not there, with the same role: look at the way the request takes.',
  page: {
    title: 'Control access to VPC endpoints using endpoint policies',
    url: 'https://docs.aws.amazon.com/vpc/latest/privatelink/vpc-endpoints-access.html',
  },
}

const guard = (regions: readonly string[]) => [
  { target: 'Root', policies: [FULL_AWS_ACCESS] },
  {
    target: 'Fleet OU',
    policies: [
      FULL_AWS_ACCESS,
      policy('region-guard', [
        {
          Sid: 'DenyOtherRegions',
          Effect: 'Deny',
          NotAction: ['iam:*', 'sts:*'],
          Resource: '*',
          Condition: { StringNotEquals: { 'aws:RequestedRegion': regions } },
        },
      ]),
    ],
  },
  { target: '111122223333', policies: [FULL_AWS_ACCESS] },
]
const secret = 'arn:aws:secretsmanager:us-east-1:111122223333:secret:fleet/radar-Zx81Qp'
const secrets = (actions: readonly string[], resource: string) =>
  policy('radar', [{ Sid: 'RadarSecrets', Effect: 'Allow', Action: actions, Resource: resource }], 'role')
const fleetBoundary = (...actions: readonly string[]) =>
  policy('fleet-boundary', [{ Sid: 'FleetServices', Effect: 'Allow', Action: actions, Resource: '*' }])

const final: Lesson = {
  id: 'three-blockers',
  title: 'Final: three layers deny',
  idea: 'AWS names one layer. A repair of that one alone only brings the next error.',
  draft: draftOf({
    title: 'Final: three layers deny',
    error:
      'An error occurred (AccessDeniedException) when calling the GetSecretValue operation: ' +
      'User: arn:aws:sts::111122223333:assumed-role/radar/i-0abcd1234ef567890 is not authorized to perform: ' +
      `secretsmanager:GetSecretValue on resource: ${secret} with an explicit deny in a service control policy`,
    context: { 'aws:RequestedRegion': 'us-east-1' },
    identity: [secrets(['secretsmanager:DescribeSecret'], secret)],
    boundary: [fleetBoundary('dynamodb:*', 's3:*')],
    scp: guard(['eu-west-1']),
  }),
  expect: {
    decision: 'explicitDeny',
    layer: 'scp',
    policy: 'region-guard',
    sid: 'DenyOtherRegions',
    blocking: ['scp', 'identity', 'boundary'],
  },
  look: [
    { text: 'The layer that the error names.' },
    { text: 'Would the role’s policy allow it, if the SCP did?', layer: 'identity' },
    { text: 'And the boundary?', layer: 'boundary' },
    { text: 'The regions that the guard leaves open.', layer: 'scp' },
  ],
  question: {
    text: 'How many layers have to change before this call works?',
    options: [
      { text: 'One: the SCP.', reply: 'That is the one AWS names. Look at what comes after it.' },
      { text: 'Two: the SCP and the identity-based policy.', reply: 'There is one more.' },
      {
        text: 'Three: the SCP, the identity-based policy and the boundary.',
        right: true,
        reply: 'Right. Each of the three would stop it by itself.',
      },
    ],
  },
  reveal: [
    {
      text: 'The region guard denies every region but eu-west-1, except for IAM and STS. AWS names this one.',
      gate: 'scp',
    },
    { text: 'The identity-based policy allows DescribeSecret; reading the value is not allowed.', gate: 'identity' },
    { text: 'The boundary names DynamoDB and S3. Secrets Manager is not among them.', gate: 'boundary' },
    { text: 'Three blockers: one for the organization’s administrator, two for the account’s.' },
  ],
  repair: {
    task: 'Let all three layers pass this secret, and no wider: other regions and other secrets stay shut.',
    hint: 'The guard gets one more region, the role one more action, the boundary one more service.',
    layers: ['identity', 'boundary', 'scp'],
    probes: [
      {
        opens: 'other secrets',
        request: { resource: 'arn:aws:secretsmanager:us-east-1:111122223333:secret:payroll/db-Aa11Bb' },
      },
      { opens: 'other regions', context: { 'aws:RequestedRegion': 'ap-south-1' } },
      { opens: 'deleting the secret', request: { action: 'secretsmanager:DeleteSecret' } },
    ],
    solution: {
      layers: {
        identity: [secrets(['secretsmanager:DescribeSecret', 'secretsmanager:GetSecretValue'], secret)],
        boundary: [fleetBoundary('dynamodb:*', 's3:*', 'secretsmanager:*')],
        scp: guard(['eu-west-1', 'us-east-1']),
      },
    },
    tooOpen: {
      layers: {
        identity: [secrets(['secretsmanager:*'], '*')],
        boundary: [fleetBoundary('*')],
        scp: [],
      },
    },
  },
  remember: 'Find every blocker before you ask for the first change.',
  page: {
    title: 'How AWS enforcement code logic evaluates requests',
    url: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic_policy-eval-denyallow.html',
  },
}

/** KMS and VPC endpoints. */
export const SERVICES: readonly Lesson[] = [kms, endpoints]

/** The last lesson, which needs most of what the others teach. */
export const FINAL: Lesson = final
