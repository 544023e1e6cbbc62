import { describe, expect, it } from 'vitest'
import type { AccessCase } from '../../case/access-case'
import { evaluate } from '../../evaluation/evaluate'
import { plainText } from '../../text/phrase'
import { pastedCase, type GivenPolicies } from '../../testing/pasted-case'
import { answerFixes } from './answer-fixes'
import { explainFixes } from './explain-fixes'
import { fixText } from './copied-text'
import { fixForms } from './fix-forms'
import { policyText } from '../../testing/statements'

const denied = (action: string, resource: string, ending: string): string =>
  `An error occurred (AccessDenied) when calling the operation: User: arn:aws:iam::111122223333:user/maya is not authorized to perform: ${action} on resource: ${resource} because ${ending}`

const firstFix = (paste: string, given: GivenPolicies = {}) => {
  const { judged, answer } = pastedCase(paste, given)
  const [fix] = answerFixes(judged, answer)
  if (fix === undefined) throw new Error('no fix')
  return { fix, forms: fixForms(judged, fix), said: plainText([...fix.sentence, { text: ' ' }, ...fix.proof]) }
}

describe('a fix of a policy that is not given', () => {
  const ofBucket = denied(
    's3:GetObject',
    'arn:aws:s3:::tiles/1.png',
    'no resource-based policy allows the s3:GetObject action',
  )
  const ofBoundary = denied(
    's3:GetObject',
    'arn:aws:s3:::tiles/1.png',
    'no permissions boundary allows the s3:GetObject action',
  )
  const ofIdentity = denied(
    's3:GetObject',
    'arn:aws:s3:::tiles/1.png',
    'no identity-based policy allows the s3:GetObject action',
  )

  it.each([
    ['resource', ofBucket],
    ['boundary', ofBoundary],
  ])('is a statement to add to it where a new %s policy would replace it', (layer, paste) => {
    const { fix, forms, said } = firstFix(paste)
    expect([fix.layer, fix.changes[0]?.isIntoUnseen]).toEqual([layer, true])
    expect(JSON.parse(fixText(fix.changes))).toEqual(fix.statement)
    expect(said).toMatch(/^Add a statement to .*(would replace the old one|would remove everything else)/)
    expect([forms.cli, forms.terraform, forms.cdk]).toEqual([[], null, null])
  })

  it('is a policy of its own where one more adds to the others', () => {
    const { fix, forms } = firstFix(ofIdentity)
    expect(fix.changes[0]?.isIntoUnseen).toBeUndefined()
    expect(JSON.parse(fixText(fix.changes))).toEqual({ Version: '2012-10-17', Statement: [fix.statement] })
    expect(forms.cli[0]?.bash).toContain('put-user-policy')
  })

  it('never takes the place of the policy of another resource that was pasted for it', () => {
    const queue = { Effect: 'Allow', Principal: { AWS: '444455556666' }, Action: 'sqs:*', Resource: '*' }
    const { fix } = firstFix(ofBucket, { resource: policyText(queue) })
    expect([fix.layer, fix.changes[0]?.isIntoUnseen, fix.isSupposed]).toEqual(['resource', true, true])
  })

  it('is never proven by putting another policy in the place of the one that is there', () => {
    const everyone = { Effect: 'Allow', Principal: '*', Resource: '*' }
    const accessCase: AccessCase = {
      version: 1,
      request: {
        principal: 'arn:aws:iam::444455556666:user/carol',
        action: 'sqs:SendMessage',
        resource: 'arn:aws:sqs:eu-west-1:111122223333:orders',
      },
      policies: { resource: { name: 'p', document: policyText({ ...everyone, Action: ['ec2:*', 's3:ListBucket'] }) } },
    }
    const fixes = explainFixes({ accessCase, evaluation: evaluate(accessCase), denial: null })
    const ofResource = fixes.filter(({ layer }) => layer === 'resource')
    expect(ofResource.length).toBeGreaterThan(0)
    for (const { changes, isSupposed } of ofResource)
      expect([changes[0]?.policy === null, changes[0]?.isIntoUnseen, isSupposed]).toEqual([true, true, true])
  })

  it('changes the policy itself where it is given', () => {
    const other = {
      Effect: 'Allow',
      Principal: { AWS: '444455556666' },
      Action: 's3:GetObject',
      Resource: 'arn:aws:s3:::tiles/*',
    }
    const { fix } = firstFix(ofBucket, { resource: policyText(other) })
    expect(fix.changes[0]?.isIntoUnseen).toBeUndefined()
    expect(JSON.parse(fixText(fix.changes))).toMatchObject({ Statement: [other, fix.statement] })
  })
})
