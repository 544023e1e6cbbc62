import { describe, expect, it } from 'vitest'
import { pastedCase } from '../../testing/pasted-case'
import { plainText } from '../../text/phrase'

const POLICY = JSON.stringify({
  Version: '2012-10-17',
  Statement: {
    Effect: 'Allow',
    Action: ['ec2:StartInstances', 'ec2:StopInstances'],
    Resource: '*',
    Condition: { StringEquals: { 'aws:ResourceTag/Owner': '${aws:username}' } },
  },
})

const answerOf = (caller: string, policy = POLICY) => {
  const { answer } = pastedCase(
    `User: arn:aws:${caller} is not authorized to perform: ec2:StartInstances on resource: arn:aws:ec2:eu-west-1:111122223333:instance/i-0aa12bb34cc56dd78 because no identity-based policy allows the ec2:StartInstances action\n\n${policy}`,
  )
  return {
    basis: answer.basis,
    codes: answer.causes.map(({ code }) => code),
    says: plainText(answer.causes[0]!.remedy),
  }
}

describe('a tag that is compared with a variable', () => {
  it('is proven to miss where the caller has no such key, and nobody is told to tag the resource', () => {
    const { basis, codes, says } = answerOf('sts::111122223333:assumed-role/AWSReservedSSO_Dev_9a8b7c6d5e4f3a2b/mara')
    expect(basis).toBe('proven')
    expect(codes).not.toContain('tag-that-the-resource-lacks')
    expect(says).toContain('no aws:username')
    expect(says).toContain('${aws:PrincipalTag/<key>}')
  })

  it('is what the resource may lack where the caller has the key', () => {
    const { basis, says } = answerOf('iam::111122223333:user/mara')
    expect(basis).not.toBe('proven')
    expect(says).toContain('Tag the resource')
  })

  it.each([
    ['iam::111122223333:user/mara', 'tag the user'],
    ['sts::111122223333:assumed-role/ops/mara', 'transitive tags'],
  ])('of the caller is missed where either of the two is missing: of %s', (caller, source) => {
    const { says } = answerOf(caller, POLICY.replace('${aws:username}', '${aws:PrincipalTag/Owner}'))
    expect(says).toContain('Compare the two tags')
    expect(says).toContain(source)
  })
})
