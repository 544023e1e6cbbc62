import type { Lesson } from '../lesson'
import { ADMINISTRATOR_ACCESS, draftOf, policy } from '../sketch'

const EVALUATION = 'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic.html'

const readMenus = {
  Sid: 'ReadMenus',
  Effect: 'Allow',
  Action: 's3:GetObject',
  Resource: 'arn:aws:s3:::harbour-menus/*',
}

const everythingStartsDenied: Lesson = {
  id: 'everything-starts-denied',
  title: 'Everything starts denied',
  idea: 'IAM denies a request unless some policy allows it. Nothing has to forbid it.',
  draft: draftOf({
    title: 'Everything starts denied',
    error:
      'An error occurred (AccessDenied) when calling the PutObject operation: ' +
      'User: arn:aws:iam::111122223333:user/nina is not authorized to perform: s3:PutObject ' +
      'on resource: "arn:aws:s3:::harbour-menus/lunch.pdf" ' +
      'because no identity-based policy allows the s3:PutObject action',
    request: { resourceAccount: '111122223333' },
    identity: [policy('menus', [readMenus], 'user')],
  }),
  expect: { decision: 'implicitDeny', layer: 'identity' },
  look: [
    { text: 'The action in the error: s3:PutObject.' },
    { text: 'The actions that Nina’s only policy allows.', layer: 'identity' },
    { text: 'Is there a Deny anywhere?' },
  ],
  question: {
    text: 'Why is the upload denied?',
    options: [
      {
        text: 'A statement denies s3:PutObject.',
        reply: 'No statement here has the effect Deny. Look at what is allowed.',
      },
      {
        text: 'No statement allows s3:PutObject.',
        right: true,
        reply: 'Right. Reading is allowed, writing is not mentioned, and what is not mentioned is denied.',
      },
      {
        text: 'The bucket has no bucket policy.',
        reply: 'In one account, an identity-based policy alone can be enough.',
      },
    ],
  },
  reveal: [
    { text: 'A request starts with the answer “denied”, unless the account’s root user makes it.' },
    { text: 'IAM looks for a Deny in every policy that applies, and finds none.' },
    {
      text: 'It then looks for an Allow. The statement ReadMenus is for s3:GetObject and does not match s3:PutObject.',
      gate: 'identity',
    },
    { text: 'No Allow, so the first answer stays. IAM calls this an implicit deny.', gate: 'identity' },
  ],
  repair: {
    task: 'Let Nina upload menus to this bucket.',
    hint: 'A second action in the same statement is enough.',
    layers: ['identity'],
    probes: [
      { opens: 'deleting menus', request: { action: 's3:DeleteObject' } },
      { opens: 'writing to another bucket', request: { resource: 'arn:aws:s3:::harbour-payroll/may.csv' } },
    ],
    wants: [
      { what: 'uploading another menu', request: { resource: 'arn:aws:s3:::harbour-menus/dinner.pdf' } },
      { what: 'reading menus', request: { action: 's3:GetObject' } },
    ],
    solution: {
      layers: { identity: [policy('menus', [{ ...readMenus, Action: ['s3:GetObject', 's3:PutObject'] }], 'user')] },
    },
    tooOpen: { layers: { identity: [policy('menus', [{ ...readMenus, Action: 's3:*' }], 'user')] } },
  },
  remember: 'No Allow is a deny. Look for what is missing before you look for what forbids.',
  page: { title: 'Policy evaluation logic', url: EVALUATION },
}

const explicitDeny: Lesson = {
  id: 'a-deny-wins',
  title: 'A Deny wins over every Allow',
  idea: 'One matching Deny ends the matter, however many statements allow the request.',
  draft: draftOf({
    title: 'A Deny wins over every Allow',
    error:
      'An error occurred (AccessDeniedException) when calling the DeleteTable operation: ' +
      'User: arn:aws:iam::111122223333:user/omar is not authorized to perform: dynamodb:DeleteTable on resource: ' +
      'arn:aws:dynamodb:eu-west-1:111122223333:table/bookings-test ' +
      'with an explicit deny in an identity-based policy: arn:aws:iam::111122223333:policy/protect-tables',
    identity: [
      { ...ADMINISTRATOR_ACCESS, source: 'user' },
      policy(
        'protect-tables',
        [
          {
            Sid: 'ProtectBookings',
            Effect: 'Deny',
            Action: 'dynamodb:DeleteTable',
            Resource: 'arn:aws:dynamodb:*:*:table/bookings*',
          },
        ],
        'group:Engineers',
      ),
    ],
  }),
  expect: { decision: 'explicitDeny', layer: 'identity', policy: 'protect-tables', sid: 'ProtectBookings' },
  look: [
    { text: 'What AdministratorAccess allows.', layer: 'identity' },
    { text: 'Which tables the pattern table/bookings* covers.', layer: 'identity' },
    { text: 'The words “with an explicit deny” in the error.' },
  ],
  question: {
    text: 'Omar has AdministratorAccess. What decides?',
    options: [
      {
        text: 'The Allow, because it covers everything.',
        reply: 'An Allow never outweighs a Deny, however wide it is.',
      },
      {
        text: 'The Deny, because a Deny always wins.',
        right: true,
        reply: 'Right. IAM looks at all Deny statements first, and one that matches is final.',
      },
      {
        text: 'The more specific of the two statements.',
        reply: 'Specificity counts in other systems. In IAM it has no weight.',
      },
    ],
  },
  reveal: [
    { text: 'AdministratorAccess allows every action on every resource.', gate: 'identity' },
    {
      text: 'ProtectBookings matches too: the table is named bookings-test, and the pattern ends in *.',
      gate: 'identity',
    },
    { text: 'Deny statements are read first. One matches, so the Allow is not asked.', gate: 'identity' },
  ],
  repair: {
    task: 'Let Omar delete the test table, and keep the table bookings protected.',
    hint: 'The Deny reaches further than it should. Narrow its resource.',
    layers: ['identity'],
    probes: [
      {
        opens: 'deleting the table bookings',
        request: { resource: 'arn:aws:dynamodb:eu-west-1:111122223333:table/bookings' },
      },
    ],
    solution: {
      layers: {
        identity: [
          { ...ADMINISTRATOR_ACCESS, source: 'user' },
          policy(
            'protect-tables',
            [
              {
                Sid: 'ProtectBookings',
                Effect: 'Deny',
                Action: 'dynamodb:DeleteTable',
                Resource: 'arn:aws:dynamodb:*:*:table/bookings',
              },
            ],
            'group:Engineers',
          ),
        ],
      },
    },
    tooOpen: { layers: { identity: [{ ...ADMINISTRATOR_ACCESS, source: 'user' }] } },
  },
  remember: 'Another Allow never lifts a Deny. Change the Deny, or do not match it.',
  page: {
    title: 'The difference between explicit and implicit denies',
    url: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic_AccessPolicyLanguage_Interplay.html',
  },
}

