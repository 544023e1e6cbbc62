import type { Lesson } from '../lesson'
import { draftOf, KEY_ADMINISTRATORS, policy, type WrittenStatement } from '../sketch'

const AMI = 'arn:aws:ec2:eu-west-1::image/ami-0abcd1234ef567890'
const INSTANCES = 'arn:aws:ec2:*:111122223333:instance/*'
const PARTS = [
  'arn:aws:ec2:*::image/*',
  ...['subnet', 'network-interface', 'security-group', 'volume', 'key-pair'].map(
    (type) => `arn:aws:ec2:*:111122223333:${type}/*`,
  ),
]
const SMALL = { StringEquals: { 'ec2:InstanceType': 't3.micro' } }
const launch = (more: object): WrittenStatement => ({ Effect: 'Allow', Action: 'ec2:RunInstances', ...more })
const smallOnes = launch({ Sid: 'SmallOnes', Resource: '*', Condition: SMALL })

const impossibleKeys: Lesson = {
  id: 'a-key-that-cannot-be-there',
  title: 'A key that cannot be there',
  idea: 'A condition key exists for some resource types of a call and not for others. A test of it fails on the others, unless it is negated or ends in IfExists.',
  draft: draftOf({
    title: 'A key that cannot be there',
    error:
      'An error occurred (UnauthorizedOperation) when calling the RunInstances operation: ' +
      'You are not authorized to perform this operation. ' +
      'User: arn:aws:sts::111122223333:assumed-role/harbour-lab/vera is not authorized to perform: ec2:RunInstances ' +
      `on resource: ${AMI} because no identity-based policy allows the ec2:RunInstances action`,
    request: { resourceAccount: '111122223333' },
    context: { 'ec2:InstanceType': null },
    identity: [policy('harbour-lab', [smallOnes], 'role')],
  }),
  expect: { decision: 'implicitDeny', layer: 'identity' },
  look: [
    { text: 'The resource in the error: an image, not an instance.' },
    { text: 'The condition, and what it applies to: Resource is *.', layer: 'identity' },
  ],
  question: {
    text: 'Vera launches a t3.micro, as the condition asks. Why is she refused?',
    options: [
      { text: 'The image belongs to AWS.', reply: 'Public images can be launched by everyone who may launch.' },
      {
        text: 'An image has no instance type, so the condition isn’t met for it.',
        right: true,
        reply: 'Right. A launch is checked for each resource, and only instances have ec2:InstanceType.',
      },
      { text: 'The type must be in upper case.', reply: 'Instance types are written in lower case, and match.' },
    ],
  },
  reveal: [
    { text: 'A launch is checked for the instance, the image, the subnet and more, each on its own.' },
    { text: 'For the instance, ec2:InstanceType is t3.micro, and the statement applies.', gate: 'identity' },
    { text: 'For the image the key is absent. StringEquals fails on an absent key.', gate: 'identity' },
    { text: 'No statement allows the image, so the whole launch is denied.', gate: 'identity' },
  ],
  repair: {
    task: 'Let Vera launch t3.micro instances, and no other type.',
    hint: 'Two statements: one for instances with the condition, one for what else a launch takes without it.',
    layers: ['identity'],
    probes: [
      {
        opens: 'launching large instances',
        request: { resource: 'arn:aws:ec2:eu-west-1:111122223333:instance/*' },
        context: { 'ec2:InstanceType': 'm5.24xlarge' },
      },
      {
        opens: 'terminating instances',
        request: { action: 'ec2:TerminateInstances', resource: 'arn:aws:ec2:eu-west-1:111122223333:instance/i-1' },
      },
    ],
    wants: [
      {
        what: 'the instance itself, a t3.micro,',
        request: { resource: 'arn:aws:ec2:eu-west-1:111122223333:instance/*' },
        context: { 'ec2:InstanceType': 't3.micro' },
      },
      {
        what: 'the subnet of the launch',
        request: { resource: 'arn:aws:ec2:eu-west-1:111122223333:subnet/subnet-0a1b2c3d' },
      },
      {
        what: 'the network interface of the launch',
        request: { resource: 'arn:aws:ec2:eu-west-1:111122223333:network-interface/*' },
      },
      {
        what: 'the security group of the launch',
        request: { resource: 'arn:aws:ec2:eu-west-1:111122223333:security-group/sg-0a1b2c3d' },
      },
      {
        what: 'the volume of the launch',
        request: { resource: 'arn:aws:ec2:eu-west-1:111122223333:volume/*' },
      },
    ],
    solution: {
      layers: {
        identity: [
          policy(
            'harbour-lab',
            [
              launch({ Sid: 'SmallOnes', Resource: INSTANCES, Condition: SMALL }),
              launch({ Sid: 'WhatALaunchTakes', Resource: PARTS }),
            ],
            'role',
          ),
        ],
      },
    },
    tooOpen: { layers: { identity: [policy('harbour-lab', [launch({ Resource: '*' })], 'role')] } },
  },
  remember: 'Put a condition on the resource type that has the key, and allow the other types beside it.',
  page: {
    title: 'Example policies to control access to the Amazon EC2 API',
    url: 'https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/ExamplePolicies_EC2.html',
  },
}

