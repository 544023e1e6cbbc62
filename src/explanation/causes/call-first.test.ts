import { describe, expect, it } from 'vitest'
import { explainRemedies } from '../fixes/remedies'
import { pastedCase } from '../../testing/pasted-case'
import { plainText } from '../../text/phrase'

const STREAM = 'arn:aws:firehose:eu-west-1:111122223333:deliverystream/clicks'

const put = (resource: string) =>
  `User: arn:aws:iam::111122223333:user/dana is not authorized to perform: firehose:PutRecord on resource: ${resource} because no identity-based policy allows the firehose:PutRecord action`

const allowing = (Action: string, Resource: string) =>
  JSON.stringify({ Version: '2012-10-17', Statement: [{ Effect: 'Allow', Action, Resource }] })

const told = (paste: string, identity: string) => {
  const { judged, answer } = pastedCase(paste, { identity })
  const { instructions, fixes, primary } = explainRemedies({ judged, answer, together: null })
  return {
    headline: plainText(answer.headline),
    code: answer.causes[0]?.code,
    first: plainText(instructions[0]?.sentence ?? []),
    fixes: fixes.length,
    primary: primary.kind,
  }
}

describe('a call that is itself what is wrong', () => {
  it('is made by another than was meant, also where the trust policy here proves that it lets only that one in', () => {
    const paste = (annotated: string) =>
      `User: arn:aws:sts::111122223333:assumed-role/workers/i-0a1b2c3d4e5f is not authorized to perform: sts:AssumeRole on resource: arn:aws:iam::444455556666:role/publish\nserviceaccount builder: eks.amazonaws.com/role-arn: arn:aws:iam::111122223333:role/${annotated}`
    const trust = JSON.stringify({
      Version: '2012-10-17',
      Statement: [
        { Effect: 'Allow', Principal: { AWS: 'arn:aws:iam::111122223333:role/builder' }, Action: 'sts:AssumeRole' },
      ],
    })
    const { judged, answer } = pastedCase(paste('builder'), { resource: trust })
    expect(answer).toMatchObject({ layer: 'trust', causes: [{ code: 'pod-without-its-role' }] })
    // The node is never let in for it.
    expect(explainRemedies({ judged, answer, together: null }).fixes).toEqual([])
    // Where the pod is to have the node's own role, it is the right caller.
    const asNode = pastedCase(paste('workers'), { resource: trust })
    expect(asNode.answer.causes[0]?.code).toBe('layer-lacks')
  })

  it('passes an ARN where a name belongs, and no policy is changed for it', () => {
    const one = told(put(`${STREAM.replace('clicks', '')}${STREAM}`), allowing('firehose:PutRecord', STREAM))
    expect(one).toMatchObject({ code: 'arn-in-an-arn', fixes: 0, primary: 'none' })
    expect(one.first).toContain('Pass clicks in the call')
    expect(one.headline).toContain('The call passes an ARN')
  })

  it('names a role without the path that the policy has', () => {
    const pass = (role: string) =>
      `User: arn:aws:iam::111122223333:user/dana is not authorized to perform: iam:PassRole on resource: arn:aws:iam::111122223333:role/${role}`
    const policy = allowing('iam:PassRole', 'arn:aws:iam::111122223333:role/service-role/builder')
    const one = told(pass('builder'), policy)
    expect(one).toMatchObject({ code: 'role-asked-without-path', fixes: 0 })
    expect(one.first).toContain('arn:aws:iam::111122223333:role/service-role/builder')
    expect(told(pass('runner'), policy).fixes).toBeGreaterThan(0)
  })

  it('is none where the policy only lacks the resource', () => {
    const one = told(put(STREAM), allowing('firehose:PutRecord', STREAM.replace('clicks', 'orders')))
    expect(one).toMatchObject({ code: 'layer-lacks', primary: 'apply-fix' })
  })
})
