import { describe, expect, it } from 'vitest'
import { pastedCase } from '../../testing/pasted-case'
import { policyText } from '../../testing/statements'
import { plainText } from '../../text/phrase'
import { grantOf, isGrantedHere } from './granted'

const QUEUE = 'arn:aws:sqs:eu-west-1:111122223333:letters'
const UNSAVED =
  'An error occurred (InvalidParameterValueException) when calling the CreateEventSourceMapping operation: The function execution role does not have permissions to call ReceiveMessage on SQS\n'
const receives = (Resource: string) =>
  policyText({
    Effect: 'Allow',
    Action: ['sqs:ReceiveMessage', 'sqs:DeleteMessage', 'sqs:GetQueueAttributes'],
    Resource,
  })

const role = (text: string, Resource: string) => pastedCase(UNSAVED + text, { identity: receives(Resource) })

describe('what a role is granted of a thing that the error does not name', () => {
  it.each([
    ['the text has its ARN', `--event-source-arn ${QUEUE}`, QUEUE],
    ['the text has its name', 'the mapping is for the queue letters', QUEUE],
    ['a template refers to it', 'aws_sqs_queue.letters: Creation complete', '${aws_sqs_queue.letters.arn}'],
    ['it is granted all queues', 'a queue of ours', 'arn:aws:sqs:eu-west-1:111122223333:*'],
  ])('is known where %s', (_, text, Resource) => {
    const { judged, answer } = role(text, Resource)
    expect(isGrantedHere(judged, 'identity')).toBe(true)
    expect(answer.causes[0]?.code).not.toBe('function-queue-unreadable')
    expect(answer.causes.some(({ code }) => code === 'allow-unmet')).toBe(false)
  })

  it.each([
    ['the text has the ARN of another', `--event-source-arn ${QUEUE}-v2`, QUEUE],
    ['its name is a part of a longer one', 'the mapping is for the queue letters-v2', QUEUE],
    ['nothing names it', 'a queue of ours', QUEUE],
    ['it is granted other queues too, of which the text names another', `the queue letters, not ${QUEUE}-old`, QUEUE],
    ['the template refers to another', 'aws_sqs_queue.notes: Creation complete', '${aws_sqs_queue.letters.arn}'],
  ])('is not known where %s', (_, text, Resource) => {
    expect(isGrantedHere(role(text, Resource).judged, 'identity')).toBe(false)
  })

  it('is said beside the cause that it contradicts, with the line that grants it', () => {
    const cause = role(`--event-source-arn ${QUEUE}`, QUEUE).answer.causes.find(
      ({ code }) => code === 'function-queue-unreadable',
    )
    expect(cause?.isRefuted).toBe(true)
    expect(cause?.speaksAgainst.map(plainText).join()).toMatch(/allows sqs:ReceiveMessage|allows sqs:DeleteMessage/)
    expect(cause?.speaksAgainst.map(plainText).join()).toContain('(line ')
  })

  it('comes behind a change of it that the text shows right before', () => {
    const made = 'aws_iam_role_policy.mail: Creation complete after 1s [id=mail:q]\n'
    const { answer } = pastedCase(made + UNSAVED + QUEUE, { identity: receives(QUEUE) })
    expect(answer.causes[0]?.code).toBe('permissions-just-changed')
  })
})

const NOTIFY =
  'An error occurred (InvalidArgument) when calling the PutBucketNotificationConfiguration operation: Unable to validate the following destination configurations\n'
const lets = (bucket: string) =>
  policyText({
    Effect: 'Allow',
    Principal: { Service: 's3.amazonaws.com' },
    Action: 'sqs:SendMessage',
    Resource: QUEUE,
    Condition: { ArnLike: { 'aws:SourceArn': `arn:aws:s3:::${bucket}` } },
  })

describe('what a policy grants a service for a thing that it tests', () => {
  const asked = (bucket: string, more = '') =>
    pastedCase(`${NOTIFY}bucket post-in-eu, queue ${QUEUE}${more}`, { resource: lets(bucket) })

  it('is known where the text names that thing: then the key of the queue is left', () => {
    expect(isGrantedHere(asked('post-in-eu').judged, 'resource')).toBe(true)
    const { answer } = asked('post-in-eu', ', KmsMasterKeyId = alias/post')
    expect(answer.causes[0]?.code).toBe('queue-with-own-key')
  })

  it('is not known where it tests another', () => {
    expect(isGrantedHere(asked('post-out-eu').judged, 'resource')).toBe(false)
  })

  it('says so where nothing else is seen', () => {
    const { answer } = asked('post-in-eu')
    expect(answer.basis).toBe('open')
    expect(plainText(answer.headline)).toBe('As far as your text shows, the policies you pasted allow sqs:SendMessage.')
    expect(answer.fact?.line).toEqual(expect.any(Number))
  })
})

describe('what a limit leaves, and what a Deny takes', () => {
  const read = 'An error occurred (AccessDenied) when calling the GetObject operation: Access Denied\ns3://depot/a.csv'
  const all = policyText({ Effect: 'Allow', Action: 's3:*', Resource: 'arn:aws:s3:::depot/*' })

  it('is no grant where a Deny applies', () => {
    const denies = policyText(
      { Effect: 'Deny', Action: 's3:GetObject', Resource: '*' },
      { Effect: 'Allow', Action: '*', Resource: '*' },
    )
    expect(grantOf(pastedCase(read, { identity: denies }).judged, 'identity')).toBeNull()
    expect(grantOf(pastedCase(read, { identity: all }).judged, 'identity')?.statement.effect).toBe('Allow')
  })

  it('is known of an endpoint only for certain', () => {
    const nameless = 'An error occurred (403) when calling the HeadObject operation: Forbidden\nthe bucket depot'
    const endpoint = policyText({ Effect: 'Allow', Principal: '*', Action: 's3:*', Resource: 'arn:aws:s3:::depot/*' })
    const { judged } = pastedCase(nameless, { identity: all, endpoint })
    expect(isGrantedHere(judged, 'identity')).toBe(true)
    expect(isGrantedHere(judged, 'endpoint')).toBe(false)
  })

  it('is no grant of an object where a policy names the bucket or a folder', () => {
    const nameless = 'An error occurred (403) when calling the HeadObject operation: Forbidden\nthe bucket depot'
    for (const Resource of ['arn:aws:s3:::depot', 'arn:aws:s3:::depot/in/*']) {
      const identity = policyText({ Effect: 'Allow', Action: 's3:*', Resource })
      expect(isGrantedHere(pastedCase(nameless, { identity }).judged, 'identity')).toBe(false)
    }
  })
})