const OVEN_ROLE = 'arn:aws:iam::111122223333:role/oven-timer'
const create = { Sid: 'Functions', Effect: 'Allow', Action: 'lambda:CreateFunction', Resource: '*' }
const pass = (more: object): WrittenStatement => ({
  Sid: 'HandOverTheRole',
  Effect: 'Allow',
  Action: 'iam:PassRole',
  Resource: OVEN_ROLE,
  ...more,
})
const TO_LAMBDA = { Condition: { StringEquals: { 'iam:PassedToService': 'lambda.amazonaws.com' } } }

const manyChecks: Lesson = {
  id: 'one-call-many-checks',
  title: 'One call, many checks',
  idea: 'A call can need several permissions. Who gives a role to a service must be allowed to pass that role.',
  draft: draftOf({
    title: 'One call, many checks',
    error:
      'An error occurred (AccessDeniedException) when calling the CreateFunction operation: ' +
      'User: arn:aws:iam::111122223333:user/rosa is not authorized to perform: iam:PassRole ' +
      `on resource: ${OVEN_ROLE} because no identity-based policy allows the iam:PassRole action`,
    context: { 'iam:PassedToService': 'lambda.amazonaws.com' },
    identity: [policy('functions', [create], 'user')],
  }),
  expect: { decision: 'implicitDeny', layer: 'identity' },
  look: [
    { text: 'The operation is CreateFunction. The action in the error is another one.' },
    { text: 'What Rosa’s policy allows.', layer: 'identity' },
  ],
  question: {
    text: 'Rosa may create functions. What is missing?',
    options: [
      {
        text: 'The right to pass the role oven-timer to Lambda.',
        right: true,
        reply: 'Right. AWS checks iam:PassRole on the role that the function gets.',
      },
      { text: 'The right to assume the role oven-timer.', reply: 'Lambda assumes it. Rosa only hands it over.' },
      { text: 'A trust policy that names Rosa.', reply: 'The trust policy must name Lambda, which assumes the role.' },
    ],
  },
  reveal: [
    { text: 'The first check, lambda:CreateFunction, passes.', gate: 'identity' },
    { text: 'The call names a role, so iam:PassRole is checked on that role.', gate: 'identity' },
    {
      text: 'No statement allows it, so nothing is created. PassRole is no operation that one calls.',
      gate: 'identity',
    },
  ],
  repair: {
    task: 'Let Rosa give this one role to Lambda functions.',
    hint: 'Name the role in Resource, and the service in iam:PassedToService.',
    layers: ['identity'],
    probes: [
      { opens: 'passing an administrator’s role', request: { resource: 'arn:aws:iam::111122223333:role/admin' } },
      { opens: 'passing the role to EC2', context: { 'iam:PassedToService': 'ec2.amazonaws.com' } },
    ],
    wants: [
      {
        what: 'creating functions, as before,',
        request: {
          action: 'lambda:CreateFunction',
          resource: 'arn:aws:lambda:eu-west-1:111122223333:function:oven-timer',
        },
        context: { 'iam:PassedToService': null },
      },
    ],
    solution: { layers: { identity: [policy('functions', [create, pass(TO_LAMBDA)], 'user')] } },
    tooOpen: { layers: { identity: [policy('functions', [create, pass({ Resource: '*' })], 'user')] } },
  },
  remember: 'Read the action in the error, not only the operation: it says which check failed.',
  page: {
    title: 'Grant a user permissions to pass a role to an AWS service',
    url: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_use_passrole.html',
  },
}

