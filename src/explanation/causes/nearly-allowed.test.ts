import { describe, expect, it } from 'vitest'
import { plainText } from '../../text/phrase'
import { answerFixes } from '../fixes/answer-fixes'
import { pastedCase } from '../../testing/pasted-case'

const role = 'arn:aws:iam::111122223333:role/app'
const error =
  'User: arn:aws:sts::111122223333:assumed-role/app/s is not authorized to perform: s3:GetObject on resource: "arn:aws:s3:::acme-data/x" because no identity-based policy allows the s3:GetObject action'
const bucket = (principal: string, resource: string, action = 's3:GetObject') =>
  JSON.stringify({
    Version: '2012-10-17',
    Statement: [{ Effect: 'Allow', Principal: { AWS: principal }, Action: action, Resource: resource }],
  })
const asked = (resource: string) => {
  const { judged, answer } = pastedCase(error, { resource })
  return { answer, causes: answer.causes.map(({ layer }) => layer), fixes: answerFixes(judged, answer) }
}

describe('a bucket policy that nearly allows, where AWS names the policies of the caller', () => {
  it('is a cause of its own beside AWS’s word, with the statement that mends it', () => {
    const { answer, causes, fixes } = asked(bucket(role, 'arn:aws:s3:::acme-data'))
    expect(answer).toMatchObject({ basis: 'claimed', layer: 'identity' })
    expect(causes).toContain('resource')
    expect(plainText(answer.causes.find(({ layer }) => layer === 'resource')!.sentence)).toContain('not on its objects')
    expect(fixes.map(({ layer, isSupposed }) => [layer, isSupposed])).toContainEqual(['resource', true])
  })

  it('is none where it is for somebody else, or two things are missing', () => {
    expect(asked(bucket('arn:aws:iam::111122223333:role/other', 'arn:aws:s3:::acme-data/*')).causes).toEqual([
      'identity',
    ])
    expect(asked(bucket(role, 'arn:aws:s3:::acme-data', 's3:PutObject')).causes).toEqual(['identity'])
  })
})
