import { describe, expect, it } from 'vitest'
import { pastedCase, type GivenPolicies } from '../../testing/pasted-case'
import { plainText } from '../../text/phrase'

const CALLER = 'arn:aws:sts::111122223333:assumed-role/app/one'
const QUEUE = 'arn:aws:sqs:ap-south-2:111122223333:jobs'
const denied = (resource: string, how: string, who = CALLER) =>
  `User: ${who} is not authorized to perform: sqs:CreateQueue on resource: ${resource} ${how}`
const BY_SCP = 'with an explicit deny in a service control policy'
const policy = (statement: object) => JSON.stringify({ Version: '2012-10-17', Statement: [statement] })
const hints = (paste: string, given: GivenPolicies = {}) =>
  pastedCase(paste, given)
    .answer.notes.map(plainText)
    .filter((note) => note.startsWith('Often '))

describe('what usually denies so', () => {
  it('is told of a Deny that nobody pasted: an SCP for Regions where the ARN has one', () => {
    expect(hints(denied(QUEUE, BY_SCP))).toEqual([expect.stringContaining('aws:RequestedRegion')])
    expect(hints(denied('arn:aws:s3:::depot', BY_SCP))).toEqual([])
    expect(hints(denied(QUEUE, 'because no service control policy allows the sqs:CreateQueue action'))).toEqual([])
  })

  it('is a policy that asks for MFA where a user calls, whose keys carry none; a role’s session is none', () => {
    const byPolicy = 'with an explicit deny in an identity-based policy'
    const user = 'arn:aws:iam::111122223333:user/dana'
    expect(hints(denied(QUEUE, byPolicy, user))).toEqual([expect.stringContaining('without MFA')])
    expect(hints(denied(QUEUE, byPolicy))).toEqual([])
  })

  it('is not told beside the Deny itself, or another guard of the layer', () => {
    const other = policy({
      Effect: 'Deny',
      Action: 'sqs:*',
      Resource: '*',
      Condition: { StringNotEquals: { 'aws:PrincipalTag/team': 'north' } },
    })
    expect(hints(denied(QUEUE, BY_SCP), { scp: other })).toEqual([])
  })
})
