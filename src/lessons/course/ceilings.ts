import { FULL_AWS_ACCESS } from '../../policy/organizations'
import type { Lesson } from '../lesson'
import { ADMINISTRATOR_ACCESS, draftOf, policy, RCP_FULL_AWS_ACCESS } from '../sketch'

const queue = 'arn:aws:sqs:eu-west-1:111122223333:bookings'
const sendBookings = { Sid: 'SendBookings', Effect: 'Allow', Action: 'sqs:SendMessage', Resource: queue }
const teamServices = (...services: readonly string[]) => ({
  Sid: 'TeamServices',
  Effect: 'Allow',
  Action: services,
  Resource: '*',
})

const boundaries: Lesson = {
  id: 'a-boundary-caps',
  title: 'A permissions boundary caps, it does not grant',
  idea: 'With a boundary attached, a request must be allowed by the identity-based policies and by the boundary.',
  draft: draftOf({
    title: 'A permissions boundary caps, it does not grant',
    error:
      'An error occurred (AccessDenied) when calling the SendMessage operation: ' +
      'User: arn:aws:sts::111122223333:assumed-role/booking-api/i-0abcd1234ef567890 is not authorized to perform: ' +
      `sqs:sendmessage on resource: ${queue} because no permissions boundary allows the sqs:sendmessage action`,
    identity: [policy('booking-api', [sendBookings], 'role')],
    boundary: [policy('team-boundary', [teamServices('dynamodb:*', 'lambda:*', 'logs:*')])],
  }),
  expect: { decision: 'implicitDeny', layer: 'boundary' },
  look: [
    { text: 'What the role’s policy allows.', layer: 'identity' },
    { text: 'Which services the boundary names.', layer: 'boundary' },
  ],
  question: {
    text: 'Which layer stops the request?',
    options: [
      { text: 'Identity-based: the role was not granted it.', reply: 'SendBookings grants exactly this request.' },
      {
        text: 'Permissions boundary: it does not name SQS.',
        right: true,
        reply: 'Right. What the boundary does not allow, no identity-based policy can give.',
      },
      {
        text: 'Resource-based: the queue has no policy.',
        reply: 'Within one account the queue needs no policy of its own.',
      },
    ],
  },
  reveal: [
    {
      text: 'The identity-based policy allows sqs:SendMessage on this queue. Capital letters make no difference in an action.',
      gate: 'identity',
    },
    { text: 'The boundary allows DynamoDB, Lambda and CloudWatch Logs. SQS is not among them.', gate: 'boundary' },
    { text: 'Both must allow. One does not, so the request is denied, implicitly.', gate: 'boundary' },
    {
      text: 'An exception: within one account, a resource-based policy that names an IAM user’s ARN, or the ARN of a role session, grants past this implicit deny. Naming the role does not. A Deny in the boundary still holds.',
      gate: 'boundary',
    },
  ],
  repair: {
    task: 'Let the service send to its queue without letting the role do more than it does.',
    hint: 'The boundary is the one to change. The role’s own policy keeps the rest small.',
    layers: ['identity', 'boundary'],
    probes: [
      { opens: 'sending to other queues', request: { resource: 'arn:aws:sqs:eu-west-1:111122223333:payroll' } },
      { opens: 'purging the queue', request: { action: 'sqs:PurgeQueue' } },
      {
        opens: 'changing IAM',
        request: { action: 'iam:CreateUser', resource: 'arn:aws:iam::111122223333:user/new' },
      },
    ],
    solution: {
      layers: {
        boundary: [policy('team-boundary', [teamServices('dynamodb:*', 'lambda:*', 'logs:*', 'sqs:SendMessage')])],
      },
    },
    tooOpen: {
      layers: {
        identity: [policy('booking-api', [{ ...sendBookings, Action: 'sqs:*', Resource: '*' }], 'role')],
        boundary: [policy('team-boundary', [teamServices('dynamodb:*', 'lambda:*', 'logs:*', 'sqs:*')])],
      },
    },
  },
  remember:
    'What identity-based policies grant, the boundary must allow too. In one account, a resource-based policy that names the user or the session needs neither.',
  page: {
    title: 'Permissions boundaries for IAM entities',
    url: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_boundaries.html',
  },
}

const allowList = (...actions: readonly string[]) =>
  policy('kitchen-allow-list', [{ Sid: 'KitchenServices', Effect: 'Allow', Action: actions, Resource: '*' }])
