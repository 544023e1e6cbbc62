import { describe, expect, it } from 'vitest'
import { resourceState } from './resource-state'

describe('what an action is asked for', () => {
  it.each([
    ['dynamodb:CreateTable', 'arn:aws:dynamodb:eu-west-1:111122223333:table/a', 'new'],
    ['s3:PutObject', 'arn:aws:s3:::depot/a', 'new'],
    ['lambda:InvokeFunction', 'arn:aws:lambda:eu-west-1:111122223333:function:a', null],
    ['dynamodb:GetItem', 'arn:aws:dynamodb:eu-west-1:111122223333:table/a', null],
    ['ec2:StopInstances', 'arn:aws:ec2:eu-west-1:111122223333:instance/i-0a', 'existing'],
    ['ec2:CreateVolume', 'arn:aws:ec2:eu-west-1:111122223333:volume/*', 'new'],
  ])('%s on %s', (action, resource, state) => {
    expect(resourceState(action, resource)).toBe(state)
  })
})
