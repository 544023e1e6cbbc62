import { describe, expect, it } from 'vitest'
import { plainText } from '../../text/phrase'
import { pastedCase } from '../../testing/pasted-case'
import { answerInstructions } from './instructions'

const BOUNDARY = 'arn:aws:iam::111122223333:policy/edge'

const guard = JSON.stringify({
  Version: '2012-10-17',
  Statement: [
    { Effect: 'Allow', Action: '*', Resource: '*' },
    {
      Effect: 'Deny',
      Action: 'iam:CreateRole',
      Resource: '*',
      Condition: { StringNotEquals: { 'iam:PermissionsBoundary': BOUNDARY } },
    },
  ],
})

const REFUSED =
  'User: arn:aws:sts::111122223333:assumed-role/ci/x is not authorized to perform: iam:CreateRole on resource: arn:aws:iam::111122223333:role/worker with an explicit deny in an identity-based policy'

const told = (text: string, policies: Parameters<typeof pastedCase>[1] = { identity: guard }) => {
  const { judged, answer } = pastedCase(text, policies)
  const [first] = answerInstructions(judged, answer)
  return { says: plainText(first?.sentence ?? []), commands: first?.commands.map(({ bash }) => bash) ?? [] }
}

describe('what is to be changed in the call', () => {
  it('is an option where the AWS CLI calls', () => {
    const { says, commands } = told(
      `$ aws iam create-role --role-name worker\nAn error occurred (AccessDenied) when calling the CreateRole operation: ${REFUSED}`,
    )
    expect(commands.join()).toContain(`--permissions-boundary ${BOUNDARY}`)
    expect(says).not.toMatch(/In (?:Terraform|the program)/)
  })

  it.each([
    [
      'Terraform',
      `│ Error: creating IAM Role (worker): operation error IAM: CreateRole, https response error StatusCode: 403, api error AccessDenied: ${REFUSED}\n│   with aws_iam_role.worker,`,
      `In Terraform set permissions_boundary = "${BOUNDARY}".`,
    ],
    [
      'CloudFormation',
      `CREATE_FAILED AWS::IAM::Role Worker Resource handler returned message: "${REFUSED} (Service: Iam, Status Code: 403)"`,
      `In the template set PermissionsBoundary: ${BOUNDARY}.`,
    ],
    [
      'a program',
      `Traceback (most recent call last):\n  File "m.py", line 3\nbotocore.exceptions.ClientError: An error occurred (AccessDenied) when calling the CreateRole operation: ${REFUSED}`,
      'In the program set PermissionsBoundary.',
    ],
  ])('is said in its own words where %s calls', (_, text, words) => {
    const { says, commands } = told(text)
    expect(says).toContain(words)
    expect(commands).toEqual([])
  })

  it('is a setting of the profile by which the AWS CLI assumes a role, with the one name of the text that fits', () => {
    const trust = JSON.stringify({
      Version: '2012-10-17',
      Statement: [
        {
          Effect: 'Allow',
          Principal: { AWS: 'arn:aws:iam::111122223333:role/okta-ops' },
          Action: 'sts:AssumeRole',
          Condition: { StringLike: { 'sts:RoleSessionName': '*@corp.example' } },
        },
      ],
    })
    const error =
      'An error occurred (AccessDenied) when calling the AssumeRole operation: User: arn:aws:sts::111122223333:assumed-role/okta-ops/mia@corp.example is not authorized to perform: sts:AssumeRole on resource: arn:aws:iam::444455556666:role/ops'
    const profile = '[profile prod]\nrole_arn = arn:aws:iam::444455556666:role/ops\nsource_profile = main'
    const inProfile = told(`$ aws --profile prod ec2 describe-instances\n${error}\n${profile}`, { resource: trust })
    expect(inProfile.says).toContain('In the profile set role_session_name = mia@corp.example.')
    expect(inProfile.commands).toEqual([])
    const called = told(
      `$ aws sts assume-role --role-arn arn:aws:iam::444455556666:role/ops --role-session-name x\n${error}`,
      { resource: trust },
    )
    expect(called.says).not.toContain('profile')
    expect(called.commands.join()).toContain('--role-session-name mia@corp.example')
  })
})
