import { describe, expect, it } from 'vitest'
import { parseDenials } from '../denial/parse-denials'
import { findWrongCaller } from './find-wrong-caller'
import { observe } from './observe'

/** What shows who called wrongly, in an error that AWS answers to somebody. */
const wrong = (text: string, principal: string, action = 'sqs:SendMessage') => {
  const resource =
    action === 'sts:AssumeRole' ? 'arn:aws:iam::999988887777:role/build' : 'arn:aws:sqs:eu-west-1:111122223333:jobs'
  const error = `${text}\nUser: ${principal} is not authorized to perform: ${action} on resource: ${resource}`
  const request = { principal, action, resource }
  const denial = parseDenials(error)[0] ?? null
  return findWrongCaller(observe({ version: 1, error, request, policies: {} }, denial, [])).map(({ id }) => id)
}

const USER = 'arn:aws:iam::111122223333:user/old-ci'
const NODE = 'arn:aws:sts::111122223333:assumed-role/farm-node/i-0a1b2c3d4e5f60718'

describe('keys of the environment beside a profile', () => {
  it('call in place of the profile, unless a command is given it, or they are taken out', () => {
    expect(wrong('AWS_ACCESS_KEY_ID=AKIA****\nAWS_PROFILE=data', USER)).toEqual(['keys-before-profile'])
    expect(wrong('AWS_ACCESS_KEY_ID=AKIA****\nsls deploy --aws-profile data', USER)).toEqual([])
    expect(wrong('AWS_ACCESS_KEY_ID=AKIA****\nsam deploy --profile data', USER)).toEqual([])
    expect(wrong('AWS_ACCESS_KEY_ID=AKIA****\n$ aws s3 ls --profile data', USER)).toEqual([])
    expect(wrong('unset AWS_ACCESS_KEY_ID\nAWS_ACCESS_KEY_ID=AKIA****\nAWS_PROFILE=data', USER)).toEqual([])
  })

  // The AWS SDK for JavaScript 3 skips keys of the environment where AWS_PROFILE is set, and says so in a warning.
  it('do not call where the profile goes first', () => {
    const set = 'AWS_ACCESS_KEY_ID=AKIA****\nAWS_PROFILE=data'
    expect(wrong(`${set}\n  at node_modules/@smithy/core/dist-cjs/index.js:12:3`, USER)).toEqual([])
    expect(wrong(`${set}\n  at botocore/client.py`, USER)).toEqual(['keys-before-profile'])
  })

  it('are not what called, where the caller is named as the profile or cannot have such keys', () => {
    expect(wrong('AWS_ACCESS_KEY_ID=AKIA****\nAWS_PROFILE=old', USER)).toEqual([])
    expect(wrong('AWS_ACCESS_KEY_ID=ASIA****\nAWS_PROFILE=data', USER)).toEqual([])
    expect(wrong('[data]\naws_access_key_id = AKIA****\nAWS_PROFILE=data', USER)).toEqual([])
  })
})

describe('a task that calls as its instance', () => {
  const execution = '"executionRoleArn": "arn:aws:iam::111122223333:role/exec"'

  it('has no role of its own, unless its definition names one, also by a reference', () => {
    expect(wrong(`${execution}, "taskRoleArn": null`, NODE)).toEqual(['task-without-role'])
    expect(wrong(`${execution}, "taskRoleArn": ""`, NODE)).toEqual(['task-without-role'])
    expect(wrong(`${execution}, "taskRoleArn": "\${aws_iam_role.task.arn}"`, NODE)).toEqual([])
    expect(wrong(`${execution}\ntask_role_arn = aws_iam_role.task.arn`, NODE)).toEqual([])
  })
})

