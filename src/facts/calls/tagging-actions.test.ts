import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { nameOfAction, serviceOfAction } from '../../iam/action'
import { TAGGING_ACTIONS } from './tagging-actions'

const ACTIONS = JSON.parse(readFileSync('public/reference/actions.json', 'utf8')) as Record<string, [string, string]>

describe('the action that tags what a stack creates', () => {
  it.each(Object.entries(TAGGING_ACTIONS))('of %s is one that AWS has: %s', (_, action) => {
    expect(ACTIONS[serviceOfAction(action)]?.[0].split(' ')).toContain(nameOfAction(action))
  })

  it('is not known of a type that takes no tags', () => {
    // https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-iam-managedpolicy.html
    expect(TAGGING_ACTIONS).not.toHaveProperty(['AWS::IAM::ManagedPolicy'])
  })
})
