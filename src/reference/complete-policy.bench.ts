import { bench, describe } from 'vitest'
import { BUILT_REFERENCE } from '../../.ci/built-reference'
import { parseJson } from '../text/parse-json'
import { completePolicy } from './complete-policy'
import type { EditorContext } from './completion'
import { hoverPolicy } from './hover-policy'

const context: EditorContext = {
  type: 'identity',
  fill: { partition: 'aws', region: 'eu-west-1', account: '111122223333' },
  principal: null,
  action: null,
  resource: null,
  reference: BUILT_REFERENCE,
}

/** A policy of about 10 kB with the cursor in an action of EC2, the largest service. */
const statements = Array.from({ length: 34 }, (_, n) => ({
  Sid: `Statement${n}`,
  Effect: 'Allow',
  Action: ['ec2:RunInstances', 'ec2:Describe*', 's3:GetObject', 'iam:PassRole'],
  Resource: [`arn:aws:ec2:eu-west-1:111122223333:instance/i-${n}`, 'arn:aws:s3:::demo/*'],
  Condition: { StringEquals: { 'aws:ResourceTag/team': 'blue' } },
}))
const text = JSON.stringify({ Version: '2012-10-17', Statement: statements }, null, 2)
const offset = text.lastIndexOf('ec2:Describe*') + 'ec2:'.length
const inResource = text.lastIndexOf('arn:aws:s3:::demo') + 4
const inKey = text.lastIndexOf('aws:ResourceTag/team') + 4

describe(`a policy of ${text.length} characters, EC2 loaded`, () => {
  bench('completion of an action', () => {
    completePolicy(parseJson(text).root, text, offset, context)
  })
  bench('completion of a resource', () => {
    completePolicy(parseJson(text).root, text, inResource, context)
  })
  bench('completion of a condition key', () => {
    completePolicy(parseJson(text).root, text, inKey, context)
  })
  bench('hover over a wildcard', () => {
    hoverPolicy(parseJson(text).root, text, offset, context)
  })
})
