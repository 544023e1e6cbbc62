import { describe, expect, it } from 'vitest'
import { parseYaml } from '../text/parse-yaml'
import { findPolicies } from './find-policies'

const documentOf = (block: string) => `${block}

data "aws_iam_policy_document" "app" {
  statement {
    actions   = ["s3:GetObject"]
    resources = ["\${aws_s3_bucket.logs.arn}/*"]
  }
}`

const only = (text: string) => findPolicies(text, { yaml: parseYaml })[0]!

const template = (type: string, name: string) => `Resources:
  Logs:
    Type: ${type}
    Properties:
      ${name}
  Reads:
    Type: AWS::IAM::Policy
    Properties:
      PolicyName: reads
      PolicyDocument:
        Statement:
          - Effect: Allow
            Action: '*'
            Resource: !GetAtt Logs.Arn`

describe('references of a template', () => {
  it('are what the same text declares', () => {
    const found = only(documentOf('resource "aws_s3_bucket" "logs" {\n  bucket = "harbour-logs"\n}'))
    expect(found.text).toContain('"arn:aws:s3:::harbour-logs/*"')
    expect(found.holes).toEqual([])
    expect(found.notes.map(({ code }) => code)).not.toContain('placeholders')
  })

  it.each([
    ['a name that is made when it is deployed', 'resource "aws_s3_bucket" "logs" {\n  bucket_prefix = "harbour-"\n}'],
    ['a name with a variable', 'resource "aws_s3_bucket" "logs" {\n  bucket = "${var.stage}-logs"\n}'],
    ['several things of one block', 'resource "aws_s3_bucket" "logs" {\n  count  = 2\n  bucket = "harbour-logs"\n}'],
    ['another thing', 'resource "aws_s3_bucket" "data" {\n  bucket = "harbour-logs"\n}'],
    [
      'two of one name',
      'resource "aws_s3_bucket" "logs" {\n  bucket = "one"\n}\n\nresource "aws_s3_bucket" "logs" {\n  bucket = "two"\n}',
    ],
  ])('stay open for %s', (_, block) => {
    expect(only(documentOf(block)).holes).toEqual(['${aws_s3_bucket.logs.arn}'])
  })

  it('are read in YAML, with the Region and the account open', () => {
    const found = only(template('AWS::DynamoDB::Table', 'TableName: carts'))
    expect(found.text).toContain('"arn:aws:dynamodb:${AWS::Region}:${AWS::AccountId}:table/carts"')
  })

  it('tell the kind of thing in YAML, where its name is given with a reference or by CloudFormation', () => {
    const table = only(template('AWS::DynamoDB::Table', 'TableName: !Ref Name'))
    expect(table.text).toContain('"arn:aws:dynamodb:${AWS::Region}:${AWS::AccountId}:table/${Logs}"')
    expect(only(template('AWS::S3::Bucket', 'VersioningConfiguration: {}')).text).toContain('"arn:aws:s3:::${Logs}"')
    expect(only(template('AWS::SQS::Queue', 'DelaySeconds: 5')).text).toContain(':${Logs.QueueName}"')
  })

  it('hold the streams of a log group, as its attribute does', () => {
    expect(only(template('AWS::Logs::LogGroup', 'LogGroupName: /app')).text).toContain(':log-group:/app:*"')
  })

  it('stay open in YAML for a role with a path', () => {
    expect(only(template('AWS::IAM::Role', 'RoleName: app\n      Path: /team/')).holes).toEqual(['${Logs.Arn}'])
  })
})
