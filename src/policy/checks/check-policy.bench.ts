import { bench, describe } from 'vitest'
import { BUILT_REFERENCE, readBuilt } from '../../../.ci/built-reference'
import type { ManagedPolicy } from '../../reference/reference'
import { parsePolicy } from '../parse-policy'
import { checkPolicy } from './check-policy'

/** A policy of about 10 kB that names many actions of EC2, the largest service. */
const statements = Array.from({ length: 24 }, (_, n) => ({
  Sid: `Statement${n}`,
  Effect: 'Allow',
  Action: ['ec2:RunInstances', 'ec2:Describe*', 's3:GetObject', 'iam:PassRole'],
  Resource: [`arn:aws:ec2:eu-west-1:111122223333:instance/i-${n}`, 'arn:aws:s3:::demo/*'],
  Condition: { StringEquals: { 'aws:ResourceTag/team': 'blue', 'ec2:Vpc': 'vpc-1' } },
}))
const written = JSON.stringify({ Version: '2012-10-17', Statement: statements }, null, 2)
const largest = JSON.stringify(readBuilt<ManagedPolicy>('managed/ReadOnlyAccess.json').document)

describe.each([
  ['a policy of 10 kB', written],
  ['ReadOnlyAccess', largest],
])('%s', (_, text) => {
  const policy = parsePolicy(text, 'identity')
  bench('all checks', () => {
    checkPolicy(policy, { type: 'identity', text, reference: BUILT_REFERENCE })
  })
})
