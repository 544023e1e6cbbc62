import { describe, expect, it } from 'vitest'
import { peopleName } from './people-names'

describe('peopleName', () => {
  it.each([
    ['arn:aws:sts::123456789012:assumed-role/ci-deploy/run-7', 'role ci-deploy', '123456789012 · run-7'],
    ['arn:aws:iam::123456789012:role/team/ci-deploy', 'role ci-deploy', '123456789012'],
    ['arn:aws:iam::123456789012:user/alice', 'user alice', '123456789012'],
    ['arn:aws:iam::XXXXXXXXXXXX:user/***', 'user ***', 'XXXXXXXXXXXX'],
    ['arn:aws:sts::***:assumed-role/ci-deploy/run-7', 'role ci-deploy', '*** · run-7'],
  ])('calls the caller %s by its name', (arn, name, rest) => {
    expect(peopleName('principal', arn)).toEqual({ name, rest })
  })

  it.each([
    ['arn:aws:s3:::data/a/b.txt', 'data/a/b.txt', 's3'],
    ['arn:aws:sqs:eu-west-1:111122223333:jobs', 'jobs', 'sqs · eu-west-1 · 111122223333'],
  ])('calls the resource %s by its name', (arn, name, rest) => {
    expect(peopleName('resource', arn)).toEqual({ name, rest })
  })

  it('lets the line of a long action end between its words', () => {
    const action = 'sts:AssumeRoleWithWebIdentity'
    expect(peopleName('action', action)).toEqual({ name: action, rest: '' })
  })

  it.each([
    ['principal', 'lambda.amazonaws.com'],
    ['principal', 'arn:aws:iam::123456789012:root'],
    ['resource', '*'],
    ['resource', ''],
    ['action', 's3:GetObject'],
  ] as const)('leaves a %s that has no other name: %s', (field, text) => {
    expect(peopleName(field, text)).toBeNull()
  })
})
