import type { Lesson } from '../lesson'
import { draftOf, policy, type WrittenStatement } from '../sketch'

const charts = 'arn:aws:s3:::harbour-charts'
const keepCharts: WrittenStatement = {
  Sid: 'KeepCharts',
  Effect: 'Allow',
  Action: ['s3:GetObject', 's3:PutObject'],
  Resource: `${charts}/*`,
}

const redacted: Lesson = {
  id: 'a-redacted-error',
  title: 'Reading a redacted error',
  idea: 'Names are blanked before an error is shared. Ask what would be other with another name: often nothing.',
  draft: draftOf({
    title: 'Reading a redacted error',
    error:
      'An error occurred (AccessDenied) when calling the DeleteObject operation: ' +
      'User: arn:aws:sts::111122223333:assumed-role/chart-room/[REDACTED] is not authorized to perform: s3:DeleteObject ' +
      `on resource: "${charts}/[REDACTED]" because no identity-based policy allows the s3:DeleteObject action`,
    request: { resourceAccount: '111122223333' },
    identity: [policy('chart-room', [keepCharts], 'role')],
  }),
  expect: { decision: 'implicitDeny', layer: 'identity' },
  look: [
    { text: 'What is blanked: the session’s name and the key of the object.' },
    { text: 'What is not: the role, the action and the bucket.' },
    { text: 'Which elements of the policy could tell one key from another?', layer: 'identity' },
  ],
  question: {
    text: 'Can it be said what decides, with two names missing?',
    options: [
      {
        text: 'No: without the key nobody knows whether the resource matches.',
        reply: 'It matches for every key. Another element decides before that matters.',
      },
      {
        text: 'No: without the session’s name nobody knows who asked.',
        reply: 'All sessions of a role have the policies of the role, and the role is named.',
      },
      {
        text: 'Yes: no statement allows s3:DeleteObject, whatever the names are.',
        right: true,
        reply: 'Right. Fill the blanks as you like, the action is not among those that are allowed.',
      },
    ],
  },
  reveal: [
    { text: 'The role is named, so its policies are known. The name of the session bears on none of them.' },
    {
      text: 'KeepCharts covers every object of the bucket, so its resource matches, whatever the key.',
      gate: 'identity',
    },
    { text: 'The action does not match: reading and writing are allowed, deleting is not.', gate: 'identity' },
    { text: 'The answer is the same for every name that could stand there. That makes it certain.', gate: 'identity' },
  ],
  repair: {
    task: 'Let the role delete charts of this bucket. What the error hides must not matter.',
    hint: 'A statement for one folder helps only if the key lies in it, and nobody knows that.',
    layers: ['identity'],
    probes: [
      { opens: 'deleting in other buckets', request: { resource: 'arn:aws:s3:::harbour-payroll/may.csv' } },
      { opens: 'deleting the bucket', request: { action: 's3:DeleteBucket', resource: charts } },
      { opens: 'deleting old versions for good', request: { action: 's3:DeleteObjectVersion' } },
    ],
    wants: [
      { what: 'reading charts, as before', request: { action: 's3:GetObject' } },
      { what: 'writing charts, as before', request: { action: 's3:PutObject' } },
    ],
    solution: {
      layers: {
        identity: [
          policy(
            'chart-room',
            [{ ...keepCharts, Action: ['s3:GetObject', 's3:PutObject', 's3:DeleteObject'] }],
            'role',
          ),
        ],
      },
    },
    tooOpen: { layers: { identity: [policy('chart-room', [{ ...keepCharts, Action: 's3:*' }], 'role')] } },
  },
  remember: 'What is blanked out matters only where some policy looks at it.',
  page: {
    title: 'Troubleshoot access denied error messages',
    url: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/troubleshoot_access-denied.html',
  },
}

const GITHUB = 'token.actions.githubusercontent.com'
const provider = `arn:aws:iam::111122223333:oidc-provider/${GITHUB}`
const trustOf = (subject: object) =>
  policy('publish-timetable trust policy', [
    {
      Sid: 'OurWorkflow',
      Effect: 'Allow',
      Principal: { Federated: provider },
      Action: 'sts:AssumeRoleWithWebIdentity',
      Condition: { StringEquals: { [`${GITHUB}:aud`]: 'sts.amazonaws.com' }, ...subject },
    },
  ])
