import { describe, expect, it } from 'vitest'
import { samPolicy } from './sam-templates'
import { parseYaml } from '../text/parse-yaml'
import { findPolicies } from './find-policies'
import { policyNeeds } from './policy-signs'
import type { FoundPolicy } from './found-policy'

const found = (paste: string) => findPolicies(paste, { yaml: parseYaml, templates: samPolicy })
const only = (paste: string): FoundPolicy => {
  const policies = found(paste)
  expect(policies).toHaveLength(1)
  return policies[0]!
}
const statementsIn = (paste: string): readonly unknown[] => {
  const { Statement } = JSON.parse(only(paste).text) as { readonly Statement: unknown }
  return Array.isArray(Statement) ? Statement : [Statement]
}

describe('policies in the code of the CDK and Pulumi', () => {
  const SEND = { Effect: 'Allow', Action: 'sqs:SendMessage', Resource: '${jobs.queueArn}' }

  it.each([
    "worker.addToRolePolicy(new iam.PolicyStatement({\n  effect: iam.Effect.ALLOW,\n  actions: ['sqs:SendMessage'],\n  resources: [jobs.queueArn],\n}));",
    "const statement = new PolicyStatement({ actions: ['sqs:SendMessage'], resources: [jobs.queueArn] })",
    'worker.add_to_role_policy(iam.PolicyStatement(\n    effect=iam.Effect.ALLOW,\n    actions=["sqs:SendMessage"],\n    resources=[jobs.queueArn],\n))',
    'new PolicyDocument({ statements: [new PolicyStatement({ actions: ["sqs:SendMessage"], resources: [jobs.queueArn] })] })',
    'export class WorkerStack extends Stack {\n  constructor(scope: Construct, id: string) {\n    super(scope, id)\n    const jobs = new Queue(this, "Jobs")\n    worker.addToRolePolicy(new PolicyStatement({ actions: ["sqs:SendMessage"], resources: [jobs.queueArn] }))\n  }\n}',
    'PolicyStatement.Builder.create()\n    .effect(Effect.ALLOW)\n    .actions(List.of("sqs:SendMessage"))\n    .resources(List.of(jobs.queueArn))\n    .build()',
    'worker.AddToRolePolicy(new PolicyStatement(new PolicyStatementProps {\n    Effect = Effect.ALLOW,\n    Actions = new[] { "sqs:SendMessage" },\n    Resources = new string[] { jobs.queueArn }\n}));',
    'worker.AddToRolePolicy(awsiam.NewPolicyStatement(&awsiam.PolicyStatementProps{\n\tEffect:    awsiam.Effect_ALLOW,\n\tActions:   jsii.Strings("sqs:SendMessage"),\n\tResources: jsii.Strings(jobs.queueArn),\n}))',
    'const policy = aws.iam.getPolicyDocumentOutput({ statements: [{ effect: "Allow", actions: ["sqs:SendMessage"], resources: [jobs.queueArn] }] });',
  ])('are read from %j', (code) => {
    expect(statementsIn(code)).toEqual([SEND])
  })

  it('are whole where a variable of a program has the name of Terraform’s block', () => {
    expect(
      statementsIn("statement = {'Effect': 'Allow', 'Action': 'sqs:SendMessage', 'Resource': '${jobs.queueArn}'}"),
    ).toEqual([SEND])
  })

  it('say whom they name and what they ask', () => {
    const code = `bucket.addToResourcePolicy(new iam.PolicyStatement({
      sid: 'Logs', effect: iam.Effect.DENY,
      principals: [new iam.ServicePrincipal('logging.s3.amazonaws.com'), new iam.AccountPrincipal('111122223333'), new iam.AnyPrincipal()],
      notActions: ['s3:PutObject'], resources: [bucket.arnForObjects('*')],
      conditions: { StringNotEquals: { 'aws:SourceAccount': '111122223333' } },
    }))`
    expect(statementsIn(code)).toEqual([
      {
        Sid: 'Logs',
        Effect: 'Deny',
        Principal: { Service: 'logging.s3.amazonaws.com', AWS: ['arn:aws:iam::111122223333:root', '*'] },
        NotAction: 's3:PutObject',
        Resource: '${bucket.bucketArn}/*',
        Condition: { StringNotEquals: { 'aws:SourceAccount': '111122223333' } },
      },
    ])
    expect(only(code)).toMatchObject({ layer: 'resource' })
  })

  it.each([
    [
      "new iam.Role(this, 'R', { assumedBy: new iam.ServicePrincipal('ecs-tasks.amazonaws.com') })",
      { Service: 'ecs-tasks.amazonaws.com' },
      'sts:AssumeRole',
    ],
    [
      'iam.Role(self, "R", assumed_by=iam.AccountPrincipal("111122223333"))',
      { AWS: 'arn:aws:iam::111122223333:root' },
      'sts:AssumeRole',
    ],
    [
      "new Role(this, 'R', { assumedBy: new FederatedPrincipal('arn:aws:iam::111122223333:saml-provider/idp', {}, 'sts:AssumeRoleWithSAML') })",
      { Federated: 'arn:aws:iam::111122223333:saml-provider/idp' },
      'sts:AssumeRoleWithSAML',
    ],
    [
      "new Role(this, 'R', { assumedBy: new FederatedPrincipal('cognito-identity.amazonaws.com') })",
      { Federated: 'cognito-identity.amazonaws.com' },
      'sts:AssumeRole',
    ],
    [
      "new Role(this, 'R', { assumedBy: new WebIdentityPrincipal('cognito-identity.amazonaws.com') })",
      { Federated: 'cognito-identity.amazonaws.com' },
      'sts:AssumeRoleWithWebIdentity',
    ],
  ])('say by whom a role is assumed: %j', (code, Principal, Action) => {
    expect(only(code)).toMatchObject({ layer: 'resource', service: 'sts' })
    expect(statementsIn(code)).toMatchObject([{ Effect: 'Allow', Principal, Action }])
  })

  it('say by whom a role is assumed, each part of one that is composed, and on what condition', () => {
    const code = `new iam.Role(this, 'R', { assumedBy: new iam.CompositePrincipal(
      new iam.ServicePrincipal('ec2.amazonaws.com'),
      new iam.WebIdentityPrincipal('arn:aws:iam::111122223333:oidc-provider/ci.example', { StringEquals: { 'ci.example:aud': 'sts' } }),
    ) })`
    expect(statementsIn(code)).toEqual([
      { Effect: 'Allow', Principal: { Service: 'ec2.amazonaws.com' }, Action: 'sts:AssumeRole' },
      {
        Effect: 'Allow',
        Principal: { Federated: 'arn:aws:iam::111122223333:oidc-provider/ci.example' },
        Action: 'sts:AssumeRoleWithWebIdentity',
        Condition: { StringEquals: { 'ci.example:aud': 'sts' } },
      },
    ])
  })

  it.each([
    ['role.add_to_policy(iam.PolicyStatement(actions=["s3:GetObject"], resources=["*"]))', 'identity'],
    ['const read = new iam.PolicyStatement({ actions: ["s3:GetObject"], resources: ["*"] })', null],
    ['jobs.grantSendMessages(worker)', 'identity'],
  ])('tell the layer where the code does: %j', (code, layer) => {
    expect(only(code).layer).toBe(layer)
  })

  it('are what grants grant', () => {
    expect(statementsIn('this.jobsQueue.grantSendMessages(worker)')).toEqual([
      {
        Effect: 'Allow',
        Action: ['sqs:SendMessage', 'sqs:GetQueueAttributes', 'sqs:GetQueueUrl'],
        Resource: ['${jobsQueue.queueArn}'],
      },
    ])
    expect(statementsIn('orders_table.grant_read_data(handler)')).toMatchObject([
      {
        Action: expect.arrayContaining(['dynamodb:Query']),
        Resource: ['${orders_table.tableArn}', '${orders_table.tableArn}/index/*'],
      },
    ])
    expect(statementsIn('dataBucket.grantRead(fn);\napiSecret.grantRead(fn);')).toMatchObject([
      { Action: ['s3:GetObject*', 's3:GetBucket*', 's3:List*'] },
      { Action: ['secretsmanager:GetSecretValue', 'secretsmanager:DescribeSecret'] },
    ])
    // A table that was taken by its name has no indexes that the CDK knows of.
    const imported = `const tides = dynamodb.Table.fromTableName(this, 'T', 'tides')\ntides.grantReadData(fn)`
    expect(statementsIn(imported)).toMatchObject([{ Resource: ['${tides.tableArn}'] }])
    expect(statementsIn('tides.grantReadData(fn)')).toMatchObject([
      { Resource: ['${tides.tableArn}', '${tides.tableArn}/index/*'] },
    ])
    expect(statementsIn('thing.grantRead(fn)')).toEqual([{ Effect: 'Allow', Action: ['...'], Resource: ['...'] }])
  })

  it.each([
    'permissions.grantAll(user)',
    'grantRead',
    'const grantRead = (fn) => fn()',
    'client.send(new PutObjectCommand({ Bucket: "b" }))',
  ])('are none in %j', (code) => {
    expect(found(code)).toEqual([])
  })
})

