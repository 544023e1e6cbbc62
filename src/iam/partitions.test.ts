import { expect, it } from 'vitest'
import { partitionOfRegion } from './partitions'
import { isOptInRegion } from './regions-in-text'

it.each([
  ['eu-north-1', 'aws'],
  ['cn-north-1', 'aws-cn'],
  ['us-gov-east-1', 'aws-us-gov'],
  ['us-iso-west-1', 'aws-iso'],
  ['us-isob-east-1', 'aws-iso-b'],
  ['eu-isoe-west-1', 'aws-iso-e'],
  ['us-isof-south-1', 'aws-iso-f'],
  ['eusc-de-east-1', 'aws-eusc'],
])('the Region %s is of the partition %s, and no account has to enable it', (region, partition) => {
  expect(partitionOfRegion(region)).toBe(partition)
  expect(isOptInRegion(region)).toBe(false)
})

it('newer Regions have to be enabled', () => {
  expect(isOptInRegion('ap-southeast-7')).toBe(true)
})
