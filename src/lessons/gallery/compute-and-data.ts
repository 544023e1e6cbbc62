import type { Example } from '../example'
import { draftOf, policy } from '../sketch'

/** Cases of instances, functions, containers and tables. */
export const COMPUTE_EXAMPLES: readonly Example[] = [
  {
    id: 'run-instances-volume',
    title: 'RunInstances stops at a volume',
    summary: 'RunInstances is checked against every resource it makes; the volume was forgotten.',
    cause: 'resource',
    services: ['ec2'],
    draft: draftOf({
      title: 'RunInstances stops at a volume',
      error: `╷
│ Error: creating EC2 Instance: operation error EC2: RunInstances, https response error StatusCode: 403, RequestID: 5d0f6c1e-7c1b-4a34-9a6e-2f1f6c0e8b11, api error UnauthorizedOperation: You are not authorized to perform this operation. User: arn:aws:sts::111122223333:assumed-role/terraform/apply is not authorized to perform: ec2:RunInstances on resource: arn:aws:ec2:eu-west-1:111122223333:volume/* because no identity-based policy allows the ec2:RunInstances action
│
│   with aws_instance.web,
│   on main.tf line 14, in resource "aws_instance" "web":
│   14: resource "aws_instance" "web" {
│
╵`,
      identity: [
        policy(
          'terraform-web',
          [
            {
              Sid: 'LaunchWebServers',
              Effect: 'Allow',
              Action: 'ec2:RunInstances',
              Resource: [
                'arn:aws:ec2:eu-west-1::image/*',
                'arn:aws:ec2:eu-west-1:111122223333:instance/*',
                'arn:aws:ec2:eu-west-1:111122223333:network-interface/*',
                'arn:aws:ec2:eu-west-1:111122223333:security-group/*',
                'arn:aws:ec2:eu-west-1:111122223333:subnet/*',
              ],
            },
            { Sid: 'Look', Effect: 'Allow', Action: 'ec2:Describe*', Resource: '*' },
          ],
          'role',
        ),
      ],
    }),
    expect: { decision: 'implicitDeny', layer: 'identity' },
  },
  {
    id: 'username-of-a-role',
    title: 'A policy by user name, used by a role',
    summary: 'aws:username exists for IAM users only; for a role session the condition has nothing to compare.',
    cause: 'condition',
    services: ['ec2'],
    draft: draftOf({
      title: 'A policy by user name, used by a role',
      error:
        'An error occurred (UnauthorizedOperation) when calling the StopInstances operation: ' +
        'You are not authorized to perform this operation. ' +
        'User: arn:aws:sts::111122223333:assumed-role/developer/alice is not authorized to perform: ec2:StopInstances ' +
        'on resource: arn:aws:ec2:eu-west-1:111122223333:instance/i-0abcd1234ef567890 ' +
        'because no identity-based policy allows the ec2:StopInstances action',
      context: { 'aws:ResourceTag/Owner': 'alice' },
      identity: [
        policy(
          'own-instances',
          [
            {
              Sid: 'StopOwnInstances',
              Effect: 'Allow',
              Action: ['ec2:StartInstances', 'ec2:StopInstances'],
              Resource: 'arn:aws:ec2:*:*:instance/*',
              Condition: { StringEquals: { 'aws:ResourceTag/Owner': '${aws:username}' } },
            },
          ],
          'role',
        ),
      ],
    }),
    expect: { decision: 'implicitDeny', layer: 'identity', finding: 'username-of-role' },
  },
  {
    id: 'pass-role-to-a-function',
    title: 'Creating a function passes a role',
    summary: 'CreateFunction is allowed; handing the role to Lambda is a permission of its own.',
    cause: 'no-allow',
    services: ['lambda', 'iam'],
    draft: draftOf({
      title: 'Creating a function passes a role',
      error:
        'An error occurred (AccessDeniedException) when calling the CreateFunction operation: ' +
        'User: arn:aws:iam::111122223333:user/dana is not authorized to perform: iam:PassRole on resource: ' +
        'arn:aws:iam::111122223333:role/lambda/thumbnailer because no identity-based policy allows the iam:PassRole action',
      context: { 'iam:PassedToService': 'lambda.amazonaws.com' },
      identity: [
        policy(
          'functions',
          [
            { Sid: 'ManageFunctions', Effect: 'Allow', Action: 'lambda:*', Resource: '*' },
            {
              Sid: 'PassTaskRoles',
              Effect: 'Allow',
              Action: 'iam:PassRole',
              Resource: 'arn:aws:iam::111122223333:role/*',
              Condition: { StringEquals: { 'iam:PassedToService': 'ecs-tasks.amazonaws.com' } },
            },
          ],
          'user',
        ),
      ],
    }),
    expect: { decision: 'implicitDeny', layer: 'identity', finding: 'condition-not-met' },
  },
  {
    id: 'registry-token',
    title: 'A login that cannot be limited to a repository',
    summary: 'ecr:GetAuthorizationToken takes no resource, so only "*" matches it.',
    cause: 'resource',
    services: ['ecr'],
    draft: draftOf({
      title: 'A login that cannot be limited to a repository',
      error:
        'An error occurred (AccessDeniedException) when calling the GetAuthorizationToken operation: ' +
        'User: arn:aws:sts::111122223333:assumed-role/image-builder/AWSCodeBuild-7d0c is not authorized to perform: ' +
        'ecr:GetAuthorizationToken on resource: * ' +
        'because no identity-based policy allows the ecr:GetAuthorizationToken action',
      identity: [
        policy(
          'push-images',
          [
            {
              Sid: 'PushToTheShopRepository',
              Effect: 'Allow',
              Action: 'ecr:*',
              Resource: 'arn:aws:ecr:eu-west-1:111122223333:repository/shop',
            },
          ],
          'role',
        ),
      ],
    }),
    expect: { decision: 'implicitDeny', layer: 'identity', finding: 'resource-for-action-without-resources' },
  },
  {
    id: 'table-without-its-index',
    title: 'A query on an index',
    summary: 'The table is allowed; its indexes are resources of their own.',
    cause: 'resource',
    services: ['dynamodb'],
    draft: draftOf({
      title: 'A query on an index',
      error:
        'AccessDeniedException: User: arn:aws:sts::111122223333:assumed-role/orders-api/orders-api ' +
        'is not authorized to perform: dynamodb:Query on resource: ' +
        'arn:aws:dynamodb:eu-west-1:111122223333:table/orders/index/by-customer ' +
        'because no identity-based policy allows the dynamodb:Query action\n' +
        '    at throwDefaultError (/var/task/node_modules/@smithy/smithy-client/dist-cjs/index.js:388:20)',
      identity: [
        policy(
          'orders-api',
          [
            {
              Sid: 'Orders',
              Effect: 'Allow',
              Action: ['dynamodb:GetItem', 'dynamodb:PutItem', 'dynamodb:Query'],
              Resource: 'arn:aws:dynamodb:eu-west-1:111122223333:table/orders',
            },
          ],
          'role',
        ),
      ],
    }),
    expect: { decision: 'implicitDeny', layer: 'identity', finding: 'resource-below' },
  },
  {
    id: 'session-policy-too-narrow',
    title: 'A session that was scoped down',
    summary: 'The role may write; the session policy passed at AssumeRole only lets it read.',
    cause: 'session',
    services: ['dynamodb'],
    draft: draftOf({
      title: 'A session that was scoped down',
      error:
        'An error occurred (AccessDeniedException) when calling the PutItem operation: ' +
        'User: arn:aws:sts::111122223333:assumed-role/tenant-access/tenant-42 is not authorized to perform: ' +
        'dynamodb:PutItem on resource: arn:aws:dynamodb:eu-west-1:111122223333:table/tenants ' +
        'because no session policy allows the dynamodb:PutItem action',
      identity: [
        policy(
          'tenant-access',
          [
            {
              Effect: 'Allow',
              Action: 'dynamodb:*',
              Resource: 'arn:aws:dynamodb:eu-west-1:111122223333:table/tenants',
            },
          ],
          'role',
        ),
      ],
      session: [
        policy('tenant-42 session', [
          {
            Sid: 'ReadTenant',
            Effect: 'Allow',
            Action: ['dynamodb:GetItem', 'dynamodb:Query'],
            Resource: 'arn:aws:dynamodb:eu-west-1:111122223333:table/tenants',
          },
        ]),
      ],
    }),
    expect: { decision: 'implicitDeny', layer: 'session', finding: 'session-policy-limits' },
  },
  {
    id: 'boundary-without-the-service',
    title: 'A boundary that does not know SQS',
    summary: 'The role’s policy allows the queue; its permissions boundary never mentions the service.',
    cause: 'boundary',
    services: ['sqs'],
    draft: draftOf({
      title: 'A boundary that does not know SQS',
      error:
        'An error occurred (AccessDenied) when calling the SendMessage operation: ' +
        'User: arn:aws:sts::111122223333:assumed-role/checkout/i-0abcd1234ef567890 is not authorized to perform: ' +
        'sqs:sendmessage on resource: arn:aws:sqs:eu-west-1:111122223333:orders ' +
        'because no permissions boundary allows the sqs:sendmessage action',
      identity: [
        policy(
          'checkout',
          [{ Effect: 'Allow', Action: 'sqs:SendMessage', Resource: 'arn:aws:sqs:eu-west-1:111122223333:orders' }],
          'role',
        ),
      ],
      boundary: [
        policy('team-boundary', [
          { Sid: 'TeamServices', Effect: 'Allow', Action: ['dynamodb:*', 'lambda:*', 'logs:*', 's3:*'], Resource: '*' },
        ]),
      ],
    }),
    expect: { decision: 'implicitDeny', layer: 'boundary', finding: 'missing-action' },
  },
]