const levels = (...ou: readonly ReturnType<typeof policy>[]) => [
  { target: 'Root', policies: [FULL_AWS_ACCESS] },
  { target: 'Kitchen OU', policies: ou },
  { target: '111122223333', policies: [FULL_AWS_ACCESS] },
]

const scpLevels: Lesson = {
  id: 'every-level-must-allow',
  title: 'SCPs: every level must allow',
  idea: 'Root, each OU on the way and the account each need an SCP that allows the request. SCPs never grant.',
  draft: draftOf({
    title: 'SCPs: every level must allow',
    error:
      'An error occurred (AccessDeniedException) when calling the UpdateFunctionCode operation: ' +
      'User: arn:aws:iam::111122223333:user/rosa is not authorized to perform: lambda:UpdateFunctionCode on resource: ' +
      'arn:aws:lambda:eu-west-1:111122223333:function:oven-timer ' +
      'because no service control policy allows the lambda:UpdateFunctionCode action',
    identity: [{ ...ADMINISTRATOR_ACCESS, source: 'user' }],
    scp: levels(allowList('dynamodb:*', 's3:*')),
  }),
  expect: { decision: 'implicitDeny', layer: 'scp' },
  look: [
    { text: 'Rosa’s policy: AdministratorAccess.', layer: 'identity' },
    { text: 'The three levels, from the root to the account. Which of them allows Lambda?', layer: 'scp' },
  ],
  question: {
    text: 'Root and account have FullAWSAccess. Is that enough?',
    options: [
      {
        text: 'Yes: the account’s own SCP is the last word.',
        reply: 'There is no last word among levels. Each must allow.',
      },
      {
        text: 'No: the OU between them allows only DynamoDB and S3.',
        right: true,
        reply: 'Right. One level without a matching Allow is enough to stop the request.',
      },
      {
        text: 'Yes: the root’s FullAWSAccess is inherited.',
        reply: 'SCPs are not inherited as grants; each level filters again.',
      },
    ],
  },
  reveal: [
    { text: 'The identity-based policy allows everything.', gate: 'identity' },
    { text: 'The root allows it. The account allows it.', gate: 'scp' },
    { text: 'Kitchen OU has one SCP, and it lists DynamoDB and S3. Lambda is not allowed there.', gate: 'scp' },
    {
      text: 'So the organization does not allow it, and an administrator of the account cannot change that.',
      gate: 'scp',
    },
    {
      text: 'SCPs don’t reach the management account, service-linked roles, or callers from outside the organization.',
      gate: 'scp',
    },
  ],
  repair: {
    task: 'Let the accounts of this OU update the code of Lambda functions. Keep the allow list otherwise as it is.',
    hint: 'The SCP of Kitchen OU is an allow list. What is missing on it?',
    layers: ['scp'],
    probes: [
      {
        opens: 'launching instances',
        request: { action: 'ec2:RunInstances', resource: 'arn:aws:ec2:eu-west-1:111122223333:instance/*' },
      },
      {
        opens: 'creating users',
        request: { action: 'iam:CreateUser', resource: 'arn:aws:iam::111122223333:user/new' },
      },
    ],
    wants: [
      {
        what: 'using DynamoDB, as before',
        request: { action: 'dynamodb:PutItem', resource: 'arn:aws:dynamodb:eu-west-1:111122223333:table/recipes' },
      },
      {
        what: 'using S3, as before',
        request: {
          action: 's3:PutObject',
          resource: 'arn:aws:s3:::harbour-recipes/bread.json',
          resourceAccount: '111122223333',
        },
      },
    ],
    solution: { layers: { scp: levels(allowList('dynamodb:*', 'lambda:*', 's3:*')) } },
    tooOpen: { layers: { scp: levels(FULL_AWS_ACCESS, allowList('dynamodb:*', 's3:*')) } },
  },
  remember: 'Within a level one Allow is enough; across levels each must have one; a Deny at any level is final.',
  page: {
    title: 'SCP evaluation',
    url: 'https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_scps_evaluation.html',
  },
}

const perimeter = (condition: object) =>
  policy('identity-perimeter', [
    {
      Sid: 'OnlyOurOrganization',
      Effect: 'Deny',
      Principal: '*',
      Action: 's3:*',
      Resource: '*',
      Condition: condition,
    },
  ])
