import { describe, expect, it } from 'vitest'
import { BUILT_REFERENCE } from '../../../.ci/built-reference'
import type { CasePolicies } from '../../case/access-case'
import { ChangeAudit } from './compare-decisions'
import type { AskedEvent } from './event-requests'
import { unaskedOf, withoutSession } from './mentioned-keys'
import { FULL_ACCESS, type PolicySets } from './policy-sets'

const ROLE = 'arn:aws:iam::111122223333:role/orders'
const BUCKET = 'arn:aws:s3:::harbour'

const call = (change: Partial<AskedEvent> = {}): AskedEvent => ({
  principal: {
    name: 'arn:aws:sts::111122223333:assumed-role/orders/i-0',
    arn: ROLE,
    account: '111122223333',
    type: 'AssumedRole',
  },
  actions: ['s3:GetObject'],
  resource: `${BUCKET}/a`,
  resources: [],
  resourceAccount: '111122223333',
  context: { 'aws:RequestedRegion': 'eu-west-1', 'aws:PrincipalArn': ROLE },
  outcome: 'allowed',
  time: '2026-01-02T03:04:05Z',
  ...change,
})

const policy = (name: string, ...Statement: readonly object[]) => ({
  name,
  document: JSON.stringify({ Version: '2012-10-17', Statement }, null, 2),
})
const scps = (...statements: readonly object[]): CasePolicies => ({
  scps: [{ target: 'root', policies: [FULL_ACCESS, policy('guard', ...statements)] }],
})
const onlyIn = (region: string) => ({
  Sid: 'Regions',
  Effect: 'Deny',
  Action: '*',
  Resource: '*',
  Condition: { StringNotEquals: { 'aws:RequestedRegion': region } },
})

function compare(sets: Partial<PolicySets>, ...events: readonly AskedEvent[]) {
  const audit = new ChangeAudit({ before: {}, after: {}, principal: null, resource: null, ...sets }, BUILT_REFERENCE)
  for (const event of events) audit.add(event)
  return audit.report
}

describe('what a change breaks', () => {
  it('names the calls that a tighter SCP denies, with its statement', () => {
    const there = call({ context: { 'aws:RequestedRegion': 'us-east-1' } })
    const report = compare({ before: scps(onlyIn('eu-west-1')), after: scps(onlyIn('us-east-1')) }, call(), call())
    expect(report).toMatchObject({ asked: 2, unchanged: 0, classes: 1, contradicted: 0 })
    expect(report.changes).toMatchObject([
      {
        kind: 'breaks',
        principal: ROLE,
        action: 's3:GetObject',
        count: 2,
        before: { decision: 'allowed', layer: 'none', statement: null },
        after: {
          decision: 'explicitDeny',
          layer: 'scp',
          statement: { level: 0, policy: 1, statement: 0, policyName: 'guard', sid: 'Regions' },
        },
      },
    ])
    expect(compare({ before: scps(onlyIn('eu-west-1')), after: scps(onlyIn('us-east-1')) }, there).contradicted).toBe(1)
  })

  it('is open where the event does not carry the key', () => {
    const guard = {
      Effect: 'Deny',
      Action: 's3:*',
      Resource: '*',
      Condition: { StringNotEquals: { 'aws:ResourceOrgID': 'o-harbour' } },
    }
    const report = compare(
      { before: { scps: [{ target: 'root', policies: [FULL_ACCESS] }] }, after: scps(guard) },
      call(),
    )
    expect(report.changes).toMatchObject([
      {
        kind: 'mayBreak',
        before: { decision: 'allowed' },
        after: { decision: 'depends', layer: 'scp', dependsOn: { keys: ['aws:ResourceOrgID'] } },
      },
    ])
  })

  it('counts what hangs on another value of the same unknown key as changed', () => {
    const guard = (id: string) => ({
      Effect: 'Deny',
      Action: 's3:*',
      Resource: '*',
      Condition: { StringNotEquals: { 'aws:ResourceOrgID': id } },
    })
    expect(compare({ before: scps(guard('o-one')), after: scps(guard('o-two')) }, call()).changes).toHaveLength(1)
    expect(compare({ before: scps(guard('o-one')), after: scps(guard('o-one')) }, call())).toMatchObject({
      changes: [],
      open: 1,
    })
  })

  it('tells the line that is gone where nothing allows any more, and what else may allow', () => {
    const read = { Sid: 'Read', Effect: 'Allow', Action: 's3:GetObject', Resource: '*' }
    const list = { Effect: 'Allow', Action: 's3:ListBucket', Resource: '*' }
    const sets = {
      before: { identity: [policy('work', read)] },
      after: { identity: [policy('work', list)] },
      principal: ROLE,
    }
    const [change] = compare(sets, call()).changes
    expect(change).toMatchObject({
      kind: 'mayBreak',
      before: { decision: 'allowed', layer: 'identity', statement: { sid: 'Read' } },
      after: { decision: 'depends', dependsOn: { layers: ['resource'] } },
    })
    const none = { ...sets, before: { ...sets.before, resource: policy('bucket') }, after: sets.after }
    expect(compare({ ...none, resource: BUCKET }, call()).changes).toMatchObject([
      { kind: 'breaks', after: { decision: 'implicitDeny', layer: 'identity' } },
    ])
  })

  it('asks the policies of a principal of that principal alone, and those of a resource of that resource', () => {
    const gone = { before: { identity: [policy('work', { Effect: 'Allow', Action: '*', Resource: '*' })] }, after: {} }
    const other = call({ principal: { ...call().principal, name: ROLE, arn: `${ROLE}-other` } })
    expect(compare({ ...gone, principal: ROLE }, other).changes).toEqual([])
    const closed = {
      before: {},
      after: { resource: policy('bucket', { Effect: 'Deny', Principal: '*', Action: 's3:*', Resource: '*' }) },
      resource: BUCKET,
    }
    expect(compare(closed, call({ resource: 'arn:aws:s3:::harbour-other/a' })).changes).toEqual([])
    expect(compare(closed, call()).changes).toMatchObject([{ kind: 'breaks', after: { layer: 'resource' } }])
  })

  it('tells what was refused and would be allowed', () => {
    const refused = call({ outcome: 'denied' })
    const report = compare(
      {
        before: {
          ...scps({ Effect: 'Deny', Action: 's3:*', Resource: '*' }),
          identity: [FULL_ACCESS],
          otherLayers: 'none',
        },
        after: { ...scps(), identity: [FULL_ACCESS], otherLayers: 'none' },
      },
      refused,
    )
    expect(report.changes).toMatchObject([{ kind: 'mayOpen', outcome: 'denied', before: { decision: 'explicitDeny' } }])
  })

  it('counts events that do not say who called', () => {
    expect(compare({}, call({ principal: { ...call().principal, name: null, arn: null } })).unread).toBe(1)
  })
})

