import { describe, expect, it } from 'vitest'
import { parseDenials } from './parse-denials'

const told = (text: string) => parseDenials(text).map(({ kind, situation }) => [kind, situation])

const NO_DENIAL = 'not-authorization'

describe('errors that no policy decides', () => {
  it('are told by the code of their message, not by its general words of a role or a permission', () => {
    const lacks = 'The role that the service works with does not have the permission to read the bucket.'
    const answer = (code: string) => `An error occurred (${code}) when calling the CreateJob operation: ${lacks}`
    expect(told(answer('JobLimitExceededException'))).toEqual([[NO_DENIAL, 'quota']])
    expect(told(answer('InvalidParameterValueException'))[0]?.[0]).not.toBe(NO_DENIAL)
  })

  it('are told by the status of the inner answer', () => {
    const inner = (status: number, words: string) =>
      `Error: creating MWAA Environment: ValidationException: Unable to check the configuration of the bucket paper-flow: ${words} (Service: S3, Status Code: ${status}, Request ID: 3AZ2)`
    expect(told(inner(404, 'The configuration was not found'))).toEqual([[NO_DENIAL, 'setting-not-there']])
    expect(told(inner(403, 'Access Denied')).every(([kind]) => kind !== NO_DENIAL)).toBe(true)
  })

  it('leave what AWS says of a caller and an action as it is', () => {
    const [denial] = parseDenials(
      'An error occurred (ResourceNotFoundException) when calling the StartJob operation: User: arn:aws:iam::111122223333:user/mara is not authorized to perform: glue:StartJobRun on resource: arn:aws:glue:eu-west-1:111122223333:job/paper',
    )
    expect(denial).toMatchObject({ kind: 'denial', action: 'glue:StartJobRun' })
  })

  it('quote what the service says, and name it where the frame does', () => {
    const [error] = parseDenials(
      "raise_response_errors.rb:17:in `call': You have reached the maximum number of gardens for your account. (Aws::Lightsail::Errors::ServiceException)",
    )
    expect(error).toMatchObject({
      situation: 'quota',
      named: { saidBy: 'Lightsail', saidWords: 'You have reached the maximum number of gardens for your account.' },
    })
  })

  it('are not what somebody asks below them', () => {
    const text =
      'UPDATE_FAILED AWS::AppStream::Fleet Paper\nThe fleet can’t be changed when it is ACTIVE. (Service: AmazonAppStream; Status Code: 400; Error Code: ResourceInUseException; Request ID: 0f)\n\nDoes CloudFormation lack iam:PassRole?'
    expect(told(text)).toEqual([[NO_DENIAL, 'not-in-that-state']])
    expect(told('CloudFormation lacks iam:PassRole')[0]?.[0]).not.toBe(NO_DENIAL)
  })

  it('are of AWS: what other programs print in such words is not told', () => {
    for (const text of [
      'ERROR: relation "gardens" already exists',
      'Error: ENOENT: the file does not exist',
      'CREATE_FAILED: OS::Nova::Server: quota exceeded for instances',
      'Error: creating user: UserAlreadyExistsException: the user mara already exists',
      'You have reached the maximum number of attempts.',
    ])
      expect(
        parseDenials(text).filter(({ situation }) => situation !== 'unknown-error'),
        text,
      ).toEqual([])
  })

  it('are told by what stands behind a bare code of a refusal, where a service of AWS is spoken of', () => {
    const off = 'Amazon DevOps Guru is not enabled in this Region.'
    expect(told(`AccessDeniedException: ${off}`)).toEqual([[NO_DENIAL, 'not-enabled-here']])
    expect(told('AccessDeniedException: Security Lake is not enabled for this account.')).toEqual([
      [NO_DENIAL, 'not-enabled-here'],
    ])
    // What a Region lacks can't be turned on there; the code of a refusal alone makes no missing permission of it.
    expect(told('AccessDeniedException: Malware scanning of Amazon GuardDuty is not supported in eu-north-1')).toEqual([
      [NO_DENIAL, 'not-offered'],
    ])
    // Programs have errors of that name too, and a user or a permission may be what is missing.
    expect(told('AccessDeniedException: The account of the garden is not enabled.')[0]?.[1]).not.toBe(
      'not-enabled-here',
    )
    expect(told('AccessDeniedException: The role is not enabled for Amazon DevOps Guru.')[0]?.[1]).not.toBe(
      'not-enabled-here',
    )
  })
})
