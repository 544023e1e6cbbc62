import type { Basis } from '../src/explanation/answer'
import type { Layer } from '../src/iam/layers'

/** A text as somebody pastes it, and what the page has to say of it. */
interface Paste {
  readonly name: string
  readonly text: string
  readonly basis: Basis
  readonly layer: Layer | 'none'
  /** What the headline means. */
  readonly says: RegExp
}

const ACCOUNT = '420715398862'

/** Ten kinds of evidence: masked, elided, in code, in part, from tools, each whole in one text. */
export const PASTES: readonly Paste[] = [
  {
    name: 'a masked account, and a statement alone for the bucket instead of its objects',
    text: `botocore.exceptions.ClientError: An error occurred (AccessDenied) when calling the GetObject operation: User: arn:aws:sts::***:assumed-role/tide-reader/i-0c7 is not authorized to perform: s3:GetObject on resource: "arn:aws:s3:::tide-tables/2026/harbour.csv" because no identity-based policy allows the s3:GetObject action

role policy:
{ "Effect": "Allow", "Action": ["s3:GetObject"], "Resource": "arn:aws:s3:::tide-tables" },`,
    basis: 'proven',
    layer: 'identity',
    says: /tide-reader.*s3:GetObject/,
  },
  {
    name: 'a workflow that may not assume its role, and a trust policy for another branch',
    text: `Run aws-actions/configure-aws-credentials@v4
Error: Could not assume role with OIDC: Not authorized to perform sts:AssumeRoleWithWebIdentity

trust relationship:
{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"Federated":"arn:aws:iam::${ACCOUNT}:oidc-provider/token.actions.githubusercontent.com"},"Action":"sts:AssumeRoleWithWebIdentity","Condition":{"StringEquals":{"token.actions.githubusercontent.com:aud":"sts.amazonaws.com"},"StringLike":{"token.actions.githubusercontent.com:sub":"repo:quay-works/crane:ref:refs/heads/stable"}}}]}`,
    basis: 'likely',
    layer: 'trust',
    says: /print the token’s sub and compare it with the trust policy/,
  },
  {
    name: 'ECS and a role that trusts another service',
    text: `(service berth) failed to launch a task with (error ECS was unable to assume the role 'arn:aws:iam::${ACCOUNT}:role/berth-task' that was provided for this task.).

Trust policy
{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"Service":"ec2.amazonaws.com"},"Action":"sts:AssumeRole"}]}`,
    basis: 'proven',
    layer: 'trust',
    says: /berth-task.*does not trust.*ecs-tasks/,
  },
  {
    name: 'an SCP that denies Regions, cut off at its end',
    text: `An error occurred (UnauthorizedOperation) when calling the CreateVolume operation: You are not authorized to perform this operation. User: arn:aws:sts::${ACCOUNT}:assumed-role/dredger/ops is not authorized to perform: ec2:CreateVolume on resource: arn:aws:ec2:sa-east-1:${ACCOUNT}:volume/* with an explicit deny in a service control policy

SCP:
{"Version":"2012-10-17","Statement":[{"Sid":"HomeRegions","Effect":"Deny","NotAction":["iam:*","sts:*"],"Resource":"*","Condition":{"StringNotEquals":{"aws:RequestedRegion":["eu-north-1"]}}`,
    basis: 'proven',
    layer: 'scp',
    says: /SCP.*denies.*ec2:CreateVolume/,
  },
  {
    name: 'a function whose role lacks a call, by the service’s own words, and YAML',
    text: `Resource handler returned message: "The provided execution role does not have permissions to call ReceiveMessage on SQS (Service: Lambda, Status Code: 400)"

Policies:
  - Statement:
      - Effect: Allow
        Action:
          - sqs:DeleteMessage
          - sqs:GetQueueAttributes
        Resource: "*"`,
    basis: 'likely',
    layer: 'identity',
    says: /identity-based policy.*sqs:ReceiveMessage/,
  },
  {
    name: 'a command line and a bare refusal',
    text: `$ aws s3 cp manifest.json s3://cargo-manifests/in/manifest.json --acl bucket-owner-full-control
upload failed: ./manifest.json to s3://cargo-manifests/in/manifest.json An error occurred (AccessDenied) when calling the PutObject operation: Access Denied

identity policy:
{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"s3:PutObject","Resource":"arn:aws:s3:::cargo-manifests/*"}]}`,
    basis: 'likely',
    layer: 'identity',
    says: /s3:PutObjectAcl/,
  },
  {
    name: 'the name of an AWS managed policy in place of its document',
    text: `User: arn:aws:iam::${ACCOUNT}:user/lamplighter is not authorized to perform: dynamodb:PutItem on resource: arn:aws:dynamodb:eu-north-1:${ACCOUNT}:table/beacons because no identity-based policy allows the dynamodb:PutItem action
{"AttachedPolicies":[{"PolicyName":"AmazonDynamoDBReadOnlyAccess","PolicyArn":"arn:aws:iam::aws:policy/AmazonDynamoDBReadOnlyAccess"}]}`,
    basis: 'proven',
    layer: 'identity',
    says: /lamplighter.*dynamodb:PutItem/,
  },
  {
    name: 'a CDK grant that reads, and a write that is denied',
    text: `AccessDenied: User: arn:aws:sts::${ACCOUNT}:assumed-role/LogbookFn/LogbookFn is not authorized to perform: s3:PutObject on resource: "arn:aws:s3:::logbook-pages/7.json" because no identity-based policy allows the s3:PutObject action

pagesBucket.grantRead(logbookFn)`,
    basis: 'proven',
    layer: 'identity',
    says: /LogbookFn.*s3:PutObject/,
  },
  {
    name: 'a key policy of another account, with its caller elided',
    text: `com.amazonaws.services.kms.model.AWSKMSException: User: arn:aws:sts::${ACCOUNT}:assumed-role/sextant/... is not authorized to perform: kms:Decrypt on resource: arn:aws:kms:eu-north-1:975310864201:key/5e0c1f7a-1111-4a3b-8c9d-0e1f2a3b4c5d because no resource-based policy allows the kms:Decrypt action (Service: AWSKMS; Status Code: 400; Error Code: AccessDeniedException)

key policy:
{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"AWS":"arn:aws:iam::975310864201:root"},"Action":"kms:*","Resource":"*"}]}`,
    basis: 'proven',
    layer: 'resource',
    says: /key policy.*does not allow.*kms:Decrypt/,
  },
  {
    name: 'Terraform, with the box around the error and a reference in the policy',
    text: `╷
│ Error: reading S3 Object (sea-charts/baltic.pdf): operation error S3: GetObject, https response error StatusCode: 403, RequestID: 7A1D0C55E2F9B331, HostID: x=, api error AccessDenied: User: arn:aws:iam::${ACCOUNT}:user/pilot-ci is not authorized to perform: s3:GetObject on resource: "arn:aws:s3:::sea-charts/baltic.pdf" because no identity-based policy allows the s3:GetObject action
╵

data "aws_iam_policy_document" "pilot" {
  statement {
    actions   = ["s3:GetObject"]
    resources = [aws_s3_bucket.charts.arn]
  }
}`,
    basis: 'proven',
    layer: 'identity',
    says: /pilot-ci.*s3:GetObject/,
  },
]