const BOARD = 'arn:aws:s3:::harbour-board'
const readBoard = { Sid: 'ReadBoard', Effect: 'Allow', Action: 's3:GetObject', Resource: `${BOARD}/*` }
const list = (more: object): WrittenStatement => ({
  Sid: 'SeeWhatExists',
  Effect: 'Allow',
  Action: 's3:ListBucket',
  Resource: BOARD,
  ...more,
})

const notThere: Lesson = {
  id: 'a-403-for-nothing',
  title: 'A 403 for what does not exist',
  idea: 'S3 tells only those who may list a bucket that an object does not exist. Others get “Access Denied”.',
  draft: draftOf({
    title: 'A 403 for what does not exist',
    error:
      'An error occurred (AccessDenied) when calling the GetObject operation: ' +
      'User: arn:aws:sts::111122223333:assumed-role/menu-board/kitchen is not authorized to perform: s3:ListBucket ' +
      `on resource: "${BOARD}" because no identity-based policy allows the s3:ListBucket action`,
    request: { resourceAccount: '111122223333' },
    identity: [policy('menu-board', [readBoard], 'role')],
  }),
  expect: { decision: 'implicitDeny', layer: 'identity' },
  look: [
    { text: 'The operation is GetObject. The action in the error is s3:ListBucket, and the resource is the bucket.' },
    { text: 'What the role may read.', layer: 'identity' },
  ],
  question: {
    text: 'The role may read every object. What does this error say of the object?',
    options: [
      { text: 'It is encrypted with a key of others.', reply: 'Then the error would name a kms: action.' },
      {
        text: 'It does not exist, or its name is misspelled.',
        right: true,
        reply: 'Right. With s3:ListBucket the same call would answer 404, NoSuchKey.',
      },
      { text: 'It needs s3:ListBucket to be read.', reply: 'An object that exists is read with s3:GetObject alone.' },
    ],
  },
  reveal: [
    { text: 'ReadBoard allows s3:GetObject on every object: reading would pass.', gate: 'identity' },
    { text: 'The object is not there. Whether that may be told depends on s3:ListBucket.', gate: 'identity' },
    { text: 'No statement allows it, so the answer is 403 and not 404.', gate: 'identity' },
  ],
  repair: {
    task: 'Let the role see whether an object of this bucket exists.',
    hint: 'Listing is an action on the bucket, whose ARN has no slash.',
    layers: ['identity'],
    probes: [
      {
        opens: 'listing other buckets',
        request: { resource: 'arn:aws:s3:::harbour-payroll' },
      },
      { opens: 'deleting the bucket', request: { action: 's3:DeleteBucket' } },
    ],
    wants: [
      { what: 'reading the board, as before,', request: { action: 's3:GetObject', resource: `${BOARD}/today.txt` } },
    ],
    solution: { layers: { identity: [policy('menu-board', [readBoard, list({})], 'role')] } },
    tooOpen: { layers: { identity: [policy('menu-board', [readBoard, list({ Resource: '*' })], 'role')] } },
  },
  remember: 'A 403 for s3:ListBucket while reading: look first whether the object exists.',
  page: {
    title: 'GetObject: permissions',
    url: 'https://docs.aws.amazon.com/AmazonS3/latest/API/API_GetObject.html',
  },
}

const LINKED = 'arn:aws:iam::111122223333:role/aws-service-role/autoscaling.amazonaws.com/AWSServiceRoleForAutoScaling'
const scaling = { Sid: 'Scaling', Effect: 'Allow', Action: ['autoscaling:*', 'ec2:RunInstances'], Resource: '*' }
const linked = (more: object): WrittenStatement => ({
  Sid: 'FirstGroup',
  Effect: 'Allow',
  Action: 'iam:CreateServiceLinkedRole',
  Resource: LINKED,
  ...more,
})
const FOR_SCALING = { Condition: { StringEquals: { 'iam:AWSServiceName': 'autoscaling.amazonaws.com' } } }

