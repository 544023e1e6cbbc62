import { describe, expect, it } from 'vitest'
import { pastedCase } from '../../testing/pasted-case'
import { explainRemedies } from './remedies'

const QUEUE = 'arn:aws:sqs:eu-west-1:444455556666:orders'
const FUNCTION = 'arn:aws:lambda:eu-west-1:111122223333:function:out'

const firstOf = (caller: string, condition: object) => {
  const { judged, answer } = pastedCase(
    `User: ${caller} is not authorized to perform: sqs:SendMessage on resource: ${QUEUE} because no resource-based policy allows the sqs:SendMessage action`,
    {
      resource: JSON.stringify({
        Version: '2012-10-17',
        Statement: {
          Effect: 'Allow',
          Principal: { AWS: 'arn:aws:iam::111122223333:root' },
          Action: 'sqs:SendMessage',
          Resource: QUEUE,
          Condition: condition,
        },
      }),
    },
  )
  return explainRemedies({ judged, answer, together: null }).fixes[0]?.statement ?? null
}

// Only a service that calls for a thing carries it. https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html#condition-keys-sourcearn
describe('a test of what a service calls for, where a role calls itself', () => {
  const ROLE = 'arn:aws:sts::111122223333:assumed-role/out/one'
  const source = { ArnEquals: { 'aws:SourceArn': FUNCTION } }

  it('has no place in the statement that names the role: it could never be met', () => {
    expect(firstOf(ROLE, source)).toMatchObject({
      Principal: { AWS: 'arn:aws:iam::111122223333:role/out' },
      Action: 'sqs:SendMessage',
      Resource: QUEUE,
    })
    expect(firstOf(ROLE, source)).not.toHaveProperty('Condition')
  })

  it('leaves the other tests of the statement as they are', () => {
    const tests = { ...source, IpAddress: { 'aws:SourceIp': '203.0.113.0/24' } }
    expect(firstOf(ROLE, tests)).toMatchObject({ Condition: { IpAddress: { 'aws:SourceIp': '203.0.113.0/24' } } })
  })

  it('stays where it is a service that calls', () => {
    const made = firstOf('events.amazonaws.com', source)
    expect(made?.['Principal']).not.toEqual({ AWS: 'arn:aws:iam::111122223333:role/out' })
    expect(made === null || made['Condition'] !== undefined).toBe(true)
  })
})
