import { expect, it } from 'vitest'
import { draftOfTexts } from './draft-of-texts'

const error = {
  name: 'error.txt',
  text: 'An error occurred (AccessDenied) when calling the GetObject operation: Access Denied',
  layer: null,
}

it('a list that is no policy of IAM stays beside the error, where its lines tell of it', async () => {
  const map = {
    name: 'aws-auth',
    text: 'mapRoles:\n  - rolearn: arn:aws:iam::111122223333:role/node',
    layer: 'resource' as const,
  }
  const { draft, unread } = await draftOfTexts([error, map])
  expect(draft.paste).toContain('role/node')
  expect(unread).toEqual(['aws-auth'])
})

it('a text without an error stays as it is: nothing stands beside it', async () => {
  const compose = {
    name: 'error.txt',
    text: 'services:\n  store:\n    image: localstack/localstack:3\n    ports: ["4566:4566"]',
    layer: null,
  }
  expect((await draftOfTexts([compose])).draft.paste).toBe(compose.text)
})

it('an AWS IoT policy is of a certificate or identity, also where it is called a policy of the resource', async () => {
  const statement = { Effect: 'Allow', Action: 'iot:Connect', Resource: '*' }
  const iot = {
    name: 'thing',
    text: JSON.stringify({ Version: '2012-10-17', Statement: [statement] }),
    layer: 'resource' as const,
  }
  const { layers } = (await draftOfTexts([error, iot])).draft
  expect([layers.identity.state, layers.resource.state]).toEqual(['given', 'notGiven'])
})

it('of a queue and its key the queue’s policy is judged, where the key’s lets the service in, in whichever order they come', async () => {
  const failed = {
    name: 'error.txt',
    text: 'NumberOfNotificationsFailed is 9 for arn:aws:sns:eu-west-1:111122223333:bills, whose subscription is the SQS queue mail',
    layer: null,
  }
  const policy = (name: string, statement: object) => ({
    name,
    text: JSON.stringify({ Version: '2012-10-17', Statement: [{ Effect: 'Allow', ...statement }] }),
    layer: 'resource' as const,
  })
  const Principal = { Service: 'sns.amazonaws.com' }
  const key = policy('key', { Principal, Action: ['kms:Decrypt', 'kms:GenerateDataKey*'], Resource: '*' })
  const queue = policy('queue', {
    Principal,
    Action: 'sqs:SendMessage',
    Resource: 'arn:aws:sqs:eu-west-1:111122223333:mail',
    Condition: { ArnEquals: { 'aws:SourceArn': 'arn:aws:sns:eu-west-1:111122223333:bill' } },
  })
  for (const texts of [
    [failed, key, queue],
    [failed, queue, key],
  ])
    expect((await draftOfTexts(texts)).draft.layers.resource.policies.map(({ name }) => name)).toEqual(['queue'])
})