const linkedRoles: Lesson = {
  id: 'a-role-of-the-service',
  title: 'A role that belongs to a service',
  idea: 'Many services make their service-linked role when a first call needs it, with the caller’s rights. Its policy is the service’s.',
  draft: draftOf({
    title: 'A role that belongs to a service',
    error:
      'An error occurred (AccessDenied) when calling the CreateAutoScalingGroup operation: ' +
      'The default Service-Linked Role for Auto Scaling could not be created.  ' +
      'com.amazonaws.services.identitymanagement.model.AmazonIdentityManagementException: ' +
      'User: arn:aws:iam::111122223333:user/omar is not authorized to perform: iam:CreateServiceLinkedRole ' +
      `on resource: ${LINKED} because no identity-based policy allows the iam:CreateServiceLinkedRole action ` +
      '(Service: AmazonIdentityManagement; Status Code: 403; Error Code: AccessDenied; ' +
      'Request ID: 5d0c1f6e-8a47-4c1b-9b7e-2f3a6d90c481; Proxy: null)',
    context: { 'iam:AWSServiceName': 'autoscaling.amazonaws.com' },
    identity: [policy('scaling', [scaling], 'user')],
  }),
  expect: { decision: 'implicitDeny', layer: 'identity' },
  look: [
    { text: 'The action in the error, and the path in the role’s ARN: aws-service-role.' },
    { text: 'What Omar may do.', layer: 'identity' },
  ],
  question: {
    text: 'In another account the same policy is enough. Why not here?',
    options: [
      { text: 'An SCP denies service-linked roles.', reply: 'The error would name a service control policy.' },
      {
        text: 'The service-linked role does not exist here yet, and Omar may not create it.',
        right: true,
        reply: 'Right. Once the role exists, no one has to create it again.',
      },
      {
        text: 'Omar must be allowed to pass the role.',
        reply: 'Only a call that names the role needs that, and the error would name iam:PassRole.',
      },
    ],
  },
  reveal: [
    { text: 'autoscaling:* allows the call itself, and ec2:RunInstances what it launches.', gate: 'identity' },
    { text: 'This account has no such role yet, so the call also creates it.', gate: 'identity' },
    { text: 'No statement allows iam:CreateServiceLinkedRole.', gate: 'identity' },
    { text: 'What the role itself may do is the service’s matter: its policy cannot be edited, and no SCP limits it.' },
  ],
  repair: {
    task: 'Let Omar’s first group create the role of Auto Scaling, and no role of another service.',
    hint: 'The key iam:AWSServiceName holds the service that the role is for.',
    layers: ['identity'],
    probes: [
      {
        opens: 'roles of other services',
        request: {
          resource: 'arn:aws:iam::111122223333:role/aws-service-role/ecs.amazonaws.com/AWSServiceRoleForECS',
        },
        context: { 'iam:AWSServiceName': 'ecs.amazonaws.com' },
      },
      {
        opens: 'creating roles of one’s own',
        request: { action: 'iam:CreateRole', resource: 'arn:aws:iam::111122223333:role/omar' },
        context: { 'iam:AWSServiceName': null },
      },
    ],
    wants: [
      {
        what: 'creating groups, as before,',
        request: {
          action: 'autoscaling:CreateAutoScalingGroup',
          resource: 'arn:aws:autoscaling:eu-west-1:111122223333:autoScalingGroup:*:autoScalingGroupName/web',
        },
        context: { 'iam:AWSServiceName': null },
      },
    ],
    solution: { layers: { identity: [policy('scaling', [scaling, linked(FOR_SCALING)], 'user')] } },
    tooOpen: { layers: { identity: [policy('scaling', [scaling, linked({ Resource: '*' })], 'user')] } },
  },
  remember: 'The first use of a service in an account can need iam:CreateServiceLinkedRole, once.',
  page: {
    title: 'Create a service-linked role',
    url: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_create-service-linked-role.html',
  },
}

const SSO = 'arn:aws:iam::111122223333:role/aws-reserved/sso.amazonaws.com/eu-west-1'
const rota = (...patterns: readonly string[]) =>
  policy('harbour-rota bucket policy', [
    {
      Sid: 'CrewMayRead',
      Effect: 'Allow',
      Principal: '*',
      Action: 's3:GetObject',
      Resource: 'arn:aws:s3:::harbour-rota/*',
      Condition: {
        StringEquals: { 'aws:PrincipalOrgID': 'o-a1b2c3d4e5' },
        ArnLike: { 'aws:PrincipalArn': patterns },
      },
    },
  ])

