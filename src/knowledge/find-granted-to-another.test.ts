import { describe, expect, it } from 'vitest'
import type { CasePolicies } from '../case/access-case'
import { parseDenials } from '../denial/parse-denials'
import { findWrongCaller } from './find-wrong-caller'
import { observe } from './observe'

const QUEUE = 'arn:aws:sqs:eu-west-1:111122223333:jobs'
const SESSION = 'arn:aws:sts::111122223333:assumed-role/farm-task/0a1b2c3d'

/** What is found in an error. */
const findIn = (error: string, principal: string, action: string, policies: CasePolicies = {}) => {
  const denial = parseDenials(error)[0] ?? null
  const request = { principal, action, resource: QUEUE }
  return findWrongCaller(observe({ version: 1, error, request, policies }, denial, []))
}

const told = (text: string, principal = SESSION, action = 'sqs:SendMessage') => {
  const error = `${text}\nUser: ${principal} is not authorized to perform: ${action} on resource: ${QUEUE}`
  return findIn(error, principal, action).map(({ id }) => id)
}

const TASK = 'taskRoleArn = farm-task\nexecutionRoleArn = farm-exec\n'

// A container's program gets the credentials of the task role alone.
describe('a permission of the execution role', () => {
  it('is none of the program, however it was granted', () => {
    expect(told(`${TASK}AmazonSQSFullAccess is attached, so the execution role has permission`)).toEqual([
      'granted-to-execution-role',
    ])
    const attached = 'resource "aws_iam_role_policy" "send" {\n  role = aws_iam_role.farm_exec.id\n}'
    expect(told(TASK + attached)).toEqual(['granted-to-execution-role'])
  })

  it('names the setting of the task role where no task role is named', () => {
    const error = 'containerDefinitions, executionRoleArn = farm-exec\nfarm-exec has sqs:*\nAccess Denied'
    const found = findIn(error, '', 'sqs:SendMessage')
    expect(found.map(({ id, facts }) => [id, facts['called']])).toEqual([['granted-to-execution-role', 'taskRoleArn']])
  })

  it('shows by what the policies of both are called, where nobody is named as the caller', () => {
    const policy = (name: string, action: string) => ({
      name,
      document: { Version: '2012-10-17', Statement: [{ Effect: 'Allow', Action: action, Resource: QUEUE }] },
    })
    const of = (ofExecution: string, ofTask: string) =>
      findIn('Access Denied', '', 'sqs:SendMessage', {
        identity: [policy('farm-execution-role', ofExecution), policy('farm (taskRoleArn)', ofTask)],
      }).map(({ id }) => id)
    expect(of('sqs:*', 's3:*')).toEqual(['granted-to-execution-role'])
    expect(of('sqs:*', 'sqs:SendMessage')).toEqual([])
    expect(of('ecr:*', 's3:*')).toEqual([])
  })

  it('is no answer where the task role has it too, or both are one role', () => {
    expect(told(`${TASK}farm-exec has sqs:*\nfarm-task has sqs:*`)).toEqual([])
    expect(told('taskRoleArn = farm-task\nexecutionRoleArn = farm-task\nfarm-task has sqs:*')).toEqual([])
    expect(told(`${TASK}farm-exec has no sqs:SendMessage`)).toEqual([])
    expect(told(`${TASK}should farm-exec have sqs:SendMessage?`)).toEqual([])
  })
})

describe('a permission that another role is said to have', () => {
  it('counts only for another service, or as a wish, not at all', () => {
    expect(told('role/farm-boss has sqs:*')).toEqual(['granted-to-another'])
    expect(told('role/farm-boss has s3:*')).toEqual([])
    expect(told('role/farm-boss needs sqs:*')).toEqual([])
    expect(told('the queue policy lets role/farm-boss have sqs:*')).toEqual([])
  })

  it('is no answer to who takes or hands on a role', () => {
    expect(told('role/farm-boss has sts:AssumeRole', SESSION, 'sts:AssumeRole')).toEqual([])
  })
})

// CloudFormation makes the calls of a stack with the role that it was given.
describe('what whoever deploys may do', () => {
  const stack = 'arn:aws:sts::111122223333:assumed-role/farm-stacks/AWSCloudFormation'

  it('is nothing that the role of a stack has', () => {
    expect(told('I have PowerUserAccess', stack)).toEqual(['stack-calls-as-its-role'])
    expect(told('I have no PowerUserAccess', stack)).toEqual([])
    expect(told('I have PowerUserAccess', 'arn:aws:iam::111122223333:user/kim')).toEqual([])
  })
})
