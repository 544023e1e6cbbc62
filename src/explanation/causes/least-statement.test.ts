import { describe, expect, it } from 'vitest'
import { pastedCase } from '../../testing/pasted-case'
import { roleTaker } from './least-statement'

const REFUSED =
  'User: arn:aws:sts::111122223333:assumed-role/deploy/ci is not authorized to perform: iam:PassRole on resource: arn:aws:iam::111122223333:role/app because no identity-based policy allows the iam:PassRole action'

const takerOf = (text: string): string | null => roleTaker(pastedCase(text).judged)

describe('the service that gets a role', () => {
  it.each([
    [`CREATE_FAILED AWS::Lambda::Function Resize "${REFUSED}"`, 'lambda.amazonaws.com'],
    [`CREATE_FAILED AWS::ECS::TaskDefinition Web "${REFUSED}"`, 'ecs-tasks.amazonaws.com'],
    [`Error: ${REFUSED}\n with aws_codebuild_project.build,`, 'codebuild.amazonaws.com'],
    // What hands no role over says nothing of it, beside what does.
    [
      `aws_iam_role.app: Creation complete\naws_lambda_function.f: Creating...\nError: ${REFUSED}`,
      'lambda.amazonaws.com',
    ],
  ])('is what the template makes: %s', (text, taker) => {
    expect(takerOf(text)).toBe(taker)
  })

  const takerBeside = (...actions: readonly string[]): string | null => {
    const identity = JSON.stringify({
      Version: '2012-10-17',
      Statement: [{ Effect: 'Allow', Action: actions, Resource: '*' }],
    })
    return roleTaker(pastedCase(REFUSED, { identity }).judged)
  }

  it('is that of the one kind of calls which hand roles over and which the caller may make', () => {
    expect(takerBeside('iam:CreateInstanceProfile', 'iam:AddRoleToInstanceProfile')).toBe('ec2.amazonaws.com')
    expect(takerBeside('lambda:CreateFunction', 's3:*Object')).toBe('lambda.amazonaws.com')
  })

  it('is not known where the caller may make several kinds, or any', () => {
    expect(takerBeside('lambda:CreateFunction', 'codebuild:CreateProject')).toBeNull()
    expect(takerBeside('lambda:CreateFunction', 'glue:*')).toBeNull()
    // IAM does not tell the letter case of actions apart.
    expect(takerBeside('lambda:CreateFunction', 'glue:create*')).toBeNull()
    expect(takerBeside('lambda:CreateFunction', '*')).toBeNull()
    expect(takerBeside('s3:GetObject')).toBeNull()
  })

  it('is not known of several, or of none', () => {
    expect(takerOf(`aws_lambda_function.f aws_codebuild_project.build\nError: ${REFUSED}`)).toBeNull()
    expect(takerOf(REFUSED)).toBeNull()
  })
})
