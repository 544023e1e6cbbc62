import { describe, expect, it } from 'vitest'
import { factsOfPolicies, pastedFacts } from './pasted-facts'

describe('who manages a key, as a text shows it', () => {
  it.each([
    ['{"KeyMetadata": {"KeyManager": "AWS", "KeyState": "Enabled"}}', 'aws'],
    ['{"KeyMetadata": {"KeyManager": "CUSTOMER"}}', 'customer'],
    ['$ aws kms describe-key --key-id k --query KeyMetadata.KeyManager\n"AWS"', 'aws'],
    ['$ aws kms describe-key --key-id k --query KeyMetadata.KeyManager --output text\nCUSTOMER', 'customer'],
    ["$ aws kms list-aliases --key-id 12ab --query 'Aliases[].AliasName' --output text\nalias/aws/s3", 'aws'],
    ['the queue has KmsMasterKeyId alias/aws/sqs', 'aws'],
    ['aws secretsmanager describe-secret --secret-id s --query KmsKeyId --output text\nNone', 'aws'],
    ['aws secretsmanager describe-secret --secret-id s -> no KmsKeyId in the output', 'aws'],
    [
      '{"ARN": "arn:aws:secretsmanager:eu-west-1:111122223333:secret:s-a1b2c3", "Name": "s", "VersionIdsToStages": {"0a1b": ["AWSCURRENT"]}}',
      'aws',
    ],
    ["new sqs.Queue(this, 'Mail', { encryption: sqs.QueueEncryption.KMS_MANAGED })", 'aws'],
  ])('%s', (text, kmsKeyManager) => expect(pastedFacts(text)).toEqual({ kmsKeyManager }))

  it.each([
    '{"KeyManager": "AWS"} and {"KeyManager": "CUSTOMER"}',
    'run describe-key --query KeyMetadata.KeyManager and look for AWS',
    'the key is managed by AWS KMS',
    'encryption: sqs.QueueEncryption.KMS_MANAGED was replaced by our own key',
    "arn:aws:kms:eu-west-1:111122223333:key/99ff refused\n$ aws kms list-aliases --key-id 12ab --query 'Aliases[].AliasName' --output text\nalias/aws/s3",
    '$ aws kms list-aliases --key-id 12ab --output text\nalias/harbour',
    // Cut off before the field could stand.
    '  "VersionIdsToStages": {"0a1b": ["AWSCURRENT"]}}',
    '{"Name": "s", "KmsKeyId": "alias/harbour", "VersionIdsToStages": {"0a1b": ["AWSCURRENT"]}}',
  ])('is not known of two keys, nor by other words: %s', (text) => expect(pastedFacts(text)).toEqual({}))
})

describe('who manages a key, as its policy shows it', () => {
  const policy = (...allowed: readonly object[]) => ({
    name: 'Key policy',
    text: JSON.stringify({
      Version: '2012-10-17',
      Statement: allowed.map((one) => ({ Effect: 'Allow', Resource: '*', ...one })),
    }),
  })
  const throughQueue = {
    Principal: { AWS: '*' },
    Action: ['kms:Decrypt', 'kms:GenerateDataKey*'],
    Condition: {
      StringEquals: { 'kms:CallerAccount': '555566667777', 'kms:ViaService': 'sqs.eu-west-1.amazonaws.com' },
    },
  }
  const account = { Principal: { AWS: 'arn:aws:iam::555566667777:root' } }

  it('AWS, where callers come through a service and the account can only look at the key', () =>
    expect(
      factsOfPolicies([
        policy(throughQueue, { ...account, Action: ['kms:Describe*', 'kms:List*', 'kms:RevokeGrant'] }),
      ]),
    ).toEqual({ kmsKeyManager: 'aws' }))

  it('AWS, where the policy has the name of a key that KMS keeps', () =>
    expect(factsOfPolicies([{ ...policy(throughQueue), name: 'aws/sqs' }])).toEqual({ kmsKeyManager: 'aws' }))

  it('nobody is known, where the account can change the key’s policy', () =>
    expect(factsOfPolicies([policy(throughQueue, { ...account, Action: 'kms:*' })])).toEqual({}))
})
