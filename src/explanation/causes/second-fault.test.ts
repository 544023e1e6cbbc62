import { describe, expect, it } from 'vitest'
import { pastedCase, remedyOf } from '../../testing/pasted-case'
import { policyText } from '../../testing/statements'
import { plainText } from '../../text/phrase'

const ROLE = 'arn:aws:sts::111122223333:assumed-role/writer/one'

const denied = (action: string, on: string, why = 'because no identity-based policy allows the') =>
  `User: ${ROLE} is not authorized to perform: ${action} on resource: ${on} ${why} ${action} action`

const told = (paste: string, policies: Parameters<typeof pastedCase>[1]) => {
  const { fact, causes } = pastedCase(paste, policies).answer
  const second = causes.find(({ sentence }) => plainText(sentence).startsWith('There’s a second fault'))
  return {
    fact: plainText(fact?.sentence ?? []),
    says: plainText(second?.sentence ?? []),
    remedy: plainText(second?.remedy ?? []),
  }
}

describe('a second fault in what was pasted', () => {
  const sync = (objects: string) =>
    told(
      `$ aws s3 sync ./site s3://pages-9/docs/\nfatal error: An error occurred (AccessDenied) when calling the ListObjectsV2 operation: ${denied('s3:ListBucket', 'arn:aws:s3:::pages-9')}`,
      {
        identity: policyText(
          {
            Effect: 'Allow',
            Action: 's3:ListBucket',
            Resource: 'arn:aws:s3:::pages-9',
            Condition: { StringEquals: { 's3:prefix': 'docs' } },
          },
          { Effect: 'Allow', Action: 's3:PutObject', Resource: objects },
        ),
      },
    )

  it('is that the objects of an upload are not covered, where its list is refused first', () => {
    const { fact, remedy } = sync('arn:aws:s3:::pages-9/docs')
    expect(fact).toContain(
      'There’s a second fault: the same work needs s3:PutObject on arn:aws:s3:::pages-9/docs/<name>',
    )
    expect(remedy).toBe('Add arn:aws:s3:::pages-9/docs/* to that statement’s Resource.')
    expect(sync('arn:aws:s3:::pages-9/docs/*').says).toBe('')
  })

  const pass = (...roles: readonly string[]) =>
    told(
      `RegisterTaskDefinition: AccessDeniedException: ${denied('iam:PassRole', 'arn:aws:iam::111122223333:role/web-exec')}\n execution_role_arn = ".../web-exec"\n task_role_arn = ".../web-task"`,
      {
        identity: policyText({
          Effect: 'Allow',
          Action: 'iam:PassRole',
          Resource: roles.map((name) => `arn:aws:iam::111122223333:role/${name}`),
          Condition: { StringEquals: { 'iam:PassedToService': 'ecs.amazonaws.com' } },
        }),
      },
    )

  it('is that the other role of the same call may not be passed', () => {
    expect(pass('web-exec').remedy).toContain('arn:aws:iam::111122223333:role/web-task')
    // One condition keeps both out: one change lets both through.
    expect(pass('web-exec', 'web-task').says).toBe('')
  })

  const assume = (condition?: object, account = '444455556666') => {
    const role = `arn:aws:iam::${account}:role/ops/deploy`
    return told(
      `An error occurred (AccessDenied) when calling the AssumeRole operation: User: ${ROLE} is not authorized to perform: sts:AssumeRole on resource: ${role}`,
      {
        identity: policyText({ Effect: 'Allow', Action: 'sts:AssumeRole', Resource: role.replace('ops/', '') }),
        resource: policyText({
          Effect: 'Allow',
          Principal: { AWS: 'arn:aws:iam::111122223333:role/writer' },
          Action: 'sts:AssumeRole',
          ...(condition && { Condition: condition }),
        }),
      },
    )
  }

  it('is the condition of a role in another account that nothing shows to be met', () => {
    const { says, remedy } = assume({ StringEquals: { 'sts:ExternalId': 'team-7' } })
    expect(says).toContain('sts:ExternalId is team-7')
    expect(remedy).toContain('external id team-7')
    expect(assume().says).toBe('')
    // In one account the trust policy that names the role is enough.
    expect(assume({ StringEquals: { 'sts:ExternalId': 'team-7' } }, '111122223333').says).toBe('')
  })

  const byDenies = (...denies: readonly object[]) =>
    [
      `User: ${ROLE} is not authorized to perform: s3:CreateBucket on resource: arn:aws:s3:::raw-9 with an explicit deny in a permissions boundary`,
      {
        boundary: policyText(
          { Effect: 'Allow', Action: '*', Resource: '*' },
          ...denies.map((one) => ({ Effect: 'Deny', Resource: '*', ...one })),
        ),
      },
    ] as const

  it('is every other Deny that is sure to apply to the request, and one fix lifts them all', () => {
    const given = byDenies(
      { Sid: 'NoBuckets', Action: ['s3:CreateBucket', 's3:DeleteBucket'] },
      { Sid: 'Listed', NotAction: ['ec2:*', 'iam:*'] },
    )
    const { answer } = pastedCase(...given)
    expect(plainText(answer.fact?.sentence ?? [])).toMatch(/statement Listed\) denies this request too\.$/)
    expect(answer.causes.slice(0, 2).map(({ code }) => code)).toEqual(['deny-shown', 'deny-shown'])
    const first = plainText(remedyOf(...given).fixes[0]?.sentence ?? [])
    expect(first).toContain('NoBuckets')
    expect(first).toContain('Listed')
  })

  it('is no Deny of other actions', () => {
    const { answer } = pastedCase(
      ...byDenies({ Sid: 'NoBuckets', Action: 's3:CreateBucket' }, { Sid: 'NoKeys', Action: 'kms:*' }),
    )
    expect(plainText(answer.fact?.sentence ?? [])).not.toContain('too')
  })
})