const ownRcps = (condition: object) => [
  { target: 'Root', policies: [RCP_FULL_AWS_ACCESS, perimeter(condition)] },
  { target: '111122223333', policies: [RCP_FULL_AWS_ACCESS] },
]
const ours = {
  StringNotEqualsIfExists: { 'aws:PrincipalOrgID': 'o-a1b2c3d4e5' },
  BoolIfExists: { 'aws:PrincipalIsAWSService': 'false' },
}

const rcps: Lesson = {
  id: 'rcps-guard-the-resource',
  title: 'RCPs stand before the resource',
  idea: 'An SCP follows the caller. An RCP follows the resource: it meets every caller, from any account.',
  draft: draftOf({
    title: 'RCPs stand before the resource',
    error: 'An error occurred (AccessDenied) when calling the GetObject operation: Access Denied',
    request: {
      principal: 'arn:aws:sts::999988887777:assumed-role/auditor/q3',
      action: 's3:GetObject',
      resource: 'arn:aws:s3:::harbour-ledger/2026-q3.csv',
      resourceAccount: '111122223333',
    },
    context: {
      'aws:PrincipalOrgID': 'o-z9y8x7w6v5',
      'aws:PrincipalIsAWSService': 'false',
      'aws:PrincipalAccount': '999988887777',
    },
    identity: [
      policy(
        'auditor',
        [{ Effect: 'Allow', Action: 's3:GetObject', Resource: 'arn:aws:s3:::harbour-ledger/*' }],
        'role',
      ),
    ],
    resource: [
      policy('harbour-ledger bucket policy', [
        {
          Sid: 'AuditorsMayRead',
          Effect: 'Allow',
          Principal: { AWS: ['arn:aws:iam::999988887777:root', 'arn:aws:iam::777766665555:root'] },
          Action: 's3:GetObject',
          Resource: 'arn:aws:s3:::harbour-ledger/*',
        },
      ]),
    ],
    rcp: ownRcps(ours),
  }),
  expect: { decision: 'explicitDeny', layer: 'rcp', policy: 'identity-perimeter', sid: 'OnlyOurOrganization' },
  look: [
    {
      text: 'The error says “Access Denied” and no more: that is all S3 tells a caller of another organization. It was the role auditor of account 999988887777, who asked for harbour-ledger/2026-q3.csv.',
    },
    { text: 'Two accounts: the auditor’s and the bucket owner’s. Both said yes.', layer: 'resource' },
    { text: 'The auditor’s organization: aws:PrincipalOrgID is o-z9y8x7w6v5.' },
    { text: 'The RCP at the owner’s root.', layer: 'rcp' },
  ],
  question: {
    text: 'The auditor’s own organization has no such policy. Which rule stops the request?',
    options: [
      {
        text: 'None: RCPs are for members of the organization.',
        reply: 'They are for resources of members, whoever calls.',
      },
      {
        text: 'The RCP of the bucket owner’s organization.',
        right: true,
        reply: 'Right. It denies every principal outside o-a1b2c3d4e5 that is no AWS service.',
      },
      {
        text: 'The bucket policy: it does not name the session.',
        reply: 'It names the auditor’s account, and the role allows it.',
      },
    ],
  },
  reveal: [
    { text: 'The auditor’s role allows s3:GetObject.', gate: 'identity' },
    { text: 'The bucket policy allows the auditor’s account.', gate: 'resource' },
    { text: 'The RCP denies: the organization is another, and the caller is no AWS service.', gate: 'rcp' },
    {
      text: 'Several values under a negated operator would all have to differ: StringNotEquals means none of them.',
      gate: 'rcp',
    },
    { text: 'A Deny is final, wherever it stands.', gate: 'rcp' },
    {
      text: 'RCPs don’t reach every request: some services don’t support them, and the management account’s resources and service-linked roles are exempt.',
      gate: 'rcp',
    },
  ],
  repair: {
    task: 'Let the audit firm’s account 999988887777 in, and keep all other strangers out.',
    hint: 'All keys of a condition must be met for the Deny to apply. Add one that excludes this account. Several values under a negated operator must all differ.',
    layers: ['rcp'],
    probes: [
      {
        opens: 'the other account that the bucket policy names, although it is of another organization',
        request: { principal: 'arn:aws:sts::777766665555:assumed-role/auditor/q3' },
        context: { 'aws:PrincipalAccount': '777766665555' },
      },
    ],
    wants: [
      {
        what: 'an account of the own organization',
        request: { principal: 'arn:aws:sts::777766665555:assumed-role/auditor/q3' },
        context: { 'aws:PrincipalAccount': '777766665555', 'aws:PrincipalOrgID': 'o-a1b2c3d4e5' },
      },
    ],
    solution: {
      layers: {
        rcp: ownRcps({
          StringNotEqualsIfExists: { 'aws:PrincipalOrgID': 'o-a1b2c3d4e5', 'aws:PrincipalAccount': '999988887777' },
          BoolIfExists: { 'aws:PrincipalIsAWSService': 'false' },
        }),
      },
    },
    tooOpen: {
      layers: {
        rcp: [
          { target: 'Root', policies: [RCP_FULL_AWS_ACCESS] },
          { target: '111122223333', policies: [RCP_FULL_AWS_ACCESS] },
        ],
      },
    },
  },
  remember: 'SCPs: my principals, on any resource. RCPs: my resources, for any principal.',
  page: {
    title: 'Resource control policies (RCPs)',
    url: 'https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_rcps.html',
  },
}

