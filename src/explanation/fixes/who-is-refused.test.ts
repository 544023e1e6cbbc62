import { describe, expect, it } from 'vitest'
import { pastedCase, remedyOf, type GivenPolicies } from '../../testing/pasted-case'

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
    'Error: Could not assume role with OIDC: Not authorized to perform sts:AssumeRoleWithWebIdentity',
    'An error occurred (AccessDenied) when calling the AssumeRoleWithSAML operation: Not authorized to perform: sts:AssumeRoleWithSAML',
    'Connection refused: not authorised.',
  ])('nobody asks who the caller is, who is another or has no credentials of AWS yet: %s', (paste) => {
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

  it('offers the command that is the remedy, where policies decide and it is whole', () => {
    const spot =
      'The provided credentials do not have permission to create the service-linked role for EC2 Spot Instances.'
    const create = 'aws iam create-service-linked-role --aws-service-name spot.amazonaws.com'
    expect(firstCommand(spot)).toBe(create)
    const { instructions, fixes } = remedyOf(spot)
    expect(instructions[0]?.commands.map(({ bash }) => bash)).toEqual([create])
    expect(fixes.length).toBeGreaterThan(0)
    expect(
      firstCommand(
        'An error occurred (ValidationException) when calling the RunJobFlow operation: Invalid InstanceProfile: EMR_EC2_DefaultRole.',
      ),
    ).toBe('aws emr create-default-roles')
  })

  it('offers no command that is still to be filled in, and none beside what the policies prove', () => {
    const filter =
      'An error occurred (InvalidParameterException) when calling the PutSubscriptionFilter operation: Could not execute the lambda function. Make sure you have given CloudWatch Logs permission to execute your function.'
    expect(remedyOf(filter).instructions).toEqual([])
    expect(
      remedyOf(
        'The CloudWatch Logs Resource Policy of arn:aws:es:eu-west-1:111122223333:domain/logs does not grant sufficient permissions for Amazon OpenSearch Service to create a CloudWatch Logs log stream.',
      ).instructions.flatMap(({ commands }) => commands.map(({ bash }) => bash)),
    ).not.toContain('aws logs put-resource-policy --policy-name opensearch --policy-document file://policy.json')
  })

  it('names in a command the function and the role that the text names, and never another thing', () => {
    const checkOf = (paste: string) => pastedCase(paste).answer.causes[0]?.check?.command?.bash ?? ''
    const invalid = (name: string) =>
      `Execution failed due to configuration error: Invalid permissions on Lambda function; the authorizer is ${name}`
    expect(checkOf(invalid('arn:aws:lambda:eu-west-1:111122223333:function:authz'))).toContain('--function-name authz')
    expect(checkOf(invalid('arn:aws:sqs:eu-west-1:111122223333:jobs'))).not.toContain('jobs')
  })

  it('tells nothing of the request before what the service says', () => {
    const { instructions } = remedyOf(
      "'arn:aws:iam::111122223333:role/flow' is not authorized to create managed-rule. (Service: AWSStepFunctions; Status Code: 400)",
    )
    expect(instructions).toEqual([])
  })

  it.each([
    'SQL execution error: Error assuming AWS_ROLE. Please verify the role and externalId are configured correctly.',
    'Datadog is not authorized to perform action sts:AssumeRole',
  ])('lets in a vendor for one of its customers alone: %s', (paste) => {
    const [first, ...others] = remedyOf(paste).fixes
    expect(JSON.stringify(first?.changes)).toContain('sts:ExternalId')
    // A vendor is an account, and never a service principal; its own policies are nobody's here to change.
    expect(JSON.stringify(first?.changes)).not.toContain('Service')
    expect(others).toEqual([])
  })

  it('asks nothing of a vendor’s own policies, and of a service something of none', () => {
    const vendor =
      'Failed to assume role arn:aws:iam::111122223333:role/scan with the external id. User: arn:aws:iam::999988887777:user/scanner is not authorized to perform: sts:AssumeRole on resource: arn:aws:iam::111122223333:role/scan'
    const own = vendor.replace('Failed to assume role arn:aws:iam::111122223333:role/scan with the external id. ', '')
    expect(remedyOf(vendor).fixes.map(({ layer }) => layer)).toEqual(['trust'])
    expect(remedyOf(own).fixes.map(({ layer }) => layer)).toEqual(['trust', 'identity'])
  })

  it('trusts the role that a message names, and not whoever read it', () => {
    const [first] = remedyOf(
      "Account 444455556666 should have 'AWSCloudFormationStackSetExecutionRole' role with trust relationship to Role 'AWSCloudFormationStackSetAdministrationRole'.",
    ).fixes
    expect(JSON.stringify(first?.statement)).toContain(
      'arn:aws:iam::<administrator account>:role/AWSCloudFormationStackSetAdministrationRole',
    )
  })

  it('lets a service use the one target that its message names', () => {
    const ready = (paste: string) => JSON.stringify(remedyOf(paste).fixes[0]?.changes)
    const bucket = ready('InvalidS3Configuration: Could not write to bucket: inbound-mail')
    expect(bucket).toContain('s3:PutObject')
    expect(bucket).not.toContain('lambda:InvokeFunction')
    expect(ready('InvalidLambdaFunction: Could not invoke Lambda function')).toContain('lambda:InvokeFunction')
  })
})

