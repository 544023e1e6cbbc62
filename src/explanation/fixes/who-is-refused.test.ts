import { describe, expect, it } from 'vitest'
import { pastedCase } from '../../testing/pasted-case'
import { explainRemedies } from './remedies'

const remedyOf = (paste: string) => explainRemedies({ ...pastedCase(paste), together: null })

const WHO = 'aws sts get-caller-identity'

const firstCommand = (paste: string) => {
  const { primary } = remedyOf(paste)
  return 'command' in primary ? primary.command.bash : null
}

describe('what is done first where a service states what it is', () => {
  it.each([
    'An error occurred (InvalidArgument) when calling the PutBucketNotificationConfiguration operation: Unable to validate the following destination configurations',
    'ERROR: Not authorized to get credentials of role arn:aws:iam::111122223333:role/copy',
    'SQL execution error: Error assuming AWS_ROLE. Please verify the role and externalId are configured correctly.',
  ])('nobody asks who the caller is, since another was refused: %s', (paste) => {
    const { steps } = remedyOf(paste)
    expect(steps.map(({ code }) => code)).not.toContain('who-am-i')
    expect(firstCommand(paste)).not.toBe(WHO)
  })

  it('asks who the caller is where it can have been refused', () =>
    expect(firstCommand('An error occurred (AccessDenied) when calling the PutItem operation: Access Denied')).toBe(
      WHO,
    ))

  it('looks first where the service leaves open what it is', () => {
    expect(firstCommand('An error occurred (TargetNotConnected): i-0abc12345678 is not connected.')).toMatch(
      /^aws ssm describe-instance-information/,
    )
    expect(firstCommand('The specified queue does not exist or you do not have access to it.')).toMatch(
      /^aws sqs list-queues/,
    )
  })

  it('tells nothing of the request before what the service says', () => {
    const { instructions } = remedyOf(
      "'arn:aws:iam::111122223333:role/flow' is not authorized to create managed-rule. (Service: AWSStepFunctions; Status Code: 400)",
    )
    expect(instructions).toEqual([])
  })
})