describe('policies in Terraform that is not whole', () => {
  const STATEMENT = { Effect: 'Allow', Action: 'sqs:SendMessage', Resource: '${aws_sqs_queue.jobs.arn}' }

  it.each([
    'statement {\n  actions   = ["sqs:SendMessage"]\n  resources = [aws_sqs_queue.jobs.arn]\n}',
    'data "aws_iam_policy_document" "worker" {\n  statement {\n    actions   = ["sqs:SendMessage"]\n    resources = [aws_sqs_queue.jobs.arn]\n  }\n',
    'policy = jsonencode({\n  Statement = [{\n    Effect = "Allow"\n    Action = "sqs:SendMessage"\n    Resource = aws_sqs_queue.jobs.arn\n  }]\n',
    'policy = <<EOF\n{"Statement": [{"Effect": "Allow", "Action": "sqs:SendMessage", "Resource": "${aws_sqs_queue.jobs.arn}"}]}\nEOF',
    'Statement = [\n  {\n    Effect   = "Allow"\n    Action   = "sqs:SendMessage"\n    Resource = aws_sqs_queue.jobs.arn\n  },\n]',
  ])('are read from %j', (code) => {
    expect(statementsIn(code)).toEqual([STATEMENT])
    expect(only(code).holes).toEqual(['${aws_sqs_queue.jobs.arn}'])
  })

  it('have an ellipsis for the call of a function in the place of a list', () => {
    const code =
      'data "aws_iam_policy_document" "w" {\n  statement {\n    actions = concat(local.a, ["sqs:SendMessage"])\n    resources = ["*"]\n  }\n}'
    expect(statementsIn(code)).toEqual([
      { Effect: 'Allow', Action: '${concat_local.a_[_sqs_SendMessage_]_}', Resource: '*' },
    ])
  })
})