const identityCenter: Lesson = {
  id: 'the-path-of-a-permission-set',
  title: 'The path of a permission set',
  idea: 'IAM Identity Center makes a role in an account for each permission set assigned there. Its ARN has a path, which session ARNs leave out.',
  draft: draftOf({
    title: 'The path of a permission set',
    error:
      'An error occurred (AccessDenied) when calling the GetObject operation: ' +
      'User: arn:aws:sts::111122223333:assumed-role/AWSReservedSSO_Crew_0123456789abcdef/ann@example.com ' +
      'is not authorized to perform: s3:GetObject on resource: "arn:aws:s3:::harbour-rota/may.csv" ' +
      'because no identity-based policy allows the s3:GetObject action',
    request: { resourceAccount: '111122223333' },
    context: {
      'aws:PrincipalArn': `${SSO}/AWSReservedSSO_Crew_0123456789abcdef`,
      'aws:PrincipalOrgID': 'o-a1b2c3d4e5',
    },
    identity: [policy('Crew', [{ Effect: 'Allow', Action: 'sns:Publish', Resource: '*' }], 'role')],
    resource: [rota('arn:aws:iam::111122223333:role/AWSReservedSSO_Crew_*')],
  }),
  expect: { decision: 'implicitDeny', layer: 'identity' },
  look: [
    { text: 'The ARN in the error has no path. aws:PrincipalArn of the request has one.' },
    { text: 'The pattern in the bucket policy.', layer: 'resource' },
  ],
  question: {
    text: 'The pattern names the permission set Crew. Why does it not match?',
    options: [
      {
        text: 'The role’s ARN has a path before its name, and the pattern has none.',
        right: true,
        reply: 'Right. The role’s ARN holds aws-reserved/sso.amazonaws.com, and the Region unless that is us-east-1.',
      },
      { text: 'Ann’s session name is missing in it.', reply: 'aws:PrincipalArn holds the role, not the session.' },
      { text: 'Wildcards are not allowed there.', reply: 'Under ArnLike they are. In Principal they are not.' },
    ],
  },
  reveal: [
    { text: 'The permission set’s own policy is about SNS only.', gate: 'identity' },
    {
      text: 'The organization is the right one. Without such a fixed value, S3 counts a policy for everyone as public.',
      gate: 'resource',
    },
    { text: 'The bucket policy tests aws:PrincipalArn: role/aws-reserved/sso.amazonaws.com/….', gate: 'resource' },
    { text: 'The pattern begins role/AWSReservedSSO_, so it does not match, and nothing allows.', gate: 'identity' },
  ],
  repair: {
    task: 'Let everyone with the permission set Crew read the rota, also after its assignments are made again.',
    hint: 'Write the path, and leave the end of the name open: it changes if all assignments are deleted and made again.',
    layers: ['resource'],
    probes: [
      {
        opens: 'other permission sets',
        request: { principal: 'arn:aws:sts::111122223333:assumed-role/AWSReservedSSO_Guests_fedcba9876543210/bo' },
        context: { 'aws:PrincipalArn': `${SSO}/AWSReservedSSO_Guests_fedcba9876543210` },
        hasNoPolicy: true,
      },
      { opens: 'changing the rota', request: { action: 's3:PutObject' } },
    ],
    wants: [
      {
        what: 'the permission set with the name that its role gets after that',
        request: { principal: 'arn:aws:sts::111122223333:assumed-role/AWSReservedSSO_Crew_00112233445566ff/ann' },
        context: { 'aws:PrincipalArn': `${SSO}/AWSReservedSSO_Crew_00112233445566ff` },
      },
    ],
    solution: {
      layers: {
        resource: [rota(`${SSO}/AWSReservedSSO_Crew_*`)],
      },
    },
    tooOpen: { layers: { resource: [rota('arn:aws:iam::111122223333:role/aws-reserved/sso.amazonaws.com/*')] } },
  },
  remember: 'Copy a permission set’s ARN from IAM, with its path; never build it from the error.',
  page: {
    title: 'Referencing permission sets in resource policies, Amazon EKS cluster config maps, and AWS KMS key policies',
    url: 'https://docs.aws.amazon.com/singlesignon/latest/userguide/referencingpermissionsets.html',
  },
}

const DISK_KEY = 'arn:aws:kms:eu-west-1:111122223333:key/0f1e2d3c-4b5a-6978-8796-a5b4c3d2e1f0'
const BUILDER = { AWS: 'arn:aws:iam::111122223333:role/dock-builder' }
const useDisks: WrittenStatement = {
  Sid: 'UseForDisks',
  Effect: 'Allow',
  Principal: BUILDER,
  Action: ['kms:Decrypt', 'kms:GenerateDataKeyWithoutPlaintext', 'kms:DescribeKey'],
  Resource: '*',
}
const grant = (more: object): WrittenStatement => ({
  Sid: 'GrantForTheDisk',
  Effect: 'Allow',
  Principal: BUILDER,
  Action: 'kms:CreateGrant',
  Resource: '*',
  ...more,
})
const FOR_AWS = { Condition: { Bool: { 'kms:GrantIsForAWSResource': 'true' } } }
const diskKey = (...statements: readonly WrittenStatement[]) =>
  policy('disk key policy', [KEY_ADMINISTRATORS, ...statements])