const table = 'arn:aws:dynamodb:eu-west-1:111122223333:table/guests'
const readGuests = {
  Sid: 'ReadGuests',
  Effect: 'Allow',
  Action: ['dynamodb:GetItem', 'dynamodb:Query'],
  Resource: table,
}

const sessionPolicies: Lesson = {
  id: 'a-session-is-smaller',
  title: 'A session policy makes a session smaller',
  idea: 'A session policy passed at AssumeRole is intersected with the role’s policies. It never grants.',
  draft: draftOf({
    title: 'A session policy makes a session smaller',
    error:
      'An error occurred (AccessDeniedException) when calling the UpdateItem operation: ' +
      'User: arn:aws:sts::111122223333:assumed-role/guest-desk/desk-7 is not authorized to perform: ' +
      `dynamodb:UpdateItem on resource: ${table} because no session policy allows the dynamodb:UpdateItem action`,
    identity: [policy('guest-desk', [{ Effect: 'Allow', Action: 'dynamodb:*', Resource: table }], 'role')],
    session: [policy('desk-7', [readGuests])],
  }),
  expect: { decision: 'implicitDeny', layer: 'session' },
  look: [
    { text: 'What the role allows.', layer: 'identity' },
    { text: 'What the session policy allows.', layer: 'session' },
  ],
  question: {
    text: 'The role allows dynamodb:*. What can this session do?',
    options: [
      { text: 'Everything that the role can.', reply: 'Only a session without a session policy can.' },
      {
        text: 'What both the role and the session policy allow: reading.',
        right: true,
        reply: 'Right. A session policy is an intersection.',
      },
      { text: 'Everything that either allows.', reply: 'That would be a union. It is an intersection.' },
    ],
  },
  reveal: [
    { text: 'The role’s policy allows dynamodb:UpdateItem.', gate: 'identity' },
    { text: 'The session policy lists GetItem and Query.', gate: 'session' },
    { text: 'The session has only what both allow, so it cannot write.', gate: 'session' },
    {
      text: 'An exception: within one account, a resource-based policy that names this session’s ARN grants to the session itself, past the implicit deny. One that names the role does not.',
      gate: 'session',
    },
  ],
  repair: {
    task: 'Let this session update guests as well. Leave the role as it is.',
    hint: 'The program that calls AssumeRole passes the session policy. Change what it passes; only a new session has it.',
    layers: ['session'],
    probes: [
      { opens: 'deleting guests', request: { action: 'dynamodb:DeleteItem' } },
      { opens: 'deleting the table', request: { action: 'dynamodb:DeleteTable' } },
    ],
    wants: [{ what: 'reading guests, as before', request: { action: 'dynamodb:GetItem' } }],
    solution: {
      layers: {
        session: [
          policy('desk-7', [{ ...readGuests, Action: ['dynamodb:GetItem', 'dynamodb:Query', 'dynamodb:UpdateItem'] }]),
        ],
      },
    },
    tooOpen: { layers: { session: [] } },
  },
  remember:
    'A session policy limits what the role’s policies grant. In one account, a resource-based policy that names the session itself grants past it.',
  page: {
    title: 'Policies and permissions in IAM: session policies',
    url: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies.html#policies_session',
  },
}

/** Four lessons on what limits: boundaries, SCPs, RCPs and session policies. */
export const CEILINGS: readonly Lesson[] = [boundaries, scpLevels, rcps, sessionPolicies]
