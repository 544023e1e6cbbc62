import type { Lesson } from '../lesson'
import { draftOf, policy } from '../sketch'

const readRecipes = {
  Sid: 'ReadRecipes',
  Effect: 'Allow',
  Action: 's3:GetObject',
  Resource: 'arn:aws:s3:::galley-recipes/*',
}
const recipesPolicy = (principal: unknown) =>
  policy('galley-recipes bucket policy', [
    {
      Sid: 'HarbourMayRead',
      Effect: 'Allow',
      Principal: principal,
      Action: 's3:GetObject',
      Resource: 'arn:aws:s3:::galley-recipes/*',
    },
  ])

const crossAccount: Lesson = {
  id: 'both-accounts-say-yes',
  title: 'Across accounts both sides must say yes',
  idea: 'The caller’s account allows its role to ask; the resource’s account allows the caller to have it.',
  draft: draftOf({
    title: 'Across accounts both sides must say yes',
    error:
      'An error occurred (AccessDenied) when calling the GetObject operation: ' +
      'User: arn:aws:sts::111122223333:assumed-role/menu-planner/daily is not authorized to perform: s3:GetObject ' +
      'on resource: "arn:aws:s3:::galley-recipes/bread.json" ' +
      'because no resource-based policy allows the s3:GetObject action',
    request: { resourceAccount: '999988887777' },
    identity: [policy('menu-planner', [readRecipes], 'role')],
    resource: [recipesPolicy({ AWS: 'arn:aws:iam::444455556666:root' })],
  }),
  expect: { decision: 'implicitDeny', layer: 'resource' },
  look: [
    { text: 'Two accounts of one organization: 111122223333 asks, 999988887777 owns the bucket.' },
    { text: 'What the caller’s role allows.', layer: 'identity' },
    { text: 'Whom the bucket policy names.', layer: 'resource' },
  ],
  question: {
    text: 'Who has to change something?',
    options: [
      { text: 'The caller’s administrator.', reply: 'The role already allows the request.' },
      {
        text: 'The owner of the bucket.',
        right: true,
        reply: 'Right. The bucket policy names another account than the caller’s.',
      },
      { text: 'Nobody: the role’s Allow is enough.', reply: 'It would be within one account. Here there are two.' },
    ],
  },
  reveal: [
    { text: 'The caller’s side: menu-planner allows s3:GetObject on the bucket.', gate: 'identity' },
    { text: 'The owner’s side: the bucket policy allows account 444455556666 only.', gate: 'resource' },
    { text: 'Two accounts, two evaluations. One says no, so the answer is no.', gate: 'resource' },
  ],
  repair: {
    task: 'Let the role menu-planner read the recipes.',
    hint: 'A role is named in Principal by its ARN in IAM, not by the ARN of a session.',
    layers: ['resource', 'identity'],
    probes: [
      {
        opens: 'every role of the caller’s account that may ask',
        request: { principal: 'arn:aws:sts::111122223333:assumed-role/dish-washer/daily' },
      },
      { opens: 'anybody at all', request: { principal: 'anonymous' } },
      { opens: 'changing the recipes', request: { action: 's3:PutObject' } },
    ],
    wants: [
      {
        what: 'account 444455556666, which could read before,',
        request: { principal: 'arn:aws:sts::444455556666:assumed-role/baker/daily' },
      },
    ],
    solution: {
      layers: {
        resource: [
          recipesPolicy({ AWS: ['arn:aws:iam::444455556666:root', 'arn:aws:iam::111122223333:role/menu-planner'] }),
        ],
      },
    },
    tooOpen: { layers: { resource: [recipesPolicy('*')] } },
  },
  remember: 'One account: for most resources either side may allow. Two accounts: both must.',
  page: {
    title: 'Cross-account policy evaluation logic',
    url: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic-cross-account.html',
  },
}

const trust = (statement: object) =>
  policy('fleet-backup trust policy', [
    { Sid: 'TrustTheVendor', Effect: 'Allow', Action: 'sts:AssumeRole', ...statement },
  ])
const vendor = { AWS: 'arn:aws:iam::999988887777:role/backup-service' }

