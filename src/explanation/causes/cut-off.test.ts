import { describe, expect, it } from 'vitest'
import { pastedCase, type GivenPolicies } from '../../testing/pasted-case'
import { explainRemedies } from '../fixes/remedies'
import { policyText } from '../../testing/statements'

const KEY = 'arn:aws:kms:eu-west-1:111122223333:key/6f0e1c22-1111-4222-8333-944455556666'
const allow = (Action: readonly string[], Resource: string) => ({ Effect: 'Allow', Action, Resource })
const WRITE = allow(['s3:PutObject'], 'arn:aws:s3:::depot/*')
const USE = allow(['kms:GenerateDataKey', 'kms:Decrypt'], KEY)
const PASTE =
  'aws s3api put-object --bucket depot --key a\nAn error occurred (AccessDenied) when calling the PutObject operation: Access Denied\nthe bucket uses SSE-KMS'

const firstOf = (given: GivenPolicies, paste = PASTE) => {
  const said = pastedCase(paste, given)
  return { cause: said.answer.causes[0], fix: explainRemedies({ ...said, together: null }).fixes[0] }
}

describe('what a limit cuts off of the further checks of a call', () => {
  it('is the cause where the role allows it and the limit does not, and is added there on the same key', () => {
    for (const limit of ['session', 'boundary'] as const) {
      const { cause, fix } = firstOf({ identity: policyText(WRITE, USE), [limit]: policyText(WRITE) })
      expect(cause).toMatchObject({ code: 's3-write-with-kms', layer: limit, ground: 'fact-shown', isRefuted: false })
      expect(cause?.statements).toEqual([
        { Effect: 'Allow', Action: ['kms:GenerateDataKey', 'kms:Decrypt'], Resource: KEY },
      ])
      expect(fix?.layer).toBe(limit)
    }
  })

  it('is none where the limit allows it, or the role lacks it itself', () => {
    expect(firstOf({ identity: policyText(WRITE, USE), session: policyText(WRITE, USE) }).cause?.layer).not.toBe(
      'session',
    )
    expect(firstOf({ identity: policyText(WRITE), session: policyText(WRITE) }).cause).toMatchObject({
      layer: 'identity',
    })
  })

  it('is none where nothing shows that the call makes the check', () => {
    const { cause } = firstOf({ identity: policyText(WRITE, USE), session: policyText(WRITE) }, PASTE.split('\nthe')[0])
    expect(cause?.layer).not.toBe('session')
  })
})
