import { describe, expect, it } from 'vitest'
import { parseYaml } from '../text/parse-yaml'
import { findPolicies } from './find-policies'

const find = (text: string) => findPolicies(text, { yaml: parseYaml })
const documents = (text: string) => find(text).map((policy) => JSON.parse(policy.text) as unknown)

const TEMPLATE = `AWSTemplateFormatVersion: '2010-09-09'
Parameters:
  Team: { Type: String }
Resources:
  AppRole:
    Type: AWS::IAM::Role
    Properties:
      RoleName: app
      AssumeRolePolicyDocument:
        Version: 2012-10-17
        Statement:
          - Effect: Allow
            Principal: { Service: ec2.amazonaws.com }
            Action: sts:AssumeRole
      Policies:
        - PolicyName: read
          PolicyDocument:
            Version: "2012-10-17"
            Statement:
              - Effect: Allow
                Action: [s3:GetObject, 's3:ListBucket']
                Resource:
                  - !Sub arn:\${AWS::Partition}:s3:::\${Data}/home/\${!aws:username}/*
                  - !GetAtt Data.Arn
                  - Fn::Join: ['', ['arn:aws:s3:::', !Ref Data, '/x']]
  DataPolicy:
    Type: AWS::S3::BucketPolicy
    Properties:
      Bucket: !Ref Data
      PolicyDocument:
        Statement:
          # only over TLS
          - Effect: Deny
            Principal: '*'
            Action: 's3:*'
            Resource: !Sub '\${Data.Arn}/*'
            Condition: { Bool: { 'aws:SecureTransport': false } }
  Key:
    Type: AWS::KMS::Key
    Properties:
      KeyPolicy:
        Version: '2012-10-17'
        Statement:
          - Effect: Allow
            Principal: { AWS: !Sub 'arn:aws:iam::\${AWS::AccountId}:root' }
            Action: kms:*
            Resource: '*'
`

describe('findPolicies in YAML', () => {
  it('reads a CloudFormation template', () => {
    expect(
      find(TEMPLATE).map(({ name, layer, service, source, owner, recognisedAs }) => ({
        name,
        layer,
        service,
        source,
        owner,
        recognisedAs,
      })),
    ).toEqual([
      {
        name: 'AppRole',
        layer: 'resource',
        service: 'sts',
        source: null,
        owner: 'role/app',
        recognisedAs: 'cloudformation',
      },
      {
        name: 'read',
        layer: 'identity',
        service: null,
        source: 'role',
        owner: 'role/app',
        recognisedAs: 'cloudformation',
      },
      {
        name: 'DataPolicy',
        layer: 'resource',
        service: 's3',
        source: null,
        owner: null,
        recognisedAs: 'cloudformation',
      },
      { name: 'Key', layer: 'resource', service: 'kms', source: null, owner: null, recognisedAs: 'cloudformation' },
    ])
  })

  it('writes what is filled in at deployment as placeholders, and names them', () => {
    const [, read, bucket, key] = find(TEMPLATE)
    expect(JSON.parse(read!.text)).toEqual({
      Version: '2012-10-17',
      Statement: [
        {
          Effect: 'Allow',
          Action: ['s3:GetObject', 's3:ListBucket'],
          Resource: [
            'arn:${AWS::Partition}:s3:::${Data}/home/${aws:username}/*',
            '${Data.Arn}',
            'arn:aws:s3:::${Data}/x',
          ],
        },
      ],
    })
    expect(read!.notes).toEqual([
      { code: 'converted-to-json', data: { format: 'YAML' } },
      { code: 'placeholders', data: { names: 'AWS::Partition, Data, Data.Arn' } },
    ])
    expect(bucket!.text).toContain('"aws:SecureTransport": false')
    expect(key!.text).toContain('arn:aws:iam::${AWS::AccountId}:root')
  })

  it('gives the place of each document', () => {
    for (const {
      span: [start, end],
    } of find(TEMPLATE))
      expect(TEMPLATE.slice(start, end)).toMatch(/^(?:Version|Statement):[\s\S]*\n$|^(?:Version|Statement):/)
  })

  it('reads a bare document, in a fence and with prose around it', () => {
    const policy = 'Version: "2012-10-17"\nStatement:\n  - Effect: Deny\n    Action: "*"\n    Resource: "*"\n'
    const document = { Version: '2012-10-17', Statement: [{ Effect: 'Deny', Action: '*', Resource: '*' }] }
    for (const paste of [
      policy,
      `This is it:\n\n\`\`\`yaml\n${policy}\`\`\`\nWhy?`,
      `Why does this not work\n\n${policy}\nthank you`,
    ])
      expect(documents(paste)).toEqual([document])
  })

  it('reads what the command line prints as YAML', () => {
    const output = `PolicyDocument:\n  Statement:\n  - Action: s3:*\n    Effect: Allow\n    Resource: '*'\n  Version: '2012-10-17'\nPolicyName: all\nRoleName: app\n`
    expect(find(output)).toMatchObject([{ name: 'all', layer: 'identity', source: 'role', owner: 'role/app' }])
    const bucket = `Policy: '{"Statement":[{"Effect":"Deny","Principal":"*","Action":"s3:*","Resource":"*"}]}'\n`
    expect(find(bucket)).toMatchObject([{ layer: 'resource', service: 's3' }])
  })

  it('leaves out what CloudFormation leaves out, and does not guess at Fn::If', () => {
    const text = `Statement:\n- Effect: Allow\n  Action: s3:*\n  Resource: !If [Prod, a, b]\n  Condition: !Ref AWS::NoValue\n`
    expect(documents(text)).toEqual([{ Statement: [{ Effect: 'Allow', Action: 's3:*', Resource: '${If}' }] }])
    expect(find(text)[0]!.notes).toContainEqual({ code: 'placeholders', data: { names: 'If' } })
  })

  it('reads the functions of JSON templates too', () => {
    const json = JSON.stringify({
      P: {
        Type: 'AWS::IAM::ManagedPolicy',
        Properties: {
          PolicyDocument: {
            Statement: {
              Effect: 'Allow',
              Action: 's3:*',
              Resource: { 'Fn::Sub': ['${A}/*', { A: { 'Fn::GetAtt': ['B', 'Arn'] } }] },
            },
          },
        },
      },
    })
    expect(documents(json)).toEqual([{ Statement: { Effect: 'Allow', Action: 's3:*', Resource: '${B.Arn}/*' } }])
  })

  it('keeps account ids as they are written', () => {
    expect(
      documents('Statement:\n- Effect: Allow\n  Principal: {AWS: 012345678901}\n  Action: s3:*\n  Resource: "*"\n'),
    ).toEqual([{ Statement: [{ Effect: 'Allow', Principal: { AWS: '012345678901' }, Action: 's3:*', Resource: '*' }] }])
  })

  it.each([
    [
      'policies:\n  - sid: Send\n    effect: Allow\n    actions:\n      - sqs:SendMessage\n    resources:\n      - "*"\n',
      { Sid: 'Send', Effect: 'Allow', Action: 'sqs:SendMessage', Resource: '*' },
    ],
    [
      '- effect: Deny\n  action: [sqs:DeleteQueue, sqs:PurgeQueue]\n  resource: "*"\n',
      { Effect: 'Deny', Action: ['sqs:DeleteQueue', 'sqs:PurgeQueue'], Resource: '*' },
    ],
  ])('reads the properties of modules, in small letters: %j', (text, statement) => {
    expect(documents(text).flatMap((document) => (document as { Statement: unknown[] }).Statement)).toEqual([statement])
  })

  it.each(['action: s3:GetObject\nresource: arn:aws:s3:::depot/a\neffect: denied\n', 'effect: Allow\nresource: "*"\n'])(
    'takes an event in small letters for none: %j',
    (text) => {
      expect(find(text)).toEqual([])
    },
  )

  it.each([
    'a: [1',
    'Statement: none\n',
    'Statement: *missing\n',
    'kind: Policy\nAction: x\n',
    'a: &a [*a]\nStatement: *a\n',
  ])('finds none in %j', (text) => {
    expect(find(text)).toEqual([])
  })

  it('does not follow references without end', () => {
    const laughs = ['a0: &a0 [x, x, x, x, x, x, x, x, x, x]']
    for (let i = 1; i < 12; i += 1)
      laughs.push(`a${i}: &a${i} [${Array.from({ length: 10 }, () => `*a${i - 1}`).join(', ')}]`)
    expect(find(`${laughs.join('\n')}\nStatement: *a11\n`)).toEqual([])
  })
})