describe('policies in the YAML of other tools', () => {
  const SEND = { Effect: 'Allow', Action: ['sqs:SendMessage'], Resource: '*' }

  it('are those of policy templates of SAM, by name', () => {
    const template = 'Policies:\n  - SQSSendMessagePolicy:\n      QueueName: !GetAtt Jobs.QueueName\n'
    expect(only(template)).toMatchObject({ name: 'SQSSendMessagePolicy', layer: 'identity', source: 'role' })
    expect(statementsIn(template)).toEqual([
      {
        Effect: 'Allow',
        Action: ['sqs:SendMessage*'],
        Resource: ['arn:${AWS::Partition}:sqs:${AWS::Region}:${AWS::AccountId}:${Jobs.QueueName}'],
      },
    ])
    expect(found('- NoSuchTemplatePolicy:\n    QueueName: q\n')).toEqual([])
  })

  it('ask for the reader of templates where they stand in JSON', () => {
    const template = '{"Policies": [{"SQSSendMessagePolicy": {"QueueName": "jobs"}}]}'
    expect(policyNeeds(template, findPolicies(template)).yaml).toBe(true)
    expect(only(template)).toMatchObject({ name: 'SQSSendMessagePolicy' })
    const policy = '{"Version": "2012-10-17", "Statement": []}'
    expect(policyNeeds(policy, findPolicies(policy)).yaml).toBe(false)
  })

  it.each([
    [
      'Serverless',
      'provider:\n  iamRoleStatements:\n    - Effect: Allow\n      Action:\n        - sqs:SendMessage\n      Resource: "*"\n',
    ],
    [
      'Serverless 3',
      'provider:\n  iam:\n    role:\n      statements:\n        - Effect: Allow\n          Action: [sqs:SendMessage]\n          Resource: "*"\n',
    ],
    [
      'eksctl',
      'iam:\n  serviceAccounts:\n    - metadata: {name: worker}\n      attachPolicy:\n        Version: "2012-10-17"\n        Statement:\n          - Effect: Allow\n            Action: [sqs:SendMessage]\n            Resource: "*"\n',
    ],
    [
      'ACK',
      `apiVersion: iam.services.k8s.aws/v1alpha1\nkind: Policy\nspec:\n  name: worker\n  policyDocument: |\n    {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": ["sqs:SendMessage"], "Resource": "*"}]}\n`,
    ],
    [
      'Crossplane',
      `apiVersion: iam.aws.crossplane.io/v1beta1\nkind: Policy\nspec:\n  forProvider:\n    document: |\n      {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": ["sqs:SendMessage"], "Resource": "*"}]}\n`,
    ],
    ['the middle of a list', '          Effect: Allow\n          Action: [sqs:SendMessage]\n          Resource: "*"\n'],
  ])('are read: %s', (_, yaml) => {
    expect(statementsIn(yaml)).toEqual([SEND])
  })

  it('are read though the text begins deeper than it goes on', () => {
    const yaml =
      '              Action: [sqs:SendMessage]\n              Resource: "*"\n            - Effect: Deny\n              Action: sqs:*\n              Resource: "*"\n'
    const statements = found(yaml).flatMap(({ text }) => (JSON.parse(text) as { Statement: unknown[] }).Statement)
    expect(statements).toEqual([
      { Effect: '...', Action: ['sqs:SendMessage'], Resource: '*' },
      { Effect: 'Deny', Action: 'sqs:*', Resource: '*' },
    ])
  })
})

