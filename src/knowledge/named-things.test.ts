import { describe, expect, it } from 'vitest'
import { grantIn } from './lake-grant'
import { linkedServiceIn, linkedServiceOf } from './linked-service'
import { thingsNamedIn } from './named-things'

describe('what a text names', () => {
  it.each([
    ['You are not authorized to use launch template: lt-0abc1234def567890', { launchTemplate: 'lt-0abc1234def567890' }],
    ['Not authorized for images: [ami-0abc1234def567890]', { image: 'ami-0abc1234def567890' }],
    [
      '{"deliveryStreamARN":"arn:aws:firehose:eu-west-1:111122223333:deliverystream/orders","destination":"arn:aws:s3:::acme-orders"}',
      { stream: 'orders', bucket: 'acme-orders' },
    ],
    [
      'functions/arn:aws:lambda:eu-west-1:111122223333:function:price:live/invocations',
      { function: 'price', aliasedFunction: 'price:live' },
    ],
    ['aws eks update-kubeconfig --name core --cluster-name core', { cluster: 'core' }],
    ['aws s3 ls --profile audit', { profile: 'audit' }],
    // An option without a value has none of the next one.
    ['aws cloudtrail create-trail --name ledger --is-multi-region-trail --region eu-west-1', { trail: 'ledger' }],
    ['upload failed: ./a.js to s3://acme-web/a.js', { bucket: 'acme-web' }],
    ['"DBInstanceIdentifier": "ledger"', { dbInstance: 'ledger' }],
    ['WorkGroup: reports', { workgroup: 'reports' }],
    ['This query ran against the "sales" database', { database: 'sales' }],
    [
      'User "ann" cannot list resource "deployments" in API group "apps" in the namespace "shop"',
      { kubernetesResource: 'deployments', namespace: 'shop' },
    ],
    [String.raw`User \"ann\" cannot get path \"/logs\"`, { kubernetesResource: '/logs' }],
    [
      'Unable to use Connection: arn:aws:codeconnections:eu-west-1:111122223333:connection/0a-1.',
      { connectionArn: 'arn:aws:codeconnections:eu-west-1:111122223333:connection/0a-1' },
    ],
  ])('fills a gap: %j', (text, things) => {
    expect(thingsNamedIn(text)).toMatchObject(things)
  })

  it.each([
    'bucket = aws_s3_bucket.logs.id',
    'function_name = var.function',
    'secret = client.get_secret_value(SecretId=chosen)',
    's3.get_object(Key="a", Bucket=bucket_name)',
  ])('takes no reference and no variable of code for a name: %s', (text) => {
    expect(thingsNamedIn(text)).toEqual({})
  })

  it.each([
    ['lt-0abc1234def567890 or lt-0abc1234def567891', 'launchTemplate'],
    ['iam_instance_profile = "web"', 'profile'],
    ['arn:aws:s3:::acme-*/reports', 'bucket'],
    ['arn:aws:ec2:eu-west-1:111122223333:instance/*', 'instance'],
    ['s3://acme-<account>/x', 'bucket'],
    ['image: nginx:1.27', 'image'],
    ['s3://acme-a/x s3://acme-b/x', 'bucket'],
  ])('leaves a gap where nothing tells which is meant: %j', (text, gap) => {
    expect(thingsNamedIn(text)[gap]).toBeUndefined()
  })
})

describe('what Lake Formation grants', () => {
  it.each([
    ['Required Create Table on lake_curated', 'CREATE_TABLE', '{"Database":{"Name":"lake_curated"}}'],
    ['Required Select on invoices', 'SELECT', '{"Table":{"DatabaseName":"{database}","Name":"invoices"}}'],
    ['Required Alter on invoices', 'ALTER', '{"Table":{"DatabaseName":"{database}","Name":"{table}"}}'],
    ['Required Create Database on Catalog', 'CREATE_DATABASE', '{"Catalog":{}}'],
    [
      'Required Describe on lake. Table lake_raw.lake',
      'DESCRIBE',
      '{"Table":{"DatabaseName":"lake_raw","Name":"lake"}}',
    ],
    ['Required Describe on lake. The GetDatabase operation failed', 'DESCRIBE', '{"Database":{"Name":"lake"}}'],
    [
      'Required Describe on lake. See s3://lake_raw.lake/x',
      'DESCRIBE',
      '{"Table":{"DatabaseName":"{database}","Name":"{table}"}}',
    ],
  ])('is asked for on the kind of thing that has it: %s', (words, permission, grantResource) => {
    expect(grantIn(`Insufficient Lake Formation permission(s): ${words} (Service: AWSGlue)`, {})).toEqual({
      permission,
      grantResource,
    })
  })

  it('is granted on the database where the words name the one that the query ran against, else on a table in it', () => {
    const of = (name: string) =>
      grantIn(`Insufficient Lake Formation permission(s): Required Describe on ${name}`, { database: 'tides' })
    expect(of('tides')['grantResource']).toBe('{"Database":{"Name":"tides"}}')
    expect(of('herons')['grantResource']).toBe('{"Table":{"DatabaseName":"tides","Name":"{table}"}}')
  })
})

describe('whose service-linked role a call makes', () => {
  it.each([
    ['rds:createdbinstance', 'rds.amazonaws.com'],
    ['rds:describedbinstances', undefined],
    ['', undefined],
  ])('%s', (operation, service) => {
    expect(linkedServiceOf(operation)).toBe(service)
  })
})

describe('whose service-linked role a sentence speaks of', () => {
  it.each([
    ['enable a service-linked role to give Amazon OpenSearch Service permissions', 'opensearchservice.amazonaws.com'],
    ['AWSServiceRoleForAutoScaling is missing', 'autoscaling.amazonaws.com'],
    ['arn:aws:iam::111122223333:role/aws-service-role/guardduty.amazonaws.com/x', 'guardduty.amazonaws.com'],
    ['The specified service linked role (SLR) was not found', undefined],
  ])('%s', (text, service) => {
    expect(linkedServiceIn(text)).toBe(service)
  })
})