const ticketBucket = { Sid: 'Tickets', Effect: 'Allow', Action: ['s3:ListBucket', 's3:GetObject'] }

const resourceArns: Lesson = {
  id: 'the-arn-must-match',
  title: 'The ARN must match as well',
  idea: 'A statement applies when principal, action, resource and conditions all match. A bucket and its objects are different resources.',
  draft: draftOf({
    title: 'The ARN must match as well',
    error:
      'An error occurred (AccessDenied) when calling the GetObject operation: ' +
      'User: arn:aws:sts::111122223333:assumed-role/ticket-printer/kiosk-3 is not authorized to perform: s3:GetObject ' +
      'on resource: "arn:aws:s3:::harbour-tickets/2026/0001.pdf" ' +
      'because no identity-based policy allows the s3:GetObject action',
    request: { resourceAccount: '111122223333' },
    identity: [policy('print-tickets', [{ ...ticketBucket, Resource: 'arn:aws:s3:::harbour-tickets' }], 'role')],
  }),
  expect: { decision: 'implicitDeny', layer: 'identity' },
  look: [
    { text: 'The resource in the error: it has a key after the bucket’s name.' },
    { text: 'The Resource of the statement Tickets.', layer: 'identity' },
  ],
  question: {
    text: 'The statement lists s3:GetObject. Why does it not apply?',
    options: [
      {
        text: 'Its resource is the bucket, and s3:GetObject is asked for an object.',
        right: true,
        reply: 'Right. arn:aws:s3:::harbour-tickets is not a prefix, it is one resource.',
      },
      {
        text: 'Two actions in one statement must both be needed.',
        reply: 'Several actions in a statement are alternatives.',
      },
      { text: 'S3 needs a bucket policy to read objects.', reply: 'Not within one account.' },
    ],
  },
  reveal: [
    { text: 'The action matches: s3:GetObject is listed.', gate: 'identity' },
    { text: 'The resource does not: the ARN of the bucket has no /, the ARN of the object has.', gate: 'identity' },
    { text: 'One element that does not match, and the statement does not apply.', gate: 'identity' },
  ],
  repair: {
    task: 'Let the printer read every object of this bucket, and list it as before.',
    hint: 'Objects are named by the bucket’s ARN, a slash, and a pattern.',
    layers: ['identity'],
    probes: [
      { opens: 'reading other buckets', request: { resource: 'arn:aws:s3:::harbour-payroll/may.csv' } },
      {
        opens: 'reading buckets whose names begin alike',
        request: { resource: 'arn:aws:s3:::harbour-tickets-refunds/1.pdf' },
      },
    ],
    wants: [
      { what: 'reading another ticket', request: { resource: 'arn:aws:s3:::harbour-tickets/2027/0002.pdf' } },
      {
        what: 'listing the bucket',
        request: { action: 's3:ListBucket', resource: 'arn:aws:s3:::harbour-tickets' },
      },
    ],
    solution: {
      layers: {
        identity: [
          policy(
            'print-tickets',
            [{ ...ticketBucket, Resource: ['arn:aws:s3:::harbour-tickets', 'arn:aws:s3:::harbour-tickets/*'] }],
            'role',
          ),
        ],
      },
    },
    tooOpen: {
      layers: {
        identity: [policy('print-tickets', [{ ...ticketBucket, Resource: 'arn:aws:s3:::harbour-tickets*' }], 'role')],
      },
    },
  },
  remember: 'Bucket actions take the bucket’s ARN, object actions the ARN with a slash and a key.',
  page: {
    title: 'IAM JSON policy elements: Resource',
    url: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_resource.html',
  },
}

/** The first three lessons: implicit and explicit deny, and what makes a statement match. */
export const FIRST_STEPS: readonly Lesson[] = [everythingStartsDenied, explicitDeny, resourceArns]