const ON_MAIN = 'repo:harbour-line/timetable:ref:refs/heads/main'
const IN_PRODUCTION = 'repo:harbour-line/timetable:environment:production'
const subjects = (...values: readonly string[]) => ({
  StringEquals: { [`${GITHUB}:aud`]: 'sts.amazonaws.com', [`${GITHUB}:sub`]: values },
})

const webIdentity: Lesson = {
  id: 'who-the-token-speaks-of',
  title: 'Who the token speaks of',
  idea: 'A workflow becomes a role with a token. Its claim sub says what ran, and the trust policy must ask for it.',
  draft: draftOf({
    title: 'Who the token speaks of',
    error:
      'An error occurred (AccessDenied) when calling the AssumeRoleWithWebIdentity operation: ' +
      'Not authorized to perform sts:AssumeRoleWithWebIdentity',
    request: {
      principal: provider,
      action: 'sts:AssumeRoleWithWebIdentity',
      resource: 'arn:aws:iam::111122223333:role/publish-timetable',
    },
    context: { [`${GITHUB}:aud`]: 'sts.amazonaws.com', [`${GITHUB}:sub`]: IN_PRODUCTION },
    resource: [trustOf(subjects(ON_MAIN))],
  }),
  expect: { decision: 'implicitDeny', layer: 'trust' },
  look: [
    { text: 'The error names no caller: whoever has a token is nobody in AWS yet.' },
    { text: `The token’s claim: ${GITHUB}:sub is ${IN_PRODUCTION}.` },
    { text: 'The values that the trust policy compares with.', layer: 'resource' },
  ],
  question: {
    text: 'The workflow ran on the branch main. Why does the trust policy not take it?',
    options: [
      {
        text: 'Its job names an environment, and then sub names the environment and not the branch.',
        right: true,
        reply: 'Right. What sub holds follows from how the job was started, not from the branch alone.',
      },
      {
        text: 'The audience is not the one that the policy asks for.',
        reply: 'aud is sts.amazonaws.com on both sides.',
      },
      {
        text: 'The workflow has no identity-based policy that allows it to assume the role.',
        reply: 'There is no caller in AWS yet that could have one. The trust policy decides alone.',
      },
    ],
  },
  reveal: [
    { text: 'The provider is the one that the trust policy names.', gate: 'trust' },
    {
      text: 'aud is as asked. sub names the environment production; the policy asks for the branch main.',
      gate: 'trust',
    },
    { text: 'StringEquals wants the whole value. It differs, so the statement does not apply.', gate: 'trust' },
    {
      text: 'Newer repositories can have ids in sub, as in repo:harbour-line@1234/timetable@5678:…. Copy sub from a real token.',
    },
  ],
  repair: {
    task: 'Let the job of the environment production in as well. Other repositories and pull requests must stay out.',
    hint: 'Several values of one key are alternatives. A pattern that ends in * takes in pull requests too.',
    layers: ['resource'],
    probes: [
      {
        opens: 'pull requests to the repository',
        context: { [`${GITHUB}:sub`]: 'repo:harbour-line/timetable:pull_request' },
      },
      {
        opens: 'other repositories of the organization',
        context: { [`${GITHUB}:sub`]: 'repo:harbour-line/kiosk:environment:production' },
      },
      {
        opens: 'repositories of strangers',
        context: { [`${GITHUB}:sub`]: 'repo:stranger/timetable:environment:production' },
      },
      { opens: 'tokens that were made for others', context: { [`${GITHUB}:aud`]: 'https://github.com/stranger' } },
    ],
    wants: [{ what: 'a job on the branch main, as before,', context: { [`${GITHUB}:sub`]: ON_MAIN } }],
    solution: { layers: { resource: [trustOf(subjects(ON_MAIN, IN_PRODUCTION))] } },
    tooOpen: {
      layers: { resource: [trustOf({ StringLike: { [`${GITHUB}:sub`]: 'repo:harbour-line/timetable:*' } })] },
    },
  },
  remember:
    'Trust for web identity is a comparison of claims. Without a narrow test of sub, strangers’ workflows can be yours.',
  page: {
    title: 'Create a role for OpenID Connect federation',
    url: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_create_for-idp_oidc.html',
  },
}