const externalId: Lesson = {
  id: 'a-role-trusts',
  title: 'A role decides who may become it',
  idea: 'The trust policy says who may assume the role. An external id keeps a vendor from mixing up its customers.',
  draft: draftOf({
    title: 'A role decides who may become it',
    error:
      'An error occurred (AccessDenied) when calling the AssumeRole operation: ' +
      'User: arn:aws:sts::999988887777:assumed-role/backup-service/job-12 is not authorized to perform: sts:AssumeRole ' +
      'on resource: arn:aws:iam::111122223333:role/fleet-backup',
    context: { 'sts:ExternalId': null },
    identity: [
      policy(
        'backup-service',
        [{ Effect: 'Allow', Action: 'sts:AssumeRole', Resource: 'arn:aws:iam::*:role/fleet-backup' }],
        'role',
      ),
    ],
    resource: [trust({ Principal: vendor, Condition: { StringEquals: { 'sts:ExternalId': 'harbour-5527' } } })],
  }),
  expect: { decision: 'implicitDeny', layer: 'trust' },
  look: [
    { text: 'The error names no layer: across organizations AWS often says no more.' },
    { text: 'The condition of the trust policy.', layer: 'resource' },
    { text: 'The call passed no external id.' },
  ],
  question: {
    text: 'The vendor’s role is named as the principal. What is missing?',
    options: [
      {
        text: 'The external id: without it the condition is not met.',
        right: true,
        reply: 'Right. sts:ExternalId is in the request only when the caller passes one.',
      },
      { text: 'An Allow for sts:AssumeRole on the vendor’s side.', reply: 'backup-service has one.' },
      { text: 'The session’s ARN in the trust policy.', reply: 'The role’s ARN matches every session of the role.' },
    ],
  },
  reveal: [
    { text: 'The vendor’s role may call sts:AssumeRole on fleet-backup.', gate: 'identity' },
    { text: 'The trust policy names the vendor’s role.', gate: 'trust' },
    { text: 'StringEquals on sts:ExternalId: the request carries none, so the test fails.', gate: 'trust' },
  ],
  repair: {
    task: 'Let the vendor’s next call succeed without weakening the trust policy.',
    hint: 'The caller passes --external-id harbour-5527. Set the key sts:ExternalId.',
    layers: ['resource'],
    keys: ['sts:ExternalId'],
    probes: [
      { opens: 'calls without an external id', context: { 'sts:ExternalId': null } },
      { opens: 'calls with the external id of another customer', context: { 'sts:ExternalId': 'other-customer' } },
      {
        opens: 'other roles of the vendor',
        request: { principal: 'arn:aws:sts::999988887777:assumed-role/sales/x' },
        context: { 'sts:ExternalId': 'harbour-5527' },
      },
    ],
    solution: { context: { 'sts:ExternalId': { state: 'known', values: ['harbour-5527'] } } },
    tooOpen: { layers: { resource: [trust({ Principal: vendor })] } },
  },
  remember: 'Becoming a role needs an Allow in its trust policy, in the same account too.',
  page: {
    title: 'Access to AWS accounts owned by third parties: the external ID',
    url: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_common-scenarios_third-party.html',
  },
}

const logbookPolicy = (principal: string) =>
  policy('logbook bucket policy', [
    {
      Sid: 'WatchMayRead',
      Effect: 'Allow',
      Principal: { AWS: principal },
      Action: 's3:GetObject',
      Resource: 'arn:aws:s3:::harbour-logbook/*',
    },
  ])

const namedSession: Lesson = {
  id: 'naming-a-session',
  title: 'Naming a role, naming a session',
  idea: 'A role’s ARN in Principal means all of its sessions. A session’s ARN means that one, by its exact name.',
  draft: draftOf({
    title: 'Naming a role, naming a session',
    error:
      'An error occurred (AccessDenied) when calling the GetObject operation: ' +
      'User: arn:aws:sts::111122223333:assumed-role/watch/night-2 is not authorized to perform: s3:GetObject ' +
      'on resource: "arn:aws:s3:::harbour-logbook/2026-11-23.txt" ' +
      'because no identity-based policy allows the s3:GetObject action',
    request: { resourceAccount: '111122223333' },
    identity: [policy('watch', [{ Sid: 'Radio', Effect: 'Allow', Action: 'sns:Publish', Resource: '*' }], 'role')],
    resource: [logbookPolicy('arn:aws:sts::111122223333:assumed-role/watch/night-1')],
  }),
  expect: { decision: 'implicitDeny', layer: 'identity' },
  look: [
    { text: 'The session’s name in the error: night-2.' },
    { text: 'The principal of the bucket policy.', layer: 'resource' },
  ],
  question: {
    text: 'Yesterday’s session night-1 could read. Why can night-2 not?',
    options: [
      { text: 'Sessions expire after an hour.', reply: 'An expired session gives another error, not AccessDenied.' },
      {
        text: 'The bucket policy names the session night-1, and no other.',
        right: true,
        reply: 'Right. In Principal there is no wildcard for a part of a name.',
      },
      {
        text: 'The role must also allow s3:GetObject.',
        reply: 'In one account the bucket policy could be enough, if it named the caller.',
      },
    ],
  },
  reveal: [
    { text: 'The role’s own policy speaks of SNS only.', gate: 'identity' },
    { text: 'The bucket policy would be enough in one account, but it names the session night-1.', gate: 'resource' },
    { text: 'Neither allows night-2, so nothing does.', gate: 'identity' },
  ],
  repair: {
    task: 'Let every session of the role watch read the logbook, and no other role.',
    hint: 'Name the role: arn:aws:iam::111122223333:role/watch.',
    layers: ['resource', 'identity'],
    probes: [
      {
        opens: 'sessions of other roles',
        request: { principal: 'arn:aws:sts::111122223333:assumed-role/crew/night-2' },
        hasNoPolicy: true,
      },
      { opens: 'writing to the logbook', request: { action: 's3:PutObject' } },
    ],
    wants: [
      {
        what: 'the next session, night-3,',
        request: { principal: 'arn:aws:sts::111122223333:assumed-role/watch/night-3' },
      },
    ],
    solution: { layers: { resource: [logbookPolicy('arn:aws:iam::111122223333:role/watch')] } },
    tooOpen: { layers: { resource: [logbookPolicy('*')] } },
  },
  remember: 'Name the role, not its session; and in one account a resource-based policy can be enough by itself.',
  page: {
    title: 'AWS JSON policy elements: Principal',
    url: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html',
  },
}

/** Three lessons on resource-based policies and two accounts. */
export const TWO_SIDES: readonly Lesson[] = [crossAccount, externalId, namedSession]
