import { execFileSync } from 'node:child_process'
import { describe, expect, it } from 'vitest'
import type { AccessCase } from '../../case/access-case'
import { evaluate } from '../../evaluation/evaluate'
import { findPolicies } from '../../policy/find-policies'
import { explainFixes } from './explain-fixes'
import { fixForms } from './fix-forms'

const HOME = '111122223333'
const AWAY = '444455556666'

const statement = { Sid: 'Old', Effect: 'Allow', Principal: { AWS: `arn:aws:iam::${HOME}:root` } }
const text = (value: object) => JSON.stringify({ Version: '2012-10-17', Statement: [value] })

/** A fix of a resource's own policy: somebody of another account is let in. */
const resourceFix = (action: string, resource: string) => {
  const [service = ''] = action.split(':')
  const isTrust = service === 'sts'
  const policy = { ...statement, Action: `${service}:Describe*`, ...(isTrust ? {} : { Resource: '*' }) }
  const accessCase: AccessCase = {
    version: 1,
    request: { principal: `arn:aws:iam::${AWAY}:user/alice`, action, resource, resourceAccount: HOME },
    policies: {
      identity: [{ name: 'all', document: text({ Effect: 'Allow', Action: '*', Resource: '*' }) }],
      resource: { name: 'own policy – ${x}', document: text(policy) },
    },
  }
  const judged = { accessCase, evaluation: evaluate(accessCase), denial: null }
  const fix = explainFixes(judged).find(({ layer, least }) => least && (layer === 'resource' || layer === 'trust'))
  if (!fix) throw new Error(`no fix for ${action}`)
  return { after: fix.changes[0]?.after ?? '', forms: fixForms(judged, fix) }
}

const REGION = `eu-west-1:${HOME}`

/** Each service with a resource-based policy, and the Terraform and CDK types that hold it. */
const SERVICES = [
  ['s3:GetObject', 'arn:aws:s3:::data/a', 's3api put-bucket-policy', 'aws_s3_bucket_policy', 's3.CfnBucketPolicy'],
  [
    's3:GetObject',
    `arn:aws:s3:${REGION}:accesspoint/reports/object/a`,
    's3control put-access-point-policy',
    'aws_s3control_access_point_policy',
    's3.CfnAccessPoint',
  ],
  ['kms:Decrypt', `arn:aws:kms:${REGION}:key/1`, 'kms put-key-policy', 'aws_kms_key_policy', 'kms.CfnKey'],
  [
    'sqs:SendMessage',
    `arn:aws:sqs:${REGION}:orders`,
    'sqs set-queue-attributes',
    'aws_sqs_queue_policy',
    'sqs.CfnQueuePolicy',
  ],
  [
    'sns:Publish',
    `arn:aws:sns:${REGION}:news`,
    'sns set-topic-attributes',
    'aws_sns_topic_policy',
    'sns.CfnTopicPolicy',
  ],
  [
    'secretsmanager:GetSecretValue',
    `arn:aws:secretsmanager:${REGION}:secret:db-Ab12Cd`,
    'secretsmanager put-resource-policy',
    'aws_secretsmanager_secret_policy',
    'secretsmanager.CfnResourcePolicy',
  ],
  [
    'dynamodb:GetItem',
    `arn:aws:dynamodb:${REGION}:table/orders`,
    'dynamodb put-resource-policy',
    'aws_dynamodb_resource_policy',
    'dynamodb.CfnTable',
  ],
  [
    'kinesis:PutRecord',
    `arn:aws:kinesis:${REGION}:stream/clicks`,
    'kinesis put-resource-policy',
    'aws_kinesis_resource_policy',
    'kinesis.CfnResourcePolicy',
  ],
  [
    'ecr:BatchGetImage',
    `arn:aws:ecr:${REGION}:repository/team/app`,
    'ecr set-repository-policy',
    'aws_ecr_repository_policy',
    'ecr.CfnRepository',
  ],
  [
    'sts:AssumeRole',
    `arn:aws:iam::${HOME}:role/app/Reader`,
    'iam update-assume-role-policy',
    'aws_iam_role',
    'iam.CfnRole',
  ],
  [
    'lambda:InvokeFunction',
    `arn:aws:lambda:${REGION}:function:orders`,
    'lambda add-permission',
    'aws_lambda_permission',
    'lambda.CfnPermission',
  ],
  [
    'lambda:GetLayerVersion',
    `arn:aws:lambda:${REGION}:layer:otel:15`,
    'lambda add-layer-version-permission',
    'aws_lambda_layer_version_permission',
    'lambda.CfnLayerVersionPermission',
  ],
  [
    'events:PutEvents',
    `arn:aws:events:${REGION}:event-bus/main`,
    'events put-permission',
    'aws_cloudwatch_event_bus_policy',
    'events.CfnEventBus',
  ],
  [
    'elasticfilesystem:ClientMount',
    `arn:aws:elasticfilesystem:${REGION}:file-system/fs-0abc1234`,
    'efs put-file-system-policy',
    'aws_efs_file_system_policy',
    'efs.CfnFileSystem',
  ],
  [
    'backup:CopyIntoBackupVault',
    `arn:aws:backup:${REGION}:backup-vault:main`,
    'backup put-backup-vault-access-policy',
    'aws_backup_vault_policy',
    'backup.CfnBackupVault',
  ],
  ['glue:GetTable', `arn:aws:glue:${REGION}:table/a/b`, 'glue put-resource-policy', 'aws_glue_resource_policy', null],
  [
    'es:ESHttpGet',
    `arn:aws:es:${REGION}:domain/logs`,
    'opensearch update-domain-config',
    'aws_opensearch_domain_policy',
    'opensearchservice.CfnDomain',
  ],
] as const

