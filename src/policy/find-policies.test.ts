import { describe, expect, it } from 'vitest'
import { findPolicies } from './find-policies'
import type { FoundPolicy } from './found-policy'

const ALLOW = {
  Version: '2012-10-17',
  Statement: [{ Sid: 'Read', Effect: 'Allow', Action: 's3:GetObject', Resource: '*' }],
}
const DENY = { Version: '2012-10-17', Statement: [{ Effect: 'Deny', Action: 's3:*', Resource: '*' }] }
const TRUST = {
  Version: '2012-10-17',
  Statement: [{ Effect: 'Allow', Principal: { Service: 'ec2.amazonaws.com' }, Action: 'sts:AssumeRole' }],
}
const resourcePolicy = (action: string) => ({
  Version: '2012-10-17',
  Statement: [{ Effect: 'Allow', Principal: { AWS: 'arn:aws:iam::111122223333:root' }, Action: action, Resource: '*' }],
})
const text = (value: unknown) => JSON.stringify(value, null, 4)
const encoded = (value: unknown) => encodeURIComponent(JSON.stringify(value))
const string = (value: unknown) => JSON.stringify(value)

const only = (paste: string): FoundPolicy => {
  const found = findPolicies(paste)
  expect(found).toHaveLength(1)
  return found[0]!
}

interface Case {
  readonly from: string
  readonly paste: unknown
  readonly expect: Partial<FoundPolicy>
  readonly document: unknown
}

