import { describe, expect, it } from 'vitest'
import { parseDenials } from '../../../denial/parse-denials'
import { jointPolicy } from '../../../explanation/fixes/joint-policy'
import { callsTogether } from './calls-together'

const refusal = (action: string, resource: string, role = 'tf-apply', why = 'no identity-based policy allows') =>
  `Error: User: arn:aws:sts::123456789012:assumed-role/${role}/run-1 is not authorized to perform: ${action} on resource: ${resource} because ${why} the ${action} action`

const together = (...lines: readonly string[]) => {
  const paste = lines.join('\n\n')
  return callsTogether(paste, parseDenials(paste))
}
const role = refusal('iam:CreateRole', 'arn:aws:iam::123456789012:role/web')
const tag = refusal('iam:TagRole', 'arn:aws:iam::123456789012:role/web')
const queue = refusal('sqs:CreateQueue', 'arn:aws:sqs:eu-west-1:123456789012:jobs')

describe('callsTogether', () => {
  it('takes denials of one caller as one, with a statement for each resource and no more', () => {
    const found = together(role, tag, queue)!
    expect(found.caller).toBe('role tf-apply')
    expect(JSON.parse(jointPolicy(found.calls))).toEqual({
      Version: '2012-10-17',
      Statement: [
        {
          Effect: 'Allow',
          Action: ['iam:CreateRole', 'iam:TagRole'],
          Resource: 'arn:aws:iam::123456789012:role/web',
        },
        { Effect: 'Allow', Action: 'sqs:CreateQueue', Resource: 'arn:aws:sqs:eu-west-1:123456789012:jobs' },
      ],
    })
  })

  it.each([
    ['one denial', [role]],
    ['two callers', [role, refusal('sqs:CreateQueue', 'arn:aws:sqs:eu-west-1:123456789012:jobs', 'other')]],
    [
      'another layer',
      [
        role,
        refusal(
          'sqs:CreateQueue',
          'arn:aws:sqs:eu-west-1:123456789012:jobs',
          'tf-apply',
          'no permissions boundary allows',
        ),
      ],
    ],
  ])('is none of %s', (_what, lines) => {
    expect(together(...lines)).toBeNull()
  })
})