const grants: Lesson = {
  id: 'a-grant-for-the-disk',
  title: 'A grant for the disk',
  idea: 'A service that uses a key later on is often given a grant by the caller. To give one is a permission of its own.',
  draft: draftOf({
    title: 'A grant for the disk',
    error:
      // AttachVolume itself only says that the key could not be used: the reason is in CloudTrail.
      JSON.stringify(
        {
          eventSource: 'kms.amazonaws.com',
          eventName: 'CreateGrant',
          awsRegion: 'eu-west-1',
          userIdentity: {
            type: 'AssumedRole',
            arn: 'arn:aws:sts::111122223333:assumed-role/dock-builder/tess',
            accountId: '111122223333',
            invokedBy: 'AWS Internal',
          },
          errorCode: 'AccessDenied',
          errorMessage:
            'User: arn:aws:sts::111122223333:assumed-role/dock-builder/tess is not authorized to perform: kms:CreateGrant ' +
            `on resource: ${DISK_KEY} because no resource-based policy allows the kms:CreateGrant action`,
        },
        null,
        2,
      ),
    context: { 'kms:GrantIsForAWSResource': 'true', 'kms:ViaService': 'ec2.eu-west-1.amazonaws.com' },
    identity: [policy('dock-builder', [{ Effect: 'Allow', Action: 'kms:*', Resource: DISK_KEY }], 'role')],
    resource: [diskKey(useDisks)],
  }),
  expect: { decision: 'implicitDeny', layer: 'resource' },
  look: [
    { text: 'Tess attached a disk. This is CloudTrail’s event of it; the action in it is kms:CreateGrant.' },
    { text: 'What the key policy lets the role do with the key.', layer: 'resource' },
    { text: 'kms:GrantIsForAWSResource is true: EC2 asks for the grant on the caller’s behalf.' },
  ],
  question: {
    text: 'The role may decrypt with the key. Why is a grant needed?',
    options: [
      {
        text: 'EC2 must use the key while the disk is attached, and it does so by a grant.',
        right: true,
        reply: 'Right. The caller creates the grant, so the caller needs kms:CreateGrant.',
      },
      { text: 'Grants replace the key policy.', reply: 'A grant allows beside the key policy, and replaces nothing.' },
      {
        text: 'EC2 needs a statement with its service principal.',
        reply: 'EC2 uses the grant, with a role that it has for this instance.',
      },
    ],
  },
  reveal: [
    { text: 'The role’s own policy allows everything on this key.', gate: 'identity' },
    { text: 'The key policy names the role for three actions. kms:CreateGrant is not among them.', gate: 'resource' },
    { text: 'It does not hand the decision to the account either, so nothing allows the grant.', gate: 'resource' },
  ],
  repair: {
    task: 'Let the role give grants to AWS services that use the key for it, and to nobody else.',
    hint: 'The key kms:GrantIsForAWSResource is true only when an AWS service asks on the caller’s behalf.',
    layers: ['resource'],
    probes: [
      {
        opens: 'grants that the role gives to anyone',
        context: { 'kms:GrantIsForAWSResource': 'false', 'kms:ViaService': null },
      },
      { opens: 'deleting the key', request: { action: 'kms:ScheduleKeyDeletion' } },
    ],
    wants: [{ what: 'decrypting, as before,', request: { action: 'kms:Decrypt' } }],
    solution: { layers: { resource: [diskKey(useDisks, grant(FOR_AWS))] } },
    tooOpen: { layers: { resource: [diskKey(useDisks, grant({}))] } },
  },
  remember: 'Disks and databases use a key by a grant: allow kms:CreateGrant with kms:GrantIsForAWSResource.',
  page: {
    title: 'Grants in AWS KMS',
    url: 'https://docs.aws.amazon.com/kms/latest/developerguide/grants.html',
  },
}

/** Six lessons on what is most often got wrong in real errors. */
export const OFTEN_WRONG: readonly Lesson[] = [
  impossibleKeys,
  manyChecks,
  notThere,
  linkedRoles,
  identityCenter,
  grants,
]