describe('what Pulumi fills into a template', () => {
  it('is a hole in the text around it', () => {
    const code =
      'new aws.iam.RolePolicy("p", { policy: pulumi.jsonStringify({ Statement: [{ Effect: "Allow", Action: "s3:GetObject", Resource: pulumi.interpolate`${photos.arn}/*` }] }) })'
    expect(statementsIn(code)).toEqual([{ Effect: 'Allow', Action: 's3:GetObject', Resource: '${photos.arn}/*' }])
  })
})

it('a grant that prose speaks of is no policy beside the one that stands below', () => {
  const statement =
    '{"Effect": "Allow", "Action": "kinesis:GetRecords", "Resource": "arn:aws:kinesis:eu-west-1:111122223333:stream/s"}'
  expect(findPolicies(`We used stream.grantRead(taskRole):\n\n${statement}`)).toHaveLength(1)
  expect(findPolicies('We used stream.grantRead(taskRole):')).toHaveLength(1)
})

describe('a resource of a template with the name of a SAM policy template', () => {
  it('is read as what it is', () => {
    const template =
      'KMSDecryptPolicy:\n  Type: AWS::IAM::ManagedPolicy\n  Properties:\n    PolicyDocument:\n      Statement:\n        - Sid: Own\n          Effect: Allow\n          Action: kms:Decrypt\n          Resource: "*"\n'
    expect(statementsIn(template)).toEqual([{ Sid: 'Own', Effect: 'Allow', Action: 'kms:Decrypt', Resource: '*' }])
  })

  it('is a use of the template where it gives its parameters', () => {
    const use =
      'Type: AWS::Serverless::Function\nProperties:\n  Policies:\n    - KMSDecryptPolicy:\n        KeyId: abc\n'
    expect(statementsIn(use)).toMatchObject([{ Action: ['kms:Decrypt'] }])
  })
})