const CONTAINERS: readonly Case[] = [
  {
    from: 'get-role-policy',
    paste: { RoleName: 'deploy', PolicyName: 'read', PolicyDocument: ALLOW },
    expect: {
      layer: 'identity',
      source: 'role',
      name: 'read',
      owner: 'role/deploy',
      recognisedAs: 'iam-inline-policy',
    },
    document: ALLOW,
  },
  {
    from: 'get-user-policy',
    paste: { UserName: 'alice', PolicyName: 'read', PolicyDocument: ALLOW },
    expect: { layer: 'identity', source: 'user', name: 'read', owner: 'user/alice' },
    document: ALLOW,
  },
  {
    from: 'get-group-policy',
    paste: { GroupName: 'Ops', PolicyName: 'read', PolicyDocument: ALLOW },
    expect: { layer: 'identity', source: 'group:Ops', name: 'read', owner: 'group/Ops' },
    document: ALLOW,
  },
  {
    from: 'get-role-policy, as the API encodes it',
    paste: { RoleName: 'deploy', PolicyName: 'read', PolicyDocument: encoded(ALLOW) },
    expect: { layer: 'identity', source: 'role', owner: 'role/deploy' },
    document: ALLOW,
  },
  {
    from: 'get-policy-version',
    paste: { PolicyVersion: { Document: ALLOW, VersionId: 'v3', IsDefaultVersion: true, CreateDate: '2026-01-01' } },
    expect: {
      layer: null,
      candidates: ['identity', 'boundary', 'session'],
      recognisedAs: 'iam-managed-policy',
      notes: [],
    },
    document: ALLOW,
  },
  {
    from: 'get-policy-version of an old version',
    paste: { PolicyVersion: { Document: ALLOW, VersionId: 'v2', IsDefaultVersion: false } },
    expect: { layer: null, notes: [{ code: 'not-the-default-version', data: { version: 'v2' } }] },
    document: ALLOW,
  },
  {
    from: 'get-role',
    paste: { Role: { RoleName: 'app', Arn: 'arn:aws:iam::111122223333:role/x/app', AssumeRolePolicyDocument: TRUST } },
    expect: {
      layer: 'resource',
      service: 'sts',
      owner: 'arn:aws:iam::111122223333:role/x/app',
      recognisedAs: 'iam-trust-policy',
      name: 'trust policy',
    },
    document: TRUST,
  },
  {
    from: 'get-role, as the API encodes it',
    paste: { Role: { RoleName: 'app', AssumeRolePolicyDocument: encoded(TRUST) } },
    expect: { layer: 'resource', service: 'sts', owner: 'role/app' },
    document: TRUST,
  },
  {
    from: 'organizations describe-policy, SCP',
    paste: {
      Policy: { PolicySummary: { Id: 'p-1', Name: 'guard', Type: 'SERVICE_CONTROL_POLICY' }, Content: string(DENY) },
    },
    expect: { layer: 'scp', candidates: ['scp'], name: 'guard', recognisedAs: 'organizations-policy' },
    document: DENY,
  },
  {
    from: 'organizations describe-policy, RCP',
    paste: {
      Policy: {
        PolicySummary: { Id: 'p-1', Name: 'guard', Type: 'RESOURCE_CONTROL_POLICY' },
        Content: string({
          Version: '2012-10-17',
          Statement: [{ Effect: 'Deny', Principal: '*', Action: 's3:*', Resource: '*' }],
        }),
      },
    },
    expect: { layer: 'rcp', name: 'guard' },
    document: { Version: '2012-10-17', Statement: [{ Effect: 'Deny', Principal: '*', Action: 's3:*', Resource: '*' }] },
  },
  {
    from: 's3api get-bucket-policy',
    paste: { Policy: string(resourcePolicy('s3:GetObject')) },
    expect: { layer: 'resource', service: 's3', name: 'bucket policy', recognisedAs: 'resource-policy' },
    document: resourcePolicy('s3:GetObject'),
  },
  {
    from: 's3api get-bucket-policy for everybody',
    paste: {
      Policy: string({
        Statement: [{ Effect: 'Allow', Principal: '*', Action: 's3:GetObject', Resource: 'arn:aws:s3:::b/*' }],
      }),
    },
    expect: { layer: 'resource', service: 's3' },
    document: {
      Statement: [{ Effect: 'Allow', Principal: '*', Action: 's3:GetObject', Resource: 'arn:aws:s3:::b/*' }],
    },
  },
  {
    from: 'kms get-key-policy',
    paste: { Policy: JSON.stringify(resourcePolicy('kms:*'), null, 2), PolicyName: 'default' },
    expect: { layer: 'resource', service: 'kms', name: 'key policy' },
    document: resourcePolicy('kms:*'),
  },
  {
    from: 'sqs get-queue-attributes',
    paste: {
      Attributes: {
        Policy: string(resourcePolicy('sqs:SendMessage')),
        QueueArn: 'arn:aws:sqs:eu-west-1:111122223333:q',
      },
    },
    expect: { layer: 'resource', service: 'sqs', owner: 'arn:aws:sqs:eu-west-1:111122223333:q' },
    document: resourcePolicy('sqs:SendMessage'),
  },
  {
    from: 'sns get-topic-attributes',
    paste: {
      Attributes: { Policy: string(resourcePolicy('sns:Publish')), TopicArn: 'arn:aws:sns:eu-west-1:111122223333:t' },
    },
    expect: { layer: 'resource', service: 'sns', owner: 'arn:aws:sns:eu-west-1:111122223333:t' },
    document: resourcePolicy('sns:Publish'),
  },
  {
    from: 'a call that assumes a role',
    paste: { RoleArn: 'arn:aws:iam::111122223333:role/app', RoleSessionName: 'one', Policy: string(ALLOW) },
    expect: { layer: 'session', name: 'session policy', recognisedAs: 'document' },
    document: ALLOW,
  },
  {
    from: 'secretsmanager get-resource-policy',
    paste: {
      ARN: 'arn:aws:secretsmanager:eu-west-1:111122223333:secret:s',
      Name: 's',
      ResourcePolicy: string(resourcePolicy('secretsmanager:*')),
    },
    expect: {
      layer: 'resource',
      service: 'secretsmanager',
      owner: 'arn:aws:secretsmanager:eu-west-1:111122223333:secret:s',
    },
    document: resourcePolicy('secretsmanager:*'),
  },
  {
    from: 'lambda get-policy',
    paste: { Policy: string(resourcePolicy('lambda:InvokeFunction')), RevisionId: 'r' },
    expect: { layer: 'resource', service: 'lambda', name: 'function policy' },
    document: resourcePolicy('lambda:InvokeFunction'),
  },
  {
    from: 'ecr get-repository-policy',
    paste: {
      registryId: '111122223333',
      repositoryName: 'app',
      policyText: string(resourcePolicy('ecr:BatchGetImage')),
    },
    expect: { layer: 'resource', service: 'ecr', owner: 'app', name: 'repository policy' },
    document: resourcePolicy('ecr:BatchGetImage'),
  },
  {
    from: 'ec2 describe-vpc-endpoints',
    paste: {
      VpcEndpoints: [
        { VpcEndpointId: 'vpce-0abc', ServiceName: 'com.amazonaws.eu-west-1.s3', PolicyDocument: string(DENY) },
      ],
    },
    expect: { layer: 'endpoint', name: 'vpce-0abc', recognisedAs: 'vpc-endpoint-policy' },
    document: DENY,
  },
  {
    from: 'a CloudFormation bucket policy',
    paste: {
      Resources: { Guard: { Type: 'AWS::S3::BucketPolicy', Properties: { Bucket: 'b', PolicyDocument: DENY } } },
    },
    expect: { layer: 'resource', service: 's3', name: 'Guard', owner: 'b', recognisedAs: 'cloudformation' },
    document: DENY,
  },
  {
    from: 'a CloudFormation role with an inline policy',
    paste: {
      App: { Type: 'AWS::IAM::Role', Properties: { Policies: [{ PolicyName: 'read', PolicyDocument: ALLOW }] } },
    },
    expect: { layer: 'identity', source: 'role', name: 'read' },
    document: ALLOW,
  },
  {
    from: 'a CloudFormation managed policy',
    paste: { P: { Type: 'AWS::IAM::ManagedPolicy', Properties: { PolicyDocument: ALLOW } } },
    expect: { layer: null, candidates: ['identity', 'boundary', 'session'], name: 'P' },
    document: ALLOW,
  },
  {
    from: 'a CloudFormation organization policy',
    paste: {
      P: {
        Type: 'AWS::Organizations::Policy',
        Properties: { Name: 'g', Type: 'SERVICE_CONTROL_POLICY', Content: DENY },
      },
    },
    expect: { layer: 'scp', name: 'g' },
    document: DENY,
  },
  {
    from: 'a Terraform state',
    paste: {
      resources: [
        { type: 'aws_s3_bucket_policy', name: 'this', instances: [{ attributes: { policy: string(DENY) } }] },
      ],
    },
    expect: { layer: 'resource', service: 's3', recognisedAs: 'terraform' },
    document: DENY,
  },
]

