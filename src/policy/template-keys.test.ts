import { describe, expect, it } from 'vitest'
import { parseYaml } from '../text/parse-yaml'
import { findPolicies } from './find-policies'

const found = (text: string) =>
  findPolicies(text, { yaml: parseYaml }).map(({ layer, service, source }) => [layer, service, source])

const STATEMENT = ['- Effect: Allow', '  Action: execute-api:Invoke', '  Resource: execute-api:/*']
const PUBLIC = [STATEMENT[0]!, "  Principal: '*'", ...STATEMENT.slice(1)]
const READ = ['- Effect: Allow', '  Action: s3:GetObject', '  Resource: arn:aws:s3:::depot/*']
const TRUST = ['- Effect: Allow', '  Principal: { Service: lambda.amazonaws.com }', '  Action: sts:AssumeRole']

const below = (keys: readonly string[], lines: readonly string[], depth = 0): string =>
  [
    ...keys.map((key, at) => '  '.repeat(at + depth) + key),
    ...lines.map((line) => '  '.repeat(keys.length + depth) + line),
    '',
  ].join('\n')

describe('the key that holds statements says whose they are', () => {
  it.each([
    ['resourcePolicy of Serverless', below(['resourcePolicy:'], PUBLIC), ['resource', 'execute-api', null]],
    ['the same, cut out of a file', below(['resourcePolicy:'], PUBLIC, 2), ['resource', 'execute-api', null]],
    ['iamRoleStatements', below(['provider:', 'iamRoleStatements:'], READ), ['identity', null, 'role']],
    ['iam.role.statements', below(['provider:', 'iam:', 'role:', 'statements:'], READ), ['identity', null, 'role']],
    [
      'CustomStatements of an API in SAM',
      below(['Auth:', 'ResourcePolicy:', 'CustomStatements:'], PUBLIC),
      ['resource', 'execute-api', null],
    ],
    [
      'AssumeRolePolicyDocument without its resource',
      below(['AssumeRolePolicyDocument:', 'Statement:'], TRUST),
      ['resource', 'sts', null],
    ],
    [
      'Policies of a function in SAM',
      below(['Send:', 'Type: AWS::Serverless::Function', 'Properties:'].slice(0, 1), [
        'Type: AWS::Serverless::Function',
        'Properties:',
        '  Policies:',
        '    - Statement:',
        ...READ.map((line) => `        ${line}`),
      ]),
      ['identity', null, 'role'],
    ],
  ])('%s', (_, text, expected) => {
    expect(found(text)).toEqual([expected])
  })

  it('below an error in JSON too', () => {
    const error =
      '{\n  "Message": "User: anonymous is not authorized to perform: execute-api:Invoke on resource: x"\n}\n\n'
    expect(found(error + below(['resourcePolicy:'], PUBLIC, 2))).toEqual([['resource', 'execute-api', null]])
  })
})

describe('code says it by what is called', () => {
  const statement = (resource: string) =>
    `new iam.PolicyStatement({ effect: iam.Effect.ALLOW, principals: [new iam.AnyPrincipal()], actions: ['s3:GetObject'], resources: ['${resource}'] })`
  const own = `new iam.PolicyStatement({ actions: ['s3:GetObject'], resources: ['arn:aws:s3:::depot/*'] })`
  const json = `JSON.stringify({ Version: "2012-10-17", Statement: [{ Effect: "Allow", Action: "s3:GetObject", Resource: "arn:aws:s3:::depot/*" }] })`

  it.each([
    ['addToResourcePolicy', `bucket.addToResourcePolicy(${statement('arn:aws:s3:::depot/*')})`, 'resource'],
    ['addToRolePolicy', `handler.addToRolePolicy(${own})`, 'identity'],
    ['addToPrincipalPolicy', `role.addToPrincipalPolicy(${own})`, 'identity'],
    ['grantRead', `bucket.grantRead(handler)`, 'identity'],
    ['a role policy in Pulumi', `new aws.iam.RolePolicy("p", { role: role.id, policy: ${json} })`, 'identity'],
  ])('%s', (_, text, layer) => {
    expect(found(text).map(([one]) => one)).toEqual([layer])
  })
})
