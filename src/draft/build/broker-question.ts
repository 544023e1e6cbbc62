import type { Denial } from '../../denial/denial'
import { ANY_PART } from '../../iam/any-part'
import { matchWildcard } from '../../iam/wildcard'
import { parsePolicy } from '../../policy/parse-policy'
import type { Statement } from '../../policy/policy'
import { namedTexts, namesAction } from '../../policy/statement-names'
import { own } from '../../text/own'
import type { Draft } from '../draft'
import { draftPoliciesOf } from '../edit/edit-layers'

/** What a client of MSK does with one kind of thing, in its order, and the words of a log that tell of it; none: every client does. */
interface BrokerThing {
  readonly type: 'topic' | 'group' | 'cluster' | 'transactional-id'
  readonly calls: readonly { readonly action: string; readonly told?: RegExp }[]
}

/** https://docs.aws.amazon.com/msk/latest/developerguide/kafka-actions.html */
const THINGS: Readonly<Record<string, BrokerThing>> = {
  topic: {
    type: 'topic',
    calls: [
      { action: 'kafka-cluster:DescribeTopic' },
      { action: 'kafka-cluster:WriteData', told: /produc/i },
      { action: 'kafka-cluster:ReadData', told: /consum/i },
    ],
  },
  group: {
    type: 'group',
    calls: [{ action: 'kafka-cluster:DescribeGroup' }, { action: 'kafka-cluster:AlterGroup' }],
  },
  cluster: {
    type: 'cluster',
    calls: [
      {
        action: 'kafka-cluster:DescribeClusterDynamicConfiguration',
        told: /DESCRIBE_CONFIGS|DescribeConfigs|BrokerConfig/i,
      },
      { action: 'kafka-cluster:AlterClusterDynamicConfiguration', told: /ALTER_CONFIGS|AlterConfigs/i },
      { action: 'kafka-cluster:WriteDataIdempotently', told: /producer|idempoten|INIT_PRODUCER_ID/i },
      { action: 'kafka-cluster:Connect' },
      { action: 'kafka-cluster:DescribeCluster' },
    ],
  },
  transactionalid: {
    type: 'transactional-id',
    calls: [{ action: 'kafka-cluster:DescribeTransactionalId' }, { action: 'kafka-cluster:AlterTransactionalId' }],
  },
}

/** What Kafka's clients say of a thing that the broker refuses. */
const REFUSED =
  /\b(Topic|Group|Cluster|TransactionalId)\s?Authorization(?:Exception\b|\sfailed\b)(?:[^\n[]{0,60}\[([\w.-]{1,249})\])?/i

const OF_BROKER =
  /^arn:(aws[\w-]{0,12}):kafka:([a-z\d-]{5,30}):(\d{12}):[a-z-]{5,16}\/([^/*?]{1,64})(?:\/([^/]{1,64}))?/

/** The id of a cluster. What else stands behind its name is a wildcard, or the topic of an ARN that left the id out. */
const ID = /^[\da-fx]{8}-[\w-]{3,45}$/i

const speaksOfBroker = ({ action: { values } }: Statement): boolean =>
  values.some(({ text }) => /^kafka-cluster:/i.test(text))

/** The thing of the cluster that the statements name; null where they name no cluster, or several. */
function arnOf(statements: readonly Statement[], type: BrokerThing['type'], name: string | undefined): string | null {
  const named = statements
    .flatMap(({ resource }) => namedTexts(resource))
    .flatMap((text) => [OF_BROKER.exec(text) ?? []])
  const found = named.filter(({ length }) => length > 0)
  const clusters = new Set(found.map(([, , , , cluster]) => cluster))
  const [whole = []] = [...found.filter(([, , , , , id = '']) => ID.test(id)), ...found]
  const [, partition, region, account, cluster, id = '*'] = whole
  if (clusters.size !== 1 || cluster === undefined) return null
  const path = `${type}/${cluster}/${ID.test(id) ? id : ANY_PART}`
  return `arn:${partition}:kafka:${region}:${account}:${path}${type === 'cluster' ? '' : `/${name ?? ANY_PART}`}`
}

const lets = (statements: readonly Statement[], action: string, asked: string | null): boolean =>
  statements.some(
    (one) =>
      one.effect === 'Allow' &&
      namesAction(one, action) &&
      (asked === null ||
        one.resource === null ||
        one.resource.values.some(({ text }) => matchWildcard(text, asked)) !== one.resource.not),
  )

/**
 * A refusal of a Kafka broker, where a policy of the caller is here that speaks of MSK's own actions: then IAM decides, and no
 * ACL of Kafka. It is of the first action that the client needs there and the policy does not allow.
 */
export function askedOfBroker(draft: Pick<Draft, 'layers' | 'paste'>, denial: Denial): Denial {
  if (draft.layers.identity.state !== 'given' || !/^kafka-/.test(denial.situation ?? '')) return denial
  const [from, to] = denial.span
  const [, kind = '', name] = REFUSED.exec(draft.paste.slice(from, to + 300)) ?? []
  const thing = own(THINGS, kind.toLowerCase())
  if (thing === undefined) return denial
  const statements = draftPoliciesOf(draft.layers, 'identity').flatMap(
    ({ text }) => parsePolicy(text, 'identity').statements,
  )
  if (!statements.some(speaksOfBroker)) return denial
  const resource = arnOf(statements, thing.type, name)
  const done = thing.calls.filter(({ told }) => told?.test(draft.paste) !== false)
  const lacking = done.find(({ action }) => !lets(statements, action, resource))
  if (lacking === undefined) return denial
  const { situation: _told, ...rest } = denial
  return {
    ...rest,
    kind: 'denial-no-detail',
    service: 'kafka-cluster',
    inferred: { ...denial.inferred, action: lacking.action, ...(resource !== null && { resource }) },
  }
}
