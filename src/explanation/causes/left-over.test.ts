import { describe, expect, it } from 'vitest'
import { pastedCase } from '../../testing/pasted-case'
import { policyText } from '../../testing/statements'
import { plainText } from '../../text/phrase'

const receive = (queue: string) =>
  pastedCase(
    `An error occurred (AccessDenied) when calling the ReceiveMessage operation: Access Denied\nthe queue ${queue}`,
    {
      identity: policyText({
        Effect: 'Allow',
        Action: 'sqs:*',
        Resource: 'arn:aws:sqs:eu-west-1:111122223333:letters',
      }),
    },
  ).answer

describe('an Allow on one thing, where the error names none', () => {
  it('leaves the answer open where the text names that thing: what is left then is only possible', () => {
    const { basis, fact, causes } = receive('letters')
    expect(basis).toBe('open')
    expect(plainText(fact!.sentence)).toMatch(/^Policy 1 allows sqs:ReceiveMessage on what your text names\./)
    expect(fact?.line).toEqual(expect.any(Number))
    expect(causes.map(({ code }) => code)).not.toContain('allow-unmet')
  })

  it('is the likely cause where the text names another, though its name begins alike', () => {
    const { basis, decision, layer, causes } = receive('letters-v2')
    expect([basis, decision, layer]).toEqual(['likely', 'implicitDeny', 'identity'])
    expect(causes[0]?.code).toBe('allow-unmet')
    expect(plainText(causes[0]!.sentence)).toContain('letters, covers the resource of this request')
  })
})