const codeOf = (paste: string, given: GivenPolicies = {}) =>
  JSON.stringify(remedyOf(paste, given).fixes.map(({ changes }) => changes))

describe('whom a statement names where the text names nobody', () => {
  it('is the role that a service works with, where that one was refused', () => {
    const key = codeOf('Restore job of plan teal\nStatus message: Access denied to KMS key.')
    expect(key).toContain('<ARN of the role>')
    expect(key).not.toContain('<ARN of the caller>')
  })

  it('is a service, where the words say that the role was to be assumed by one', () => {
    const error = 'Import of teal failed\nUnable to assume the Data Access Role.'
    const trust =
      '{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"AWS":"arn:aws:iam::111122223333:root"},"Action":"sts:AssumeRole"}]}'
    const role = codeOf(error, { resource: trust })
    expect(role).toContain('<service that assumes the role>')
    expect(role).not.toContain('<ARN of the caller>')
    // The role may not be there: before anybody looked, no statement is offered.
    expect(codeOf(error)).toBe('[]')
  })

  it('is whoever called, where they were refused to assume it', () =>
    expect(
      codeOf(
        'An error occurred (AccessDenied) when calling the AssumeRole operation: User: arn:aws:iam::111122223333:user/kim is not authorized to perform: sts:AssumeRole on resource: arn:aws:iam::111122223333:role/teal',
      ),
    ).toContain('arn:aws:iam::111122223333:user/kim'))

  it('tests the external id that a user pool sends, and takes no name in code for the id of the pool', () => {
    const paste =
      'Error: creating Cognito User Pool (teal): operation error Cognito Identity Provider: CreateUserPool, InvalidSmsRoleTrustRelationshipException: Role does not have a trust relationship allowing Cognito to assume the role'
    expect(codeOf(paste)).toContain('sts:ExternalId')
    expect(codeOf(paste)).toContain('userpool/<user pool>')
    expect(codeOf(`${paste}\n--user-pool-id eu-west-1_a1B2c3D4e`)).toContain('userpool/eu-west-1_a1B2c3D4e')
  })
})

describe('a thing of another service that refused', () => {
  const create = 'when calling the CreatePullThroughCacheRule operation'

  it('is not opened by the action of the call', () =>
    expect(
      remedyOf(
        `An error occurred (UnableToDecryptSecretValueException) ${create}: The secret is accessible but is unable to be decrypted.`,
      ).fixes,
    ).toEqual([]))

  it('leaves the call its own fix, where the call was refused', () =>
    expect(
      codeOf(
        `An error occurred (AccessDeniedException) ${create}: User: arn:aws:iam::111122223333:user/kim is not authorized to perform: ecr:CreatePullThroughCacheRule on resource: * because no identity-based policy allows the ecr:CreatePullThroughCacheRule action`,
      ),
    ).toContain('ecr:CreatePullThroughCacheRule'))
})
