import { describe, expect, it } from 'vitest'
import { pastedCase } from '../../testing/pasted-case'
import { plainText } from '../../text/phrase'
import { policyText } from '../../testing/statements'

const trusts = (service: string) =>
  policyText({ Effect: 'Allow', Principal: { Service: service }, Action: 'sts:AssumeRole' })

const LAMBDA =
  'An error occurred (InvalidParameterValueException) when calling the CreateFunction operation: The role defined for the function cannot be assumed by Lambda.'
const BUILD =
  'Error calling startBuild: CodeBuild is not authorized to perform: sts:AssumeRole on service role. Please verify that: 1) The provided service role exists'

const asked = (paste: string, trust: string) => pastedCase(paste, { resource: trust }).answer

describe('a service that can’t assume a role which trusts it', () => {
  it('was given another role, or a new one: nothing is added to the trust policy', () => {
    for (const [paste, service] of [
      [LAMBDA, 'lambda.amazonaws.com'],
      [BUILD, 'codebuild.amazonaws.com'],
    ] as const) {
      const { causes, layer } = asked(paste, trusts(service))
      expect([causes[0]?.code, layer]).toEqual(['trusted-already', 'none'])
      expect(plainText(causes[0]?.remedy ?? [])).toMatch(/^Leave the trust policy as it is/)
    }
  })

  it('has a role that lacks what the service checks, where the role’s own policy is here and shows that', () => {
    const paste =
      'Error: updating API Gateway Account: BadRequestException: The role ARN does not have required permissions configured. Please grant trust permission for API Gateway and add the required role policy.'
    const trust = trusts('apigateway.amazonaws.com')
    const some = policyText({ Effect: 'Allow', Action: 'logs:PutLogEvents', Resource: '*' })
    const all = policyText({ Effect: 'Allow', Action: 'logs:*', Resource: '*' })
    const lacking = pastedCase(paste, { resource: trust, identity: some }).answer
    expect([lacking.causes[0]?.code, lacking.layer]).toEqual(['api-logging-role', 'identity'])
    expect(plainText(lacking.causes[0]?.sentence ?? [])).toContain('logs:CreateLogGroup')
    expect(pastedCase(paste, { resource: trust, identity: all }).answer.causes[0]?.code).toBe('trusted-already')
  })

  it('was given the one of another path, where the text names both', () => {
    const both = `${BUILD}\n"arn:aws:iam::111122223333:role/service-role/site-build"\n$ aws iam get-role --role-name site-build --query Role.Arn\n"arn:aws:iam::111122223333:role/site-build"`
    const [cause] = asked(both, trusts('codebuild.amazonaws.com')).causes
    expect(plainText(cause?.sentence ?? [])).toContain('arn:aws:iam::111122223333:role/service-role/site-build and')
    expect(plainText(cause?.remedy ?? [])).toContain('iam:PassRole')
  })

  it('is not trusted where the policy names another service: then it lacks that', () => {
    expect(asked(LAMBDA, trusts('ec2.amazonaws.com')).causes[0]?.code).not.toBe('trusted-already')
  })

  it('finds a new role not in effect yet where the next run passes', () => {
    const again = `$ sh up.sh\nrole arn:aws:iam::111122223333:role/fn created\n${LAMBDA}\n$ sh up.sh   # second run, a minute later\nfunction created\n`
    expect(asked(again, trusts('lambda.amazonaws.com')).causes[0]?.code).toBe('not-in-effect-yet')
    const failed = again.replace('function created', 'function: error, not created')
    expect(asked(failed, trusts('lambda.amazonaws.com')).causes[0]?.code).toBe('trusted-already')
  })
})
