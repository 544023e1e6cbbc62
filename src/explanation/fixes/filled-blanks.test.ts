import { describe, expect, it } from 'vitest'
import { pastedCase } from '../../testing/pasted-case'
import { answerFixes } from './answer-fixes'
import { blankFiller } from './filled-blanks'
import { answerInstructions } from './instructions'
import { policyText } from '../../testing/statements'

const allow = (action: string, resource: string | readonly string[]) => ({
  Effect: 'Allow',
  Action: action,
  Resource: resource,
})

const refused = (principal: string, action: string, resource: string): string =>
  `User: ${principal} is not authorized to perform: ${action} on resource: ${resource} because no identity-based policy allows the ${action} action`

const APP = 'arn:aws:sts::****:assumed-role/app/x'

/** The resource that the first fix of an error names, beside an identity-based policy. */
const offered = (error: string, ...statements: readonly object[]): unknown => {
  const { judged, answer } = pastedCase(error, { identity: policyText(...statements) })
  return answerFixes(judged, answer)[0]?.statement?.Resource
}

describe('an account behind a mask', () => {
  const TABLE = 'arn:aws:dynamodb:eu-west-1:****:table/orders'
  const there = (account: string) => `arn:aws:dynamodb:eu-west-1:${account}:table/order`

  it('is that in which the policies name things of the same kind', () =>
    expect(offered(refused(APP, 'dynamodb:GetItem', TABLE), allow('dynamodb:GetItem', there('111122223333')))).toBe(
      'arn:aws:dynamodb:eu-west-1:111122223333:table/orders',
    ))

  it.each([
    ['they name several', ['111122223333', '444455556666'], APP],
    ['it is an example’s', ['123456789012'], APP],
    ['the caller is of another one', ['111122223333'], 'arn:aws:sts::444455556666:assumed-role/app/x'],
  ])('stays a blank where %s', (_, accounts, principal) =>
    expect(offered(refused(principal, 'dynamodb:GetItem', TABLE), allow('dynamodb:GetItem', accounts.map(there)))).toBe(
      'arn:aws:dynamodb:eu-west-1:<account>:table/orders',
    ),
  )

  it('is not that of a role which the policies name: roles are assumed across accounts', () =>
    expect(
      offered(
        refused(APP, 'sts:AssumeRole', 'arn:aws:iam::****:role/target'),
        allow('sts:AssumeRole', 'arn:aws:iam::444455556666:role/vendor'),
      ),
    ).toBe('arn:aws:iam::<account>:role/target'))

  it('is the one that has the digits which the mask leaves', () => {
    const error = refused(APP, 'sqs:SendMessage', 'arn:aws:sqs:eu-west-1:********3333:orders')
    const other = allow('sqs:SendMessage', 'arn:aws:sqs:eu-west-1:444455556666:other')
    const told = `${error}\nThe queue is in 111122223333, the caller in 444455556666.`
    expect(offered(told, other)).toBe('arn:aws:sqs:eu-west-1:111122223333:orders')
    expect(offered(error, other)).toBe('arn:aws:sqs:eu-west-1:<account>:orders')
  })
})

describe('a blank', () => {
  const filled = (text: string, written: string): string => blankFiller(pastedCase(text).judged)(written)

  it.each([
    ['--client_id rig-7', 'arn:aws:iot:eu-west-1:111122223333:client/<client id>', 'client/rig-7'],
    ['device arn:aws:iam::111122223333:mfa/noa', "--serial-number '<ARN of the MFA device>'", 'mfa/noa'],
    [
      'Role arn:aws:iam::111122223333:role/cdk-hnb659fds-cfn-exec-role-111122223333-us-east-2 is invalid or cannot be assumed',
      'aws://<account>/<region>',
      'aws://111122223333/us-east-2',
    ],
    [
      'docker login 111122223333.dkr.ecr.us-east-1.amazonaws.com\ndocker push 111122223333.dkr.ecr.eu-west-1.amazonaws.com/web:1',
      '--region <region>',
      '--region eu-west-1',
    ],
    [
      'TagSpecification.1.Tag.2.Key=stage&TagSpecification.1.Tag.2.Value=STG',
      'Tags=[{Key=stage,Value=<value>}]',
      'Value=STG',
    ],
    ['tags = {\n  stage = "STG"\n}', 'Tags=[{Key=stage,Value=<value>}]', 'Value=STG'],
  ])('is filled with what the text says: %s', (text, written, value) =>
    expect(filled(`AccessDenied: ${text}`, written)).toContain(value),
  )

  it.each([
    ['--client_id rig-7 and --client_id rig-8', 'client/<client id>'],
    ['--client_id your-client-id', 'client/<client id>'],
    ['first in eu-west-1, then in us-east-1', '--region <region>'],
    ['s3://photos/2026/a.png', 'arn:aws:kms:eu-west-1:111122223333:key/<key>'],
    ['Key=team,Value=blue', 'Tags=[{Key=stage,Value=<value>}]'],
    ['docker pull 111122223333.dkr.ecr.eu-west-1.amazonaws.com/web:1', 'docker login <registry>'],
  ])('stays where the text says several, another or an example: %s', (text, written) =>
    expect(filled(`AccessDenied: ${text}`, written)).toBe(written),
  )

  it('is filled in the commands of instructions, which then need no quotes', () => {
    const { judged, answer } = pastedCase(
      'An error occurred (ValidationError) when calling the DeleteStack operation: Role arn:aws:iam::111122223333:role/cdk-hnb659fds-cfn-exec-role-111122223333-us-east-2 is invalid or cannot be assumed',
    )
    const commands = answerInstructions(judged, answer).flatMap((one) => one.commands.map(({ bash }) => bash))
    expect(commands).toContain('cdk bootstrap aws://111122223333/us-east-2')
  })
})