/** The arguments that a program gets when a shell runs the line. */
const argumentsOf = (line: string): readonly string[] =>
  execFileSync('/bin/sh', ['-c', `aws() { printf '%s\\0' "$@"; }; ${line}`], { encoding: 'utf8' })
    .split('\0')
    .slice(0, -1)

const jsonIn = (words: readonly string[]): readonly unknown[] =>
  words.filter((word) => word.startsWith('{')).map((word) => JSON.parse(word) as unknown)

describe.each(SERVICES)('a fix of %s on %s', (action, resource, cli, terraform, cdk) => {
  const { after, forms } = resourceFix(action, resource)
  const isWhole = !terraform.startsWith('aws_lambda_')

  it('is a command that carries the whole policy through the shell', () => {
    expect(forms.cli).toHaveLength(1)
    const words = argumentsOf(forms.cli[0]?.bash ?? '')
    expect(words.slice(0, 2).join(' ')).toBe(cli)
    expect(forms.cli[0]?.powershell).toContain(`aws ${cli} `)
    const policies = jsonIn(words).map((one) => (isAttributes(one) ? (JSON.parse(one.Policy) as unknown) : one))
    expect(policies).toEqual(isWhole ? [JSON.parse(after)] : [])
  })

  it('is a Terraform resource that is read back as the same policy', () => {
    expect(forms.terraform).toMatch(new RegExp(`^resource "${terraform}" "\\w+" \\{\\n`))
    const found = findPolicies(forms.terraform ?? '').map((one) => JSON.parse(one.text) as unknown)
    // A permission of Lambda is one statement of the function's policy.
    if (isWhole) expect(found).toEqual([JSON.parse(after)])
    else if (terraform.includes('layer'))
      expect(forms.terraform).toMatch(/version_number\s+= "15"[\s\S]+principal\s+= "\d{12}"/)
    else expect(found).toMatchObject([{ Statement: [{ Effect: 'Allow', Action: action }] }])
  })

  it('is CDK code, or none where CDK has nothing for it', () => {
    if (cdk === null) return expect(forms.cdk).toBeNull()
    expect(forms.cdk).toContain(cdk)
    expect(forms.cdk).toMatch(/^import \* as (\w+) from 'aws-cdk-lib\/aws-\1'\n/)
  })
})

const isAttributes = (value: unknown): value is { readonly Policy: string } =>
  typeof value === 'object' && value !== null && 'Policy' in value
