import { expect, it } from 'vitest'
import { parseDenials } from '../../denial/parse-denials'
import { withPolicies } from '../../testing/pasted-case'
import { EMPTY_DRAFT } from '../draft'
import { askedOfBroker } from './broker-question'

const CLUSTER = 'cluster/till/0f1e2d3c-1111-2222-3333-444455556666-4'

/** What is asked of the policy of a client, where Kafka's broker refuses it and no word of the log names MSK. */
const asked = (paste: string, Action: readonly string[], path = CLUSTER) => {
  const Resource = `arn:aws:kafka:eu-west-1:111122223333:${path}`
  const policy = JSON.stringify({ Statement: [{ Effect: 'Allow', Action, Resource }] })
  return askedOfBroker({ ...withPolicies(EMPTY_DRAFT, { identity: policy }), paste }, parseDenials(paste)[0]!)
}

const TOPIC = 'TopicAuthorizationException: Not authorized to access topics: [receipts]'

it('actions on a topic are asked of the topic’s own ARN, which that of the cluster doesn’t cover', () => {
  const { kind, inferred } = asked(`[Producer clientId=t] ${TOPIC}`, ['kafka-cluster:*'])
  expect(kind).toBe('denial-no-detail')
  expect(inferred).toMatchObject({
    action: 'kafka-cluster:DescribeTopic',
    resource: `arn:aws:kafka:eu-west-1:111122223333:topic/till/0f1e2d3c-1111-2222-3333-444455556666-4/receipts`,
  })
})

it('asks for what the client does: one that consumes needs no right to write', () => {
  const action = (who: string) =>
    asked(`[${who} clientId=t] ${TOPIC}`, ['kafka-cluster:DescribeTopic'], 'topic/till/*').inferred.action
  expect(action('Consumer')).toBe('kafka-cluster:ReadData')
  expect(action('Producer')).toBe('kafka-cluster:WriteData')
})

it('a client that reads the configuration of a broker needs that of the cluster', () => {
  const text = 'Sending DESCRIBE_CONFIGS request\nClusterAuthorizationException: Cluster authorization failed.'
  const { action } = asked(text, ['kafka-cluster:Connect', 'kafka-cluster:DescribeCluster']).inferred
  expect(action).toBe('kafka-cluster:DescribeClusterDynamicConfiguration')
})

it('leaves it to Kafka where no policy speaks of MSK, or it allows all that the client does', () => {
  expect(asked(TOPIC, ['s3:GetObject']).kind).toBe('not-authorization')
  expect(asked(TOPIC, ['kafka-cluster:*'], '*').kind).toBe('not-authorization')
})
