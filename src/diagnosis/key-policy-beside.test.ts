import { describe, expect, it } from 'vitest'
import { EMPTY_DRAFT } from '../draft/draft'
import { takePaste } from '../draft/paste/take-paste'
import { answerFixes } from '../explanation/fixes/answer-fixes'
import { plainText } from '../text/phrase'
import { diagnose } from './diagnose'

const policy = (...Statement: readonly unknown[]) => JSON.stringify({ Version: '2012-10-17', Statement }, null, 1)

const ROOT = {
  Sid: 'Root',
  Effect: 'Allow',
  Principal: { AWS: 'arn:aws:iam::111122223333:root' },
  Action: 'kms:*',
  Resource: '*',
}

const paste = (source: string, ...ofKey: readonly unknown[]) => `
An error occurred (InvalidArgument) when calling the PutBucketNotificationConfiguration operation: Unable to validate the following destination configurations

Bucket intake, queue arn:aws:sqs:eu-west-1:111122223333:jobs, encrypted. Queue policy:

${policy({
  Effect: 'Allow',
  Principal: { Service: 's3.amazonaws.com' },
  Action: 'sqs:SendMessage',
  Resource: 'arn:aws:sqs:eu-west-1:111122223333:jobs',
  Condition: { StringEquals: { 'aws:SourceAccount': source } },
})}

and the key policy

${policy(ROOT, ...ofKey)}`

const told = (text: string) => {
  const { explanation, judged } = diagnose(takePaste(EMPTY_DRAFT, text).draft)
  const answer = explanation?.answer
  const fixes = answer && judged ? answerFixes(judged, answer) : []
  return { code: answer?.causes[0]?.code, basis: answer?.basis, after: fixes[0]?.changes[0]?.after ?? '' }
}

const forS3 = (...Action: readonly string[]) => ({
  Effect: 'Allow',
  Principal: { Service: 's3.amazonaws.com' },
  Action,
  Resource: '*',
})

describe('a key policy beside the policy of what it encrypts', () => {
  it('is what lacks an Allow, where the other policy lets the service in', () => {
    const { code, basis, after } = told(paste('111122223333', forS3('kms:Decrypt')))
    expect([code, basis]).toEqual(['key-policy-lacks', 'likely'])
    expect(after).toContain('"kms:GenerateDataKey"')
    expect(after).not.toContain('kms:Decrypt')
    expect(after).not.toContain('sqs:SendMessage')
  })

  it('is not blamed where it gives the service what it needs', () => {
    expect(told(paste('111122223333', forS3('kms:Decrypt', 'kms:GenerateDataKey*'))).code).not.toBe('key-policy-lacks')
  })
})

describe('what a service that calls as itself lacks of a key', () => {
  const OTHERS = forS3('kms:Decrypt', 'kms:GenerateDataKey*')

  it('is said of the key’s policy, never of an identity policy, and given to the service', () => {
    const { explanation, judged } = diagnose(takePaste(EMPTY_DRAFT, paste('111122223333', OTHERS)).draft)
    const answer = explanation?.answer
    const words = plainText(answer?.headline ?? [])
    expect(answer?.causes.some(({ code, layer }) => code === 'queue-with-own-key' && layer === 'resource')).toBe(true)
    expect(answer?.causes.every(({ layer }) => layer !== 'identity')).toBe(true)
    expect(words).not.toMatch(/identity-based policy|queue policy/)
    const fixes = answer && judged ? answerFixes(judged, answer) : []
    const added = fixes.flatMap(({ changes }) => changes.map(({ after }) => after)).filter((text) => /kms:/.test(text))
    expect(added.length).toBeGreaterThan(0)
    expect(added.every((text) => text.includes('"Service": "s3.amazonaws.com"'))).toBe(true)
  })
})

const LOGS =
  "AccessDeniedException: The specified KMS key does not exist or is not allowed to be used with Arn 'arn:aws:logs:eu-west-1:111122223333:log-group:/web/blue'"

const forGroup = (group: string): object => ({
  Sid: 'Logs',
  Effect: 'Allow',
  Principal: { Service: 'logs.eu-west-1.amazonaws.com' },
  Action: ['kms:Encrypt*', 'kms:Decrypt*', 'kms:ReEncrypt*', 'kms:GenerateDataKey*', 'kms:Describe*'],
  Resource: '*',
  Condition: {
    ArnEquals: { 'kms:EncryptionContext:aws:logs:arn': `arn:aws:logs:eu-west-1:111122223333:log-group:${group}` },
  },
})

describe('the key policy of a log group', () => {
  const answerWith = (...ofKey: readonly unknown[]) => {
    const { explanation } = diagnose(takePaste(EMPTY_DRAFT, `${LOGS}\n\n${policy(ROOT, ...ofKey)}`).draft)
    return explanation?.answer.causes ?? []
  }

  it('that lets CloudWatch Logs of the Region in for another log group lacks this one', () => {
    const [first] = answerWith(forGroup('/web'))
    expect(first).toMatchObject({ code: 'layer-lacks', speaksAgainst: [] })
    expect(plainText(first?.sentence ?? [])).toContain('log-group:/web, and here it is')
  })

  it('that does not speak of it lacks all that it asks for, by its name in the Region', () => {
    const [first] = answerWith()
    expect(first?.code).toBe('key-of-log-group')
    expect(first?.statements[0]).toMatchObject({ Principal: { Service: 'logs.eu-west-1.amazonaws.com' } })
    expect(first?.statements[0]?.['Action']).toHaveLength(5)
  })

  it('that lets it in for this one lacks nothing', () => {
    expect(answerWith(forGroup('/web/blue')).some(({ code }) => code === 'layer-lacks')).toBe(false)
  })
})