it('keys that no policy asks for are left aside, and no others', () => {
  const droppableKeys = (sets: readonly CasePolicies[]) => unaskedOf(sets).keys
  const asks = (key: string) => [
    scps({ Effect: 'Deny', Action: '*', Resource: '*', Condition: { Null: { [key]: 'true' } } }),
  ]
  expect(droppableKeys(asks('AWS:SOURCEIP'))).not.toContain('aws:sourceip')
  expect(droppableKeys(asks('aws:username'))).toContain('aws:sourceip')
  const named = {
    resource: policy('b', { Effect: 'Deny', Principal: { AWS: 'AIDAEXAMPLE' }, Action: '*', Resource: '*' }),
  }
  expect(droppableKeys([named])).not.toContain('aws:userid')
  const escaped = { name: 'x', document: '{"Condition":{"Null":{"aws:\\u0053ourceIp":"true"}}}' }
  expect(droppableKeys([{ identity: [escaped] }])).toEqual(new Set())
})

it('the name of a session is left aside where no policy names a session', () => {
  const session = 'arn:aws:sts::111122223333:assumed-role/orders/i-0'
  expect(withoutSession(session)).toBe('arn:aws:sts::111122223333:assumed-role/orders/session')
  expect(withoutSession(ROLE)).toBe(ROLE)
  const only = policy('b', { Effect: 'Deny', Principal: { AWS: session }, Action: '*', Resource: '*' })
  expect(unaskedOf([{ resource: only }]).isSessionUnasked).toBe(false)
  const sessions = [0, 1, 2].map((at) =>
    call({ principal: { ...call().principal, name: `arn:aws:sts::111122223333:assumed-role/orders/i-${at}` } }),
  )
  const sets = { before: {}, after: { resource: only }, resource: BUCKET }
  const [denied, ...others] = compare(sets, ...sessions).changes
  expect([denied?.count, others]).toEqual([1, []])
  expect(compare({ before: scps(), after: scps(onlyIn('us-east-1')) }, ...sessions)).toMatchObject({ classes: 1 })
})