const archive = 'arn:aws:s3:::harbour-archive'
const archiveWork = policy(
  'archive-work',
  [{ Sid: 'ArchiveWork', Effect: 'Allow', Action: ['s3:GetObject', 's3:PutObject'], Resource: `${archive}/*` }],
  'user',
)
const officeOnly = policy(
  'deny-outside-the-office',
  [
    {
      Sid: 'DenyEverythingFromElsewhere',
      Effect: 'Deny',
      Action: '*',
      Resource: '*',
      Condition: { NotIpAddress: { 'aws:SourceIp': '203.0.113.0/24' } },
    },
  ],
  'user',
)
const plainText = (statement: object) =>
  policy(
    'team-defaults',
    [
      {
        Sid: 'Uploads',
        Effect: 'Deny',
        Action: 's3:PutObject',
        Resource: '*',
        Condition: { StringNotEquals: { 's3:x-amz-server-side-encryption': 'aws:kms' } },
        ...statement,
      },
    ],
    'group:Archivists',
  )
const exceptFor = (resource: string) => plainText({ Resource: undefined, NotResource: resource })

const wrongPolicy: Lesson = {
  id: 'the-wrong-policy',
  title: 'The right layer and the wrong policy',
  idea: 'AWS names the layer, and not always the policy. In one layer several can hang, and the loudest name is not the cause.',
  draft: draftOf({
    title: 'The right layer and the wrong policy',
    error:
      'An error occurred (AccessDenied) when calling the PutObject operation: ' +
      'User: arn:aws:iam::111122223333:user/sol is not authorized to perform: s3:PutObject ' +
      `on resource: "${archive}/inbox/1987.tif" with an explicit deny in an identity-based policy`,
    request: { resourceAccount: '111122223333' },
    context: { 'aws:SourceIp': '203.0.113.40', 's3:x-amz-server-side-encryption': 'AES256' },
    identity: [archiveWork, officeOnly, plainText({})],
  }),
  expect: { decision: 'explicitDeny', layer: 'identity', policy: 'team-defaults', sid: 'Uploads' },
  look: [
    {
      text: 'The layer in the error: an identity-based policy. Three are attached, and an inline one has no ARN to name.',
      layer: 'identity',
    },
    { text: 'The address that the request came from: aws:SourceIp is 203.0.113.40.' },
    { text: 'What encryption the upload asks for: s3:x-amz-server-side-encryption is AES256.' },
  ],
  question: {
    text: 'Which policy denies?',
    options: [
      {
        text: 'deny-outside-the-office: it denies everything.',
        reply: 'Everything from elsewhere. 203.0.113.40 is in the office’s range, so it does not apply.',
      },
      {
        text: 'archive-work: it does not allow this upload.',
        reply: 'It does allow it. And the error names a Deny, which this policy doesn’t have.',
      },
      {
        text: 'team-defaults: it wants uploads to be encrypted with KMS.',
        right: true,
        reply: 'Right. It comes from the group, its name says nothing, and its condition is met.',
      },
    ],
  },
  reveal: [
    { text: 'archive-work allows the upload.', gate: 'identity' },
    {
      text: 'deny-outside-the-office asks for another address. This one is inside, so it does not apply.',
      gate: 'identity',
    },
    {
      text: 'team-defaults denies uploads that don’t ask for aws:kms. This one asks for AES256.',
      gate: 'identity',
    },
    {
      text: 'The layer that AWS named was right. To repair the first policy with Deny in its name would change nothing.',
    },
  ],
  repair: {
    task: 'Let Sol upload to the folder inbox without KMS, and keep all other rules as they are.',
    hint: 'A Deny that spares something names it in NotResource.',
    layers: ['identity'],
    probes: [
      { opens: 'uploads without KMS outside of inbox', request: { resource: `${archive}/films/1987.tif` } },
      { opens: 'uploads from elsewhere', context: { 'aws:SourceIp': '192.0.2.77' } },
      { opens: 'deleting', request: { action: 's3:DeleteObject' } },
    ],
    wants: [
      { what: 'uploading another file to inbox', request: { resource: `${archive}/inbox/1988.tif` } },
      {
        what: 'uploading with KMS elsewhere in the bucket, as before,',
        request: { resource: `${archive}/films/1987.tif` },
        context: { 's3:x-amz-server-side-encryption': 'aws:kms' },
      },
    ],
    solution: { layers: { identity: [archiveWork, officeOnly, exceptFor(`${archive}/inbox/*`)] } },
    tooOpen: { layers: { identity: [archiveWork, officeOnly] } },
  },
  remember: 'A layer is not a policy: find the statement whose every element matches.',
  page: {
    title: 'Policy evaluation for requests within a single account',
    url: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic_policy-eval-basics.html',
  },
}

