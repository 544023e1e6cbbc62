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
  })

  it('is the one of an event, of which the text has parts', () => {
    expect(principalOf(`"userAgent": "sdk",\n"userIdentity": {"type":"AssumedRole","arn":"${ROLE}"}`)).toBe(ROLE)
    expect(principalOf(`"resources": [{"arn":"${ROLE}"}]`)).toBe('')
  })

  it('is nobody whom the text names otherwise, and none of two', () => {
    expect(principalOf(`bucket policy names ${ROLE}`)).toBe('')
    expect(principalOf(`caller ${ROLE}, before it called as arn:aws:iam::111122223333:user/jo`)).toBe('')
  })

  it('is the role of a task’s program, unless ECS speaks of what it does before that runs', () => {
    const role = 'arn:aws:iam::111122223333:role/dump-task'
    const task = `"executionRoleArn": "arn:aws:iam::111122223333:role/dump-exec",\n"taskRoleArn": "${role}",`
    expect(principalOf(task)).toBe(role)
    expect(principalOf(`ResourceInitializationError: unable to pull secrets\n${task}`)).toBe('')
    expect(principalOf(`caller: ${ROLE}\n${task}`)).toBe(ROLE)
  })

  it('is never another than the error names', () => {
    const user = 'arn:aws:iam::111122223333:user/jo'
    const error = `User: ${user} is not authorized to perform: s3:GetObject on resource: arn:aws:s3:::lake/a`
    expect(requestOf({ ...EMPTY_DRAFT, paste: `${error}\ncaller: ${ROLE}` }).principal).toBe(user)
  })
})
