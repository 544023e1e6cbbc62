import { expect, it } from 'vitest'
import { pastedCase } from '../../testing/pasted-case'
import { plainText } from '../../text/phrase'

const INSTANCE = 'arn:aws:ec2:eu-west-1:111122223333:instance/i-0a1b2c3d'

/** What is to be done where an instance has to have a tag that names its owner as the policy writes it. */
const remedyOf = (caller: string, owner: string): string => {
  const { answer } = pastedCase(
    `User: ${caller} is not authorized to perform: ec2:StopInstances on resource: ${INSTANCE} because no identity-based policy allows the ec2:StopInstances action`,
    {
      identity: JSON.stringify({
        Version: '2012-10-17',
        Statement: {
          Effect: 'Allow',
          Action: 'ec2:StopInstances',
          Resource: '*',
          Condition: { StringEquals: { 'ec2:ResourceTag/Owner': owner } },
        },
      }),
    },
  )
  return plainText(answer.causes[0]?.remedy ?? [])
}

it('says what a variable stands for in the tag that the resource is to get', () => {
  const user = 'arn:aws:iam::111122223333:user/ana'
  expect(remedyOf(user, '${aws:username}')).toBe('Tag the resource so that ec2:ResourceTag/Owner is ana.')
  expect(remedyOf(user, 'team-${aws:username}${*}')).toBe(
    'Tag the resource so that ec2:ResourceTag/Owner is team-ana*.',
  )
})

it('leaves a variable that has no known value as it is written', () => {
  expect(remedyOf('arn:aws:sts::111122223333:assumed-role/ops/one', '${aws:username}')).not.toContain('is ops')
  expect(remedyOf('arn:aws:iam::111122223333:user/ana', '${aws:PrincipalTag/team}')).toContain(
    '${aws:PrincipalTag/team}',
  )
})