describe('the keys that lead to a list of statements', () => {
  const list = (indent: string) =>
    `${indent}- Effect: Allow\n${indent}  Action: sqs:SendMessage\n${indent}  Resource: '*'\n`

  it.each([
    ['provider:\n  name: aws\n  iam:\n    role:\n      statements:\n', 'identity'],
    ['things:\n  of:\n    statements:\n', null],
  ])('tell whose they are: %j', (keys, layer) => {
    expect(find(`${keys}${list('        ')}`).map((policy) => policy.layer)).toEqual([layer])
  })

  it('are those of a function where a document stands among its policies', () => {
    const text = `Policies:\n  - Version: '2012-10-17'\n    Statement:\n${list('      ')}`
    expect(find(text).map((policy) => policy.layer)).toEqual(['identity'])
  })
})

describe('a policy in YAML beside an error in one line', () => {
  const SAM = `  Resize:
    Type: AWS::Serverless::Function
    Properties:
      Policies:
        - Version: '2012-10-17'
          Statement:
            - Effect: Allow
              Action: [dynamodb:GetItem]
              Resource: !GetAtt Orders.Arn`
  const ERROR =
    'AccessDeniedException: User: arn:aws:iam::111122223333:user/ana is not authorized to perform: dynamodb:PutItem'
  const actions = (text: string) =>
    documents(text).map((one) => (one as { Statement: { Action: unknown }[] }).Statement[0]?.Action)

  it('is read before and after it', () => {
    for (const text of [`${ERROR}\n${SAM}`, `${ERROR}\n\nResources:\n${SAM}`, `Resources:\n${SAM}\n${ERROR}`])
      expect(actions(text)).toEqual([['dynamodb:GetItem']])
  })

  it('is none where the error stands alone, and keeps values that hold a colon', () => {
    expect(documents(ERROR)).toEqual([])
    expect(actions(`Statement:\n  - Effect: Allow\n    Action: s3:GetObject\n    Resource: "*" # who: all`)).toEqual([
      's3:GetObject',
    ])
  })
})
