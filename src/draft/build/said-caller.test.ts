import { describe, expect, it } from 'vitest'
import { EMPTY_DRAFT } from '../draft'
import { requestOf } from './request-fields'

const ERROR = 'An error occurred (AccessDenied) when calling the GetObject operation: Access Denied'
const ROLE = 'arn:aws:sts::111122223333:assumed-role/reader/kim'

const principalOf = (beside: string) => requestOf({ ...EMPTY_DRAFT, paste: `${ERROR}\n\n${beside}` }).principal

describe('the caller that a text names beside the error', () => {
  it('is the one that it calls so', () => {
    expect(principalOf(`caller: ${ROLE}`)).toBe(ROLE)
    expect(principalOf(`The job runs as ${ROLE}.`)).toBe(ROLE)
    expect(principalOf(`The pipeline deploys as ${ROLE}.`)).toBe(ROLE)
  })

  it('is the one of an event, of which the text has parts', () => {
    expect(principalOf(`"userAgent": "sdk",\n"userIdentity": {"type":"AssumedRole","arn":"${ROLE}"}`)).toBe(ROLE)
    expect(principalOf(`"resources": [{"arn":"${ROLE}"}]`)).toBe('')
  })

  it('is nobody whom the text names otherwise, and none of two', () => {
    expect(principalOf(`bucket policy names ${ROLE}`)).toBe('')
    expect(principalOf(`The pipeline deploys the stack of ${ROLE}.`)).toBe('')
    expect(principalOf(`caller ${ROLE}, before it called as arn:aws:iam::111122223333:user/jo`)).toBe('')
  })

  it('is the role of a task’s program, unless ECS speaks of what it does before that runs', () => {
    const role = 'arn:aws:iam::111122223333:role/dump-task'
    const task = `"executionRoleArn": "arn:aws:iam::111122223333:role/dump-exec",\n"taskRoleArn": "${role}",`
    expect(principalOf(task)).toBe(role)
    expect(principalOf(`taskRoleArn: ${role}, networkMode: awsvpc`)).toBe(role)
    expect(principalOf(`ResourceInitializationError: unable to pull secrets\n${task}`)).toBe('')
    expect(principalOf(`caller: ${ROLE}\n${task}`)).toBe(ROLE)
  })

  it('is the role whose credentials the program took', () => {
    const taken = 'arn:aws:iam::444455556666:role/reader'
    const code = `creds = sts.assume_role(RoleArn='${taken}')['Credentials']\nboto3.client('s3', aws_access_key_id=creds['AccessKeyId'])`
    expect(principalOf(code)).toBe(taken)
    expect(principalOf(code.replace('aws_access_key_id', 'region_name'))).toBe('')
    expect(principalOf(`aws-actions/configure-aws-credentials@v4\nrole-to-assume: ${taken}`)).toBe(taken)
    expect(principalOf("boto3.client('s3', **data['artifactCredentials'])\naction role pipe")).toBe(
      'arn:aws:iam::<account>:role/pipe',
    )
  })

  it('is the role of the node or of the task that pulls an image', () => {
    const role = 'arn:aws:iam::111122223333:role/pulls'
    const of = (error: string, beside: string) => requestOf({ ...EMPTY_DRAFT, paste: `${error}\n${beside}` }).principal
    const image = '444455556666.dkr.ecr.eu-west-1.amazonaws.com/base:3'
    const node = `kubelet  Failed to pull image "${image}": pull access denied: no basic auth credentials / 403 Forbidden`
    expect(of(node, `node role: ${role}`)).toBe(role)
    expect(of(node, `pod role: ${role}`)).toBe('')
    expect(of(`CannotPullContainerError: pull image ${image}: 403 Forbidden`, `executionRoleArn: ${role}`)).toBe(role)
    expect(of(`CannotPullContainerError: pull image ${image}: 403 Forbidden`, `taskRoleArn: ${role}`)).toBe('')
  })

  it('is who a shell printed, with the user’s id or without', () => {
    const json = `{ "Account": "111122223333", "Arn": "${ROLE}" }`
    expect(principalOf(`$ aws sts get-caller-identity\n${json}`)).toBe(ROLE)
    expect(principalOf(`aws sts get-caller-identity in the same job: ${ROLE}`)).toBe(ROLE)
    expect(principalOf(`aws sts get-caller-identity on my laptop: ${ROLE}`)).toBe('')
  })

  it('is never another than the error names', () => {
    const user = 'arn:aws:iam::111122223333:user/jo'
    const error = `User: ${user} is not authorized to perform: s3:GetObject on resource: arn:aws:s3:::lake/a`
    expect(requestOf({ ...EMPTY_DRAFT, paste: `${error}\ncaller: ${ROLE}` }).principal).toBe(user)
  })
})