describe('a pod that calls as its node', () => {
  const role = 'eks.amazonaws.com/role-arn: arn:aws:iam::111122223333:role/sender'

  it('has a role of its own that it doesn’t use', () => {
    expect(wrong(role, NODE)).toEqual(['pod-without-its-role'])
    expect(wrong(`${role}\nserviceAccountName: default`, NODE)).toEqual(['pod-under-another-account'])
    expect(wrong('we use Pod Identity', NODE)).toEqual(['pod-identity-not-used'])
    expect(wrong('We moved it to IRSA and have not restarted it', NODE)).toEqual(['pod-not-restarted'])
    expect(wrong('We moved it to IRSA and restarted it', NODE)).toEqual(['service-account-role-not-used'])
    expect(wrong('We do not use IRSA here', NODE)).toEqual([])
  })

  it('shows by its environment that it has no credentials, where nobody is named as the caller', () => {
    const unnamed = (printed: string) => {
      const error = `AccessDenied: Access Denied\n${role}\n$ env | grep AWS\n${printed}`
      return findWrongCaller(
        observe(
          { version: 1, error, request: { principal: '', action: 's3:GetObject', resource: '' }, policies: {} },
          null,
          [],
        ),
      )
    }
    expect(unnamed('AWS_REGION=eu-west-1')).toMatchObject([{ id: 'pod-without-its-role' }])
    expect(unnamed('AWS_REGION=eu-west-1\nAWS_ROLE_ARN=arn')).toEqual([])
    expect(unnamed('')).toEqual([])
  })

  it('is nothing wrong for what the kubelet does, or where the node’s role is the one that is named', () => {
    expect(wrong(role, NODE, 'ecr:BatchGetImage')).toEqual([])
    expect(wrong(role.replace('sender', 'farm-node'), NODE)).toEqual([])
    expect(wrong(role, 'arn:aws:sts::111122223333:assumed-role/sender/pod')).toEqual([])
    expect(wrong('we run without Pod Identity', NODE)).toEqual([])
  })
})

describe('a role that is assumed', () => {
  const kim = 'arn:aws:iam::111122223333:user/kim'

  it('is a stranger’s, where the text says that its account is nobody’s here', () => {
    expect(wrong('we know no account 999988887777', kim, 'sts:AssumeRole')).toEqual(['role-of-a-stranger'])
    expect(wrong('we have only one account', kim, 'sts:AssumeRole')).toEqual(['role-of-a-stranger'])
    expect(wrong('999988887777 is our build account', kim, 'sts:AssumeRole')).toEqual([])
    expect(wrong('999988887777 is not our account', USER)).toEqual([])
  })
})

describe('another identity than the shell’s', () => {
  const printed =
    '$ aws sts get-caller-identity --query Arn\n"arn:aws:sts::111122223333:assumed-role/keeper/i-0a1b2c3d"'

  it('is a fallback, and not a program that runs elsewhere', () => {
    expect(wrong(`${printed}\n$ sudo ./send.sh`, USER)).toEqual(['called-as-printed-otherwise'])
    expect(wrong(`${printed}\nthe Lambda function logs`, USER)).toEqual([])
    expect(wrong(printed, 'arn:aws:sts::111122223333:assumed-role/keeper/i-0a1b2c3d')).toEqual([])
    expect(wrong(printed, 'arn:aws:sts::111122223333:assumed-role/sender/run')).toEqual([])
  })
})

describe('credentials that are found before those that were meant', () => {
  const session = 'arn:aws:sts::111122223333:assumed-role/app/run'
  const role = 'arn:aws:iam::444455556666:role/tf'

  // Terraform reads its state by the backend's own credentials, and each provider has its own.
  it('are the backend’s, and of no provider’s call', () => {
    const text = `terraform { backend "s3" { bucket = "b" } }\nprovider "aws" { assume_role { role_arn = "${role}" } }`
    expect(wrong(`Error loading state\n${text}`, session)).toEqual(['backend-without-role'])
    expect(wrong(`Error: creating SQS Queue\n${text}`, session)).toEqual([])
    expect(wrong(`Error loading state\n${text}`, 'arn:aws:sts::444455556666:assumed-role/tf/a')).toEqual([])
  })

  it('are a user’s in the environment of a task, and not those that hand on its role', () => {
    const text = 'environment:\n  AWS_ACCESS_KEY_ID: x\nthe task role has it'
    expect(wrong(text, USER)).toEqual(['keys-before-role'])
    expect(wrong(text, session)).toEqual([])
    expect(wrong(text, USER, 'sts:AssumeRole')).toEqual([])
    expect(wrong('the task role has it', USER)).toEqual([])
  })

  it('are the default ones of a program that names no profile', () => {
    const text = '$ aws s3 ls --profile data\n$ python send.py'
    expect(wrong(text, USER)).toEqual(['run-without-profile'])
    expect(wrong(`${text}\nboto3.Session(profile_name="data")`, USER)).toEqual([])
    // What kubectl calls as stands in the kubeconfig.
    expect(wrong('$ aws eks update-kubeconfig --name sea --profile data\n$ kubectl get pods', USER)).toEqual([])
  })
})
