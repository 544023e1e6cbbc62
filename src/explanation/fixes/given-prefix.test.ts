import { describe, expect, it } from 'vitest'
import { policyText } from '../../testing/statements'
import { remedyOf } from '../../testing/pasted-case'

const REFUSED = 'InvalidConfigurationRequest: Access Denied for bucket: tram-logs. Please check S3bucket permission'
const OF_DELIVERY = { Service: 'delivery.logs.amazonaws.com' }
const OF_BALANCERS = { Service: 'logdelivery.elasticloadbalancing.amazonaws.com' }

/** On what the first fix lets the load balancer write, where the bucket policy lets somebody write here. */
const opened = (principal: unknown, key: string, said = ''): unknown => {
  const resource = policyText({
    Effect: 'Allow',
    Principal: principal,
    Action: 's3:PutObject',
    Resource: `arn:aws:s3:::tram-logs/${key}`,
  })
  const { fixes } = remedyOf(`${REFUSED}\n${said}`, { resource })
  const { Statement = [] } = JSON.parse(fixes[0]?.changes[0]?.after ?? '{}') as { Statement?: { Resource: unknown }[] }
  return Statement.at(-1)?.Resource
}

describe('the prefix ahead of the keys under which a service writes', () => {
  const ofAccount = expect.stringMatching(/^arn:aws:s3:::tram-logs\/depot\/AWSLogs\//)

  it('is the one that the text says', () => {
    expect(opened(OF_DELIVERY, 'AWSLogs/111122223333/*', '(the prefix "depot" is set)')).toEqual(ofAccount)
  })

  it('is the one that the policy has for another service', () => {
    expect(opened(OF_DELIVERY, 'depot/AWSLogs/111122223333/*')).toEqual(ofAccount)
  })

  it('is not taken from a pattern, nor from what lets the service itself in', () => {
    expect(opened(OF_DELIVERY, '*/AWSLogs/111122223333/*')).not.toEqual(ofAccount)
    expect(opened(OF_BALANCERS, 'old/AWSLogs/111122223333/*')).not.toMatch(/\/old\/.*\/old\//)
  })
})
