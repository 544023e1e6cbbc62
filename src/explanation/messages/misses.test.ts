import { describe, expect, it } from 'vitest'
import { plainText } from '../../text/phrase'
import { pastedCase } from '../../testing/pasted-case'

const IMAGE = 'arn:aws:ec2:eu-west-1::image/ami-0a1b2c3d'
const OWN = 'arn:aws:ec2:eu-west-1:111122223333:'

/** Why a policy that allows the launch on these resources does not reach the one asked. */
const factOf = (resource: string, written: readonly string[]): string => {
  const { answer } = pastedCase(
    `User: arn:aws:iam::111122223333:user/ana is not authorized to perform: ec2:RunInstances on resource: ${resource} because no identity-based policy allows the ec2:RunInstances action`,
    {
      identity: JSON.stringify({
        Version: '2012-10-17',
        Statement: [{ Effect: 'Allow', Action: 'ec2:RunInstances', Resource: written }],
      }),
    },
  )
  return plainText(answer.fact?.sentence ?? [])
}

describe('an ARN with a field that its type does not have', () => {
  it('is told among several', () => {
    expect(factOf(IMAGE, [`${OWN}instance/*`, `${OWN}image/*`])).toContain(
      `One is ${OWN}image/*, which names an account; ${IMAGE} has none, so it never matches.`,
    )
    expect(factOf(`${OWN}instance/i-0a`, ['arn:aws:ec2:eu-west-1::instance/*', 'arn:aws:ec2:*::image/*'])).toContain(
      'has no account and so never matches',
    )
  })

  it('is not told of another type, nor of another account', () => {
    expect(factOf(IMAGE, [`${OWN}instance/*`, `${OWN}subnet/*`])).not.toContain('never matches')
    expect(factOf(`${OWN}instance/i-0a`, ['arn:aws:ec2:eu-west-1:444455556666:instance/*', IMAGE])).not.toContain(
      'never matches',
    )
  })
})

it('tells a principal that names the role of the session but for the case of a letter', () => {
  const { answer } = pastedCase(
    'User: arn:aws:sts::111122223333:assumed-role/Reader/dev is not authorized to perform: kms:Decrypt on resource: arn:aws:kms:eu-west-1:111122223333:key/1111aaaa-22bb-33cc-44dd-5555eeee6666 because no resource-based policy allows the kms:Decrypt action',
    {
      resource: JSON.stringify({
        Version: '2012-10-17',
        Statement: [
          {
            Effect: 'Allow',
            Principal: { AWS: ['arn:aws:iam::111122223333:role/writer', 'arn:aws:iam::111122223333:role/reader'] },
            Action: 'kms:Decrypt',
            Resource: '*',
          },
        ],
      }),
    },
  )
  expect(plainText(answer.fact?.sentence ?? [])).toContain(
    'names arn:aws:iam::111122223333:role/reader, which differs from arn:aws:iam::111122223333:role/Reader only in case.',
  )
})
