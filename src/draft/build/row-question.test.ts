import { expect, it } from 'vitest'
import { parseDenials } from '../../denial/parse-denials'
import { withPolicies } from '../../testing/pasted-case'
import { EMPTY_DRAFT } from '../draft'
import { readPaste } from '../paste/read-paste'
import { takePaste } from '../paste/take-paste'
import { buildCase } from './build-case'
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

/** What is asked where a rule could not send, beside what people tried by hand. */
const ofRule = (tried: string, Action = 'sns:Publish') => {
  const policy = JSON.stringify({
    Statement: [{ Effect: 'Allow', Principal: { Service: 'events.amazonaws.com' }, Action, Resource: '*' }],
  })
  const text = `ERROR_CODE = NO_PERMISSIONS\nTARGET_ARN = arn:aws:sns:eu-west-1:111122223333:alarms\n${tried} from my shell delivers the mail.`
  return rowQuestion(withPolicies(EMPTY_DRAFT, { resource: policy }), readPaste(text).denials[0] ?? null)
}

it('a call that works by hand is not the one of the service that was refused: that one is asked of the policy', () => {
  expect(ofRule('The same')?.principal).toBe('events.amazonaws.com')
  expect(ofRule('`aws sns publish`')).toEqual(ofRule('The same'))
})

it('another call than what the policy lets the service do tells nothing of it', () => {
  expect(ofRule('`aws sns publish`', 'sqs:SendMessage')).toBeNull()
})

it('asks for what lies below the prefix that the words name', () => {
  const denied = (prefix: string) =>
    `InsufficientDeliveryPolicyException: Insufficient delivery policy to s3 bucket: records-111122223333, unable to write to bucket, provided s3 key prefix is '${prefix}'.`
  const resource = (prefix: string) => buildCase({ ...EMPTY_DRAFT, paste: denied(prefix) }).accessCase.request.resource
  expect(resource('cfg')).toBe('arn:aws:s3:::records-111122223333/cfg/AWSLogs/<account>/<any>')
  expect(resource('null')).toBe('arn:aws:s3:::records-111122223333/AWSLogs/<account>/<any>')
})