describe('findPolicies', () => {
  it.each(CONTAINERS)('reads $from', ({ paste, expect: expected, document }) => {
    for (const written of [
      text(paste),
      JSON.stringify(paste),
      `Here it is:\n\n\`\`\`json\n${text(paste)}\n\`\`\`\nthanks`,
    ]) {
      const policy = only(written)
      expect(policy).toMatchObject(expected)
      expect(JSON.parse(policy.text)).toEqual(document)
    }
  })

  it('keeps a document as it is written, without the indentation around it', () => {
    const paste = `{\n    "RoleName": "r",\n    "PolicyName": "p",\n    "PolicyDocument": {\n        "Statement": [\n            {"Effect": "Deny",   "Action": "*", "Resource": "*"}\n        ]\n    }\n}`
    expect(only(paste).text).toBe(
      `{\n    "Statement": [\n        {"Effect": "Deny",   "Action": "*", "Resource": "*"}\n    ]\n}`,
    )
  })

  it('gives the place of each of several policies in the text', () => {
    const paste = `first ${string(ALLOW)} and [a note] then\n${text(DENY)} {end}`
    const found = findPolicies(paste)
    expect(found.map(({ span: [start, end] }) => JSON.parse(paste.slice(start, end)) as unknown)).toEqual([ALLOW, DENY])
  })

  it.each([
    ['no principal', ALLOW, null, ['identity', 'boundary', 'session', 'scp']],
    ['only denies, no principal', DENY, null, ['scp', 'identity', 'boundary', 'session']],
    ['a principal and no resource', TRUST, 'resource', ['resource']],
    ['a principal that is somebody', resourcePolicy('s3:*'), 'resource', ['resource', 'endpoint']],
    [
      'everybody as principal',
      { Statement: { Effect: 'Allow', Principal: '*', Action: 's3:*', Resource: '*' } },
      null,
      ['resource', 'endpoint', 'rcp'],
    ],
    [
      'everybody, denied for one bucket',
      {
        Statement: { Effect: 'Deny', Principal: '*', Action: 's3:*', Resource: ['arn:aws:s3:::b', 'arn:aws:s3:::b/*'] },
      },
      null,
      ['resource', 'endpoint', 'rcp'],
    ],
    [
      'everybody, denied',
      { Statement: { Effect: 'Deny', Principal: { AWS: '*' }, Action: '*', Resource: '*' } },
      null,
      ['rcp', 'resource', 'endpoint'],
    ],
  ])('reads the layer off the form of a bare document: %s', (_, document, layer, candidates) => {
    expect(only(string(document))).toMatchObject({ layer, candidates, recognisedAs: 'document' })
  })

  it('makes a document of statements that stand alone', () => {
    const [first] = ALLOW.Statement
    for (const paste of [string(first), text([first]), text({ Sid: 'x', ...first })]) {
      const policy = only(paste)
      expect(policy).toMatchObject({ recognisedAs: 'statements', notes: [{ code: 'statements-wrapped' }] })
      expect(JSON.parse(policy.text)).toMatchObject({ Version: '2012-10-17', Statement: [{ Action: 's3:GetObject' }] })
    }
  })

  it('says of a value of code that it is code, and nothing of commas that code may have', () => {
    const body = `{"Version": "2012-10-17", "Statement": [${string(ALLOW.Statement[0])},],}`
    for (const before of ['given=json.dumps(', 'policy = ', 'given: JSON.stringify('])
      expect(only(`${before}${body}${before.endsWith('(') ? ')' : ''}`)).toMatchObject({
        notes: [{ code: 'converted-to-json', data: { format: 'code' } }],
        recognisedAs: 'document',
      })
    expect(only(body).notes.map(({ code }) => code)).toContain('repaired')
  })

  it('reads a document whose brackets, commas or quotes are missing, and says where, if it is JSON but for a slip', () => {
    const statement = '{"Effect": "Allow", "Action": "s3:GetObject", "Resource": "*"}'
    const whole = { Version: '2012-10-17', Statement: [JSON.parse(statement) as unknown] }
    const slip = (line: number, column: number, problem: string) => ({ code: 'slip', data: { line, column, problem } })
    const broken: readonly (readonly [text: string, ...notes: readonly object[]])[] = [
      [
        `{"Version": "2012-10-17", "Statement": [${statement}}`,
        slip(1, 103, 'A comma or a closing bracket was expected here.'),
      ],
      [
        `{"Version": "2012-10-17", "Statement": [${statement.slice(0, -1)}]}`,
        slip(1, 102, 'A comma or a closing bracket was expected here.'),
      ],
      [
        `{"Version": "2012-10-17", "Statement": [${statement}`,
        slip(1, 103, 'A closing bracket "]" was expected here.'),
      ],
      [
        `{"Version": "2012-10-17", "Statement": [${statement},]}`,
        slip(1, 103, 'Remove this comma: JSON allows none before a closing bracket.'),
      ],
      [
        `{"Version": "2012-10-17" "Statement": [${statement}]}`,
        slip(1, 26, 'A comma or a closing bracket was expected here.'),
      ],
      [
        `{"Version": "2012-10-17", "Statement": [${statement.replace('", "Resource', '" "Resource')}]}`,
        slip(1, 86, 'A comma or a closing bracket was expected here.'),
      ],
      [
        `{"Version": "2012-10-17",\n"Statement": [${statement.replace('", "Resource', '"\n"Resource')}]}`,
        slip(3, 1, 'A comma or a closing bracket was expected here.'),
      ],
      [
        `{"Version": "2012-10-17",, "Statement": [${statement}]]}`,
        slip(1, 26, 'A property name in double quotes was expected here.'),
      ],
      [`{"Version": "2012-10-17", // a comment\n "Statement": [${statement} /* all */] # end\n}`],
      [`{'Version': '2012-10-17', 'Statement': [${statement.replaceAll('"', "'")}]}`],
      [`{Version: "2012-10-17", Statement: [${statement.replaceAll(/"(\w+)":/g, '$1:')}]}`],
    ]
    for (const [paste, ...notes] of broken) {
      const policy = only(paste)
      expect(policy).toMatchObject({ recognisedAs: 'broken-document', holes: [] })
      expect(policy.notes).toEqual([{ code: 'repaired', data: {} }, ...notes])
      expect(JSON.parse(policy.text)).toEqual(whole)
    }
  })

  it('reads a document to which a word processor gave its quotes as the whole one that it is', () => {
    const typed = '{“Version”: “2012-10-17”, “Statement”: [{”Effect”: ”Deny”, ”Action”: ”s3:*”, ”Resource”: ”*”}]}'
    const policy = only(typed)
    expect(policy).toMatchObject({ recognisedAs: 'document', holes: [] })
    expect(JSON.parse(policy.text)).toMatchObject({ Statement: [{ Effect: 'Deny', Action: 's3:*' }] })
  })

  it('reads a document that is percent-encoded, or whose quotes are escaped', () => {
    const escaped = string(string(ALLOW)).slice(1, -1)
    for (const paste of [
      encoded(ALLOW),
      ` ${encoded(ALLOW)}\n`,
      escaped,
      `msg="policy ${escaped}" level=error`,
      string(text(ALLOW)).slice(1, -1),
    ]) {
      const policy = only(paste)
      expect(JSON.parse(policy.text)).toEqual(ALLOW)
      expect(paste.slice(...policy.span)).toMatch(/^(?:%7B|\{)\S[\s\S]*(?:%7D|\})$/)
    }
    expect(only(encoded({ RoleName: 'app', PolicyName: 'read', PolicyDocument: ALLOW }))).toMatchObject({
      layer: 'identity',
      owner: 'role/app',
    })
    for (const none of ['%7B%22a', '%7B%22Statement', '{\\"Version\\": ', '{\\"Version\\": "}'])
      expect(findPolicies(none)).toEqual([])
  })

  it('finds a whole policy inside a record that was cut off', () => {
    const policy = only(`{"RoleName": "r", "PolicyDocument": ${string(ALLOW)}, "Tags": [`)
    expect(policy).toMatchObject({ layer: 'identity', owner: 'role/r', recognisedAs: 'iam-inline-policy' })
    expect(JSON.parse(policy.text)).toEqual(ALLOW)
  })

  it.each([
    '',
    'An error occurred (AccessDenied)',
    '{"a": [1, 2, {"b": null}]}',
    '[INFO] {x} {"a": 1',
    '{"Statement": "none"}',
    '{"tags": {"env": {"@@assign": "x"}}}',
  ])('finds none in %j', (paste) => {
    expect(findPolicies(paste)).toEqual([])
  })
})