const instances = 'arn:aws:ec2:eu-west-1:111122223333:instance/*'
const instancesOfAnyRegion = 'arn:aws:ec2:*:111122223333:instance/*'
const launch: WrittenStatement = { Sid: 'Launch', Effect: 'Allow', Action: 'ec2:RunInstances', Resource: '*' }
const tagThem = (more: object): WrittenStatement => ({
  Sid: 'TagWhatIsLaunched',
  Effect: 'Allow',
  Action: 'ec2:CreateTags',
  Resource: instances,
  ...more,
})
const atLaunch = { Condition: { StringEquals: { 'ec2:CreateAction': 'RunInstances' } } }

const tagsAtCreation: Lesson = {
  id: 'tags-at-creation',
  title: 'Tags at creation are a second permission',
  idea: 'To create something with tags is one request with two checks: one to create, one to tag what does not exist yet.',
  draft: draftOf({
    title: 'Tags at creation are a second permission',
    error:
      'An error occurred (UnauthorizedOperation) when calling the RunInstances operation: ' +
      'You are not authorized to perform this operation. ' +
      'User: arn:aws:sts::111122223333:assumed-role/dock-builder/tess is not authorized to perform: ec2:CreateTags ' +
      `on resource: ${instances} because no identity-based policy allows the ec2:CreateTags action`,
    context: { 'ec2:CreateAction': 'RunInstances', 'aws:RequestTag/crew': 'docks', 'aws:TagKeys': ['crew'] },
    identity: [policy('dock-builder', [launch], 'role')],
  }),
  expect: { decision: 'implicitDeny', layer: 'identity' },
  look: [
    { text: 'The operation is RunInstances, the action in the error is ec2:CreateTags.' },
    { text: 'What the role may do.', layer: 'identity' },
    { text: 'ec2:CreateAction is RunInstances: the tags come with a launch.' },
  ],
  question: {
    text: 'The role may launch instances. Without tags the same launch works. Why not with them?',
    options: [
      {
        text: 'An SCP asks for certain tags.',
        reply: 'The error would name it. It names an action that no identity-based policy allows.',
      },
      {
        text: 'Tagging is an action of its own, also for what is just being created.',
        right: true,
        reply: 'Right. EC2 also asks for ec2:CreateTags, and launches nothing when that is denied.',
      },
      {
        text: 'Tags can be set only after the instance runs.',
        reply: 'They can be set at creation, with one more permission.',
      },
    ],
  },
  reveal: [
    { text: 'Launch allows ec2:RunInstances on everything that a launch needs.', gate: 'identity' },
    { text: 'Because the call carries tags, EC2 asks for ec2:CreateTags on the new instance.', gate: 'identity' },
    { text: 'No statement allows that, so the whole launch is refused.', gate: 'identity' },
  ],
  repair: {
    task: 'Let the role tag instances as it launches them, and never those that exist already.',
    hint: 'When tags come with a launch, ec2:CreateAction is RunInstances; when they come later the key is absent.',
    layers: ['identity'],
    probes: [
      {
        opens: 'changing the tags of instances that exist',
        request: { resource: 'arn:aws:ec2:eu-west-1:111122223333:instance/i-0abcd1234ef567890' },
        context: { 'ec2:CreateAction': null },
      },
      {
        opens: 'tagging networks as they are created',
        request: { resource: 'arn:aws:ec2:eu-west-1:111122223333:vpc/*' },
        context: { 'ec2:CreateAction': 'CreateVpc' },
      },
      { opens: 'removing tags', request: { action: 'ec2:DeleteTags' }, context: { 'ec2:CreateAction': null } },
    ],
    wants: [
      {
        what: 'launching without tags, as before,',
        request: { action: 'ec2:RunInstances' },
        context: { 'ec2:CreateAction': null, 'aws:RequestTag/crew': null, 'aws:TagKeys': null },
      },
    ],
    solution: {
      layers: {
        identity: [policy('dock-builder', [launch, tagThem({ ...atLaunch, Resource: instancesOfAnyRegion })], 'role')],
      },
    },
    tooOpen: { layers: { identity: [policy('dock-builder', [launch, tagThem({})], 'role')] } },
  },
  remember: 'An error that names a tagging action is about the tags of the call. Tie the permission to the creation.',
  page: {
    title: 'Grant permission to tag Amazon EC2 resources during creation',
    url: 'https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/supported-iam-actions-tagging.html',
  },
}

/** Four lessons on errors as they come at work: blanked, of a token, of a policy among several, and of tags. */
export const AT_WORK: readonly Lesson[] = [webIdentity, tagsAtCreation, redacted, wrongPolicy]
