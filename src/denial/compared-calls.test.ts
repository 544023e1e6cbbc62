import { describe, expect, it } from 'vitest'
import { parseDenials } from './parse-denials'

const ERROR =
  'Error: Error putting S3 policy: AccessDenied: Access Denied\n\tstatus code: 403, request id: 84C0WQ1TBEXAMPLE, host id: x\n\n'
const actionsIn = (text: string) => parseDenials(text).map(({ inferred }) => inferred.action)

describe('a person who tells which calls go through, and which do not', () => {
  it('below an error, the error says what was refused', () => {
    expect(
      actionsIn(`${ERROR}CreateBucket works with the same role; the policy doesn't, the trail says AccessDenied.`),
    ).toEqual(['s3:PutBucketPolicy'])
  })

  it('without an error above, it is all that is told', () => {
    const [told] = parseDenials("The role can't write to the bucket: access denied by AWS.")
    expect(told?.kind).toBe('denial-no-detail')
  })

  it('a command that works is not the one that was refused', () => {
    const refused = 'SASL authentication failed: Access denied\nmechanism AWS_MSK_IAM\n'
    const actions = (text: string) => parseDenials(text).map(({ inferred, action }) => action ?? inferred.action)
    expect(actions(`${refused}aws kafka list-clusters works with that role`)).not.toContain('kafka:ListClusters')
    expect(actions(`aws kafka list-clusters --region eu-west-1\n${refused}`)).toContain('kafka:ListClusters')
  })
})
