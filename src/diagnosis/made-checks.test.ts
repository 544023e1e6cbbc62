import { describe, expect, it } from 'vitest'
import { EMPTY_DRAFT } from '../draft/draft'
import { buildCase } from '../draft/build/build-case'
import { takePaste } from '../draft/paste/take-paste'
import { diagnose } from './diagnose'
import { checksOfBuilt } from './made-checks'

const checksOf = (paste: string) =>
  checksOfBuilt(buildCase(takePaste(EMPTY_DRAFT, paste).draft)).map(({ action, resource }) => `${action} ${resource}`)

const TEMPLATE = `
Resources:
  Thumbs:
    Type: AWS::IAM::Role
    Properties:
      RoleName: thumbs
`
const caller = 'arn:aws:sts::111122223333:assumed-role/thumbs/one'

describe('the checks of the call that failed', () => {
  it('are none of the resources of a template that stands around a policy', () => {
    const error = `User: ${caller} is not authorized to perform: s3:GetObject on resource: arn:aws:s3:::pics/cat.jpg`
    expect(checksOf(error + TEMPLATE).filter((check) => check.startsWith('iam:'))).toEqual([])
  })

  it('never give the key of a further check to the call itself', () => {
    const key = 'arn:aws:kms:eu-west-1:111122223333:key/11111111-2222-3333-4444-555555555555'
    const error = `An error occurred (AccessDenied) when calling the GetObject operation: User: ${caller} is not authorized to perform: kms:Decrypt on resource: ${key}`
    expect(checksOf(error)).toContain(`kms:Decrypt ${key}`)
    expect(checksOf(error)).not.toContain(`s3:GetObject ${key}`)
  })

  it('are of the object that AWS names, also where they depend on what the call sets', () => {
    const object = 'arn:aws:s3:::pics/cats/one.jpg'
    const error = `An error occurred (AccessDenied) when calling the PutObject operation: User: ${caller} is not authorized to perform: s3:PutObject on resource: "${object}" because no identity-based policy allows the s3:PutObject action`
    expect(checksOf(error)).toEqual(
      expect.arrayContaining([`s3:PutObjectAcl ${object}`, `s3:PutObjectTagging ${object}`]),
    )
  })

  it('are not of the key that AWS names, where that is a further check', () => {
    const error = `An error occurred (AccessDenied) when calling the PutObject operation: User: ${caller} is not authorized to perform: kms:GenerateDataKey on resource: arn:aws:kms:eu-west-1:111122223333:key/11111111-2222-3333-4444-555555555555`
    expect(checksOf(error).filter((check) => /^s3:.*:kms:/.test(check))).toEqual([])
  })

  it('are those of the template’s resource where AWS refused its creation', () => {
    const error = `User: ${caller} is not authorized to perform: iam:CreateRole on resource: arn:aws:iam::111122223333:role/app/thumbs`
    expect(checksOf(error + TEMPLATE)).toContain('iam:CreateRole arn:aws:iam::111122223333:role/app/thumbs')
  })

  it('have the ARN that AWS names, and not a second one without its path', () => {
    const error = `An error occurred (AccessDenied) when calling the CreateRole operation: User: ${caller} is not authorized to perform: iam:CreateRole on resource: arn:aws:iam::111122223333:role/app/thumbs`
    expect(checksOf(error + TEMPLATE).filter((check) => check.startsWith('iam:CreateRole '))).toEqual([
      'iam:CreateRole arn:aws:iam::111122223333:role/app/thumbs',
    ])
  })
})

it('asks nothing of the operation of a role that a service refused for what the role does itself', () => {
  const error =
    "UpdateStateMachine, AccessDeniedException: 'arn:aws:iam::111122223333:role/nightly' is not authorized to create managed-rule."
  const policy = JSON.stringify({
    Version: '2012-10-17',
    Statement: [
      { Effect: 'Allow', Action: ['ecs:RunTask', 'ecs:StopTask'], Resource: '*' },
      {
        Effect: 'Allow',
        Action: ['events:PutTargets', 'events:PutRule', 'events:DescribeRule'],
        Resource: 'arn:aws:events:eu-west-1:111122223333:rule/StepFunctionsGetEventsForStepFunctionsExecutionRule',
      },
    ],
  })
  const { built, explanation } = diagnose(takePaste(EMPTY_DRAFT, `${error}\n\n${policy}`).draft)
  expect(built?.accessCase.request.action).toBe('events:PutRule')
  expect(explanation?.answer.causes[0]?.code).toBe('state-machine-managed-rule')
})
