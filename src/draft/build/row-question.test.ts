import { expect, it } from 'vitest'
import { parseDenials } from '../../denial/parse-denials'
import { EMPTY_DRAFT } from '../draft'
import { takePaste } from '../paste/take-paste'
import { rowQuestion } from './row-question'

const ERROR =
  'failed to provision volume with StorageClass "shared": rpc error: code = Unauthenticated desc = Access Denied. Please ensure you have the right AWS permissions: Access denied (efs.csi.aws.com)'

const describe = {
  Effect: 'Allow',
  Action: [
    'elasticfilesystem:DescribeMountTargets',
    'elasticfilesystem:DescribeFileSystems',
    'elasticfilesystem:DescribeAccessPoints',
  ],
  Resource: '*',
}
const create = { Effect: 'Allow', Action: 'elasticfilesystem:CreateAccessPoint', Resource: '*' }
const tag = { Effect: 'Allow', Action: 'elasticfilesystem:TagResource', Resource: '*' }
const tested = { Null: { 'aws:RequestTag/efs.csi.aws.com/cluster': 'false' } }

/** What is asked of a role's policy where the words of the driver name no action. */
const asked = (...statements: readonly object[]) => {
  const policy = JSON.stringify({ RoleName: 'driver', PolicyName: 'p', PolicyDocument: { Statement: statements } })
  const { draft } = takePaste(EMPTY_DRAFT, policy)
  return rowQuestion(draft, parseDenials(ERROR)[0] ?? null)?.action
}

it('asks what the policy does not allow, of all that a service may have needed', () => {
  expect(asked(describe, tag)).toBe('elasticfilesystem:CreateAccessPoint')
  expect(asked(describe, create)).toBe('elasticfilesystem:TagResource')
})

it('asks what is allowed under a condition before what is allowed whatever the request carries', () => {
  expect(asked(describe, { ...create, Condition: tested }, tag)).toBe('elasticfilesystem:CreateAccessPoint')
  expect(asked(describe, create, tag)).toBe('elasticfilesystem:DescribeMountTargets')
})
