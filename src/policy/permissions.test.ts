import { expect, it } from 'vitest'
import { parseYaml } from '../text/parse-yaml'
import { findPolicies } from './find-policies'

const found = (paste: string) => findPolicies(paste, { yaml: parseYaml })

interface Written {
  readonly Principal: unknown
  readonly Resource?: unknown
  readonly Condition?: unknown
}

const statementsIn = (paste: string): readonly Written[] => {
  const policies = found(paste)
  expect(policies.map(({ layer, service }) => [layer, service])).toEqual([['resource', 'lambda']])
  return (JSON.parse(policies[0]!.text) as { readonly Statement: readonly Written[] }).Statement
}

const API = { Service: 'apigateway.amazonaws.com' }

it.each([
  [
    'a template',
    'Resources:\n  Perm:\n    Type: AWS::Lambda::Permission\n    Properties:\n      FunctionName: books\n      Action: lambda:InvokeFunction\n      Principal: apigateway.amazonaws.com',
  ],
  [
    'a template in JSON',
    '{"Resources": {"Perm": {"Type": "AWS::Lambda::Permission", "Properties": {"FunctionName": "books", "Action": "lambda:InvokeFunction", "Principal": "apigateway.amazonaws.com"}}}}',
  ],
  [
    'the CDK',
    "books.addPermission('Api', { principal: new iam.ServicePrincipal('apigateway.amazonaws.com'), action: 'lambda:InvokeFunction', sourceArn: api.arnForExecuteApi() })",
  ],
  [
    'a construct of CloudFormation',
    "new lambda.CfnPermission(this, 'P', { action: 'lambda:InvokeFunction', functionName: 'books', principal: 'apigateway.amazonaws.com' })",
  ],
  [
    'Pulumi',
    "new aws.lambda.Permission('p', { action: 'lambda:InvokeFunction', function: books.name, principal: 'apigateway.amazonaws.com' })",
  ],
  ['a grant to a service', "books.grantInvoke(new iam.ServicePrincipal('apigateway.amazonaws.com'))"],
  [
    'a command',
    '$ aws lambda add-permission --function-name books --statement-id api \\\n  --action lambda:InvokeFunction --principal apigateway.amazonaws.com',
  ],
  [
    'Terraform',
    'resource "aws_lambda_permission" "api" {\n  action = "lambda:InvokeFunction"\n  function_name = "books"\n  principal = "apigateway.amazonaws.com"\n}',
  ],
])('reads the permission of %s as a statement of the function’s policy', (_, paste) => {
  expect(statementsIn(paste)).toMatchObject([{ Effect: 'Allow', Principal: API, Action: expect.anything() }])
})

it.each([
  ['a command', 'aws lambda add-permission --function-name books --qualifier live --principal s3.amazonaws.com'],
  [
    'Terraform',
    'resource "aws_lambda_permission" "s3" {\n  action = "lambda:InvokeFunction"\n  function_name = "books"\n  qualifier = "live"\n  principal = "s3.amazonaws.com"\n}',
  ],
])('a permission of %s is for the version or alias that it names, and for no other', (_, paste) => {
  expect(statementsIn(paste)[0]?.Resource).toMatch(/:function:books:live$/)
})

it('tells where a permission holds', () => {
  const [statement] = statementsIn(
    'aws lambda add-permission --function-name books --statement-id s3 --action lambda:InvokeFunction --principal s3.amazonaws.com --source-arn arn:aws:s3:::shelf --source-account 111122223333',
  )
  expect(statement?.Condition).toEqual({
    ArnLike: { 'AWS:SourceArn': 'arn:aws:s3:::shelf' },
    StringEquals: { 'AWS:SourceAccount': '111122223333' },
  })
  expect(statement?.Resource).toBe('arn:aws:lambda:${region}:${account}:function:books')
})

it('makes one policy of the permissions of one function, and two of those of two', () => {
  const command = (name: string, principal: string) =>
    `aws lambda add-permission --function-name ${name} --statement-id x --action lambda:InvokeFunction --principal ${principal}.amazonaws.com\n`
  expect(statementsIn(command('books', 's3') + command('books', 'sns'))).toHaveLength(2)
  expect(found(command('books', 's3') + command('loans', 'sns'))).toHaveLength(2)
})

it('takes nothing else for a permission', () => {
  expect(found('aws lambda remove-permission --function-name books --statement-id x')).toEqual([])
  expect(found("form.addPermission('Api', { label: 'may read' })")).toEqual([])
  expect(found('{"Type": "AWS::Lambda::Function", "Properties": {"FunctionName": "books"}}')).toEqual([])
})
