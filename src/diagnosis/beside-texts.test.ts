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
